"""What links, headings and images of a page are called."""

from tables import each_row

from seo_audit.document import BlockKind, Document
from seo_audit.parsing.html.parser import parse
from seo_audit.source import Source

_PAGE = (
    '<!doctype html><title>Le four à pain</title><p id="nom" hidden>Plan du hameau</p><article><h1>Le four à pain</h1>'
    "<p>Le four à pain du hameau sert encore deux fois par an, sous les tilleuls. {}</p></article>"
)


def _read(part: str) -> Document:
    return parse(Source(_PAGE.format(part), "a.html"))


@each_row(
    ("inside", "label"),
    [
        ("<svg role=img><title>Panier</title><path d='M0'/></svg>", "Panier"),
        ('<svg role="img" aria-label="Panier"></svg>', "Panier"),
        ('<i class="icone" role="img" aria-label="Panier"></i>', "Panier"),
        ('<object data="a.svg" type="image/svg+xml">Panier</object>', "Panier"),
        ('<i class="icone"></i><span class="sr-only">Panier</span>', "Panier"),
        ('<i class="icone" title="Panier"></i>', "Panier"),
        ('<svg aria-hidden="true"><title>Dessin</title></svg>', ""),
        ("<svg><g><title>Panier</title><path d='M0'/></g></svg>", "Panier"),
        ("<svg><text>Pan<tspan>ier</tspan></text><desc>Un dessin</desc></svg>", "Panier"),
        ("<svg><title>Panier</title><text>12</text></svg>", "Panier"),
        ("<svg><defs><text>Panier</text></defs><style>text{}</style><use/></svg>", ""),
        ('<i class="icone" role="img" aria-labelledby="nom"></i>', "Plan du hameau"),
        ('<svg aria-labelledby="nom"><path d="M0"/></svg>', "Plan du hameau"),
        ('<input type="image" src="a.png" alt="Panier">', "Panier"),
        ("<button>Panier</button>", "Panier"),
        ('<iframe src="panier.html" title="Panier"></iframe>', "Panier"),
        ('<span hidden>Panier</span><script>"Panier"</script>', ""),
        ('<img src="a.png" alt="">', ""),
    ],
)
def test_a_link_without_text_has_the_name_of_what_it_holds(inside: str, label: str) -> None:
    (link,) = _read(f'<a href="/panier">{inside}</a>').links
    assert link.text.value == ""
    assert link.label == label


@each_row(
    ("tag", "label"),
    [
        ('<a href="/p" aria-label="Plan du hameau">', "Plan du hameau"),
        ('<a href="/p" aria-labelledby="nom">', "Plan du hameau"),
        ('<a href="/p" aria-labelledby="absent">', ""),
        ('<a href="/p" title="Plan">', "Plan"),
        ('<a href="/p" title="voir">', ""),
        ('<a href="/p">', ""),
    ],
)
def test_a_link_s_label_says_more_than_its_text(tag: str, label: str) -> None:
    (link,) = _read(f"{tag}voir</a>").links
    assert link.label == label


def test_what_only_hearers_read_is_part_of_the_name() -> None:
    (link,) = _read(
        '<a href="/p">Lire <span class="visually-hidden">le plan du hameau</span></a>'
    ).links
    assert link.text.value == "Lire"
    assert link.label == "Lire le plan du hameau"


@each_row(
    ("heading", "level"),
    [
        ('<h4 aria-level="2">La voûte</h4>', 2),
        ('<h4 role="heading" aria-level="3">La voûte</h4>', 3),
        ('<h3 role="heading">La voûte</h3>', 3),
        ('<h2 aria-level="huit">La voûte</h2>', 2),
        ('<div role="heading" aria-level="9">La voûte</div>', 6),
        ('<div role="heading">La voûte</div>', 2),
        ('<h2 role="presentation">La voûte</h2>', 0),
        ('<h2 role="none">La voûte</h2>', 0),
        ('<h2 role="tab">La voûte</h2>', 0),
        ("<h2><p>La <span>voûte</span></p></h2>", 2),
        ('<h2><span id="sec-dates" class="date">La voûte</span></h2>', 2),
    ],
)
def test_levels_of_headings(heading: str, level: int) -> None:
    document = _read(f"</p>{heading}<p>Un maçon du bourg a gardé les pierres d’origine.")
    (block,) = [one for one in document.blocks if one.text.value == "La voûte"]
    assert block.level == level
    assert (block.kind is BlockKind.HEADING) is bool(level)


def test_a_heading_without_text_may_have_a_name() -> None:
    document = _read(
        "</p><h2><svg><title>La voûte</title></svg></h2><h2><svg></svg></h2><p>Le maçon."
    )
    assert [block.label for block in document.headings] == ["", "La voûte", ""]


def test_an_amp_image_is_an_image() -> None:
    part = '<amp-img src="/i.jpg" width="8" height="6" alt="Le four"><noscript><img src="/i.jpg"></noscript></amp-img>'
    (image,) = _read(part).images
    assert image.src.value == "/i.jpg"
    assert image.alt
    assert image.alt.value == "Le four"
    assert (image.width, image.height) == ("8", "6")


def test_a_button_may_be_an_image() -> None:
    (image,) = _read('<input type="IMAGE" src="/b.png"><input type="text" src="/c.png">').images
    assert (image.src.value, image.alt) == ("/b.png", None)


def test_a_heading_may_be_a_button_that_opens_its_section() -> None:
    document = _read(
        "</p><h2><button aria-expanded='false'>La voûte</button></h2><p>Le maçon. <button>Lire</button>"
    )
    assert [block.text.value for block in document.blocks[-2:]] == ["La voûte", "Le maçon."]
