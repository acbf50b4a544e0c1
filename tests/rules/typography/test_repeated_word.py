from conftest import CheckRule
from tables import each_row


@each_row(
    "text",
    [
        "tout ⟦en en⟧ le versant",
        "mise ⟦en en⟧ place",
        "mise ⟦en en⟧ avant",
        "Il vient ⟦de de⟧ loin.",
        "⟦Le le⟧ maire",
        "on va ⟦à à⟧ Paris",
        "il ⟦y y⟧ va",
        "c’est ⟦pour pour⟧ la ville",
        "il ⟦est\u00a0est⟧ là",
        "<a href='/x'>la fin ⟦de</a> de⟧ la ville",
        "la fin ⟦de <b>de⟧ la ville</b>",
        "Il dort. ⟦Du du⟧ pain sèche.",
        "il dort ⟦chez\n  chez⟧ elle",
        "il est ⟦a a⟧ la mer",
        "de la mer ⟦pour pour⟧ de la mer",
        "le mode ⟦de de⟧ vie",
        "il vient ⟦de \u00a0de⟧ loin",
        "il vient ⟦de de⟧ la ville de Lyon",
        "il est là ⟦pour pour⟧ pourtant dormir",
        "Il dort. ⟦À à⟧ Paris, il dort.",
        "Il dort. ⟦Y y⟧ va-t-on ?",
        "« ⟦Du du⟧ pain », dit-il",
        "LA PLACE ⟦DE DE⟧ LA MAIRIE",
        "il dit que le four ⟦est est⟧ chaud",
        "il dit qu’elle ⟦a a⟧ vendu le four",
        "il y a ⟦un un⟧ four",
        "⟦C’est c’est⟧ la ville",
        "il dit ⟦qu'il qu'il⟧ dort",
        "près ⟦d’un d’un⟧ four",
        "il dit « ⟦de de⟧ la ville »",
        "là où ⟦il il⟧ dort",
    ],
)
def test_slips(check_rule: CheckRule, text: str) -> None:
    [finding] = check_rule("repeated-word", f"<p>{text}</p>")
    assert finding.severity.value == "warning"


@each_row(
    "text",
    [
        "nous nous levons et vous vous taisez",
        "il va le faire faire",
        "Boum boum ! fait-il",
        "le cha-cha et le va-et-vient",
        "il dit non, non",
        "oui oui, très très bien",
        "peut-être être là",
        "l’un un peu las",
        "il y en a un un peu plus loin",
        "tout ce qui est est bon",
        "tout ce qu’elle a a été vendu",
        "tout ce qu’il avait avait du prix",
        "ceux qui y étaient étaient heureux",
        "ce qui était était bon",
        "ce qui fut fut bon",
        "ceux qu’elles avaient avaient du prix",
        "celles qu’ils ont ont du prix",
        "ceux qui le sont sont heureux",
        "ce que l’on est est ce que l’on mange",
        "là où elle est est un four",
        "ce qu’il y a a été vendu",
        "ce que c’est c’est un four",
        "écrire « de de » est une faute",
        'écrire "de de" est une faute',
        "dur dur d’être un four",
        "l’an, l’an prochain",
        "le mot <i>de</i> de la phrase",
        "le mot <b>la</b> la plupart du temps",
        "l’œuvre de de Kooning",
        "Bonjour bonjour !",
        "Vulpes vulpes est le nom du renard",
        "LA LA LAND",
        "il y en a 12 12",
        "Duran Duran à Bora Bora",
        "L’Est est loin",
        "et ils chantaient la la la la",
        "tralala et et et et",
        "nous-mêmes nous nous-mêmes",
        "vas-y y",
        "<code>de</code> de la ville",
        "le mot<br>mot",
        "de <img src='a' alt=''> de la ville",
        "de. De la ville",
        "côté té",
        "e\u0301te\u0301 te\u0301",
        "te te\u0301",
        "le plan b b et le plan c c",
        "ET et OU sont des opérateurs",
        "la la LA la",
        "il va DE DE la ville",
        "il va de DE la ville",
        "il va Le le maire",
        "un un·e étudiant·e",
        "aujourd’hui hui",
        "pour pour-cent",
        "pour, pour la ville",
        "pour <code>x</code> pour la ville",
        "pour pour pour la ville",
        "pour pour \u00a0pour la ville",
        "pour pour pour pour la ville",
        "Pour pour pour pour la ville",
    ],
)
def test_what_stands_twice_by_right(check_rule: CheckRule, text: str) -> None:
    check_rule("repeated-word", f"<p>{text}</p>")


def test_all_of_a_passage_are_counted(check_rule: CheckRule) -> None:
    [finding] = check_rule("repeated-word", "<p>Il vient ⟦de de⟧ loin pour pour la ville.</p>")
    assert finding.values["count"] == 2


def test_a_link_s_brackets_are_nothing_between(check_rule: CheckRule) -> None:
    for text in ("la fin ⟦de [de⟧ la ville](/x)", "la fin [⟦de](/x) de⟧ la ville", "près ⟦de [de⟧ Lyon][x]\n\n[x]: /x",
                 "la fin ⟦de [[de⟧ la ville]]"):  # fmt: skip
        check_rule("repeated-word", f"Voici {text}.\n", "markdown")


def test_a_template_may_stand_between(check_rule: CheckRule) -> None:
    check_rule("repeated-word", "La ville de [galerie] de la Loire.", "markdown")
    check_rule("repeated-word", "La ville de {{ ville }} de la Loire.", "markdown")


@each_row(
    "text",
    ["⟦la la⟧ place", "une place ⟦hyper hyper⟧ vive", "Sur ⟦la la⟧ place", "près ⟦de de⟧ Lyon"],
)
def test_slips_that_look_like_emphasis(check_rule: CheckRule, text: str) -> None:
    check_rule("repeated-word", f"<p>Voici {text}.</p>")


@each_row(
    "text",
    [
        "oh la la",
        "ouh, la la",
        *(
            f"{sigh} la la"
            for sigh in ("o", "ho", "ooh", "ah", "hou", "houla", "tro", "you", "ouille")
        ),
        "tra la la",
        "la la la",
        "long long",
        "leu leu",
        "de de Gaulle",
        "La La Land",
        "le sirop pris en en versant sur une assiette, ou en en l’ayant versé",
        "gros gros lac, ohé ohé, hum hum, tiens tiens, attends attends",
        "des souvenirs souvenirs, bisous bisous et voilà voilà",
        "donnant donnant",
        "gagnant gagnant ou perdant perdant",
        "moitié moitié",
        "fifty fifty",
    ],
)
def test_doubles_of_the_language(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("repeated-word", f"<p>Voici {text}, enfin.</p>")


def test_names_that_never_stand_alone(check_rule: CheckRule) -> None:
    assert not check_rule("repeated-word", "<p>Avec <em>hubba hubba</em>, tout est simple.</p>")
    for name in ("hubba hubba", "zlika zlika"):
        text = f"<p>La tente {name} pèse deux kilos.</p><p>Avec {name}, tout est simple.</p>"
        assert not check_rule("repeated-word", text)
    check_rule("repeated-word", "<p>Une place ⟦hubba hubba⟧ vive.</p>")
    # in italics in part, it is no name
    check_rule("repeated-word", "<p>Une place ⟦hubba <em>hubba⟧</em> vive.</p>")
    # said twice more in full, and yet a word
    check_rule(
        "repeated-word",
        "<p>La ⟦gymnase gymnase⟧ ferme. Le gymnase gymnase est clos.</p><p>Ce gymnase est neuf.</p>",
    )
    # a rare word that stands alone elsewhere is a word, and a common one always is
    check_rule("repeated-word", "<p>Le ⟦gymnase gymnase⟧ ferme.</p><p>Ce gymnase est neuf.</p>")
    check_rule("repeated-word", "<p>Il part ⟦pour pour⟧ de bon.</p>")
    assert not check_rule("repeated-word", "<p>Homo sapiens sapiens descend de sapiens.</p>")


def test_code_that_is_run_stands_between(check_rule: CheckRule) -> None:
    check_rule(
        "repeated-word", "Il gèle et `r f(x)` et il neige.\n", "markdown", article={"name": "a.qmd"}
    )
    check_rule(
        "repeated-word", "Il gèle ⟦et et⟧ il neige.\n", "markdown", article={"name": "a.qmd"}
    )


def test_three_times_is_a_song_but_for_words_of_grammar(check_rule: CheckRule) -> None:
    check_rule("repeated-word", "<p>Un verre ⟦de de⟧ de vin, et la la la.</p>")


def test_a_word_cried_twice_between_two_stops(check_rule: CheckRule) -> None:
    check_rule("repeated-word", "<p>Une année pour un tapis, patience patience !</p>")
    check_rule("repeated-word", "<p>Il entre. Surprise surprise : c’est un lac.</p>")
    check_rule("repeated-word", "<p>Une année de ⟦patience patience⟧ !</p>")
    check_rule("repeated-word", "<p>Il entre, ⟦surprise surprise⟧ du lac.</p>")
    check_rule("repeated-word", "<p>Il vient, ⟦de de⟧, enfin.</p>")


def test_a_letter_is_a_name(check_rule: CheckRule) -> None:
    check_rule("repeated-word", "<p>La chlorophylle a a un groupe de plus.</p>")
    check_rule("repeated-word", "<p>Le lac ⟦a a⟧ gelé.</p>")


def test_dummy_text_is_no_french(check_rule: CheckRule) -> None:
    text = "Et laboris voluptate aliquip elit adipisicing do nulla. Ad ea laborum laborum."
    check_rule(
        "repeated-word", f"Il gèle au au lac.\n\n{text}\n".replace("au au", "⟦au au⟧"), "markdown"
    )
