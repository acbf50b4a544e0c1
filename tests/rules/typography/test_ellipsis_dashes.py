from conftest import CheckRule
from tables import each_row

LONG = "Le maire du village, que tout le monde connaît,"


@each_row(
    "text",
    [
        "Il ⟦attend...⟧",
        "⟦...suite⟧ de la page",
        "Il ⟦attend....⟧ encore",
        "[⟦...⟧]",
        "en ⟦2020...⟧ enfin",
        "⟦etc...⟧ et plus",
        "⟦etc…⟧ et plus",
    ],
)
def test_ellipses(check_rule: CheckRule, text: str) -> None:
    check_rule("ellipsis-dashes", f"<p>{text}</p>")


@each_row(
    "text",
    [
        "Il attend… etc.",
        "Chapitre premier .......... 12",
        "de 1...9 et f(...args)",
        "voyez ../../x et /.../y",
        "Il attend. Il part.",
    ],
)
def test_other_stops(check_rule: CheckRule, text: str) -> None:
    check_rule("ellipsis-dashes", f"<p>{text}</p>")


@each_row(
    "text",
    [
        f"{LONG} ⟦vient - enfin⟧.",
        f"{LONG} ⟦vient -- enfin⟧.",
        f"{LONG} ⟦vient--enfin⟧.",
        f"{LONG} ⟦vient --- enfin⟧.",
    ],
)
def test_asides(check_rule: CheckRule, text: str) -> None:
    check_rule("ellipsis-dashes", f"<p>{text}</p>")


@each_row(
    "text",
    [
        f"{LONG} prend le train Paris - Lyon.",
        f"{LONG} lit les pages 12 - 14.",
        f"{LONG} a un va-et-vient, dit-il.",
        f"{LONG} écrit git --version et git -v.",
        f"{LONG} vient – enfin –.",
        "mairie - école",
        "Publié par Julie - mis à jour hier",
    ],
)
def test_other_hyphens(check_rule: CheckRule, text: str) -> None:
    check_rule("ellipsis-dashes", f"<p>{text}</p>")


def test_labels_in_lists_and_headings_are_let_pass(check_rule: CheckRule) -> None:
    check_rule(
        "ellipsis-dashes",
        f"<h2>{LONG} vient - enfin.</h2><ul><li>{LONG} vient - enfin.</li></ul><p>Oui.</p>",
    )


@each_row(
    "text",
    [
        "<p>⟦- Vous avez trouvé ?⟧</p><p>- Oui, hier.</p>",
        "<p>⟦- Vous avez trouvé !⟧<br>- Oui, hier.</p>",
        "<p>⟦- Oui, répondit-elle, hier.⟧</p>",
    ],
)
def test_dialogue(check_rule: CheckRule, text: str) -> None:
    check_rule("ellipsis-dashes", text)


@each_row(
    "text",
    [
        "<p>- Un seau.</p><p>- Une barre.</p>",
        "<p>- Qui ?</p><p>- Quoi ?</p>",
        "<p>- Oui !</p>",
        "<p>- Oui !</p><p>Puis rien.</p><p>- Non.</p>",
        "<p>— Oui, répondit-elle.</p>",
        "<p>- Langue : français<br>- Faut-il analyser un autre disque ?<br>- Non<br>- Redémarrer</p>",
        "<p>-5 degrés ?</p><p>-6 degrés.</p>",
    ],
)
def test_lists_are_no_dialogue(check_rule: CheckRule, text: str) -> None:
    check_rule("ellipsis-dashes", text)


def test_the_words_shown_are_whole(check_rule: CheckRule) -> None:
    text = "<p>La fontaine coule depuis lundi matin ⟦ici - d’ailleurs⟧ tout le monde le sait.</p>"
    [finding] = check_rule("ellipsis-dashes", text)
    assert finding.message("fr").endswith("ici\u00a0: «\u00a0ici - d’ailleurs\u00a0».")


def test_a_theme_cuts_what_it_shows_of_the_articles_of_a_list(check_rule: CheckRule) -> None:
    page = "<html><head><title>Eau</title></head><body><h1>Eau</h1><p>Le {} gelé et ...</p></body></html>"
    name = {"name": "tags/eau/index.html"}
    assert not check_rule("ellipsis-dashes", page.format("lac a"), article=name)
    check_rule("ellipsis-dashes", page.format("⟦lac...⟧ a"), article=name)
    other = "<html><head><title>Eau</title></head><body><h1>Eau</h1><p>Le lac ⟦gelé...⟧</p></body></html>"
    check_rule("ellipsis-dashes", other, article={"name": "eau/index.html"})


def test_pandoc_sets_the_signs_of_books(check_rule: CheckRule) -> None:
    text = f"{LONG} a parlé -- sans notes -- du lac... Il gèle.\n"
    for name in ("lac.qmd", "lac.Rmd"):
        assert not check_rule("ellipsis-dashes", text, "markdown", article={"name": name})
    hyphen = f"{LONG} a ⟦parlé - sans⟧ notes.\n"
    check_rule("ellipsis-dashes", hyphen, "markdown", article={"name": "lac.qmd"})
    assert check_rule(
        "ellipsis-dashes", "Il gèle sur le lac ⟦gelé...⟧\n", "markdown", article={"name": "lac.md"}
    )
