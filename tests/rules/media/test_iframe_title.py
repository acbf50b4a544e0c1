from conftest import CheckRule


def test_in_markdown_too(check_rule: CheckRule) -> None:
    check_rule("iframe-title", 'La carte :\n\n⟦<iframe src="/carte">⟧</iframe>\n', "markdown")


def test_no_frame_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("iframe-title", "<p>Un mot.</p>", applies=False)
