"""Facts of an article beside its source: what is the same, what is added, what is attributed, what is lost."""

from collections.abc import Mapping

import pytest
from conftest import CheckRule
from growth import grows_linearly, repeated
from tables import each_row

from seo_audit import read
from seo_audit.brief.brief import Brief
from seo_audit.brief.facts import compare
from seo_audit.brief.target import Target
from seo_audit.brief.texts import BriefText


def added(article: str, source: str) -> list[str]:
    found = compare(read(article, format="text"), BriefText("s.txt", text=source), Target())
    return [fact.text for fact in found.added]


SAME = [
    ("Il coûte 70 Md$.", "Il coûte 70 milliards de dollars."),
    ("Il coûte 70 Md$.", "Il coûte soixante-dix milliards de dollars."),
    ("Un don de 1,5 million d’euros.", "Un don de 1\u202f500\u202f000 €."),
    ("Un don d’un million et demi d’euros.", "Un don de 1,5 M€."),
    ("On compte 12 pour cent.", "On compte 12\u00a0%."),
    ("Il a 97 ans.", "Il a quatre-vingt-dix-sept ans."),
    ("Il a septante ans.", "Il a 70 ans."),
    ("Le 19/05/2023, il part.", "Il part vendredi 19 mai 2023."),
    ("Il part le 19 mai.", "Il part le 2023-05-19."),
    ("Du 15 au 17 mai 2023.", "Du 15 mai 2023 au 17 mai 2023."),
    ("Depuis 2023, il part.", "Il part le 19 mai 2023."),
    ("Au XIXe siècle, il part.", "Il part en 1850."),
    ("De 10 à 20 % des gens.", "Entre 10 % et 20 % des gens."),
    ("Il y a cinq États.", "Il y a 5 pays."),
    ("Près de 70 euros.", "Il coûte 68,9 euros."),
    ("La 27e édition.", "La vingt-septième édition, 27e du nom."),
    ("Il vient de Xi’an.", "Il vient de Xian."),
    ("Les Chinois partent.", "La Chine part."),
    ("Il va en Kirghizie, au Kirghizistan.", "Il va au Kirghizistan."),
    ("Il aime Zelensky.", "Il aime Zelenskyy."),
    ("Il aime l’Etat et l’ETAT.", "Il aime l’État."),
    ("Il vend Chine-Asie centrale.", "En Asie, la Chine vend."),
    ("Le train part à 15 h 30.", "Le train part à 15h30."),
    ("Il fait 3 km.", "Il fait 3\u202f000 mètres."),
    ("Deux dirigeants, un an et 3 conseils.", "Rien de tel."),
    ("Rien n’est perdu. Hier encore, tout allait.", "Tout va."),
    ("Étape 4 : n° 12, page 7.", "Rien de tel."),
]


@pytest.mark.parametrize(("article", "source"), SAME, ids=[pair[0] for pair in SAME])
def test_written_otherwise_is_the_same(article: str, source: str) -> None:
    assert added(article, source) == []


OTHER = [
    (
        "Il coûte 70 milliards d’euros.",
        "Il coûte 70 milliards de dollars.",
        ["70 milliards d’euros"],
    ),
    ("Il coûte 71 Md$.", "Il coûte 70 milliards de dollars.", ["71 Md$"]),
    ("Près de 80 euros.", "Il coûte 68,9 euros.", ["80 euros"]),
    ("Il part le 19 mai 2022.", "Il part le 19 mai 2023.", ["19 mai 2022"]),
    ("Il part le 19 mai 2023.", "Il part le 19 mai.", ["19 mai 2023"]),
    ("Du 15 au 17 mai 2023.", "Rien.", ["15 au 17 mai 2023"]),
    ("Au XVIIIe siècle.", "En 1850.", ["XVIIIe"]),
    ("Le train part à 15 h 30.", "Le train part à 15h45.", ["15 h 30"]),
    ("Il est en Irak.", "Il est en Iran.", ["Irak"]),
    ("Il voit Sadyr Japarov. Puis Japarov part.", "Il part.", ["Sadyr Japarov"]),
    (
        "Il rejoint l’Organisation de coopération de Shanghai.",
        "Rien.",
        ["Organisation de coopération de Shanghai"],
    ),
    ("Il y a 1\u00a0200 habitants.", "Il y a des habitants.", ["1\u00a0200 habitants"]),
]


@pytest.mark.parametrize(("article", "source", "found"), OTHER, ids=[one[0] for one in OTHER])
def test_what_the_source_lacks(article: str, source: str, found: list[str]) -> None:
    assert added(article, source) == found


ATTRIBUTED = [
    "Selon Météo-France, il a fait 18 °C.",
    "D’après le maire, il a fait 18 °C.",
    "Il a fait [18 °C](https://example.org/).",
    "« Il a fait 18 °C à l’ombre », dit le maire.",
    "Le maire a déclaré qu’il avait fait 18 °C.",
    "Il a fait 18 °C, indique la mairie.",
    "Il a fait 18 °C (Insee, 2020).",
]


@each_row("sentence", ATTRIBUTED)
def test_an_attribution_in_the_sentence_is_enough(sentence: str) -> None:
    found = compare(
        read(f"Il gèle.\n\n{sentence} Il pleut.", format="markdown"),
        BriefText("s.txt", text="Il gèle."),
        Target(),
    )
    assert found.added == ()
    assert "18 °C" in [fact.text for fact in found.attributed]


@each_row(
    "text",
    [
        "Selon le maire, il gèle. Il a fait 18 °C.",
        "« Il gèle », et il a fait 18 °C.",
        "Il a fait 18 °C, mais le maire a souligné l’importance du gel.",
    ],
)
def test_an_attribution_elsewhere_is_none(text: str) -> None:
    assert added(text, "Le maire dit qu’il gèle.") == ["18 °C"]


def test_title_description_alt_and_data(check_rule: CheckRule) -> None:
    text = """<html><head><title>Le gel de ⟦2021⟧</title>
<meta name="description" content="À ⟦Mouthe⟧, il gèle.">
<script type="application/ld+json">{"@type": "Article", "headline": "Un gel de ⟦18 °C⟧",
"author": {"name": "Aline Perret"}, "datePublished": "2026-01-02"}</script></head>
<body><main><h1>Le gel</h1><p>Il gèle fort ici, et il gèle encore.</p>
<img src="a.jpg" alt="Le gel à ⟦Pontarlier⟧"></main></body></html>"""
    article = {"brief": Brief(source=BriefText("s.txt", text="Il gèle fort ici."))}
    check_rule("brief-facts", text, "html", article=article)


def test_what_the_brief_names_is_granted(check_rule: CheckRule) -> None:
    brief: Mapping[str, object] = {"must_mention": ["Mouthe"]}
    article = {"brief": dict(brief), "source": "Il gèle."}
    assert not check_rule("brief-facts", "Il gèle à Mouthe.", "text", article=article)


def test_main_facts_that_were_lost(check_rule: CheckRule) -> None:
    source = "Le gel a coûté 70 milliards de dollars à la Chine.\n\nUne autre fois, deux arbres."
    article = {"brief": Brief(source=BriefText("s.txt", text=source))}
    (one,) = check_rule("brief-facts", "Le gel a coûté cher.", "text", article=article)
    assert one.severity == "info"
    assert "70 milliards de dollars (l. 1), Chine (l. 1)" in one.message("fr")
    assert "Main points" in one.message("en")


def test_each_fact_once_with_its_other_places(check_rule: CheckRule) -> None:
    article = {"brief": Brief(source=BriefText("s.txt", text="Il gèle."))}
    text = "Il gèle à ⟦Mouthe⟧. Puis Mouthe dégèle, et Mouthe regèle."
    (one,) = check_rule("brief-facts", text, "text", article=article)
    assert len(one.related) == 2


def test_an_article_agrees_with_itself() -> None:
    text = (
        "# Le gel\n\nLe 3 mars 2020, à Mouthe (Doubs), l’IGN/OSM a lu -18 °C, soit 3,5 % de plus.\n"
    )
    found = compare(read(text, format="markdown"), BriefText("s.md", text=text), Target())
    assert found == type(found)()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("unit", "times"),
    [("A", 50_000), ("1 ", 20_000), ("Deux-", 10_000), ("« ", 20_000), ("de La ", 9_000)],
)
def test_hostile_text_is_read_in_linear_time(unit: str, times: int) -> None:
    beside = BriefText("s.txt", text="Rien.")
    work = repeated(unit, lambda text: compare(read(text, format="text"), beside, Target()))
    assert grows_linearly(work, times)
