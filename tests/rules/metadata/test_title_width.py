from conftest import CheckRule
from tables import each_row

from seo_audit.rule_support.pixel_width import width


def test_pixels_not_characters(check_rule: CheckRule) -> None:
    narrow, wide = "il " * 26, "WM " * 12
    assert len(narrow) > len(wide)
    assert not check_rule("title-width", f"<title>{narrow.strip()}</title>")
    assert check_rule("title-width", f"<title>⟦{wide.strip()}⟧</title>", maximum=300)


def test_limit_is_the_widest_allowed(check_rule: CheckRule) -> None:
    pixels = width("La fontaine", 20)
    assert not check_rule("title-width", "<title>La fontaine</title>", maximum=int(pixels) + 1)
    assert check_rule("title-width", "<title>⟦La fontaine⟧</title>", maximum=int(pixels) - 1)


def test_entities_count_as_what_they_show(check_rule: CheckRule) -> None:
    title = "La fontaine de l&rsquo;&eacute;t&eacute; " * 2
    assert not check_rule("title-width", f"<title>{title}</title>")


def test_says_where_it_would_be_cut(check_rule: CheckRule) -> None:
    title = "La fontaine du village coule de nouveau grâce à André, maçon à la retraite"
    [finding] = check_rule("title-width", f"<title>⟦{title}⟧</title>")
    shown = str(finding.values["shown"])
    assert title.startswith(shown)
    assert width(shown + "…", 20) <= 580 < width(title, 20)


def test_no_opening_mark_ends_what_is_shown(check_rule: CheckRule) -> None:
    title = "La fontaine du village et l’histoire du maçon qui dit : « Incompréhensiblement »"
    [finding] = check_rule("title-width", f"<title>⟦{title}⟧</title><h1>La fontaine</h1>")
    assert not str(finding.values["shown"]).endswith(("«", "« ", "«\u00a0"))


def test_what_is_wider_is_said_to_be(check_rule: CheckRule) -> None:
    title = "Le lac du village"
    pixels = int(width(title, 20))
    assert pixels < width(title, 20) < pixels + 0.5
    [finding] = check_rule("title-width", f"<title>⟦{title}⟧</title>", maximum=pixels)
    assert finding.values["width"] == pixels + 1


def test_the_width_is_that_of_what_is_shown(check_rule: CheckRule) -> None:
    start = '---\ntitle: "Le **lac** de la [fontaine du village](#fontaine-du-village-et-de-sa-rive-gelee)'
    check_rule("title-width", start + ', un guide"\n---\n\nUn mot.\n', "markdown")
    end = ", un guide pour les marcheurs ⟦de la vallée⟧"
    [finding] = check_rule("title-width", f'{start}{end}"\n---\n\nUn mot.\n', "markdown")
    assert "](" not in finding.message("fr")


def test_a_title_to_be_filled_in_has_no_width(check_rule: CheckRule) -> None:
    title = (
        "{{ page.title | default: site.title }} sur le site de la fontaine du village et de sa rive"
    )
    check_rule("title-width", f"<title>{title}</title>", applies=False)


def test_a_page_that_search_engines_do_not_list_shows_no_title(check_rule: CheckRule) -> None:
    page = '<head><title>⟦{0}⟧</title><meta name="{1}" content="{2}"></head><p>Mot.</p>'
    title = "La fontaine du village coule de nouveau grâce à un maçon venu de la ville"
    for name, content in (("robots", "index, follow"), ("autre", "noindex")):
        check_rule("title-width", page.format(title, name, content))
    plain = page.replace("⟦", "").replace("⟧", "")
    for name, content in (
        ("robots", "follow,NOINDEX"),
        ("robots", "none"),
        ("googlebot", "noindex"),
    ):
        check_rule("title-width", plain.format(title, name, content), applies=False)


LONG = "Critère 5.6 : pour chaque {} de données, l’en-tête est clair"


@each_row(
    "marked",
    [
        "[tableau](#tableau-de-donnees-de-la-page)",
        "[tableau][une-reference-assez-longue]",
        "[[page-tres-longue-du-coffre|tableau]]",
        "<span class='une-classe-assez-longue'>tableau</span>",
        "<b>tableau</b>",
        "~~tableau~~",
        "==tableau==",
        "_tableau_",
        "*tableau*",
        "tableau[^1]",
        "tableau {#un-identifiant-assez-long}",
    ],
)
def test_marks_take_no_room(check_rule: CheckRule, marked: str) -> None:
    text = f'---\ntitle: "{LONG.format(marked)}"\n---\n\nMot.\n'
    check_rule("title-width", text, "markdown")


@each_row(
    "kept", ["tableau <données>", "tableau_de_données", "2 * 3 * 4 cases", "a == b == c en code"]
)
def test_signs_that_are_no_marks_take_theirs(check_rule: CheckRule, kept: str) -> None:
    text = f'---\ntitle: "⟦{LONG.format(kept)} et utile⟧"\n---\n\nMot.\n'
    [finding] = check_rule("title-width", text, "markdown")
    assert f"({len(LONG.format(kept)) + 9} caractères)" in finding.message("fr").replace(
        "\u00a0", " "
    )
