"""An entry of the tables as lines of label and value, for names and places alike."""

from rich.text import Text

from marsad.knowledge.countries import countries

_LABEL = 12


def entry_line(label: str, told: str, style: str = "") -> Text:
    """A label and what is told under it, "not known" where that is nothing."""
    return Text.assemble(
        (f"  {label:<{_LABEL}}", "dim"), (told or "not known", style or ("" if told else "dim"))
    )


def country_told(code: str | None) -> str:
    """A country's code with its English name, or nothing."""
    name = countries()[code].name_en if code in countries() else ""
    return f"{code}  {name}".rstrip() if code else ""
