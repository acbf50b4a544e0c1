"""In which language a passage is written."""


def detect_language(text: str) -> tuple[str, float]:
    """ISO 639-1 code of the language of `text` and a confidence between 0 and 1.

    The code is `und` where there is too little text to tell.
    """
    low = f" {text.lower()} "
    score = sum(low.count(f" {w} ") for w in ("le", "la", "les", "des", "et", "est", "du", "une", "dans", "que", "pour"))
    other = sum(low.count(f" {w} ") for w in ("the", "of", "and", "is", "der", "die", "und", "el", "los", "il", "di", "che", "os", "não"))
    if not score and not other:
        return "und", 0.0
    return ("fr" if score >= other else "en"), max(score, other) / (score + other)
