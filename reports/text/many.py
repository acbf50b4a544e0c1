"""Many articles on one screen: by rule, the gravest first, with the places; then the articles to mend first."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from seo_audit.message import Message, Value
from seo_audit.rendering import points
from seo_audit.rendering.columns import cut, cut_left, styled, text_width, unbroken, wrap
from seo_audit.rendering.escaping import visible
from seo_audit.rendering.labels import tagged
from seo_audit.rendering.many import Overview, Repetition, Theme, overview
from seo_audit.rendering.paths import below, common_folder
from seo_audit.rendering.summary import Line, Summary, View, to_mend_first
from seo_audit.rule import Severity


class Limits(Struct, frozen=True):
    """How many repetitions, rules of each severity, rules with places and articles are shown."""

    repetitions: int
    rules: tuple[int, int, int]
    places: int
    articles: int


LIMITS = (
    Limits(5, (12, 8, 4), 20, 10),
    Limits(4, (8, 6, 3), 12, 8),
    Limits(3, (6, 5, 2), 8, 7),
    Limits(2, (5, 4, 2), 5, 5),
)
"""From generous to tight: the first that fits a screen is taken, else the last."""

EVERYTHING = Limits(10_000, (10_000, 10_000, 10_000), 10_000, 10)

ROOM = 40
"""Lines of a screen that are left beside the totals and the closing words."""

MARK = 7
INDENT = " " * (MARK + 2)
"""Columns of a severity, and what stands before lines without one."""

PLACE = 44
"""Columns of an article's path beside others: of a path the end says most."""

SHORT = {
    Severity.ERROR: Message(fr="erreur", en="error"),
    Severity.WARNING: Message(fr="avert.", en="warning"),
    Severity.INFO: Message(fr="info", en="info"),
}
REPEATED = Message(
    fr="Répété sur la plupart des pages, sans doute par leur modèle",
    en="Repeated on most pages, by their template no doubt",
)
ON = Message(fr="{count} articles sur {all} : {message}", en="{count} articles of {all}: {message}")
BY_RULE = Message(fr="Par règle, la plus grave d’abord", en="By rule, the gravest first")
THEME = Message(
    fr="{title} : {count:# constat|# constats}, {articles:# article|# articles}",
    en="{title}: {count:# finding|# findings}, {articles:# article|# articles}",
)
MORE_RULES = Message(
    fr="… et {count:# autre règle|# autres règles} : {rules}",
    en="… and {count:# other rule|# other rules}: {rules}",
)
MORE_PLACES = Message(fr="et {count:# autre|# autres}", en="and {count:# other|# others}")
ARTICLES = Message(fr="Articles à reprendre d’abord", en="Articles to mend first")
IN_FOLDER = Message(fr="dans {folder}", en="in {folder}")
MORE_ARTICLES = Message(
    fr="… et {count:# autre|# autres} ; --verbose montre chaque article en entier",
    en="… and {count:# other|# others}; --verbose shows every article whole",
)


def screen(summary: Summary, view: View) -> Iterator[str]:
    """What the articles have in common, in as many lines as a screen has left."""
    found = overview([line.tallies for line in summary.lines])
    for limits in (EVERYTHING,) if view.verbose else LIMITS:
        lines = list(_lines(found, summary, limits, view))
        if len(lines) <= ROOM:
            break
    yield from lines


def _lines(found: Overview, summary: Summary, limits: Limits, view: View) -> Iterator[str]:
    say = view.language
    if found.repetitions:
        yield styled(REPEATED.say(say), "bold", view)
        for one in found.repetitions[: limits.repetitions]:
            yield _repetition(one, len(summary.lines), view)
        yield from _rest([one.rule for one in found.repetitions[limits.repetitions :]], view)
        yield ""
    if found.themes:
        yield styled(BY_RULE.say(say), "bold", view)
        folder = common_folder(line.path for line in summary.lines)
        names = [visible(below(line.path, folder)) for line in summary.lines]
        shown = [
            theme
            for severity, most in zip(Severity, limits.rules, strict=True)
            for theme in [one for one in found.themes if one.severity is severity][:most]
        ]
        for number, theme in enumerate(shown):
            yield _theme(theme, view)
            if number < limits.places:
                yield _places(theme, names, view)
        yield from _rest([one.rule for one in found.themes if one not in shown], view)
        yield ""
    yield from _articles(summary, limits.articles, view)


def _mark(severity: Severity, view: View) -> str:
    name = SHORT[severity].say(view.language)
    return styled(name.rjust(MARK), severity, view) + "  "


def _repetition(one: Repetition, count: int, view: View) -> str:
    values: dict[str, Value] = {
        "count": len(one.articles),
        "all": count,
        "message": visible(one.message),
    }
    tag = " " + tagged(one.rule, view.rules)
    room = view.width - len(INDENT) - text_width(tag)
    text = cut(ON.say(view.language, values), max(room, 20))
    return _mark(one.severity, view) + text + styled(tag, "dim", view)


def _theme(theme: Theme, view: View) -> str:
    title = points.title(theme.rule, view.rules, view.language)
    values: dict[str, Value] = {"title": title, "count": theme.count, "articles": len(theme.told)}
    tag = " " + tagged(theme.rule, view.rules)
    room = view.width - len(INDENT) - text_width(tag)
    text = cut(THEME.say(view.language, values), max(room, 20))
    return _mark(theme.severity, view) + text + styled(tag, "dim", view)


def _places(theme: Theme, names: Sequence[str], view: View) -> str:
    """The first places of as many articles as a line holds, then how many there are besides."""
    room = view.width - len(INDENT)
    text = ""
    for number, one in enumerate(theme.told):
        example = one.tally.examples[0] if one.tally.examples else None
        place = f":{example.line}:{example.column}" if example and example.line else ""
        name = cut_left(names[one.article], PLACE) + place
        left = len(theme.told) - number - 1
        more = f" {MORE_PLACES.say(view.language, {'count': left})}" if left else ""
        longer = f"{text}, {name}" if text else name
        if text_width(longer + more) > room:
            if text:
                left += 1
                return INDENT + styled(
                    f"{text} {MORE_PLACES.say(view.language, {'count': left})}", "dim", view
                )
            return INDENT + styled(cut(name, max(room - text_width(more), 1)) + more, "dim", view)
        text = longer
    return INDENT + styled(text, "dim", view)


def _rest(rules: Sequence[str], view: View) -> Iterator[str]:
    if rules:
        names = ", ".join(dict.fromkeys(rules))
        text = MORE_RULES.say(view.language, {"count": len(dict.fromkeys(rules)), "rules": names})
        yield INDENT + styled(cut(text, max(view.width - len(INDENT), 20)), "dim", view)


def _articles(summary: Summary, most: int, view: View) -> Iterator[str]:
    """The articles that need work first; `closing` has the table of all."""
    say = view.language
    worst = [
        line
        for line in to_mend_first(summary.lines)
        if line.tallies or line.error or line.score_limit is not None
    ]
    if not worst or view.verbose:
        return
    folder = common_folder(line.path for line in summary.lines)
    title = ARTICLES.say(say)
    if folder:
        title += f" ({IN_FOLDER.say(say, {'folder': visible(folder)})})"
    yield styled(cut(title, view.width), "bold", view)
    for line in worst[:most]:
        yield _article(line, below(line.path, folder), view)
    if len(worst) > most:
        text = MORE_ARTICLES.say(say, {"count": len(worst) - most})
        yield from (styled(one, "dim", view) for one in wrap("  " + text, view.width))


def _article(line: Line, name: str, view: View) -> str:
    style = {"good": "good", "fair": "middling", "poor": "bad", "none": "dim"}
    score = "–" if line.score is None else str(line.score)
    head = "  " + styled(score.rjust(3), style[points.tone(line.score)], view) + "  "
    cap = points.cap_said(line, view.language)
    first = ", ".join(points.title(rule, view.rules, view.language) for rule in line.worst)
    if line.error is not None:
        first = visible(line.error)
    room = view.width - 7
    shown = cut_left(visible(name), max(room // 2, 12))
    rest = " — " + ", ".join(filter(None, (cap, first)))
    return head + shown + styled(cut(unbroken(rest), max(room - text_width(shown), 0)), "dim", view)
