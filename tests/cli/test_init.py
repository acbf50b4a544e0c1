"""`init` looks at what lies in the folder, and writes a configuration that suits it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from command_line import POOR, Ran, Run, runner

from seo_audit.cli.generators import GENERATORS, surroundings
from seo_audit.cli.init_files import CONFIGURATION


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "poor.md").write_text(POOR, "utf-8")
    return runner(tmp_path, monkeypatch)


def test_init_writes_what_the_tool_accepts_and_never_overwrites(run: Run) -> None:
    assert run("init").status == 0
    first = Path("seo-audit.toml").read_bytes()
    assert run("poor.md").status == 0
    again = run("init", "--lang", "en")
    assert again.status == 2
    assert "seo-audit.toml" in again.errors
    assert Path("seo-audit.toml").read_bytes() == first
    assert run("init", "--brief").status == 0
    assert Path("brief.toml").exists()


@pytest.mark.parametrize("text", [CONFIGURATION.fr, CONFIGURATION.en])
def test_its_examples_hold_when_their_mark_goes(run: Run, text: str) -> None:
    run("init", "--brief")
    bare = "\n".join(
        line.removeprefix("# ") for line in text.splitlines() if " = " in line or line[:3] == "# ["
    )
    Path("seo-audit.toml").write_text(bare, "utf-8")
    assert len(tomllib.loads(bare)) > 15
    found = run("poor.md")
    assert found.status in (0, 1), found.errors


def test_a_table_in_pyproject_is_a_configuration(run: Run) -> None:
    Path("pyproject.toml").write_text("[tool.seo-audit]\nlang = 'en'\n")
    found = run("init")
    assert found.status == 2
    assert "pyproject.toml" in found.errors
    Path("pyproject.toml").write_text("[project]\nname = 'site'\n")
    assert run("init").status == 0


# -- what lies there

HUGO = """baseURL = "https://www.ma-commune.fr/"
languageCode = "fr-ca" # le site est québécois
title = "Ma commune"
[params]
  description = "Le site"
"""
DOCUSAURUS = """// @ts-check
const config = {
  title: 'Guide',
  url: 'https://guide.ma-commune.fr',
  baseUrl: '/',
  i18n: { defaultLocale: 'fr', locales: ['fr'] },
};
export default config;
"""
SITES: dict[str, tuple[dict[str, str], dict[str, Any], str]] = {
    "Hugo": (
        {"hugo.toml": HUGO, "content/a.md": POOR, "static/x.css": "", "themes/t/README.md": POOR},
        {
            "exclude": ["/public/", "/resources/", "/themes/", "/static/"],
            "root": "static",
            "site": "www.ma-commune.fr",
            "region": "fr-CA",
        },
        "content",
    ),
    "Hugo, its old name": (
        {
            "config.yaml": "baseURL: https://ma-commune.fr\nlanguageCode: fr-FR\n",
            "content/a.md": POOR,
        },
        {"exclude": ["/public/", "/resources/"], "site": "ma-commune.fr"},
        "content",
    ),
    "Jekyll": (
        {
            "_config.yml": 'title: Ma commune\nurl: "https://ma-commune.fr" # sans /\nlang: fr\n',
            "_posts/2024-01-02-four.md": POOR,
            "_includes/date.html": "<p>",
            "README.md": "# Site",
        },
        {
            "exclude": ["/_site/", "/_includes/", "/README.md"],
            "site": "ma-commune.fr",
        },
        ".",
    ),
    "Hexo": (
        {"_config.yml": "url: https://blog.fr\nlanguage: fr\n", "source/_posts/a.md": POOR},
        {"exclude": ["/public/"], "root": "source", "site": "blog.fr"},
        "source",
    ),
    "MkDocs": (
        {
            "mkdocs.yml": "site_name: Guide\nsite_url: https://guide.fr/\ndocs_dir: pages\n"
            "theme:\n  name: material\n  language: fr\n  custom_dir: habillage\n"
            "markdown_extensions:\n  - x: !!python/name:material.y\n",
            "pages/index.md": POOR,
            "habillage/main.html": "",
        },
        {"exclude": ["/site/", "/habillage/"], "root": "pages", "site": "guide.fr"},
        "pages",
    ),
    "Astro": (
        {
            "astro.config.mjs": "export default defineConfig({\n  site: 'https://astro.fr',\n"
            "  outDir: './sortie',\n});\n",
            "src/content/blog/a.md": POOR,
            "public/robots.txt": "",
        },
        {"exclude": ["/sortie/", "/dist/", "/public/"], "root": "public", "site": "astro.fr"},
        "src/content",
    ),
    "Docusaurus": (
        {"docusaurus.config.ts": DOCUSAURUS, "docs/a.md": POOR, "blog/b.md": POOR, "src/x.js": ""},
        {"exclude": ["/build/", "/src/"], "site": "guide.ma-commune.fr"},
        "docs blog",
    ),
    "Eleventy": (
        {
            ".eleventy.js": "module.exports = () => ({\n  dir: {\n    input: 'src',\n    output: 'www',\n  },\n})",
            "src/a.md": POOR,
            "src/_includes/base.html": "<p>",
        },
        {"exclude": ["/www/", "/_site/", "/src/_includes/"]},
        "src",
    ),
    "Quarto": (
        {
            "_quarto.yml": "project:\n  type: website\n  output-dir: rendu\nlang: fr-CH\n",
            "a.qmd": POOR,
            "b.md": POOR,
        },
        {"exclude": ["/rendu/", "/_site/", "/_book/"], "region": "fr-CH"},
        ".",
    ),
    "VitePress": (
        {"docs/.vitepress/config.mts": "export default { lang: 'fr-BE' }\n", "docs/a.md": POOR},
        {"region": "fr-BE"},
        "docs",
    ),
    "Pelican": (
        {"pelicanconf.py": "SITEURL = 'https://p.fr'\nDEFAULT_LANG = 'fr'\n", "content/a.md": POOR},
        {"exclude": ["/output/"], "root": "content", "site": "p.fr"},
        "content",
    ),
    "Zola": (
        {
            "config.toml": 'base_url = "https://z.fr"\n',
            "templates/x.html": "",
            "content/a.md": POOR,
        },
        {"exclude": ["/public/", "/templates/"], "site": "z.fr"},
        "content",
    ),
    "Obsidian": (
        {".obsidian/app.json": "{}", "Modèles/note.md": POOR, "a.md": POOR},
        {"exclude": ["/Modèles/"], "ignore": ["metadata"]},
        ".",
    ),
}


def made(run: Run, files: dict[str, str], *options: str) -> Ran:
    Path("poor.md").unlink(missing_ok=True)
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return run("init", *options)


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_configuration_suits_the_generator(run: Run, name: str, language: str) -> None:
    files, expected, articles = SITES[name]
    ran = made(run, files, "--lang", language)
    assert ran.status == 0
    generator = name.partition(",")[0]
    assert generator in ran.errors
    assert ran.errors.rstrip().endswith(f": seo-audit {articles}")
    text = Path("seo-audit.toml").read_text("utf-8")
    assert generator in text.splitlines()[0]
    data = tomllib.loads(text)
    data.pop("lang", None)
    assert data == expected
    # and what it names is audited, nothing that it leaves out
    found = run("--format", "json", "--exit-zero", "--no-cache", ".")
    assert found.status == 0, found.errors
    paths = {one["path"] for one in found.json()["articles"]}
    asides = tuple(one.strip("/") for one in expected.get("exclude", ()))
    assert not any(path.startswith(asides) for path in paths if asides)
    assert {name for name, text in files.items() if text == POOR} - paths <= {
        name for name in files if name.startswith(("themes/", "Modèles/")) or name.endswith(".qmd")
    }


def test_every_generator_has_a_site_here() -> None:
    assert {one.name for one in GENERATORS} == {name.partition(",")[0] for name in SITES}


def test_a_folder_without_a_generator_leaves_out_the_papers_of_a_repository(run: Run) -> None:
    ran = made(run, {"README.md": "# Ici", "LICENSE.txt": "MIT", "readme-de-marc.md": POOR})
    assert "seo-audit.toml" in ran.errors
    data = tomllib.loads(Path("seo-audit.toml").read_text("utf-8"))
    assert data == {"exclude": ["/LICENSE.txt", "/README.md"]}


@pytest.mark.parametrize(
    "text",
    [
        'baseURL = "http://localhost:1313/"\n',
        'baseURL = "https://example.org/"\n',
        'baseURL = "https://your-site.fr/"\n',
        'baseURL = "/"\n',
        'baseURL = ""\n',
        "baseURL = 'http://127.0.0.1/'\n",
        "# baseURL = 'https://a.fr'\n",
        "languageCode = 'fr'\n",
        "publishDir = '../../ailleurs'\n",
        "publishDir = 'a\\\"b'\n",
        "\0\xff{{{",
        "baseURL = " + "a" * 100_000,
    ],
)
def test_what_says_nothing_sets_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "hugo.toml").write_text(text, "utf-8")
    found = surroundings(tmp_path)
    assert (found.site, found.region, found.root) == (None, None, None)
    assert found.exclude == ("/public/", "/resources/")


def test_marks_that_cannot_be_read_are_marks_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").mkdir()
    assert surroundings(tmp_path).generator == "MkDocs"
    assert surroundings(tmp_path / "absent").generator == ""
