"""Heavy images that many pages show."""

from typing import Any

import pytest
from site_checking import CheckSite
from site_samples import page


def site(
    pages: int, image: str = '<img src="/logo.png" alt="Le verger">'
) -> dict[str, str | bytes]:
    return {
        "index.html": page(image, title="Accueil"),
        **{f"page{n}.html": page(image, title=f"Page {n}") for n in range(pages - 1)},
    }


@pytest.mark.parametrize(
    ("size", "pages", "told"),
    [
        (300_000, 10, True),
        (299_999, 10, False),
        (300_000, 9, False),
        (5_000_000, 9, False),
        (5_000_000, 30, True),
    ],
)
def test_limits(check_site: CheckSite, size: int, pages: int, told: bool) -> None:
    files = {**site(pages), "logo.png": b"." * size}
    found = check_site("image-shared-heavy", files, whole=("logo.png",) if told else ())
    assert bool(found) is told
    if found:
        weight = "300 ko" if size == 300_000 else "5 000 ko"
        said = found[0].message("fr").replace("\xa0", " ").replace("\u202f", " ")
        assert said == f"L’image « logo.png » pèse {weight}, sur {pages} pages."
        assert found[0].spots[0].url is None


def test_options(check_site: CheckSite) -> None:
    files = {**site(2), "logo.png": b"." * 20_000}
    for kilobytes, pages, told in ((20, 2, True), (21, 2, False), (20, 3, False)):
        found = check_site(
            "image-shared-heavy",
            files,
            whole=("logo.png",) if told else (),
            minimum_kilobytes=kilobytes,
            minimum_pages=pages,
        )
        assert bool(found) is told


def test_all_ways_to_name_one_file_count_together(check_site: CheckSite) -> None:
    ways = (
        '<img src="/manuel/images/été.png" alt="">',
        '<img src="images/%C3%A9t%C3%A9.png" alt="">',
        '<img src="https://www.exemple.fr/manuel/images/été.png?v=2" alt="">',
        '<img src="./a/../images/e\u0301te\u0301.png" alt="">',
        '<img src="/vieille.png" alt=""><img src="images/été.png" alt="">',
    )
    files: dict[str, str | bytes] = {
        f"page{n}.html": page(way, title=f"Page {n}") for n, way in enumerate(ways)
    }
    files |= {"index.html": page("", title="Accueil"), "images/été.png": b"." * 2000}
    found = check_site(
        "image-shared-heavy",
        files,
        asked={"url": "https://exemple.fr/manuel/"},
        whole=("images/été.png",),
        minimum_kilobytes=1,
        minimum_pages=5,
    )
    assert found[0].finding.target == "/manuel/images/été.png"


def test_one_page_that_shows_it_often_is_one_page(check_site: CheckSite) -> None:
    often = '<img src="logo.png" alt=""><img src="/logo.png" alt=""><img src="logo.png?2" alt="">'
    files = {**site(1, often), "logo.png": b"." * 2000}
    options: Any = {"minimum_kilobytes": 1, "minimum_pages": 2}
    assert not check_site("image-shared-heavy", files, **options)


def test_each_file_is_told_once(check_site: CheckSite) -> None:
    files = {
        **site(3, '<img src="a.png" alt=""><img src="b.png" alt="">'),
        "a.png": b"." * 2000,
        "b.png": b"." * 2000,
        "c.png": b"." * 2000,
    }
    found = check_site(
        "image-shared-heavy", files, whole=("a.png", "b.png"), minimum_kilobytes=1, minimum_pages=3
    )
    assert len(found) == 2


def test_what_is_not_shown_or_not_here(check_site: CheckSite) -> None:
    links = (
        '<a href="guide.pdf">Le guide</a><a href="photo.png">La photo</a><img src="absente.png" alt="">'
        '<img src="https://ailleurs.example/logo.png" alt=""><img src="data:image/png;base64,AAAA" alt="">'
    )
    files = {
        **site(3, links),
        "guide.pdf": b"." * 2000,
        "photo.png": b"." * 2000,
        "logo.png": b"." * 2000,
    }
    options: Any = {"minimum_kilobytes": 1, "minimum_pages": 1}
    assert not check_site("image-shared-heavy", files, **options)


def test_redirected_images_are_those_at_the_end(check_site: CheckSite) -> None:
    files = {
        **site(3, '<img src="/vieux.png" alt="">'),
        "logo.png": b"." * 2000,
        "_redirects": "/vieux.png /logo.png 301\n",
    }
    check_site(
        "image-shared-heavy", files, whole=("logo.png",), minimum_kilobytes=1, minimum_pages=3
    )


def test_sources_of_a_site_are_not_judged(check_site: CheckSite) -> None:
    files: dict[str, str | bytes] = {
        f"{n}.md": f"# {n}\n\n![Le verger](logo.png)" for n in range(3)
    }
    files["logo.png"] = b"." * 2000
    assert not check_site("image-shared-heavy", files, minimum_kilobytes=1, minimum_pages=1)
