from conftest import CheckRule
from tables import each_row

from seo_audit.rule import Severity
from seo_audit.rule_support.pixel_width import width


def page(text: str) -> str:
    return f'<head><meta name="description" content="{text}"></head><p>Mot.</p>'


def test_a_phone_only_informs(check_rule: CheckRule) -> None:
    text = "Le lac est gelé. " * 7
    assert 680 < width(text.strip(), 14) < 920
    [finding] = check_rule("meta-description-width", page(f"⟦{text.strip()}⟧"))
    assert finding.severity is Severity.INFO


def test_a_desktop_warns_once(check_rule: CheckRule) -> None:
    text = "Le lac est gelé. " * 10
    assert width(text.strip(), 14) > 920
    [finding] = check_rule("meta-description-width", page(f"⟦{text.strip()}⟧"))
    assert finding.severity is Severity.WARNING


def test_what_is_exactly_as_wide_as_the_limit_fits(check_rule: CheckRule) -> None:
    """At 14 pixels an « M » is 0.833 em wide: 11.66 pixels."""
    phone, desktop = 58, 78
    assert width("M" * phone, 14) < 680 < width("M" * (phone + 1), 14)
    assert width("M" * desktop, 14) < 920 < width("M" * (desktop + 1), 14)
    assert not check_rule("meta-description-width", page("M" * phone))
    for count, severity in (
        (phone + 1, Severity.INFO),
        (desktop, Severity.INFO),
        (desktop + 1, Severity.WARNING),
    ):
        [finding] = check_rule("meta-description-width", page(f"⟦{'M' * count}⟧"))
        assert finding.severity is severity


@each_row(
    ("text", "over", "severity"),
    [
        ("i" * 217 + "r", 679, None),
        ("i" * 215 + "ttt", 680, Severity.INFO),
        ("i" * 294 + "r", 919, Severity.INFO),
        ("i" * 296, 920, Severity.WARNING),
    ],
)
def test_limits_to_the_pixel(
    check_rule: CheckRule, text: str, over: int, severity: Severity | None
) -> None:
    assert over < width(text, 14) < over + 1
    marked = f"⟦{text}⟧" if severity else text
    found = check_rule("meta-description-width", page(marked))
    assert [one.severity for one in found] == ([severity] if severity else [])


def test_the_width_told_is_more_than_the_limit(check_rule: CheckRule) -> None:
    just, much = "i" * 215 + "ttt", "Le lac est gelé. " * 7
    [finding] = check_rule("meta-description-width", page(f"⟦{just}⟧"))
    assert finding.message("en").startswith("Description of 681 pixels")
    [finding] = check_rule("meta-description-width", page(f"⟦{much.strip()}⟧"))
    assert f"{round(width(much.strip(), 14))} pixels" in finding.message("en")


def test_no_sign_stands_open_where_it_is_cut(check_rule: CheckRule) -> None:
    text = "M" * 56 + " « Le lac gelé », dit la mairie du bourg."
    [finding] = check_rule("meta-description-width", page(f"⟦{text}⟧"))
    assert finding.message("fr").replace("\u00a0", " ").endswith("M ».")


def test_as_wide_as_the_limit_is_not_wider(check_rule: CheckRule) -> None:
    text = "—" * 10
    assert width(text, 14) == 140
    assert not check_rule("meta-description-width", page(text), maximum=140, mobile=140)
    assert check_rule("meta-description-width", page(f"⟦{text}⟧"), maximum=140, mobile=139)


def test_limits_are_the_ones_configured(check_rule: CheckRule) -> None:
    text = "Le lac est gelé."
    wide = round(width(text, 14))
    assert not check_rule("meta-description-width", page(text), maximum=wide + 1, mobile=wide + 1)
    [finding] = check_rule("meta-description-width", page(f"⟦{text}⟧"), maximum=wide - 1)
    assert finding.values["maximum"] == wide - 1
    assert (finding.values["width"], finding.values["characters"]) == (wide, len(text))
    [finding] = check_rule("meta-description-width", page(f"⟦{text}⟧"), mobile=wide - 1)
    assert finding.values["maximum"] == wide - 1
    # over both it is the desktop's
    [finding] = check_rule(
        "meta-description-width", page(f"⟦{text}⟧"), maximum=wide - 2, mobile=wide - 9
    )
    assert finding.values["maximum"] == wide - 2


def test_the_last_words_that_show_are_said(check_rule: CheckRule) -> None:
    text = "Le lac est gelé. " * 10
    [finding] = check_rule("meta-description-width", page(f"⟦{text.strip()}⟧"))
    shown = str(finding.values["shown"]).removeprefix("…")
    assert shown in text
    assert 20 <= len(shown) <= 40
    assert not shown.endswith((" ", "…"))


def test_spaces_are_shown_once(check_rule: CheckRule) -> None:
    assert not check_rule("meta-description-width", page("Le lac" + " " * 500 + "est gelé."))


def test_none_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("meta-description-width", page(""), applies=False)
    check_rule("meta-description-width", page(" "), applies=False)
    check_rule("meta-description-width", "<p>Mot.</p>", applies=False)


def test_a_page_that_search_engines_do_not_list_shows_none(check_rule: CheckRule) -> None:
    text = ("Le lac est gelé. " * 10).strip()
    robots = '<meta name="robots" content="noindex">'
    check_rule("meta-description-width", page(f"⟦{text}⟧"))
    hidden = page(text).replace("<head>", f"<head>{robots}")
    check_rule("meta-description-width", hidden, applies=False)
