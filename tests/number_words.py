"""Whole numbers in letters, written for the tests as schools teach it."""

UP_TO_NINETEEN = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
)
SMALL = UP_TO_NINETEEN.split()
TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante")


def letters(number: int) -> str:
    """A number below a million million."""
    parts = []
    for size, name in ((10**9, "milliard"), (10**6, "million")):
        count, number = divmod(number, size)
        if count:
            parts.append(f"{_below_thousand(count, end=True)} {name}{'s' if count > 1 else ''}")
    thousands, number = divmod(number, 1000)
    if thousands:
        parts.append(
            "mille" if thousands == 1 else f"{_below_thousand(thousands, end=False)} mille"
        )
    if number or not parts:
        parts.append(_below_thousand(number, end=True))
    return " ".join(parts)


def _below_thousand(number: int, *, end: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest, end=end)
    plural = "s" if hundreds > 1 and not rest and end else ""
    said = ("" if hundreds == 1 else f"{SMALL[hundreds]} ") + f"cent{plural}"
    return said + (f" {_below_hundred(rest, end=end)}" if rest else "")


def _below_hundred(number: int, *, end: bool) -> str:
    if number < 20:
        return SMALL[number]
    if number < 70:
        ten, one = divmod(number, 10)
        return TENS[ten] + ("" if not one else " et un" if one == 1 else f"-{SMALL[one]}")
    if number < 80:
        return "soixante" + (" et onze" if number == 71 else f"-{SMALL[number - 60]}")
    if number == 80:
        return "quatre-vingts" if end else "quatre-vingt"
    return f"quatre-vingt-{SMALL[number - 80]}"
