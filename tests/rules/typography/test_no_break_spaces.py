"""A table of cases by region, and what must never be taken for a fault."""

import pytest
from conftest import CheckRule
from tables import each_row

from seo_audit.rule import Severity

NB, FINE = "\u00a0", "\u202f"


def page(region: str, text: str) -> str:
    return f'<html lang="{region}"><head><title>La fontaine</title></head><body><p>{text}</p></body></html>'


def mark(text: str, message: str) -> str:
    return f"⟦{text}⟧" if message else text


PLAIN, MISSING, NEEDLESS, FAULTLESS = "au lieu d’", "manque", "de trop", ""


@each_row(
    ("text", "france", "canada", "suisse"),
    [
        ("quoi ?", PLAIN, NEEDLESS, PLAIN),
        (f"quoi{NB}?", FAULTLESS, NEEDLESS, FAULTLESS),
        (f"quoi{FINE}?", FAULTLESS, FAULTLESS, FAULTLESS),
        ("quoi?", MISSING, FAULTLESS, FAULTLESS),
        ("quoi !", PLAIN, NEEDLESS, PLAIN),
        ("quoi!", MISSING, FAULTLESS, FAULTLESS),
        ("quoi ?!", PLAIN, NEEDLESS, PLAIN),
        ("quoi ;", PLAIN, NEEDLESS, PLAIN),
        ("quoi;", MISSING, FAULTLESS, FAULTLESS),
        ("quoi :", PLAIN, PLAIN, PLAIN),
        (f"quoi{NB}:", FAULTLESS, FAULTLESS, FAULTLESS),
        ("quoi:", MISSING, MISSING, FAULTLESS),
        ("50 %", PLAIN, PLAIN, PLAIN),
        (f"50{FINE}%", FAULTLESS, FAULTLESS, FAULTLESS),
        ("50%", MISSING, MISSING, FAULTLESS),
        ("50 €", PLAIN, PLAIN, PLAIN),
        ("50€", MISSING, MISSING, FAULTLESS),
        ("70 000", PLAIN, PLAIN, PLAIN),
        (f"70{FINE}000", FAULTLESS, FAULTLESS, FAULTLESS),
        ("70000", FAULTLESS, FAULTLESS, FAULTLESS),
        ("12 km", PLAIN, PLAIN, PLAIN),
        (f"12{NB}km", FAULTLESS, FAULTLESS, FAULTLESS),
    ],
)
def test_regions(check_rule: CheckRule, text: str, france: str, canada: str, suisse: str) -> None:
    for region, message in (
        ("fr", france),
        ("fr-FR", france),
        ("fr-BE", france),
        ("fr-CA", canada),
        ("fr-CH", suisse),
    ):
        found = check_rule("no-break-spaces", page(region, f"la {mark(text, message)}"))
        assert all(message in finding.message("fr") for finding in found), region


@each_row(
    ("text", "france", "suisse"),
    [
        (f"«{NB}oui{NB}»", FAULTLESS, FAULTLESS),
        (f"«{FINE}oui{FINE}»", FAULTLESS, FAULTLESS),
        ("⟦«oui⟧»", MISSING, FAULTLESS),
        ("⟦« oui⟧ »", PLAIN, PLAIN),
    ],
)
def test_guillemets(check_rule: CheckRule, text: str, france: str, suisse: str) -> None:
    for region, message in (("fr-FR", france), ("fr-CA", france), ("fr-CH", suisse)):
        marked = text if message else text.replace("⟦", "").replace("⟧", "")
        found = check_rule("no-break-spaces", page(region, marked))
        assert all(message in finding.message("fr") for finding in found), region
        assert [finding.values["count"] for finding in found] == ([2] if message else [])


@each_row(
    "text",
    [
        "le train de 12:30, le score de 3:1",
        "voyez https://exemple.fr/?a=b;c et www.exemple.fr/quoi?oui",
        "écrivez à une.voisine@exemple.fr",
        "bravo :-) merci ;) encore :D et :smile: enfin <code>a ? b : c</code>",
        "vraiment (!) oui (?) mais Yahoo! est là",
        'il dit <span lang="en">What a surprise!</span> et rit',
        "le 06 12 34 56 78 ou le 0800 123 456",
        "l’extension .fr et le fichier .htaccess",
        "Accueil » Villages » Fontaines",
        "un prix de 5$ et l’article 12 B",
        "le mot <code>x</code> <img src='a.png' alt=''>.",
        "un four chaud <i class='fa fa-fire' aria-hidden='true'></i>, puis",
        "1 2 3 nous irons au bois",
        "la suite…?",
        "la fin :point_down:.",
        "12 euros",
        "quoi\u2009?",
    ],
)
def test_what_is_no_fault(check_rule: CheckRule, text: str) -> None:
    check_rule("no-break-spaces", f"<p>{text}</p>")


@each_row(
    "text",
    [
        *(f"{name}! est là" for name in ("Yahoo", "Joomla", "Kahoot", "Jeopardy", "Wham")),
        "10 US$ et 5$",
        f"Sans guillemets ouverts\u202f» et «{NB}oui{NB}»",
        "le +33 123 456 789",
        "le + 123 456 789",
        "le 3,1 234 et le A1 234, la page 1/2 345",
        "le 1 234 5678, le 0 123, le 1 234x",
        "le plan 3 B, 12 A",
        "12 m’a vu, 12 min-là",
        "mot<br>: non",
        "on tape =SI(ET(A2>10; B2=3); C2; NB.SI(A1;A2)) dans la case",
    ],
)
def test_what_else_is_no_fault(check_rule: CheckRule, text: str) -> None:
    check_rule("no-break-spaces", f"<p>{text}</p>")


@each_row(
    ("text", "count", "message"),
    [
        # a plain space beside a no-break one breaks all the same
        (f"⟦pourquoi {NB}?⟧ oui", 1, PLAIN),
        (f"⟦pourquoi{NB} ?⟧ oui", 1, PLAIN),
        # each side of each quotation
        (f"⟦«oui⟧» et «{NB}non{NB}»", 2, MISSING),
        (f"«{NB}non{NB}» et ⟦«oui⟧»", 2, MISSING),
        (f"⟦«oui⟧{NB}» et «{NB}non{NB}»", 1, MISSING),
        (f"«{NB}⟦oui»⟧ et «{NB}non{NB}»", 1, MISSING),
        ("⟦« oui⟧ », « non »", 4, PLAIN),
        # each space of a number
        ("Il a ⟦1 234 567⟧ voix", 2, PLAIN),
        ("Il a ⟦12 345⟧,5 voix", 1, PLAIN),
        # units
        *(
            (f"Il a ⟦12 {unit}⟧ ici", 1, PLAIN)
            for unit in ("k€", "M€", "Md€", "km", "cm", "mm", "dm", "m", "m²", "m³")
        ),
        *(
            (f"Il a ⟦12 {unit}⟧ ici", 1, PLAIN)
            for unit in ("kg", "mg", "g", "cl", "dl", "ml", "hl", "ha", "min", "h")
        ),
        *(
            (f"Il a ⟦12 {unit}⟧ ici", 1, PLAIN)
            for unit in ("Ko", "ko", "Mo", "Go", "To", "Wh", "kWh", "MWh", "GWh", "TWh")
        ),
        *(
            (f"Il a ⟦12 {unit}⟧ ici", 1, PLAIN)
            for unit in ("kW", "MW", "GW", "Hz", "kHz", "MHz", "GHz", "dB", "°C", "°F")
        ),
        *((f"Il a ⟦12 {unit}⟧ ici", 1, PLAIN) for unit in ("km/h", "hab.", "%", "‰", "£", "$")),
        # signs glued or parted, several at once
        ("⟦Quoi?!⟧ Non", 1, MISSING),
        ("⟦(Quoi)?⟧ Non", 1, MISSING),
        ("⟦50%⟧: non", 2, MISSING),
        ("⟦quoi:⟧ non", 1, MISSING),
        ("⟦quoi;⟧ non", 1, MISSING),
        # behind a formula, or in brackets that are none's
        ("on tape =SOMME(A1;A2) ⟦ici;⟧ non", 1, MISSING),
        ("x = 3 (ou ⟦quatre;⟧ non)", 1, MISSING),
    ],
)
def test_faults_in_france(check_rule: CheckRule, text: str, count: int, message: str) -> None:
    [finding] = check_rule("no-break-spaces", f"<p>{text}</p>")
    assert finding.values["count"] == count
    assert message in finding.message("fr")


def test_the_word_before_a_sign_is_shown_thirty_characters_of_it_at_most(
    check_rule: CheckRule,
) -> None:
    check_rule("no-break-spaces", f"<p>un ⟦{'a' * 30} ?⟧ Non</p>")
    check_rule("no-break-spaces", f"<p>un a⟦{'a' * 30} ?⟧ Non</p>")
    check_rule("no-break-spaces", f"<p>un ⟦« {'a' * 30}⟧a{NB}» non</p>")


@pytest.mark.parametrize("stop", [".", ","])
@pytest.mark.parametrize("space", [" ", NB, FINE])
@pytest.mark.parametrize(
    "before", ["mot", "(mot)", f"«{NB}mot{NB}»", f"50{NB}%", f"5{NB}€", "”mot”"]
)
def test_no_space_before_a_stop(check_rule: CheckRule, stop: str, space: str, before: str) -> None:
    shown = before.rpartition(NB)[2]
    text = f"{before.removesuffix(shown)}⟦{shown}{space}{stop}⟧"
    [finding] = check_rule("no-break-spaces", f"<p>Il dit {text} Oui</p>")
    assert "avant un point" in finding.message("fr")


def test_code_blocks_and_other_languages_are_left_alone(check_rule: CheckRule) -> None:
    check_rule(
        "no-break-spaces",
        "<p>La fontaine du village coule de nouveau, et les enfants jouent autour du bassin "
        'depuis que le maire est venu, lundi, avec les gens de la ville qui avaient trouvé la panne. Tout le monde s’en réjouit.</p><pre>a ? b : c</pre><p lang="en">What is it?</p><p>Who said that the price of the '
        "bread and of the milk was high? The mayor did, and the council of the town agreed!</p>",
    )


def test_of_front_matter_the_title_is_judged(check_rule: CheckRule) -> None:
    check_rule(
        "no-break-spaces", "---\ntitle: ⟦Pourquoi ?⟧\ndate: 12:30\n---\n\nParce que.", "markdown"
    )


@pytest.mark.parametrize("region", ["fr-FR", "fr-CA", "fr-CH"])
@pytest.mark.parametrize("space", [" ", NB])
def test_no_space_before_a_stop_anywhere(check_rule: CheckRule, region: str, space: str) -> None:
    [finding] = check_rule(
        "no-break-spaces",
        page(region, f"L’économie ⟦post-pandémique{space}.⟧ Elle croît{space}, dit-on."),
    )
    assert finding.severity.value == "warning"
    assert finding.values["count"] == 2


def test_a_line_end_of_the_source_is_a_plain_space(check_rule: CheckRule) -> None:
    check_rule("no-break-spaces", "Il demande ⟦pourquoi\n?⟧ Personne ne répond.", "markdown")


def test_a_template_may_stand_before_a_stop(check_rule: CheckRule) -> None:
    check_rule("no-break-spaces", "Bienvenue sur {{ site.name }}. À bientôt.", "markdown")


@pytest.mark.parametrize(("kind", "wrong"), [("nbsp", FINE), ("narrow", NB)])
def test_a_house_may_want_one_kind(check_rule: CheckRule, kind: str, wrong: str) -> None:
    right = NB if kind == "nbsp" else FINE
    check_rule(
        "no-break-spaces", f"<p>⟦Pourquoi{wrong}?⟧ Pour 70{right}000 voix{right}!</p>", kind=kind
    )
    check_rule("no-break-spaces", f"<p>Pour ⟦70{wrong}000⟧ voix{right}!</p>", kind=kind)


def test_the_narrow_one_is_for_high_signs_and_numbers(check_rule: CheckRule) -> None:
    check_rule("no-break-spaces", f"<p>Ceci{NB}: «{NB}oui{NB}», 50{NB}%</p>", kind="narrow")


def test_missing_spaces_may_be_let_pass(check_rule: CheckRule) -> None:
    check_rule("no-break-spaces", "<p>Pourquoi? «oui» et 50%</p>", missing=False)


def test_one_finding_a_passage_then_one_for_the_rest(check_rule: CheckRule) -> None:
    shown = "<p>La fontaine ⟦coule ?⟧ Non ! Si ?</p>" * 5
    found = check_rule("no-break-spaces", shown + "<p>La fontaine ⟦coule ?⟧ Non !</p><p>Si ?</p>")
    assert [finding.values["count"] for finding in found] == [3] * 5 + [3]
    assert [len(finding.related) for finding in found] == [2] * 6
    assert found[0].message("fr") == (
        f"3 espaces ordinaires au lieu d’insécables dans ce passage, par exemple dans «{NB}coule ?{NB}»."
    )
    assert "dans 2 autres passages" in found[-1].message("fr")
    assert "in 2 other passages" in found[-1].message("en")


@each_row(
    "text",
    [
        '<html lang="en"><head><title>x</title></head><body><p>Oui ?</p></body></html>',
        "<p>The price of the bread and of the milk is high ; why is that ?</p>",
        "<pre>a ? b</pre>",
        "",
    ],
)
def test_only_french_is_judged(check_rule: CheckRule, text: str) -> None:
    check_rule("no-break-spaces", text, applies=False)


@each_row(
    ("head", "wrong"),
    [
        ('<meta property="og:locale" content="fr_CA">', True),
        ('<meta property="og:locale" content="fr_FR">', False),
        ('<link rel="canonical" href="https://exemple.ca/fontaine">', True),
        ('<meta property="og:url" content="https://exemple.quebec/">', True),
        ('<link rel="canonical" href="https://exemple.com/page.ca/">', False),
        ('<link rel="canonical" href="/fontaine">', False),
    ],
)
def test_a_page_tells_its_country(check_rule: CheckRule, head: str, wrong: bool) -> None:
    text = f"quoi{NB}?"
    check_rule(
        "no-break-spaces",
        f'<html lang="fr"><head><title>Oui</title>{head}</head><body><p>'
        f"La fontaine coule, et les gens disent {mark(text, 'x' if wrong else '')}</p></body></html>",
    )


def test_what_is_configured_wins(check_rule: CheckRule) -> None:
    check_rule("no-break-spaces", page("fr-FR", "⟦quoi ?⟧ quoi?"), article={"region": "fr-CA"})


@each_row("text", ["50 €", "50 k€", "50 %", "50 km", "50 Md€"])
def test_one_space_is_counted_once(check_rule: CheckRule, text: str) -> None:
    [finding] = check_rule("no-break-spaces", f"<p>La somme est de ⟦{text}⟧ cette année.</p>")
    assert finding.values["count"] == 1
    assert "1 espace ordinaire au lieu d’une insécable dans ce passage" in finding.message("fr")


def test_a_media_type_is_one_expression(check_rule: CheckRule) -> None:
    text = (
        "Le type text/html; charset=utf-8 est courant, multipart/form-data; boundary=x aussi ; l’en-tête "
        'TEXT/HTML; CHARSET=UTF-8, video/mp4; codecs="avc1, mp4a", text/html;\u00a0charset=x et attachment; filename="a b.pdf", '
        "Content-Type: le porte, et non ⟦celui-ci:⟧ le reste."
    ).replace(" ;", "\u00a0;")
    [finding] = check_rule("no-break-spaces", f"<p>{text}</p>")
    assert finding.values["count"] == 1


@each_row(
    "text", ["donc n! = 6 et k! aussi", "on a 5! = 120 et 12!=x", "soit a! × b, soit p!", "(n!)"]
)
def test_factorials(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("no-break-spaces", f"<p>{text}</p>")


@each_row("text", ["il y⟦ a!⟧", "il en prit⟦ 12!⟧ Puis", "la vitamine⟦ C!⟧", "⟦non!⟧"])
def test_what_is_no_factorial(check_rule: CheckRule, text: str) -> None:
    assert check_rule("no-break-spaces", f"<p>{text.replace('⟦ ', ' ⟦')}</p>")


def test_names_that_end_in_a_sign(check_rule: CheckRule) -> None:
    text = "<p>L’équipe de Vas Yo! a gagné. Bravo à Vas Yo! Lille.</p>"
    assert not check_rule("no-break-spaces", text)
    # written so once, or where a sentence ends, it may be a slip
    assert check_rule("no-break-spaces", "<p>L’équipe de Vas ⟦Yo!⟧ a gagné.</p>")
    assert check_rule("no-break-spaces", "<p>Voici ⟦Jeanne!⟧ Merci, Jeanne\u202f!</p>")
    assert check_rule("no-break-spaces", "<p>Ah, ⟦Jeanne!⟧ Merci. Bravo, Jeanne! Vive l’eau.</p>")


@pytest.mark.parametrize(
    "text",
    [
        "Le village que ⟦l’ eau⟧ quitte.",
        "Il dit ⟦qu' elle⟧ coule.",
        'Une étude que ⟦l’ "école⟧ du village" a menée.',
        "⟦L’ école⟧ est ouverte.",
        "⟦L’&nbsp;école⟧ est ouverte.",
        "La fontaine ⟦d’ <b>ici⟧</b> coule.",
        "⟦C’ est⟧ là, ⟦aujourd’ hui⟧, ⟦jusqu’ à⟧ midi.",
        "⟦L’ ÉCOLE⟧ DU VILLAGE",
    ],
)
@pytest.mark.parametrize("region", ["fr-FR", "fr-CA"])
def test_no_space_after_an_apostrophe(check_rule: CheckRule, text: str, region: str) -> None:
    # the others of a passage are told with the first
    first, _, rest = text.partition("⟧")
    one = f"{first}⟧{rest.replace('⟦', '').replace('⟧', '')}"
    [finding] = check_rule("no-break-spaces", f"<p>{one}</p>", article={"region": region})
    assert "apostrophe" in finding.message("fr")


@each_row(
    "text",
    [
        "L’eau, l’été, d’ailleurs.",
        "On écrit l’ devant une voyelle, d’ et qu’ aussi.",
        "Le point A’ est là, et C’ est plus loin.",
        "Il dit ‘ oui ’ tout bas.",
        "Une pause de 5’ au soleil.",
        "Du rock ’n’ roll avec O’ Connor.",
        "On va l’<img src='a.png' alt=''> école",
    ],
)
def test_where_an_apostrophe_elides_nothing(check_rule: CheckRule, text: str) -> None:
    check_rule("no-break-spaces", f"<p>{text}</p>")


def test_a_comma_on_the_wrong_side_of_its_space(check_rule: CheckRule) -> None:
    [finding] = check_rule("no-break-spaces", "<p>Il ⟦neige ,⟧dit-il en sortant.</p>")
    assert finding.severity is Severity.WARNING
    for text in ("les points (1 ,2) et x ,y", "le .TXT ,MD", "Il neige, dit-il."):
        check_rule("no-break-spaces", f"<p>Voici {text}</p>")


def test_an_icon_shows_but_an_empty_mark_does_not(check_rule: CheckRule) -> None:
    text = "<p>Le four est chaud <i class='fa'></i>, puis ⟦froid <b></b>,⟧ enfin.</p>"
    check_rule("no-break-spaces", text)


@each_row("before", "_)]»”\"’'%°€*+…e3")
def test_what_stands_before_a_sign_of_punctuation(check_rule: CheckRule, before: str) -> None:
    check_rule("no-break-spaces", page("fr", f"la fontaine ⟦coule{before} ?⟧"))


@each_row("after", ["»", "”", '"', "’", ")", "]", "…", ",", ".", " ", NB, ""])
def test_what_stands_behind_one(check_rule: CheckRule, after: str) -> None:
    check_rule("no-break-spaces", page("fr", f"la fontaine ⟦coule ?⟧{after}"))


@each_row("text", ["/ ?", "= ?", "coule ?a", "coule ?("])
def test_what_makes_no_punctuation_of_a_sign(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("no-break-spaces", page("fr", f"la fontaine {text}"))


@each_row(
    "title",
    [
        "[React v16: Improved Support for Fragments](https://exemple.fr/)",
        "*ggplot2: Elegant Graphics for Data Analysis*",
        f"«{NB}Beyond Static: Building Apps with the Web{NB}»",
    ],
)
def test_titles_in_english_keep_their_use(check_rule: CheckRule, title: str) -> None:
    check_rule("no-break-spaces", f"Le maire lit aussi {title} au lac.", "markdown")


def test_titles_in_french_are_judged(check_rule: CheckRule) -> None:
    for text in (
        "Il lit *Le ⟦lac:⟧ une histoire de gel* au bois.",
        "Il lit [un ⟦lac:⟧ le gel au bois](/lac) au bois.",
        "Il lit [le lac](/lac) au ⟦bois:⟧ Improved Support for Fragments.",
    ):
        check_rule("no-break-spaces", text, "markdown")


def test_what_a_program_asks_for(check_rule: CheckRule) -> None:
    table = "| tag:lac: | Le lac |\n|---|---|\n| ⟦Nom:⟧ | Le bois |\n"
    check_rule("no-break-spaces", f"Le lac.\n\n{table}", "markdown")


def test_half_of_a_damaged_letter_keeps_its_space(check_rule: CheckRule) -> None:
    assert not check_rule("no-break-spaces", "La place est lÃ . Il dit Â« oui Â».\n", "text")
    check_rule("no-break-spaces", "L’Âge ⟦d’or :⟧ enfin.\n", "text")


def test_a_long_address_is_shown_by_its_last_part(check_rule: CheckRule) -> None:
    address = "https://www.exemple-de-site.fr/company/four-a-pain)"
    check_rule(
        "no-break-spaces",
        f"Le four ({address} : il chauffe.".replace("pain) :", "⟦pain) :⟧"),
        "text",
    )


@each_row(
    ("html", "found"),
    [
        ('<p class="caption">Figure 4.15: La ville</p>', False),
        ("<figure><img src=a.jpg><figcaption>Figure 2: La ville</figcaption></figure>", False),
        ("<table><caption>Table 3.1: Les villes</caption><tr><td>Brest</td></tr></table>", False),
        ("<p>Figure ⟦4.15:⟧ La ville</p>", True),
        ('<p class="caption">Figure 4: La ⟦ville:⟧ un plan</p>', True),
        ('<p class="caption">⟦Ville:⟧ un plan</p>', True),
    ],
)
def test_the_label_of_a_caption_is_a_generator_s(
    check_rule: CheckRule, html: str, found: bool
) -> None:
    assert (
        bool(check_rule("no-break-spaces", page("fr", "Mot.").replace("<p>Mot.</p>", html)))
        is found
    )


def test_a_question_in_english_that_a_program_asks(check_rule: CheckRule) -> None:
    asked = "<p>Le lac est gelé depuis lundi.</p><dl><dt>Where does your code run?</dt><dd>Dans le navigateur.</dd></dl>"
    assert not check_rule("no-break-spaces", page("fr", "Mot.").replace("<p>Mot.</p>", asked))
    french = asked.replace("Where does your code run?", "Où se trouve donc le ⟦code?⟧")
    assert check_rule("no-break-spaces", page("fr", "Mot.").replace("<p>Mot.</p>", french))


def test_signs_that_are_spoken_of(check_rule: CheckRule) -> None:
    for sign in ("_?_", "*!!*", "**:**", "<em>?</em>"):
        format_ = "html" if "<" in sign else "markdown"
        text = f"L’opérateur {sign} rend une valeur nulle, et c’est ainsi."
        check_rule("no-break-spaces", f"<p>{text}</p>" if "<" in sign else text, format_)
    check_rule("no-break-spaces", "<p>Le pain est ⟦chaud<b> !⟧ </b>mais il refroidit.</p>")
    check_rule("no-break-spaces", "Le pain est ⟦chaud **!⟧** Il sort du four.", "markdown")
    check_rule("no-break-spaces", "Le pain est _⟦chaud !⟧_ et il sort du four.", "markdown")


def test_another_script_has_rules_of_its_own(check_rule: CheckRule) -> None:
    arabic = "حوار بين التاريخ و الأجيال »  . يجسد هذا العرض"
    page = "<html lang=fr><head></head><p>La fontaine du village coule de nouveau depuis lundi matin.</p><p>{}</p></html>"
    check_rule("no-break-spaces", page.format(arabic))
    check_rule("no-break-spaces", page.format("Вода!"))
    check_rule("no-break-spaces", page.format("⟦L’eau !⟧ Вода."))


@pytest.mark.parametrize(
    "title", ["Le port: Les quais", "Les quais: Le port", "Le port : Les quais"]
)
@pytest.mark.parametrize(("key", "name"), [("og:title", "Le port"), ("og:site_name", "Le port")])
def test_a_template_joins_the_names_of_a_site_and_a_page(
    check_rule: CheckRule, title: str, key: str, name: str
) -> None:
    page = '<html lang=fr><head><title>{}</title><meta property="{}" content="{}"></head><body><h1>x</h1><p>Le lac.</p></body></html>'
    check_rule("no-break-spaces", page.format(title, key, name))
    check_rule("no-break-spaces", page.format("Un ⟦lac:⟧ le gel", key, name))
    check_rule("no-break-spaces", page.format("Le port au ⟦lac:⟧ le gel", key, name))


CANADIAN = (
    "Pourquoi? Parce que! Enfin! Vraiment; oui. Et toi? Voici\u00a0: le lac. Et\u00a0: la rive.\n"
)


@each_row(
    ("old", "new", "first"),
    [
        ("lac", "lac", ""),
        # one that stands apart, a colon that stands close, few of them, a country
        ("Enfin!", "Enfin\u00a0!", "Pourquoi?"),
        ("Et\u00a0:", "Et:", "Pourquoi?"),
        ("toi?", "toi.", "Pourquoi?"),
        ("Et\u00a0: la", "Et la", "Pourquoi?"),
        ("Pourquoi?", "---\nlang: fr-FR\n---\n\nPourquoi?", "Pourquoi?"),
        # a plain space before the colon is wrong there, too
        ("Et\u00a0:", "Et :", "Et :"),
    ],
)
def test_an_article_that_keeps_canada_s_use(
    check_rule: CheckRule, old: str, new: str, first: str
) -> None:
    text = CANADIAN.replace(old, new, 1)
    assert first in text
    marked = text.replace(first, f"⟦{first}⟧", 1) if first else text
    check_rule("no-break-spaces", marked, "markdown")


def test_an_address_hidden_from_robots(check_rule: CheckRule) -> None:
    check_rule("no-break-spaces", "Écrire à jeanne . roy @ exemple . fr, merci.\n", "markdown")
    check_rule("no-break-spaces", "Écrire à Jeanne ⟦Roy .⟧ Merci.\n", "markdown")


@each_row(
    "text",
    [
        "## Looking for more information?\n",
        "- [Microsoft Certified: Azure Administrator Associate](https://exemple.org/)\n",
        "## Le best of du ⟦lac!⟧\n",
        "## La boutique vend ⟦plus:⟧ des patins\n",
        "- [Le Lac ⟦Gelé:⟧ Guide Du Patineur](https://exemple.org/)\n",
        "- ⟦Docker:⟧ Kubernetes\n",
    ],
)
def test_english_among_french(check_rule: CheckRule, text: str) -> None:
    check_rule(
        "no-break-spaces",
        f"# Le lac\n\nIl est gelé depuis lundi matin, dit-on.\n\n{text}",
        "markdown",
    )
