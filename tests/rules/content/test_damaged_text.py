from pathlib import Path

import pytest
from conftest import CheckRule
from growth import grows_linearly, repeated
from tables import each_row

from seo_audit import plugins
from seo_audit.measures import Measures
from seo_audit.parsing import Parsing, parse
from seo_audit.rule import Severity
from seo_audit.source import Source


@each_row(
    "word",
    [
        "Ã©tÃ©",
        "lâ€™eau",
        "Å“uvre",
        "aoÃ»t",
        "voilÃ\u00a0",
        "ÃƒÂ©cole",  # twice over
        "√©cole",  # as on an old Macintosh
        "├®cole",  # as in a console
        "l‚Äôeau",
        "l\u0092eau",
        "p\ufffdre",
        "l&rsquo;eau",
        "&eacute;cole",
        "R&amp;D",
        "12&#8239;%",
        "12&rarr;13",
        "ca\u200bfé",
        "l\ufeff’eau",
        "e\u2060au",
        "e\u200eau",
        "e\u200cau",
        "e\u200dau",
        "e\u2063au",
        "\u202eeau\u202c",
        "mot\u00ad",
        "a\x02b",
        "e\u034fau",
        "e\u061cau",
        "e\ue000au",
        "e\U000e0041au",
        "dŽbut",
        "lÕhiver",
    ],
)
def test_damages(check_rule: CheckRule, word: str) -> None:
    end = word.rstrip("\u00a0")
    after = word[len(end) :]
    check_rule("damaged-text", f"Voici le ⟦{end}⟧{after} du bourg.\n", "text")


@each_row(
    "text",
    [
        "São Paulo, SÃO PAULO, Ângela, CHÂTEAU, Malmö, Łódź, ĐÀ NẴNG, Žižkov, Õun",
        "« Ã© » ou « � » se lit au lieu de « é »",
        "l’entité &nbsp; du HTML",
        "Tom & Jerry, R&D, a&b; R&D; AT&T;",
        "?a=1&copy=2",
        "un emoji 👩\u200d🚀 et un drapeau 🏴\u200d☠️",
        "fon\u00adtaine et\u200b une autre /\u200bpage",
        "5 µg, 3 √ 2, 4 ≤ 5, 12 °C, ½ et ©",
        "une tache\tet un mot",
        "une icône \ue000 et un drapeau 🏴\U000e0067\U000e007f d’ici",
        "می\u200cخواهم et क्\u200dष",
        "❤\ufe0f\u200d🔥 et 👩\u200d🚀",
        "\u202a06 12 34\u202c",
    ],
)
def test_what_is_right(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("damaged-text", f"Voici {text}, enfin.\n", "text")


@each_row(
    "text",
    [
        "⟦20Â⟧\u00a0000 euros",
        "⟦12Â⟧ %",
        "⟦ASSOCIATIONÂ⟧\u00a0: oui",
        "⟦jusqu’Ã\u00a0Lyon⟧",
        "⟦Ã 12⟧ heures",
        "⟦c’est-Ã\u00a0-dire⟧",
        "les lettres Â, Ã et Õ, ou encore Ã.",
        "MANHÃ, IRMÃ et ROMÂNIA",
    ],
)
def test_a_letter_whose_other_half_is_a_space(check_rule: CheckRule, text: str) -> None:
    check_rule("damaged-text", f"Voici {text}, enfin.\n", "text")


def test_texts_of_images(check_rule: CheckRule) -> None:
    page = '<p>Un lac.</p><img src="a.png" alt="Le lac ⟦gelÃ©⟧"><img src="b.png" alt="Le ⟦cafÃ©⟧">'
    found = check_rule("damaged-text", page + '<img src="c.png" alt="São Paulo">')
    assert [one.values["passages"] for one in found] == [1, 1]
    check_rule("damaged-text", "Un lac. ![Le lac ⟦gelÃ©⟧](a.png)\n", "markdown")


def test_code_is_left_alone(check_rule: CheckRule) -> None:
    assert not check_rule(
        "damaged-text", "Voici `Ã©` et `l&rsquo;eau`.\n\n    l&rsquo;eau\n", "markdown"
    )


def test_title_and_description(check_rule: CheckRule) -> None:
    check_rule(
        "damaged-text",
        '<title>L’⟦Ã©tÃ©⟧</title><meta name="description" content="Un ⟦aoÃ»t⟧ chaud."><p>Mot.</p>'.replace(
            "L’⟦", "⟦L’"
        ),
    )


@pytest.mark.parametrize(("words", "severity"), [(4, Severity.WARNING), (5, Severity.ERROR)])
def test_an_error_when_more_than_a_few(
    check_rule: CheckRule, words: int, severity: Severity
) -> None:
    text = "".join(f"<p>Voici ⟦Ã©tÃ©{number}⟧.</p>" for number in range(words))
    found = check_rule("damaged-text", text)
    assert {finding.severity for finding in found} == {severity}


def test_what_is_not_seen_is_no_error(check_rule: CheckRule) -> None:
    text = "".join(f"<p>Voici ⟦ca\u200bfé⟧ {number}.</p>" for number in range(5))
    found = check_rule("damaged-text", text)
    assert {finding.severity for finding in found} == {Severity.WARNING}
    assert "U+200B" in found[0].message("fr")
    assert "ca·fé" in found[0].message("en")


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "Ã©",
        "Ã",
        "&amp;",
        "& ",
        "&nbsp;",
        "\ufffd",
        "\ufffd ",
        "\u200b",
        "a\u200b",
        "« Ã© »",
        "\u00ad",
    ],
)
def test_time_grows_as_the_text(unit: str) -> None:
    check = plugins.rules()["damaged-text"].check

    def work(text: str) -> object:
        document = parse(Source(text), Parsing(), "text")
        return list(check(document, Measures(document), None))

    assert grows_linearly(repeated(unit, work, "Une entité. "), 20_000)


def test_what_stands_before_the_page_damages_no_word(check_rule: CheckRule) -> None:
    page = "<!DOCTYPE html><html><head><title>Le club</title></head><body>{}</body></html>"
    assert not check_rule("damaged-text", "\n\ufeff" + page.format("<p>Il grimpe.</p>"))
    check_rule("damaged-text", page.format("<p>Il ⟦gri\ufeffmpe⟧ haut.</p>"))


def test_a_line_separator_within_a_word(check_rule: CheckRule) -> None:
    check_rule("damaged-text", "<p>Voici ⟦l’ha\u2028meau⟧ du bourg.</p>")
    check_rule("damaged-text", "<p>Voici le hameau.\u2028Il dort.</p>")


def test_letters_written_as_json_writes_them(check_rule: CheckRule) -> None:
    check_rule("damaged-text", "<p>Le lac est ⟦gel\\u00e9⟧ depuis l’\\u00e9t\\u00e9.</p>")
    check_rule(
        "damaged-text", "<p>En JSON, « é » s’écrit <code>\\u00e9t\\u00e9</code>, ou \\u00e9.</p>"
    )


@each_row(
    "text",
    [
        "La ⟦for?t⟧ brûle",
        "Elle ⟦coule&nbsp⟧ encore",
        "Viens-tu?oui",
        "C’est vrai?faux",
        "https://exemple.fr/for?t=1",
        "Il vient ?Elle part",
        "Voir ?a=1&amp=2",
    ],
)
def test_letters_that_became_question_marks(check_rule: CheckRule, text: str) -> None:
    check_rule("damaged-text", f"Le four sert encore.\n\n{text}.\n", "text")


def test_whatever_is_damaged_holds_a_sign_of_it() -> None:
    plugins.rules()
    from seo_audit.rules.content import damaged_text as rule

    for letter in rule._LETTERS:
        for encoding in rule._ENCODINGS:
            once = letter.encode().decode(encoding, "replace")
            for misread in (once, once.encode().decode("cp1252", "replace")):
                for text in (misread, f"mot{misread} mot", f"« {misread}"):
                    if rule._misread().search(text):
                        assert not rule._MISREAD_SIGNS.isdisjoint(text), text
    for char in map(chr, range(0x20000)):
        if rule._REST.search(f"a{char}"):
            assert char in rule._MISREAD_SIGNS


def test_a_mark_behind_the_text_damages_no_word(check_rule: CheckRule) -> None:
    check_rule(
        "damaged-text", "<p>Je réserve ma <a href='/r'>consultation</a><span>\ufeff</span></p>"
    )
    check_rule("damaged-text", "<p>Je réserve ma ⟦consul\ufefftation⟧.</p>")


def test_jekyll_writes_titles_as_they_stand(check_rule: CheckRule, tmp_path: Path) -> None:
    article = tmp_path / "_posts/lac.md"
    article.parent.mkdir()
    text = "---\ntitle: Le lac&nbsp;?\n---\n\nIl gèle.\n"
    marked = text.replace("lac&nbsp;?", "⟦lac&nbsp;⟧?")
    check_rule("damaged-text", marked, "markdown", path=article)
    (tmp_path / "_config.yml").touch()
    check_rule("damaged-text", text, "markdown", path=article)
    twice = text.replace("lac&nbsp;", "⟦lac&amp;nbsp⟧;")
    check_rule("damaged-text", twice, "markdown", path=article)


def test_damage_between_straight_marks_is_an_example(check_rule: CheckRule) -> None:
    check_rule("damaged-text", '<p>Il s’affiche "Ã©", "Ã®", ... ou "\ufffd".</p>')
    check_rule("damaged-text", '<p>Le lac est "⟦gelÃ©⟧ depuis lundi".</p>')
