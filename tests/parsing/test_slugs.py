from pathlib import Path

import pytest

from seo_audit.parsing.slugs import slug
from seo_audit.source import Source


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("blog/la-fontaine.md", "la-fontaine"),
        ("_posts/2026-05-04-la-fontaine.md", "la-fontaine"),
        ("pages/2026-05-04_la-fontaine.md", "la-fontaine"),
        ("blog/20260504-la-fontaine.md", "la-fontaine"),
        ("content/4.ou-acheter.md", "ou-acheter"),
        ("content/1_ou-acheter.md", "ou-acheter"),
        ("content/3-questions.md", "3-questions"),
        ("docs/01-la-fontaine.md", "la-fontaine"),
        ("blog/10-fontaines-du-bourg.md", "10-fontaines-du-bourg"),
        ("blog/2026-la-fontaine.md", "2026-la-fontaine"),
        ("blog/1.5.md", "1.5"),
        ("la-fontaine.fr.md", "la-fontaine"),
        ("eau/la-fontaine/index.md", "la-fontaine"),
        ("docs/guide/README.md", "guide"),
        ("user/pages/01.blog/02.la-fontaine/item.fr.md", "la-fontaine"),
        ("pages/blog/01.la-fontaine.md", "la-fontaine"),
        ("content/1.blog/la-fontaine.md", "la-fontaine"),
        ("content/_index.md", None),
        ("content/en/_index.md", None),
        ("_pages/index.md", None),
        ("site/fr-CA/index.html", None),
        ("content/lac/_index.md", "lac"),
        ("blog/en.md", "en"),
        ("docs/README.md", None),
        ("site.d/README.md", None),
        ("projet/README.md", None),
    ],
)
def test_slug_of_a_file(tmp_path: Path, path: str, expected: str | None) -> None:
    (tmp_path / "site.d/.git").mkdir(parents=True)
    (tmp_path / "projet/package.json").mkdir(parents=True)
    found = slug(Source("", name=path, path=tmp_path / path), None)
    assert (found and found.value) == expected


@pytest.mark.parametrize(
    ("settings", "text", "path", "expected"),
    [
        ("hugo.toml", "", "content/blog/Le Lac Gelé/index.md", "le-lac-gelé"),
        ("hugo.toml", "", "content/blog/L'eau - du Lac.md", "leau-du-lac"),
        ("config.yml", "removePathAccents: true", "content/Le Lac Gelé.fr.md", "le-lac-gele"),
        ("config.toml", "disablePathToLower = true", "content/Le Lac.md", "Le-Lac"),
        ("config.toml", 'base_url = "https://exemple.fr"', "content/Le Lac Gelé.md", "le-lac-gele"),
        ("astro.config.mjs", "", "src/content/blog/Le Lac.md", "le-lac"),
        ("nuxt.config.ts", "", "content/2.blog/Le Lac Gelé.md", "le-lac-gele"),
        ("nuxt.config.ts", "content: { respectPathCase: true }", "content/Le-Lac.md", "Le-Lac"),
        ("config/_default/hugo.toml", "", "content/Le_Lac.md", "le_lac"),
        ("cecil.yml", "", "pages/blog/Le Lac Gelé.md", "le-lac-gele"),
        # elsewhere the name is the address
        ("cecil.yml", "", "notes/Le Lac.md", "Le Lac"),
        ("eleventy.config.js", "", "content/Le Lac.md", "Le Lac"),
        ("hugo.toml", "", "notes/Le Lac.md", "Le Lac"),
        ("astro.config.mjs", "", "content/Le Lac.md", "Le Lac"),
    ],
)
def test_addresses_that_a_generator_makes_of_names(
    tmp_path: Path, settings: str, text: str, path: str, expected: str
) -> None:
    (tmp_path / settings).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / settings).write_text(text, "utf-8")
    found = slug(Source("", name=path, path=tmp_path / path), None)
    assert found
    assert found.value == expected


def test_settings_that_cannot_be_read_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").mkdir()
    found = slug(Source("", path=tmp_path / "content/Le Lac.md"), None)
    assert found
    assert found.value == "Le Lac"
