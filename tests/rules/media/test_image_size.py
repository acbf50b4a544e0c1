from conftest import CheckRule


def test_each_image(check_rule: CheckRule) -> None:
    page = '<p>Un mot. ⟦<img src="a.png" alt="">⟧<img src="b.png" alt="" width=1 height=1>⟦<img src="c.png" alt="" height="2">⟧</p>'
    assert len(check_rule("image-size", page)) == 2


def test_markdown_has_no_sizes(check_rule: CheckRule) -> None:
    check_rule("image-size", "Un mot. ![](a.png)", "markdown", applies=False)


def test_no_image_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("image-size", "<p>Un mot.</p>", applies=False)


def test_its_own_style_keeps_room(check_rule: CheckRule) -> None:
    for kept in (
        'style="width: 256px; height: 84px;"',
        "style='height:84px;max-width:100%;width:16em'",
        'width="256" style="height: 84px"',
        'style="width: 20rem; aspect-ratio: 3 / 2"',
    ):
        assert not check_rule("image-size", f'<p>Le logo. <img src="a.png" alt="" {kept}></p>')
    for left in (
        'style="height: 100px;"',
        'style="width: 100%; height: auto"',
        'style="max-width: 256px; max-height: 84px"',
        'data-style="width: 2px; height: 2px"',
    ):
        check_rule("image-size", f'<p>Le logo. ⟦<img src="a.png" alt="" {left}>⟧</p>')


def test_a_picture_for_an_emoji_is_as_high_as_a_line(check_rule: CheckRule) -> None:
    for name in ("emoji", "twemoji", "wp-smiley"):
        image = f'<img class="{name}" src="https://cdn.exemple/1f600.svg" alt="😀">'
        assert not check_rule("image-size", f"<p>Le lac {image} est gelé.</p>")
    check_rule("image-size", '<p>Le lac ⟦<img class="emoji-plan" src="a.svg" alt="Plan">⟧</p>')
