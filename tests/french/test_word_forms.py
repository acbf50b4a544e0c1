"""Forms of one word by the rules of spelling: number, gender, conjugation; and words that only look like forms."""

import pytest
from tables import each_row

from seo_audit.french.lemmas import (
    _alternations,
    _may_be_feminine,
    _shared_verb,
    fold,
    is_infinitive,
    lemma,
    number_and_gender,
    opening,
    openings,
    same_word,
)

NUMBER = """
cheval chevaux
journal journaux
travail travaux
vitrail vitraux
bail baux
corail coraux
émail émaux
soupirail soupiraux
bateau bateaux
tuyau tuyaux
boyau boyaux
noyau noyaux
jeu jeux
feu feux
bijou bijoux
genou genoux
oeil yeux
drapeau drapeaux
hibou hiboux
trou trous
bleu bleus
détail détails
festival festivals
lac lacs
grand-mère grands-mères
arc-en-ciel arcs-en-ciel
week-end week-ends
porte-clé porte-clés
joyau joyaux
aïeul aïeux
ciel cieux
pneu pneus
"""

GENDER = """
étudiant étudiante étudiants étudiantes
acteur actrice actrices
vendeur vendeuse vendeuses
blanc blanche blanches
heureux heureuse heureuses
actif active actifs actives
italien italienne italiennes
bon bonne bonnes
boulanger boulangère boulangères
long longue longues
grec grecque
public publique publiques
nouveau nouvelle nouvelles nouvel
beau belle bel belles
vieux vieille vieil
fou folle folles
doux douce douces
faux fausse
roux rousse
cruel cruelle
net nette
complet complète complètes
gros grosse
maître maîtresse
prince princesse
sec sèche
franc franche
favori favorite
européen européenne
paysan paysanne
inquiet inquiète
premier première premières
local locale locaux locales
naturel naturelle
gentil gentille
épais épaisse
turc turque
jaloux jalouse
directeur directrice
chanteur chanteuse
lion lionne
chien chienne
"""

REGULAR = """
parler parle parles parlons parlez parlent parlais parlait parlions parliez parlaient parlai parlas parla parlâmes parlâtes parlèrent parlerai parleras parlera parlerons parlerez parleront parlerais parlerait parlerions parleriez parleraient parlasse parlasses parlassions parlassent parlant parlé parlée parlés parlées
utiliser utilise utilises utilisons utilisez utilisent utilisais utilisait utilisions utilisiez utilisaient utilisai utilisas utilisa utilisâmes utilisâtes utilisèrent utiliserai utiliseras utilisera utiliserons utiliserez utiliseront utiliserais utiliserait utiliserions utiliseriez utiliseraient utilisasse utilisasses utilisassions utilisassent utilisant utilisé utilisée utilisés utilisées
chanter chante chantes chantons chantez chantent chantais chantait chantions chantiez chantaient chantai chantas chanta chantâmes chantâtes chantèrent chanterai chanteras chantera chanterons chanterez chanteront chanterais chanterait chanterions chanteriez chanteraient chantasse chantasses chantassions chantassent chantant chanté chantée chantés chantées
finir finis finit finissons finissez finissent finissais finissait finissions finissiez finissaient finirent finirai finiras finira finirons finirez finiront finirais finirait finiraient finisse finissant fini finie finies
choisir choisis choisit choisissons choisissez choisissent choisissais choisissait choisissions choisissiez choisissaient choisirent choisirai choisiras choisira choisirons choisirez choisiront choisirais choisirait choisiraient choisisse choisissant choisi choisie choisies
établir établis établit établissons établissez établissent établissais établissait établissions établissiez établissaient établirent établirai établiras établira établirons établirez établiront établirais établirait établiraient établisse établissant établi établie établies
manger mange mangeons mangeait mangeaient mangeant mangé mangera mangea mangeât
placer place plaçons plaçait placent placé plaçant placera
appeler appelle appelons appellent appelait appellera appelé
jeter jette jettera jeté jetait
acheter achète achetons achètera acheté achetait achètent
céder cède cédons cèdent cédait cédé
nettoyer nettoie nettoyons nettoiera nettoyé nettoyait
payer paie paye payons paiera payé paient
"""

IRREGULAR = """
être est sont était étaient fut furent sera serait soit été étant
avoir a ont avait avaient eut aura aurait ait eu ayant
aller va vont allait alla ira irait aille allé
faire fait font faisait fit fera ferait fasse faisant faites
dire dit disent disait dira dise disant dites
voir voit voient voyait vit verra voie vu voyant
savoir sait savent savait sut saura sache su
pouvoir peut peuvent pouvait put pourra puisse pu
vouloir veut veulent voulait voulut voudra veuille voulu
devoir doit doivent devait dut devra doive dû
venir vient viennent venait vint viendra vienne venu
tenir tient tiennent tenait tint tiendra tienne tenu
prendre prend prennent prenait prit prendra prenne pris
comprendre comprend comprennent comprenait comprit comprendra compris
mettre met mettent mettait mit mettra mette mis
permettre permet permettent permettait permit permettra permis
rendre rend rendent rendait rendit rendra rendu
craindre craint craignent craignait craignit craindra
peindre peint peignit peindra
joindre joignent joignait joindra
connaître connaît connaissent connaissait connut connaîtra connu
produire produit produisent produisait produisit produira
écrire écrit écrivent écrivait écrivit écrira
lire lit lisent lisait lira lu
vivre vivent vivait vécut vivra vécu
suivre suit suivent suivait suivit suivra suivi
recevoir reçoit reçoivent recevait reçut recevra reçu
ouvrir ouvre ouvrent ouvrait ouvrit ouvrira ouvert
partir part partent partait partit partira parti
courir court courent courait courut courra couru
croire croit croient croyait crut croira cru
boire boit boivent buvait boira bu
mourir meurt meurent mourait mourut mourra mort
naître naît naissent naissait naquit né
battre bat battent battait battit battra battu
vaincre vainc vainquent vainquait vaincu
perdre perd perdent perdait perdit perdra perdu
"""


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.splitlines() if line]


@each_row("forms", rows(NUMBER + GENDER + REGULAR + IRREGULAR))
def test_forms_of_one_word(forms: list[str]) -> None:
    word, *others = forms
    for other in others:
        assert same_word(word, other), other
        assert same_word(other, word), other


@each_row("forms", rows(NUMBER + GENDER))
def test_number_and_gender_follow_from_the_spelling(forms: list[str]) -> None:
    """No dictionary is asked."""
    word, *others = forms
    for other in others:
        assert not number_and_gender(fold(word)).isdisjoint(number_and_gender(fold(other))), other


FEMININES = (
    "heureuse heureux|danseuse danseur|supérieure supérieur|naturelle naturel|italienne italien|première premier|"
    "complète complet|gueuse gueux|mineure mineur|cruelle cruel|légère léger|juive juif|vivante vivant|récente récent|danoise danois|barbue barbu|têtue têtu|jolie joli|polie poli|active actif|naïve naïf|bavarde bavard|née né|connue connu|finie fini|locale local|présente présent|"
    "humaine humain|française français|chinoise chinois|jalouse jaloux|actrice acteur"
)
NO_FEMININES = (
    "mère mer|frère frer|rive rif|garde gard|rue ru|vie vi|sale sal|tante tant|plante plant|pente pent|laine lain|"
    "chaise chais|documente document|langue langu|banque banqu|boue bou|lieue lieu|joie joi|pluie plui|leure leur|"
    "bas ba|cas ca|gaz ga|os o|noblesse nobles"
)


@each_row("pair", FEMININES.split("|"))
def test_endings_of_feminines(pair: str) -> None:
    one, other = map(number_and_gender, pair.split())
    assert not one.isdisjoint(other)


@each_row("pair", NO_FEMININES.split("|"))
def test_endings_which_only_look_feminine_or_plural(pair: str) -> None:
    one, other = map(number_and_gender, pair.split())
    assert one.isdisjoint(other)


@each_row("forms", rows(REGULAR + IRREGULAR))
def test_most_forms_of_verbs_are_told_without_a_dictionary(forms: list[str]) -> None:
    """The others are left to it: none is said to be of no verb, or of another."""
    infinitive, *others = forms
    told = {
        form: (_shared_verb(infinitive, form), _shared_verb(form, infinitive)) for form in others
    }
    assert all(set(verbs) <= {infinitive, None} for verbs in told.values())
    assert sum(None not in verbs for verbs in told.values()) >= len(told) // 2


@each_row(
    ("word", "other", "may_be"),
    [
        ("percheronne", "percheron", True),
        ("percheronnes", "percherons", True),
        ("porte", "port", True),
        ("portes", "port", True),
        ("nette", "net", True),
        ("port", "porte", False),
        ("portal", "port", False),
        ("porter", "port", False),
        ("oblongue", "oblong", True),
        ("porteuse", "port", False),
        ("", "", False),
    ],
)
def test_what_may_be_a_feminine(word: str, other: str, may_be: bool) -> None:
    assert _may_be_feminine(word, other) is may_be


@each_row(
    ("one", "other"),
    [
        ("", "lac"),
        ("lac", ""),
        ("chat", "chien"),
        ("table", "tablier"),
        ("port", "pont"),
        ("œuf", "oeuf"),
        ("été", "eté"),
    ],
)
def test_no_verb_is_shared(one: str, other: str) -> None:
    assert _shared_verb(one, other) == ""


@each_row(
    ("one", "other"),
    [
        ("percheron", "percheronne"),
        ("porte", "port"),
        ("notes", "notez"),
    ],
)
def test_what_only_a_dictionary_can_tell(one: str, other: str) -> None:
    assert _shared_verb(one, other) is None
    assert _shared_verb(other, one) is None


@each_row(
    ("stem", "infinitive"),
    [
        ("parl", "parl"), ("appell", "appel"), ("jett", "jet"), ("achèt", "achet"), ("cèd", "céd"), ("plaç", "plac"),
        ("mange", "mang"), ("nettoi", "nettoy"), ("mèn", "men"),
    ],
)  # fmt: skip
def test_stems_that_an_infinitive_may_have(stem: str, infinitive: str) -> None:
    assert {stem, infinitive} <= set(_alternations(stem))


def test_a_stem_far_from_its_accent_keeps_it() -> None:
    assert _alternations("règlement") == ["règlement"]
    assert _alternations("bell") == ["bell", "bel"]


@each_row("verb", ["parler", "manger", "placer", "finir", "recevoir", "prendre", "être"])
def test_infinitives(verb: str) -> None:
    assert is_infinitive(verb)


@each_row("word", ["rocher", "boulanger", "trottoir", "plaisir", "lac", "parle", ""])
def test_nouns_that_end_as_verbs_are_no_infinitives(word: str) -> None:
    assert not is_infinitive(word)


# -- spelling


@each_row("apostrophe", "'’‘ʼʹ′＇`´")
def test_apostrophes(apostrophe: str) -> None:
    assert fold(f"l{apostrophe}eau") == "eau"
    assert fold(f"entr{apostrophe}acte") == "entr'acte"


@each_row("hyphen", "-‐‑‒–−﹣－")
def test_hyphens(hyphen: str) -> None:
    assert fold(f"porte{hyphen}clé") == "porte-clé"
    assert fold(f"dit{hyphen}il") == "dit"


@each_row("dot", "·•∙‧⋅・")
def test_dots(dot: str) -> None:
    assert fold(f"étudiant{dot}e{dot}s") == "étudiants"


@each_row("mark", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
def test_what_nobody_sees(mark: str) -> None:
    assert fold(f"cha{mark}t") == "chat"


ELISIONS = "l’eau D'eau j’eau m’eau t’eau s’eau n’eau c’eau qu’eau jusqu’eau lorsqu’eau puisqu’eau quoiqu’eau QU’EAU"
WITH_PRONOUNS = (
    "dit-il dit-ils dit-elle dit-elles dit-on dit-je dit-tu dit-nous dit-vous dit-moi dit-toi dit-la dit-le dit-las "
    "dit-les dit-leur dit-lui dit-y dit-en dit-ce dit-ci dit-là dit-t-il dit-t-on DIT-IL"
)
WHOLE = (
    "aujourd'hui presqu'île entr'acte rendez-vous chez-moi garde-à-vous chez-nous pis-aller là-bas porte-clés "
    "peut-être et/ou a.b exemple.fr beau/belle"
)


@each_row("word", ELISIONS.split())
def test_an_elided_word_is_left_out(word: str) -> None:
    assert fold(word) == "eau"


@each_row("word", WITH_PRONOUNS.split())
def test_a_pronoun_behind_a_verb_is_left_out(word: str) -> None:
    assert fold(word) == "dit"


@each_row("word", WHOLE.split())
def test_words_that_stay_whole(word: str) -> None:
    assert fold(word) == word


INCLUSIVE = """
étudiant étudiant·e étudiant(e) étudiant/e étudiant-e étudiant.e
étudiants étudiant·es étudiant·e·s étudiant(e)s étudiant(es) étudiant.e.s étudiant-e-s étudiant/es
acteurs acteur·rice·s acteur(rice)s acteur/trices acteur.rices
heureux heureux·se heureux·se·s
citoyens citoyen-ne-s citoyen·nes citoyen.ne.s
professionnels professionnel.le.s professionnel·les
actif actif·ve actif/ve
maître maître·esse
premiers premier.ère.s premier·ères
danseur danseur-euse danseur/euse
chargés chargé(e)(s)
textes texte(s)
tous tous·toutes
"""


@pytest.mark.parametrize("forms", rows(INCLUSIVE), ids=lambda forms: forms[0])
def test_inclusive_forms_stand_for_the_plain_one(forms: list[str]) -> None:
    plain, *others = forms
    assert {fold(other) for other in others} == {plain}


@each_row(
    ("word", "letters"),
    [("École", "ec"), ("e\u0301cole", "ec"), ("œuvre", "oe"), ("ça", "ca"), ("x", "x"), ("", "")],
)
def test_how_a_word_begins(word: str, letters: str) -> None:
    assert opening(word) == letters


def test_how_the_forms_of_a_word_begin() -> None:
    """Two letters, or one where a verb changes the second or it is no letter."""
    assert openings("lac") == openings("lacs") == {"la"}
    assert openings("oeil") == {"oe", "ye"}  # « yeux »
    assert openings("venir") == {"v"}  # « vint »
    assert "e" in openings("e-mail")


@each_row(
    ("word", "found"),
    [("Ames", "âme"), ("Ca", "ça"), ("Ecoles", "école"), ("Etre", "être"), ("Oter", "ôter"), ("Etats", "état"),
     ("Zoe", "zoe"), ("ecoles", "ecole"), ("porte-frobuzards", "porte-frobuzards")],
)  # fmt: skip
def test_a_capital_gets_its_accent_back(word: str, found: str) -> None:
    assert lemma(word) == found


DIFFERENT = """
mois moi
bras bra
port porte
médecin médecine
marche marché
coopérer coopération
fil file
mode modèle
compte comté
ville vile
chat château
banc banque
bal balle
sol sole
vol volet
main maintien
dent dense
verre vert
nation national
cheval chevalier
roman romain
patron patronat
mer mère
foi foie
poids pois
temps tant
champ champion
"""


@each_row(("one", "other"), rows(DIFFERENT))
def test_words_which_only_look_like_forms(one: str, other: str) -> None:
    assert not same_word(one, other)
    assert not same_word(other, one)
