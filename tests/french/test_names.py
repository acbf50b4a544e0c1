"""Proper names of French texts: where one begins and ends, and which words make it."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit.french.names import (
    LONGEST,
    bare,
    find_names,
    has_other_people,
    is_demonym_of,
    parts,
    words_of_names,
)


def names(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_names(text)]


@each_row(
    "name",
    [
        "Honoré de Balzac",
        "Joachim du Bellay",
        "Charles des Forges",
        "Georges de la Tour",
        "Ludwig van Beethoven",
        "Heinrich von Kleist",
        "Mies van der Rohe",
        "Hans van den Broek",
        "Ali ben Youssef",
        "Oussama bin Laden",
        "Mahmoud al Masri",
        "Hassan el Fassi",
        "Leonardo da Vinci",
        "Angelo di Marco",
        "Andrea del Sarto",
        "Marco dos Santos",
        "Villeneuve lès Avignon",
        "Jeanne d’Arc",
        "Philippe de l’Isle",
        "Jean-Paul Sartre",
        "J. K. Rowling",
        "J.K. Rowling",
        "J.-K. Huysmans",
        "J.\u00a0Giono",
        "Xi\u00a0Jinping",
        "Xi\u202fJinping",
        "Louis XIV",
    ],
)
def test_a_person_is_one_name(name: str) -> None:
    assert names(f"Hier, il a vu {name} dehors.") == [name]


@each_row(
    "name",
    [
        "Fondation de France",
        "Fondation du patrimoine",
        "Fondation des villages",
        "Fondation pour la recherche",
        "Fondation pour le climat",
        "Fondation pour les arts",
        "Agence de l’eau",
        "Agence d’urbanisme",
        "Conférence sur le climat",
        "Mission en Haïti",
        "Conseil économique et social",
        "Comité contre la torture",
        "Fonds aux Antilles",
        "Prix au Mérite",
        "Musée à Lens",
        "Accord par branche",
        "Assemblée nationale",
        "Cour suprême",
        "Organisation de coopération de Shanghai",
    ],
)
def test_an_institution_is_one_name(name: str) -> None:
    assert names(f"Hier, il a vu la {name}, dehors.") == [name]


@each_row(
    ("text", "found"),
    [
        # another name begins
        ("il voit Xi l’Européen", ["Xi", "Européen"]),
        ("il voit Xi s’Avancer", ["Xi", "Avancer"]),
        ("entre l’Union européenne et la Chine", ["Union européenne", "Chine"]),
        ("entre l’Union européenne et Pékin", ["Union européenne", "Pékin"]),
        ("il voit Xi et Kim", ["Xi", "Kim"]),
        ("il voit Xi, Kim ; Mao (Deng)", ["Xi", "Kim", "Mao", "Deng"]),
        ("il voit Xi\nKim", ["Xi", "Kim"]),
        ("il voit Xi. Kim dort", ["Xi"]),
        # a link with nothing behind it is no part of a name
        ("il voit Xi de loin", ["Xi"]),
        ("il voit Balzac de la fenêtre", ["Balzac"]),
        ("il voit Balzac de du Bellay", ["Balzac de du Bellay"]),
        # what a small word means only behind the head of an institution
        ("il voit Balzac pour la recherche", ["Balzac"]),
        ("il voit Balzac nationale", ["Balzac"]),
        ("il voit l’Assemblée joyeuse", []),
        ("il voit la Fondation pour rire", ["Fondation pour rire"]),
        # titles and things written with a capital by custom are no names
        ("il voit le Président Xi", ["Xi"]),
        ("il voit le Premier Ministre", []),
        ("il aime l’État et le Nord", []),
        ("il a vu le Docteur Saint Martin", ["Martin"]),
        # numbers and letters by themselves are none
        ("il voit la classe A et le XIV", []),
        ("il voit Deux Amis", ["Amis"]),
    ],
)
def test_where_a_name_ends(text: str, found: list[str]) -> None:
    assert names(f"Hier, {text}.") == found


ACTS = "a est et ne se avait était sera aura va dit fait peut doit s’assoit n’aime"


@each_row("verb", ACTS.split())
def test_who_acts_at_the_start_is_a_name(verb: str) -> None:
    assert names(f"Il neige. Zelensky {verb} là.") == ["Zelensky"]


@each_row(
    ("text", "found"),
    [
        # capitals that the start of a sentence, a quotation or an item explains
        ("Il neige. Egoutter est long.", []),
        ("Il neige. Zelensky, lui, dort.", []),
        ("Il neige. Demain est loin.", []),
        ("Il neige. Le maire part.", []),
        ("Il dit : « Demain est loin ».", []),
        ("Il dit : Demain.", []),
        ("Il dit (Demain) et part.", []),
        ("Il dit “Demain” et part.", []),
        ("Il dit – Demain – et part.", []),
        ("* Demain\n* Hier", []),
        ("Demain", []),
        ("« Demain", []),
        # names all the same
        ("(Alstom) part.", ["Alstom"]),
        ("Emmanuel Macron part.", ["Emmanuel Macron"]),
        ("ONU : elle part.", ["ONU"]),
        ("Le Monde paraît.", ["Monde"]),
        ("Union européenne : elle part.", []),
        ("Union Européenne : elle part.", ["Union Européenne"]),
        ("L’Europe part.", ["Europe"]),
        ("D’Artagnan part.", ["Artagnan"]),
    ],
)
def test_capitals_at_the_start(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_known_names_are_names_at_the_start_too() -> None:
    text = "Mouthe dort. Chine-Asie dort."
    assert find_names(text) == []
    known = find_names(text, known={"mouthe", "asie"})
    assert [one.words for one in known] == [("mouthe",), ("chine", "asie")]
    assert [one.sure for one in known] == [False, False]


@each_row(
    ("text", "words", "institution"),
    [
        ("Xi Jinping", ("xi", "jinping"), ()),
        ("Honoré de Balzac", ("honore", "balzac"), ()),
        ("Louis XIV", ("louis",), ()),
        ("Chine-Asie", ("chine", "asie"), ()),
        ("Assemblée nationale", (), ("assemblee", "nationale")),
        ("Banque du Canada", ("canada",), ("banque",)),
        (
            "Organisation de coopération de Shanghai",
            ("shanghai",),
            ("organisation", "cooperation"),
        ),
    ],
)
def test_words_of_a_name(text: str, words: tuple[str, ...], institution: tuple[str, ...]) -> None:
    (one,) = find_names(f"Hier, il a vu la {text} là.")
    assert (one.words, one.institution, one.sure) == (words, institution, True)


def test_only_sure_names_lend_their_words() -> None:
    found = find_names("Emmanuel Macron voit Xi Jinping.")
    assert [one.sure for one in found] == [False, True]
    assert words_of_names(found) == {"xi", "jinping"}


def test_a_name_has_twelve_words_at_most() -> None:
    found = names("Hier, il a vu " + "Xian " * 30 + "là.")
    assert [len(one.split()) for one in found] == [LONGEST + 1, LONGEST + 1, 4]


@each_row(
    "text",
    [
        "voir https://Exemple.fr/Page-Une",
        "voir www.Exemple.fr/Page",
        "écrire à Aline.Perret+Lac@Mairie-Lac.Exemple.fr",
        "suivre @Mairie et #Lac",
        "ouvrir Rapport.pdf, Plan-Lac.jpeg, Plan.jpg, Page.html, Page.htm, Lisez.md",
        "aller sur Exemple.com, Exemple.org, Exemple.net, Exemple.fr, Plan.png",
    ],
)
def test_addresses_and_files_hold_no_names(text: str) -> None:
    whole = f"Hier, il faut {text} avec Xi Jinping."
    assert names(whole) == ["Xi Jinping"]


@each_row(
    ("text", "found"),
    [
        ("TOUT EST EN CAPITALES", []),
        ("CAPITALES Xian", []),
        ("Le maire, lui, va à Lyon", ["Lyon"]),
        ("À LYON, KIM", ["LYON", "KIM"]),  # too short to tell
    ],
)
def test_capitals_everywhere_say_nothing(text: str, found: list[str]) -> None:
    assert names(text) == found


@each_row(
    ("word", "found"),
    [
        ("Chine-Asie", ("chine", "asie")),
        ("Chine‑Asie‐Europe", ("chine", "asie", "europe")),
        ("Xi’an", ("xian",)),
        ("Al-Qaida", ("alqaida",)),
        ("Abou-bakr", ("aboubakr",)),
        ("abou-Bakr", ("aboubakr",)),
        ("Œuvre", ("oeuvre",)),
        ("ÉCOLE", ("ecole",)),
    ],
)
def test_parts(word: str, found: tuple[str, ...]) -> None:
    assert parts(word) == found


def test_bare() -> None:
    assert bare("Cœur-d’Été") == "coeurdete"
    assert bare("ŒUVRE") == "oeuvre"


@each_row(
    ("people", "place"),
    [
        # the place and an ending, a consonant between if need be
        *(
            ("lyonnais", "lyon"),
            ("togolais", "togo"),
            ("iranienne", "iran"),
            ("congolaise", "congo"),
        ),
        *(("bresiliens", "bresil"), ("berlinois", "berlin"), ("flamands", "flam")),
        # the place's own ending left out
        *(("francais", "france"), ("bruxelloise", "bruxelles"), ("cubaines", "cuba")),
        *(("mexicains", "mexico"), ("bretons", "bretagne"), ("gascon", "gascogne")),
        *(("argentins", "argentine"), ("italienne", "italie"), ("hongroise", "hongrie")),
        # nothing but the stem
        *(("bulgare", "bulgarie"), ("kirghizes", "kirghizie"), ("afghan", "afghanistan")),
        *(("kazakhs", "kazakhstan"), ("swazi", "swaziland"), ("thai", "thailande")),
        # quite another word
        *(("neerlandaise", "paysbas"), ("germanique", "allemagne"), ("sinologue", "chine")),
        ("lac", "lac"),
    ],
)
def test_peoples_of_places(people: str, place: str) -> None:
    assert is_demonym_of(people, place)
    assert is_demonym_of(place, people)


@each_row(
    ("people", "place"),
    [
        # a stem alone is a people only where the place ends in -ie, -stan, -land
        *(("francs", "france"), ("cubs", "cuba"), ("irane", "iran"), ("iranes", "iran")),
        *(("bruxells", "bruxelles"), ("togs", "togo"), ("bret", "bretagne"), ("gascs", "gascogne")),
        # too short a stem, another word
        *(("inois", "inie"), ("laois", "la"), ("chiens", "chine")),
        *(("anglaise", "allemagne"), ("xlyonnais", "lyon"), ("lyonnaisx", "lyon")),
    ],
)
def test_other_words_are_no_people_of_a_place(people: str, place: str) -> None:
    assert not is_demonym_of(people, place)
    assert not is_demonym_of(place, people)


def test_places_whose_people_has_another_name() -> None:
    assert has_other_people("allemagne")
    assert not has_other_people("france")


_PIECES = [*"AéX.,:’'-«» \n@", "Xi ", "de ", "Le Monde", "Union ", "européenne", "l’", "XIV "]


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
@settings(max_examples=150)
def test_names_are_in_order_apart_and_begin_with_a_capital(text: str) -> None:
    end = 0
    for one in find_names(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        assert text[one.start].isupper()
        assert one.words or one.institution
