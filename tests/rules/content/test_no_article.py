from conftest import CheckRule
from tables import each_row

from seo_audit.api import audit
from seo_audit.config.config import Config
from seo_audit.report import Status

_HEAD = (
    '<!doctype html><html lang="fr"><head><title>Le village</title></head><body>{}</body></html>'
)
_EMPTY = (
    "",
    '<div id="root"></div>',
    "<h1>Connexion</h1><form><input name=a><button>Entrer</button></form>",
    "<main><h1>Articles</h1><ul>"
    + "".join(f'<li><a href="/{n}">La fontaine coule de nouveau, {n}</a></li>' for n in range(30))
    + "</ul></main>",
    "<figure><img src=a.png alt='La place'><figcaption>La place du village, au printemps</figcaption></figure>",
)


@each_row("body", _EMPTY)
def test_a_page_without_text_is_told(check_rule: CheckRule, body: str) -> None:
    assert len(check_rule("no-article", _HEAD.format(body))) == 1


@each_row(
    "body",
    [
        "<p>Elle coule de nouveau.</p>",
        "<table><tr><th>Jour</th><td>lundi, dès le matin</td></tr></table>",
        "<pre>print('bonjour, tout le monde')</pre>",
        '<p><a href="/a">La fontaine</a>, dit-on, coule à nouveau.</p>',
    ],
)
def test_any_text_will_do(check_rule: CheckRule, body: str) -> None:
    assert not check_rule("no-article", _HEAD.format(body))


@each_row("body", _EMPTY)
def test_nothing_else_is_said_of_such_a_page(body: str) -> None:
    report = audit(_HEAD.format(body), Config(), format="html")
    told = [one.rule for one in report.verdicts if one.status is Status.FAILED]
    assert told == ["no-article"]


def test_what_keeps_it_out_of_search_is_said() -> None:
    page = _HEAD.format("").replace("<title>", '<meta name="robots" content="noindex"><title>')
    report = audit(page, Config(), format="html")
    told = [one.rule for one in report.verdicts if one.status is Status.FAILED]
    assert sorted(told) == ["indexable", "no-article"]
