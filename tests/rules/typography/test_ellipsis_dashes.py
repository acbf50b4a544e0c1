import tempfile
from pathlib import Path

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


@each_row(
    ("settings", "text", "is_set"),
    [
        ("hugo.toml", "", True),
        ("config.yaml", "title: Le lac", True),
        ("config/_default/hugo.toml", "", True),
        ("hugo.toml", "[markup.goldmark.extensions.typographer]\n  disable = true", False),
        ("config.yaml", "markup:\n  goldmark:\n    extensions:\n      typographer: false", False),
        ("config.toml", "base_url = 'https://exemple.fr'", False),
        (
            "config.toml",
            "base_url = 'https://exemple.fr'\n[markdown]\nsmart_punctuation = true",
            True,
        ),
        ("_config.yml", "title: Le lac", True),
        ("_config.yml", "markdown: CommonMarkGhPages", False),
        ("_config.yml", "title: Le lac\nparse:\n  myst_enable_extensions: []", False),
        ("astro.config.mjs", "export default {}", True),
        ("astro.config.mjs", "export default { markdown: { smartypants: false } }", False),
        ("mkdocs.yml", "markdown_extensions:\n  - toc", False),
        ("mkdocs.yml", "markdown_extensions:\n  - smarty", True),
        (".vitepress/config.ts", "export default { markdown: { typographer: true } }", True),
        ("docusaurus.config.js", "module.exports = {}", False),
        ("package.json", "{}", False),
    ],
)
def test_generators_that_set_signs(
    check_rule: CheckRule, tmp_path: Path, settings: str, text: str, *, is_set: bool
) -> None:
    root = Path(tempfile.mkdtemp(dir=tmp_path))
    (root / settings).parent.mkdir(parents=True, exist_ok=True)
    (root / settings).write_text(text, "utf-8")
    path = root / "content/eau/lac.md"
    told = f"{LONG} a parlé -- sans notes du lac... Il gèle.\n"
    if not is_set:
        told = f"{LONG} a ⟦parlé -- sans⟧ notes du ⟦lac...⟧ Il gèle.\n"
    check_rule("ellipsis-dashes", told, "markdown", path=path)
    # what no generator sets
    check_rule(
        "ellipsis-dashes", f"---\ntitle: Le ⟦lac...⟧ gelé\n---\n\n{LONG}.\n", "markdown", path=path
    )
    check_rule("ellipsis-dashes", f"{LONG} a ⟦parlé - sans⟧ notes.\n", "markdown", path=path)


def test_the_nearest_settings_tell_how_signs_are_set(check_rule: CheckRule, tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").touch()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/mkdocs.yml").touch()
    check_rule("ellipsis-dashes", "Le lac a gelé...\n", "markdown", path=tmp_path / "lac.md")
    check_rule("ellipsis-dashes", "Le lac a ⟦gelé...⟧\n", "markdown", path=tmp_path / "docs/lac.md")
