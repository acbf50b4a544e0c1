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
