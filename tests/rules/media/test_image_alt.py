from conftest import CheckRule
from tables import each_row


@each_row(
    "attributes",
    ['alt=""', "alt", 'role="presentation"', 'aria-hidden="true"', 'aria-label="Le lac"'],
)
def test_what_is_enough(check_rule: CheckRule, attributes: str) -> None:
    page = f'<h1>Le lac</h1><p>Le voici : <img src="a.jpg" {attributes}></p>'
    images = check_rule("image-alt", page)
    assert not images


def test_each_image_at_its_place(check_rule: CheckRule) -> None:
    check_rule(
        "image-alt",
        '<h1>Le lac</h1><p>Un ⟦<img src="a.jpg">⟧ et deux ⟦<img\nsrc="b.jpg" title="b">⟧ et '
        '<img src="c.jpg" alt="trois">.</p>',
    )


def test_names_the_file(check_rule: CheckRule) -> None:
    [finding] = check_rule("image-alt", '<p>Un mot. ⟦<img src="/img/lac.jpg?w=600">⟧</p>')
    assert "lac.jpg." in finding.message("fr")


def test_no_image_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("image-alt", "<p>Un mot.</p>", applies=False)


@each_row("name", [":alt", "v-bind:alt", "[alt]", "[attr.alt]", "th:alt"])
def test_a_text_that_a_framework_fills_in(check_rule: CheckRule, name: str) -> None:
    image = f'<img src="/a.png" {name}="titre">'
    assert not check_rule("image-alt", f"<p>Mot {image}</p>")
    if not name.startswith("["):  # which is no tag in Markdown
        assert not check_rule("image-alt", f"Mot {image}\n", "markdown")
    check_rule("image-alt", '<p>Mot ⟦<img src="/a.png" :title="titre">⟧</p>')
