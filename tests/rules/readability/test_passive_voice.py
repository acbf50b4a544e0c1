from conftest import CheckRule


def test_the_limit_is_the_largest_share_allowed(check_rule: CheckRule) -> None:
    text = "L’eau sera analysée. Il pleut. Le chat dort. La lune est pleine."
    assert not check_rule("passive-voice", f"<p>{text}</p>", maximum=0.25)
    marked = text.replace("L’eau sera analysée.", "⟦L’eau sera analysée.⟧")
    assert check_rule("passive-voice", f"<p>{marked}</p>", maximum=0.24)


def test_five_sentences_are_shown(check_rule: CheckRule) -> None:
    text = "⟦L’eau sera analysée.⟧ " * 5 + "L’eau sera analysée. " * 3
    assert len(check_rule("passive-voice", f"<p>{text}</p>")) == 5


def test_two_passives_are_one_sentence(check_rule: CheckRule) -> None:
    check_rule("passive-voice", "<p>⟦L’eau sera captée et le puits sera fermé.⟧ Il pleut.</p>")


def test_no_sentence_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("passive-voice", "<h1>Le puits est fermé</h1>", applies=False)


def test_a_share_just_over_the_limit_is_not_shown_as_the_limit(check_rule: CheckRule) -> None:
    text = "⟦L’eau sera analysée.⟧ " * 5 + "L’eau sera analysée. " * 11 + "Il pleut. " * 89
    found = check_rule("passive-voice", f"<p>{text}</p>")
    assert "15,2\u00a0% des phrases le sont, plus que 15\u00a0%" in found[0].message("fr")


def test_one_sentence_has_no_share(check_rule: CheckRule) -> None:
    check_rule("passive-voice", "<p>La page a été déplacée à la cave.</p>", applies=False)


def test_what_code_says_is_shown(check_rule: CheckRule) -> None:
    text = "<p>Le lien dit {}. Il chauffe le four.</p>"
    check_rule("passive-voice", text.format("<code>le pain est cuit</code>"))
    check_rule("passive-voice", "<p>⟦Le lien dit que le pain est cuit.⟧ Il chauffe le four.</p>")
    check_rule("passive-voice", "<p>⟦Le pain est cuit dans <code>four</code>.⟧ Il chauffe.</p>")


def test_states_that_nobody_acts_in(check_rule: CheckRule) -> None:
    text = "Le lac est associé à l’hiver. Il est destiné aux patineurs. Il pleut."
    assert not check_rule("passive-voice", f"<p>{text}</p>", maximum=0)
    check_rule(
        "passive-voice",
        "<p>⟦Le texte a été associé au lac par un enfant.⟧ Il pleut.</p>",
        maximum=0,
    )
