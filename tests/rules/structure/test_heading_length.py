from conftest import CheckRule


def test_characters_not_bytes(check_rule: CheckRule) -> None:
    assert not check_rule("heading-length", "<h2>" + "é" * 70 + "</h2><p>Mot.</p>")
    assert check_rule("heading-length", "⟦<h2>" + "é" * 71 + "</h2>⟧<p>Mot.</p>")


def test_entities_and_tags_do_not_count(check_rule: CheckRule) -> None:
    assert not check_rule("heading-length", "<h2>" + "<b>&eacute;</b>" * 70 + "</h2><p>Mot.</p>")


def test_no_heading_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("heading-length", "<p>Mot.</p>", applies=False)


def test_what_the_title_says_too_is_measured_there(check_rule: CheckRule) -> None:
    long = "La fontaine du village coule de nouveau grâce à un maçon de la ville voisine"
    assert not check_rule("heading-length", f"---\ntitle: {long}\n---\n\nMot.\n", "markdown")
    page = f"<title>{long} – La Gazette</title><h1>{long}</h1><p>Mot.</p>"
    assert not check_rule("heading-length", page)
    page = f"<title>La fontaine coule</title>⟦<h1>{long}</h1>⟧<p>Mot.</p>"
    [finding] = check_rule("heading-length", page)
    assert "le reste pour l’introduction" in finding.advice("fr")


def test_a_paragraph_in_a_heading_s_clothes(check_rule: CheckRule) -> None:
    [long] = check_rule("heading-length", "⟦<h2>" + "é" * 140 + "</h2>⟧<p>Mot.</p>")
    [longer] = check_rule("heading-length", "⟦<h2>" + "é" * 141 + "</h2>⟧<p>Mot.</p>")
    assert "paragraphe" not in long.advice("fr")
    assert "faites-en un paragraphe" in longer.advice("fr")


def test_the_titles_of_listed_pages_are_theirs(check_rule: CheckRule) -> None:
    long = "Installer le site à plusieurs et en copier un autre qui lui sert de modèle entier"
    page = f'<title>Sites</title><h1>Sites</h1>⟦<h2><a href="/a/">{long}</a></h2>⟧<p>Un mot.</p>'
    check_rule("heading-length", page, article={"name": "sites/index.html"})
    listed = page.replace("⟦", "").replace("⟧", "")
    assert not check_rule("heading-length", listed, article={"name": "tag/sites/index.html"})
    longer = page.replace(long, long + " " + long)
    check_rule("heading-length", longer, article={"name": "tag/sites/index.html"})


def test_a_number_that_a_generator_writes_does_not_count(check_rule: CheckRule) -> None:
    long = "é" * 70
    for number in (
        '<span class="header-section-number">7.4.4.2</span> ',
        '<span class="section-number">1.2. </span>',
        '<span class="sectnum">1.2</span> ',
        '<span class="titlemark">1.2</span> ',
        '<span class="header-section-number">Chapitre 3</span> ',
    ):
        assert not check_rule("heading-length", f"<h2>{number}{long}</h2><p>Mot.</p>")
        [finding] = check_rule("heading-length", f"⟦<h2>{number}{long}é</h2>⟧<p>Mot.</p>")
        assert "71" in finding.message("fr")
    assert check_rule("heading-length", f"⟦<h2><span>Avant</span> {long}</h2>⟧<p>Mot.</p>")
    for typed in ("10 ", "7. ", "1.2 "):
        [finding] = check_rule("heading-length", f"⟦## {typed}{long}⟧\n\nMot.\n", "markdown")
        assert str(70 + len(typed)) in finding.message("fr")
        assert check_rule("heading-length", f"⟦<h2>{typed}{long}</h2>⟧<p>Mot.</p>")
