"""Whom a report is for: what the command line takes, and what it refuses."""

from pathlib import Path

import pytest
from command_line import Run, runner

ARTICLE = "# La fontaine\n\nElle coule de nouveau, et les voisins s’en réjouissent.\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    made = runner(folder, monkeypatch)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772366400")
    return made


def test_client_author_logo_and_day_stand_in_the_page(folder: Path, run: Run) -> None:
    (folder / "logo.png").write_bytes(PNG)
    ran = run(
        *("--format", "html", "--client", "Société Dupont", "--author", "C. Martin"),
        *("--logo", "logo.png", "--print-all", "a.md"),
    )
    assert ran.status == 0
    assert "Société Dupont" in ran.text
    assert "C. Martin" in ran.text
    assert "1er mars 2026" in ran.text.replace("\u00a0", " ")
    assert 'src="data:image/png;base64,iVBORw0KGgo' in ran.text
    assert 'class="print-all"' in ran.text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"GIF89a", "gif"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "webp"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "svg+xml"),
        (b'\xef\xbb\xbf\n<?xml version="1.0"?><svg/>', "svg+xml"),
    ],
)
def test_logos_of_each_kind_stand_in_an_address(
    folder: Path, content: bytes, kind: str, run: Run
) -> None:
    (folder / "logo").write_bytes(content)
    ran = run("--format", "html", "--logo", "logo", "a.md")
    assert f'src="data:image/{kind};base64,' in ran.text
    assert "alert(1)" not in ran.text


def test_a_logo_that_is_none_is_refused_in_a_line(folder: Path, run: Run) -> None:
    (folder / "logo.txt").write_text("pas une image", "utf-8")
    (folder / "huge.png").write_bytes(PNG + b"\0" * 600_000)
    for name, said in (
        ("logo.txt", "logo.txt : n’est pas une image"),
        ("absent.png", "absent.png : fichier introuvable"),
        ("huge.png", "huge.png"),
    ):
        ran = run("--format", "html", "--logo", name, "a.md")
        assert ran.status == 2
        assert ran.out == b""
        assert said in ran.errors.replace("\u00a0", " ")
        assert len(ran.errors.splitlines()) == 1
