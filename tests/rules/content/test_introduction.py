from conftest import CheckRule
from tables import each_row

PAGE = "<h1>Un</h1>{}<h2>Deux</h2><p>Trois.</p>"


@each_row(("words", "found"), [(2, True), (3, False), (5, False), (6, True)])
def test_limits(check_rule: CheckRule, words: int, found: bool) -> None:
    paragraph = "<p>" + " ".join(["mot"] * words) + ".</p>"
    page = PAGE.format(f"⟦{paragraph}⟧" if found else paragraph)
    assert bool(check_rule("introduction", page, minimum=3, maximum=5)) is found


def test_a_list_introduces_too(check_rule: CheckRule) -> None:
    check_rule("introduction", PAGE.format("<ul><li>un deux</li><li>trois</li></ul>"), minimum=3)


def test_without_subheadings_there_is_nothing_to_introduce(check_rule: CheckRule) -> None:
    check_rule("introduction", "<h1>Un</h1><p>Mot.</p>", applies=False)
    check_rule("introduction", "<h2>Un</h2>", applies=False)


@each_row(
    "name",
    [
        "Introduction",
        "Intro",
        "Avant-propos",
        "En bref :",
        "1. Introduction",
        "IV) Intro",
        "Introduction : le gel",
        "Introduction: le gel",
        "Préambule – l’hiver",
        "1.1 Introduction",
        "7.1. Introduction",
        "3 Introduction",
        "Introduction au gel",
        "Introduction à l’hiver du lac",
    ],
)
def test_an_introduction_may_have_a_heading(check_rule: CheckRule, name: str) -> None:
    check_rule("introduction", f"<h1>Le lac</h1><h2>{name}</h2><p>Il est gelé.</p>", applies=False)


@each_row("name", ["Introduction en bourse", "Le gel : introduction", "En bref, il gèle"])
def test_other_headings_with_its_name_introduce_nothing(check_rule: CheckRule, name: str) -> None:
    check_rule("introduction", f"<h1>Le lac</h1>⟦<h2>{name}</h2>⟧<p>Il est gelé.</p>")


def test_a_paragraph_without_words_introduces_nothing(check_rule: CheckRule) -> None:
    check_rule("introduction", "<h1>Le lac</h1><p>***</p>⟦<h2>Le gel</h2>⟧<p>Il est gelé.</p>")


def test_a_standfirst_set_as_a_heading_introduces(check_rule: CheckRule) -> None:
    lead = "Depuis lundi, le lac est gelé. " * 4
    assert not check_rule("introduction", f"<h1>Le lac</h1><h2>{lead}</h2><p>Il est gelé.</p>")


def test_what_follows_the_name_introduces(check_rule: CheckRule) -> None:
    # the h1 is the site's name; the page's title says which heading is the article's
    page = (
        "<html><head><title>Le lac est gelé – La Gazette</title></head><body><h1>La Gazette</h1>"
        "<p>Société</p><h2>Le lac est gelé</h2>{}<h2>Le froid</h2><p>Il fait froid.</p></body></html>"
    )
    lead = "<p>" + "Depuis lundi, le lac est gelé. " * 4 + "</p>"
    assert not check_rule("introduction", page.format(lead))
    assert check_rule("introduction", page.format("⟦<p>Depuis lundi.</p>⟧"))


def test_a_date_is_no_introduction(check_rule: CheckRule) -> None:
    text = "# Le lac\n\nPublié le 3 mars 2026\n\n⟦## Le gel⟧\n\nIl est gelé.\n"
    check_rule("introduction", text, "markdown")


def test_below_the_last_heading_there_is_nothing_to_introduce(check_rule: CheckRule) -> None:
    check_rule("introduction", "<h2>Le gel</h2><h1>Le lac</h1><p>Il est gelé.</p>", applies=False)


def test_a_short_name_under_the_site_s(check_rule: CheckRule) -> None:
    # the logo is the h1, outside the article; the title says what the h2 is
    page = (
        "<html><head><title>» L’icône anonyme</title></head><body><header><h1>Les rencontres</h1></header>"
        "<article><h2>{}</h2><p>"
        + "Depuis lundi, le lac est gelé. " * 5
        + "</p></article></body></html>"
    )
    assert not check_rule("introduction", page.format("L’icône anonyme"), applies=False)


def test_a_sentence_set_as_a_heading_introduces(check_rule: CheckRule) -> None:
    text = (
        "<h1>Figma</h1>{}<div><h3>Description</h3><p>"
        + "Une formation d’un jour. " * 6
        + "</p></div>"
    )
    said = "Découvrez cet outil de conception, utilisé par toutes nos équipes."
    assert not check_rule("introduction", text.format(f"<h2>{said}</h2>"))
    check_rule("introduction", text.format(f"⟦<h2>{said[:-1]}</h2>⟧"))
    check_rule("introduction", text.format("⟦<h2>Découvrez cet outil.</h2>⟧"))


def test_the_heading_that_an_article_begins_with_is_its_name(check_rule: CheckRule) -> None:
    law = "Article 12\n----\nLe four appartient au hameau.\n{}"
    check_rule("introduction", law.format(""), "markdown", applies=False, minimum=3)
    check_rule("introduction", law.format("\n### Usage\n\nChacun y cuit.\n"), "markdown", minimum=3)
    check_rule("introduction", "⟦## Le four⟧\n\nIl chauffe.\n\n## Le pain\n\nCuit.\n", "markdown")
    check_rule(
        "introduction",
        "---\ntitle: Le hameau\n---\n\n⟦## Le four⟧\n\nIl chauffe.\n",
        "markdown",
    )


def test_who_wrote_and_when_introduces_nothing(check_rule: CheckRule) -> None:
    text = "# Le four\n\n{}\n\n{}\n\nIl chauffe.\n"
    line = "Publié le 12 janvier 2015 par Benoît sous licence CC BY-SA 4.0."
    check_rule("introduction", text.format(line, "⟦## Le pain⟧"), "markdown")
    said = "⟦Publié par les habitants, ce guide dit comment cuire.⟧"
    check_rule("introduction", text.format(said, "## Le pain"), "markdown")


@each_row(
    ("name", "heading", "found"),
    [
        ("Grenat 2018, Maud Perrin", "Grenat 2018 de Maud Perrin", False),
        ("Le lac", "Le lac", False),
        ("La fontaine du village", "Le village", True),
        ("Le four banal du hameau", "Le four banal", True),
        ("Le four banal", "Qu’est-ce qu’un four banal ?", True),
        ("Le lac", "Le lac gelé", True),
    ],
)
def test_the_name_once_more_parts_nothing(
    check_rule: CheckRule, name: str, heading: str, found: bool
) -> None:
    page = f"<h1>{name}</h1>{{}}<p>Il est gelé.</p>"
    said = f"<h2>{heading}</h2>"
    check_rule("introduction", page.format(f"⟦{said}⟧" if found else said), applies=found)


def test_a_year_parts_nothing(check_rule: CheckRule) -> None:
    page = "<h1>Vase suspendu</h1><h2>2017</h2>{}<h2>Le verre</h2><p>Il est soufflé.</p>"
    lead = "<p>" + "Ce vase a été dessiné à deux. " * 5 + "</p>"
    assert not check_rule("introduction", page.format(lead))
    assert check_rule(
        "introduction", page.format("").replace("<h2>Le verre</h2>", "⟦<h2>Le verre</h2>⟧")
    )
