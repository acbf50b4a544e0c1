"""Redirects that a site declares: `_redirects` (Netlify, Cloudflare Pages), the simple lines of `.htaccess`.

Only what is plain is read: `Redirect`, `RedirectPermanent`, `RedirectTemp`, `RedirectMatch` with a literal beginning.
`RewriteRule` and conditions are a server's program; they are left alone, and so are rules by country or language.
What stands in a host's settings is read by `host_settings`.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from seo_audit.lazy import regex
from seo_audit.site.addresses.references import decoded

MOST_RULES = 50_000


class RedirectRule(Struct, frozen=True):
    """One line: a path as it is asked for, where it leads (as written), its status, and where it stands.

    A pattern's path ends with `*` or holds `:names`. `forced` comes before what is there.
    """

    path: str
    to: str
    status: int
    file: str
    line: int
    column: int
    end_column: int
    offset: int
    end_offset: int
    text: str
    forced: bool = False
    prefix: bool = False
    """Whether what follows the path is kept behind the address it leads to, as Apache's `Redirect` does."""

    @property
    def is_pattern(self) -> bool:
        """Whether it stands for more than one path."""
        return self.prefix or "*" in self.path or "/:" in self.path

    def target_for(self, path: str) -> str | None:
        """Where it leads from a path, from the host; None where it does not hold for it."""
        if self.prefix:
            if path == self.path or path.startswith(self.path.rstrip("/") + "/"):
                return self.to + path[len(self.path) :]
            return None
        if not self.is_pattern:
            return self.to if path.rstrip("/") == self.path.rstrip("/") else None
        found = _match(self.path, path)
        if found is None:
            return None
        to = self.to
        for name in sorted(found, key=len, reverse=True):
            to = to.replace(f":{name}", found[name])
        return to


def _match(pattern: str, path: str) -> Mapping[str, str] | None:
    """What the parts of a pattern stand for in a path; `*` at the end is called `splat`."""
    found: dict[str, str] = {}
    wanted, given = pattern.strip("/").split("/"), path.strip("/").split("/")
    for number, part in enumerate(wanted):
        if part == "*":
            found["splat"] = "/".join(given[number:])
            return found
        if number >= len(given):
            return None
        if part.startswith(":") and len(part) > 1:
            found[part[1:]] = given[number]
        elif part != given[number]:
            return None
    return found if len(wanted) == len(given) else None


def read_redirects(text: str, file: str) -> Iterator[RedirectRule]:
    """The rules of a file, by its name."""
    reader = _apache if PurePosixPath(file).name == ".htaccess" else _netlify
    offset = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        if number > MOST_RULES:
            return
        bare = line.rstrip("\r\n")
        content = bare.strip()
        if content and not content.startswith("#"):
            column = len(bare) - len(bare.lstrip())
            for one in reader(content):
                yield RedirectRule(
                    **one, file=file, line=number, column=column + 1,
                    end_column=column + 1 + len(content), offset=offset + column,
                    end_offset=offset + column + len(content), text=content,
                )  # fmt: skip
        offset += len(line)


_STATUS = regex(r"(\d{3})(!?)")


def _netlify(line: str) -> Iterator[dict[str, Any]]:
    words = line.partition(" #")[0].split()
    if len(words) < 2 or not words[0].startswith(("/", "http://", "https://")):
        return
    # conditions stand behind the address, as `Country=fr`, and parameters before it, as `id=:id`
    address = next((n for n, word in enumerate(words[1:], 1) if word.startswith(("/", "http"))), 0)
    if not address or any("=" in word for word in words[1:]):
        return
    said = _STATUS.fullmatch(words[address + 1]) if len(words) > address + 1 else None
    status = int(said[1]) if said else 301
    path = words[0]
    if "://" in path:
        path = "/" + path.partition("://")[2].partition("/")[2]
    yield {
        "path": decoded(path.partition("?")[0]),
        "to": words[address],
        "status": status,
        "forced": bool(said and said[2]),
    }


_KINDS = {"redirect": 302, "redirectpermanent": 301, "redirecttemp": 302, "redirectmatch": 302}
_NAMED = {"permanent": 301, "temp": 302, "seeother": 303, "gone": 410}
_LITERAL = regex(r"\^?(/[\w/.~%\\-]*?)/?(\(\.\*\)|\.\*)?\$?")


def _apache(line: str) -> Iterator[dict[str, Any]]:
    words = [word.strip('"') for word in line.split()]
    kind = words[0].lower()
    if kind not in _KINDS or len(words) < 3:
        return
    status, words = _KINDS[kind], words[1:]
    if words[0].lower() in _NAMED or words[0].isdecimal():
        status = _NAMED.get(words[0].lower()) or int(words[0])
        words = words[1:]
    if len(words) != 2 or not 300 <= status < 400 or not words[1].startswith(("/", "http")):
        return
    path, to = words
    if kind != "redirectmatch":
        yield {"path": decoded(path), "to": to, "status": status, "forced": True, "prefix": True}
        return
    literal = _LITERAL.fullmatch(path)
    if literal is None or "$2" in to or ("$1" in to and not (literal[2] or "").startswith("(")):
        return
    bare = decoded(literal[1].replace("\\", ""))
    path = bare.rstrip("/") + "/*" if literal[2] else bare
    yield {"path": path, "to": to.replace("$1", ":splat"), "status": status, "forced": True}


class Redirects:
    """The rules of a site, asked for by path: the first that holds counts, as servers have it."""

    def __init__(self, rules: Iterable[RedirectRule]) -> None:
        self.rules = tuple(rules)
        self._plain: dict[str, int] = {}
        self._patterns: list[int] = []
        for number, rule in enumerate(self.rules):
            if not 300 <= rule.status < 400 and rule.status != 200:
                continue
            if rule.is_pattern:
                self._patterns.append(number)
            else:
                self._plain.setdefault(rule.path.rstrip("/") or "/", number)

    def find(self, path: str, *, forced: bool | None = None) -> tuple[RedirectRule, str] | None:
        """The first rule that holds for a path, and where it leads from there."""
        plain = self._plain.get(path.rstrip("/") or "/")
        if plain is not None and forced not in (None, self.rules[plain].forced):
            plain = None
        for number in self._patterns[:MOST_PATTERNS]:
            if plain is not None and number > plain:
                break
            rule = self.rules[number]
            if forced is not None and rule.forced is not forced:
                continue
            to = rule.target_for(path)
            if to is not None:
                return rule, to
        return None if plain is None else (self.rules[plain], self.rules[plain].to)


MOST_PATTERNS = 500
"""Patterns that are asked, each for every address that nothing else answers."""
