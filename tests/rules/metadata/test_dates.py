import pytest
from conftest import CheckRule
from tables import each_row


def page(published: str) -> str:
    return f'<head><meta property="article:published_time" content="{published}"></head><p>Mot.</p>'


@each_row(
    "text",
    [
        "2026-05-04",
        "2026-05-04T08:00Z",
        "2026-05-04T08:00:00.000+0200",
        "2026-05-04 08:00:00",
        "2026-11-22",
        "2026",
    ],
)
def test_good_ones(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("dates", page(text))


@each_row("text", ["04/05/2026", "2026-5-4", "2026-13-01", "2026-02-30", "hier", "2026-11-23"])
def test_bad_ones(check_rule: CheckRule, text: str) -> None:
    assert len(check_rule("dates", page(f"⟦{text}⟧"))) == 1


def test_those_of_structured_data_have_their_place(check_rule: CheckRule) -> None:
    check_rule(
        "dates",
        '<head><script type="application/ld+json">{"@type": "Article", "datePublished": "⟦4 mai⟧"}</script></head><p>Mot.</p>',
    )


def test_a_generator_reads_its_own_dates(check_rule: CheckRule) -> None:
    assert not check_rule("dates", "---\ndate: 4 mai 2026\n---\n\nMot.\n", "markdown")


def test_the_date_shown_and_that_of_the_data_agree(check_rule: CheckRule) -> None:
    text = (
        '<head><meta property="article:published_time" content="2026-05-04"></head>'
        "<article><p>Publié le {}. Mot.</p></article>"
    )
    time = '<time itemprop="datePublished" datetime="2026-05-{}">{} mai</time>'
    assert not check_rule("dates", text.format(time.format("05", "5")))
    assert check_rule("dates", text.format(f"⟦{time.format('09', '9')}⟧"))


def test_no_date_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("dates", "<head></head><p>Mot.</p>", applies=False)


@pytest.mark.parametrize("kind", ["Comment", "VideoObject"])
def test_a_comment_s_date_is_the_comment_s(check_rule: CheckRule, kind: str) -> None:
    text = (
        '<head><meta property="article:published_time" content="2026-05-04"></head><article><p>Mot.</p>'
        f'<div itemscope itemtype="https://schema.org/{kind}">'
        '<meta itemprop="datePublished" content="2026-09-01">Oui.</div></article>'
    )
    assert not check_rule("dates", text)
    check_rule("dates", text.replace("article:published_time", "x"), applies=False)


@each_row(
    ("line", "is_right"),
    [
        ("Publié le 4 mai 2026", True),
        ("Publié le lundi 4 mai 2026 à 14 h", True),
        ("Mis en ligne le 05/05/2026", True),
        ("Publié le 4 mai 2026, mis à jour le 9 juin 2026", True),
        ("Publié le 4/05/24", False),
        ("Publié le : 4 avril 2026", False),
        ("Publié le 31/02/2024", True),
        ("Publié il y a deux jours", True),
        ("Paru le 3 mars 2019, ce roman raconte un lac.", True),
        ("Article publié le 4 avril 2026", False),
        ("Publié le 3 mars 2019 dans Le Canton", True),
        ("Vidéo publiée le 3 mars 2019", True),
    ],
)
def test_the_date_under_the_title(check_rule: CheckRule, line: str, is_right: bool) -> None:
    text = (
        '<head><meta property="article:published_time" content="2026-05-04"></head>'
        f"<article><h1>Le lac</h1><p>{line if is_right else f'⟦{line}⟧'}</p><p>Il est gelé depuis lundi.</p></article>"
    )
    check_rule("dates", text)


@each_row(
    ("published", "modified", "is_right"),
    [
        ("Sep 20 2025", "⟦Jul 01 2025⟧", False),
        ("20 septembre 2025", "⟦2 juil. 2025⟧", False),
        ("September 20, 2025", "Jul 1 2026", True),
        ("Mon, 20 Oct 2025 10:00:00 GMT", "⟦2025/10/02⟧", False),
        ("20/09/2025", "01/07/2025", True),
        ("Last Modified", "git Last Modified", True),
    ],
)
def test_a_front_matter_s_dates_are_compared_where_they_can_be_read(
    check_rule: CheckRule, published: str, modified: str, is_right: bool
) -> None:
    text = f'---\npubDate: "{published}"\nupdatedDate: "{modified}"\n---\n\nMot.\n'
    assert bool(check_rule("dates", text, "markdown")) is not is_right


def test_a_switch_is_no_date(check_rule: CheckRule) -> None:
    check_rule("dates", "---\npublished: true\n---\n\nMot.\n", "markdown", applies=False)


def test_an_event_s_day_is_not_the_article_s(check_rule: CheckRule) -> None:
    check_rule(
        "dates",
        '<html><head><title>Le marché</title></head><body><p itemprop="date">Du 22 au 27/05/2026</p><p>Il revient.</p></body></html>',
        applies=False,
    )


@each_row(
    ("line", "is_right"),
    [
        ("<p>⟦Par Zoé Lambel, le 4 avril 2026⟧</p>", False),
        ("<p>⟦Par Zoé Lambel | 4 avril 2026⟧</p>", False),
        ('<p><time datetime="2026-04-04">⟦4 avril 2026⟧</time></p>', False),
        ('<p class="entry-date">⟦4 avril 2026⟧</p>', False),
        # it may be an event's, an update's, or that of what the article tells of
        ('<p class="entry-date">9 juin 2026</p>', True),
        ('<p><time datetime="2026-06-09">9 juin 2026</time></p>', True),
        ('<p><time class="event-start" datetime="2026-04-04">4 avril 2026</time></p>', True),
        ('<p>Mis à jour le <time datetime="2026-04-04">4 avril 2026</time></p>', True),
        ("<p>4 avril 2026</p>", True),
        ('<p>Par Zoé Lambel, le <time datetime="2026-05-04">4 mai 2026</time></p>', True),
    ],
)
def test_a_date_that_nothing_labels(check_rule: CheckRule, line: str, is_right: bool) -> None:
    text = (
        '<html><head><meta property="article:published_time" content="2026-05-04"><title>Le lac</title></head>'
        f"<body><article><h1>Le lac</h1>{line}<p>Il est gelé depuis lundi, et les enfants y patinent.</p></article></body></html>"
    )
    assert bool(check_rule("dates", text)) is not is_right


@pytest.mark.parametrize(
    "around",
    [
        "<blockquote>{}</blockquote>",
        "<figure><img src=a.png alt=''><figcaption>{}</figcaption></figure>",
    ],
)
def test_what_is_quoted_or_shown_has_a_date_of_its_own(check_rule: CheckRule, around: str) -> None:
    line = around.format("<p>Publié le 4 avril 2019</p>")
    text = (
        '<head><meta property="article:published_time" content="2026-05-04"></head>'
        f"<article><h1>Le lac</h1>{line}<p>Il est gelé depuis lundi.</p></article>"
    )
    check_rule("dates", text)


def test_a_date_typed_in_markdown_agrees_with_the_front_matter(check_rule: CheckRule) -> None:
    text = "---\ntitle: Le lac\ndate: 2026-05-04\n---\n\n*{}*\n\nIl est gelé depuis lundi.\n"
    check_rule("dates", text.format("Publié le 4 mai 2026"), "markdown")
    check_rule("dates", text.format("⟦Publié le 4 avril 2026⟧"), "markdown")


@each_row(
    ("text", "judged"),
    [
        ("20260504", True),
        ("20260504T081500Z", True),
        ("2026-05-04T24:00", True),
        ("{{ page.date }}", False),
        ("{% now %}", False),
    ],
)
def test_the_basic_format_is_iso_and_a_template_is_not_judged(
    check_rule: CheckRule, text: str, *, judged: bool
) -> None:
    script = '<head><script type="application/ld+json">{"@type": "Article", "datePublished": "%s"}</script></head><p>Mot.</p>'
    for one in (page(text), script % text):
        assert not check_rule("dates", one, applies=judged)


@each_row("text", ["2026-05-04T25:00", "2026-05-04T10:75", "2026-0504", "20261304", "202605"])
def test_hours_that_are_none_and_formats_mixed(check_rule: CheckRule, text: str) -> None:
    assert len(check_rule("dates", page(f"⟦{text}⟧"))) == 1


@each_row(
    "shown",
    [
        "⟦Date de publication : 12 mars 2024⟧",
        "⟦Le 12 mars 2024 par Maud Perrin⟧",
        "⟦Publié le 12-03-2024⟧",
    ],
)
def test_other_ways_to_date_an_article(check_rule: CheckRule, shown: str) -> None:
    start = '<head><meta property="article:published_time" content="2026-05-04"></head><article><h1>Le lac</h1>'
    assert len(check_rule("dates", f"{start}<p>{shown}</p><p>Il est gelé.</p></article>")) == 1


@each_row(
    "line",
    [
        "<p>Date de publication : 4 mai 2026</p>",
        "<p>Le 12 mars 2024 par décision du conseil</p>",
        "<p>Le 12 mars 2024, par grand froid, le lac a gelé.</p>",
        '<div itemscope itemtype="https://schema.org/Answer"><time itemprop="dateCreated" datetime="2024-03-12">12 mars 2024</time></div>',
    ],
)
def test_dates_that_are_not_the_article_s(check_rule: CheckRule, line: str) -> None:
    start = '<head><meta property="article:published_time" content="2026-05-04"></head><article><h1>Le lac</h1>'
    assert not check_rule(
        "dates", f"{start}<p>Il est gelé depuis lundi.</p>{line}<p>Il fond.</p></article>"
    )


@each_row(
    ("modified", "told"),
    [
        ("2024-05-03T23:30:00Z", False),
        ("2024-05-03T22:30:00Z", True),
        ("2024-05-03T23:30:00", True),
        ("2024-05-03", True),
    ],
)
def test_moments_on_two_clocks(check_rule: CheckRule, modified: str, told: bool) -> None:
    place = f"⟦{modified}⟧" if told else modified
    text = f"---\ndate: '2024-05-04T01:00:00+02:00'\nlastmod: '{place}'\n---\n\nUn mot.\n"
    check_rule("dates", text, "markdown")


def test_a_date_that_a_template_fills_in(check_rule: CheckRule) -> None:
    meta = '<meta property="article:published_time" content="{}">'
    check_rule("dates", f"<head>{meta.format('{{ jour }}')}</head><p>Mot.</p>", applies=False)
    data = '<script type="application/ld+json">{"@type":"Article","datePublished":"{{ jour }}"}</script>'
    check_rule("dates", f"<head>{data}</head><p>Mot.</p>", applies=False)


def test_a_page_of_many_articles_is_dated_by_the_one_described(check_rule: CheckRule) -> None:
    item = '<li itemscope itemtype="https://schema.org/Article"><h3>{0}</h3>{1}</li>'
    time = '<time itemprop="datePublished" datetime="{0}">le {0}</time>'
    days = ("2024-05-04", "2024-03-12", "2023-11-30")
    items = "".join(item.format(f"Le lac {day}", time.format(day)) for day in days)
    assert not check_rule("dates", f"<head></head><h1>Le lac</h1><ol>{items}</ol>")
    # one article with two of them: one is wrong
    twice = item.format("Le lac", time.format("2024-05-04") + f"⟦{time.format('2023-11-30')}⟧")
    other = item.format("Le mur", time.format("2023-11-30"))
    check_rule("dates", f"<head></head><h1>Le lac</h1><ol>{twice}{other}</ol>")
    # and none is that of the page's head
    head = '<head><meta property="article:published_time" content="2026-05-04"></head>'
    first, *others = (item.format("Le lac", time.format(day)) for day in days)
    marked = first.replace("<time", "⟦<time").replace("</time>", "</time>⟧")
    check_rule("dates", f"{head}<h1>Le lac</h1><ol>{marked}{''.join(others)}</ol>")


def test_a_post_planned_for_later_was_written_before(check_rule: CheckRule) -> None:
    head = (
        '<head><meta property="article:published_time" content="2026-05-04T09:00:57+02:00">'
        '<meta property="article:modified_time" content="{}"></head><p>Mot.</p>'
    )
    assert not check_rule("dates", head.format("2026-04-12T12:44:49+02:00"))
    assert check_rule("dates", head.format("⟦2026-04-12⟧"))
    assert check_rule("dates", head.format("⟦2026-04-12T12:44:00+02:00⟧"))


def test_what_was_translated_appeared_elsewhere(check_rule: CheckRule) -> None:
    page = (
        '<head><meta property="article:published_time" content="2026-05-06"></head>'
        "<article><h1>Le lac</h1><p>{}</p><p>Il est gelé depuis lundi, et on y patine.</p></article>"
    )
    said = "par Zoé Lambel-Riou<br>publié le 4 mars 2026"
    assert not check_rule("dates", page.format(f"{said}<br>Le Canton"))
    assert check_rule("dates", page.format("⟦publié le 4 mars 2026⟧"))
