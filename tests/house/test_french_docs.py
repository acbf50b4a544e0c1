"""What is written in French for readers: made from the rules where it can be, right in its figures, well typeset."""

import re
from pathlib import Path

import rule_pages
from documentation import page
from installed import CHECKOUT
from tables import each_row

from seo_audit.french.lemmas import bare
from seo_audit.rendering import points

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


@each_row("name", PAGES)
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


@each_row("name", OURS)
def test_typography(name: str) -> None:
    text = re.sub(r"\]\([^)]*\)", "]", prose(name))
    assert re.findall(r".{0,20}(?: [:;!?»%]|« |'|\"|\.\.\.).{0,20}", text) == []


def test_how_the_score_is_made_is_told_step_by_step_in_both_languages() -> None:
    """Two texts, each written for its readers: whoever changes a figure or a step in one changes it in the other."""

    def steps(name: str) -> list[dict[str, object]]:
        # of each section its shape, and its figures: by row in tables, by size in prose, whose order languages have
        return [
            {
                "paragraphs": len(re.split(r"\n{2,}", part.strip())),
                "points": len(re.findall(r"^- ", part, re.MULTILINE)),
                "strong": len(re.findall(r"\*\*[^*]+\*\*", part)),
                "formulas": re.findall(r"^> .*", part.replace(" ", ""), re.MULTILINE),
                "rules": re.findall(r"`([a-z0-9]+-[a-z0-9-]+)`", part),
                "rows": [figures(row) for row in re.findall(r"^\|(.*)\|$", part, re.MULTILINE)],
                "figures": sorted(figures(part), key=float),
            }
            for part in re.split(r"^## ", page(name).replace(",", "."), flags=re.MULTILINE)
        ]

    def figures(text: str) -> list[str]:
        return re.findall(r"\d+(?:\.\d+)?", re.sub(r"\]\([^)]*\)", "]", text))

    english, french = steps("docs/score.md"), steps("docs/fr/score.md")
    for one, other in zip(english, french, strict=True):
        assert one == other


def test_the_colours_of_scores_are_told_as_they_are() -> None:
    for name, said in (
        ("docs/score.md", f"from {points.GOOD} good, from {points.FAIR} fair"),
        ("docs/fr/score.md", f"bon à partir de {points.GOOD}, moyen à partir de {points.FAIR}"),
    ):
        assert said in page(name)


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
