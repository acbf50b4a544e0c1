"""The rules' pages in French, made from the rules: `python docs/rule_pages.py` writes `docs/fr/regles/` anew.

A page a category, a section a rule, and an index. Nothing in them is written by hand: a test compares them with what
the rules say today.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from seo_audit import plugins
from seo_audit.cli.explain import option_facts, part_of_score, value_shown
from seo_audit.cli.style import Style
from seo_audit.french.lemmas import bare
from seo_audit.message import number
from seo_audit.rendering.escaping import code, markdown
from seo_audit.rendering.labels import CATEGORIES, EVIDENCE, SEVERITIES
from seo_audit.rule import Category, Evidence, Rule, SiteRule
from seo_audit.rule_support.examples import Example, examples

FOLDER = Path(__file__).parent / "fr" / "regles"
STYLE = Style("fr")
MADE = "<!-- Fait d’après les règles par « python docs/rule_pages.py » : ne pas modifier à la main. -->"
FENCE = re.compile("`{3,}")


def main() -> int:
    """Write the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = pages(every_rule())
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, "utf-8")
    return 0


def every_rule() -> Mapping[str, Rule | SiteRule]:
    """The rules of articles, then those of a whole site."""
    return {**plugins.rules(), **plugins.site_rules()}


def pages(rules: Mapping[str, Rule | SiteRule]) -> Mapping[str, str]:
    """The text of each page by the name of its file."""
    made = {"README.md": "\n".join(_index(rules)) + "\n"}
    for category in Category:
        own = [rule for rule in rules.values() if rule.category is category]
        if own:
            made[_file(category)] = "\n".join(_page(category, own)) + "\n"
    return made


def _file(category: Category) -> str:
    return bare(CATEGORIES[category].fr).replace(" ", "-") + ".md"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _index(rules: Mapping[str, Rule | SiteRule]) -> Iterator[str]:
    yield from (MADE, "", "# Les règles", "")
    yield (
        f"L’outil a {len(rules)} règles. Chacune dit ce qu’elle cherche, pourquoi, sur quoi elle repose, ce qui peut se régler, "
        "et le montre sur des exemples que les tests de l’outil vérifient."
    )
    yield from ("", "La preuve est une lettre\u00a0:", "")
    for evidence in (*Evidence, None):
        letter = evidence.value if evidence else "–"
        yield f"- **{letter}**\u00a0: {EVIDENCE[evidence].say('fr')}"
    yield ""
    yield (
        "Une règle se règle dans `seo-audit.toml`, sous `[rules.nom-de-la-règle]`\u00a0: ses options, sa gravité "
        '(`severity = "error"`), ou rien du tout (`enabled = false`). Pour une fois, un endroit, un dossier\u00a0: '
        "[la faire taire](../guide.md#faire-taire-une-règle)."
    )
    yield ""
    yield "Dans les exemples à corriger, ⟦ et ⟧ entourent l’endroit que le constat désigne."
    for category in Category:
        own = [rule for rule in rules.values() if rule.category is category]
        if not own:
            continue
        yield from ("", f"## {_capital(CATEGORIES[category].fr)}", "")
        yield from ("| règle | | gravité | preuve |", "|---|---|---|---|")
        for rule in own:
            letter = rule.evidence.value if rule.evidence else "–"
            yield (
                f"| [{rule.id}]({_file(category)}#{rule.id}) | {markdown(rule.title.say('fr'))} "
                f"| {SEVERITIES[rule.severity].say('fr')} | {letter} |"
            )


def _page(category: Category, rules: list[Rule | SiteRule]) -> Iterator[str]:
    yield from (MADE, "", f"# {_capital(CATEGORIES[category].fr)}", "")
    yield "[Toutes les règles](README.md)"
    for rule in rules:
        yield from ("", f"## {rule.id}", "")
        yield from _rule(rule)


def _rule(rule: Rule | SiteRule) -> Iterator[str]:
    letter = f"{rule.evidence.value}, " if rule.evidence else ""
    weight = number(getattr(rule, "points", 0), "fr")
    part = part_of_score(rule).say("fr", {"weight": weight})
    severity = SEVERITIES[rule.severity].say("fr")
    yield f"**{markdown(rule.title.say('fr'))}** – {severity}, {part}. Preuve\u00a0: {letter}{EVIDENCE[rule.evidence].say('fr')}."
    yield from ("", markdown(rule.what.say("fr")), "", markdown(rule.why.say("fr")))
    if rule.on_in is not None:
        profiles = ", ".join(f"`{one}`" for one in sorted(rule.on_in))
        said = (
            f"Active avec le profil {profiles}."
            if profiles
            else "Éteinte tant qu’on ne la demande pas."
        )
        yield from ("", said)
    if rule.references:
        yield ""
        named = "\u00a0; ".join(
            f"[{markdown(one.title)}](<{one.url}>)" if one.url else markdown(one.title)
            for one in rule.references
        )
        yield f"Qui le dit\u00a0: {named}."
    options = list(option_facts(rule, STYLE))
    if options:
        yield from ("", "| option | | |", "|---|---|---|")
        for name, facts, why in options:
            yield f"| `{name}` | {markdown(', '.join(facts))} | {markdown(why)} |"
    for example in examples(rule.doc):
        yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    settings = {**example.article, **example.options}
    shown = ", ".join(
        code(f"{name} = {value_shown(value, STYLE)}") for name, value in settings.items()
    )
    kind = "À corriger" if example.bad else "Convient"
    whole = "constat sur tout l’article" if example.bad and not example.marks else ""
    said = ", ".join(filter(None, (shown, whole)))
    yield from ("", f"{kind}{f' ({said})' if said else ''}\u00a0:", "")
    text = _marked(example)
    longest = max((len(one) for one in FENCE.findall(text)), default=2)
    fence = "`" * (longest + 1)
    yield from (f"{fence}{example.format}", text, fence)


def _marked(example: Example) -> str:
    edges = sorted(
        [(mark.start, 1, "⟦") for mark in example.marks]
        + [(mark.end, 0, "⟧") for mark in example.marks],
        reverse=True,
    )
    text = example.text
    for offset, _, edge in edges:
        text = text[:offset] + edge + text[offset:]
    return text


if __name__ == "__main__":
    sys.exit(main())
