from conftest import CheckRule
from tables import each_row


def brief(*phrases: str) -> dict[str, object]:
    return {"brief": {"must_mention": list(phrases)}}


@each_row(
    ("phrase", "text"),
    [
        ("pompe à chaleur", "Les pompes à chaleur chauffent."),
        ("sommet de Xi’an", "Le sommet de Xian s’est tenu hier."),
        ("Xian", "Le sommet de Xi'an."),
        ("Etats", "Les États signent."),
        ("Saint-Étienne", "Il part pour Saint Etienne."),
    ],
)
def test_forms_and_spellings(check_rule: CheckRule, phrase: str, text: str) -> None:
    assert not check_rule("brief-mentions", text, "text", article=brief(phrase))


@each_row(
    ("phrase", "text"),
    [
        ("marché", "Il marche dans la ville."),
        ("Iran", "Ils iront ensemble au bal."),
        ("Oran", "L’orangeraie est fermée."),
        ("sourcier", ""),
    ],
)
def test_other_words(check_rule: CheckRule, phrase: str, text: str) -> None:
    assert check_rule("brief-mentions", text or "Rien.", "text", article=brief(phrase))


def test_each_phrase_has_its_finding_and_each_key_its_words(check_rule: CheckRule) -> None:
    found = check_rule(
        "brief-mentions",
        "Rien du tout.",
        "text",
        article={
            "brief": {"keyphrase": "eau", "secondary": ["Eau", "puits"], "must_mention": ["lac"]}
        },
    )
    said = sorted(one.message("en") for one in found)
    assert len(said) == 3  # « eau » once
    assert [
        word
        for line in said
        for word in ("keyphrase “eau”", "secondary", "speak of")
        if word in line
    ]


def test_secondary_keyphrases_are_judged_once(check_rule: CheckRule) -> None:
    article = {"brief": {"secondary": ["puits"]}}
    check_rule("secondary-keyphrases", "Rien du tout.", "text", article=article, applies=False)
    check_rule(
        "brief-mentions", "Rien.", "text", article={"brief": {"language": "fr"}}, applies=False
    )
