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
_LATIN = frozenset((
    *_WORDS, "ac", "aliqua", "aliquam", "amet", "ante", "arcu", "at", "augue", "bibendum", "blandit", "congue", "cras",
    "dapibus", "diam", "dictum", "dignissim", "do", "dolor", "dolore", "donec", "dui", "duis", "ea", "egestas", "eget",
    "eleifend", "elementum", "elit", "enim", "erat", "est", "et", "etiam", "eu", "ex", "faucibus", "felis", "fringilla",
    "fusce", "hac", "iaculis", "id", "in", "integer", "interdum", "ipsum", "justo", "labore", "lacinia", "lacus", "laoreet",
    "lectus", "leo", "libero", "lobortis", "lorem", "luctus", "magna", "massa", "mattis", "mauris", "maximus", "metus", "mi",
    "minim", "morbi", "nec", "neque", "nibh", "nisi", "nisl", "non", "nulla", "nullam", "nunc", "odio", "orci", "pellentesque",
    "pharetra", "placerat", "porta", "posuere", "praesent", "pretium", "pulvinar", "purus", "quam", "quis", "risus", "sapien",
    "sed", "sem", "semper", "sit", "sodales", "sollicitudin", "suscipit", "suspendisse", "tellus", "tempor", "tempus",
    "tincidunt", "tortor", "tristique", "turpis", "ullamcorper", "ultrices", "ultricies", "urna", "ut", "varius", "vehicula",
    "vel", "velit", "venenatis", "vestibulum", "vitae", "vivamus", "viverra", "volutpat", "vulputate",
))  # fmt: skip
"""These, and others that generators of dummy text mix in."""
_MIXED = _LATIN.union((
    "accumsan", "aenean", "aliquet", "auctor", "commodo", "condimentum", "consequat", "convallis", "curabitur", "cursus",
    "dis", "eros", "euismod", "facilisis", "fames", "fermentum", "feugiat", "finibus", "gravida", "habitant", "habitasse",
    "hendrerit", "imperdiet", "ligula", "maecenas", "magnis", "malesuada", "mollis", "montes", "mus", "nam", "nascetur",
    "natoque", "netus", "ornare", "parturient", "pede", "penatibus", "phasellus", "platea", "porttitor", "potenti",
    "primis", "proin", "quisque", "rhoncus", "ridiculus", "rutrum", "sagittis", "scelerisque", "senectus", "sociis",
    "sociosqu", "taciti", "torquent",
))  # fmt: skip
"""What is mixed without the words above, as in the examples of Bootstrap."""
_MANY = 12
_MOST = 0.6
"""Share of a text's different words: of Latin that somebody wrote a third at most are these."""
_FEWEST = 4
"""Different ones that a quotation in Latin does not hold."""


_BEGINS = frozenset(("lorem", "ipsum", "dolor", "sit", "amet"))
"""What begins the dummy text: no text in French holds all of it, but one that quotes it whole."""


def is_dummy(words: frozenset[str]) -> bool:
    """Whether a text with these words, in lower case, is dummy text, mixed anew or not."""
    return (
        len(words & _WORDS) >= _FEWEST
        or (words >= _BEGINS and len(words & _LATIN) > len(words) // 2)
        or (len(words) >= _MANY and len(words & _MIXED) >= _MOST * len(words))
    )


def may_be_dummy(words: frozenset[str]) -> bool:
    """Whether any part of an article with these words, in lower case, can be dummy text."""
    return len(words & _WORDS) >= _FEWEST or words >= _BEGINS or len(words & _MIXED) >= _MANY
