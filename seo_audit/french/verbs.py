"""Verbs no rule gives: « prendre », « prit », « pris ».

`verbs.txt` has their principal parts. Forms are made when first asked for, for the verbs of one initial at a time.
"""

from collections.abc import Iterator
from functools import cache

from seo_audit.french.word_lists import sections, words_by_section

_NOUS = ("ons", "ez", "ais", "ait", "ions", "iez", "aient", "ant")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient")
_PAST = ("s", "t", "rent", "sse", "sses", "ssent")
_LONG = str.maketrans("iu", "îû")  # « prît », « parûmes »


def irregular(form: str) -> frozenset[str]:
    """The infinitives of the verbs of `verbs.txt` which `form`, in small letters, « oe » for « œ », belongs to."""
    return _forms(form[:1]).get(form, frozenset()) if form else frozenset()


@cache
def _forms(initial: str) -> dict[str, frozenset[str]]:
    """Form to infinitives, of the verbs with that initial."""
    forms: dict[str, frozenset[str]] = {}
    for infinitive, parts in _models():
        if infinitive[0] == initial:
            verb = frozenset({infinitive})
            for form in _conjugated(infinitive, parts):
                forms[form] = forms[form] | verb if form in forms else verb
    for form in words("never"):
        forms.pop(form, None)
    return forms


def _conjugated(infinitive: str, parts: tuple[str, ...]) -> Iterator[str]:
    je, il, nous, ils, future, past, participle, *others = parts
    yield infinitive
    yield from others
    if je:
        yield je
    if il:
        yield il
        yield il.replace("î", "i")  # « connait », as it may be written since 1990
    if nous:
        yield from [nous + ending for ending in _NOUS]
    if ils:
        yield from (ils + "e", ils + "es", ils + "ent")
    if future:
        yield from [future + ending for ending in _FUTURE]
        if "î" in future:
            yield from [future.replace("î", "i") + ending for ending in _FUTURE]
    if past:
        stem = past[:-1]
        yield from [stem + ending for ending in _PAST]
        place = max(stem.rfind("i"), stem.rfind("u"))
        lengthened = stem[:place] + stem[place:].translate(_LONG)
        yield from [lengthened + ending for ending in ("t", "mes", "tes")]
    if participle:
        yield from (participle, participle + "e", participle + "es")
        if not participle.endswith("s"):
            yield participle + "s"


@cache
def words(section: str) -> frozenset[str]:
    """The words of a section of `verbs.txt`."""
    listed = words_by_section(__package__, "verbs.txt")[section]
    return frozenset(word.replace("œ", "oe") for word in listed)


@cache
def _models() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each verb with its parts, « » for those it lacks."""
    models = []
    for line in sections(__package__, "verbs.txt")[""]:
        model, _, prefixes = line.replace("œ", "oe").partition(" + ")
        principal, _, others = model.partition(" | ")
        infinitive, *parts = principal.split()
        parts = ["" if part == "-" else part for part in parts] + others.split()
        before = prefixes.split() if infinitive.startswith("-") else ["", *prefixes.split()]
        for prefix in before:
            changed = tuple(part and prefix + part for part in parts)
            models.append((prefix + infinitive.lstrip("-"), changed))
    return tuple(models)
