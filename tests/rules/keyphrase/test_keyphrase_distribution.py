from conftest import CheckRule

HAIE = {"keyphrase": "haie vive"}


def test_any_word_of_it_counts(check_rule: CheckRule) -> None:
    text = (
        "La haie vive pousse. "
        + "Un chat dort ici. " * 3
        + "Des haies. "
        + "Un chat dort ici. " * 3
    )
    assert not check_rule(
        "keyphrase-distribution", f"<p>{text}</p>", article=HAIE, minimum_words=10, maximum=0.45
    )


def test_a_stretch_may_cross_paragraphs(check_rule: CheckRule) -> None:
    text = "<p>La haie vive pousse. ⟦Un chat dort ici.</p><p>Un chien court là-bas.⟧</p>"
    [finding] = check_rule("keyphrase-distribution", text, article=HAIE, minimum_words=1)
    assert finding.values["words"] == 8


def test_an_absent_keyphrase_is_another_rule_s(check_rule: CheckRule) -> None:
    check_rule("keyphrase-distribution", "<p>Un chat dort.</p>", article=HAIE, applies=False)


def test_a_heading_that_holds_it_breaks_the_stretch(check_rule: CheckRule) -> None:
    part = "Le vent souffle. Il pleut sans fin. Le chat dort."
    text = f"La haie vit.\n\n{part}\n\n## Tailler la haie\n\n{part}\n\nLa haie dort.\n"
    article = {"keyphrase": "haie"}
    check_rule("keyphrase-distribution", text, "markdown", article=article, minimum_words=10)
    text = text.replace(" la haie\n", "").replace(part, f"⟦{part}", 1)
    text = text[: text.rindex(part)] + part + "⟧" + text[text.rindex(part) + len(part) :]
    check_rule("keyphrase-distribution", text, "markdown", article=article, minimum_words=10)
