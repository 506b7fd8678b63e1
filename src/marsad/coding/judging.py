"""Features of a trigger in its sentence for the judges: its mode, its status, whether it tells an act at all."""

from marsad.coding.cues import cue_words
from marsad.coding.features import PAD, Sentence


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
    cues = cue_words()
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
