"""The audit as one HTML page that opens anywhere: no file beside it, no request to any host.

Each article is a section of its own, so that a page of many is written at constant memory. All
content is in the page without JavaScript; the script adds filters, sorting, copying and scrolling.
Styles and script are allowed by their hashes and nothing else is: what an article holds cannot run.
"""

from collections.abc import Iterator

from markupsafe import Markup
from seo_audit.reports.html.assets import css, environment, policy, script
from seo_audit.reports.html.context import Context, name_of, names, rule_title, say, words

from seo_audit import __version__
from seo_audit.message import shorten
from seo_audit.rendering.summary import Line, Summary, View

TITLE = 160
"""Characters of an article's title in headings."""


def render(entries: Iterator[str], summary: Summary, view: View) -> Iterator[str]:
    """The whole page around the entries, which stand in the order of the summary's lines."""
    lines = summary.lines
    rows = [_row(line, name, view) for line, name in zip(lines, names(lines), strict=True)]
    context = words(view)
    single = rows[0]["name"] if len(rows) == 1 else None
    context |= {
        "lines": lines,
        "rows": rows,
        "summary": summary,
        "fixed": summary.fixed,
        "css": Markup(css()),  # noqa: S704  our own file
        "script": Markup(script()),  # noqa: S704  our own file
        "policy": policy(),
        "version": __version__,
        "page_title": say("report_of", view, title=single)
        if single
        else say("report_many", view, count=len(rows)),
        "heading": say("report", view) if single else say("report_many", view, count=len(rows)),
    }
    templates = environment()
    yield templates.get_template("page_start.html.j2").render(context)
    before = templates.get_template("entry_start.html.j2")
    after = templates.get_template("entry_end.html.j2")
    # entries are zipped last: what is left of them, if anything, is nobody's
    for row, text in zip(rows, entries, strict=False):
        own = name_of(row["line"].path)
        yield before.render(context | row)
        # the same article twice on a page needs names of its own
        yield text if own == row["id"] else text.replace(own, row["id"])
        yield after.render(context | row)
    yield templates.get_template("page_end.html.j2").render(context)


def _row(line: Line, name: str, view: View) -> Context:
    title = " ".join(line.title.split()) or line.path
    return {
        "line": line,
        "id": name,
        "name": shorten(title, TITLE),
        "gate": -1 if line.error is not None else int(line.outcome.passed),
        "worst": [rule_title(rule, view) for rule in line.worst],
    }
