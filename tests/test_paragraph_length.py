import pytest
from conftest import CheckRule


@pytest.mark.parametrize(
    ("before", "after"),
    [("<p>", "</p>"), ("<blockquote><p>", "</p></blockquote>"), ("<ul><li>", "</li></ul>")],
)
def test_limit_is_the_longest_allowed(check_rule: CheckRule, before: str, after: str) -> None:
    assert not check_rule("paragraph-length", f"{before}un deux{after}", maximum=2)
    found = check_rule(
        "paragraph-length",
        f"{before}un deux trois{after}".replace(
            "<p>un deux trois</p>", "⟦<p>un deux trois</p>⟧"
        ).replace("<li>un deux trois</li>", "⟦<li>un deux trois</li>⟧"),
        maximum=2,
    )
    assert len(found) == 1


def test_code_is_no_paragraph(check_rule: CheckRule) -> None:
    check_rule("paragraph-length", "<p>un</p><pre>un deux trois</pre>", maximum=2)


def test_no_text_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("paragraph-length", "<h1>un deux trois</h1>", applies=False, maximum=2)
