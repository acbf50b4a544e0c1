from conftest import CheckRule
from tables import each_row


@each_row(
    "slug",
    [
        "lac-gele",
        "lacs-geles-du-jura",
        "lac%20gel%C3%A9",
        "lac-gele%CC%81",
        "lac-gel%E9",
        "le-lac-gele.html",
    ],
)
def test_slugs_that_hold_it(check_rule: CheckRule, slug: str) -> None:
    article = {"keyphrase": "lac gelé", "slug": slug}
    assert not check_rule("keyphrase-slug", "<p>Un mot.</p>", article=article)


@each_row("slug", ["lac", "gele-lac", "lacgele"])
def test_slugs_that_do_not(check_rule: CheckRule, slug: str) -> None:
    article = {"keyphrase": "lac gelé", "slug": slug}
    assert check_rule("keyphrase-slug", "<p>Un mot.</p>", article=article)


def test_no_slug_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("keyphrase-slug", "<p>Mot.</p>", article={"keyphrase": "lac"}, applies=False)


def test_an_index_has_no_name(check_rule: CheckRule) -> None:
    page = '<html><head><title>Les figues</title><link rel="canonical" href="{}"></head><body><p>Mûres.</p></body></html>'
    figs = {"keyphrase": "figues mûres"}
    for home in ("index.html", "https://exemple.fr/index.html", "../index.php"):
        check_rule("keyphrase-slug", page.format(home), article=figs, applies=False)
    address = "https://exemple.fr/figues-mures/index.html"
    assert not check_rule("keyphrase-slug", page.format(address), article=figs)
    for address in ("noix.fr/⟦noix⟧/index.html", "a.fr/⟦html⟧/index.html", "a.fr/⟦noix⟧?de=noix"):
        check_rule("keyphrase-slug", page.format(f"https://{address}"), article=figs)


def test_an_address_may_drop_the_hyphen(check_rule: CheckRule) -> None:
    article = {"keyphrase": "add-on"}
    text = "---\nslug: {}\n---\n\nUn mot.\n"
    check_rule("keyphrase-slug", text.format("lac_addon"), "markdown", article=article)
    check_rule("keyphrase-slug", text.format("⟦lac-plus⟧"), "markdown", article=article)


def test_an_address_may_part_a_word(check_rule: CheckRule) -> None:
    text = "---\nslug: {}\n---\n\nUn mot.\n"
    article = {"keyphrase": "surbooking"}
    check_rule("keyphrase-slug", text.format("sur-booking"), "markdown", article=article)
    check_rule("keyphrase-slug", text.format("⟦sur-le-booking⟧"), "markdown", article=article)
