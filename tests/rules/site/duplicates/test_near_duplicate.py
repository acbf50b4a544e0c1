"""Pages whose texts are nearly the same."""

import pytest
from site_checking import CheckSite
from site_samples import page


def _words(text: str) -> list[str]:
    return text.split()


WORDS = _words(
    "le verger donne des figues en août des noix en octobre et des coings quand viennent les premiers froids nous y "
    "travaillons toute année du semis à la récolte avec des voisins qui prêtent leurs bras ou leurs paniers ce journal "
    "raconte chaque saison ses travaux ses surprises puis ses recettes pour que rien ne se perde ni les gestes ni les "
    "noms car une greffe bien faite tient cent ans quand on sait choisir sa souche selon la terre"
)
OTHER = _words(
    "la mer monte deux fois par jour sur cette grève où les pêcheurs à pied cherchent coques palourdes et couteaux sans "
    "jamais prendre plus que leur panier ne peut porter ils connaissent chaque rocher chaque mare chaque courant puis "
    "rentrent avant la nuit quand le phare balaie déjà les toits de la vieille ville close derrière ses remparts"
)
RUNS = len(WORDS) - 2
"""Runs of three words in the text; a word changed breaks three of them."""
HOME: dict[str, str | bytes] = {"index.html": page("", title="Accueil")}


def text(words: list[str], title: str = "Une page", head: str = "") -> str:
    return page(f"<p>{' '.join(words)}</p>", title=title, head=head)


def run(words: list[str], start: int) -> list[str]:
    """Words, marked from one on."""
    return [*words[:start], "⟦" + words[start], *words[start + 1 : -1], words[-1] + "⟧"]


def changed(*places: int) -> list[str]:
    return [f"autre{n}" if n in places else word for n, word in enumerate(WORDS)]


def likeness(changes: int) -> float:
    return (RUNS - 3 * changes) / (RUNS + 3 * changes)


def test_the_longest_shared_run_on_both_sides(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "a.html": text(run(WORDS, 11), "A"),
        "b.html": text(run(changed(10), 11), "B"),
    }
    (found,) = check_site("near-duplicate", files)
    assert found.severity.value == "warning"
    assert found.message("fr").replace("\xa0", " ") == (
        f"« /a.html » et « /b.html » ont presque le même texte : {likeness(1) * 100:.0f} % de leurs suites de trois mots sont communes."
    )


@pytest.mark.parametrize(
    ("changes", "severity"),
    [(1, "warning"), (2, "warning"), (3, "info"), (4, "info"), (8, "info"), (10, None)],
)
def test_how_much_is_much(check_site: CheckSite, changes: int, severity: str | None) -> None:
    alike = likeness(changes)
    assert severity == ("warning" if alike >= 0.8 else "info" if alike >= 0.5 else None)
    other = changed(*range(4, 4 + 7 * changes, 7))
    files = {**HOME, "a.html": text(WORDS, "A"), "b.html": text(other, "B")}
    found = check_site("near-duplicate", files, placed=False)
    assert [one.severity.value for one in found] == ([severity] if severity else [])


def test_likeness_is_an_option(check_site: CheckSite) -> None:
    files = {**HOME, "a.html": text(WORDS, "A"), "b.html": text(changed(10, 20, 30), "B")}
    assert check_site("near-duplicate", files, placed=False, likeness=0.75)
    assert not check_site("near-duplicate", files, likeness=0.85)


def test_equal_texts_are_exact_duplicate_s(check_site: CheckSite) -> None:
    files = {**HOME, "a.html": text(WORDS, "A"), "b.html": text([w.upper() for w in WORDS], "B")}
    assert not check_site("near-duplicate", files)


def test_what_is_nearly_all_is_not_said_to_be_all(check_site: CheckSite) -> None:
    long = [f"mot{n}" for n in range(2000)]
    files = {**HOME, "a.html": text(long, "A"), "b.html": text([*long, "fin"], "B")}
    (found,) = check_site("near-duplicate", files, placed=False)
    assert "100" not in found.message("fr")
    assert "99" in found.message("fr")


@pytest.mark.parametrize(("count", "told"), [(50, True), (49, False)])
def test_fifty_words(check_site: CheckSite, count: int, told: bool) -> None:
    words = WORDS[:count]
    files = {**HOME, "a.html": text(words, "A"), "b.html": text([*words[:-1], "autrement"], "B")}
    assert bool(check_site("near-duplicate", files, placed=False)) is told


def test_unrelated_texts_are_not_alike(check_site: CheckSite) -> None:
    files = {**HOME, "a.html": text(WORDS, "A"), "b.html": text(OTHER, "B")}
    assert not check_site("near-duplicate", files)


def test_menus_and_footers_are_no_text(check_site: CheckSite) -> None:
    words = " ".join(f"rubrique{n}" for n in range(200))
    before = f"<body><header><p>{words}</p></header><nav>{words}</nav>"
    behind = f"<aside>{words}</aside><footer><p>{words}</p></footer></body>"

    def framed(own: list[str], title: str) -> str:
        return text(own, title).replace("<body>", before).replace("</body>", behind)

    files = {**HOME, "a.html": framed(WORDS, "A"), "b.html": framed(OTHER, "B")}
    assert not check_site("near-duplicate", files)


def test_headings_of_a_template_are_too_little(check_site: CheckSite) -> None:
    frame = (
        "<h2>À propos de ce verger</h2><p>{}</p><h2>Pour aller plus loin</h2><p>Écrivez-nous.</p>"
    )
    files = {
        **HOME,
        "a.html": page(frame.format(" ".join(WORDS)), title="A"),
        "b.html": page(frame.format(" ".join(OTHER)), title="B"),
    }
    assert not check_site("near-duplicate", files)


def test_translations_are_other_words(check_site: CheckSite) -> None:
    english = _words(
        "the orchard gives figs in august walnuts in october and quinces when the first cold days come we work there all "
        "year from sowing to harvest with neighbours who lend us their arms or their baskets this diary tells of each "
        "season its chores its surprises and then its recipes so that nothing is lost neither gestures nor names"
    )
    files = {
        **HOME,
        "a.html": text(WORDS, "A"),
        "en/a.html": text(english, "A").replace('lang="fr"', 'lang="en"'),
    }
    assert not check_site("near-duplicate", files)


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="robots" content="noindex">',
        '<link rel="canonical" href="a.html">',
        '<meta http-equiv="refresh" content="0; url=a.html">',
    ],
)
def test_what_is_not_to_be_found_competes_with_nobody(check_site: CheckSite, head: str) -> None:
    files = {**HOME, "a.html": text(WORDS, "A"), "b.html": text(changed(10), "B", head)}
    assert not check_site("near-duplicate", files)


def test_lists_repeat_what_they_lead_to(check_site: CheckSite) -> None:
    def listed(first: int) -> str:
        shown = (
            f'<p><a href="a{n}.html">{" ".join(WORDS[n : n + 30])}</a></p>'
            for n in range(first, first + 6)
        )
        return page("".join(shown), title=f"Liste {first}")

    files = {
        **HOME,
        "liste.html": listed(0),
        "autre.html": listed(1),
        "tags/verger/index.html": text(WORDS, "Verger"),
        "tags/figues/index.html": text(changed(10), "Figues"),
        "page/2/index.html": text(changed(20), "Suite"),
    }
    assert not check_site("near-duplicate", files)


def entries(heading: str, *, words: list[str] = WORDS) -> str:
    third = len(words) // 3
    parts = [" ".join(words[n * third : (n + 1) * third]) for n in range(3)]
    return "".join(f"{heading.format(n=n)}<p>{part}</p>" for n, part in enumerate(parts))


@pytest.mark.parametrize(
    ("heading", "is_list"),
    [
        ('<h2><a href="/{n}.html">Le verger en {n}</a></h2>', True),
        ('<h2><a href="https://verger{n}.fr/">Le verger en {n}</a></h2>', False),
        ("<h2>Le verger en {n}</h2>", False),
        ('<h2><a href="#{n}">Le verger en {n}</a></h2>', False),
    ],
)
def test_how_each_of_the_last_posts_begins(
    check_site: CheckSite, heading: str, is_list: bool
) -> None:
    files = {
        **HOME,
        "a.html": page(entries(heading), title="A"),
        "b.html": page(entries(heading) + "<p>Et voilà tout.</p>", title="B"),
        **{f"{n}.html": page("", title=f"En {n}") for n in range(3)},
    }
    assert len(check_site("near-duplicate", files, placed=False)) == (not is_list)


def test_pages_from_one_mould_are_one_finding(check_site: CheckSite) -> None:
    files = {**HOME} | {
        f"{name}.html": text(changed(at), name)
        for name, at in zip("abcdef", range(5, 65, 10), strict=True)
    }
    (found,) = check_site("near-duplicate", files, placed=False)
    assert [spot.path for spot in found.spots] == [f"{name}.html" for name in "abcdef"]
    assert all(spot.line for spot in found.spots)
    said = found.message("fr").replace("\xa0", " ")
    # two texts with a word changed in each at places of their own share what two changes leave
    assert said.startswith("6 pages ont presque le même texte, dont « /a.html » : chacune partage")
    assert f"{likeness(2) * 100:.0f} % ou plus" in said


def test_two_moulds_are_two_findings(check_site: CheckSite) -> None:
    other = [[*OTHER[:at], "ailleurs", *OTHER[at + 1 :]] for at in (10, 20, 30)]
    files = {**HOME, "a.html": text(WORDS, "A"), "b.html": text(changed(10), "B")} | {
        f"mer{n}.html": text(words, f"Mer {n}") for n, words in enumerate(other)
    }
    found = check_site("near-duplicate", files, placed=False)
    assert sorted(tuple(spot.path for spot in one.spots) for one in found) == [
        ("a.html", "b.html"),
        ("mer0.html", "mer1.html", "mer2.html"),
    ]


def test_who_is_like_one_of_two_hangs_together_with_both(check_site: CheckSite) -> None:
    """A and C are not alike, but B is like both: a warning, since one pair is nearly one text."""
    some, more = range(4, 4 + 7, 7), range(4, 4 + 7 * 9, 7)
    files = {
        **HOME,
        "a.html": text(WORDS, "A"),
        "b.html": text(changed(*some), "B"),
        "c.html": text(changed(*more), "C"),
    }
    (found,) = check_site("near-duplicate", files, placed=False)
    assert likeness(9) < 0.5 <= likeness(8)
    assert [spot.path for spot in found.spots] == ["a.html", "b.html", "c.html"]
    assert found.severity.value == "warning"


def test_a_copy_of_one_of_them_belongs_to_them(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "a.html": text(WORDS, "A"),
        "b.html": text(WORDS, "B"),
        "c.html": text(changed(10), "C"),
    }
    (found,) = check_site("near-duplicate", files, placed=False)
    assert len(found.spots) == 3


def test_sources_of_a_site(check_site: CheckSite) -> None:
    files = {
        "a.md": f"# A\n\n{' '.join(run(WORDS, 11))}\n",
        "b.md": f"# B\n\n{' '.join(run(changed(10), 11))}\n",
    }
    assert check_site("near-duplicate", files)


def test_sites_that_have_none(check_site: CheckSite) -> None:
    assert not check_site("near-duplicate", {"index.html": text(WORDS)})
    assert not check_site("near-duplicate", {"index.html": page(""), "a.html": page("")})
