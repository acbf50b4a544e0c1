from pathlib import Path

import pytest
from conftest import CheckRule
from tables import each_row

from seo_audit.rule import Severity


def page(src: str) -> str:
    return f'<p>Le lac. <img src="{src}" alt="Le lac"></p>'


@each_row("name", ["IMG_2034.jpg", "dsc00042.JPG", "image(1).png", "20240512.jpg", "capture.png"])
def test_names_that_say_nothing(check_rule: CheckRule, name: str) -> None:
    [finding] = check_rule("image-file", page(f"⟦/img/{name}⟧"))
    assert finding.severity is Severity.INFO


@each_row("name", ["lac.jpg", "image-du-lac.png", "lac-2034.jpg", "photo-de-classe.jpg", "p1.jpg"])
def test_names_that_say_something(check_rule: CheckRule, name: str) -> None:
    assert not check_rule("image-file", page(name))


@pytest.mark.parametrize(("size", "found"), [(300_000, False), (300_001, True)])
def test_heavy_files(check_rule: CheckRule, tmp_path: Path, size: int, found: bool) -> None:
    (tmp_path / "lac.jpg").write_bytes(bytes(size))
    text = page("⟦lac.jpg⟧" if found else "lac.jpg")
    assert bool(check_rule("image-file", text, path=tmp_path / "a.html")) is found


def test_a_weight_just_over_the_maximum_is_not_told_as_the_maximum(
    check_rule: CheckRule, tmp_path: Path
) -> None:
    (tmp_path / "lac.jpg").write_bytes(bytes(300_400))
    [finding] = check_rule("image-file", page("⟦lac.jpg⟧"), path=tmp_path / "a.html")
    assert "301" in finding.message("fr"), "« 300 ko, plus que le maximum de 300 ko »"


def test_missing_files(check_rule: CheckRule, tmp_path: Path) -> None:
    check_rule("image-file", page("⟦lac.jpg⟧"), path=tmp_path / "a.html")
    check_rule("image-file", page("ailleurs/lac.jpg"), path=tmp_path / "a.html")


def test_files_in_the_folder_called_as_the_article(check_rule: CheckRule, tmp_path: Path) -> None:
    (tmp_path / "fontaine").mkdir()
    (tmp_path / "fontaine/lac.jpg").touch()
    path = tmp_path / "fontaine.md"
    check_rule("image-file", "![Le lac](lac.jpg) ![L’eau](⟦eau.jpg⟧)\n", "markdown", path=path)
    check_rule("image-file", page("⟦lac.jpg⟧"), path=tmp_path / "fontaine.html")


def test_data_are_no_file(check_rule: CheckRule) -> None:
    check_rule("image-file", page("data:image/gif;base64,R0"), applies=False)


def test_what_a_generator_or_a_vault_resolves_is_not_judged(
    check_rule: CheckRule, tmp_path: Path
) -> None:
    text = "![Un lac]({{ page.image }}) ![[img/four.png|Le four]] ![Un four](⟦four.png⟧)\n"
    check_rule("image-file", text, "markdown", path=tmp_path / "a.md")


@pytest.mark.parametrize(
    "src",
    ["{require('/img/lac.jpg').default}", "{lac}", "{useBaseUrl('/img/lac.jpg')}", '{"lac.jpg"}'],
)
def test_an_expression_is_no_address(check_rule: CheckRule, tmp_path: Path, src: str) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img/autre.jpg").touch()
    text = (
        "import useBaseUrl from '@docusaurus/useBaseUrl';\n\n# Le lac\n\n![Autre](img/autre.jpg)\n\n"
        f"<img src={src} alt='Le lac' />\n\n![Le lac](⟦img/lac.jpg⟧)\n"
    )
    check_rule("image-file", text, "markdown", path=tmp_path / "a.mdx")


def test_a_page_shown_as_an_image_has_no_file(check_rule: CheckRule) -> None:
    check_rule(
        "image-file", "Le four.\n\n![](https://x.com/four/status/1663472744800067585)\n", "markdown"
    )
    check_rule("image-file", "Le four ![](⟦https://exemple.fr/16634727.jpg⟧).\n", "markdown")
    check_rule("image-file", "Le four ![](⟦photos/16634727.jpg⟧).\n", "markdown")


def test_images_seen_from_a_page_that_is_a_folder_s_index(
    check_rule: CheckRule, tmp_path: Path
) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images/lac.svg").write_text("<svg/>")
    text = "![Le lac](../images/lac.svg) ![La mer](⟦../images/mer.svg⟧) ![Le lac](images/lac.svg)\n"
    check_rule("image-file", text, "markdown", path=tmp_path / "lac.md")
