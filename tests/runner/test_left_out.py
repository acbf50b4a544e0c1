"""What of a folder is no article is left out, and counted aloud."""

import tempfile
from pathlib import Path, PurePath

import pytest
from command_line import FINE, runner
from tables import each_row

from seo_audit.parsing.no_article import Kind
from seo_audit.runner.left_out import _is_quartz, _is_static, counted, named, no_article

LEFT_OUT = {
    "_includes/date.html": Kind.TEMPLATE,
    "_layouts/post.html": Kind.TEMPLATE,
    "layouts/partials/head.html": Kind.TEMPLATE,
    "archetypes/default.md": Kind.TEMPLATE,
    "docs/_partie.mdx": Kind.TEMPLATE,
    "themes/menthe/exampleSite/page.md": Kind.TEMPLATE,
    "_drafts/fontaine.md": Kind.DRAFT,
    "robots.txt": Kind.DATA,
    "llms.txt": Kind.DATA,
    "runtime.txt": Kind.DATA,
    "requirements-dev.txt": Kind.DATA,
    "googlea1b2c3d4e5f60718.html": Kind.DATA,
    "pelican-themes/lac/EXAMPLES.md": Kind.PROJECT,
    "pelican-plugins/lac/test_data/index.html": Kind.PROJECT,
    "pelican/themes.md": None,
    "htaccess.txt": Kind.DATA,
    "htaccess-raisons.txt": None,
    "wp-login.html": Kind.PROJECT,
    "wp-admin/index.html": Kind.PROJECT,
    "wp-login.md": None,
    "blog/[etang].md": Kind.TEMPLATE,
    "blog/[...chemin].md": Kind.TEMPLATE,
    "blog/[1] etang.md": None,
    "CHANGELOG.md": Kind.PROJECT,
    "changelog.fr.md": Kind.PROJECT,
    "LICENSE": None,
    "LICENCE.md": Kind.PROJECT,
    "LICENSE.Etalab-2.0.md": Kind.PROJECT,
    "LICENSES/CC-BY-4.0.md": Kind.PROJECT,
    "licenses/choisir.md": None,
    "license.txt": Kind.PROJECT,
    "_sass/bulma/README.md": Kind.TEMPLATE,
    "_emails/annulation.html": Kind.TEMPLATE,
    "CONTRIBUTING.md": Kind.PROJECT,
    "docs/SUMMARY.md": Kind.CONTENTS,
    "_sidebar.md": Kind.CONTENTS,
    "404.html": Kind.ERROR_PAGE,
    "200.html": Kind.ERROR_PAGE,
    "site_libs/vis-9.1.0/lisez.txt": Kind.PROJECT,
    "vendor/icones/index.html": Kind.PROJECT,
    "scripts/menus.min.js.LICENSE.txt": Kind.PROJECT,
    "lac.js.txt": None,
    "wp-content/plugins/cartes/lisez.html": Kind.PROJECT,
    "wp-content/uploads/lac.html": None,
    "cdn-cgi/l/email-protection/index.html": Kind.PROJECT,
    "vendor/eau.md": None,
    "vendor/bundle/ruby/3.2.0/gems/eau/README.md": Kind.PROJECT,
    "vendors/index.html": None,
    "viewerjs/index.html": Kind.PROJECT,
    "docs/site_libs/revealjs/plugin/craie/lisez.md": Kind.PROJECT,
    "js/pdfjs-2.1/web/viewer.html": Kind.PROJECT,
    "lib/reveal/plugin/notes/speaker-view.html": Kind.PROJECT,
    "plugin/notes/index.html": None,
    "cours/lac_files/libs/bootstrap/lisez.html": Kind.PROJECT,
    "cours/lac_files/lac.html": None,
    "_book/reference-keys.txt": Kind.DATA,
    "pdf.js/index.md": None,
    "viewers/index.html": None,
    "assets/fonts/iconfont-preview.html": Kind.PROJECT,
    "webfont/eau/demo.html": Kind.PROJECT,
    "icones/sprite.symbol.html": Kind.PROJECT,
    "icones/sprite.html": None,
    "fonts/choisir.html": None,
    "demo.html": None,
    "404/index.html": Kind.ERROR_PAGE,
    "404_not_found/index.html": Kind.ERROR_PAGE,
    "fr/erreur-404.html": Kind.ERROR_PAGE,
    "page-introuvable/index.html": Kind.ERROR_PAGE,
    "404/fontaine.html": None,
    "fr/404/index.html": Kind.ERROR_PAGE,
    "pt-br/404/index.html": Kind.ERROR_PAGE,
    "exemple.fr/404/index.html": Kind.ERROR_PAGE,
    "blog/404-not-found/index.html": Kind.ERROR_PAGE,
    "actualites/page/404/index.html": None,
    "peugeot/403/index.html": None,
    "fiat/500/index.html": None,
    "200/index.html": None,
    "erreurs/index.html": None,
    "_index.md": None,
    "_posts/2026-05-04-fontaine.md": None,
    "licence.md": None,
    "contribuer.md": None,
    "notice.txt": None,
    "2_lacs/lac.jpg.txt": Kind.DATA,
    "2_lacs/plan.pdf.fr.txt": Kind.DATA,
    "2_lacs/lac.fr.txt": None,
    "themes/eau.md": None,
    "theme/eau/page.html": None,
    "templates/choisir.md": None,
    "404-raisons.md": None,
}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in LEFT_OUT:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FINE, "utf-8")
    (tmp_path / "themes/menthe/layouts").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_names(tree: Path) -> None:
    assert {name: no_article(tree / name, PurePath(name)) for name in LEFT_OUT} == LEFT_OUT


def test_what_stands_beside_a_template(tree: Path) -> None:
    page = PurePath("theme/base.md")
    (tree / page).write_text(FINE, "utf-8")
    (tree / page.with_suffix(".html")).touch()
    assert no_article(tree / page, page) is Kind.TEMPLATE


def test_the_folder_asked_for_counts_for_nothing(tree: Path) -> None:
    assert no_article(tree / "_includes/date.html", PurePath("date.html")) is None


@pytest.mark.parametrize(
    ("maker", "told"),
    [("_config.yml", True), ("hugo.toml", True), (".eleventy.js", True), ("docusaurus.config.ts", True),
     ("_quarto.yml", True), (".obsidian", True), ("package.json", False), ("config.md", False)],
)  # fmt: skip
def test_plain_texts_beside_what_a_site_is_made_of(maker: str, told: bool, tmp_path: Path) -> None:
    (tmp_path / "site/img").mkdir(parents=True)
    (tmp_path / "site" / maker).touch()
    for name in ("site/img/lac.txt", "site/lac.md"):
        (tmp_path / name).write_text("Le lac gelé\n\nOn patine depuis lundi.\n", "utf-8")
    found = no_article(tmp_path / "site/img/lac.txt", PurePath("site/img/lac.txt"))
    assert found is (Kind.DATA if told else None)
    assert no_article(tmp_path / "site/lac.md", PurePath("site/lac.md")) is None
    # what lies above the folder asked for counts for nothing
    assert no_article(tmp_path / "site/img/lac.txt", PurePath("lac.txt")) is None


@pytest.mark.parametrize(
    ("page", "settings", "found"),
    [
        ("lac.html", "", Kind.NO_PAGE),
        ("lac/index.html", "", Kind.NO_PAGE),
        ("etang.html", "", None),
        ("lac.html", "_config.yml", None),
    ],
)
def test_what_is_read_as_html_beside(
    page: str, settings: str, found: Kind | None, tmp_path: Path
) -> None:
    (tmp_path / "site/lac").mkdir(parents=True)
    text = tmp_path / "site/lac.md"
    text.write_text(FINE, "utf-8")
    if settings:
        (tmp_path / "site" / settings).touch()
    whole = "<!DOCTYPE html><html><p>Lac.</p></html>"
    (tmp_path / "site" / page).write_text(whole, "utf-8")
    # an article in two formats, in no built site
    assert no_article(text, PurePath("site/lac.md")) is None
    _is_static.cache_clear()
    (tmp_path / "site/index.html").write_text(whole, "utf-8")
    (tmp_path / "site" / page).write_text("<!DOCTYPE html><html><p>Lac.</p></html>", "utf-8")
    assert no_article(text, PurePath("site/lac.md")) is found
    # a template of that name makes pages
    (tmp_path / "site" / page).write_text("---\nlayout: x\n---\n<p>Lac.</p>", "utf-8")
    assert no_article(text, PurePath("site/lac.md")) is None


@pytest.mark.parametrize(
    ("name", "words", "left"),
    [
        ("Modèles (inclus)/modèle projet.md", 20, True),
        ("_obsidian/templates/Template_note.md", 20, True),
        ("modeles/modele-de-lettre.md", 120, False),
        ("modeles/lettre.md", 20, False),
        ("modelisme/modele-reduit.md", 20, False),
        ("notes/modele-reduit.md", 20, False),
    ],
)
def test_what_notes_are_copied_from(name: str, words: int, left: bool, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text("---\ntags: [lac]\n---\n\n" + "mot " * words, "utf-8")
    assert no_article(path, PurePath(name)) is (Kind.TEMPLATE if left else None)


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("snippets/lac/gel.md", "Il gèle au lac.", True),
        ("docs/Snippets/gel.md", "## Le gel\n\nIl gèle.", True),
        ("snippets/gel.md", "# Le gel\n\nIl gèle.", False),
        ("snippets/gel.md", "---\ntitle: Le gel\n---\n\nIl gèle.", False),
        ("gel/snippets.md", "Il gèle au lac.", False),
    ],
)
def test_snippets(name: str, text: str, left: bool, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    assert no_article(path, PurePath(name)) is (Kind.TEMPLATE if left else None)


@pytest.mark.parametrize(
    ("name", "mark", "left"),
    [
        ("user/plugins/form/README.md", "user/config/system.yaml", True),
        ("user/plugins/admin/pages/config.md", "user/config/system.yaml", True),
        ("user/pages/01.lac/plugins/lac.md", "user/config/system.yaml", False),
        ("plugins/lac.md", "config.yaml", False),
        ("vendor/eau/lac/guide.md", "vendor/autoload.php", True),
        ("vendor/lac.md", "composer.json", False),
        ("plugins/form/README.md", "plugins/index.php", False),
    ],
)
def test_what_comes_with_a_program(name: str, mark: str, left: bool, tmp_path: Path) -> None:
    (tmp_path / "user/pages").mkdir(parents=True)
    for one in (name, mark):
        (tmp_path / one).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / one).write_text(FINE, "utf-8")
    assert no_article(tmp_path / name, PurePath(name)) is (Kind.PROJECT if left else None)


def test_what_a_library_says_of_itself(tmp_path: Path) -> None:
    names = ("eau/boutons/README.md", "eau/boutons/Boutons.md", "eau/boutons/lac.md", "README.md")
    named = [PurePath(name) for name in (*names, "site.md")]
    beside = ("eau/boutons/boutons.min.css", "site.min.js")
    for name in (*named, *map(PurePath, beside)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(FINE, "utf-8")
    kinds = [no_article(tmp_path / name, name) for name in named]
    assert kinds == [Kind.PROJECT, Kind.PROJECT, None, None, None]


def test_plugins_of_wordpress(tmp_path: Path) -> None:
    named = PurePath("site/plugins/form/README.md"), PurePath("site/lac/themes.md")
    for name in (*named, "site/plugins/index.php", "site/themes/index.php"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(FINE, "utf-8")
    assert [no_article(tmp_path / name, name) for name in named] == [Kind.PROJECT, None]


def test_the_documentation_of_quartz(tmp_path: Path) -> None:
    for name in ("jardin/docs/plugins/lac.md", "jardin/content/docs/lac.md"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(FINE, "utf-8")
    manual = tmp_path / "jardin/docs/plugins/lac.md", PurePath("jardin/docs/plugins/lac.md")
    own = tmp_path / "jardin/content/docs/lac.md", PurePath("jardin/content/docs/lac.md")
    assert no_article(*manual) is None
    _is_quartz.cache_clear()
    (tmp_path / "jardin/quartz.config.ts").touch()
    assert no_article(*manual) is Kind.PROJECT
    assert no_article(*own) is None
    # who asks for the folder gets it
    assert no_article(manual[0], PurePath("plugins/lac.md")) is None


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        (
            "license.md",
            "# Creative Commons Attribution 4.0 International\n\nBy exercising…\n",
            True,
        ),
        ("licence-code.md", "The MIT License (MIT)\n\nCopyright 2026\n", True),
        ("License.html", "MIT License\n\nCopyright 2026\n", True),
        ("licence.md", "# La licence de nos photos\n\nElles sont sous Creative Commons.\n", False),
        (
            "licence.md",
            "---\ntitle: Licence\n---\n\nCreative Commons, pour tous nos textes.\n",
            False,
        ),
        ("licences-libres.md", "Creative Commons est née en 2001.\n", False),
    ],
)
def test_licences_in_small_letters(name: str, text: str, left: bool, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert (no_article(path, PurePath(name)) is Kind.PROJECT) is left


def test_what_cannot_be_read_is_left_to_others(tmp_path: Path) -> None:
    assert no_article(tmp_path / "absent.md", PurePath("absent.md")) is None


def test_one_line_in_both_languages() -> None:
    kinds = [Kind.TEMPLATE] * 3 + [Kind.FEED] * 2 + [Kind.DRAFT]
    assert (
        counted(kinds)
        .say("fr")
        .startswith("6 fichiers laissés de côté\u00a0: 3 modèles, 2 flux, 1 brouillon\u00a0;")
    )
    assert counted(kinds).say("en").startswith("6 files left out: 3 templates, 2 feeds, 1 draft;")
    assert (
        counted([Kind.FEED]).say("fr").startswith("1 fichier laissé de côté\u00a0: 1 flux\u00a0;")
    )


def test_every_kind_has_its_words() -> None:
    for kind in Kind:
        assert "1" in counted([kind]).say("fr")
        assert next(iter(named([("a.md", kind)]))).say("en").startswith("a.md: left out (")


def test_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = runner(tmp_path, monkeypatch)
    (tmp_path / "ok.md").write_text(FINE, "utf-8")
    (tmp_path / "brouillon.md").write_text(
        "---\ntitle: Le four\ndraft: true\n---\n\n" + FINE, "utf-8"
    )
    (tmp_path / "robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")

    def paths(*arguments: str) -> list[str]:
        ran = run("--format", "json", "--exit-zero", *arguments)
        return [one["path"] for one in ran.json()["articles"]]

    assert paths(".") == ["ok.md"]
    assert paths(".", "brouillon.md") == ["ok.md", "brouillon.md"]
    assert paths("robots.txt") == ["robots.txt"]
    assert paths("*.md") == ["ok.md"]
    said = run("--exit-zero", ".").errors
    assert "2 fichiers laissés de côté" in said.replace("\u00a0", " ")
    assert "robots.txt" not in said
    assert "robots.txt : laissé de côté (données)" in run(
        "--exit-zero", "--verbose", "."
    ).errors.replace("\u00a0", " ")
    assert "laissés" not in run("--exit-zero", "--quiet", ".").errors
    assert "laissé" not in run("--exit-zero", ".", "brouillon.md", "robots.txt").errors


@pytest.mark.parametrize(
    ("beside", "left"),
    [
        (("hugo.toml", "content/"), True),
        (("mkdocs.yml", "docs/"), True),
        (("docusaurus.config.ts", "docs/"), True),
        (("astro.config.mjs", "src/"), True),
        (("pelicanconf.py", "content/"), True),
        (("book.toml", "src/"), True),
        (("_config.yml", "index.md"), True),
        (("_config.yml", "source/"), True),
        (("_quarto.yml", "index.qmd"), True),
        (("_config.yml",), False),  # GitHub makes the first page of it
        ((".vuepress/",), False),  # VuePress, too
        (("SUMMARY.md",), False),  # and GitBook
        (("package.json", "src/"), False),
    ],
)
def test_a_readme_beside_what_a_site_is_made_of(
    beside: tuple[str, ...], left: bool, tmp_path: Path
) -> None:
    for name in beside:
        (tmp_path / name).mkdir() if name.endswith("/") else (tmp_path / name).touch()
    source = next((name for name in beside if name.endswith("/") and name[0] != "."), "docs/")
    for name in ("README.md", "README.fr.md", "lac.md", "scripts/README.md", f"{source}README.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(FINE, "utf-8")
    (tmp_path / "README_TECH.md").write_text(FINE, "utf-8")
    for name in ("README.md", "README.fr.md", "README_TECH.md", "scripts/README.md"):
        assert no_article(tmp_path / name, PurePath(name)) is (Kind.PROJECT if left else None)
    reads_all = beside[0] in (
        "hugo.toml",
        "mkdocs.yml",
        "docusaurus.config.ts",
        "pelicanconf.py",
        "book.toml",
    )
    found = no_article(tmp_path / "lac.md", PurePath("lac.md"))
    assert found is (Kind.NO_PAGE if reads_all else None)
    if "index" not in beside[-1]:
        name = f"{source}README.md"
        assert no_article(tmp_path / name, PurePath(name)) is None


@each_row(
    ("settings", "beside", "name", "left"),
    [
        (("hugo.toml", ""), "content/", "public/lac/index.html", True),
        (("config.yaml", "publishDir: docs"), "content/", "docs/lac/index.html", True),
        (("config.yaml", "publishDir: docs"), "content/", "public/lac/index.html", False),
        (("_config.yml", ""), "_posts/", "_site/lac.html", True),
        (("_config.yml", "destination: ./htdocs"), "_posts/", "htdocs/lac.html", True),
        (("_quarto.yml", "project:\n  output-dir: docs"), "lac.qmd", "docs/lac.html", True),
        ((".eleventy.js", ""), "lac.md", "_site/lac.html", True),
        (("docusaurus.config.ts", ""), "docs/", "build/lac/index.html", True),
        (("astro.config.mjs", ""), "src/", "dist/lac/index.html", True),
        # what is published as it is
        (("astro.config.mjs", ""), "src/", "public/lac.html", False),
        (("docusaurus.config.ts", ""), "docs/", "static/lac.html", False),
        (("config.json", ""), "content/", "public/lac.html", False),
        # nothing it could be made of
        (("hugo.toml", ""), "lac.md", "public/lac/index.html", False),
        (("hugo.toml", ""), "content/", "content/lac.html", False),
    ],
)
def test_what_a_generator_wrote_beside_its_sources(
    tmp_path: Path, settings: tuple[str, str], beside: str, name: str, *, left: bool
) -> None:
    root = Path(tempfile.mkdtemp(dir=tmp_path))
    (root / settings[0]).write_text(settings[1], "utf-8")
    (root / beside).mkdir() if beside.endswith("/") else (root / beside).touch()
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "<!doctype html><title>Le lac</title><h1>Le lac</h1><p>Il est gelé.</p>", "utf-8"
    )
    assert no_article(path, PurePath(name)) is (Kind.BUILT if left else None)
    assert no_article(path, PurePath(path.name)) is None  # who names the folder wants these


@each_row(
    ("name", "text", "kind"),
    [
        ("readme.html", "<!doctype html><title>WordPress › ReadMe</title><a href='https://wordpress.org/'>", Kind.PROJECT),
        ("readme.html", "<!doctype html><title>Le lac</title><h1>Le lac</h1><p>Il est gelé.</p>", None),
        ("SETUP.md", FINE, Kind.PROJECT),
        ("setup.md", FINE, None),
        ("[lac].md", "---\ntitle: Le lac de [Ville]\n---\n\nOn y patine.\n", Kind.TEMPLATE),
        ("lac.md", "---\ntitle: Le lac de [Ville]\n---\n\nOn y patine.\n", None),
        ("menu.md", "---\nlogo: lac.svg\nbutton:\n  text: Patiner\n---\n", Kind.DATA),
        ("menu.md", "---\nlogo: lac.svg\ntext: Patiner\n---\n", None),
        ("tests/1.md", "---\ntitle: Le [contraste](#contraste) suffit-il ?\nsteps:\n  - un\n---\n\n1. Ouvrir.\n", Kind.DATA),
        ("tests/1.md", "---\ntitle: Le contraste [1](eau.md) suffit-il ?\n---\n\n1. Ouvrir.\n", None),
    ],
)  # fmt: skip
def test_what_comes_with_programs_and_pieces_of_pages(
    tmp_path: Path, name: str, text: str, kind: Kind | None
) -> None:
    path = Path(tempfile.mkdtemp(dir=tmp_path)) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    assert no_article(path, PurePath(name)) is kind


@pytest.mark.parametrize(
    ("beside", "settings", "name", "left"),
    [
        (("docs/",), ("mkdocs.yml", ""), "plans/lac.md", True),
        (("docs/",), ("mkdocs.yml", "nav:\n  - Plans: plans.md\n"), "plans/lac.md", True),
        (("docs/",), ("mkdocs.yml", "docs_dir: plans\n"), "plans/lac.md", False),
        (("docs/",), ("mkdocs.yml", ""), "docs/plans/lac.md", False),
        (("content/",), ("hugo.toml", ""), "notes.md", True),
        (("content/",), ("hugo.toml", 'contentDir = "textes/fr"'), "textes/fr/lac.md", False),
        (("content/", "themes/"), ("config.toml", ""), "notes.md", True),
        (("content/",), ("config.toml", ""), "notes.md", False),  # of what, nobody knows
        (("content/", "config/"), ("archetypes/default.md", ""), "notes.md", True),
        (("content/",), ("pelicanconf.py", "PATH = 'content'\n"), "notes.md", True),
        (("content/",), ("pelicanconf.py", "ARTICLE_PATHS = ['../billets']\n"), "billets/lac.md", False),
        (("docs/",), ("docusaurus.config.js", "path: 'guides',"), "guides/lac.mdx", False),
        (("docs/",), ("docusaurus.config.js", ""), "guides/lac.mdx", True),
        (("docs/",), ("docusaurus.config.js", "blog: false,"), "blog/lac.md", True),
        (("docs/",), ("docusaurus.config.js", "blog: {},"), "blog/lac.md", False),
        (("docs/",), ("docusaurus.config.js", "blog: false, plugins: ['@docusaurus/plugin-content-blog']"), "blog/lac.md", False),
        (("src/",), ("astro.config.mjs", ""), "billets/lac.md", False),
        (("docs/",), ("package.json", ""), "plans/lac.md", False),
        (("content/",), ("nuxt.config.ts", ""), "essais/lac.md", True),
        (("src/",), (".eleventy.js", "return { dir: { input: 'src' } };"), "notes/lac.md", True),
        (("src/",), (".eleventy.js", "return { dir: { input: 'src' } };"), "src/lac.md", False),
        (("src/",), (".eleventy.js", "return { dir: { output: 'web' } };"), "notes/lac.md", False),
        (("_posts/",), ("_config.yml", "title: Lac"), "_exemples/lac.md", True),
        (("_posts/",), ("_config.yml", "title: Lac"), "_posts/lac.md", False),
        (("_posts/",), ("_config.yml", "collections:\n  exemples:\n    output: true"), "_exemples/lac.md", False),
        (("_posts/", "_config_web.yml"), ("_config.yml", "title: Lac"), "exemples/lac.md", False),
        ((), ("_config.yml", "title: Lac"), "lacs/_exemples/lac.md", False),
        (("content/",), ("content.config.ts", "source: 'essais/**'"), "essais/lac.md", False),
        (("source/", "scaffolds/"), ("_config.yml", ""), "lac.md", True),
        (("docs/",), ("mkdocs.yml", ""), "autre/site/lac.md", True),
        (("docs/",), ("mkdocs.yml", "exclude_docs: |\n  /eaux/\n  *.brouillon.md\nnav: []\n"), "docs/eaux/lac.md", True),
        (("docs/",), ("mkdocs.yml", "draft_docs: |\n  *.brouillon.md\n"), "docs/eaux/lac.brouillon.md", True),
        (("docs/",), ("mkdocs.yml", "exclude_docs: |\n  /eaux/\nnav: []\n"), "docs/lacs/eaux/lac.md", False),
        (("docs/",), ("mkdocs.yml", "exclude_docs: |\n  *.md\n  !lac.md\n"), "docs/lac.md", False),
        # MkDocs makes a page of what no menu leads to
        (("docs/",), ("mkdocs.yml", "not_in_nav: |\n  /eaux/\n"), "docs/eaux/lac.md", False),
        (("docs/.vitepress/",), ("package.json", ""), "chaines/lac.md", True),
        (("docs/.vuepress/",), ("package.json", ""), "docs/lac.md", False),
        (("docs/.vuepress/",), ("package.json", '"dev": "vuepress dev chaines"'), "chaines/lac.md", False),
        (("package.json",), ("docs/.vitepress/config.mts", "srcDir: '../chaines'"), "chaines/lac.md", False),
        (("docs/.vitepress/", ".vitepress/"), ("package.json", ""), "chaines/lac.md", False),
        (("docs/.vitepress/", "_config.yml"), ("package.json", ""), "chaines/lac.md", False),
        (("docs/", "autre/mkdocs.yml"), ("mkdocs.yml", ""), "autre/docs/lac.md", False),
    ],
)  # fmt: skip
def test_what_a_generator_never_reads(
    beside: tuple[str, ...], settings: tuple[str, str], name: str, left: bool, tmp_path: Path
) -> None:
    for one in beside:
        path = tmp_path / one
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir() if one.endswith("/") else path.touch()
    for one, text in (settings, (name, FINE)):
        path = tmp_path / one
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert no_article(tmp_path / name, PurePath(name)) is (Kind.NO_PAGE if left else None)
    # who asks for the folder wants it judged
    if "/" in name:
        assert no_article(tmp_path / name, PurePath(name).relative_to(Path(name).parts[0])) is None


@each_row(
    ("settings", "beside", "name", "left"),
    [
        (("hugo.toml", ""), "content/maires/roy/index.md", "content/maires/roy/portrait.md", True),
        (("hugo.toml", ""), "content/maires/roy/index.fr.md", "content/maires/roy/pieces/vie.md", True),
        (("config.yaml", "baseURL: /"), "content/maires/roy/index.md", "content/maires/roy/vie.md", True),
        (("config/_default/config.toml", 'baseurl = "/"'), "content/roy/index.md", "content/roy/vie.md", True),
        # a page in another language, the page of a section, a page beside
        (("hugo.toml", ""), "content/maires/roy/index.md", "content/maires/roy/index.en.md", False),
        (("hugo.toml", ""), "content/maires/_index.md", "content/maires/roy.md", False),
        (("hugo.toml", ""), "content/maires/roy/index.md", "content/maires/dupuis.md", False),
        # a section whose page has the wrong name, or Zola's
        (("hugo.toml", ""), "content/index.md", "content/roy.md", False),
        (("config.toml", 'base_url = "/"'), "content/maires/roy/index.md", "content/maires/roy/vie.md", False),
        (("mkdocs.yml", ""), "content/roy/index.md", "content/roy/vie.md", False),
    ],
)  # fmt: skip
def test_what_belongs_to_a_page_of_hugos(
    tmp_path: Path, settings: tuple[str, str], beside: str, name: str, *, left: bool
) -> None:
    root = Path(tempfile.mkdtemp(dir=tmp_path))
    for one, text in (settings, (beside, FINE), (name, FINE)):
        (root / one).parent.mkdir(parents=True, exist_ok=True)
        (root / one).write_text(text, "utf-8")
    assert no_article(root / name, PurePath(name)) is (Kind.NO_PAGE if left else None)


def test_a_section_named_as_a_page_keeps_its_pages(tmp_path: Path) -> None:
    for one in ("hugo.toml", "content/lacs/index.md", "content/lacs/gel/index.md"):
        (tmp_path / one).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / one).write_text(FINE, "utf-8")
    page = tmp_path / "content/lacs/eau.md"
    page.write_text(FINE, "utf-8")
    assert no_article(page, PurePath("content/lacs/eau.md")) is None


CONTENTS = """# Table of contents

* [Le lac](lac.md)
* [La source](<eaux/la source.md> "Là-haut")
* [Le puits](eaux/puits%20(vieux).md#fond)
"""


@pytest.mark.parametrize("mark", ["book.toml", "src/.gitbook.yaml", "src/.gitbook/lac.png", ""])
def test_a_book_has_the_chapters_that_its_contents_name(mark: str, tmp_path: Path) -> None:
    named = ("lac.md", "eaux/la source.md", "eaux/puits (vieux).md", "README.md")
    others = ("vieux-lac.md", "eaux/README.md")
    for name in ("SUMMARY.md", *named, *others):
        path = tmp_path / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CONTENTS if name == "SUMMARY.md" else FINE, "utf-8")
    if mark:
        (tmp_path / mark).parent.mkdir(exist_ok=True)
        (tmp_path / mark).touch()

    def left(name: str) -> Kind | None:
        return no_article(tmp_path / "src" / name, PurePath("src", name))

    assert [left(name) for name in named] == [None] * len(named)
    # contents that no maker of books reads are an author's list
    told = [Kind.NO_PAGE, Kind.PROJECT] if mark else [None, None]
    assert [left(name) for name in others] == told


def test_contents_too_long_to_be_read_whole_tell_nothing(tmp_path: Path) -> None:
    (tmp_path / "book.json").touch()
    (tmp_path / "SUMMARY.md").write_text(CONTENTS * 2000, "utf-8")
    (tmp_path / "puits.md").write_text(FINE, "utf-8")
    assert no_article(tmp_path / "puits.md", PurePath("puits.md")) is None


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("lac/carte.md", "---\npartial: true\n---\n\nLe lac est là.", Kind.NO_PAGE),
        ("lac/carte.md", "---\npartial: false\n---\n\nLe lac est là.", None),
        ("includes/lac.md", "Le lac est gelé depuis lundi.", Kind.TEMPLATE),
        ("includes/lac.md", "# Le lac\n\nIl est gelé depuis lundi.", None),
        ("tests/functional/src/lac.md", FINE, Kind.PROJECT),
        ("site/__fixtures__/lac.md", FINE, Kind.PROJECT),
        ("tests/velos/lac.md", FINE, None),
    ],
)
def test_pieces_and_pages_for_tests(
    name: str, text: str, kind: Kind | None, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    assert no_article(path, PurePath(name)) is kind


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("app/template.html", "<p>Bonjour</p>\n<MesAmis />", True),
        ("lac/liste.component.html", "<li>Le lac</li>", True),
        ("step/template.html", "<!doctype html><title>Lac</title><h1>Hello {{ nom }} !</h1>", True),
        ("step/template.html", "<!doctype html><title>Lac</title><h1>Le lac est gelé</h1>", False),
        ("includes/pied.html", "<p>Écrivez au lac.</p>", True),
        ("includes/pied.html", "<!doctype html><title>Lac</title><p>Écrivez au lac.</p>", False),
        ("inclus/pied.html", "<p>Écrivez au lac.</p>", False),
        ("lac.html", "<ul><li v-for='lac in lacs' @click='voir'>Le lac</li></ul>", True),
        ("lac.html", "<p>Écrivez à lac@exemple.org.</p>", False),
        ("lac.html", "<p v-if='gele'>Il gèle.</p>" + "<p>Le lac est gelé depuis lundi.</p>" * 20, False),
    ],
)  # fmt: skip
def test_pieces_of_pages(name: str, text: str, left: bool, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    assert no_article(path, PurePath(name)) is (Kind.TEMPLATE if left else None)


@pytest.mark.parametrize(
    ("script", "left"), [("lac.js", True), ("//cdn.jsdelivr.net/npm/docsify@4", False)]
)
def test_a_readme_beside_pages_as_they_are(script: str, left: bool, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<title>Lac</title><script src={script}></script>")
    (tmp_path / "README.md").write_text(FINE, "utf-8")
    found = no_article(tmp_path / "README.md", PurePath("README.md"))
    assert found is (Kind.PROJECT if left else None)


@pytest.mark.parametrize("built", [True, False])
def test_plain_texts_within_a_built_site_are_data(built: bool, tmp_path: Path) -> None:
    (tmp_path / "site/jeu").mkdir(parents=True)
    for name in ("site/jeu/lac.txt", "site/jeu/lac.html"):
        (tmp_path / name).write_text("<p>On patine depuis lundi.</p>", "utf-8")
    if built:
        (tmp_path / "site/index.html").write_text("<!doctype html><h1>Le lac</h1>", "utf-8")
    found = no_article(tmp_path / "site/jeu/lac.txt", PurePath("site/jeu/lac.txt"))
    assert found is (Kind.DATA if built else None)
    assert no_article(tmp_path / "site/jeu/lac.html", PurePath("site/jeu/lac.html")) is None


def test_the_sources_that_sphinx_copies_beside_its_pages(tmp_path: Path) -> None:
    (tmp_path / "_sources").mkdir()
    for name in ("_sources/lac.rst.txt", "_sources/lac.md"):
        (tmp_path / name).write_text("Le lac\n======\n\nOn patine depuis lundi.\n", "utf-8")
        assert no_article(tmp_path / name, PurePath(name)) is Kind.NO_PAGE


def test_a_page_whose_values_are_to_be_filled_in(tmp_path: Path) -> None:
    page = "<!doctype html><html><head><title>{}</title></head><body><h1>Le lac</h1></body></html>"
    (tmp_path / "template.html").write_text(page.format("[TITRE] — Le lac"), "utf-8")
    assert no_article(tmp_path / "template.html", PurePath("template.html")) is Kind.TEMPLATE
    (tmp_path / "template.html").write_text(page.format("Un modèle [gratuit]"), "utf-8")
    assert no_article(tmp_path / "template.html", PurePath("template.html")) is None


def test_notes_that_nobody_wrote(tmp_path: Path) -> None:
    for text in ("", " \n\n"):
        (tmp_path / "four.md").write_text(text, "utf-8")
        assert no_article(tmp_path / "four.md", PurePath("four.md")) is Kind.EMPTY
    (tmp_path / "four.md").write_text("\nLe four.\n", "utf-8")
    assert no_article(tmp_path / "four.md", PurePath("four.md")) is None


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("lacs/57.md", "Le lac gèle en janvier.", True),
        ("lacs/57.md", "# Le lac\n\nIl gèle en janvier.", False),
        ("lacs/57.md", "Le lac\n======\n\nIl gèle.", False),
        ("lacs/57.md", "---\ntitle: Le lac\n---\n\nIl gèle.", False),
        ("lacs/57-lacs.md", "Le lac gèle en janvier.", False),
        ("lacs/57.txt", "Le lac\n\nIl gèle en janvier.", False),
        ("lacs/description.txt", "Le lac gèle en janvier.\n", True),
        ("lacs/description.txt", "Le lac\n\nIl gèle en janvier.\n", False),
        ("lacs/lac.txt", "Le lac gèle en janvier.\n", False),
    ],
)
def test_records_that_a_page_takes_in(name: str, text: str, left: bool, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    assert no_article(path, PurePath(name)) is (Kind.DATA if left else None)


def test_a_page_that_the_generator_adds(tmp_path: Path) -> None:
    head = "<!doctype html><html><head><title>Lac</title><script src='_static/doctools.js'></script></head>"
    for name in ("search.html", "lac.html"):
        (tmp_path / name).write_text(f"{head}<body><h1>Lac</h1><p>Il est gelé.</p>", "utf-8")
    assert no_article(tmp_path / "search.html", PurePath("search.html")) is Kind.GENERATED
    assert no_article(tmp_path / "lac.html", PurePath("lac.html")) is None


def test_what_tests_ran_of_a_program(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!doctype html><html><body><h1>Lac</h1><p>Gel.</p>", "utf-8")
    for name, kind in (("coverage/lcov-report/a.html", Kind.GENERATED), ("rapport/a.html", None)):
        assert no_article(tmp_path / "a.html", PurePath(name)) is kind


@pytest.mark.parametrize(
    "settings",
    [
        'title: Lac\nexclude:\n  - brouillons/\n  # ceci\n  - "*.notes.md"\n  - a/b.md # non\nurl: x\n',
        "exclude: [brouillons, '*.notes.md', a/b.md]\n",
        "exclude:\n- /brouillons\n- '*.notes.md'\n\n- a/b.md\n",
    ],
)
def test_what_jekyll_is_told_to_leave_out(settings: str, tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text(settings, "utf-8")
    left = ["brouillons/lac/gel.md", "lac.notes.md", "a/b.md"]
    kept = ["lac.md", "a/brouillons.md", "a/c.md", "ceci.md"]
    for name in (*left, *kept):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\ntitle: Le lac\n---\n\nIl gèle.\n", "utf-8")
        assert no_article(path, PurePath(name)) is (Kind.NO_PAGE if name in left else None), name


@each_row(
    ("name", "beside", "kind"),
    [
        ("CONFIGURATION_SITE.md", ("index.html",), Kind.PROJECT),
        ("DEMARRAGE-RAPIDE.md", ("index.html",), Kind.PROJECT),
        ("Configuration.md", ("index.html",), None),
        ("CONFIGURATION_SITE.md", (), None),
        ("CONFIGURATION_SITE.md", ("index.html", "_config.yml"), None),
        ("2024.md", ("index.html",), None),
        ("_archives/GUIDE-IMAGES.md", ("index.html",), Kind.PROJECT),
        ("FEUILLE-DE-ROUTE.md", ("package.json", "content/"), Kind.PROJECT),
        ("FEUILLE-DE-ROUTE.md", ("package.json",), None),
        ("content/FEUILLE-DE-ROUTE.md", ("package.json", "content/"), None),
    ],
)
def test_notes_in_capitals_beside_pages_as_they_are(
    tmp_path: Path, name: str, beside: tuple[str, ...], kind: Kind | None
) -> None:
    root = Path(tempfile.mkdtemp(dir=tmp_path))
    page = "<!doctype html><title>Le lac</title><h1>Le lac</h1>"
    for other in beside:
        (root / other).mkdir() if other[-1] == "/" else (root / other).write_text(page, "utf-8")
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text(FINE, "utf-8")
    assert no_article(root / name, PurePath(name)) is kind
