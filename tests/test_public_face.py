"""``import marsad``: a dozen names, the doctest of the package, and a quick start."""

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import marsad


@pytest.mark.parametrize("name", marsad.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(marsad, name) is not None
    reference = Path(__file__).parent.parent / "docs" / "reference" / "python.md"
    assert f"`{name}" in reference.read_text(encoding="utf-8")


def test_the_example_of_the_package_works() -> None:
    failed, tried = doctest.testmod(marsad)
    assert tried > 4
    assert failed == 0


def test_an_unknown_name_is_told_with_the_known_ones() -> None:
    with pytest.raises(AttributeError, match="read_text"):
        _ = marsad.no_such_name


def test_dir_lists_the_public_names() -> None:
    assert dir(marsad) == sorted(marsad.__all__)


def test_importing_the_package_loads_no_heavy_part() -> None:
    told = "import sys, marsad; print([m for m in sys.modules if m.startswith(('trafilatura', 'marsad.coding'))])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
