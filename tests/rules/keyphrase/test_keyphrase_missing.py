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


def proposed(check_rule: CheckRule, text: str) -> list[str]:
    [finding] = check_rule("keyphrase-missing", text, "markdown")
    return str(finding.values["candidates"]).split(", ")


def test_addresses_and_codes_are_no_subject(check_rule: CheckRule) -> None:
    text = (
        "# La haie champêtre\n\nLa haie champêtre revient : https://haies.example/plantons-ensemble-une-haie.html "
        "et haies@champetre.example, clé 0102000000050000007997c6b68d3c, à 15h. La haie nourrit les oiseaux.\n"
    )
    found = proposed(check_rule, text)
    assert "haie" in found
    assert not [one for one in found if any(sign in one for sign in "/@0")]


def test_the_three_say_different_things(check_rule: CheckRule) -> None:
    text = (
        "---\ntitle: La tarte aux pommes\n---\n\nLa tarte aux pommes est simple. La tarte cuit. La tarte aux "
        "pommes refroidit. La tarte se mange. Le beurre fond. Le beurre mousse.\n"
    )
    found = proposed(check_rule, text)
    assert found[0] == "tarte aux pommes"
    assert "tarte" not in found
    assert "pommes" not in found
    assert "beurre" in found


def test_what_stands_in_the_title_only_is_no_better(check_rule: CheckRule) -> None:
    text = (
        "---\ntitle: Sauver le merlu de l’extinction\n---\n\nLe merlu revient. Le merlu nage. Le merlu se pêche "
        "au large. Les pêcheurs attendent le merlu.\n"
    )
    assert proposed(check_rule, text)[0] == "merlu"
    short = "---\ntitle: Du statique en France\n---\n\nLe statique plaît.\n"
    assert proposed(check_rule, short)[0] == "statique"


def test_what_one_asks_or_does_is_no_subject(check_rule: CheckRule) -> None:
    text = "# Travaillent-ils trop peu ?\n\nTravaillent-ils bien ? Bien. Faire bien, faire vite : faire la haie.\n"
    assert not {"travaillent-ils", "bien", "faire"}.intersection(
        one.lower() for one in proposed(check_rule, text)
    )
