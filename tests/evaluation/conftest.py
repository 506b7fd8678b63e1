"""A tiny gold set in our own words, and a record of it with known faults."""

import json
from pathlib import Path
from typing import Any

import pytest

TITLE = "وزير الري يلتقي نظيره الكيني في نيروبي"
MEETING = "التقى وزير الري المصري أمس نظيره الكيني في نيروبي لبحث مشاريع السدود."
PROMISE = "وتعهد الوزير الكيني بتسليم أول سد في مارس المقبل، وفق بيان مشترك."
CLASH = "وفي سياق آخر أدانت مصر هجوما أوقع أربعة قتلى قرب الحدود الصومالية."
SENTENCES = (TITLE, MEETING, PROMISE, CLASH)


def _event(kind: str, sentences: list[int], trigger: str, **more: Any) -> dict[str, Any]:
    blank: dict[str, Any] = {
        "mode": None,
        "contexts": [],
        "actors": [],
        "recipients": [],
        "status": "occurred",
    }
    unknown: dict[str, Any] = {"date": None, "place": None, "attribution": []}
    return {"type": kind, "sentences": sentences, "trigger": trigger, **blank, **unknown, **more}


ANNOTATION: dict[str, Any] = {
    "id": "one",
    "published": "2023-02-10",
    "parties": {
        "egy": {"text": "وزير الري المصري", "name_en": "Egyptian Irrigation Minister", "country": "EGY"},
        "ken": {"text": "نظيره الكيني", "name_en": "Kenyan counterpart", "country": "KEN"},
        "doc": {"text": "بيان مشترك", "name_en": "Joint statement", "country": None},
        "mis": {"text": "مصر", "name_en": "Egypt", "country": "EGY"},
    },
    "places": {"nai": {"text": "نيروبي", "name_en": "Nairobi", "country": "KEN"}},
    "events": [
        _event("CONSULT", [1, 0], "التقى", mode="visit", contexts=["diplomatic"], actors=["egy"],
               recipients=["ken"], date={"start": "2023-02-09", "end": "2023-02-09"}, place="nai"),
        _event("AGREE", [2], "تعهد", actors=["ken"], attribution=["doc"], contexts=["economic", "water"]),
        _event("ACCUSE", [3], "أدانت", mode="disapprove", actors=["mis"]),
        _event("ASSAULT", [3], "هجوما"),
    ],
    "commitments": [
        {"promisor": ["ken"], "due": {"start": "2023-03-01", "end": "2023-03-31"}, "sentences": [2]},
    ],
    "figures": [{"measure": "killed", "min": 4, "max": 4, "sentences": [3]}],
}  # fmt: skip


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    _write(folder / "annotations" / "one.json", ANNOTATION)
    _write(folder / "articles" / "one.json", {"id": "one", "sentences": SENTENCES})
    return folder


def _record() -> dict[str, Any]:
    text = "\n".join(SENTENCES)
    starts = [text.index(s) for s in SENTENCES]
    spans = [{"start": at, "end": at + len(s)} for at, s in zip(starts, SENTENCES, strict=True)]
    parties = [
        {"id": "p1", "text": "وزير الري المصري", "country": "EGY"},
        {"id": "p2", "text": "الوزير الكيني", "country": "KEN"},
        {"id": "p3", "text": "وفق بيان", "country": None},
    ]
    events = [
        # all right but the date, which is a day late, and the status
        _event("CONSULT", [0, 1], "يلتقي", mode="visit", contexts=["diplomatic", "water"], actors=["p1"],
               recipients=["p2"], date={"start": "2023-02-10", "end": "2023-02-10"}, status="ongoing",
               place={"ref": "l1", "text": "نيروبي", "country": "KEN"}, confidence=0.9),
        _event("AGREE", [2], "تعهد", actors=["p1"], attribution=["p3"], contexts=["economic"], confidence=0.7),
        _event("REQUEST", [3], "أدانت", confidence=0.3),
    ]  # fmt: skip
    commitments = [
        {"promisor": ["p2"], "due": {"start": "2023-03-01", "end": "2023-03-31"}, "sentences": [2]}
    ]
    figures = [{"measure": "wounded", "min": 4, "max": 4, "sentences": [3]}]
    facts = {"events": events, "commitments": commitments, "figures": figures}
    return {"id": "one", "text": text, "sentences": spans, "parties": parties, **facts}


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps(_record(), ensure_ascii=False) + "\n", encoding="utf-8")
    return path
