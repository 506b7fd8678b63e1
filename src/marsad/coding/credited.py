"""The agency an article credits at its head (بنغازي - رويترز:), which carried the words of all who speak in it."""

from marsad.arabic.folding import fold
from marsad.coding.speechwords import speech_phrases
from marsad.record import Article, Quote

LONGEST_HEAD = 200
"""Code points of the body among which the line of place and agency stands."""


def credited(article: Article) -> Quote | None:
    """The words at the head of the body that name the agency the page credits.

    None where the page credits nobody, an outlet that is no agency, its own publisher, or where the
    credit stands outside the text.
    """
    head = article.text[: article.body_start + LONGEST_HEAD]
    for part in (article.origin.credit or "").split("،"):
        words = part.strip()
        at = head.find(words, article.body_start)
        if words and at >= 0 and _is_agency(words) and words != article.source:
            return Quote(words, at, at + len(words))
    return None


def _is_agency(words: str) -> bool:
    bare = tuple(word for word in fold(words).split() if word != "وكاله")
    return any(bare in {phrase, ("ال" + phrase[0], *phrase[1:])} for phrase in speech_phrases("agency"))
