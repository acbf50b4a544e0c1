"""What every template may say and ask."""

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any

from seo_audit.reports.html import panels as panel
from seo_audit.reports.html.words import WORDS

from seo_audit.lazy import regex
from seo_audit.message import NBSP, Language, Value, capital, number
from seo_audit.rendering import points
from seo_audit.rendering.labels import CATEGORIES, EVIDENCE, SEVERITIES
from seo_audit.rendering.summary import Line, View
from seo_audit.rule import Evidence, Severity

Context = dict[str, Any]

LETTERS: Mapping[Evidence | None, str] = {None: "–", **{one: one.value for one in Evidence}}


def words(view: View) -> Context:
    """What every template may say."""
    language = view.language

    def told(key: str, **values: Value) -> str:
        return str(say(key, view, **values))

    return {
        "t": told,
        "n": lambda value: number(value, language),
        "language": language,
        "rules": view.rules,
        "limits": panel.LIMITS,
        "NBSP": NBSP,
        "severities": tuple(Severity),
        "points": lambda gain: points.gain_said(gain, language),
        "reasons_said": lambda reasons: [
            capital(spaced(reason, language)) for reason in points.reasons_said(reasons, language)
        ],
        "typo": lambda text: spaced(text, language),
        "tone": tone,
        "letter": lambda severity: severity.value[0],
        "rule_title": lambda rule: rule_title(rule, view),
        "severity_name": lambda severity: capital(SEVERITIES[severity].say(language)),
        "category_name": lambda category: capital(CATEGORIES[category].say(language)),
        "evidence": lambda evidence: _evidence(evidence, view),
    }


def tone(score: int | None) -> str:
    """The colour of a score: "good", "fair", "poor", or "not_scored"."""
    return "not_scored" if score is None else points.tone(score)


def say(key: str, view: View, **values: Value) -> str:
    """One of the page's own texts."""
    return spaced(WORDS[key].say(view.language, values), view.language)


def _evidence(evidence: Evidence | None, view: View) -> str:
    meaning = EVIDENCE[evidence].say(view.language)
    if evidence is None:
        return say("no_evidence", view, meaning=meaning)
    return say("evidence", view, letter=LETTERS[evidence], meaning=meaning)


def rule_title(rule: str, view: View) -> str:
    """A rule's title, or its id where it is none of these."""
    return points.title(rule, view.rules, view.language)


_BEFORE = regex(r" ([:;!?»%])(?=\s|$|[).,])")


def spaced(text: str, language: Language) -> str:
    """A French sentence with no-break spaces where lines must not end, in what it quotes as well.

    Messages are typeset already; quotations, and what plug-ins say, are not.
    """
    if language != "fr":
        return text
    return _BEFORE.sub(NBSP + r"\1", text).replace("« ", "«" + NBSP)


def name_of(path: str) -> str:
    """A name for an article's elements: a letter and eight hexadecimal digits, by its path."""
    return "a" + blake2b(path.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def names(lines: tuple[Line, ...]) -> Iterator[str]:
    """A name for each article, none twice."""
    seen: dict[str, int] = {}
    for line in lines:
        name = name_of(line.path)
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}-"
