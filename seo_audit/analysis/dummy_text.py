"""Recognises the words that stand for a text still to be written."""

_WORDS = frozenset((
    "accusamus", "accusantium", "adipisci", "adipiscing", "adipisicing", "aliquip", "architecto",
    "asperiores", "aspernatur", "assumenda", "blanditiis", "cillum", "consectetur", "consequuntur",
    "corrupti", "cupidatat", "cupiditate", "delectus", "deleniti", "deserunt", "dignissimos", "distinctio",
    "doloremque", "doloribus", "ducimus", "eiusmod", "eligendi", "excepteur", "exercitation",
    "exercitationem", "explicabo", "incididunt", "irure", "laboriosam", "laboris", "laborum", "laudantium",
    "molestiae", "molestias", "mollit", "necessitatibus", "nostrud", "obcaecati", "occaecat", "pariatur",
    "perferendis", "perspiciatis", "praesentium", "proident", "quisquam", "recusandae", "reiciendis",
    "repellat", "repellendus", "reprehenderit", "repudiandae", "similique", "tenetur", "ullamco", "veniam",
    "voluptate", "voluptatem", "voluptatibus",
))  # fmt: skip
"""Words of the dummy text that begins with « Lorem ipsum », and of what programs mix anew from its source (Cicero, “De
finibus bonorum et malorum”, 1.32), that writers of Latin seldom use together."""
_FEWEST = 4
"""Different ones that a quotation in Latin does not hold."""


def is_dummy(words: frozenset[str]) -> bool:
    """Whether a text with these words, in lower case, is dummy text, mixed anew or not."""
    return len(words & _WORDS) >= _FEWEST
