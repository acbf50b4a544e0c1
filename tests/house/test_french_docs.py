"""What is written in French for readers: made from the rules where it can be, right in its figures, well typeset."""

import re
from pathlib import Path

import pytest
import rule_pages
from documentation import page
from installed import CHECKOUT

from seo_audit.french.lemmas import bare

FRENCH = CHECKOUT / "docs" / "fr"
PAGES = sorted(path.relative_to(CHECKOUT).as_posix() for path in FRENCH.rglob("*.md"))
OURS = [name for name in PAGES if "/regles/" not in name]
MOST_BYTES = 200_000


def test_rule_pages_say_what_the_rules_say_today() -> None:
    made = rule_pages.pages(rule_pages.every_rule())
    assert {path.name for path in rule_pages.FOLDER.iterdir()} == set(made)
    for name, text in made.items():
        assert (rule_pages.FOLDER / name).read_text("utf-8") == text, "python docs/rule_pages.py"


def test_every_rule_has_its_section_and_its_line_in_the_index() -> None:
    index = page("docs/fr/regles/README.md")
    for rule in rule_pages.every_rule():
        [(file, anchor)] = re.findall(rf"\[{rule}\]\(([\w-]+\.md)#([\w-]+)\)", index)
        assert anchor == rule
        assert re.findall(rf"^## {rule}$", page(f"docs/fr/regles/{file}"), re.MULTILINE)


def anchors(name: str) -> set[str]:
    """Where links into a page may lead, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page(name), re.MULTILINE)
    plain = (re.sub(r"[^\w\s-]", "", heading.lower()) for heading in headings)
    return {re.sub(r"\s", "-", heading) for heading in plain}


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_a_file_and_to_a_heading_of_it(name: str) -> None:
    for target, anchor in re.findall(r"\]\(([^)#:<]*)(?:#([^)]*))?\)", prose(name)):
        path = (CHECKOUT / name).parent / target if target else CHECKOUT / name
        assert path.exists(), target
        if anchor:
            other = path.resolve().relative_to(CHECKOUT).as_posix()
            assert anchor in anchors(other), (target, anchor)


def prose(name: str) -> str:
    """A page without its code."""
    text = re.sub(r"^(`{3,}).*?^\1$", "", page(name), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]*`", "", text)


@pytest.mark.parametrize("name", OURS)
def test_typography(name: str) -> None:
    text = re.sub(r"\]\([^)]*\)", "]", prose(name))
    assert re.findall(r".{0,20}(?: [:;!?»%]|« |'|\"|\.\.\.).{0,20}", text) == []


def test_the_score_is_made_of_the_same_figures_in_both_languages() -> None:
    def figures(name: str) -> list[list[str]]:
        rows = re.findall(r"^\|(.*)\|$", page(name).replace(",", "."), re.MULTILINE)
        cells = ([cell.strip() for cell in row.split("|")] for row in rows)
        numbers = [[re.sub(r"[^\d.]", "", cell) for cell in row] for row in cells]
        return [row for row in numbers if any(row)]

    english, french = figures("docs/score.md"), figures("docs/fr/score.md")
    # the heads of the tenths: 1st, 1er
    assert english == french


def test_pictures_are_there_small_and_described() -> None:
    shown = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", page("docs/fr/guide.md"))
    assert {name for _, name in shown} == {path.name for path in FRENCH.glob("*.png")}
    for description, name in shown:
        assert len(description.split()) > 5
        assert (FRENCH / name).stat().st_size < MOST_BYTES


def test_the_readme_says_in_its_first_screen_where_the_french_is() -> None:
    first = Path(CHECKOUT / "README.md").read_text("utf-8").splitlines()[:12]
    assert "](docs/fr/guide.md)" in "\n".join(first)


def test_files_of_categories_are_called_in_french() -> None:
    names = {path.stem for path in rule_pages.FOLDER.glob("*.md")} - {"README"}
    assert all(name == bare(name) for name in names)
    assert "expression-cle" in names
