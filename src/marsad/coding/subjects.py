"""Who the subject of a verb of saying is: the name after the verb, the one before it, or nobody named."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from marsad.arabic.tokens import Token
from marsad.coding.sayings import Reading
from marsad.coding.speakers import Name, addressed, bare, is_complement, name, opens_quote, quoted
from marsad.coding.speechwords import speech_forms, speech_words
from marsad.knowledge.mentions import find

LONGEST_CLAUSE = 60
"""Tokens before a verb among which its clause begins."""
LONGEST_QUOTED_NAME = 6
"""Tokens of a name in quotes, marks included."""
_MARKS = frozenset('«»“”"')
_RELATIVE = ("ي", "يه", "يون", "يين", "ان", "تان")
_POSSESSED = ("ه", "ها", "هم")
_DEVERBAL = re.compile(r"است..ا.|ان..ا.|ا.ت.ا.|ت..ي.ه?")
"""Shapes of verbal nouns (استفعال, انفعال, افتعال, تفعيل), folded, without article."""


class Subject(NamedTuple):
    """The name found, and the token from which the content of the saying is to be sought."""

    name: Name | None
    rest: int


def subject_of(reading: Reading, verb: int) -> Subject:
    """The subject of the verb of saying at token ``verb``; its name is None where the clause names none.

    A noun after the verb that is no known party gives way to a party right before it (الشرطة نفت استخدام …),
    and so does whatever follows a verb behind قد.
    """
    tokens = reading.tokens
    after = past_asides(tokens, verb + 1)
    if speech_forms()[bare(tokens[verb])].kind == "inform":
        after = _past_informed(reading, after)
    if verb and tokens[verb - 1].folded == "قد" and (before := _before(reading, verb)):
        return Subject(before, after)
    following = _without_object(reading, verb, _after(reading, after))
    if following is None:
        return Subject(_before(reading, verb), after)
    if not reading.known(following.start) and (before := _right_before(reading, verb)):
        return Subject(before, after)
    return Subject(following, following.end)


def opens_content(tokens: Sequence[Token], at: int) -> bool:
    """Whether the content of the speech begins at token ``at``: أن, a colon, a quotation that is no name."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if opens_quote(token):
        return not _quoted_name(tokens, at)
    if token.text == ":" or is_complement(token):
        return True
    return token.folded in {"الي", "عن", "علي"} and at + 1 < len(tokens) and is_complement(tokens[at + 1])


def clause_start(tokens: Sequence[Token], before: int) -> int:
    """The token at which the clause begins that token ``before`` stands in."""
    for at in range(before - 1, max(-1, before - LONGEST_CLAUSE), -1):
        if tokens[at].folded in speech_words("turn") or tokens[at].text in ":؛":
            return at + 1
    return max(0, before - LONGEST_CLAUSE)


def opens_clause(token: Token) -> bool:
    """Whether the word or mark may stand before the subject of a clause: وكان, قد, كما, a time of day, a dash."""
    opening = {"كان", "كانت", "هذا", "قد", "اما", "كما", "الا", "غير", "لكن", "ان", ""}
    return not token.text[0].isalpha() or token.folded.lstrip("و") in opening


def past_asides(tokens: Sequence[Token], at: int) -> int:
    """The first token from ``at`` that is none of the asides between verb and subject.

    Such are times (قال أمس الأول, أعلن الثلاثاء الماضي), sides (من جهته) and the audience (للصحفيين).
    """
    while at < len(tokens) and (step := _aside(tokens, at)):
        at += step
    return at


def _aside(tokens: Sequence[Token], at: int) -> int:
    word = tokens[at].folded
    following = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    if word in speech_words("time") or word in speech_words("audience") or word == "ذلك":
        return 1
    if word in speech_words("timeend") and tokens[at - 1].folded in speech_words("time"):
        return 1
    if word == "من" and following in speech_words("side"):
        return 2
    if (word, following) in {("في", "وقت"), ("اول", "من")}:
        return 3
    form = speech_forms().get(word)
    return int(form is not None and form.participle and opens_content(tokens, at + 1))


def _past_informed(reading: Reading, at: int) -> int:
    """Past a name in quotes that is told, where the teller follows (أبلغت «الصحيفة» مصادر محلية)."""
    tokens = reading.tokens
    if at < len(tokens) and opens_quote(tokens[at]):
        end = at + quoted(tokens, at)
        if end < len(tokens) and reading.known(end):
            return end
    return at


def _after(reading: Reading, at: int) -> Name | None:
    """The subject that follows its verb, at once or after those who were told (قال لـ«صحيفة» NAME)."""
    tokens = reading.tokens
    if at >= len(tokens) or opens_content(tokens, at):
        return None
    if addressed(tokens, at):
        at = _past_told(tokens, at)
        if at >= len(tokens) or opens_content(tokens, at):
            return None
    return None if _no_speaker(reading, at) else name(tokens, at, frozenset(reading.acts))


def _past_told(tokens: Sequence[Token], at: int) -> int:
    """Past the outlet that was told: a name in quotes behind ل, be the marks turned round as in scraped text."""
    if tokens[at].folded != "ل":
        return len(tokens)
    if at + 1 < len(tokens) and tokens[at + 1].text in _MARKS:
        marks = (
            n for n in range(at + 2, min(len(tokens), at + LONGEST_QUOTED_NAME)) if tokens[n].text in _MARKS
        )
        return next(marks, len(tokens)) + 1
    told = name(tokens, at + 1, frozenset())
    return told.end + 1 if told else len(tokens)


def _no_speaker(reading: Reading, at: int) -> bool:
    """Whether no speaker's name begins here: a number, an object, an adverb, a verbal noun.

    A subject stands in the nominative, so a noun that ends in the accusative's alif is none (بثّ خبرا),
    nor is one behind ب or one spoken to (أكد لنظيره).
    """
    word = reading.tokens[at].folded
    if word[:1].isdigit() or word.startswith(("لل", "لنظ", "بال")) or word in speech_words("unnamed"):
        return True
    if reading.known(at):
        return False
    if word.startswith("ل") and word.endswith(_POSSESSED):  # told: أكد لمضيفيه
        return True
    deed = word.removeprefix("ب")
    if len(word) > 4 and word.endswith("ا"):
        return True
    return _DEVERBAL.fullmatch(deed) is not None or (word != deed and deed in speech_words("deed"))


def _without_object(reading: Reading, verb: int, subject: Name | None) -> Name | None:
    """The subject ends before the object of its verb (ندد القائد بالهجوم, أبلغ القائد وكالة …, اتهم الحزب الجيش)."""
    if subject is None:
        return None
    tokens, kind = reading.tokens, speech_forms()[bare(reading.tokens[verb])].kind
    first, second = subject.start, subject.start + 1
    if second < subject.end and tokens[first].folded.startswith("ال") and _another(reading, second):
        return subject._replace(end=second)
    for at in range(second, subject.end if kind != "say" else second):
        word = tokens[at].folded
        if word.startswith("بال") or (kind == "inform" and word in speech_words("outlet")):
            return subject._replace(end=at)
    return subject


def _another(reading: Reading, at: int) -> bool:
    """Whether a known party begins that is no adjective to the definite noun before it (الناطق الحوثي)."""
    word = reading.tokens[at].folded
    if not reading.known(at) or not word.startswith("ال") or word.endswith(_RELATIVE):
        return False
    return any(mention.first == 1 for mention in find(reading.tokens[at - 1 : at + 3]))


def _quoted_name(tokens: Sequence[Token], at: int) -> bool:
    """A short quotation that the clause goes on after is a name (أعلنت «لجنة الإغاثة» أن)."""
    after = at + quoted(tokens, at)
    return (
        after <= at + LONGEST_QUOTED_NAME
        and after < len(tokens)
        and (tokens[after].is_word or tokens[after].text == ":")
    )


def _before(reading: Reading, verb: int) -> Name | None:
    """The subject that stands before its verb: (وكان) NAME (قد) VERB, NAME، …، VERB."""
    tokens = reading.tokens
    start = _content_start(reading, clause_start(tokens, verb), verb)
    while start < verb and opens_clause(tokens[start]):
        start += 1
    if start == verb or tokens[start].start in reading.acts or addressed(tokens, start):
        return None
    if bare(tokens[start]) in speech_forms():
        return None
    joined = tokens[start].folded.startswith(("وال", "فال"))
    subject = name(tokens, start, frozenset(reading.acts), int(joined))
    if subject is None or tokens[start].folded in {"في", "من"}:
        return None
    gap = _gap(tokens, subject, verb)
    inserted = len(gap) > 1 and gap[0].text in "،,-" and gap[-1].text in "،,-"
    short = all(t.folded in speech_words("bound") or not t.is_word for t in gap) and len(gap) < 4
    return subject if inserted or short else None


def _content_start(reading: Reading, start: int, verb: int) -> int:
    """Where what another says begins, when a known party opens it (قال الوزير إن الجيش أعلن …)."""
    for at in range(verb - 1, start, -1):
        if is_complement(reading.tokens[at]):
            return at + 1 if reading.known(at + 1) else start
    return start


def _right_before(reading: Reading, verb: int) -> Name | None:
    """A known party right before the verb."""
    subject = _before(reading, verb)
    if subject is None or _gap(reading.tokens, subject, verb) or not reading.known(subject.start):
        return None
    return subject


def _gap(tokens: Sequence[Token], subject: Name, verb: int) -> Sequence[Token]:
    """What stands between the subject and the verb, قد aside."""
    gap = tokens[subject.end : verb]
    return gap[:-1] if gap and gap[-1].folded == "قد" else gap
