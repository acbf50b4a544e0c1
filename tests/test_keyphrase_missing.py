from conftest import CheckRule


def test_proposes_what_the_article_is_about(check_rule: CheckRule) -> None:
    text = "La haie champêtre revient. Une haie champêtre nourrit les oiseaux. Plantez une haie champêtre."
    [finding] = check_rule("keyphrase-missing", f"<h1>La haie champêtre</h1><p>{text}</p>")
    assert "haie champêtre" in str(finding.values["candidates"])


def test_an_article_about_nothing_has_no_proposal(check_rule: CheckRule) -> None:
    [finding] = check_rule("keyphrase-missing", "<p>Il est là.</p>")
    assert finding.message("fr") == "Aucune expression clé n’est déclarée."


def test_an_empty_article_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("keyphrase-missing", "<p> </p>", applies=False)
