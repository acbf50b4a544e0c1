import pytest
from conftest import CheckRule


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


def test_what_is_in_another_language_is_not_counted(check_rule: CheckRule) -> None:
    english = "The water was gone for four years because its spring had moved to another bed under the town."
    french = "<p>La fontaine du village coule de nouveau depuis lundi.</p>" * 20
    check_rule("sentence-length", french + f"<p>{english}</p>" * 8, maximum_words=10)
    marked = "<p lang='en'>Nobody knew where the water of the old town had gone.</p>" * 8
    check_rule("sentence-length", french + marked, maximum_words=10)
    long = "L’eau avait disparu depuis quatre ans, car sa source avait changé de lit sous la ville."
    check_rule("sentence-length", f"<p>La fontaine coule.</p><p>⟦{long}⟧</p>", maximum_words=10)
