import pytest
from conftest import CheckRule
from tables import each_row


@pytest.mark.parametrize(("words", "found"), [(20, False), (21, True)])
def test_limit_is_the_longest_allowed(check_rule: CheckRule, words: int, found: bool) -> None:
    sentence = "mot " * (words - 1) + "mot."
    marked = f"<p>⟦{sentence}⟧</p>" if found else f"<p>{sentence}</p>"
    assert bool(check_rule("sentence-length", marked, maximum_words=20)) is found


def test_one_in_four_is_allowed(check_rule: CheckRule) -> None:
    text = "<p>Un deux trois. Un. Deux. Trois.</p>"
    assert not check_rule("sentence-length", text, maximum_words=2)


def test_the_five_longest_are_shown(check_rule: CheckRule) -> None:
    sentences = [f"Mot {'mot ' * number}fin." for number in range(1, 9)]
    text = " ".join(f"⟦{one}⟧" if number >= 3 else one for number, one in enumerate(sentences))
    assert len(check_rule("sentence-length", f"<p>{text}</p>", maximum_words=2)) == 5


def test_says_it_in_both_languages(check_rule: CheckRule) -> None:
    [finding] = check_rule("sentence-length", "<p>⟦Un deux.⟧</p>", maximum_words=1)
    assert (
        finding.message("fr") == "Phrase de 2 mots\u00a0; 100\u00a0% des phrases dépassent 1 mot."
    )
    assert finding.message("en") == "Sentence of 2 words; 100% of the sentences have more than 1."


def test_no_sentence_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("sentence-length", "<h1>Un titre</h1>", applies=False)


LIST = "<html><head><title>Eau</title></head><body><h1>Eau</h1>{}<h2>Le lac</h2><p>{}</p></body></html>"
LONG = "Le lac est gelé par les vents du nord, encore une fois, " + "et une fois, " * 60


@each_row("rule", ["sentence-length", "passive-voice", "reading-ease"])
def test_what_a_list_shows_of_its_articles_is_judged_in_them(
    check_rule: CheckRule, rule: str
) -> None:
    page = LIST.format("", f"{LONG} et la nuit. Il fond.")
    check_rule(rule, page, article={"name": "tags/eau/index.html"}, applies=False)
    short = LIST.format("", "Le lac a gelé cette nuit. Il fond déjà.")
    assert not check_rule(rule, short, article={"name": "eau/index.html"})


def test_a_list_has_paragraphs_of_its_own(check_rule: CheckRule) -> None:
    long, name = f"<p>{LONG} et la nuit.</p>", {"name": "tags/eau/index.html"}
    check_rule("paragraph-length", LIST.format(f"⟦{long}⟧", LONG), article=name)
    check_rule(
        "paragraph-length",
        LIST.format("", "Le lac.</p>⟦" + long + "⟧<p>"),
        article={"name": "eau/index.html"},
    )


def test_dummy_text_is_no_prose(check_rule: CheckRule) -> None:
    latin = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, ut elit tellus luctus nec mattis, pulvinar "
    dummy = f"{latin} dapibus leo, ullamcorper sed do eiusmod tempor incididunt ut labore."
    page = f"<p>Le lac a gelé cette nuit.</p><p>{dummy} {dummy} {dummy}</p><p>Il fond déjà.</p>"
    for rule in ("sentence-length", "repeated-sentence"):
        assert not check_rule(rule, page)
    short = "Lorem ipsum dolor sit amet, consectetur adipiscing elit. "
    assert not check_rule("repeated-sentence", f"<p>Le lac.</p><p>{short * 3}</p>")
    # a sentence on it is French
    on_it = "Tout commence par « lorem ipsum dolor sit amet » dans les pages de ce livre. "
    check_rule("repeated-sentence", f"<p>{on_it * 2}⟦{on_it.strip()}⟧</p>")


def test_what_is_in_another_language_is_not_counted(check_rule: CheckRule) -> None:
    english = "The water was gone for four years because its spring had moved to another bed under the town."
    french = "<p>La fontaine du village coule de nouveau depuis lundi.</p>" * 20
    check_rule("sentence-length", french + f"<p>{english}</p>" * 8, maximum_words=10)
    marked = "<p lang='en'>Nobody knew where the water of the old town had gone.</p>" * 8
    check_rule("sentence-length", french + marked, maximum_words=10)
    long = "L’eau avait disparu depuis quatre ans, car sa source avait changé de lit sous la ville."
    check_rule("sentence-length", f"<p>La fontaine coule.</p><p>⟦{long}⟧</p>", maximum_words=10)
