"""How many syllables a French word has when it is spoken."""

import re
from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> int:
    """Number of spoken syllables of `word`, at least 1 when it has a letter or a digit, else 0."""
    low = word.lower()
    if not any(map(str.isalnum, low)):
        return 0
    low = re.sub(r"(?<=[^aeiouyàâäéèêëîïôöùûü])e(?:s|nt)?$", "", low)
    return max(1, len(re.findall(r"[aeiouyàâäéèêëîïôöùûüœæ]+", low)))
