"""From the voices of tellings to the voices of an act: which telling decides, and who is left out."""

import msgspec

from marsad.arabic.sentences import split
from marsad.arabic.tokens import tokenize
from marsad.coding.attribution import attribute_acts, find_voices
from marsad.coding.draft import Act, Draft, Telling
from marsad.record import Article, Party, Span
from marsad.record.span import quote


def _draft(text: str, told: list[tuple[str, str, str]], title: str = "") -> Draft:
    """A draft of a text in which words tell acts: (trigger, type, actor or nothing)."""
    sentences = split(text)
    tellings = []
    for trigger, kind, actor in told:
        at = text.index(trigger)
        number = next(n for n, s in enumerate(sentences) if s.start <= at < s.end)
        who = (quote(text, text.index(actor), text.index(actor) + len(actor)),) if actor else ()
        words = quote(text, at, at + len(trigger))
        tellings.append(Telling(sentence=number, trigger=words, type=kind, actors=who))
    tokens = tuple(tokenize(text, s.start, s.end) for s in sentences)
    article = Article(id="a", text=text, title=title)
    return Draft(article=article, sentences=sentences, tokens=tokens, tellings=tuple(tellings))


def test_acts_take_the_parties_behind_their_best_telling_with_a_voice() -> None:
    text = "قال المتحدث لوكالة رويترز إن الجيش قصف الموقع."
    told = find_voices(_draft(text, [("قصف", "ASSAULT", "")])).tellings[0]
    spans = [text.index("المتحدث"), text.index("رويترز")]
    parties = tuple(
        Party(id=f"p{n}", text=w, start=at, end=at + len(w), name=w, mentions=(Span(at, at + len(w)),))
        for n, (w, at) in enumerate(zip(("المتحدث", "رويترز"), spans, strict=True))
    )
    silent = Telling(sentence=0, trigger=told.trigger, type="ASSAULT")
    act = Act(tellings=(silent, told), type="ASSAULT")
    mute = Act(tellings=(silent,), type="ASSAULT")
    draft = Draft(article=Article(id="a", text=text), parties=parties, acts=(act, mute))
    assert [a.attribution for a in attribute_acts(draft).acts] == [("p0", "p1"), ()]


def test_a_noun_that_refers_back_gives_no_voice() -> None:
    text = "هز انفجار المدينة. وأسفر الانفجار عن مقتل اثنين، بحسب الشرطة."
    draft = _draft(text, [("انفجار", "ASSAULT", ""), ("الانفجار", "ASSAULT", "")])
    first, second = find_voices(draft).tellings
    at = text.index("الشرطة")
    party = Party(id="p0", text="الشرطة", start=at, end=at + 6, name="الشرطة", mentions=(Span(at, at + 6),))
    act = Act(tellings=(second, first), type="ASSAULT")
    draft = msgspec.structs.replace(draft, parties=(party,), acts=(act,))
    assert second.voices
    assert attribute_acts(draft).acts[0].attribution == ()


def test_who_claims_an_attack_is_its_voice_where_the_noun_refers_back() -> None:
    text = "هز انفجار المدينة. وتبنت جماعة الفجر الانفجار."
    draft = _draft(text, [("انفجار", "ASSAULT", ""), ("الانفجار", "ASSAULT", "جماعة الفجر")])
    first, second = find_voices(draft).tellings
    at = text.index("جماعة")
    party = Party(id="p0", text="جماعة", start=at, end=at + 5, name="جماعة", mentions=(Span(at, at + 11),))
    act = Act(tellings=(second, first), type="ASSAULT")
    draft = msgspec.structs.replace(draft, parties=(party,), acts=(act,))
    assert attribute_acts(draft).acts[0].attribution == ("p0",)


def test_who_denies_an_act_is_no_voice_for_it() -> None:
    text = "قصفت الطائرات القرية. ونفى قائد الشرطة قصف القرية."
    draft = _draft(text, [("قصفت", "ASSAULT", ""), ("قصف القرية", "ASSAULT", "")])
    told, denied = find_voices(draft).tellings
    at = text.index("قائد")
    party = Party(id="p0", text="قائد", start=at, end=at + 4, name="قائد", mentions=(Span(at, at + 11),))
    denied = msgspec.structs.replace(denied, status="negated")
    draft = msgspec.structs.replace(draft, parties=(party,))
    acts = (
        Act(tellings=(told, denied), type="ASSAULT"),
        Act(tellings=(denied,), type="ASSAULT", status="negated"),
    )
    found = attribute_acts(msgspec.structs.replace(draft, acts=acts)).acts
    assert [act.attribution for act in found] == [(), ("p0",)]


def test_who_did_a_saying_is_no_voice_of_it() -> None:
    text = "وأكد الوزير دعمه للاتفاق."
    told = Telling(sentence=0, trigger=quote(text, 12, 16), type="SUPPORT", voices=(quote(text, 5, 11),))
    party = Party(id="p0", text="الوزير", start=5, end=11, name="الوزير", mentions=(Span(5, 11),))
    act = Act(tellings=(told,), type="SUPPORT", actors=("p0",))
    draft = Draft(article=Article(id="a", text=text), parties=(party,), acts=(act,))
    assert attribute_acts(draft).acts[0].attribution == ()
