"""Content folders: addresses of sources, what holds before the build and what does not."""

from pathlib import Path

import pytest
from site_samples import of, report_of, written
from tables import each_row

from seo_audit.errors import ConfigError
from seo_audit.site.sources.url_map import mapped, usual_address


def test_addresses_by_the_map_the_front_matter_and_the_rule(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/_index.md": "---\ntitle: Accueil\n---\nBonjour, [lisez](blog/absente.md) et [ceci](blog/a.md).",
        "content/blog/a.md": "---\ntitle: Page a\nurl: /articles/a/\n---\nUn texte.",
        "content/blog/b.md": "---\ntitle: Page b\nslug: bis\n---\nUn texte, [ailleurs](/nulle-part/).",
        "content/blog/2020-01-02-c.md": "---\ntitle: Page c\n---\nUn texte.",
        "map.csv": "path,url\ncontent/blog/2020-01-02-c.md,https://exemple.fr/blog/c/\n",
    }
    folder = written(tmp_path / "projet", files)
    report = report_of(folder / "content", url="https://exemple.fr/", url_map=folder / "map.csv")
    assert report.kind == "content"
    assert {one.path: one.url for one in report.pages} == {
        "_index.md": "/",
        "blog/a.md": "/articles/a/",
        "blog/b.md": "/blog/bis/",
        "blog/2020-01-02-c.md": "/blog/c/",
    }
    assert [found.finding.target for found in of(report, "broken-link")] == ["/blog/absente.md"]
    assert not {found.rule for found in report.findings} & {"orphan", "unreachable", "click-depth"}
    assert "site construit" in report.notes[0]


def test_duplicates_of_sources(tmp_path: Path) -> None:
    same = (
        "---\ntitle: Le même titre\n---\n" + "Un texte assez long pour compter, mot après mot. " * 4
    )
    folder = written(
        tmp_path / "content", {"a.md": same, "b.md": same.replace("title", "description: x\ntitle")}
    )
    rules = {found.rule for found in report_of(folder).findings}
    assert rules >= {"duplicate-title", "exact-duplicate"}


@each_row(
    ("path", "slug", "wanted"),
    [
        ("blog/a.md", "", "/blog/a/"),
        ("blog/_index.md", "", "/blog/"),
        ("blog/billet/index.md", "", "/blog/billet/"),
        ("blog/billet/index.md", "autre", "/blog/autre/"),
        ("README.md", "", "/"),
        ("content/fr/a.md", "b", "/fr/b/"),
        ("_posts/2024-01-02-a.md", "", None),
    ],
)
def test_the_usual_address(path: str, slug: str, wanted: str | None) -> None:
    assert usual_address(path, slug) == wanted


def test_maps(tmp_path: Path) -> None:
    assert mapped("blog/a.md", {"content/blog/a.md": "/x/"}) == "/x/"
    (tmp_path / "bad.csv").write_text("fichier,adresse\na,b\n")
    folder = written(tmp_path / "content", {"a.md": "# A\n\nTexte.", "b.md": "# B\n\nTexte."})
    with pytest.raises(ConfigError, match="path"):
        report_of(folder, url_map=tmp_path / "bad.csv")
