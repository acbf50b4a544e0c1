from conftest import CheckRule


def test_names_and_common_words_do_not_count(check_rule: CheckRule) -> None:
    text = "<p>Dans le Kirghizistan septentrional, la communication de l’administration est régulière.</p>"
    assert not check_rule("complex-words", text, minimum_words=5, maximum=0.1)


def test_elision_is_left_out_of_the_place(check_rule: CheckRule) -> None:
    check_rule("complex-words", "<p>Voici l’⟦interdisciplinarité⟧ même.</p>", minimum_words=1)


def test_each_word_once_and_five_at_most(check_rule: CheckRule) -> None:
    words = "géomorphologie photogrammétrie stratigraphique paléontologie bathymétrique sismologie"
    first = " ".join(f"⟦{word}⟧" for word in words.split()[:5])
    text = f"<p>Voici géographiquement {first} sismologie géomorphologie.</p>"
    found = check_rule("complex-words", text.replace(" géographiquement", ""), minimum_words=1)
    assert len(found) == 5


def test_no_sentence_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("complex-words", "<h1>Géomorphologie</h1>", applies=False)


def test_words_of_a_dummy_text_are_not_judged(check_rule: CheckRule) -> None:
    text = (
        "<p>"
        + "Vestibulum sollicitudin venenatis consectetur, ullamcorper pellentesque. " * 20
        + "</p>"
    )
    check_rule("complex-words", text, applies=False)


def test_names_in_code_are_no_words_of_the_text(check_rule: CheckRule) -> None:
    text = "La méthode {} y répond ici.\n"
    check_rule("complex-words", text.format("`paléontologiquement`"), "markdown", minimum_words=1)
    check_rule("complex-words", text.format("⟦paléontologiquement⟧"), "markdown", minimum_words=1)
