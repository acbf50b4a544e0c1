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
_FEWEST = 4
"""Different ones that a quotation in Latin does not hold."""


_BEGINS = frozenset(("lorem", "ipsum", "dolor", "sit", "amet"))
"""What begins the dummy text: no text in French holds all of it, but one that quotes it whole."""


def is_dummy(words: frozenset[str]) -> bool:
    """Whether a text with these words, in lower case, is dummy text, mixed anew or not."""
    return len(words & _WORDS) >= _FEWEST or (
        words >= _BEGINS and len(words & _LATIN) > len(words) // 2
    )


def may_be_dummy(words: frozenset[str]) -> bool:
    """Whether any part of an article with these words, in lower case, can be dummy text."""
    return len(words & _WORDS) >= _FEWEST or words >= _BEGINS
