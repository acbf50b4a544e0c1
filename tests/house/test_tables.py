import pytest
from tables import each_row


def test_every_row_is_tried_and_each_that_fails_is_named() -> None:
    tried = []

    @each_row(("word", "length"), [("four", 4), ("lavoir", 4), ("puits", 5), ("", -1)])
    def of_a_length(word: str, length: int) -> None:
        tried.append(word)
        assert len(word) == length
        assert word[0]

    with pytest.raises(pytest.fail.Exception) as failed:
        of_a_length()
    assert tried == ["four", "lavoir", "puits", ""]
    told = str(failed.value)
    assert told.startswith("2 of 4 rows")
    assert "row 1: 'lavoir', 4" in told
    assert "AssertionError" in told
    assert "row 3: '', -1" in told
    assert "'four'" not in told


def test_an_error_is_a_failure_of_its_row() -> None:
    @each_row("number", [1, 0])
    def is_divided(number: int) -> None:
        assert 1 / number

    with pytest.raises(pytest.fail.Exception, match=r"row 1: 0\nline \d+: ZeroDivisionError"):
        is_divided()
