from conftest import CheckRule

from seo_audit import audit


def test_broken_yaml_at_its_line() -> None:
    report = audit("---\ntitle: 'La fontaine\nlang: fr\n---\n\nMot.\n", format="md")
    [verdict] = [one for one in report.verdicts if one.rule == "front-matter"]
    assert verdict.findings
    assert verdict.findings[0].place is not None
    assert verdict.findings[0].place.line in (2, 3, 4)
    assert report.figures is not None
    assert report.figures.words >= 1


def test_required_keys_compare_in_lower_case(check_rule: CheckRule) -> None:
    text = "---\nTitle: La fontaine\n---\n\nMot.\n"
    assert not check_rule("front-matter", text, "markdown", required=("title",))


def test_none_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("front-matter", "Mot.\n", "markdown", applies=False, required=("title",))
