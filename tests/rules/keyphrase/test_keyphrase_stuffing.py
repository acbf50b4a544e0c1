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


def test_four_times_in_sixty_words(check_rule: CheckRule) -> None:
    def text(between: int) -> str:
        return f"lac lac lac {'mot ' * between}lac"

    assert not check_rule("keyphrase-stuffing", f"<p>{text(57)}</p>", article=LAC)
    [finding] = check_rule("keyphrase-stuffing", f"<p>⟦{text(56)}⟧</p>", article=LAC)
    assert (finding.values["count"], finding.values["words"]) == (4, 60)
    assert not check_rule("keyphrase-stuffing", "<p>lac lac lac</p>", article=LAC)


def test_words_of_the_passage_hold_the_whole_keyphrase(check_rule: CheckRule) -> None:
    article = {"keyphrase": "lac gelé"}
    text = "<p>Un ⟦lac gelé, lac gelé, un lac gelé, lac gelé⟧.</p>"
    [finding] = check_rule("keyphrase-stuffing", text, article=article)
    assert (finding.values["count"], finding.values["words"]) == (4, 9)


def test_the_others_are_shown_too(check_rule: CheckRule) -> None:
    text = "⟦lac un lac deux lac⟧"
    [finding] = check_rule("keyphrase-stuffing", f"<p>{text}</p>", article=LAC, occurrences=3)
    assert [one.column for one in finding.related] == [
        4 + len("lac un "),
        4 + len("lac un lac deux "),
    ]


def test_over_several_paragraphs_the_first_place_is_shown(check_rule: CheckRule) -> None:
    text = "<p>Un ⟦lac⟧, un lac, un lac.</p><p>Un lac.</p>"
    [finding] = check_rule("keyphrase-stuffing", text, article=LAC)
    assert finding.values["count"] == 4


def test_windows_that_share_an_occurrence_are_one_finding(check_rule: CheckRule) -> None:
    far = "mot " * 7
    text = f"<p>⟦lac lac {far}lac {far}lac lac⟧</p>"
    [finding] = check_rule("keyphrase-stuffing", text, article=LAC, occurrences=3, window=10)
    assert finding.values["count"] == 5


def test_a_run_ends_where_no_window_holds_too_many(check_rule: CheckRule) -> None:
    """Three at the start and one far behind: the last belongs to no crowded window."""
    text = f"<p>⟦lac lac lac⟧ {'mot ' * 20}lac {'mot ' * 20}⟦lac lac lac⟧ {'mot ' * 20}lac</p>"
    found = check_rule("keyphrase-stuffing", text, article=LAC, occurrences=3, window=10)
    assert [one.values["count"] for one in found] == [3, 3]


def test_headings_do_not_count(check_rule: CheckRule) -> None:
    text = "<h1>Le lac</h1><h2>Lac</h2><p>Un lac.</p><h2>Lac</h2><p>Un lac.</p>"
    assert not check_rule("keyphrase-stuffing", text, article=LAC, occurrences=3)


def test_nothing_to_judge(check_rule: CheckRule) -> None:
    check_rule("keyphrase-stuffing", "<p>lac lac lac lac</p>", applies=False)
    check_rule("keyphrase-stuffing", "<p>…</p>", article=LAC, applies=False)
