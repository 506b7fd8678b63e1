"""What makes two texts the same article, and two tellings the same act of an article."""

import hashlib
import re
from urllib.parse import urlsplit

from marsad.arabic.folding import fold
from marsad.record import Article, Record

_SURROGATE = re.compile("[\ud800-\udfff]")
_TRACKING = re.compile(r"(?:^|&)(?:utm_[a-z]+|fbclid|gclid)=[^&]*")


def article_key(article: Article | Record) -> str:
    """The same for all versions of an article: its address, else its outlet and identifier."""
    if article.url and (address := _address(article.url)):
        return address
    return storable(f"{article.source or ''}#{article.id}")


def _address(url: str) -> str | None:
    """An address without what does not tell articles apart; None for a mere host, which is no article's."""
    try:
        parts = urlsplit(storable(url).strip())
    except ValueError:
        return None
    path, query = parts.path.rstrip("/"), _TRACKING.sub("", parts.query).lstrip("&")
    if not parts.netloc or not (path or query):
        return None
    host = parts.netloc.lower().removeprefix("www.")
    return f"//{host}{path}" + (f"?{query}" if query else "")


def digest(text: str) -> str:
    """The hash of an article's text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def fact_id(key: str, kind: str, sentence: str, count: int) -> str:
    """The lasting identifier of a fact: the ``count``-th of its kind in that sentence of that article.

    It is made of the sentence's words, so it outlives a change elsewhere in the article and a newer coder.
    """
    told = "\x1f".join((key, kind, " ".join(fold(sentence).split()), str(count)))
    return hashlib.sha256(told.encode()).hexdigest()[:20]


def storable(text: str) -> str:
    """The text without what no database takes: NUL, and halves of surrogate pairs (as names of files have)."""
    return _SURROGATE.sub("\ufffd", text).replace("\x00", "")
