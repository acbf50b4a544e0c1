from conftest import CheckRule
from tables import each_row


@each_row(
    "text",
    [
        "1ère",
        "1ere",
        "1ères",
        "1ière",
        "2ème",
        "2eme",
        "2èmes",
        "3ième",
        "2è",
        "10ème",
        "XXème",
        "XIXè",
        "IIIème",
        "Ière",
        "6ièmes",
        "5éme",
        "5iéme",
    ],
)
def test_long_ones(check_rule: CheckRule, text: str) -> None:
    check_rule("ordinals", f"<p>Voici la ⟦{text}⟧, enfin.</p>")


@each_row(
    "text",
    [
        "1er 1re 1ers 1res 2e 2es 2d 2de 2nd 2nde XXe Ier 10e",
        "le théorème, la 12 emplette, un poème, l’énième",
        "sur Guadeloupe La 1ère",
        "le code A1ère",
    ],
)
def test_short_ones(check_rule: CheckRule, text: str) -> None:
    check_rule(
        "ordinals",
        f"<p>Dans les rues du village, on voit {text}, et voilà tout ce qui est dit.</p>",
    )


def test_raised_letters_are_read_too(check_rule: CheckRule) -> None:
    check_rule("ordinals", "<p>La ⟦1<sup>ère⟧</sup> fois.</p>")


def test_at_a_sentence_start_it_is_no_channel(check_rule: CheckRule) -> None:
    check_rule("ordinals", "<p>La ⟦1ère⟧ fois.</p>")


@each_row(
    "text",
    [
        "le ⟦1 mai⟧",
        "le ⟦01 mai⟧ 2024",
        "du ⟦1 juin⟧ au 5 juillet",
        "du ⟦1 au⟧ 5 mai",
        "du 5 avril au ⟦1 mai⟧",
    ],
)
def test_the_first_of_a_month(check_rule: CheckRule, text: str) -> None:
    check_rule("ordinals", f"<p>La fontaine coule {text}, dit-on.</p>")


@each_row(
    "text",
    [
        "le 1er mai",
        "le 11 mai",
        "le 2 mai",
        "en page 1 mai",
        "le 1 maître",
        "du 1 au 5",
        "le 2,1 mai",
        "le 1 pour 1",
    ],
)
def test_what_is_no_first_of_a_month(check_rule: CheckRule, text: str) -> None:
    check_rule("ordinals", f"<p>La fontaine coule {text}, dit-on.</p>")
