"""Keyphrase candidates: what an article of one's own is found to be about."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from growth import grows_linearly, repeated
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit.analysis.keyphrases import Candidate, candidates

_ARTICLE = [
    ("title", "Pompe à chaleur : prix, aides et installation"),
    ("heading", "Pompe à chaleur : prix, aides et installation"),
    (
        "text",
        (
            "La pompe à chaleur prend la chaleur de l’air et la rend à la maison. Les pompes à chaleur "
            "consomment peu d’électricité, et leur prix baisse depuis trois ans."
        ),
    ),
    ("heading", "Quel est le prix d’une pompe à chaleur ?"),
    (
        "text",
        (
            "Il faut compter 12 000 € en janvier. L’installation d’une pompe à chaleur demande deux "
            "jours. Une prime de l’État paie une partie du prix."
        ),
    ),
    ("heading", "L’installation"),
    (
        "text",
        (
            "L’installateur pose l’unité extérieure, puis les radiateurs. Il vérifie que la maison est "
            "isolée, car sans isolation la pompe à chaleur tourne sans cesse."
        ),
    ),
]


def test_the_subject_comes_first() -> None:
    found = candidates(_ARTICLE)
    assert found[0].phrase.lower() in {"pompe à chaleur", "pompes à chaleur"}
    words = {candidate.phrase.lower() for candidate in found}
    assert {"installation", "prix"} & words


def test_ten_with_scores_best_first() -> None:
    found = candidates(_ARTICLE)
    assert len(found) == 10
    scores = [candidate.score for candidate in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert scores[0] > scores[-1]
    assert candidates(_ARTICLE, 3) == found[:3]
    assert candidates(_ARTICLE, 0) == []


def test_forms_of_a_phrase_are_one_candidate() -> None:
    found = [candidate.phrase.lower() for candidate in candidates(_ARTICLE, 50)]
    assert len([phrase for phrase in found if re.fullmatch(r"pompes? à chaleur", phrase)]) == 1


def test_function_words_verbs_times_and_figures_are_no_subjects() -> None:
    found = candidates(_ARTICLE, 15)
    for candidate in found:
        words = candidate.phrase.lower().replace("’", " ").split()
        assert words[0] not in {"la", "de", "à", "il", "les", "d", "l"}
        assert words[-1] not in {"de", "à", "d", "la", "pour"}
        assert "janvier" not in words
        assert "consomment" not in words
        assert not any(map(str.isdigit, words))


def test_a_part_met_in_one_longer_phrase_only_is_left_out() -> None:
    parts = [("text", f"Le crédit d’impôt {verb} vite.") for verb in ("baisse", "monte", "bouge")]
    assert {found.phrase for found in candidates(parts)} >= {"crédit d’impôt"}
    assert not {"crédit", "impôt"} & {found.phrase for found in candidates(parts)}
    parts.append(("text", "Cet impôt est lourd."))
    assert "impôt" in {found.phrase for found in candidates(parts)}


def _phrases(*texts: str) -> set[str]:
    return {found.phrase for found in candidates([("text", text) for text in texts], 100)}


def test_a_phrase_does_not_run_across_punctuation_or_parts() -> None:
    assert _phrases("Un chat noir, souris blanche", "vélo") == {
        "chat",
        "chat noir",
        "souris",
        "vélo",
    }


def test_an_adjective_that_always_follows_is_no_candidate() -> None:
    assert "haute" not in _phrases("La ville haute. La ville haute.")
    assert "haute" in _phrases("La ville haute. La plus haute tour.")


def test_links_are_few() -> None:
    found = _phrases("Le maire de la ville de Paris de France.")
    assert "maire de la ville de Paris" in found
    assert "maire de la ville de Paris de France" not in found


def test_title_headings_and_an_early_place_count() -> None:
    text = (
        "text",
        "Ce jardin a un verger. " + "Tout le monde y vient. " * 20 + "Voici un potager.",
    )

    def score(parts: list[tuple[str, str]], phrase: str) -> float:
        return {found.phrase: found.score for found in candidates(parts, 50)}[phrase]

    plain = score([text], "potager")
    assert score([("title", "Le potager"), text], "potager") > plain
    under, in_heading = (
        score([text, (kind, "Le potager")], "potager") for kind in ("text", "heading")
    )
    assert in_heading > under > plain
    assert score([text], "verger") > plain


def test_an_h1_equal_to_the_title_changes_nothing() -> None:
    title, heading, *rest = _ARTICLE
    assert candidates([title, heading, *rest]) == candidates([title, *rest])


@each_row("parts", [[], [("title", "")], [("text", "…")], [("text", "de la à 12")]])
def test_nothing_to_find(parts: list[tuple[str, str]]) -> None:
    assert candidates(parts) == []


@pytest.mark.process
def test_no_dictionary_is_loaded() -> None:
    code = (
        "import sys; from seo_audit.analysis.keyphrases import candidates;"
        "assert candidates([('text', 'Les chevaux mangent de l’herbe.')]);"
        "assert not {'simplemma', 'bs4', 'yaml'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(["title", "heading", "text"]), st.text(max_size=80)), max_size=6
    )
)
def test_any_text_gives_candidates_that_stand_in_it(parts: list[tuple[str, str]]) -> None:
    whole = "\n".join(text for _, text in parts)
    for candidate in candidates(parts):
        assert isinstance(candidate, Candidate)
        assert candidate.phrase in whole
        assert 0 <= candidate.score <= 1


@each_row("unit", ["pompe ", "pompe à ", "a-", ".", "l’", "chat, chien "])
def test_time_is_linear_on_hostile_text(unit: str) -> None:
    assert grows_linearly(repeated(unit, lambda text: candidates([("text", text)])), 10_000)


@pytest.mark.process
def test_benchmark_runs(tmp_path: Path) -> None:
    documents = tmp_path / "own.jsonl"
    documents.write_text(
        json.dumps(
            {
                "title": _ARTICLE[0][1],
                "text": "\n".join(text for _, text in _ARTICLE[1:]),
                "keyphrases": ["pompes à chaleur", "prix"],
            }
        )
        + "\n",
        encoding="utf-8",
    )
    script = Path(__file__).parents[2] / "benchmarks" / "keyphrases.py"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(script), str(documents)],
        capture_output=True,
        text=True,
        check=True,
    )
    ours = re.search(r"seo-audit\s+F1@5\s+([\d.]+)\s+F1@10\s+([\d.]+)", done.stdout)
    assert ours
    assert float(ours[1]) > 25


@each_row(
    "title",
    [
        "Qu’est-ce que le paillage vivant ?",
        "Comment fonctionne le paillage vivant ?",
        "À quoi sert le paillage vivant ?",
        "Que signifie le paillage vivant ?",
        "Comprendre le paillage vivant",
        "Le paillage vivant en 2024",
    ],
)
def test_what_a_title_asks_comes_first(title: str) -> None:
    text = (
        "Le paillage vivant couvre le sol de plantes basses. Chaque plante garde la terre fraîche, et les vers y "
        "travaillent. Un jardinier sème au printemps, puis il laisse le trèfle faire."
    )
    parts = [
        ("title", title),
        ("text", text),
        ("text", "Le paillage vivant plaît."),
    ]
    found = [one.phrase.lower() for one in candidates(parts)]
    assert found[0] == "paillage vivant"
    assert {"fonctionne", "sert", "signifie", "comprendre"}.isdisjoint(found)
