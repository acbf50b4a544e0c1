from datetime import date

from seo_audit.rendering.days import written


def test_days_are_written_as_readers_do() -> None:
    assert written(date(2026, 3, 1), "fr").replace("\u00a0", " ") == "1er mars 2026"
    assert written(date(2026, 11, 29), "fr").replace("\u00a0", " ") == "29 novembre 2026"
    assert written(date(2026, 3, 1), "en").replace("\u00a0", " ") == "1 March 2026"
