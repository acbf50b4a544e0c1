"""Recognises the words that stand for a text still to be written."""

_WORDS = frozenset(
    [
        *("adipiscing", "adipisicing", "aliquip", "cillum", "consectetur", "cupidatat", "deserunt"),
        *("eiusmod", "excepteur", "exercitation", "incididunt", "irure", "laboris", "laborum"),
        *("mollit", "nostrud", "occaecat", "pariatur", "proident", "reprehenderit", "ullamco"),
        *("veniam", "voluptate"),
        *(
            "accusamus",
            "accusantium",
            "adipisci",
            "architecto",
            "asperiores",
            "aspernatur",
            "assumenda",
        ),
        *(
            "blanditiis",
            "consequuntur",
            "corrupti",
            "cupiditate",
            "delectus",
            "deleniti",
            "dignissimos",
        ),
        *(
            "distinctio",
            "doloremque",
            "doloribus",
            "ducimus",
            "eligendi",
            "exercitationem",
            "explicabo",
        ),
        *("laboriosam", "laudantium", "molestiae", "molestias", "necessitatibus", "obcaecati"),
        *(
            "perferendis",
            "perspiciatis",
            "praesentium",
            "quisquam",
            "recusandae",
            "reiciendis",
            "repellat",
        ),
        *("repellendus", "repudiandae", "similique", "tenetur", "voluptatem", "voluptatibus"),
    ]
)
"""Words of the dummy text that begins with « Lorem ipsum », and of what programs mix anew from its source (Cicero, “De
finibus bonorum et malorum”, 1.32), that writers of Latin seldom use together."""
_FEWEST = 4
"""Different ones that a quotation in Latin does not hold."""


def is_dummy(words: frozenset[str]) -> bool:
    """Whether a text with these words, in lower case, is dummy text, mixed anew or not."""
    return len(words & _WORDS) >= _FEWEST
