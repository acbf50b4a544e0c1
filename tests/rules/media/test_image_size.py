from pathlib import Path

import pytest
from conftest import CheckRule

import seo_audit


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


def test_a_style_sheet_keeps_room(check_rule: CheckRule) -> None:
    for sheet, image in (
        (".i { width: 20px; height: 20px }", '<img class="i" src="a.svg" alt="">'),
        (".w{width:100%}.h{height:16rem}", "<img class='w h' src=a.svg alt=''>"),
        ("a .i,p img.i{inset:0;position:absolute}", '<img class=i src="a.svg" alt="">'),
        ("#i{width:1.5em;aspect-ratio:16/9}", '<img id="i" src="a.svg" alt="">'),
        (r".h-\[2px\]{width:2px;height:calc(var(--a)*2)}", '<img class="h-[2px]" src=a alt="">'),
        ("@media(min-width:9px){.i{height:2px}}", '<img class="i" width="4" src=a alt="">'),
    ):
        assert not check_rule("image-size", f"<style>{sheet}</style><p>Le lac. {image}</p>")
    for sheet in (
        ".i { width: 20px; height: auto }",
        ".i { width: 20px; max-height: 20px }",
        ".i img { width: 20px; height: 20px }",  # one within it
        ".i.j { width: 20px; height: 20px }",
        ".i:hover { width: 20px; height: 20px }",
        ".i { width: 100%; height: 100% }",
        "/* .i { width: 20px; height: 20px } */",
        ".k { width: 20px; height: 20px }",
    ):
        page = f'<style>{sheet}</style><p>Le lac. ⟦<img class="i" src="a.svg" alt="">⟧</p>'
        check_rule("image-size", page)


@pytest.mark.parametrize("href", ["../../lac.css?v=2", "/lac.css"])
def test_a_sheet_beside_the_page_is_read(tmp_path: Path, href: str) -> None:
    page = tmp_path / "nord/lac/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        f'<!DOCTYPE html><title>Le lac</title><link rel="stylesheet" href="{href}">'
        "<h1>Le lac</h1><p>Le lac a gelé cette nuit, et les enfants du village y patinent déjà.</p>"
        '<p><img class="i" src="a.svg" alt=""><img class="j" src="a.svg" alt=""> Les voilà.</p>',
        encoding="utf-8",
    )
    (tmp_path / "lac.css").write_text(".i{width:2px;height:2px}.j{width:2px}", encoding="utf-8")
    report = seo_audit.audit(page)
    found = next(one.findings for one in report.verdicts if one.rule == "image-size")
    assert [one.excerpt for one in found] == ['<img class="j" src="a.svg" alt="">']


def test_an_image_out_of_the_flow_moves_nothing(check_rule: CheckRule) -> None:
    over = 'style="width:100%;height:100%;position:absolute;top:0"'
    assert not check_rule("image-size", f'<p>Le lac. <img src="a.png" alt="" {over}></p>')
    kept = 'style="width:100%;height:100%;position:relative"'
    check_rule("image-size", f'<p>Le lac. ⟦<img src="a.png" alt="" {kept}>⟧</p>')


def test_a_box_keeps_room_for_the_image_in_it(check_rule: CheckRule) -> None:
    image = '<img src="a.png" alt="">'
    for sheet, before in (
        (".b{aspect-ratio:4/3}", '<div class="b"> '),
        (
            ".b{height:12rem;overflow:hidden}",
            '<div class="b"><a href="/a"><picture><source srcset=b>',
        ),
        ("div.b > img{width:100%;height:9em}", '<div class="b">'),
        (".c .b img{position:absolute}", '<div class="b">'),
        ("", '<div style="height: 90px">'),
    ):
        assert not check_rule("image-size", f"<style>{sheet}</style><p>Le lac.</p>{before}{image}")
    for sheet, before in (
        (".b{width:12rem}", '<div class="b">'),
        (".b{height:12rem}", '<div class="b">Le lac '),  # it is one thing among others there
        (".b{height:12rem}", '<div class="b"></div>'),
        (".b{height:12rem}", '<div class="b"><img src="b.png" alt="" width="1" height="1">'),
        (".b img{height:auto;width:2px}", '<div class="b">'),
        (".b .c{height:9em}", '<div class="b">'),
    ):
        check_rule("image-size", f"<style>{sheet}</style><p>Le lac.</p>{before}⟦{image}⟧")


def test_an_image_without_a_file_waits_for_a_script(check_rule: CheckRule) -> None:
    check_rule("image-size", '<p>Un mot. <img src="" alt="">⟦<img src="a.png" alt="">⟧</p>')
