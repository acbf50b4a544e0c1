"""What must change in a report when a site changes in a known way, and what must not."""

import shutil
from pathlib import Path

import pytest
from site_samples import page, report_of, written

from seo_audit.site.site_report import SiteReport

TEXT = (
    "<p>Le coing cru est dur comme du bois et râpe la langue. Une heure de cuisson douce le rend rose et parfumé. Les "
    "pépins, serrés dans une mousseline, libèrent la pectine qui fait prendre. On pèse le jus filtré, puis on ajoute "
    "presque autant de sucre. La bassine de cuivre répartit bien la chaleur du gaz.</p>"
)


def site(folder: Path, host: str, base: str) -> Path:
    def made(name: str, body: str, title: str) -> str:
        canonical = f'<link rel="canonical" href="https://{host}{base}{name}">'
        return page(body, title=title, head=canonical)

    files: dict[str, str | bytes] = {
        "index.html": made(
            "", f'<a href="{base}a/">la page a</a> <a href="b/">la page b</a>', "Accueil"
        ),
        "a/index.html": made(
            "a/", f'{TEXT}<a href="{base}zut/">la page perdue</a>', "Le même titre"
        ),
        "b/index.html": made(
            "b/",
            f'<p>Autre.</p><a href="../a/#rien">une partie</a> <a href="{base}a">a</a>',
            "Le même titre",
        ),
        "seule/index.html": made("seule/", "<p>Seule.</p>", "Seule"),
        "sitemap.xml": f"<urlset><url><loc>https://{host}{base}parti/</loc></url></urlset>",
    }
    return written(folder, files)


def shape(
    report: SiteReport, base: str
) -> list[tuple[str, str | None, tuple[tuple[str, int | None], ...]]]:
    return sorted(
        (
            found.rule,
            found.finding.target.replace(base, "/", 1) if found.finding.target else None,
            tuple((spot.path, spot.line) for spot in found.spots),
        )
        for found in report.findings
    )  # fmt: skip


def test_another_host_and_a_base_path_change_nothing_else(tmp_path: Path) -> None:
    first = report_of(site(tmp_path / "un", "exemple.fr", "/"))
    second = report_of(site(tmp_path / "deux", "www.autre.example", "/manuel/"))
    assert first.url == "https://exemple.fr/"
    assert second.url == "https://www.autre.example/manuel/"
    assert shape(first, "/") == shape(second, "/manuel/")
    rules = {found.rule for found in first.findings}
    assert rules >= {
        "broken-link",
        "broken-fragment",
        "link-to-redirect",
        "orphan",
        "sitemap-missing",
        "duplicate-title",
    }


def test_a_copied_page_is_a_duplicate_and_nothing_else_of_the_others(tmp_path: Path) -> None:
    folder = site(tmp_path / "un", "exemple.fr", "/")
    before = report_of(folder)
    text = (
        (folder / "a/index.html")
        .read_text("utf-8")
        .replace('href="https://exemple.fr/a/"', 'href="https://exemple.fr/copie/"')
    )
    written(folder, {"copie/index.html": text})
    after = report_of(folder)
    rules = {found.rule: {spot.path for spot in found.spots} for found in after.findings}
    assert rules["exact-duplicate"] == {"a/index.html", "copie/index.html"}
    assert "copie/index.html" in rules["duplicate-title"]
    gone = {one.fingerprint for one in before.findings} - {
        one.fingerprint for one in after.findings
    }
    assert gone == set()


def test_the_missing_page_added_takes_its_finding_away(tmp_path: Path) -> None:
    folder = site(tmp_path / "un", "exemple.fr", "/")
    before = report_of(folder)
    written(folder, {"zut/index.html": page("<p>Retrouvée.</p>", title="Retrouvée")})
    after = report_of(folder)
    gone = [
        one
        for one in before.findings
        if one.fingerprint not in {o.fingerprint for o in after.findings}
    ]
    assert [one.rule for one in gone] == ["broken-link"]
    new = [
        one
        for one in after.findings
        if one.fingerprint not in {o.fingerprint for o in before.findings}
    ]
    assert {spot.path for one in new for spot in one.spots} <= {"zut/index.html"}


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_files_means_nothing(tmp_path: Path, order: int) -> None:
    folder = site(tmp_path / "un", "exemple.fr", "/")
    other = tmp_path / "autre"
    for path in sorted(folder.rglob("*.*"))[::order]:
        place = other / path.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)
    one, two = report_of(folder), report_of(other)
    assert one.findings == two.findings
    assert one.pages == two.pages
