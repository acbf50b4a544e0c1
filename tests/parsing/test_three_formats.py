"""The same article in HTML, Markdown and plain text: the same measures, verdicts and findings."""

import re
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import pytest

from seo_audit import engine, plugins
from seo_audit.brief.brief import Brief
from seo_audit.config.config import Config
from seo_audit.document import Document
from seo_audit.parsing import parse
from seo_audit.parsing.markdown.to_html import to_html
from seo_audit.report import Report, Status, Verdict
from seo_audit.source import Source

OPTIONS: dict[str, dict[str, Any]] = {
    "inclusive-forms": {"policy": "avoid"},
    "house-style": {"forbidden": {"solution innovante": ""}, "preferred": {"e-mail": "courriel"}},
    "complex-words": {"minimum_words": 20},
    "cliche": {"maximum": 0},
    "apostrophes": {"markdown": True},
}
"""What makes rules speak that are silent by default."""

MARKUP = {
    "fake-heading": "plain text has no markup that a heading could lack",
    "internal-links": "plain text has no links",
    "outbound-links": "plain text has no links",
    "meta-description": "the head of a page, or the front matter",
    "list-markup": "plain text has no markup that a list could lack",
    "heading-empty": "a heading without text is markup without text",
    "head-basics": "the head of a page",
    "lang-attribute": "the page’s own attribute",
    "byline": "asked of pages",
    "no-article": "asked of pages",
    "canonical": "the head of a page",
    "indexable": "the head of a page",
    "open-graph": "the head of a page",
    "structured-data": "the head of a page",
    "hreflang": "the head of a page",
    "dates": "the head of a page, or the front matter",
    "front-matter": "Markdown’s own",
    "title": "told to every format here, and of an HTML page only asked in its head",
}
"""Rules that need what one of the formats does not have."""


@dataclass(frozen=True)
class Article:
    """An article in no format: lines of a heading, of text, or of a list."""

    name: str
    parts: tuple[tuple[str, str], ...]
    keyphrase: str | None = None

    def html(self) -> str:
        return "\n".join(
            f"<{tag}><li>"
            + "</li>\n<li>".join(escape(text, quote=False).split("\n"))
            + f"</li></{tag}>"
            if tag == "ul"
            else f"<{tag}>{escape(text, quote=False)}</{tag}>"
            for tag, text in self.parts
        )

    def page(self) -> str:
        return (
            '<!doctype html><html lang="fr"><head><meta charset="utf-8">'
            f"<title>{escape(self.title)}</title></head>\n<body><nav><a href='/'>Accueil</a></nav>"
            f"<main><article>{self.html()}</article></main><footer>Mentions</footer></body></html>"
        )

    def markdown(self) -> str:
        marks = {"h1": "# ", "h2": "## ", "p": ""}
        return "\n\n".join(
            "- " + text.replace("\n", "\n- ") if tag == "ul" else marks[tag] + text
            for tag, text in self.parts
        )

    def text(self) -> str:
        return "\n\n".join(
            "- " + text.replace("\n", "\n- ") if tag == "ul" else text for tag, text in self.parts
        )

    @property
    def title(self) -> str:
        return self.parts[0][1]


def article(name: str, *parts: str, keyphrase: str | None = None) -> Article:
    """Parts begin with "# ", "## " or "- " (one item a line), as they would in Markdown."""
    tags = {"# ": "h1", "## ": "h2", "- ": "ul"}
    cut = tuple(
        (tags[part[:2]], part[2:].replace("\n- ", "\n"))
        if part[:2] in tags
        else ("h2", part[3:])
        if part.startswith("## ")
        else ("p", part)
        for part in parts
    )
    return Article(name, cut, keyphrase)


SOURCE = "La source qui l’alimente descend du plateau, passe sous la route et reparaît derrière l’église."
ARTICLES = (
    article(
        "sound",
        "# La fontaine du village coule de nouveau",
        "La fontaine du village coule depuis lundi. Elle était à sec, car sa source avait changé de lit. Un maçon "
        "à la retraite a trouvé la fuite en une matinée.",
        "## Une panne de quatre ans",
        f"Les voisins s’en souviennent : il fallait porter l’eau. {SOURCE} Enfin, le maire a promis une fête.",
        "Il faudra pourtant refaire le bassin. En effet, la pierre s’effrite :",
        "- le rebord, que les enfants escaladent ;\n- le fond, où la mousse a pris ;\n- la grille.",
        "## Qui paiera les travaux ?",
        "La commune paie la moitié. Le département et une souscription feront le reste, si tout va bien.",
        keyphrase="fontaine du village",
    ),
    article(
        "typography",
        '# Les 3èmes Rencontres de l\'eau : "un succès"',
        'L\'eau coule... Est-ce vrai? Oui! dit le maire : "Elle est la" ; 50% des voisins le croient. Etat des '
        "lieux : 12 km de tuyaux , 1ère panne , XXème siècle.",
        "Ecole et oeuvre d'art. Le coeur de la ville, c'est elle -- la fontaine - dit-on. A partir de lundi, les "
        "habitant·e·s sont invité·e·s à venir. Elle coule coule depuis de de longs mois.",
        "## A quand la suite?",
        "«La suite» viendra. Prix : 1 500€, ou 1500 $. Il est 12:30, voyez https://example.org/a?b=c ; merci.",
        keyphrase="eau",
    ),
    article(
        "copied",
        "# Le lavoir retrouve son toit",
        f"Le lavoir est fini (Photo : Agence du Lac). {SOURCE}",
        "TODO : dire depuis quand. Lorem ipsum dolor sit amet. La ville de [nom de la ville] est fière.",
        "## Les travaux",
        f"{SOURCE} Voir la page. Notre solution innovante vous sera envoyée par e-mail.",
        f"{SOURCE} Source link.",
        "Lire aussi : La foire aura lieu en août",
        "The village is very proud of its old fountain, which has been standing on the square for three hundred "
        "years without a single drop of water.",
        "Le bassin, lui, attend encore ses poissons rouges.",
    ),
    article(
        "heavy",
        "# La réfection de l’ancienne canalisation souterraine de notre communauté",
        "Dans un monde en constante évolution, il est important de noter que la réfection de la canalisation, qui a été "
        "décidée par la commune après une longue concertation avec les riverains, sera effectuée par une entreprise "
        "spécialisée dans le cadre d’un marché qui a été attribué l’an dernier par le conseil, et que les habitants "
        "seront informés par voie d’affichage.",
        "La commune a décidé. La commune a payé. La commune a réparé. Le SIVU a été consulté par la commune.",
        "## Les travaux",
        "La photogrammétrie et la géomorphologie conditionnent l’opérationnalisation des interconnexions. Les tuyaux "
        "sont posés par des ouvriers. Les pavés sont remis par eux.",
        "## Les travaux",
        "Afin de procéder à l’installation des compteurs, il convient de prendre rendez-vous.",
        keyphrase="canalisation",
    ),
    article(
        "stuffed",
        "# Pompe à chaleur : la pompe à chaleur, pompe à chaleur",
        "Une pompe à chaleur chauffe. La pompe à chaleur coûte cher. Votre pompe à chaleur dure vingt ans, et les "
        "pompes à chaleur se réparent. Une pompe à chaleur, c’est une pompe à chaleur.",
        "## Bien choisir",
        " ".join(
            f"Le {number}e conseil vaut pour toutes les maisons du pays." for number in range(2, 60)
        ),
        " ".join("On peut lire la notice avant de la ranger dans un tiroir." for _ in range(4)),
        keyphrase="pompe à chaleur",
    ),
    article(
        "short",
        "# Le lac",
        "Il est gelé depuis hier matin, et les enfants patinent déjà.",
        keyphrase="col",
    ),
)
FORMATS = ("html", "page", "markdown", "text")


def read(one: Article, form: str, **given: Any) -> tuple[Document, Report]:
    config = Config(
        title=one.title,
        description="Ce que l’on sait de la fontaine.",
        slug="la-fontaine",
        keyphrase=one.keyphrase,
        rules={name: {"enabled": True, **OPTIONS.get(name, {})} for name in plugins.rules()},
        brief=Brief(
            minimum_words=500, minimum_subheadings=3, must_mention=("moulin",), language="fr"
        ),
        today=date(2026, 11, 21),
        **given,
    )
    source = Source(getattr(one, form)())
    document = parse(source, config.parsing_for(source), "html" if form == "page" else form)  # type: ignore[arg-type]
    document = config.override(document)
    return document, engine.judge_document(document, config.settings(document, plugins.rules()))


def answers(one: Article, form: str) -> dict[str, object]:
    document, report = read(one, form)
    return {
        verdict.rule: (verdict.status.value, verdict.score, said(verdict, document))
        for verdict in report.verdicts
        if verdict.rule not in MARKUP
    }


def said(verdict: Verdict, document: Document) -> list[tuple[str, str, str]]:
    """Message, severity and the text at the place of each finding, markup left out."""
    found = []
    for finding in verdict.findings:
        place = finding.place
        text = document.source.text[place.offset : place.end_offset] if place else ""
        found.append((finding.message("fr"), finding.severity.value, _bare(text)))
    return found


def _bare(text: str) -> str:
    lines = re.sub(r"<[^>]*>", " ", text).splitlines()
    return " ".join(" ".join(re.sub(r"^\s*(?:#+|-) ", "", line) for line in lines).split())


@pytest.mark.parametrize("form", ["page", "markdown", "text"])
@pytest.mark.parametrize("one", ARTICLES, ids=lambda one: one.name)
def test_same_figures(one: Article, form: str) -> None:
    first, other = read(one, "html")[1].figures, read(one, form)[1].figures
    assert first
    assert other == first


@pytest.mark.parametrize("form", ["page", "markdown", "text"])
@pytest.mark.parametrize("one", ARTICLES, ids=lambda one: one.name)
def test_same_verdicts_and_findings(one: Article, form: str) -> None:
    expected, found = answers(one, "html"), answers(one, form)
    assert {rule: found[rule] for rule in expected if found[rule] != expected[rule]} == {
        rule: expected[rule] for rule in expected if found[rule] != expected[rule]
    }


@pytest.mark.slow
def test_no_rule_breaks_and_most_find_something() -> None:
    """Else the articles above would show nothing."""
    spoke: set[str] = set()
    for one in ARTICLES:
        for form in FORMATS:
            verdicts = read(one, form)[1].verdicts
            assert not [verdict.rule for verdict in verdicts if verdict.status is Status.BROKEN]
            spoke |= {verdict.rule for verdict in verdicts if verdict.status is Status.FAILED}
    judged = set(plugins.rules()) - set(MARKUP)
    assert len(judged & spoke) > len(judged) / 2, judged - spoke


def test_exceptions_are_rules() -> None:
    assert set(MARKUP) <= set(plugins.rules())


PROSE = (
    "Le four du village a été rallumé dimanche par deux boulangers, qui l’avaient réparé pendant l’hiver. On y cuit le "
    "pain une fois par mois, à tour de rôle, et chacun apporte son bois.\n\n"
)
WRITTEN = {
    "references": f"{PROSE}## Pour aller plus loin\n\n- [Le pain des villages](https://pain.example/four)\n"
    "- [Bâtir un four en terre](https://terre.example/batir)\n",
    "references that a sentence leads to": f"{PROSE}Deux livres en parlent :\n\n- [Le pain](pain.md)\n- [La terre](terre.md)\n\n{PROSE}",
    "references of others": f"{PROSE}- [Le pain des villages](https://pain.example/)\n- [Bâtir](https://terre.example/)\n\n{PROSE}",
    "references within items": f"{PROSE}- Les livres\n    - [Le pain](https://pain.example/)\n    - [La terre](https://terre.example/)\n\n{PROSE}",
    "addresses": f"{PROSE}<https://pain.example/four/du/village>\n\n<https://terre.example/batir/un/four>\n\n{PROSE}",
    "contents": f"- [Le bois](#le-bois)\n- [Le pain](#le-pain)\n    - [La pâte](#la-pate)\n\n{PROSE}## Le bois\n\n{PROSE}## Le pain\n\n{PROSE}### La pâte\n\n{PROSE}",
    "a way to a part": f"{PROSE}- [Le bois](#le-bois)\n- sec de deux ans\n\n## Le bois\n\n{PROSE}",
    "notes": f"{PROSE}Il date de 1840[^1], dit-on[^acte].\n\n{PROSE}[^1]: Archives de la commune.\n[^acte]: L’acte a brûlé.\n",
}


@pytest.mark.parametrize("form", ["page", "fragment"])
@pytest.mark.parametrize("name", WRITTEN)
def test_markdown_and_what_is_built_of_it_have_the_same_figures(name: str, form: str) -> None:
    written = Source(WRITTEN[name])
    built = to_html(written)
    if form == "page":
        built = (
            '<!doctype html><html lang="fr"><head><meta charset="utf-8"></head><body><nav><a href="/">Accueil</a></nav>'
            f"<main><article>{built}</article></main></body></html>"
        )
    config = Config()
    reports = [
        engine.judge_document(document, config.settings(document, plugins.rules()))
        for document in (
            parse(written, config.parsing_for(written), "markdown"),
            parse(Source(built), config.parsing_for(written), "html"),
        )
    ]
    assert reports[0].figures == reports[1].figures
