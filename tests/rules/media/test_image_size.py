from conftest import CheckRule


def test_each_image(check_rule: CheckRule) -> None:
    page = '<p>Un mot. ⟦<img src="a.png" alt="">⟧<img src="b.png" alt="" width=1 height=1>⟦<img src="c.png" alt="" height="2">⟧</p>'
    assert len(check_rule("image-size", page)) == 2


def test_markdown_has_no_sizes(check_rule: CheckRule) -> None:
    check_rule("image-size", "Un mot. ![](a.png)", "markdown", applies=False)


def test_no_image_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("image-size", "<p>Un mot.</p>", applies=False)
