"""Features of a trigger in its sentence for the judges: its mode, its status, whether it tells an act at all."""

from itertools import pairwise

from marsad.coding.cues import cue_words
from marsad.coding.features import PAD, Sentence

# Words before and after the trigger that the judge of status sees.
FAR = 9


def judge_features(seen: Sentence, at: int, kind: str) -> list[str]:
    """What the judges of mode and status see of the trigger at token ``at`` of type ``kind``."""
    word = seen.words[at]
    window = seen.words[max(0, at - 4) : at + 5]
    features = [
        "b", "k=" + kind, f"k|s={kind}|{word.stem}", "w=" + word.form, "s=" + word.stem, "p=" + word.prefix,
        f"p|2={word.prefix}|{word.stem[:1]}", f"k|f={kind}|{word.fine}", f"k|c={kind}|{word.coarse}",
    ]  # fmt: skip
    features += _neighbours(seen, at, kind)
    features += [f"k|n={kind}|{w.stem}" for w in window] + [f"n={w.stem}" for w in window]
    return features + _cues(seen, at)


def status_features(seen: Sentence, at: int, kind: str) -> list[str]:
    """What the judge of status sees beside that: words farther off, what leads in, how sentence and verb begin.

    On held-out silver they raise the macro F1 of status from 0.573 to 0.647, and the share right from 0.911 to 0.920.
    """
    words = seen.words
    far = [f"B={w.stem}" for w in words[max(0, at - FAR) : at]]
    far += [f"A={w.stem}" for w in words[at + 1 : at + FAR]]
    verb = words[at].form
    starts = [f"first={words[0].form}", f"k|v={kind}|{verb[:1]}", f"v={verb[:2]}"]
    told = {
        w for cue, known in cue_words().items() if cue != "clause" for w in known & _bare(seen, 0, len(words))
    }
    return [
        *judge_features(seen, at, kind),
        *far,
        *_lead(seen, at, kind),
        *starts,
        *(f"H={w}" for w in sorted(told)),
    ]


def _lead(seen: Sentence, at: int, kind: str) -> list[str]:
    """The pairs of words before the trigger, and the word before it with the verb's first letter."""
    forms = [w.form for w in seen.words[max(0, at - 3) : at]]
    told = [f"bg{n}={a}|{b}" for n, (a, b) in enumerate(pairwise(reversed(forms)), 2)]
    if forms:
        told += [f"lb={forms[-1]}", f"lb|v={forms[-1]}|{seen.words[at].form[:1]}", f"k|lb={kind}|{forms[-1]}"]
    return told


def _neighbours(seen: Sentence, at: int, kind: str) -> list[str]:
    told = []
    for step in (-2, -1, 1, 2):
        place = at + step
        inside = 0 <= place < len(seen.words)
        form, fine = (seen.words[place].form, seen.words[place].fine) if inside else (PAD, PAD)
        told += [f"w{step}={form}", f"k|f{step}={kind}|{fine}"]
    return told


def _cues(seen: Sentence, at: int) -> list[str]:
    """Words near before the trigger, or anywhere in the sentence, that turn a told act into another status."""
    near = _bare(seen, max(0, at - 4), at)
    whole = _bare(seen, 0, len(seen.words))
    cues = {name: words for name, words in cue_words().items() if name != "on"}
    told = [f"near-{name}" for name, words in cues.items() if near & words]
    told += [f"has-{name}" for name, words in cues.items() if whole & words]
    if any(w.prefix.endswith("س") for w in seen.words[max(0, at - 3) : at + 1]):
        told.append("future-verb")
    if "0000" in whole:
        told.append("has-year")
    return [*told, "title" if seen.number == 0 else "body"]


def _bare(seen: Sentence, start: int, end: int) -> set[str]:
    """Forms of a stretch of words, each also without a conjunction before it."""
    forms = {w.form for w in seen.words[start:end]}
    return forms | {f[1:] for f in forms if f[:1] in "وف"}
