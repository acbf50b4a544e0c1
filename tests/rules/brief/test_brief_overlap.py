from conftest import CheckRule, commissioned
from growth import grows_linearly
from tables import each_row

from seo_audit.api import read
from seo_audit.brief.brief import Brief
from seo_audit.brief.overlap import compare
from seo_audit.brief.texts import BriefText

SOURCE = "# Titre\n\nLe sourcier du village a trouvé une eau claire sous le vieux four.\n"


def shared(article: str, source: str = SOURCE) -> list[int]:
    overlap = compare(read(article, format="markdown"), BriefText("s.md", text=source))
    return [run.words for run in overlap.runs]


@each_row(
    ("text", "runs"),
    [
        ("Le sourcier du village a trouvé une eau.", [8]),
        ("Le sourcier du village a trouvé une source.", []),
        ("« Le SOURCIER, du village : a trouvé… une eau", [8]),  # punctuation and capitals
        ("Le sourcier du village a trouve une eau", [8]),
        ("Là, le sourcier du village a trouvé une eau trouble sous le vieux four.", [8]),
        ("", []),
        ("four", []),
        ("Le sourcier du village\n\na trouvé une eau claire", [9]),  # across paragraphs
        ("Il dit : « Le sourcier du village a trouvé une eau claire. »", []),
        ("> Le sourcier du village a trouvé une eau claire", []),
        ("`Le sourcier du village a trouvé une eau claire`", [9]),
        ("    Le sourcier du village a trouvé une eau claire", []),  # code
    ],
)
def test_runs(text: str, runs: list[int]) -> None:
    assert shared(text or "\n \n.") == runs


def test_places_in_both_texts(check_rule: CheckRule) -> None:
    brief = {"brief": Brief(source=BriefText("s.md", text=SOURCE))}
    text = "Hier, ⟦le sourcier du village a trouvé une eau claire⟧ ici.\n"
    (whole, one) = check_rule("brief-overlap", text, "markdown", article=brief)
    assert "9 sur 11" in whole.message("fr")
    assert "l. 3" in one.message("fr")
    assert "(l. 3): “le sourcier" in one.message("en")


def test_share_on_both_sides(check_rule: CheckRule) -> None:
    brief = {"brief": Brief(source=BriefText("s.md", text=SOURCE))}
    run, more = "⟦le sourcier du village a trouvé une eau⟧", "puis rien ne bougea plus ici "
    text = f"Hier {run} {more * 5}fin."
    words = len(text.replace("⟦", "").replace("⟧", "").split())
    assert words == 40
    assert len(check_rule("brief-overlap", text, "text", article=brief)) == 1
    assert len(check_rule("brief-overlap", text[:-5] + ".", "text", article=brief)) == 2


def test_the_longest_run_wins() -> None:
    source = (
        "un deux trois quatre cinq six sept huit. un deux trois quatre cinq six sept huit vache."
    )
    assert shared("un deux trois quatre cinq six sept huit vache", source) == [9]


def test_linear_in_both_lengths() -> None:
    def work(size: int) -> None:
        beside = BriefText("s.txt", text="très vieux " * size)
        document = read("très vieux " * size + "mot " * size, format="text")
        assert compare(document, beside).words == 2 * size

    assert grows_linearly(work, 20_000)


def test_a_brief_table_makes_papers() -> None:
    assert commissioned({}) == {}
