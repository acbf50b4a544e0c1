"""What changed between two versions of an article: measures, findings gone and new, score."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from seo_audit import engine, source
from seo_audit.config.nearest import Configurations
from seo_audit.message import Language, Message, number
from seo_audit.rendering.anchors import LEAST_DIFFERENCE
from seo_audit.rendering.escaping import visible
from seo_audit.rendering.labels import CATEGORIES, SEVERITIES
from seo_audit.rendering.points import cap_said
from seo_audit.report import PlacedFinding, Report, Status, Verdict
from seo_audit.rule import Category
from seo_audit.runner.run import Request

SCORE = Message(fr="Score : {old} → {new}{change}", en="Score: {old} → {new}{change}")
CAP = Message(fr="{path} : {cap}", en="{path}: {cap}")
CATEGORY = Message(fr="{name} : {old} → {new}{change}", en="{name}: {old} → {new}{change}")
MEASURES = Message(fr="Mesures", en="Measures")
SAME_MEASURES = Message(fr="Aucune mesure n’a changé.", en="No measure changed.")
GONE = Message(
    fr="{count:# constat disparu|# constats disparus}", en="{count:# finding|# findings} gone"
)
NEW = Message(
    fr="{count:# constat nouveau|# constats nouveaux}", en="{count:# new finding|# new findings}"
)
KEPT = Message(
    fr="{count:# constat inchangé|# constats inchangés}",
    en="{count:# finding unchanged|# findings unchanged}",
)
NONE = Message(fr="aucun", en="none")
LINE = Message(fr="l. {line}", en="l. {line}")
NOISE = Message(
    fr="moins de {least} points d’écart : cela ne veut rien dire",
    en="less than {least} points apart: it means nothing",
)

NAMES: Mapping[str, Message] = {
    "words": Message(fr="mots", en="words"),
    "sentences": Message(fr="phrases", en="sentences"),
    "paragraphs": Message(fr="paragraphes", en="paragraphs"),
    "characters": Message(fr="caractères", en="characters"),
    "syllables": Message(fr="syllabes", en="syllables"),
    "readability": Message(fr="lisibilité", en="readability"),
    "reading_ease": Message(
        fr="facilité de lecture (Kandel-Moles)", en="reading ease (Kandel–Moles)"
    ),
    "reading_minutes": Message(fr="minutes de lecture", en="minutes to read"),
    "headings": Message(fr="titres", en="headings"),
    "links": Message(fr="liens", en="links"),
    "images": Message(fr="images", en="images"),
    "language": Message(fr="langue", en="language"),
    "keyphrase": Message(fr="expression clé", en="keyphrase"),
    "keyphrase_count": Message(fr="emplois de l’expression clé", en="uses of the keyphrase"),
    "keyphrase_density": Message(
        fr="densité de l’expression clé (%)", en="density of the keyphrase (%)"
    ),
    "passive_share": Message(fr="part de phrases passives", en="share of passive sentences"),
    "connector_share": Message(
        fr="part de phrases avec connecteur", en="share of sentences with a connector"
    ),
    "long_sentence_share": Message(fr="part de phrases longues", en="share of long sentences"),
}
"""The measures compared, and what they are called."""


class Comparison(Struct, frozen=True):
    """Two reports, and what differs: measures by name (old, new), findings gone, new, and how many stayed."""

    old: Report
    new: Report
    measures: Mapping[str, tuple[Any, Any]]
    gone: tuple[tuple[Verdict, PlacedFinding], ...]
    fresh: tuple[tuple[Verdict, PlacedFinding], ...]
    kept: int


def read(request: Request) -> Comparison:
    """Audit the two articles a request names, each with its own configuration, and compare.

    Raises:
        SeoAuditError: one cannot be read, or its configuration is not understood.
    """
    configurations = Configurations(request.given)
    configurations.check_given()
    old, new = (_audited(Path(name), configurations, request) for name in request.arguments)
    return compare(old, new)


def compare(old: Report, new: Report) -> Comparison:
    """What differs between the reports of two versions.

    A finding is the same when its rule and fingerprint are: the text it is about, never its place.
    """
    before, after = _keyed(old), _keyed(new)
    one = asdict(old.figures) if old.figures else {}
    other = asdict(new.figures) if new.figures else {}
    return Comparison(
        old,
        new,
        {
            name: (one.get(name), other.get(name))
            for name in NAMES
            if one.get(name) != other.get(name)
        },
        tuple(pair for key, pair in before.items() if key not in after),
        tuple(pair for key, pair in after.items() if key not in before),
        len(before.keys() & after.keys()),
    )


def as_json(found: Comparison, language: Language) -> str:
    """A comparison as a JSON text."""
    data = {
        "old": _side(found.old),
        "new": _side(found.new),
        "categories": {
            category.value: {"old": one, "new": other}
            for category, one, other in _categories(found)
        },
        "measures": {
            name: {"old": one, "new": other} for name, (one, other) in found.measures.items()
        },
        "gone": [_finding(*pair, language) for pair in found.gone],
        "new_findings": [_finding(*pair, language) for pair in found.fresh],
        "kept": found.kept,
        "broken": sorted({*_broken(found.old), *_broken(found.new)}),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_text(found: Comparison, language: Language) -> Iterator[str]:
    """The lines of a comparison for people."""
    yield f"{visible(found.old.path)} → {visible(found.new.path)}"
    yield _changed(SCORE, found.old.score, found.new.score, language)
    for report in (found.old, found.new):
        if cap := cap_said(report, language):
            yield "  " + CAP.say(language, {"path": visible(report.path), "cap": cap})
    for category, one, other in _categories(found):
        if one != other:
            name = CATEGORIES[category].say(language)
            yield "  " + _changed(CATEGORY, one, other, language, name=name)
    yield ""
    if found.measures:
        yield MEASURES.say(language)
        longest = max(len(NAMES[name].say(language)) for name in found.measures)
        for name, (one, other) in found.measures.items():
            label = NAMES[name].say(language)
            line = f"  {label:<{longest}}  {_shown(one, language)} → {_shown(other, language)}"
            yield line + _doubt(name, one, other, language)
    else:
        yield SAME_MEASURES.say(language)
    for title, pairs in ((GONE, found.gone), (NEW, found.fresh)):
        yield ""
        yield title.say(language, {"count": len(pairs)})
        for verdict, finding in pairs:
            place = f", {LINE.say(language, {'line': finding.place.line})}" if finding.place else ""
            severity = SEVERITIES[finding.severity].say(language)
            yield f"  {verdict.rule} ({severity}{place})  {visible(finding.message(language))}"
    yield ""
    yield KEPT.say(language, {"count": found.kept})


def _side(report: Report) -> dict[str, str | int | None]:
    return {"path": report.path, "score": report.score, "score_limit": report.score_limit}


def is_broken(found: Comparison) -> bool:
    """Whether a rule crashed on either version."""
    return bool(_broken(found.old) or _broken(found.new))


def _audited(path: Path, configurations: Configurations, request: Request) -> Report:
    config = configurations.config(Path.cwd() / path)
    if request.language:
        config = replace(config, language=request.language)
    article = source.read(path, maximum_bytes=config.maximum_bytes)
    return engine.audit(article, config)


def _keyed(report: Report) -> dict[tuple[str, str], tuple[Verdict, PlacedFinding]]:
    return {(verdict.rule, one.fingerprint): (verdict, one) for verdict, one in report.findings}


def _categories(found: Comparison) -> Iterator[tuple[Category, int | None, int | None]]:
    old, new = found.old.categories, found.new.categories
    for category in Category:
        if category in old or category in new:
            yield category, old.get(category), new.get(category)


def _broken(report: Report) -> list[str]:
    return [verdict.rule for verdict in report.having(Status.BROKEN)]


def _finding(verdict: Verdict, finding: PlacedFinding, language: Language) -> dict[str, Any]:
    return {
        "rule": verdict.rule,
        "severity": finding.severity.value,
        "message": finding.message(language),
        "line": finding.place.line if finding.place else None,
        "column": finding.place.column if finding.place else None,
        "excerpt": finding.excerpt,
        "fingerprint": finding.fingerprint,
    }


def _changed(
    message: Message, old: int | None, new: int | None, language: Language, **values: str
) -> str:
    change = f" ({new - old:+d})" if old is not None and new is not None and old != new else ""
    shown = {"old": _shown(old, language), "new": _shown(new, language)}
    return message.say(language, {**shown, "change": change, **values})


def _doubt(name: str, old: float | None, new: float | None, language: Language) -> str:
    """What keeps a small change of readability from being taken for one."""
    if name != "readability" or old is None or new is None or abs(new - old) >= LEAST_DIFFERENCE:
        return ""
    return f" ({NOISE.say(language, {'least': LEAST_DIFFERENCE})})"


def _shown(value: object, language: Language) -> str:
    if value is None:
        return "–"
    if isinstance(value, int | float):
        return number(value, language)
    return visible(str(value))
