"""The parties of an article: whom its tellings name, each referent once, with every place that names it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from marsad.coding.draft import Draft
from marsad.coding.home import home
from marsad.coding.referents import Named, Referents, referents
from marsad.coding.wholes import wholes
from marsad.knowledge.groups import groups
from marsad.knowledge.identify import identify
from marsad.knowledge.identity import Identity
from marsad.knowledge.phrase import cut
from marsad.knowledge.wording import bare
from marsad.record import Party, Quote, Span

# The longest mention that still reads as a name; a longer one is a description.
_FULLEST = 90


class _Mention(NamedTuple):
    span: Span
    words: str
    identity: Identity


def name_parties(draft: Draft) -> Draft:
    """The draft with ``parties``: everyone its tellings name as actor, recipient or voice.

    Ids are p1, p2 ... by first appearance in the text. ``text`` is the fullest mention, ``mentions`` are all
    places where tellings name the party and, for proper names, the other places of the text that do.
    """
    known = referents(draft.tokens, draft.text, draft.article.published, home(draft.article, draft.tokens))
    known = known.with_named(_named_in_quotes(draft, known))
    told = _told(draft, known)
    groups: dict[str, list[_Mention]] = defaultdict(list)
    for mention in told:
        groups[_key(mention)].append(mention)
    _add_elsewhere(groups, known, draft.text, [mention.span for mention in told])
    ordered = sorted(groups.values(), key=lambda mentions: min(mention.span for mention in mentions))
    parties = tuple(_party(f"p{n}", mentions) for n, mentions in enumerate(ordered, 1))
    return msgspec.structs.replace(draft, parties=parties)


def of(draft: Draft, quote: Quote) -> tuple[str, ...]:
    """Ids of the parties a quote names, in its order; several where it lists several, none where none is known."""
    at: dict[Span, list[str]] = defaultdict(list)
    for party in draft.parties:
        for mention in party.mentions:
            at[mention].append(party.id)
    exact = [key for whole in wholes(draft.text, quote) for key in at.get(whole.span, ())]
    if exact:
        return tuple(dict.fromkeys(exact))
    around = draft.party_at(quote)
    return (around,) if around else ()


def _told(draft: Draft, known: Referents) -> list[_Mention]:
    """The mentions of all quotes, each span once (twice where it means two parties), in order of the text."""
    found: dict[Span, list[_Mention]] = {}
    for quote in _quotes(draft):
        for whole in wholes(draft.text, quote):
            if whole.span not in found:
                who = known.who(whole.words, whole.span.start)
                found[whole.span] = [_Mention(whole.span, whole.span.of(draft.text), one) for one in who]
    return sorted((one for mentions in found.values() for one in mentions), key=lambda one: one.span)


def _named_in_quotes(draft: Draft, known: Referents) -> Iterator[Named]:
    """People whom quotes name in full although no table knows them."""
    for quote in _quotes(draft):
        for whole in wholes(draft.text, quote):
            who = identify(whole.words, on=known.on, home=known.home)
            if who.source == "names":
                yield Named(whole.span.start, whole.span.end, whole.words, who)


def _quotes(draft: Draft) -> Iterator[Quote]:
    for telling in draft.tellings:
        yield from (*telling.actors, *telling.recipients, *telling.voices)


def _key(mention: _Mention) -> str:
    """What mentions of one referent share."""
    identity = mention.identity
    if identity.ref and identity.source != "bodies":
        return identity.ref
    if identity.source == "names":
        return "name:" + _last_word(identity.name)
    words = " ".join(sorted(_distinct(mention.words)))
    return f"{identity.kind}:{identity.country}:{words}"


def _last_word(name: str) -> str:
    tokens = cut(name).tokens
    return tokens[-1].folded if tokens else name


def _distinct(words: str) -> set[str]:
    """The words by which a body differs from others of its state: all but nationality, state and particles."""
    phrase = cut(words)
    return {
        bare(phrase.tokens[index].folded)
        for piece in phrase.pieces
        if piece.tag not in {"NATIONALITY", "COUNTRY"} and not piece.role
        for index in range(piece.first, piece.last + 1)
    }


def _add_elsewhere(
    groups: dict[str, list[_Mention]], known: Referents, text: str, taken: Sequence[Span]
) -> None:
    """Adds the places where the text names a party again by a proper name, outside all told mentions."""
    for one in known.named:
        ref = one.identity.ref
        if ref is None or ref not in groups:
            continue
        span = Span(one.start, one.end)
        pair = all(mention.identity.source == "pair" for mention in groups[ref])
        if pair or not any(span.meets(other) for other in taken):
            groups[ref].append(_Mention(span, span.of(text), one.identity))


def _party(key: str, mentions: list[_Mention]) -> Party:
    best = _fullest(mentions)
    identity = next((m.identity for m in mentions if m.identity.source == "persons"), best.identity)
    return Party(
        id=key,
        text=best.words,
        start=best.span.start,
        end=best.span.end,
        name=identity.name,
        name_en=identity.name_en,
        kind=identity.kind,
        country=identity.country,
        sector=identity.sector,
        title=identity.title or best.identity.title,
        ref=identity.ref,
        mentions=tuple(sorted({mention.span for mention in mentions})),
    )


def _fullest(mentions: list[_Mention]) -> _Mention:
    """The longest mention that is no long description, of this party alone; the first of equals.

    A name counts before those who speak or fight for its bearer (مصادر في الحركة).
    """
    return max(
        mentions,
        key=lambda one: (
            one.identity.source != "pair",
            _is_itself(one),
            min(len(one.words), _FULLEST),
            -one.span.start,
        ),
    )


def _is_itself(mention: _Mention) -> bool:
    """Whether words name an organisation itself, at most with its kind before it, not its members nor by a pointer."""
    group = groups().get((mention.identity.ref or "").removeprefix("group:"))
    if group is None:
        return True
    first = next((piece.first for piece in cut(mention.words).pieces if piece.tag == "GROUP"), None)
    return first is not None and mention.identity.name_en == group.name_en and first <= 1
