from conftest import CheckRule
from tables import each_row


@each_row(
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


def test_lines_that_the_author_broke_are_judged_one_by_one(check_rule: CheckRule) -> None:
    line = "mot " * 19 + "mot."
    assert not check_rule("paragraph-length", f"<p>{line}<br>{line}</p>", maximum=20)
    assert not check_rule("paragraph-length", f"{line}  \n{line}\n", "markdown", maximum=20)
    longer = f"mot {line}"
    found = check_rule("paragraph-length", f"<p>{line}<br>⟦{longer}⟧<br>{line}</p>", maximum=20)
    assert [one.values["words"] for one in found] == [21]


def test_an_enumeration_is_to_be_a_list(check_rule: CheckRule) -> None:
    names = " ; ".join(["Anne Martin (Lyon)"] * 10)
    [long] = check_rule("paragraph-length", f"⟦<p>{names}.</p>⟧", maximum=20)
    assert "faites-en une liste" in long.advice("fr")
    [prose] = check_rule("paragraph-length", f"⟦<p>{'mot ; ' * 8}{'mot ' * 20}.</p>⟧", maximum=20)
    assert "une idée par paragraphe" in prose.advice("fr")


def test_dummy_text_is_still_to_be_written(check_rule: CheckRule) -> None:
    mixed = (
        "Donec ullamcorper nulla non metus auctor fringilla cras mattis purus sit amet fermentum."
    )
    check_rule("paragraph-length", f"# Le lac\n\nIl est gelé.\n\n{mixed}\n", "markdown", maximum=10)
    french = "Le lac est gelé depuis lundi matin et nous y avons tous patiné."
    check_rule(
        "paragraph-length", f"# Le lac\n\nIl est gelé.\n\n⟦{french}⟧\n", "markdown", maximum=10
    )
