from growth import grows_linearly, repeated
from tables import each_row

from seo_audit.french.expressions import expressions, find, quotations, vocabulary
from seo_audit.french.word_lists import lines, plain


def found(listed: list[str], text: str) -> list[str]:
    text = plain(text)
    likely = expressions(listed).among(vocabulary(text))
    return [text[start:end] for start, end, _ in find(likely, text)]


@each_row(
    ("expression", "text"),
    [
        ("il convient de", "Il convient d’attendre."),
        ("il convient de", "IL CONVIENT\u00a0DE partir."),
        ("force est de constater que", "Force est de constater qu'il pleut."),
        ("à l’ère de", "À l'ère du numérique"),
        ("grâce à", "grâce au vent"),
        ("effectu+ (un|des) (achat|achats)", "Vous effectuez des achats"),
        ("procéd+ à l’examen", "ayant procédé à l’examen"),
        ("mettre ~en œuvre", "mettre bien en œuvre"),
        ("mettre ~en œuvre", "mettre en œuvre"),
        ("très (|très) cher", "très cher"),
        ("très (|très) cher", "très très cher"),
        ("nécessaire*", "nécessaires"),
    ],
)
def test_forms_that_are_found(expression: str, text: str) -> None:
    assert len(found([expression], text)) == 1


@each_row(
    ("expression", "text"),
    [
        ("il convient de", "il convient décidément"),
        ("grâce à", "disgrâce à"),
        ("hormis", "hormisses"),
        ("effectu+ des achats", "effectif des achats"),
        ("mettre ~en œuvre", "mettre un peu de tout en œuvre"),
        ("force est de constater que", "force est de constater quelque chose"),
    ],
)
def test_what_looks_alike_is_not_found(expression: str, text: str) -> None:
    assert found([expression], text) == []


def test_the_longer_of_two_counts_and_tells_its_number() -> None:
    listed = expressions(["de façon à", "de façon à ce que", "façon à"])
    text = plain("de façon à ce qu’il pleuve, de façon à boire")
    forms = listed.among(vocabulary(text))
    assert [(text[a:b], which) for a, b, which in find(forms, text)] == [
        ("de façon à ce qu'", 1),
        ("de façon à", 0),
    ]


def test_quotations() -> None:
    text = 'Il dit « oui » et “non” et "peut-être" et « sans fin'
    assert [text[a:b] for a, b in quotations(text)] == ["« oui »", "“non”", '"peut-être"']


def test_patterns_are_linear_on_hostile_text() -> None:
    listed = expressions(["mettre ~en œuvre", "effectu+ des achats", "à la fin de"])
    forms = listed.among(vocabulary("mettre en œuvre des achats à la fin"))
    assert len(forms) == 3

    def work(text: str) -> None:
        list(find(forms, text))
        quotations(text)

    for unit in ("mettre ", "effectuer", "à la fin d", "«", '"', '" '):
        assert grows_linearly(repeated(unit, work), 100_000 // len(unit)), unit


def test_words_a_text_lacks_rule_an_expression_out() -> None:
    listed = expressions(["à la fin de", "au début"])
    assert len(listed.among(vocabulary("la fin, à coup sûr"))) == 1
    assert not listed.among(vocabulary("rien"))


@each_row(
    ("expression", "text"),
    [
        ("qu’un(|e) simple", "plus qu’une simple"),
        ("(re|)faire le point", "refaire le point"),
        ("à la fin de (|toute la) ", "à la fin du jour"),
        ("parler (de|)", "parler"),
        ("seul l’avenir (nous |)le dira", "seul l’avenir le dira"),
    ],
)
def test_forms_of_a_choice_are_met_whatever_it_is(expression: str, text: str) -> None:
    assert len(found([expression], text)) == 1


def test_lines_of_a_list_hold_neither_remarks_nor_margins() -> None:
    found = lines("seo_audit.french", "connectors.txt")
    assert [line for line in found if not line or line[0] == "#" or line != line.rstrip()] == []
