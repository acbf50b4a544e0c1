from conftest import CheckRule
from tables import each_row


@each_row(
    ("text", "found"),
    [
        ("www.exemple.fr/plan", True),
        ("exemple.fr/plan/du/reseau", True),
        ("exemple.fr", False),
        ("le site https://exemple.fr", False),
        ("TCP/IP", False),
        ("http://localhost:8000/plan", False),
        ("http://192.168.1.4/plan", False),
    ],
)
def test_addresses(check_rule: CheckRule, text: str, found: bool) -> None:
    link = f'<a href="/a">{text}</a>'
    page = f"<p>Voir {f'⟦{link}⟧' if found else link} .</p>"
    assert bool(check_rule("link-url-text", page)) is found


def test_no_link_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("link-url-text", "<p>https://exemple.fr</p>", applies=False)


def test_what_is_quoted_is_somebody_else_s(check_rule: CheckRule) -> None:
    link = '<a href="https://exemple.fr/x">https://exemple.fr/x</a>'
    assert not check_rule("link-url-text", f"<blockquote><p>Le lac gèle {link}</p></blockquote>")
    assert check_rule("link-url-text", f"<p>Le lac gèle ⟦{link}⟧</p>")


def test_addresses_of_examples(check_rule: CheckRule) -> None:
    for host in ("four.example.net", "example.org", "pain.example"):
        check_rule("link-url-text", f"Ouvrez <https://{host}/api?pain=1>.\n", "markdown")
    for host in ("example-pain.org", "myexample.com"):
        check_rule("link-url-text", f"Ouvrez ⟦<https://{host}/api?pain=1>⟧.\n", "markdown")


LINK = '<a href="https://exemple.fr/x">https://exemple.fr/x</a>'


@each_row(
    ("before", "link", "behind", "found"),
    [
        ("RIOU, Jeanne, 2019. Les lavoirs. [en ligne]. Disponible à l’adresse : ", LINK, "", False),
        ("RIOU, Jeanne. Les lavoirs. 2019. Consulté le 3 mai 2020, ", LINK, ".", False),
        ("Riou, J. (2019). Les lavoirs du lac. Éditions du Port. ", LINK, "", False),
        ("Riou J., 2019, Les lavoirs, ", LINK.replace("exemple.fr", "doi.org"), "", False),
        ("Riou J., 2019, Les lavoirs. URL : ", LINK, " (consulté le 3 mai 2020)", False),
        ("Le plan est disponible ici : ", LINK, "", True),
        ("Depuis 2019, le plan du réseau se lit sur ", LINK, ".", True),
        ("Le plan de 2019 est disponible. Voir ", LINK, "", True),
        (
            "En 2019, URL : ",
            LINK,
            ", et tout ce que la commune en a dit depuis est à lire à la mairie.",
            True,
        ),
    ],
)
def test_an_entry_of_a_bibliography_ends_with_its_address(
    check_rule: CheckRule, before: str, link: str, behind: str, found: bool
) -> None:
    item = f"<ul><li>{before}{f'⟦{link}⟧' if found else link}{behind}</li></ul>"
    assert bool(check_rule("link-url-text", item)) is found


@each_row(
    ("entry", "found"),
    [
        ("Ville de Riou. (2019, 4 mars). Plan des lavoirs. {link}", False),
        ("LAVOIR. (2013). Histoire des lavoirs. Site de la ville. {link}.", False),
        ("*Les lavoirs de Riou*. (2020, juin). Le Mag du lac. {link}", False),
        ("Notre plan (2019) : {link}", True),
        ("Le lavoir (ouvert en 2013) est sur {link}", True),
        ("Ville de Riou. (2019, 4 mars). {link} et la suite de ce qui a été dit, assez longue pour n’être pas une date.", True),
    ],
)  # fmt: skip
def test_entries_that_begin_with_who_and_when(
    check_rule: CheckRule, entry: str, found: bool
) -> None:
    link = "[https://exemple.fr/x](https://exemple.fr/x)"
    link = f"⟦{link}⟧" if found else link
    check_rule("link-url-text", entry.format(link=link), "markdown")
    check_rule(
        "link-url-text", f"L’eau coule.[^1]\n\n[^1]: {entry.format(link=link)}\n", "markdown"
    )
