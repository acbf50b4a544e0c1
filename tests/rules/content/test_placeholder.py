import re

import pytest
from conftest import CheckRule
from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit import plugins
from seo_audit.french.word_lists import lines


@each_row(
    "part",
    [
        "LOREM IPSUM",
        "À COMPLÉTER",
        "[À compléter]",
        "[object Object]",
        "${prix}",
        "<%= nom %>",
        "TODO",
        "XXX",
        "undefined",
        "Invalid Date",
    ],
)
def test_left_overs(check_rule: CheckRule, part: str) -> None:
    check_rule("placeholder", f"La fontaine coule. ⟦{part}⟧. Il pleut.", "text")


@each_row(
    "text",
    [
        "Comptez ⟦undefined⟧ euros.",
        "Un taux de ⟦NaN⟧ % et ⟦null⟧ jours : la variable du code est vide.",
        "Publié le ⟦undefined⟧ par Aline.",
        "Le prix est de ⟦XXX⟧, la date : ⟦XXX⟧.",
        "M. ⟦XXX⟧, du conseil, a signé.",
        "Il coûte ⟦XXX⟧ euros, soit ⟦XXX⟧ %, dit Mme ⟦XXX⟧ au bourg.",
        "Le dossier XXX est clos, appelez ⟦XXX⟧.",
        "Comptez ⟦XXX⟧ euros, ou ⟦XX⟧ € par mois, soit ⟦???⟧ euros par an.",
        "Une hausse de ⟦XX⟧ %.",
        "La fête aura lieu le ⟦XX⟧ mai, ou le ⟦XX/XX/2026⟧.",
        "COMPTEZ ⟦UNDEFINED⟧ EUROS, ou ⟦UNDEFINED⟧ euros.",
        "⟦À compléter.⟧",
        "Le maire, ⟦[nom du maire]⟧, écrit à ⟦[adresse e-mail]⟧. ⟦[photo ici]⟧",
        "⟦FIXME⟧ revoir le chiffre.",
        "Publié le ⟦Invalid date⟧ au bourg.",
        "Comptez ⟦????⟧ euros.",
        "⟦xxxxxx⟧",
        "⟦Cliquez ici pour modifier ce texte⟧.",
        "Le four, ⟦[à compléter avec sa date]⟧, cuit. ⟦[A COMPLÉTER]⟧",
        "⟦[Insérer ici une image du four]⟧ Il cuit. ⟦[Ajouter une photo de la voûte]⟧",
    ],
)
def test_values_that_were_not_there(check_rule: CheckRule, text: str) -> None:
    check_rule("placeholder", text, "markdown")


@each_row(
    "text",
    [
        "Il reste à compléter le dossier.",
        "LE DOSSIER À COMPLÉTER EN MAIRIE",
        "Tapez [nom du fichier] et [nom du champ] : le xxx.",
        "TODO est un mot anglais.",
        "Madame, Monsieur, [nom du maire], [votre rue], [objet de la lettre] : cordialement.",
        "Quoi ??? Des euros.",
        "Le [plan](/plan) et la [source](/s).",
        "Un null part ailleurs, undefined ou non.",
        "La clé {nom} du formulaire.",
        "XXXL et Todorov.",
        "Le chapitre XXX, la page XXX, et le Super Bowl XXX.",
        "Les livres XXIX, XXX et XXXI : le dernier est perdu, XXX.",
        "Le numéro XXX, où XXX désigne l’année.",
        "Le fichier XXX, XXX est le numéro du mois, coûte XXX euros.",
        "Les films XXX sont là, Amsterdam porte XXX sur son écu.",
        "Le tableau [[source](https://exemple.fr)] est à jour.",
        "Les flux mns-XXX, « MNH:XXX », LIDAR_XXX, data/XXX.",
        "La fonction renvoie undefined. Elle vaut NaN.",
        "Un tableau vide vaut undefined.",
        "Le film « Undefined » et le groupe None, un null.",
        "Le mot « undefined » s’affiche.",
        "On met du lorem ipsum dans la page, ou un faux texte (lorem ipsum).",
        "On met du Lorem Ipsum dans la page.",
        "La todo-list du jour. TODO",
        "Les to-do sont là. Le mot TODO",
        "Le champ ${nom} et ${âge}.\n\n```\n${nom} = 12\n```",
        "Le champ ${nom} comme `${âge}`.",
        "Le NaN est un nombre qui n’en est pas un, dit la norme.",
        "Écrivez la date sous la forme XX/XX/XXXX.",
        "Le prix s’écrit XXX €, où XXX désigne un nombre.",
        "Les chromosomes XX et XY, le tome XX, un maillot XXL.",
        "Cliquez sur le bouton [Insérer une image], puis sur [Ajouter un lien].",
        "Le formulaire à compléter est en mairie.",
        "Combien ??? Mille euros.",
    ],
)
def test_ordinary_text(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("placeholder", text, "markdown")


@each_row("part", ["&lt;%= titre %&gt;", "&#123;&#123; titre }}", "&lbrace;{ titre }}"])
def test_signs_written_as_entities_are_meant_to_be_read(check_rule: CheckRule, part: str) -> None:
    check_rule("placeholder", f"<p>On écrit {part} dans le modèle, et ⟦<%= nom %>⟧ reste.</p>")


@each_row("value", ["undefined", "null", "NaN", "None", "[object Object]"])
def test_a_value_alone(check_rule: CheckRule, value: str) -> None:
    check_rule("placeholder", f"La fontaine coule.\n\n⟦{value}⟧\n\nIl pleut.\n", "text")


def test_none_is_a_word_of_english(check_rule: CheckRule) -> None:
    said = "---\nlang: {}\n---\n\nThe lake is frozen and the children of the village skate on it every day.\n\n"
    row = "| a | b |\n|---|---|\n| {} | The lake of the village |\n"
    check_rule("placeholder", said.format("en") + row.format("None"), "markdown")
    check_rule("placeholder", said.format("en") + row.format("⟦undefined⟧"), "markdown")
    check_rule("placeholder", row.format("⟦None⟧"), "markdown")


def test_titles_and_descriptions_too(check_rule: CheckRule) -> None:
    check_rule(
        "placeholder",
        '<head><title>⟦undefined⟧</title><meta name="description" content="⟦[votre texte]⟧"></head><p>Mot.</p>',
    )


def test_the_front_matter_title_is_said_once(check_rule: CheckRule) -> None:
    check_rule("placeholder", '---\ntitle: "⟦TODO⟧"\n---\n\nUn mot.\n', "markdown")


def test_the_list_is_long_and_without_repeats() -> None:
    entries = lines("seo_audit.rules.content", "placeholder.txt")
    assert len(entries) >= 20
    assert len(set(entries)) == len(entries)


def test_mentions_leave_others_told(check_rule: CheckRule) -> None:
    code = (
        "<p>Avec <code>{{ nom }}</code>, bonjour ⟦{{ nom }}⟧, ou <code>$nom</code> et ⟦${nom}⟧.</p>"
    )
    check_rule("placeholder", code)
    check_rule("placeholder", "Le lac est gelé. ⟦lorem ipsum⟧ et la suite.", "markdown")
    check_rule("placeholder", "Le lac, toute l’année, est gelé. ⟦TODO⟧", "markdown")


LETTER = (
    "<p>Voici un modèle de mail à reprendre.</p><blockquote><p>Bonjour [nom du recruteur],</p>"
    "<p>Je confirme ma venue le {}[date]{} à [heure], pour le poste de [intitulé du poste].</p>"
    "<p>Cordialement, {}[votre nom]{}</p></blockquote>{}"
)


def test_a_letter_for_readers_to_fill_in(check_rule: CheckRule) -> None:
    assert not check_rule("placeholder", LETTER.format("", "", "", "", ""))
    # what only its author leaves is left
    check_rule("placeholder", LETTER.format("", "", "", "", "<p>Le prix : ⟦[à compléter]⟧.</p>"))
    # two words left open are no letter, nor are three where none is given
    check_rule("placeholder", "<p>Cordialement, ⟦[votre nom]⟧, à ⟦[ville]⟧.</p>")
    check_rule(
        "placeholder",
        "<p>Nous livrons à ⟦[nom de la ville]⟧ depuis ⟦[date]⟧, dit ⟦[prénom]⟧, le patron.</p>",
    )


@each_row(
    "text",
    [
        "Appelez le ⟦XX XX XX XX XX⟧.",
        "Elle date de 1930 ⟦[réf. nécessaire]⟧.",
        "Elle date de 1930 ⟦(à vérifier)⟧.",
        "⟦Votre texte ici⟧",
        "⟦Entrez votre texte ici⟧.",
        "⟦Bienvenue sur WordPress. Ceci est votre premier article⟧.",
        "⟦Titre à définir⟧",
    ],
)
def test_other_words_still_to_be_written(check_rule: CheckRule, text: str) -> None:
    check_rule("placeholder", f"<p>{text}</p>")


@each_row(
    "text",
    [
        "Vérifiez votre texte ici même.",
        "Un appel du 01 62 XX XX XX est un piège.",
        "Les dates (à vérifier sur place) changent.",
        "Le titre à définir ensemble viendra plus tard.",
    ],
)
def test_words_that_are_meant(check_rule: CheckRule, text: str) -> None:
    check_rule("placeholder", f"<p>{text}</p>")


def test_what_a_script_of_the_page_fills_in(check_rule: CheckRule) -> None:
    page = "<html><head><title>Lac</title></head><body><h1>Le lac</h1><p>{}</p></body></html>"
    check_rule("placeholder", page.format('<b v-if="gele">{{ lac.nom }}</b>'))
    check_rule("placeholder", page.format('<b *ngFor="let lac of lacs">{{ lac.nom }}</b>'))
    check_rule("placeholder", page.format("<b>⟦{{ lac.nom }}⟧</b> et v-if"))
    check_rule("placeholder", page.format("private ${Lac\\Gele\\Module}nom et ⟦${nom}⟧"))


@each_row(
    "text",
    [
        "Le prix est de ⟦xxx⟧ euros.",
        "Le prix : ⟦[TBC]⟧ et ⟦[tk]⟧.",
        "⟦Lorem ipsum dolor sit amet⟧, puis la suite.",
        "La fête en est à l’édition XXX.",
        "Un colis de taille xxl, un site xxx.",
    ],
)
def test_further_words_to_come(check_rule: CheckRule, text: str) -> None:
    check_rule("placeholder", f"<p>{text}</p>")


@pytest.mark.property
@given(data=st.data())
def test_whatever_a_pattern_finds_holds_its_signs(data: st.DataObject) -> None:
    plugins.rules()
    from seo_audit.rules.content import placeholder as rule

    for pattern, signs in ((rule._OPEN_FIGURE, rule._OPEN_SIGNS), (rule._VALUE, rule._NO_VALUES)):
        text = data.draw(st.from_regex(re.compile(pattern.pattern)))
        assert any(sign in text for sign in signs)


def test_dummy_latin_however_it_begins(check_rule: CheckRule) -> None:
    dummy = "Amet repudiandae tenetur tempora architecto earum, officia? Maxime adipisci minima non nisi reprehenderit error."
    check_rule("placeholder", f"<h1>Le lac</h1><p>Il est gelé.</p><p>⟦{dummy}⟧</p>")
    check_rule(
        "placeholder", f"<h1>Le lac</h1><p>Il est gelé.</p><blockquote><p>{dummy}</p></blockquote>"
    )
    prayer = "Pater noster, qui es in caelis, sanctificetur nomen tuum, adveniat regnum tuum, fiat voluntas tua."
    check_rule("placeholder", f"<h1>Le lac</h1><p>{prayer}</p>")
    french = "Le lac et la rive : minima et maxima, quasi nulle en hiver, sed non satiata, dit-on sur la glace du lac."
    check_rule("placeholder", f"<h1>Le lac</h1><p>{french}</p>")


@each_row(
    ("cell", "subject", "told"),
    [
        ("null", "Python lit le lac", False),
        ("undefined", "JavaScript lit le lac", False),
        ("null", "On patine sur le lac", True),
        ("undefined", "On patine sur le lac", True),
    ],
)
def test_values_that_an_article_on_programs_shows(
    check_rule: CheckRule, cell: str, subject: str, told: bool
) -> None:
    shown = f"⟦{cell}⟧" if told else cell
    check_rule(
        "placeholder", f"{subject}.\n\n| lac | eau |\n|---|---|\n| {shown} | 0.0 |\n", "markdown"
    )
    check_rule(
        "placeholder", f"{subject}.\n\n- [{shown}](https://exemple.fr/)\n- froid\n", "markdown"
    )
    # alone in a paragraph it is no value that is shown
    check_rule("placeholder", f"{subject}.\n\n⟦{cell}⟧\n\nIl gèle.\n", "markdown")


def test_a_backtick_left_open_ends_with_its_item(check_rule: CheckRule) -> None:
    items = "- Le lac `<gelé\n- [Plan]({{ site.url }}/plan) du lac\n- Le `lac`\n"
    check_rule("placeholder", f"Il gèle.\n\n{items}", "markdown")
    check_rule("placeholder", "Le lac `{{ un\nlac }}` gelé.\n", "markdown")


DUMMY = "Amet adipisicing voluptate nulla proident sit incididunt dolor."


def test_dummy_text_in_another_order(check_rule: CheckRule) -> None:
    text = f"Il gèle.\n\n⟦{DUMMY}⟧\n\n{DUMMY}\n"
    check_rule("placeholder", text, "markdown")
    # where it begins as everybody knows it, that is told
    check_rule("placeholder", f"⟦Lorem ipsum⟧ magna.\n\n{DUMMY}\n", "markdown")
    latin = "Duis aute et dolore magna, dit-il : nulla voluptate, quis nisi velit esse."
    check_rule("placeholder", f"Il gèle.\n\n{latin}\n", "markdown")


def test_dummy_text_that_is_spoken_of(check_rule: CheckRule) -> None:
    check_rule("placeholder", "Mieux vaut un vrai mot qu’un texte de remplissage.", "markdown")
    check_rule("placeholder", "Il gèle. ⟦Texte de remplissage⟧.", "markdown")


def test_what_is_escaped_is_meant_to_be_read(check_rule: CheckRule) -> None:
    check_rule("placeholder", "Un lien : \\[\\[nom de la note\\#partie\\]\\].\n", "markdown")
    check_rule("placeholder", "Le titre : \\<\\% lac.titre \\%\\>.\n", "markdown")
    check_rule("placeholder", "Un lien : ⟦[nom de la note]⟧.\n", "markdown")
    check_rule("placeholder", "Un lien : ⟦\\[nom de la note\\]⟧.\n", "markdown")


def test_a_link_may_be_in_brackets_of_its_own(check_rule: CheckRule) -> None:
    check_rule("placeholder", '<p>Le lac a gelé <a href="https://exemple.fr/gel">[source]</a>.</p>')
    check_rule("placeholder", "<p>Le lac a gelé ⟦[source]⟧.</p>")


def test_names_of_programs_in_bold_brackets_are_code(check_rule: CheckRule) -> None:
    names = "".join(
        f"<li>le script <strong>[{name}]</strong> démarre</li>"
        for name in ("main_01.py", "config.py", "/init-session")
    )
    asked = "<p>L’attribut <strong>{}</strong> est lu par le serveur.</p>"
    check_rule("placeholder", f"<ul>{names}</ul>{asked.format('[nom du client]')}")
    check_rule("placeholder", asked.format("⟦[nom du client]⟧"))


def test_signs_that_markdown_escapes_are_meant_to_be_read(check_rule: CheckRule) -> None:
    text = "# Le lac\n\nOn écrit \\<% lac %>, \\<\\%= gel \\%\\>, \\{\\{ gel }}. Il vaut ⟦<%= gel %>⟧.\n"
    check_rule("placeholder", text, "markdown")


@pytest.mark.parametrize(
    "text", ["Saisissez XXX.XXX.XXX.1 puis validez.", "Une adresse : XXX.XXX.XXX.XXX"]
)
def test_an_address_of_a_machine_left_open(check_rule: CheckRule, text: str) -> None:
    check_rule("placeholder", f"<p>{text}</p>")
    check_rule("placeholder", "<p>Le nom : ⟦XXX⟧. Puis validez.</p>")


def test_words_to_say_are_for_readers_to_fill_in(check_rule: CheckRule) -> None:
    said = "Écrivez : « Bonjour [prénom], le lac est gelé. »\n\n> Bonjour [nom], à bientôt.\n"
    check_rule("placeholder", said, "markdown")
    check_rule("placeholder", "Bonjour ⟦[prénom]⟧, le lac est gelé.\n", "markdown")
    check_rule("placeholder", "Il a dit : « Le lac fait ⟦[à compléter]⟧ mètres. »\n", "markdown")
    check_rule("placeholder", "> ⟦[nom]⟧\n", "markdown")


def test_dummy_text_without_the_words_that_begin_it(check_rule: CheckRule) -> None:
    mixed = (
        "Donec ullamcorper nulla non metus auctor fringilla. Cras mattis purus sit amet fermentum. Aenean eu leo quam,"
        " ornare sem lacinia venenatis vestibulum."
    )
    latin = (
        "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua"
        " Celtae, nostra Galli appellantur."
    )
    check_rule("placeholder", f"# Le lac\n\nIl est gelé.\n\n⟦{mixed}⟧\n", "markdown")
    check_rule("placeholder", f"# Le lac\n\nIl est gelé.\n\n{latin}\n", "markdown")
