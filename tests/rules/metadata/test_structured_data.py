import pytest
from conftest import CheckRule
from tables import each_row

from seo_audit.rule import Severity

GOOD = (
    '"headline": "A", "image": "b", "datePublished": "2026-05-04", "dateModified": "2026-05-04", '
    '"author": {"name": "M", "url": "u"}'
)


def page(script: str) -> str:
    return f'<head><script type="application/ld+json">{script}</script></head><p>Mot.</p>'


@each_row(
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


@each_row("name", ["headline", "image", "datePublished", "dateModified", "author"])
def test_each_recommended_property_is_asked_for(check_rule: CheckRule, name: str) -> None:
    script = f'{{"@type": "Article", {GOOD.replace(chr(34) + name, chr(34) + "x")}}}'
    [finding] = check_rule("structured-data", page(f"⟦{script}⟧"))
    assert finding.values["missing"] == name
    assert finding.values["type"] == "Article"


@each_row(
    ("author", "missing"),
    [
        ('{"name": "M", "url": "u"}', ""),
        ('{"name": "M", "@id": "u"}', ""),
        ('{"name": "M", "sameAs": ["u"]}', ""),
        ('[{"name": "M", "url": "u"}, {"name": "N"}]', ""),
        ('{"name": "M"}', "author.url"),
        ('{"name": "M", "url": ""}', "author.url"),
        ('[{"name": "M"}, {"name": "N", "url": "u"}]', "author.url"),
        ('["M"]', "author.url"),
        ('"M"', "author.url"),
        ("[]", "author"),
        ('""', "author"),
    ],
)
def test_an_author_has_a_page(check_rule: CheckRule, author: str, missing: str) -> None:
    start = GOOD[: GOOD.index('{"name"')]
    script = f'{{"@type": "Article", {start}{author}}}'
    found = check_rule("structured-data", page(f"⟦{script}⟧" if missing else script))
    assert [one.values["missing"] for one in found] == ([missing] if missing else [])


@pytest.mark.parametrize("kind", ["FAQPage", "HowTo"])
def test_markup_whose_results_ended(check_rule: CheckRule, kind: str) -> None:
    [finding] = check_rule("structured-data", page(f'⟦{{"@type": ["WebPage", "{kind}"]}}⟧'))
    assert finding.severity is Severity.INFO
    assert finding.values["type"] == ", ".join(sorted(("WebPage", kind)))


def test_an_article_may_lack_something_and_be_useless_at_once(check_rule: CheckRule) -> None:
    found = check_rule("structured-data", page('⟦⟦{"@type": ["TechArticle", "HowTo"]}⟧⟧'))
    assert "missing" in found[0].values
    assert "missing" not in found[1].values


def test_white_space_around_a_script_is_not_shown(check_rule: CheckRule) -> None:
    check_rule("structured-data", page('\n\n    ⟦{"@type": "HowTo"}⟧ \n'))


@pytest.mark.parametrize("depth", [5000, 100_000])
def test_depth_is_no_trap(check_rule: CheckRule, depth: int) -> None:
    found = check_rule("structured-data", page("⟦[⟧" + "[" * (depth - 1) + "]" * depth))
    assert len(found) == 1


def test_what_any_python_reads_is_read(check_rule: CheckRule) -> None:
    nested = "[" * 490 + "]" * 490
    assert not check_rule(
        "structured-data", page(f'{{"@type": "Thing", "a": {nested}, "b": "{"[" * 600}"}}')
    )


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


@each_row(
    "data",
    [
        '{"@type": "Article", "headline": {{ titre | jsonify }}}',
        '{"@type": "Article"{% if x %}, "name": "x"{% endif %}}',
        '{"@type": "Article", "headline": <?= $titre ?>}',
        '{⟦{⟧"@type": "Article"}}',
        '{"@type": "Article", "headline": ⟦}⟧',
    ],
)
def test_data_that_a_template_fills_in(check_rule: CheckRule, data: str) -> None:
    found = check_rule("structured-data", page(data))
    assert bool(found) == ("⟦" in data)
