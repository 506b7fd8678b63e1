"""The whole training on a toy: a few invented articles, and models that then read a sentence they never saw."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from marsad.coding import draft, tellings
from marsad.coding.models import NAMES, open_models
from marsad.reading import read_text
from training.__main__ import make_all

STATES = ("تونس", "ليبيا", "مالي", "تشاد", "النيجر", "الصومال")
ACTS = (
    ("ACCUSE", "disapprove", "أدانت", "{a} أدانت هجوم {b} على الحدود الجنوبية"),
    ("CONSULT", "visit", "زار", "وزير خارجية {a} زار {b} لبحث ملف المياه"),
    ("ASSAULT", "aerial", "قصفت", "طائرات {a} قصفت مواقع {b} قرب النهر"),
)


class Toy(NamedTuple):
    """The folders of the toy training."""

    shared: Path
    runs: Path
    data: Path


def _article(number: int, style: str) -> dict[str, object]:
    kind, mode, trigger, pattern = ACTS[number % len(ACTS)]
    a, b = STATES[number % 6], STATES[(number // 2 + 1) % 6]
    told = pattern.format(a=a, b=b)
    event = {
        "type": kind, "mode": mode, "trigger": trigger, "actors": [a], "recipients": [b] if a != b else [],
        "status": "occurred", "voices": [], "event": 0, "in_passing": False,
    }  # fmt: skip
    return {
        "id": f"{style}-{number}",
        "published": "2024-03-05",
        "sentences": [told, f"في بيان رسمي {told}.", "ولم تصدر تفاصيل أخرى عن الموضوع."],
        "events": [{"sentence": 0, **event}, {"sentence": 1, **event}],
    }


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Toy:
    shared, runs, made = (tmp_path_factory.mktemp(name) for name in ("shared", "runs", "data"))
    (shared / "silver").mkdir()
    for style in ("news", "modern"):
        rows = [json.dumps(_article(n, style), ensure_ascii=False) for n in range(45)]
        (shared / "silver" / f"{style}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (made / "clusters.tsv.gz").touch()  # the word classes of the package serve the toy
    make_all(shared, runs, made)
    return Toy(shared, runs, made)


def test_every_model_is_made(toy: Toy) -> None:
    assert {p.stem for p in (toy.data / "models").glob("*.crfsuite")} == set(NAMES)


def test_the_toy_reads_a_new_sentence(toy: Toy) -> None:
    article = read_text(
        "في بيان رسمي تشاد أدانت هجوم السودان على الحدود الجنوبية.", title="تشاد أدانت هجوم السودان"
    )
    told = tellings.find_tellings(
        tellings.segment(draft.Draft(article=article)), open_models(toy.data / "models")
    ).tellings
    assert {t.type for t in told} == {"ACCUSE"}
    assert {t.trigger.text for t in told} == {"أدانت"}
    assert {q.text for t in told for q in t.actors} == {"تشاد"}


def test_a_finished_step_is_not_done_again(toy: Toy) -> None:
    before = {p: p.stat().st_mtime_ns for p in (toy.data / "models").glob("*.crfsuite")}
    make_all(toy.shared, toy.runs, toy.data)
    assert {p: p.stat().st_mtime_ns for p in (toy.data / "models").glob("*.crfsuite")} == before
