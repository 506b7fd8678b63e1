"""What goes on from one sentence to the next: the last speakers, and a quotation that is still open."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.tokens import Token
from marsad.coding.draft import Telling
from marsad.coding.sayings import Report
from marsad.coding.speechwords import speech_words
from marsad.record import Quote

Voices = tuple[Quote, ...]
"""A speaker with those who carried his words, nearest first."""
REMEMBERED = 12
"""Speakers before the last one whom a definite noun (الوزير) may point back to."""
LONGEST_QUOTATION = 4
"""Sentences among which an open quotation has to be closed."""
_CLOSING = {"«": "»", "“": "”", '"': '"'}


class Heard(NamedTuple):
    """What earlier sentences leave behind: the speakers, the last first, each once."""

    speakers: tuple[Voices, ...] = ()

    @property
    def voices(self) -> Voices:
        """The last speaker with those who carried his words; nobody when none has spoken yet."""
        return self.speakers[0] if self.speakers else ()


def after(heard: Heard, found: Sequence[Report]) -> Heard:
    """What is left behind after a sentence with these sayings: its first speaker is the last one."""
    for report in found:
        if report.kind == "verb" and report.speaker:
            voices = (report.speaker, *report.carriers)
            others = (v for v in heard.speakers if v[0].text != report.speaker.text)
            return Heard((voices, *islice(others, REMEMBERED)))
    return heard


def resolved(found: Sequence[Report], told: Sequence[Telling], heard: Heard) -> list[Report]:
    """The sayings with the speakers that the sentence leaves out (وأضاف أن) or only points at (وأوضح المصدر)."""
    full: list[Report] = []
    for report in found:
        full.append(_completed(report, full, told, heard))
    return full


def _completed(report: Report, before: list[Report], told: Sequence[Telling], heard: Heard) -> Report:
    if report.speaker and not _points_back(report.speaker):
        return report
    if report.kind == "participle":
        voices = _subject(report, before, told) or (heard.voices if report.quoting else ())
    else:
        speaking = _speaking(before)
        voices = _meant(report.speaker, (speaking, *heard.speakers) if speaking else heard.speakers)
    if not voices:
        return report
    return report._replace(speaker=voices[0], carriers=report.carriers or voices[1:])


def _points_back(speaker: Quote) -> bool:
    words = fold(speaker.text).split()
    return len(words) <= 2 and words[0] in speech_words("anaphor")


def _meant(pointing: Quote | None, speakers: Sequence[Voices]) -> Voices:
    """Whom a definite noun means: the last speaker called so (الوزير … وزير الدفاع), else the last one.

    The ministry is not the minister: an office or body that no speaker so far was called means itself.
    """
    if pointing is None or not speakers:
        return speakers[0] if speakers else ()
    noun = fold(pointing.text).split()[0]
    for voices in speakers:
        if any(word in {noun, noun.removeprefix("ال")} for word in fold(voices[0].text).split()):
            return voices
    return speakers[0] if noun in speech_words("anyone") else ()


def _speaking(before: Sequence[Report]) -> Voices:
    """Who speaks last in the sentence so far, with those who carried it."""
    for report in reversed(before):
        if report.kind != "phrase" and report.speaker:
            return (report.speaker, *report.carriers)
    return ()


def _subject(report: Report, before: Sequence[Report], told: Sequence[Telling]) -> Voices:
    """Whose participle it is (…، مؤكدا أن): the last speaker's, or the last actor's before it."""
    if speaking := _speaking(before):
        return speaking
    actors = [
        t.actors[0]
        for t in told
        if t.actors and t.trigger.start < report.at and t.actors[0].start < report.at
    ]
    return tuple(actors[-1:])


def quoted_starts(sentences: Sequence[Sequence[Token]]) -> tuple[bool, ...]:
    """For each sentence whether it begins inside a quotation.

    A quotation that is not closed within the next sentences was never one: marks get lost in scraped text.
    """
    starts: list[bool] = []
    opened = ""
    for number, tokens in enumerate(sentences):
        if opened and not _is_closed(opened, sentences[number : number + LONGEST_QUOTATION]):
            opened = ""
        starts.append(bool(opened))
        for token in tokens:
            if opened and token.text == _CLOSING[opened]:
                opened = ""
            elif token.text in _CLOSING:
                opened = token.text
    return tuple(starts)


def _is_closed(opened: str, ahead: Sequence[Sequence[Token]]) -> bool:
    """Whether the next mark of this kind closes."""
    marks: Iterator[str] = (
        t.text for tokens in ahead for t in tokens if t.text in {opened, _CLOSING[opened]}
    )
    return next(marks, None) == _CLOSING[opened]


def inside_quotes(tokens: Sequence[Token], quoted: bool) -> list[bool]:
    """For each token whether it stands in a quotation; ``quoted`` tells whether the sentence begins in one."""
    inside: list[bool] = []
    opened = "?" if quoted else ""
    for token in tokens:
        if opened and token.text in (_CLOSING.values() if opened == "?" else _CLOSING[opened]):
            opened = ""
        elif not opened and token.text in _CLOSING:
            opened = token.text
        inside.append(bool(opened))
    return inside
