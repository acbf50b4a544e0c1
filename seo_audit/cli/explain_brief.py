"""What `seo-audit explain brief` prints: every key of a brief, what it asks, and which rule answers."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from seo_audit.cli.style import Style
from seo_audit.message import Message
from seo_audit.rule import Rule

TITLE = Message(fr="La commande d’un article", en="The brief of an article")
WHAT = Message(
    fr="Un article est souvent commandé : tant de mots, des intertitres, tel texte à réécrire. La commande le dit dans un "
    "fichier TOML, et chaque clé devient un contrôle : ce qui était demandé, ce qui a été trouvé, où.",
    en="An article is often commissioned: so many words, subheadings, a text to rewrite. The brief says so in a TOML file, "
    "and each key becomes a check: what was asked, what was found, where.",
)
WHERE = Message(fr="Où l’écrire", en="Where to write it")
PLACES = (
    Message(
        fr="seo-audit --brief brief.toml article.md : un fichier (« seo-audit init --brief » en écrit un).",
        en="seo-audit --brief brief.toml article.md: a file (“seo-audit init --brief” writes one).",
    ),
    Message(
        fr='[brief] dans seo-audit.toml, ou brief = "brief.toml" : pour tous les articles du dossier.',
        en='[brief] in seo-audit.toml, or brief = "brief.toml": for all articles of the folder.',
    ),
    Message(
        fr="seo: dans l’en-tête de l’article, avec les mêmes clés ; elles l’emportent, une à une.",
        en="seo: in the article’s front matter, with the same keys; they are stronger, one by one.",
    ),
)
KEYS = Message(fr="Clés", en="Keys")
RELATIVE = Message(
    fr="Les chemins partent du dossier de la commande. Une clé inconnue, une valeur fausse, un texte introuvable : une ligne "
    "d’erreur avec le fichier et la ligne, statut 2.",
    en="Paths begin in the brief’s folder. An unknown key, a wrong value, a missing text: one line of error with the file "
    "and the line, status 2.",
)
ANSWERS = Message(fr="Règle : {rules}", en="Rule: {rules}")


class KeyPage(Struct, frozen=True):
    """A key, an example of its value in TOML, and what it asks."""

    key: str
    example: str
    asks: Message


PAGES = (
    KeyPage(
        "keyphrase",
        '"fontaine du village"',
        Message(
            fr="L’expression clé visée. Le texte doit l’employer ; les règles d’expression clé s’en servent.",
            en="The keyphrase aimed at. The text must use it; the rules about keyphrases go by it.",
        ),
    ),
    KeyPage(
        "secondary",
        '["eau potable", "patrimoine rural"]',
        Message(
            fr="Celles qui l’accompagnent, que le texte doit employer.",
            en="Those that go with it, which the text must use.",
        ),
    ),
    KeyPage(
        "language",
        '"fr"',
        Message(fr="La langue de l’article.", en="The language of the article."),
    ),
    KeyPage(
        "minimum_words",
        "700",
        Message(
            fr="Le nombre de mots du contenu principal, au moins.",
            en="Words of the main content, at least.",
        ),
    ),
    KeyPage(
        "maximum_words",
        "1200",
        Message(fr="Le même, au plus.", en="The same, at most."),
    ),
    KeyPage(
        "minimum_subheadings",
        "3",
        Message(fr="Le nombre d’intertitres, au moins.", en="Subheadings, at least."),
    ),
    KeyPage(
        "must_mention",
        '["mairie", "Xi’an"]',
        Message(
            fr="Ce dont le texte doit parler, au moins une fois, sous n’importe quelle forme.",
            en="What the text must speak of, once at least, in any form.",
        ),
    ),
    KeyPage(
        "source",
        '"source.txt"',
        Message(
            fr="Le texte à réécrire (texte, Markdown ou HTML). Le titre doit changer ; les suites de huit mots reprises sont "
            "montrées ; chiffres, dates et noms ajoutés sans source, ou perdus, aussi.",
            en="The text to rewrite (plain text, Markdown or HTML). The title must change; runs of eight words taken over are "
            "shown; so are figures, dates and names added without a source, or lost.",
        ),
    ),
    KeyPage(
        "reference",
        '["concurrents/*.html"]',
        Message(
            fr="Des pages qui répondent à la même question : des fichiers ou des motifs. Leur vocabulaire commun est comparé "
            "à celui de l’article, sans effet sur le score.",
            en="Pages that answer the same query: files or patterns. Their shared vocabulary is compared with the article’s, "
            "without effect on the score.",
        ),
    ),
)


def page(style: Style, rules: Mapping[str, Rule]) -> Iterator[str]:
    """The lines of the page; `rules` say which keys they answer."""
    yield style.bold(f"brief – {style.say(TITLE)}")
    yield ""
    yield from style.wrapped(style.say(WHAT))
    yield ""
    yield style.bold(style.say(WHERE))
    for place in PLACES:
        yield from style.wrapped(style.say(place), 4, "  - ")
    yield ""
    yield style.bold(style.say(KEYS))
    for one in PAGES:
        yield f"  {one.key} = {one.example}"
        yield from style.wrapped(style.say(one.asks), 6)
        names = ", ".join(name for name, rule in rules.items() if one.key in rule.answers)
        yield from style.wrapped(style.dim(style.say(ANSWERS, rules=names)), 6)
    yield ""
    yield from style.wrapped(style.say(RELATIVE))
