import pytest
from conftest import CheckRule
from tables import each_row


@pytest.mark.parametrize(("words", "found"), [(5, False), (6, True)])
def test_short_sentences_may_return(check_rule: CheckRule, words: int, found: bool) -> None:
    sentence = "Mot " + "mot " * (words - 2) + "fin."
    last = f"⟦{sentence}⟧" if found else sentence
    assert bool(check_rule("repeated-sentence", f"<p>{sentence} {sentence} {last}</p>")) is found


def test_case_and_punctuation_do_not_hide(check_rule: CheckRule) -> None:
    text = "Un deux trois quatre cinq six. UN deux, trois quatre cinq six ! ⟦Un deux trois quatre cinq six…⟧"
    [finding] = check_rule("repeated-sentence", text, "markdown")
    assert finding.values["count"] == 3
    assert len(finding.related) == 2


def test_one_sentence_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("repeated-sentence", "<p>Un mot.</p>", applies=False)


@each_row(
    "text",
    [
        "Le résultat de notre mesure du lac est :",
        "[Ouvrir la carte du lac en plein écran](/carte)",
        "→ [Ouvrir la carte du lac en plein écran](/carte)",
    ],
)
def test_what_names_something_else_each_time(check_rule: CheckRule, text: str) -> None:
    page = "\n\n".join(f"{text}\n\n- {n}" for n in ("un", "deux", "trois", "quatre"))
    assert not check_rule("repeated-sentence", f"# Le lac\n\n{page}\n", "markdown")
    # words of its own beside the link make it a sentence as any other
    sentence = "On verra tout cela de près sur [la carte](/carte)."
    check_rule("repeated-sentence", f"{sentence} {sentence} ⟦{sentence}⟧", "markdown")


def test_lists_may_share_an_item(check_rule: CheckRule) -> None:
    item = "<ul><li>Un lac gelé tout près du village</li></ul><p>Autre chose.</p>"
    assert not check_rule("repeated-sentence", item * 4)
    sentence = "<ul><li>Un lac est gelé tout près d’ici.</li></ul><p>Autre chose.</p>"
    marked = sentence.replace(
        "Un lac est gelé tout près d’ici.", "⟦Un lac est gelé tout près d’ici.⟧"
    )
    assert check_rule("repeated-sentence", sentence * 2 + marked)


@each_row(
    "line",
    [
        "**Portée** : la rive et le lac gelé tout entier",
        "Temps de cuisson : une heure et demie au four",
        "> _Oiseau de taille moyenne, plutôt farouche et solitaire_",
    ],
)
def test_fields_of_a_card_may_have_one_value(check_rule: CheckRule, line: str) -> None:
    page = "\n\n".join(f"## {n}\n\n{line}" for n in ("Le héron", "Le butor", "La grue"))
    assert not check_rule("repeated-sentence", f"# Le lac\n\n{page}\n", "markdown")
    # a sentence with its full stop is one all the same
    page = page.replace(line, f"{line}.").replace("_.", "._")
    found = check_rule("repeated-sentence", mark_last(page, line), "markdown")
    assert len(found) == 1


def mark_last(page: str, line: str) -> str:
    text = line.lstrip("> *_").rstrip("_")
    before, _, after = page.rpartition(text)
    return f"{before}⟦{text}.⟧{after.removeprefix('.')}"


def test_what_stands_in_lists_of_articles_and_references_is_no_repetition(
    check_rule: CheckRule,
) -> None:
    line = "<li>3 mai 2024 <a href='/lac'>Le grand lac du nord a-t-il gelé ?</a></li>"
    check_rule(
        "repeated-sentence",
        "<h1>Les sujets</h1><p>Un mot. Un autre.</p>" + f"<h2>Lac</h2><ul>{line}</ul>" * 3,
    )
    entry = "<p>Riou, J. ({}). Le lac. Les carnets du réseau des amis du lac.</p>"
    check_rule(
        "repeated-sentence",
        "<p>Un mot. Un autre.</p>" + "".join(map(entry.format, (2019, 2020, 2021))),
    )
    said = "<p>En {} on le sait. Les carnets du réseau des amis du lac.</p>"
    marked = (
        said.format(2021).replace("Les carnets", "⟦Les carnets").replace("lac.</p>", "lac.⟧</p>")
    )
    check_rule("repeated-sentence", said.format(2019) + said.format(2020) + marked)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Tél. 02 98 00 00 00.", False),
        ("Sur rendez-vous au 02.98.00.00.00.", False),
        ("Le four a chauffé pendant dix longues heures.", True),
    ],
)
def test_a_number_to_call_may_return(check_rule: CheckRule, line: str, found: bool) -> None:
    last = f"⟦{line}⟧" if found else line
    page = f"<h2>Le four</h2><p>{line}</p><h2>Le lac</h2><p>{line}</p><h2>La cour</h2><p>{last}</p>"
    check_rule("repeated-sentence", page)


def test_numbers_are_no_words_of_a_sentence(check_rule: CheckRule) -> None:
    def said(text: str) -> str:
        return f"<p>{text}</p><p>Le lac.</p>" * 3

    assert not check_rule("repeated-sentence", said("12 avril 2026 · 5 min 30 s"))
    assert not check_rule("repeated-sentence", said("Le 12 avril 2026, il gèle."))
    check_rule(
        "repeated-sentence",
        f"{said('Il gèle. ')}<p>⟦Le lac gèle tous les hivers.⟧</p>".replace(
            "Le lac.", "Le lac gèle tous les hivers.", 2
        ),
    )
