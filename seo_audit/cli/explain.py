"""What `rules` and `explain` print: every rule with its state, one rule with all there is to know."""

from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import islice
from typing import Any

from seo_audit.brief.profiles import PROFILES
from seo_audit.cli import silence
from seo_audit.cli.style import Style
from seo_audit.config.config import Config
from seo_audit.config.options import basis_of, option_types
from seo_audit.message import NBSP, Message, capital, number
from seo_audit.rendering.labels import CATEGORIES, EVIDENCE, SEVERITIES
from seo_audit.rule import Basis, Category, Reference, Rule, Severity, SiteRule
from seo_audit.rule_support.examples import Example, examples
from seo_audit.rule_support.site.examples import SiteExample, site_examples
from seo_audit.source import Span
from seo_audit.toml.values import shown

STATES = Message(
    fr="{on:# règle active|# règles actives} sur {total}",
    en="{on:# rule|# rules} on, of {total}",
)
HINT = Message(
    fr="« ○ » : éteinte ici. Preuve : A Google, B norme, C outils, D convention, – choix de la maison. "
    "Une règle en détail : seo-audit explain RÈGLE",
    en="“○”: off here. Evidence: A Google, B standard, C tools, D convention, – a choice of the house. "
    "One rule in detail: seo-audit explain RULE",
)
OFF_BUT_IN = Message(fr="active avec --profile {profiles}", en="on with --profile {profiles}")
NEEDS_BRIEF = Message(fr="active avec --brief", en="on with --brief")
WHY = Message(fr="Pourquoi", en="Why")
PROOF = Message(fr="Preuve", en="Evidence")
SOURCES = Message(fr="Qui le dit", en="Who says so")
OPTIONS = Message(fr="Options", en="Options")
NO_OPTIONS = Message(
    fr="Aucune, hors « severity » et « enabled ».", en="None, besides “severity” and “enabled”."
)
DEFAULT = Message(fr="{value} par défaut", en="{value} by default")
IN_PROFILE = Message(fr="{value} en profil {profile}", en="{value} in profile {profile}")
BETWEEN = Message(fr="de {low} à {high}", en="from {low} to {high}")
AT_LEAST = Message(fr="au moins {low}", en="at least {low}")
AT_MOST = Message(fr="au plus {high}", en="at most {high}")
SET_IT = Message(fr="Régler, dans seo-audit.toml", en="To set it, in seo-audit.toml")
BAD = Message(fr="À corriger", en="To mend")
FIXED = Message(fr="Corrigé par --fix", en="Mended by --fix")
SUGGESTED = Message(fr="Suggéré (--unsafe-fixes)", en="Suggested (--unsafe-fixes)")
GOOD = Message(fr="Convient", en="Fine")
WHOLE = Message(fr="constat sur tout l’article", en="finding about the whole article")
OF_A_SITE = Message(
    fr="hors du score des articles : juge un site entier (seo-audit site)",
    en="outside the score of articles: judges a whole site (seo-audit site)",
)
ALL_OF_THEM = Message(fr="Toutes ensemble", en="All of them")
ALONE = Message(fr="elles seules, une fois :", en="alone, once:")
WITHOUT = Message(fr="aucune, par seo-audit.toml :", en="none of them, by seo-audit.toml:")
PART_OF_SCORE = Message(fr="poids de {weight} dans le score", en="weighs {weight} in the score")
APART = Message(
    fr="hors du score : suroptimisation, montrée à part",
    en="outside the score: over-optimisation, shown apart",
)
NONE = Message(fr="aucun", en="none")
EXAMPLES_SHOWN = 2
LINES_SHOWN = 14


def rule_list(rules: Mapping[str, Rule | SiteRule], config: Config, style: Style) -> Iterator[str]:
    """Lines of `seo-audit rules`: by category, with severity, evidence and state."""
    for category in Category:
        own = {rule.id: rule for rule in rules.values() if rule.category is category}
        if own:
            yield from _of_category(category, own, config, style, longest=max(map(len, rules)))
            yield ""
    yield style.say(STATES, on=sum(map(config.is_on, rules.values())), total=len(rules))
    yield from style.wrapped(style.say(HINT))


def category_page(
    category: Category,
    rules: Mapping[str, Rule | SiteRule],
    config: Config,
    style: Style,
) -> Iterator[str]:
    """Lines of `seo-audit explain CATEGORY`: its rules, and how to ask them alone or not at all."""
    own = {name: rule for name, rule in rules.items() if rule.category is category}
    yield from _of_category(category, own, config, style, longest=max(map(len, own), default=0))
    yield ""
    yield from style.wrapped(style.say(HINT))
    yield from _section(style, ALL_OF_THEM)
    for message, text in (
        (ALONE, f"seo-audit --select {category} article.md"),
        (WITHOUT, f'ignore = ["{category}"]'),
    ):
        yield f"  {style.say(message)}"
        yield f"    {text}"


def category_named(name: str) -> Category | None:
    """The category of a name, English or French, with or without accents; None when it is none."""
    from seo_audit.french.lemmas import bare

    for category in Category:
        if bare(name.replace("_", "-")) in (category.value, bare(CATEGORIES[category].fr)):
            return category
    return None


def _of_category(
    category: Category,
    own: Mapping[str, Rule | SiteRule],
    config: Config,
    style: Style,
    *,
    longest: int,
) -> Iterator[str]:
    words = max(len(message.say(style.language)) for message in SEVERITIES.values())
    name = style.say(CATEGORIES[category])
    also = f" ({category.value})" if category.value != name else ""
    yield style.bold(f"{capital(name)}{also}")
    for rule in own.values():
        state = config.is_on(rule)
        severity = Severity(config.rules.get(rule.id, {}).get("severity", rule.severity))
        padded = f"{style.say(SEVERITIES[severity]):<{words}}"
        line = (
            f"  {'●' if state else '○'} {rule.id:<{longest}}  {style.paint(padded, severity)}  "
            f"{rule.evidence.value if rule.evidence else '–'}  {style.say(rule.title)}"
        )
        remark = "" if state else _remark(rule, config, style)
        yield line + (style.dim(f" ({remark})") if remark else "")


def _remark(rule: Rule | SiteRule, config: Config, style: Style) -> str:
    if rule.category is Category.BRIEF and config.brief is None:
        return style.say(NEEDS_BRIEF)
    profile = config.profile or PROFILES[0]
    if rule.on_in is not None and profile not in rule.on_in and rule.on_in:
        return style.say(OFF_BUT_IN, profiles=", ".join(sorted(rule.on_in)))
    return ""


def rule_page(rule: Rule | SiteRule, style: Style) -> Iterator[str]:
    """Lines of `seo-audit explain RULE`."""
    yield style.bold(f"{rule.id} – {style.say(rule.title)}")
    category = style.say(CATEGORIES[rule.category])
    severity = style.paint(style.say(SEVERITIES[rule.severity]), rule.severity)
    part = style.say(part_of_score(rule), weight=number(getattr(rule, "points", 0), style.language))
    yield f"{category}, {severity}, {part}"
    yield ""
    yield from style.wrapped(style.say(rule.what))
    yield from _section(style, WHY)
    yield from style.wrapped(style.say(rule.why), 2)
    if rule.on_in is not None:
        profiles = ", ".join(sorted(rule.on_in)) or style.say(NONE)
        yield from style.wrapped(style.say(OFF_BUT_IN, profiles=profiles), 2)
    yield from _section(style, PROOF)
    letter = f"{rule.evidence.value} – " if rule.evidence else ""
    yield f"  {letter}{style.say(EVIDENCE[rule.evidence])}"
    if rule.references:
        yield from _section(style, SOURCES)
        for reference in rule.references:
            yield from _reference(reference, style, 2)
    yield from _section(style, OPTIONS)
    yield from _options(rule, style)
    found = examples(rule.doc)
    sites = site_examples(rule.doc)
    for bad, title in ((True, BAD), (False, GOOD)):
        for example in islice((one for one in found if one.bad is bad), EXAMPLES_SHOWN):
            yield from _example(example, title, style)
        for site in islice((one for one in sites if one.bad is bad), EXAMPLES_SHOWN):
            yield from _site_example(site, title, style)
    yield from _section(style, silence.SILENCE)
    yield from silence.ways(rule.id, style)


def part_of_score(rule: Rule | SiteRule) -> Message:
    """What part a rule has in an article's score; `weight` is to be filled in."""
    if isinstance(rule, SiteRule):
        return OF_A_SITE
    return APART if rule.over_optimisation else PART_OF_SCORE


def _section(style: Style, title: Message) -> Iterator[str]:
    yield ""
    yield style.bold(style.say(title))


def _reference(reference: Reference, style: Style, indent: int) -> Iterator[str]:
    yield from style.wrapped(reference.title, indent + 2, " " * indent + "- ")
    if reference.url:
        yield " " * (indent + 2) + reference.url


def _options(rule: Rule | SiteRule, style: Style) -> Iterator[str]:
    defaults = rule.options()
    first = None
    for name, facts, why in option_facts(rule, style):
        first = first or name
        yield from style.wrapped(", ".join(facts), 6, f"  {style.bold(name)} ")
        if why:
            yield from style.wrapped(why, 6)
    if first is None:
        yield f"  {style.say(NO_OPTIONS)}"
        return
    value = getattr(defaults, first)
    if isinstance(value, str | int | float) and not isinstance(value, Enum):
        colon = f"{NBSP}:" if style.language == "fr" else ":"
        yield ""
        yield f"  {style.say(SET_IT)}{colon}"
        yield f"    [rules.{rule.id}]"
        yield f"    {first} = {shown(value)}"


def option_facts(rule: Rule | SiteRule, style: Style) -> Iterator[tuple[str, list[str], str]]:
    """The options of a rule: name, what it is by default and in profiles and its limits, what the default rests on."""
    defaults = rule.options()
    for name, hint in option_types(rule.options).items():
        default = getattr(defaults, name)
        basis = basis_of(hint)
        facts = [style.say(DEFAULT, value=value_shown(default, style))]
        why = ""
        if basis:
            facts += [
                style.say(IN_PROFILE, value=value_shown(value, style), profile=profile)
                for profile, value in basis.profiles.items()
            ]
            facts += _limits(basis, style)
            who = f" ({basis.who.title})" if basis.who else ""
            why = style.say(basis.why) + who
        yield name, facts, why


def _limits(basis: Basis, style: Style) -> Iterator[str]:
    low = None if basis.at_least is None else number(basis.at_least, style.language)
    high = None if basis.at_most is None else number(basis.at_most, style.language)
    if low is not None and high is not None:
        yield style.say(BETWEEN, low=low, high=high)
    elif low is not None:
        yield style.say(AT_LEAST, low=low)
    elif high is not None:
        yield style.say(AT_MOST, high=high)


def value_shown(value: Any, style: Style) -> str:
    """A value of an option, as it is written in the language."""
    if isinstance(value, bool) or value is None:
        return style.say(NONE) if value is None else shown(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, int | float):
        return number(value, style.language)
    if isinstance(value, tuple | list | Mapping | frozenset) and not value:
        return "[]" if not isinstance(value, Mapping) else "{}"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} = {shown(one)}" for key, one in islice(value.items(), 5))
    return shown(value)


def _site_example(example: SiteExample, title: Message, style: Style) -> Iterator[str]:
    options = "".join(f", {name} = {shown(value)}" for name, value in example.options.items())
    address = f", {example.url}" if example.url else ""
    yield ""
    yield f"{style.bold(style.say(title))} (site{options}{address})"
    lines = example.text.split("\n")
    for line in lines[:LINES_SHOWN]:
        yield f"  │ {line}".rstrip()
    if len(lines) > LINES_SHOWN:
        yield "  │ …"


def _example(example: Example, title: Message, style: Style) -> Iterator[str]:
    options = "".join(
        f", {name} = {shown(value)}"
        for name, value in {**example.article, **example.options}.items()
    )
    whole = f", {style.say(WHOLE)}" if example.bad and not example.marks else ""
    yield ""
    yield f"{style.bold(style.say(title))} ({example.format}{options}{whole})"
    yield from _framed(_marked(example.text, example.marks, style))
    if example.mended is not None:
        yield style.bold(style.say(SUGGESTED if example.is_suggestion else FIXED))
        yield from _framed(example.mended.replace("\u00a0", "⍽"))


def _framed(text: str) -> Iterator[str]:
    lines = text.split("\n")
    for line in lines[:LINES_SHOWN]:
        yield f"  │ {line}".rstrip()
    if len(lines) > LINES_SHOWN:
        yield "  │ …"


def _marked(text: str, marks: tuple[Span, ...], style: Style) -> str:
    """The text with its marks in colour, or in brackets where there are no colours."""
    start, end = ("\x1b[4;31m", "\x1b[0m") if style.color else ("⟦", "⟧")
    edges = sorted(
        [(mark.start, 1, start) for mark in marks] + [(mark.end, 0, end) for mark in marks]
    )
    pieces, at = [], 0
    for offset, _, edge in edges:
        # a colour must not run into the frame of the next line
        part = text[at:offset]
        if style.color and edge == end:
            part = part.replace("\n", f"{end}\n{start}")
        pieces += [part, edge]
        at = offset
    return "".join(pieces) + text[at:]
