"""Acts become the record's events, numbered in the order of the text."""

import msgspec

from marsad.coding.confidence import confidence
from marsad.coding.draft import Act, Draft
from marsad.record import ONTOLOGY, Event


def write_events(draft: Draft) -> Draft:
    """One event an act: quad class and score come from the ontology."""
    events = tuple(_event(f"e{n}", act) for n, act in enumerate(draft.acts, 1))
    return msgspec.structs.replace(draft, events=events)


def _event(key: str, act: Act) -> Event:
    return Event(
        id=key,
        type=act.type,
        mode=act.mode,
        contexts=act.contexts,
        quad=ONTOLOGY[act.type].quad,
        score=ONTOLOGY.score(act.type, act.mode),
        actors=act.actors,
        recipients=act.recipients,
        sentences=act.sentences,
        trigger=act.best.trigger,
        status=act.status,  # type: ignore[arg-type]
        date=act.date,
        place=act.place,
        attribution=act.attribution,
        confidence=confidence(act.confidence),
    )
