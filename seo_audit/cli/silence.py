"""How to silence a rule: what `explain RULE` ends with, and `explain silencing` says in full."""

from collections.abc import Iterator

from seo_audit.cli.style import Style
from seo_audit.judging.suppression import RULE_ID
from seo_audit.message import Message

SILENCE = Message(fr="La taire", en="To silence it")
WAYS = (
    (
        Message(fr="à un endroit de l’article, la ligne d’avant", en="at one place of the article, the line before"),
        "<!-- seo-audit-disable-next-line {rule} -- {why} -->",
    ),
    (
        Message(fr="dans tout l’article, par son en-tête", en="in the whole article, by its front matter"),
        "seo: {{disable: [{rule}]}}",
    ),
    (
        Message(fr="dans certains fichiers, par seo-audit.toml", en="in some files, by seo-audit.toml"),
        '[per-file-ignores]\n"{drafts}/**" = ["{rule}"]',
    ),
    (Message(fr="partout, par seo-audit.toml", en="everywhere, by seo-audit.toml"), 'ignore = ["{rule}"]'),
    (Message(fr="une fois", en="once"), "seo-audit --ignore {rule} {article}"),
)  # fmt: skip
WHY = Message(fr="pourquoi", en="why")
DRAFTS = Message(fr="brouillons", en="drafts")
TITLE = Message(fr="Faire taire une règle", en="Silencing a rule")
WHAT = Message(
    fr="Une règle a ses exceptions : on la fait taire là où elle se trompe, et on dit pourquoi. Ce qui est tu ne compte pas "
    "dans le score. Une catégorie fait taire toutes ses règles. Un commentaire qui ne fait rien taire est signalé : sa "
    "raison d’être a disparu.",
    en="A rule has its exceptions: it is silenced where it is wrong, and why is said. What is silenced does not count in "
    "the score. A category silences all its rules. A comment that silences nothing is reported: what it was for is gone.",
)
RANGE = Message(fr="Sur plusieurs lignes", en="Over several lines")
RANGE_WHAT = Message(
    fr="Sans nom de règle, toutes se taisent. Un constat sur tout l’article se tait par un « seo-audit-disable » n’importe "
    "où. Un article en texte seul n’a ni commentaires ni en-tête : pour lui, seo-audit.toml.",
    en="Without the name of a rule all are silent. A finding about the whole article is silenced by a “seo-audit-disable” "
    "anywhere. An article in plain text has neither comments nor front matter: for it, seo-audit.toml.",
)


def ways(rule: str, style: Style) -> Iterator[str]:
    """Lines that show each way to silence a rule."""
    names = {
        "rule": rule,
        "why": style.say(WHY),
        "drafts": style.say(DRAFTS),
        "article": "article.md",
    }
    for where, text in WAYS:
        colon = "\u00a0:" if style.language == "fr" else ":"
        yield f"  {style.say(where)}{colon}"
        yield from (f"    {line}" for line in text.format(**names).split("\n"))


def page(style: Style, rule: str) -> Iterator[str]:
    """Lines of `seo-audit explain silencing`, with a rule for an example."""
    yield style.bold(f"{RULE_ID} – {style.say(TITLE)}")
    yield ""
    yield from style.wrapped(style.say(WHAT))
    yield ""
    yield from ways(rule, style)
    yield ""
    yield style.bold(style.say(RANGE))
    yield f"    <!-- seo-audit-disable {rule} -- {style.say(WHY)} -->"
    yield "    …"
    yield f"    <!-- seo-audit-enable {rule} -->"
    yield from style.wrapped(style.say(RANGE_WHAT), 2)
