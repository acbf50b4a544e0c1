from conftest import CheckRule

from seo_audit.pixel_width import width
from seo_audit.rule import Severity


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


def test_spaces_are_shown_once(check_rule: CheckRule) -> None:
    assert not check_rule("meta-description-width", page("Le lac" + " " * 500 + "est gelé."))


def test_none_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("meta-description-width", page(""), applies=False)
    check_rule("meta-description-width", "<p>Mot.</p>", applies=False)
