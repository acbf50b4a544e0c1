import pytest
from conftest import CheckRule
from tables import each_row


def title(text: str) -> str:
    return f"<title>{text}</title><h1>Un mot</h1>"


@pytest.mark.parametrize(("times", "found"), [(3, True), (4, False)])
def test_forms_of_one_word_are_counted_together(
    check_rule: CheckRule, times: int, found: bool
) -> None:
    text = "Lac gelé, lacs gelés, le lac"
    marked = f"⟦{text}⟧" if found else text
    assert bool(check_rule("title-repetition", title(marked), times=times)) is found


def test_each_repeated_word_is_told_once_with_its_count(check_rule: CheckRule) -> None:
    text = "Lac gelé, lacs gelés, le lac, petit lac gelé"
    found = check_rule("title-repetition", title(f"⟦⟦{text}⟧⟧"))
    assert [(one.values["word"], one.values["count"]) for one in found] == [("Lac", 4), ("gelé", 3)]


def test_three_times_are_too_many(check_rule: CheckRule) -> None:
    assert not check_rule("title-repetition", title("Le lac et son lac"))
    assert check_rule("title-repetition", title("⟦Le lac, son lac, mon lac⟧"))


@pytest.mark.parametrize(("others", "found"), [(97, True), (98, False)])
def test_a_hundred_words_of_meaning_are_compared(
    check_rule: CheckRule, others: int, found: bool
) -> None:
    letters = "bcdfgklmnp"
    words = [f"z{first}{second}ix" for first in letters for second in letters]
    text = f"Lac, {words[0]}, lac, {' '.join(words[1:others])}, lac"
    marked = f"⟦{text}⟧" if found else text
    assert bool(check_rule("title-repetition", title(marked))) is found


def test_little_words_may_return(check_rule: CheckRule) -> None:
    assert not check_rule("title-repetition", title("La vie de la reine de la mer et de la lune"))


@each_row("text", ["ONU", "TVA 2026", "SNCF : RATP", "Le LAC"])
def test_acronyms_are_no_shouting(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("title-repetition", title(text))


@each_row("text", ["LE LAC GELÉ", "LES RENDEZ-VOUS DU LAC", "L’ÉTÉ, C’EST ICI", "LE LAC EN 2026"])
def test_three_words_in_capitals_shout(check_rule: CheckRule, text: str) -> None:
    [finding] = check_rule("title-repetition", title(f"⟦{text}⟧"))
    assert "capitales" in finding.message("fr")


@each_row("text", ["LE LAC", "LE LAC 2026", "LE LAC GELÉ à Joux"])
def test_fewer_do_not(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("title-repetition", title(text))


@each_row(
    ("text", "word"),
    [
        ("undefined", "undefined"),
        ("Lac | undefined", "undefined"),
        ("null - Mon site", "null"),
        ("Le lac (NaN m)", "NaN"),
        ("[object Object] : le lac", "[object Object]"),
        ("Untitled", "Untitled"),
        ("Sans titre", "Sans titre"),
    ],
)
def test_left_overs_of_templates(check_rule: CheckRule, text: str, word: str) -> None:
    [finding] = check_rule("title-repetition", title(f"⟦{text}⟧"))
    assert finding.values["word"] == word


@pytest.mark.parametrize("text", ["Le lac est gelé depuis…", "Le lac est gelé pour... "])
def test_a_cut_end(check_rule: CheckRule, text: str) -> None:
    [finding] = check_rule(
        "title-repetition", title(f"⟦{text.strip()}⟧{text[len(text.strip()) :]}")
    )
    assert "coupé" in finding.message("fr")


def test_spaces_behind_a_cut_end_hide_nothing(check_rule: CheckRule) -> None:
    article = {"title": "Le lac est gelé pour... "}
    [finding] = check_rule("title-repetition", "Un mot.", "markdown", article=article)
    assert "coupé" in finding.message("fr")


@each_row("text", ["… et le lac gela", "Le lac… gelé", "Le lac est gelé."])
def test_an_ellipsis_elsewhere_cuts_nothing(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("title-repetition", title(text))


def test_nullity_is_a_word(check_rule: CheckRule) -> None:
    assert not check_rule("title-repetition", title("D’où viennent les NaN du lac ?"))
    assert not check_rule("title-repetition", title("Match nul, nullité : undefinedable"))


def test_no_title_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("title-repetition", "<p>Un mot.</p>", applies=False)
    check_rule("title-repetition", title(" "), applies=False)


@each_row(
    ("text", "slug", "found"),
    [
        ("Le lac est gelé. Enfin, presque...", "le-lac-est-gele-enfin-presque", False),
        ("Sur le lac gelé…", "sur_le_lac_gele", False),
        ("Sur le lac, nos œuvres…", "sur-le-lac-nos-oeuvres", False),
        ("Sur le lac, l’automne…", "sur-le-lac-l-automne", False),
        ("Sur le lac givré…", "sur_le_lac_givre", False),
        ("Sur le lac, l’été…", "sur-le-lac-l-ete", False),
        ("Sur le lac, l’été et l’automne, puis l’hiver gelé…", "sur-le-lac", True),
        ("Il était une fois…", "il-etait-une-fois", False),
        ("Le lac, c’est beau mais…", "lac-beau", False),
        ("Le lac est gel…", "lac", False),
        ("Sur le lac gelé, la patinoire oubliée…", "sur-le-lac-la-patinoire-oubliee", False),
        ("Comment faire du pain au lev…", "comment-faire-du-pain-au-levain", True),
        ("Comment faire du pain sur…", "comment-faire-du-pain-sur", True),
        ("Comment faire du pain ancien…", "comment-faire-du-pain-ancien-a-la-maison", True),
    ],
)
def test_the_address_tells_whether_a_title_is_whole(
    check_rule: CheckRule, text: str, slug: str, *, found: bool
) -> None:
    marked = f"⟦{text}⟧" if found else text
    check_rule(
        "title-repetition", f"---\ntitle: {marked}\nslug: {slug}\n---\n\nUn mot.\n", "markdown"
    )


def test_little_words_of_another_language(check_rule: CheckRule) -> None:
    page = "---\ntitle: The lake, the well and the oven\nlang: {}\n---\n\nThe well is cold and the oven is warm.\n"
    check_rule("title-repetition", page.format("en"), "markdown")


def test_little_words_of_another_language_are_none_of_meaning(check_rule: CheckRule) -> None:
    title = "You don’t have to be great to start, but you have to start to be great"
    check_rule("title-repetition", f"<title>{title}</title><p>Lorem ipsum dolor sit amet.</p>")
    check_rule(
        "title-repetition",
        "<title>⟦Le lac, les lacs et le grand lac⟧</title><p>Lorem ipsum dolor.</p>",
    )


@each_row(
    ("title", "told"),
    [
        ("Girls girls girls", False),
        ("Serge Lama - Femme, femme, femme", False),
        ("Plombier Paris, plombier Lyon, plombier Nice", True),
        ("Lac lac lac, le lac et encore le lac", True),
    ],
)
def test_a_word_said_in_one_breath_counts_once(
    check_rule: CheckRule, title: str, told: bool
) -> None:
    shown = f"⟦{title}⟧" if told else title
    check_rule("title-repetition", f"<title>{shown}</title><p>Il gèle.</p>")


@each_row(
    ("title", "told"),
    [
        ("𝐋𝐞 𝐥𝐚𝐜 𝐞𝐬𝐭 𝐠𝐞𝐥𝐞", False),
        ("𝐋𝐄 𝐋𝐀𝐂 𝐄𝐒𝐓 𝐆𝐄𝐋𝐄", True),
        ("𝐋𝐞 𝐛𝐨𝐫𝐝 𝐝𝐞 𝐥'𝐞𝐚𝐮 𝐝𝐞 𝐥𝐚 𝐟𝐨𝐧𝐭𝐞 𝐝𝐞 𝐦𝐚𝐢", False),
    ],
)
def test_letters_of_mathematics_are_letters(check_rule: CheckRule, title: str, told: bool) -> None:
    shown = f"⟦{title}⟧" if told else title
    check_rule("title-repetition", f"<title>{shown}</title><p>Il gèle.</p>")
