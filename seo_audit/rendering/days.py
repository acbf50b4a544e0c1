"""Days as readers write them."""

from datetime import date

from seo_audit.message import NBSP, Language

MONTHS: dict[Language, tuple[str, ...]] = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


def written(day: date, language: Language) -> str:
    """« 1er mars 2026 », “1 March 2026”."""
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number}{NBSP}{MONTHS[language][day.month - 1]}{NBSP}{day.year}"
