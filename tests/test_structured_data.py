import pytest
from conftest import CheckRule

from seo_audit.rule import Severity

GOOD = (
    '"headline": "A", "image": "b", "datePublished": "2026-05-04", "dateModified": "2026-05-04", '
    '"author": {"name": "M", "url": "u"}'
)


def page(script: str) -> str:
    return f'<head><script type="application/ld+json">{script}</script></head><p>Mot.</p>'


@pytest.mark.parametrize(
    "script",
    [
        f'{{"@type": "Article", {GOOD}}}',
        f'[{{"@type": ["Thing", "BlogPosting"], {GOOD}}}]',
        f'<!-- {{"@type": "https://schema.org/NewsArticle", {GOOD}}} -->',
        f'/*<![CDATA[*/ {{"@type": "Article", {GOOD}}} /*]]>*/',
        '{"@type": "Organization", "name": "Le village"}',
        "",
    ],
)
def test_good_ones(check_rule: CheckRule, script: str) -> None:
    assert not check_rule("structured-data", page(script))


def test_the_place_of_a_syntax_error_is_exact(check_rule: CheckRule) -> None:
    [finding] = check_rule("structured-data", page('\n{"a": 1,\n "b": ⟦x⟧}\n'))
    assert finding.severity is Severity.ERROR
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (3, 7)


def test_what_is_missing_is_named(check_rule: CheckRule) -> None:
    [finding] = check_rule(
        "structured-data", page('⟦{"@graph": [{"@type": "Article", "headline": "A"}]}⟧')
    )
    assert finding.severity is Severity.INFO
    assert finding.values["missing"] == "image, datePublished, dateModified, author"


@pytest.mark.parametrize("depth", [5000, 100_000])
def test_depth_is_no_trap(check_rule: CheckRule, depth: int) -> None:
    found = check_rule("structured-data", page("⟦[⟧" + "[" * (depth - 1) + "]" * depth))
    assert len(found) == 1


def test_several_scripts_are_read_apart(check_rule: CheckRule) -> None:
    text = page('⟦{"@type": "HowTo"}⟧').replace(
        "</head>", '<script type="application/ld+json">{⟦b⟧}</script></head>'
    )
    assert len(check_rule("structured-data", text)) == 2


def test_no_script_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("structured-data", "<head></head><p>Mot.</p>", applies=False)


def test_one_property_and_several(check_rule: CheckRule) -> None:
    some = GOOD.replace(', "author": {"name": "M", "url": "u"}', "")
    [one] = check_rule("structured-data", page(f'⟦{{"@type": "Article", {some}}}⟧'))
    assert one.message("fr") == "Il manque author à l’article décrit (Article)."
    assert one.advice("fr").startswith("Ajoutez cette propriété, que Google")
    [more] = check_rule("structured-data", page('⟦{"@type": "Article", "headline": "A"}⟧'))
    assert more.advice("fr").startswith("Ajoutez ces propriétés, que Google")


def test_an_author_without_a_name(check_rule: CheckRule) -> None:
    empty = GOOD.replace('"name": "M", "url": "u"', '"name": "", "url": ""')
    [one] = check_rule("structured-data", page(f'⟦{{"@type": "Article", {empty}}}⟧'))
    assert one.values["missing"] == "author.name, author.url"
    alike = GOOD.replace('"name": "M", "url": "u"', '"sameAs": "https://a.fr/m"')
    [one] = check_rule("structured-data", page(f'⟦{{"@type": "Article", {alike}}}⟧'))
    assert one.values["missing"] == "author.name"
    told = GOOD.replace('"name": "M", "url": "u"', '"@id": "#m"')
    assert not check_rule("structured-data", page(f'{{"@type": "Article", {told}}}'))
    plain = GOOD.replace('{"name": "M", "url": "u"}', '"M"')
    [one] = check_rule("structured-data", page(f'⟦{{"@type": "Article", {plain}}}⟧'))
    assert one.values["missing"] == "author.url"
