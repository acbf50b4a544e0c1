"""Who may ask the live page's server."""

from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.editor.live_page.guard import Door, policy

DOOR = Door(frozenset({"127.0.0.1:8123", "localhost:8123"}), "jeton")
GOOD = {
    "Host": "127.0.0.1:8123",
    "X-Seo-Audit-Token": "jeton",
    "Content-Type": "application/json",
    "Content-Length": "12",
}


def refusal(method: str = "POST", /, **changed: str | None) -> int | None:
    given = {**GOOD, **{name.replace("_", "-"): value for name, value in changed.items()}}
    headers = [(k.encode(), v.encode()) for k, v in given.items() if v is not None]
    return DOOR.refusal(method, headers)


@each_row(
    ("changed", "status"),
    [
        ({}, None),
        ({"Host": "LOCALHOST:8123"}, None),
        ({"Host": None}, 421),
        ({"Host": "127.0.0.1"}, 421),
        ({"Host": "127.0.0.1:8124"}, 421),
        ({"Host": "127.0.0.1.evil.example:8123"}, 421),
        ({"Host": "evil.example"}, 421),
        ({"Origin": "http://127.0.0.1:8123"}, None),
        ({"Origin": "http://localhost:8123"}, 403),
        ({"Origin": "https://127.0.0.1:8123"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:8123.evil.example"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, None),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"X-Seo-Audit-Token": None}, 403),
        ({"X-Seo-Audit-Token": ""}, 403),
        ({"X-Seo-Audit-Token": "jeto"}, 403),
        ({"X-Seo-Audit-Token": "jetonn"}, 403),
        ({"Content-Type": None}, 415),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/json; charset=utf-8"}, None),
        ({"Content-Type": "application/json; charset=utf-16"}, 415),
        ({"Content-Type": "text/plain; application/json"}, 415),
        ({"Content-Length": "10000000"}, None),
        ({"Content-Length": "10000001"}, 413),
        ({"Content-Length": "9" * 5000}, 413),
        ({"Content-Length": "-1"}, 413),
        # what is wrong first is told: a foreign page learns nothing of the rest
        ({"Host": "evil.example", "X-Seo-Audit-Token": None, "Content-Type": None}, 421),
        ({"Origin": "null", "Content-Length": "10000001"}, 403),
        ({"X-Seo-Audit-Token": None, "Content-Type": None}, 403),
        ({"Content-Type": None, "Content-Length": "10000001"}, 415),
    ],
)
def test_what_a_request_must_show(changed: dict[str, str | None], status: int | None) -> None:
    assert refusal(**changed) == status


def test_the_page_itself_needs_no_token_but_the_right_host() -> None:
    assert refusal("GET", X_Seo_Audit_Token=None, Content_Type=None) is None
    assert refusal("GET", X_Seo_Audit_Token=None, Content_Type=None, Host="evil.example") == 421
    assert (
        refusal("GET", X_Seo_Audit_Token=None, Content_Type=None, Sec_Fetch_Site="cross-site")
        is None
    )


@each_row("name", ["Host", "X-Seo-Audit-Token", "Content-Type"])
def test_a_header_said_twice_is_refused(name: str) -> None:
    headers = [(key.encode(), value.encode()) for key, value in GOOD.items()]
    headers.append((name.lower().encode(), GOOD[name].encode()))
    assert DOOR.refusal("POST", headers) is not None


@given(st.lists(st.tuples(st.binary(max_size=20), st.binary(max_size=20)), max_size=5))
def test_no_header_passes_or_raises(headers: list[tuple[bytes, bytes]]) -> None:
    assert DOOR.refusal("POST", headers) in (421, 403, 415, 413)


@each_row("method", ["PUT", "OPTIONS", "DELETE", "HEAD2"])
def test_other_methods_need_the_token(method: str) -> None:
    assert refusal(method, X_Seo_Audit_Token=None) == 403


def test_nothing_is_loaded_from_anywhere() -> None:
    rules = policy("abc")["content-security-policy"]
    assert "default-src 'none'" in rules
    for source in ("http:", "https:", "*", "unsafe"):
        assert source not in rules
