import pickle
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import pytest
from msgspec.structs import replace
from tables import each_row

import seo_audit
from seo_audit import plugins
from seo_audit.config.config import Config, today
from seo_audit.config.options import check_options, expected, fill, plain_type
from seo_audit.document import Document, Metadata, Text
from seo_audit.errors import ConfigError
from seo_audit.parsing import FORMATS, Parsing
from seo_audit.parsing import parse as parse_any
from seo_audit.rule import Category, Rule, Severity
from seo_audit.source import Source

OWN = plugins.rules()
OFF = replace(OWN["reading-ease"], id="plain", on_in=frozenset({"langage-clair"}))
"""A rule that is off unless asked for."""
RULES = {**OWN, OFF.id: OFF}


def document(settings: dict[str, Any] | None = None, keywords: tuple[str, ...] = ()) -> Document:
    return Document(
        Source("x"),
        "markdown",
        metadata=Metadata(keywords=tuple(map(Text, keywords))),
        settings=settings or {},
    )


def on(config: Config, **settings: Any) -> set[str]:
    return set(config.settings(document(settings), RULES).enabled)


def test_is_plain_data() -> None:
    assert Config() == Config()
    full = Config(select=("h1",), rules={"word-count": {"minimum": 3}}, root=Path("x"))
    assert pickle.loads(pickle.dumps(full)) == full


def test_all_rules_are_on_but_those_of_a_profile_and_of_a_brief() -> None:
    usual = on(Config())
    assert "word-count" in usual
    assert OFF.id not in usual
    assert not any(RULES[name].category is Category.BRIEF for name in usual)


def test_select_takes_rules_and_categories() -> None:
    assert on(Config(select=("word-count",))) == {"word-count"}
    structure = on(Config(select=("structure", "word-count")))
    assert "word-count" in structure
    assert {RULES[name].category for name in structure - {"word-count"}} == {Category.STRUCTURE}


def test_a_rule_of_a_profile_is_on_when_named_in_its_profile_or_enabled() -> None:
    assert OFF.on_in is not None
    assert OFF.id not in on(Config(select=(OFF.category.value,)))
    assert OFF.id in on(Config(select=(OFF.id,)))
    assert OFF.id in on(Config(extend_select=(OFF.id,)))
    assert OFF.id in on(Config(extend_select=(OFF.category.value,)))
    assert OFF.id in on(Config(rules={OFF.id: {"enabled": True}}))
    for profile in OFF.on_in:
        assert OFF.id in on(Config(profile=profile))
        assert OFF.id in on(Config(), profile=profile)


def test_ignore_takes_away_and_a_rules_own_name_wins_over_its_category() -> None:
    assert "h1" not in on(Config(ignore=("h1",)))
    assert not {"h1", "heading-order"} & on(Config(ignore=("structure",)))
    kept = on(Config(ignore=("structure",), extend_select=("h1",)))
    assert "h1" in kept
    assert "heading-order" not in kept
    assert "h1" not in on(Config(rules={"h1": {"enabled": False}}))
    assert "h1" not in on(Config(ignore=("structure",), extend_select=("structure",)))


def test_article_disables_rules_and_categories() -> None:
    assert "h1" not in on(Config(), disable=["h1"])
    assert not {"h1", "word-count"} & on(Config(), disable="word_count, structure")


@each_row(
    ("config", "settings", "keywords", "keyphrase"),
    [
        (Config(keyphrase="a"), {"keyphrase": "b"}, ("d",), "a"),
        (Config(fallback_keyphrase="c"), {"keyphrase": "b"}, ("d",), "b"),
        (Config(fallback_keyphrase="c"), {}, ("d",), "c"),
        (Config(), {}, ("d", "e"), "d"),
        (Config(), {}, (), None),
        (Config(keyphrase="  "), {"keyphrase": ["b"]}, (" ",), None),
    ],
)
def test_keyphrase_comes_from_the_strongest_that_has_one(
    config: Config, settings: dict[str, Any], keywords: tuple[str, ...], keyphrase: str | None
) -> None:
    assert config.settings(document(settings, keywords), RULES).target.keyphrase == keyphrase


def test_profile_sets_options_and_the_configuration_wins() -> None:
    def minimum(config: Config, **settings: Any) -> object:
        return config.settings(document(settings), RULES).options["word-count"].minimum

    assert minimum(Config()) == 300
    assert minimum(Config(profile="guide")) == 1000
    assert minimum(Config(profile="guide"), profile="news") == 250
    assert minimum(Config(profile="guide"), profile="roman") == 1000
    assert minimum(Config(profile="guide", rules={"word-count": {"minimum": 5}})) == 5


def test_severity_is_configured() -> None:
    config = Config(rules={"word-count": {"severity": "error"}})
    assert config.settings(document(), RULES).severities == {"word-count": Severity.ERROR}


@each_row(
    ("values", "said"),
    [
        ({"minimun": 3}, "unknown key “rules.word-count.minimun”; did you mean “minimum”?"),
        ({"minimum": "many"}, '“rules.word-count.minimum” is "many", it must be a whole number'),
        ({"minimum": True}, "it must be a whole number"),
        ({"minimum": -1}, "it must be at least 0"),
        ({"severity": "grave"}, 'it must be one of "error", "warning", "info"'),
        ({"enabled": "yes"}, "it must be true or false"),
    ],
)
def test_wrong_options_are_named(values: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        check_options(RULES["word-count"], values)
    assert said in str(caught.value)
    assert str(caught.value) != caught.value.say("fr")


def test_hyphens_and_underscores_are_the_same() -> None:
    rule = RULES["sentence-length"]
    name = next(name for name in get_type_hints(rule.options) if "_" in name)
    default = getattr(rule.options(), name)
    assert fill(rule, {name.replace("_", "-"): default}) == fill(rule, {name: default})
    with pytest.raises(ConfigError, match=f"did you mean “{name}”"):
        fill(rule, {f"{name}x": 1})


@each_row("rule", OWN.values())
def test_every_default_is_a_value_one_may_set(rule: Rule) -> None:
    options = rule.options()
    values = {
        name: list(value) if isinstance(value, tuple) else value
        for name in get_type_hints(rule.options)
        if (value := getattr(options, name)) is not None
    }
    assert fill(rule, values) == options


@each_row(
    ("hint", "words"),
    [
        (int, "a whole number"),
        (float | None, "a number"),
        (Annotated[bool, "x"], "true or false"),
        (tuple[str, ...], "a list of texts"),
        (Literal["a", "b"], 'one of "a", "b"'),
        (Severity, 'one of "error", "warning", "info"'),
    ],
)
def test_types_have_words(hint: Any, words: str) -> None:
    assert expected(hint).say("en") == words
    assert plain_type(int | None) is int


def test_the_day_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today() == date(1970, 1, 2)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "hier")
    assert today() == date.today()  # noqa: DTZ011  the user's own day


@each_row(
    ("keywords", "keyphrase"),
    [
        ("lac gelé", "lac gelé"),
        ("lac gelé, hiver", "lac gelé"),
        ("hiver, sports, Jura", None),
        ("lacs gelés, hiver, Jura", "lacs gelés"),
        ("FRANCE", None),
        ("actualités, lac gelé", None),
        ("gelé, hiver, jura, lac", None),
        ("gelé, lac, hiver, jura", "gelé"),
        ("gelé, hiver, lac", "gelé"),
        ("", None),
    ],
)
def test_a_list_of_tags_is_no_keyphrase(keywords: str, keyphrase: str | None) -> None:
    page = f'<title>Le lac gelé</title><meta name="keywords" content="{keywords}"><p>Un mot.</p>'
    report = seo_audit.audit(page, format="html")
    assert report.figures is not None
    assert report.figures.keyphrase == keyphrase


@each_row(
    ("title", "keyphrase"),
    [
        ("Le grand lac du nord a gelé cette nuit", None),
        ("Le grand lac du nord a gelé cette nuit | Le blog", None),
        ("Le lac gelé", "Le lac gelé"),
        ("Le lac gelé - Le blog", "Le lac gelé"),
    ],
)
def test_a_whole_title_among_the_keywords_is_no_keyphrase(
    title: str, keyphrase: str | None
) -> None:
    keywords = title.partition(" | ")[0].partition(" - ")[0]
    page = f'<title>{title}</title><meta name="keywords" content="{keywords}"><p>Un mot.</p>'
    report = seo_audit.audit(page, format="html")
    assert report.figures is not None
    assert report.figures.keyphrase == keyphrase


@each_row(
    ("title", "heading", "keyphrase"),
    [
        ("La fonte des glaces - Les amis du lac", "La fonte des glaces", None),
        ("Les amis du lac | La fonte des  glaces", "La fonte des glaces", None),
        ("La fonte du lac - Les amis du lac", "La fonte du lac", "lac"),
        ("La fonte des glaces du lac - Les amis", "La fonte des glaces", "lac"),
        ("La fonte - Le guide du lac", "Fondre au printemps", "lac"),  # no part is the heading
    ],
)
def test_the_word_of_the_site_in_its_name_is_no_keyphrase(
    title: str, heading: str, keyphrase: str | None
) -> None:
    page = f'<title>{title}</title><meta name="keywords" content="lac"><h1>{heading}</h1><p>Un mot.</p>'
    report = seo_audit.audit(page, format="html")
    assert report.figures is not None
    assert report.figures.keyphrase == keyphrase


@each_row(
    ("head", "text", "name", "keyphrase"),
    [
        ("title: Le lac gelé", "", "a.md", None),
        ("title: Le lac gelé\nslug: haies-et-lacs", "", "a.md", "haie champêtre"),
        ("title: Le lac gelé\ndescription: Une haie au bord.", "", "a.md", "haie champêtre"),
        ("title: Le lac gelé", "# Des bords champêtres", "a.md", "haie champêtre"),
        ("title: Le lac gelé", "", "planter-une-haie.md", "haie champêtre"),
        ("author: Zoé", "", "a.md", "haie champêtre"),  # nothing says what it is about
    ],
)
def test_a_site_writes_its_word_into_all_its_articles(
    head: str, text: str, name: str, keyphrase: str | None
) -> None:
    article = f"---\n{head}\nkeywords: [haie champêtre]\n---\n\n{text}\n\nUn mot.\n"
    said = parse_any(Source(article, name=name), Parsing(), FORMATS["markdown"])
    assert Config().settings(said, RULES).target.keyphrase == keyphrase


@pytest.mark.parametrize(
    ("title", "heading", "keyphrase"),
    [
        ("Les glaces de janvier", "Les glaces au mois de janvier", None),
        ("Les lacs de janvier", "Lacs au mois de janvier", "lacs"),
        ("Accueil", "Bienvenue", "lacs"),  # which part is the site’s, nobody knows
    ],
)
def test_the_name_of_the_site_is_no_keyphrase(
    title: str, heading: str, keyphrase: str | None
) -> None:
    page = f"<title>{title} - Lacs du Jura</title><meta name=keywords content='lacs, jura'><h1>{heading}</h1><p>Un mot.</p>"
    report = seo_audit.audit(page, format="html")
    assert report.figures is not None
    assert report.figures.keyphrase == keyphrase
