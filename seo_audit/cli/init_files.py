"""The files `seo-audit init` writes: a commented configuration, a model of a brief."""

import re
from pathlib import Path

from seo_audit.cli.generators import Surroundings, surroundings
from seo_audit.config.file import TABLES
from seo_audit.errors import ConfigError, OutputError
from seo_audit.message import Language, Message
from seo_audit.runner.report_files import write_new
from seo_audit.toml import layers
from seo_audit.toml.writing import toml

EXISTS = Message(
    fr="{name} existe déjà et reste tel quel", en="{name} exists already and is left as it is"
)

WRITTEN_FOR = Message(
    fr="Écrite pour {generator}, d’après {mark} : relisez les lignes sans « # ».",
    en="Written for {generator}, after {mark}: read the lines without “#”.",
)
NO_METADATA = Message(
    fr="Des notes n’ont ni titre ni description de page : ôtez la ligne si elles sont publiées.",
    en="Notes have no title or description of a page: remove the line if they are published.",
)

CONFIGURATION = Message(
    fr="""\
# Configuration de seo-audit. Elle vaut pour les articles de ce dossier et de ses sous-dossiers.
# Les valeurs en commentaire sont celles de l’outil : ôtez le « # » pour en changer une.
# « seo-audit rules » donne les règles, « seo-audit explain RÈGLE » les options de l’une d’elles.

# Langue des messages : "fr" ou "en".
# lang = "fr"

# Jeu de seuils : "article", "news" (actualité), "guide" ou "langage-clair".
# profile = "article"

# Règles ou catégories à suivre seules, à écarter, à ajouter.
# select = ["content", "structure", "title"]
# ignore = ["typography"]
# extend-select = ["links"]

# Ce qui fait échouer un article : "error", "warning", "info" ou "never" ; un score ; un nombre.
# fail-on = "error"
# fail-under = 70
# max-warnings = 10

# Fichiers à laisser de côté dans un dossier, en plus de ceux de .gitignore.
# exclude = ["brouillons/", "*.draft.md"]

# Les laisser de côté même quand ils sont nommés, comme le fait un hook de pre-commit.
# force-exclude = true

# Le contenu principal des pages HTML, par un sélecteur CSS, quand l’outil ne le trouve pas.
# content = "main .article"

# L’hôte dont les pages sont internes, et le dossier où commencent les liens en « / ».
# site = "www.exemple.fr"
# root = "public"

# Le français de la région, pour la typographie : "fr-FR", "fr-CA", "fr-CH".
# region = "fr-FR"

# La plus grande taille d’un fichier, en octets.
# maximum-bytes = 10000000

# L’expression clé des articles qui n’en déclarent pas, et celles qui l’accompagnent.
# keyphrase = "fontaine du village"
# secondary = ["eau potable"]

# La commande que les articles doivent remplir (« seo-audit init --brief » en écrit une).
# brief = "brief.toml"

# Options des règles, chacune avec sa gravité ; « enabled » éteint une règle.
# [rules.word-count]
# minimum = 700
# severity = "error"

# [rules.sentence-length]
# enabled = false

# Une règle se trompe à un endroit ? Dans l’article, sur la ligne d’avant :
#     <!-- seo-audit-disable-next-line link-text -- pourquoi -->
# « seo-audit explain silencing » dit les autres façons de la faire taire.

# Les clés de l’en-tête des articles Markdown, quand elles portent d’autres noms.
# [front-matter]
# title = ["titre", "title"]
# description = ["chapo", "description"]

# Règles à taire dans certains fichiers.
# [per-file-ignores]
# "mentions-legales.md" = ["word-count", "keyphrase"]

# D’autres valeurs pour certains fichiers : toutes les clés ci-dessus.
# [[overrides]]
# files = ["actualites/**"]
# profile = "news"
""",
    en="""\
# Configuration of seo-audit. It holds for the articles in this folder and below.
# The values in comments are the tool's own: remove the "#" to change one.
# "seo-audit rules" lists the rules, "seo-audit explain RULE" the options of one of them.

# Language of the messages: "fr" or "en".
lang = "en"

# Set of thresholds: "article", "news", "guide" or "langage-clair" (plain language).
# profile = "article"

# Rules or categories to ask alone, to leave out, to add.
# select = ["content", "structure", "title"]
# ignore = ["typography"]
# extend-select = ["links"]

# What fails an article: "error", "warning", "info" or "never"; a score; a number.
# fail-on = "error"
# fail-under = 70
# max-warnings = 10

# Files to leave out of a folder, besides those of .gitignore.
# exclude = ["drafts/", "*.draft.md"]

# Leave them out even when they are named, as a pre-commit hook does.
# force-exclude = true

# The main content of HTML pages, as a CSS selector, where the tool does not find it.
# content = "main .article"

# The host whose pages are internal, and the folder where links in "/" begin.
# site = "www.example.com"
# root = "public"

# The French of the region, for typography: "fr-FR", "fr-CA", "fr-CH".
# region = "fr-FR"

# The largest size of a file, in bytes.
# maximum-bytes = 10000000

# The keyphrase of articles that declare none, and those that go with it.
# keyphrase = "fontaine du village"
# secondary = ["eau potable"]

# The brief the articles must meet ("seo-audit init --brief" writes one).
# brief = "brief.toml"

# Options of rules, each with its severity; “enabled” turns a rule off.
# [rules.word-count]
# minimum = 700
# severity = "error"

# [rules.sentence-length]
# enabled = false

# A rule is wrong at one place? In the article, on the line before:
#     <!-- seo-audit-disable-next-line link-text -- why -->
# "seo-audit explain silencing" tells the other ways to silence it.

# Keys of the front matter of Markdown articles, where they have other names.
# [front-matter]
# title = ["titre", "title"]
# description = ["chapo", "description"]

# Rules to silence in some files.
# [per-file-ignores]
# "legal-notice.md" = ["word-count", "keyphrase"]

# Other values for some files: any of the keys above.
# [[overrides]]
# files = ["news/**"]
# profile = "news"
""",
)

BRIEF = Message(
    fr="""\
# Une commande : ce que l’article doit remplir. « seo-audit --brief brief.toml article.md »
# « seo-audit explain brief » dit ce que chaque clé contrôle.

# L’expression clé visée, et celles qui l’accompagnent.
keyphrase = "fontaine du village"
# secondary = ["eau potable", "patrimoine rural"]

# Langue de l’article, nombre de mots et d’intertitres demandés.
language = "fr"
minimum_words = 700
# maximum_words = 1200
minimum_subheadings = 3

# Ce dont l’article doit parler.
# must_mention = ["mairie", "sourcier"]

# Le texte dont il est tiré, et les pages qui répondent à la même question.
# source = "source.txt"
# reference = ["concurrents/*.html"]
""",
    en="""\
# A brief: what the article must meet. "seo-audit --brief brief.toml article.md"
# "seo-audit explain brief" tells what each key checks.

# The keyphrase aimed at, and those that go with it.
keyphrase = "fontaine du village"
# secondary = ["eau potable", "patrimoine rural"]

# Language of the article, words and subheadings asked.
language = "fr"
minimum_words = 700
# maximum_words = 1200
minimum_subheadings = 3

# What the article must speak of.
# must_mention = ["mairie", "sourcier"]

# The text it was made from, and pages that answer the same query.
# source = "source.txt"
# reference = ["competitors/*.html"]
""",
)


def write(folder: Path, language: Language, *, brief: bool) -> tuple[str, Surroundings]:
    """Write a starter file into a folder; its name, and what it was written for.

    Raises:
        OutputError: it exists already, or cannot be written.
    """
    name, text = ("brief.toml", BRIEF) if brief else ("seo-audit.toml", CONFIGURATION)
    found = Surroundings() if brief else surroundings(folder)
    if not brief and _has_table(folder / "pyproject.toml"):
        raise OutputError(EXISTS, name="[tool.seo-audit] (pyproject.toml)")
    # not `say`: the braces of TOML are no fields
    said = text.fr if language == "fr" else text.en
    try:
        write_new(folder / name, said if brief else suited(said, found, language))
    except FileExistsError as error:
        raise OutputError(EXISTS, name=name) from error
    return name, found


def suited(text: str, found: Surroundings, language: Language) -> str:
    """The commented configuration with the values that suit what lies around it."""
    values = {
        "exclude": list(found.exclude) or None,
        "root": found.root,
        "site": found.site,
        "region": found.region,
        "ignore": None if found.own_metadata else ["metadata"],
    }
    for key, value in values.items():
        if value is not None:
            line = f"{key} = {toml(value)}"
            if key == "ignore":
                line = f"# {NO_METADATA.say(language)}\n{line}"
            text = re.sub(rf"(?m)^# {key} = .*$", line.replace("\\", r"\\"), text, count=1)
    if found.generator:
        values_of = {"generator": found.generator, "mark": found.mark}
        text = f"# {WRITTEN_FOR.say(language, values_of)}\n{text}"
    return text


def _has_table(path: Path) -> bool:
    try:
        return layers.read(path, TABLES[path.name]) is not None
    except ConfigError:
        return False
