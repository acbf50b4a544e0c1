import pytest
from conftest import CheckRule

from seo_audit.word_lists import lines


@pytest.mark.parametrize(
    "block",
    [
        "Source link -57",
        "Newsletter",
        "Plus: Les entreprises du lac ferment",
        "LIRE AUSSI : le lavoir",
        "À lire également :",
        "Partager sur Facebook",
    ],
)
def test_whole_blocks(check_rule: CheckRule, block: str) -> None:
    check_rule(
        "source-residue",
        f"<h1>Le lac</h1><p>Il est gelé.</p>⟦{block}⟧".replace("⟦", "<p>⟦").replace("⟧", "⟧</p>"),
    )


@pytest.mark.parametrize(
    "part",
    ["(Photo : IMAGO/Kyodo News)", "(Crédit photo : AFP)", "(© Reuters)", "Make this article SEO"],
)
def test_parts_of_a_block(check_rule: CheckRule, part: str) -> None:
    check_rule("source-residue", f"Le lac est gelé. ⟦{part}⟧ Il fait froid.", "markdown")


@pytest.mark.parametrize(
    "text",
    [
        "Cette newsletter plaît.",
        "Plus le lac est profond, plus il est froid.",
        "Il faut partager.",
        "La photo (prise à midi) est belle.",
        "Voir aussi le lac voisin.",
    ],
)
def test_ordinary_sentences(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("source-residue", f"<p>{text}</p>")


def test_the_list_is_long_and_well_formed() -> None:
    entries = [line.split("\t") for line in lines("seo_audit.rules", "source_residue.txt")]
    assert len(entries) >= 60
    assert {kind for kind, _ in entries} == {"alone", "label", "start", "anywhere"}
    assert len({(kind, text) for kind, text in entries}) == len(entries)


def test_no_text_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("source-residue", "<h1>Newsletter</h1>", applies=False)


def test_a_label_before_a_link_of_ones_own(check_rule: CheckRule) -> None:
    page = "<p>Il est gelé.</p><p>Lire aussi :</p><p><a href='/lavoir'>Le lavoir</a></p>"
    assert not check_rule("source-residue", page)
    check_rule("source-residue", "<p>Il est gelé.</p><p>⟦Lire aussi :⟧</p><p>Le lavoir</p>")
