from conftest import CheckRule

LAC = {"keyphrase": "lac"}


def test_window_is_counted_in_words(check_rule: CheckRule) -> None:
    far = "lac un deux trois lac un deux trois lac"
    assert not check_rule(
        "keyphrase-stuffing", f"<p>{far}</p>", article=LAC, occurrences=3, window=8
    )
    near = f"<p>⟦{far}⟧</p>"
    assert check_rule("keyphrase-stuffing", near, article=LAC, occurrences=3, window=9)


def test_overlapping_windows_are_one_finding(check_rule: CheckRule) -> None:
    text = "<p>⟦lac un lac deux lac trois lac quatre lac⟧ " + "mot " * 30 + "⟦lac lac lac⟧</p>"
    found = check_rule("keyphrase-stuffing", text, article=LAC, occurrences=3, window=10)
    assert [one.values["count"] for one in found] == [5, 3]


def test_headings_do_not_count(check_rule: CheckRule) -> None:
    text = "<h1>Le lac</h1><h2>Lac</h2><p>Un lac.</p><h2>Lac</h2><p>Un lac.</p>"
    assert not check_rule("keyphrase-stuffing", text, article=LAC, occurrences=3)


def test_nothing_to_judge(check_rule: CheckRule) -> None:
    check_rule("keyphrase-stuffing", "<p>lac lac lac lac</p>", applies=False)
