"""Who may ask: what is looked at before anything else of a request.

A server on the loopback is within reach of every page that the browser has open. So a request must name this very host
(or a page could rebind its own name to us), come from our own page, bear the token that only the address printed at the
start has, and be of a type that no form of another page can send.
"""

import secrets
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

TOKEN_HEADER = "x-seo-audit-token"  # noqa: S105  a name, no secret
LARGEST = 10_000_000
"""Bytes of a body; the command line reads no larger file either."""
MISDIRECTED, FORBIDDEN, UNSUPPORTED_TYPE, TOO_LARGE = 421, 403, 415, 413


class Door(Struct, frozen=True):
    """What a request must show: our hosts, with their ports, and the token."""

    hosts: frozenset[str]
    token: str

    def refusal(self, method: str, headers: Iterable[tuple[bytes, bytes]]) -> int | None:
        """The status with which a request is refused; None where it may pass."""
        given: dict[str, list[str]] = {}
        for name, value in headers:
            given.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
        hosts = given.get("host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self.hosts:
            return MISDIRECTED
        if not self._is_ours(given, hosts[0].lower()):
            return FORBIDDEN
        if method in ("GET", "HEAD"):
            return None
        tokens = given.get(TOKEN_HEADER, [])
        if len(tokens) != 1 or not secrets.compare_digest(tokens[0].encode(), self.token.encode()):
            return FORBIDDEN
        return _refused_body(given)

    @staticmethod
    def _is_ours(given: Mapping[str, Collection[str]], host: str) -> bool:
        """Whether no other page sends this, as far as the browser tells."""
        origins = given.get("origin", ())
        if any(origin != f"http://{host}" for origin in origins):
            return False
        sites = given.get("sec-fetch-site", ())
        if "origin" not in given and "content-type" not in given:
            # somebody follows a link to us: they get the page, which holds nothing of anybody
            return True
        return all(site in ("same-origin", "none") for site in sites)


def _refused_body(given: Mapping[str, list[str]]) -> int | None:
    kinds = given.get("content-type", [])
    if len(kinds) != 1 or not _is_json(kinds[0]):
        return UNSUPPORTED_TYPE
    for length in given.get("content-length", ()):
        if not length.isascii() or not length.isdecimal() or int(length[:20]) > LARGEST:
            return TOO_LARGE
    return None


def _is_json(kind: str) -> bool:
    name, *parameters = (part.strip().lower() for part in kind.split(";"))
    return name == "application/json" and all(
        part in ("", "charset=utf-8", 'charset="utf-8"') for part in parameters
    )


def policy(nonce: str) -> dict[str, str]:
    """The headers of every answer: nothing is loaded but what this server gives, nothing is kept, nothing embeds it."""
    return {
        "content-security-policy": (
            f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; "
            "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            "require-trusted-types-for 'script'; trusted-types 'none'"
        ),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
        "cross-origin-resource-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=()",
    }
