"""Irregular verbs, from their principal parts (seo_audit/french/verbs.txt)."""

from pathlib import Path

import pytest
from tables import each_row

from seo_audit.french import verbs
from seo_audit.french.verbs import irregular

LIST = Path(verbs.__file__).with_name("verbs.txt")


@each_row(
    ("infinitive", "forms"),
    [
        (
            "venir",
            "viens vient venons viennent venait viendra vins vînt vinrent venu venues vienne",
        ),
        ("intervenir", "intervient interviendrait intervenu"),
        ("conquérir", "conquiers conquérons conquièrent conquerra conquit conquise"),
        ("couvrir", "couvre couvres couvrait couvert"),
        ("dormir", "dors dort dormait"),
        ("recevoir", "reçois reçoivent recevait reçut reçue"),
        ("devoir", "doit doivent dû due dus dues devrait"),
        ("savoir", "sais sache sachant saura su"),
        ("prendre", "prenons prennent prît prises"),
        ("sous-entendre", "sous-entend sous-entendu"),
        ("peindre", "peins peignait peint peintes"),
        ("résoudre", "résolvent résolu"),
        ("prescrire", "prescrit prescrivait"),
        ("produire", "produisent produit produits"),
        ("satisfaire", "satisfont satisfasse satisfaite"),
        ("paraître", "paraît parait paraissait parut paru"),
        ("naître", "naît naquit née"),
        ("disparaître", "disparut disparût disparûmes"),
        ("vivre", "vit vécu vécûmes"),
        ("exclure", "exclut exclu exclue"),
        ("envoyer", "enverra envoie"),
    ],
)
def test_forms_know_their_verb(infinitive: str, forms: str) -> None:
    assert [form for form in forms.split() if infinitive not in irregular(form)] == []
    assert infinitive in irregular(infinitive)


VENIR = """
venir viens vient venons venez viennent venais venait venions veniez venaient viendrai viendras viendra viendrons viendrez
viendront viendrais viendrait viendrions viendriez viendraient vins vint vînmes vîntes vinrent vienne viennes vinsse
vinsses vînt vinssent venant venu venue venus venues
"""
CROIRE = """
croire crois croit croyons croyez croient croyais croyait croyions croyiez croyaient croirai croiras croira croirons
croirez croiront croirais croirait croirions croiriez croiraient crus crut crûmes crûtes crurent croie croies crusse
crusses crût crussent croyant cru crue crues
"""
PARAITRE = """
paraître parais paraît parait paraissons paraissez paraissent paraissais paraissait paraissions paraissiez paraissaient
paraîtrai paraîtras paraîtra paraîtrons paraîtrez paraîtront paraîtrais paraîtrait paraîtrions paraîtriez paraîtraient
paraitrai paraitras paraitra paraitrons paraitrez paraitront paraitrais paraitrait paraitrions paraitriez paraitraient
parus parut parûmes parûtes parurent paraisse paraisses parusse parusses parût parussent paraissant paru parue parues
"""
OUVRIR = """
ouvrir ouvre ouvres ouvrons ouvrez ouvrent ouvrais ouvrait ouvrions ouvriez ouvraient ouvrirai ouvriras ouvrira ouvrirons
ouvrirez ouvriront ouvrirais ouvrirait ouvririons ouvririez ouvriraient ouvris ouvrit ouvrîmes ouvrîtes ouvrirent
ouvrisse ouvrisses ouvrît ouvrissent ouvrant ouvert ouverte ouverts ouvertes
"""
METTRE = """
mettre mets met mettons mettez mettent mettais mettait mettions mettiez mettaient mettrai mettras mettra mettrons mettrez
mettront mettrais mettrait mettrions mettriez mettraient mis mit mîmes mîtes mirent mette mettes misse misses mît missent
mettant mise mises
"""


@pytest.mark.parametrize(
    "table", [VENIR, CROIRE, PARAITRE, OUVRIR, METTRE], ids=lambda table: table.split()[0]
)
def test_all_forms_of_a_verb(table: str) -> None:
    infinitive, *forms = table.split()
    assert [form for form in forms if infinitive not in irregular(form)] == []
    made = {form for form, found in verbs._forms(infinitive[0]).items() if infinitive in found}
    # nothing but these, and forms that nobody meets
    assert {form for form in made if form not in forms} <= {infinitive, f"{infinitive[:-2]}es"}


def test_lists_hold_words_and_no_remarks() -> None:
    for section in ("er sure", "er vague", "er likely", "ir sure", "no verbs", "nouns", "never"):
        found = verbs.words(section)
        assert found
        assert all(word.replace("-", "").isalpha() for word in found), section
    assert "oeuvrer" not in verbs.words("er sure")


@each_row("word", ["", "chat", "plus", "lui", "tu", "scrire", "duire", "portes", "pues", "rite"])
def test_other_words_have_none(word: str) -> None:
    assert irregular(word) == frozenset()


def test_a_form_may_belong_to_two_verbs() -> None:
    assert irregular("vis") == {"voir", "vivre"}


def test_every_model_is_whole() -> None:
    models = LIST.read_text("utf-8").partition("[never]")[0].splitlines()
    lines = [
        line.split(" + ")[0].split(" | ")[0].split() for line in models if line and line[0] != "#"
    ]
    assert [line for line in lines if len(line) != 8] == []


def test_no_form_is_made_with_a_gap() -> None:
    for initial in "abcdefghijlmnopqrstuvyéô":
        assert all(form.replace("-", "").isalpha() for form in verbs._forms(initial))
