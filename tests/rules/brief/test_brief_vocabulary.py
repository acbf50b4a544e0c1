from pathlib import Path

import pytest
from conftest import CheckRule
from growth import grows_linearly

from seo_audit import Config, audit, read
from seo_audit.brief.brief import Brief
from seo_audit.brief.texts import BriefText, brief_text
from seo_audit.brief.vocabulary import compare

PAGES = (
    "Le compresseur d’une pompe à chaleur fait du bruit. Où poser l’unité extérieure ?",
    "Les compresseurs des pompes à chaleur tournent.",
    "Une isolation réussie.\n\nElle garde la chaleur au salon, et la pompe à chaleur se repose.",
)


def texts(*texts: str) -> tuple[BriefText, ...]:
    return tuple(BriefText(f"{number}.txt", text=text) for number, text in enumerate(texts))


def missing(article: str, *pages: str) -> list[str]:
    return [term.text for term in compare(read(article, format="text"), texts(*pages)).missing]


def test_terms_are_compared_by_lemma_and_links() -> None:
    assert sorted(missing("Un toit.", *PAGES)) == ["compresseur", "pompe à chaleur"]
    assert missing("Pompes à chaleur et compresseurs.", *PAGES) == []
    assert missing("Un compresseur.", *PAGES) == ["pompe à chaleur"]


@pytest.mark.parametrize(("pages", "found"), [(3, []), (2, ["compresseur"])])
def test_half_of_the_pages(pages: int, found: list[str]) -> None:
    others = ["Le compresseur tourne."] * 2 + ["Un radiateur."] * pages
    assert [term for term in missing("Un toit.", *others) if term != "radiateur"] == found


def test_everyday_words_and_verbs_say_nothing() -> None:
    page = "Il permet de commencer chaque année par de nouvelles choses, et nous allons créer deux formes."
    assert missing("Un toit.", page, page) == []


def test_overuse_is_shown_apart_from_the_score() -> None:
    article = "La pompe chauffe. " + "Un compresseur ronfle. " * 6 + "Le voisin dort. " * 20
    reference = texts(*(text + " Le jour se lève sur le toit." * 20 for text in PAGES))
    config = Config(brief=Brief(reference=reference))
    report = audit(article, config, format="text")
    (verdict,) = [one for one in report.verdicts if one.rule == "brief-vocabulary"]
    assert verdict.over_optimisation
    assert any("compresseur" in one.message("en") for one in verdict.findings)
    place = next(one for one in verdict.findings if one.place)
    assert len(place.related) == 5
    assert report.score == audit(article, format="text").score


def test_one_page_is_no_reference(check_rule: CheckRule) -> None:
    article = {"brief": Brief(reference=texts(PAGES[0]))}
    check_rule("brief-vocabulary", "Un toit.", "text", article=article, applies=False)


def test_table_of_the_pages() -> None:
    found = compare(read("Un toit.", format="text"), texts(*PAGES))
    assert [page.words for page in found.pages] == [13, 7, 16]
    assert found.pages[0].questions == ("Où poser l’unité extérieure ?",)


def test_pages_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    gone = tmp_path / "a.html"
    gone.write_text("<p>Un toit.</p>", "utf-8")
    one = brief_text(gone)
    gone.unlink()
    from seo_audit.brief import texts as module

    module._source.cache_clear()
    assert compare(read("Un toit.", format="text"), (one,)).unread == ("a.html",)


def test_pages_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, text in enumerate(PAGES):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    article = read("Un toit.", format="text")
    first = compare(article, [brief_text(path) for path in tmp_path.iterdir()])
    assert first.missing
    for reading in ("seo_audit.brief.texts.parse", "seo_audit.brief.vocabulary._described"):
        monkeypatch.delattr(reading)
    assert compare(article, [brief_text(path) for path in tmp_path.iterdir()]) == first


def test_time_of_a_page_is_linear() -> None:
    article = read("La fontaine coule.", format="text")

    def work(size: int) -> None:
        words = (f"{'fbsp'[n % 4]}ontain{'abcdefgh'[n * n % 8]}" for n in range(size))
        page = BriefText("page.txt", text=". ".join(words))
        compare(article, [page, BriefText("other.txt", text="Eau.")])

    assert grows_linearly(work, 20_000)
