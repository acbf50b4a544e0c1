"""Irregular verbs, from their principal parts (seo_audit/french/verbs.txt)."""

from pathlib import Path

import pytest

from seo_audit.french import verbs
from seo_audit.french.verbs import irregular

LIST = Path(verbs.__file__).with_name("verbs.txt")


@pytest.mark.parametrize(
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
        ("vivre", "vit vécu vécûmes"),
        ("exclure", "exclut exclu exclue"),
        ("envoyer", "enverra envoie"),
    ],
)
def test_forms_know_their_verb(infinitive: str, forms: str) -> None:
    assert [form for form in forms.split() if infinitive not in irregular(form)] == []
    assert infinitive in irregular(infinitive)


@pytest.mark.parametrize(
    "word", ["", "chat", "plus", "lui", "tu", "scrire", "duire", "portes", "pues", "rite"]
)
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
