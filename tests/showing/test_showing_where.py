from marsad.knowledge.place_lookup import PlaceRow, Reading
from marsad.showing.where import as_objects, show

ROWS = (PlaceRow("places.tsv", 7, "تل كذا|كذا", "general knowledge"),)
PLACE = Reading("تل كذا", "Tell Kadha", "mountain", "IRQ", -34.5, 44.25, "area", 0, "marsad:IRQ/x", ROWS)


def test_a_place_in_lines() -> None:
    told = show([PLACE]).splitlines()
    assert told[0] == "تل كذا  Tell Kadha"
    assert "34.5° S, 44.25° E" in told[3]
    assert told[-1].endswith("places.tsv, line 7: تل كذا، كذا (source: general knowledge)")


def test_what_is_not_known_is_said() -> None:
    bare = PLACE._replace(lat=None, lon=None, country=None, ref=None, rows=())
    told = show([bare])
    assert told.count("not known") == 2
    assert "listed in no table" in told


def test_places_stand_apart_and_colours_are_asked_for() -> None:
    assert "\n\n" in show([PLACE, PLACE])
    assert "\x1b[" not in show([PLACE])
    assert "\x1b[" in show([PLACE], color=True)


def test_objects_for_programs() -> None:
    (told,) = as_objects([PLACE._replace(population=9)])
    assert told["population"] == 9
    assert told["rows"] == [
        {"table": "places.tsv", "line": 7, "names": "تل كذا|كذا", "source": "general knowledge"}
    ]
