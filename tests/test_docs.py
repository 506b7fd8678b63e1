"""The documentation names everything there is, and its links lead somewhere."""

import re
from functools import cache
from pathlib import Path
from typing import get_args

import msgspec
import pytest
import typer

from marsad.cli import app
from marsad.cli.code import Format
from marsad.reading import REASONS
from marsad.record import Coder, Commitment, Event, EventPlace, Figure, Origin, Party, Place, Record
from marsad.record.ontology import ONTOLOGY, EventType
from marsad.showing import explain
from marsad.showing.terms import Term, terms

ROOT = Path(__file__).parent.parent
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), ROOT / "examples" / "README.md"])
SHAPES = (Record, Party, Place, Event, EventPlace, Commitment, Figure, Coder, Origin)
COMMANDS = typer.main.get_group(app).commands


@cache
def text(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"## marsad {command}\n" in text("reference/command-line.md")


OPTIONS = [
    (name, option)
    for name, command in COMMANDS.items()
    for parameter in command.params
    if parameter.param_type_name == "option"
    for option in parameter.opts
]


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_documented_with_its_command(command: str, option: str) -> None:
    section = text("reference/command-line.md").split(f"## marsad {command}\n")[1].split("\n## ")[0]
    assert re.search(rf"`{option}[` ]", section)


@pytest.mark.parametrize("option", ["--version", "--help", "--install-completion", "--show-completion"])
def test_general_options_are_documented(option: str) -> None:
    assert f"`{option}`" in text("reference/command-line.md")


@pytest.mark.parametrize("form", get_args(Format))
def test_every_format_is_documented(form: str) -> None:
    assert f"| `{form}` |" in text("reference/command-line.md")


@pytest.mark.parametrize("reason", [*REASONS, "coding-failed"])
def test_every_reason_is_documented(reason: str) -> None:
    assert f"| `{reason}` |" in text("reference/reasons.md")


def test_the_page_of_types_is_up_to_date() -> None:
    """`make docs` writes it anew."""
    assert text("reference/types.md") == "\n".join(explain.markdown()) + "\n"


@pytest.mark.parametrize("kind", ONTOLOGY.types, ids=lambda kind: kind.type)
def test_every_type_and_mode_is_documented(kind: EventType) -> None:
    told = text("reference/types.md").split(f"### {kind.type} ")[1].split("\n##")[0]
    assert all(f"| `{mode}` |" in told for mode in kind.modes)
    assert kind.type in text("handbook/coding.md")


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_field_of_the_record_is_documented(shape: type[msgspec.Struct]) -> None:
    assert all(f"`{field.name}`" in text("reference/record.md") for field in msgspec.structs.fields(shape))


@pytest.mark.parametrize("term", [t for t in terms() if t.group == "field"], ids=lambda t: t.key)
def test_fields_mean_the_same_on_the_page_and_in_explain(term: Term) -> None:
    assert f"| `{term.name}` | {term.meaning} |" in text("reference/record.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_in_the_documentation_exist(page: Path) -> None:
    for line in page.read_text(encoding="utf-8").splitlines():
        for name, rest in re.findall(r"(?:^ {4}|\| |`)marsad ([a-z]+)([^|`#]*)", line):
            assert name in COMMANDS, line
            known = {o for p in COMMANDS[name].params for o in p.opts} | {"--help"}
            assert set(re.findall(r"--[a-z-]+", rest)) <= known, line


BLOCKS = [
    pytest.param(block, id=f"{page.name}-{number}")
    for page in PAGES
    for number, block in enumerate(
        re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    )
]


@pytest.mark.parametrize("block", BLOCKS)
def test_python_in_the_documentation_compiles(block: str) -> None:
    compile(block, "documentation", "exec")
