"""The audit as one HTML page that opens anywhere: no file beside it, no request to any host.

Each article is a section of its own, so that a page of many is written at constant memory. Of a few articles all
content is in the page without JavaScript; of many the findings of those to mend first are, the rest is packed until
it is opened. Of very much, the annotated text of what is to mend last is left out, and said to be. The script adds
filters, sorting, copying and scrolling. Styles and script are allowed by their hashes and nothing else is: what an
article holds cannot run.
"""

from collections.abc import Iterator, Sequence
from statistics import median

from markupsafe import Markup
from seo_audit.reports.html.assets import css, environment, policy, script
from seo_audit.reports.html.context import Context, name_of, names, rule_title, say, words
from seo_audit.reports.html.fitting import fitted

from seo_audit import __version__
from seo_audit.message import Language, capital, shorten
from seo_audit.rendering import points
from seo_audit.rendering.days import written
from seo_audit.rendering.many import Overview, overview
from seo_audit.rendering.paths import below, common_folder, told
from seo_audit.rendering.summary import Line, Summary, View, to_mend_first

TITLE = 160
"""Characters of an article's title in headings."""

PACKED_FROM, OPEN = 20, 10
"""Articles from which they are packed, and how many of those to mend first are only by half: they are printed."""

MOST_BYTES = 3_960_000
"""Of a page of many articles: more is sent by no mail, and opens slowly."""

PLACES, THEMES = 8, 12
"""Articles named under a rule, and rules that are shown at once."""

PRINTED_ROWS = 200
"""Articles of the table that are printed."""


def render(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    """The whole page around the entries, which stand in the order of the summary's lines."""
    rows = _rows(summary.lines, view)
    context = words(view) | _context(rows, summary, view)
    templates = environment()
    start = templates.get_template("page_start.html.j2").render(context)
    yield start
    before, after = (templates.get_template(f"entry_{end}.html.j2") for end in ("start", "end"))
    frames = [(before.render(context | row), after.render(context | row)) for row in rows]
    # entries are zipped last: what is left of them, if anything, is nobody's
    texts = (_named(text, row) for row, text in zip(rows, entries, strict=False))
    shared: Sequence[tuple[int, Markup]] = ()
    if len(rows) > PACKED_FROM:
        around = (start, script(), *(part for frame in frames for part in frame))
        room = MOST_BYTES - sum(len(part.encode()) for part in around)
        packer, texts = fitted(rows, texts, _instead(view), room)
        shared = tuple(packer.shared)
        yield packer.sample
    for (head, foot), text in zip(frames, texts, strict=False):
        yield head
        yield text
        yield foot
    yield templates.get_template("page_end.html.j2").render(context | {"shared": shared})


def _context(rows: Sequence[Context], summary: Summary, view: View) -> Context:
    """What the templates of the page need besides words."""
    lines = summary.lines
    single = rows[0]["name"] if len(rows) == 1 else None
    many = say("report_many", view, count=len(rows))
    context = {
        "lines": lines,
        "rows": rows,
        "to_mend": sorted(rows, key=lambda row: row["urgency"]),
        "summary": summary,
        "fixed": summary.fixed,
        "css": Markup(css()),  # noqa: S704  our own file
        "script": Markup(script()),  # noqa: S704  our own file
        "policy": policy(),
        "version": __version__,
        "single": single,
        "page_title": say("report_of", view, title=single) if single else many,
        "heading": say("report", view) if single else many,
        "middle": round(median(summary.scores)) if summary.scores else None,
        "cover": _cover(summary, rows, view.language),
        "presented": view.presentation,
        "day": written(view.presentation.day, view.language) if view.presentation.day else "",
        "printed_rows": PRINTED_ROWS,
    }
    if len(rows) > 1:
        context |= _common(overview([line.tallies for line in lines]), rows)
    return context


def _named(text: str, row: Context) -> str:
    """An article's section; the same article twice on a page needs names of its own."""
    own: str = name_of(row["line"].path)
    return text if own == row["id"] else text.replace(own, row["id"])


def _instead(view: View) -> Markup:
    return Markup('<p class="soft">{}</p>\n').format(say("rest_left_out", view))


def _rows(lines: Sequence[Line], view: View) -> list[Context]:
    """What is told of each article outside its own section, in the order of the lines."""
    folder = common_folder(line.path for line in lines) if len(lines) > 1 else ""
    urgency = {id(line): place for place, line in enumerate(to_mend_first(lines))}
    return [
        _row(line, name, view)
        | {
            "path": below(line.path, folder) if folder.startswith("/") else told(line.path),
            "urgency": urgency[id(line)],
            "packed": len(lines) > PACKED_FROM and urgency[id(line)] >= OPEN,
            "worst_first": urgency[id(line)] < OPEN,
        }
        for line, name in zip(lines, names(lines), strict=True)
    ]


def _row(line: Line, name: str, view: View) -> Context:
    title = " ".join(line.title.split()) or told(line.path)
    return {
        "line": line,
        "id": name,
        "name": shorten(title, TITLE),
        "gate": -1 if line.error is not None else int(line.outcome.passed),
        "cap": points.cap_said(line, view.language),
        "worst": [rule_title(rule, view) for rule in line.worst],
    }


def _common(found: Overview, rows: Sequence[Context]) -> Context:
    """What the articles have in common: rules with the articles they concern, by number of row."""
    return {
        "repetitions": found.repetitions,
        "themes": found.themes,
        "places": PLACES,
        "themes_shown": THEMES,
        "row_of": lambda number: rows[number],
    }


def _cover(summary: Summary, rows: Sequence[Context], language: Language) -> Context:
    """What the first printed page says besides whom it is for."""
    lines = summary.lines
    score = lines[0].score if len(lines) == 1 else None
    if len(lines) > 1 and summary.scores:
        score = round(median(summary.scores))
    folder = common_folder(line.path for line in lines)
    if len(lines) == 1:
        audited = rows[0]["path"]
    else:
        audited = folder.rstrip("/").rpartition("/")[2] if folder else ""
    reasons = points.reasons_said(lines[0].outcome.reasons, language) if len(lines) == 1 else ()
    return {
        "score": score,
        "audited": audited,
        "passed": bool(lines) and summary.passed == len(lines),
        "reasons": [capital(reason) for reason in reasons],
    }


__all__ = ["render"]
