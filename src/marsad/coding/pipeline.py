"""The way from an article to its record: an explicit tuple of stages, each a pure function of the draft."""

from collections.abc import Callable
from functools import cache
from importlib.metadata import version

from marsad.coding.acts import fold_tellings
from marsad.coding.agents import find_agents
from marsad.coding.attribution import attribute_acts, find_voices
from marsad.coding.commitments import list_commitments
from marsad.coding.contexts import set_contexts
from marsad.coding.dates import date_acts
from marsad.coding.doubles import join_doubles
from marsad.coding.draft import Draft
from marsad.coding.events import write_events
from marsad.coding.figures import count_figures
from marsad.coding.harms import tell_by_attack
from marsad.coding.left_out import fill_left_out
from marsad.coding.models import VERSION, models
from marsad.coding.parties import name_parties
from marsad.coding.places import place_acts
from marsad.coding.taking_part import assign_parties
from marsad.coding.tellings import find_tellings, segment
from marsad.record import Article, Coder, Record
from marsad.record.checks import check

Stage = Callable[[Draft], Draft]


def _read(draft: Draft) -> Draft:
    return find_tellings(draft, models())


def _fold(draft: Draft) -> Draft:
    return fold_tellings(draft, models())


STAGES: tuple[tuple[str, Stage], ...] = (
    ("sentences", segment),
    ("tellings", _read),
    ("harms", tell_by_attack),
    ("doubles", join_doubles),
    ("voices", find_voices),
    ("agents", find_agents),
    ("left out", fill_left_out),
    ("parties", name_parties),
    ("acts", _fold),
    ("taking part", assign_parties),
    ("attribution", attribute_acts),
    ("dates", date_acts),
    ("places", place_acts),
    ("contexts", set_contexts),
    ("commitments", list_commitments),
    ("figures", count_figures),
    ("events", write_events),
)


def code(article: Article) -> Record:
    """Code an article: every fact on the exact words that tell it.

    Pure: the same article gives the same record, byte for byte. Raises RecordError should a span not
    equal its words, and DataError when a table or model of the package is damaged.
    """
    draft = Draft(article=article)
    for _, stage in STAGES:
        draft = stage(draft)
    return to_record(draft)


@cache
def coder() -> Coder:
    """Who codes: the package's version and its models', looked up once, for that takes milliseconds."""
    return Coder("marsad", version("marsad"), VERSION)


def to_record(draft: Draft) -> Record:
    """The finished record of a draft, checked."""
    article = draft.article
    return check(
        Record(
            id=article.id,
            url=article.url,
            source=article.source,
            published=article.published,
            title=article.title,
            lang=article.lang,
            text=article.text,
            origin=article.origin,
            sentences=draft.sentences,
            parties=draft.parties,
            places=draft.places,
            events=draft.events,
            commitments=draft.commitments,
            figures=draft.figures,
            coder=coder(),
        )
    )
