"""Sitemaps and robots.txt."""

import gzip

from hypothesis import given
from hypothesis import strategies as st

from seo_audit.site.sources.sitemaps import Robots, read_robots, read_sitemaps

PLAN = """<?xml version="1.0"?>
<!-- <url><loc>https://x.example/commentee</loc></url> -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="i">
<url><loc>
  https://x.example/a?b=1&amp;c=2
</loc><lastmod>2026-01-02</lastmod><image:image><image:loc>https://x.example/i.png</image:loc></image:image></url>
<url><lastmod>2026-01-03</lastmod><loc><![CDATA[https://x.example/d]]></loc></url>
</urlset>"""
INDEX = "<sitemapindex><sitemap><loc>https://x.example/un.xml.gz</loc></sitemap><sitemap><loc>https://x.example/sitemap.xml</loc></sitemap></sitemapindex>"


def inner(url: str) -> str:
    return url.removeprefix("https://x.example")


def test_entries_with_their_places_and_dates() -> None:
    files = {"sitemap.xml": INDEX.encode(), "un.xml.gz": gzip.compress(PLAN.encode())}
    found = read_sitemaps(["sitemap.xml"], files.get, inner)
    assert found.files == ["sitemap.xml", "un.xml.gz"]  # an index that names itself is read once
    assert [(e.loc, e.lastmod) for e in found.entries] == [
        ("https://x.example/a?b=1&c=2", "2026-01-02"),
        ("https://x.example/d", "2026-01-03"),
    ]
    place = found.entries[0].place
    assert place is not None
    assert (place.line, place.column, place.excerpt) == (5, 3, "https://x.example/a?b=1&amp;c=2")


@given(st.text(alphabet=st.sampled_from(list("<>/!-[]loc urlCDATA&;x\n")), max_size=300))
def test_any_file_is_read(text: str) -> None:
    read_sitemaps(["s.xml"], lambda _: text.encode(), inner)
    read_sitemaps(["s.xml"], lambda _: b"\x1f\x8b" + text.encode(), inner)


def test_hostile_files_take_no_longer_than_they_are_long() -> None:
    for unit in (b"<loc>", b"<loc><![CDATA[", b"<!--", b"<url><loc>x"):
        read_sitemaps(["s.xml"], lambda _, unit=unit: unit * 200_000, inner)  # type: ignore[misc]


ROBOTS = b"""User-agent: autre
Disallow: /

User-agent: *
User-agent: bot
Disallow: /prive/  # pas ici
Allow: /prive/ouvert
Disallow: /*.pdf$
Disallow:
Sitemap: https://x.example/plan.xml
"""


def test_robots() -> None:
    robots = read_robots(ROBOTS)
    assert robots.sitemaps == ("https://x.example/plan.xml",)
    assert robots.blocking("/prive/a") == 6
    assert robots.blocking("/prive/ouverte") is None
    assert robots.blocking("/doc.pdf") == 8
    assert robots.blocking("/doc.pdf?x") is None
    assert robots.blocking("/") is None
    assert Robots().blocking("/") is None


def test_paths_are_compared_decoded() -> None:
    robots = read_robots(
        "\ufeffUser-agent: *\nDisallow: /priv%C3%A9/\nDisallow: /été\nDisallow: /*q=%c3%a9\nDisallow: /a%2A$\n".encode()
    )
    assert robots.blocking("/privé/a") == 2
    assert robots.blocking("/été") == 3
    assert robots.blocking("/?q=é") == 4
    assert robots.blocking("/abc") is None  # an encoded star stands for none


def test_a_group_for_googlebot_is_the_only_one_it_obeys() -> None:
    robots = read_robots(b"User-agent: *\nDisallow: /\n\nUser-agent: Googlebot\nDisallow: /a\n")
    assert robots.blocking("/b") is None
    assert robots.blocking("/a") == 5


@given(st.binary(max_size=200), st.text(max_size=30))
def test_any_robots_is_read(content: bytes, path: str) -> None:
    read_robots(content).blocking("/" + path)
    read_robots(b"User-agent: *\nDisallow: " + content).blocking("/" + path)
