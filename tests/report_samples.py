"""Reports made by hand, for the tests of the report formats: no rule of `rules/` and no parser is needed."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec.structs import replace

from seo_audit.analysis.keyphrases import Candidate
from seo_audit.document import (
    Block,
    BlockKind,
    Document,
    Furniture,
    Image,
    Link,
    Metadata,
    Text,
)
from seo_audit.document import Run as Piece
from seo_audit.errors import SourceError
from seo_audit.judging.gate import Gate, Outcome, judge
from seo_audit.judging.placing import placed, with_findings
from seo_audit.judging.score import by_category, limit, overall
from seo_audit.judging.suppression import RULE_ID, USELESS
from seo_audit.message import Language, Message
from seo_audit.rendering.remarks import apart
from seo_audit.rendering.summary import Line, Summary, View, line
from seo_audit.report import Figures, Report, Status, Verdict
from seo_audit.rule import (
    Category,
    Evidence,
    Fault,
    Finding,
    Reference,
    Rule,
    Severity,
)
from seo_audit.source import EMPTY, MISSING, Source, Span

HOSTILE = (
    "Titre </script><img src=x onerror=alert(1)> {{ 7*7 }} \u202eeuqitsatnaf ]]> & \"guillemets\" 'x' "
    "::error file=a::b %0A | `code` **gras** @equipe #12 \x1b[31mrouge\x00\x85\u2028fin"
)
"""A title that tries to break every format."""

TEXT = """\
# La fontaine du village coule de nouveau

La fontaine du village coule depuis lundi. Elle était à sec depuis quatre ans, car sa source avait \
changé de lit. Un maçon à la retraite a trouvé la fuite en une matinée, après avoir écouté le sol \
avec une barre de fer, soulevé deux pavés et fait taire les curieux qui se pressaient autour de lui.

#### Une panne de quatre ans

Les voisins s’en souviennent : il fallait porter l’eau. Pour en savoir plus, [cliquez ici](/eau).

![](bassin.jpg)

<!-- seo-audit-disable h1 -->

Lire aussi : la foire d’août
"""


def _rule(
    name: str,
    title: tuple[str, str],
    category: Category,
    severity: Severity,
    evidence: Evidence | None,
    *,
    over_optimisation: bool = False,
) -> Rule:
    return Rule(
        title=Message(*title),
        what=Message(
            fr=f"Cherche : {title[0].lower()}. Avec « guillemets », <balises> & 100 %.",
            en=f"Looks for: {title[1].lower()}. With “quotes”, <tags> & 100%.",
        ),
        why=Message(fr="Parce que le lecteur le mérite.", en="Because the reader deserves it."),
        category=category,
        severity=severity,
        evidence=evidence,
        references=(Reference("Une source | à lire", "https://example.org/a?b=1&c=2"),),
        check=lambda _document, _measures, _options: (),
        over_optimisation=over_optimisation,
        id=name,
        doc="A rule made for the tests.",
    )


RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (
        _rule(
            "broken-rule",
            ("Règle en panne", "Broken rule"),
            Category.CONTENT,
            Severity.WARNING,
            None,
        ),
        _rule(
            "h1",
            ("Titre principal", "Main heading"),
            Category.STRUCTURE,
            Severity.ERROR,
            Evidence.STANDARD,
        ),
        _rule(
            "heading-order",
            ("Ordre des titres", "Order of headings"),
            Category.STRUCTURE,
            Severity.WARNING,
            Evidence.STANDARD,
        ),
        _rule(
            "image-alt",
            ("Texte de remplacement", "Alternative text"),
            Category.MEDIA,
            Severity.ERROR,
            Evidence.STANDARD,
        ),
        _rule(
            "keyphrase-stuffing",
            ("Bourrage", "Stuffing"),
            Category.KEYPHRASE,
            Severity.WARNING,
            Evidence.GOOGLE,
            over_optimisation=True,
        ),
        _rule(
            "link-text",
            ("Texte des liens", "Link text"),
            Category.LINKS,
            Severity.WARNING,
            Evidence.GOOGLE,
        ),
        _rule(
            "no-break-spaces",
            ("Espaces insécables", "No-break spaces"),
            Category.TYPOGRAPHY,
            Severity.INFO,
            Evidence.STANDARD,
        ),
        _rule(
            "sentence-length",
            ("Longueur des phrases", "Sentence length"),
            Category.READABILITY,
            Severity.INFO,
            Evidence.TOOLS,
        ),
        _rule(
            "title",
            ("Balise title", "Title tag"),
            Category.METADATA,
            Severity.ERROR,
            Evidence.GOOGLE,
        ),
        _rule(
            "word-count",
            ("Longueur de l’article", "Article length"),
            Category.CONTENT,
            Severity.WARNING,
            Evidence.FOLKLORE,
        ),
    )
}

FAULTS: Mapping[str, Fault] = {
    "heading-order": Fault(
        Message(
            fr="Ce titre de niveau {level} suit un titre de niveau {previous}.",
            en="This heading of level {level} follows one of level {previous}.",
        ),
        Message(fr="Faites-en un titre de niveau 2.", en="Make it a heading of level 2."),
    ),
    "h1": Fault(
        Message(
            fr="Ce titre se lit « {text} ».",
            en="This heading reads “{text}”.",
        ),
        Message(fr="Réécrivez « {text} ».", en="Rewrite “{text}”."),
    ),
    "image-alt": Fault(
        Message(
            fr="Cette image n’a pas de texte de remplacement.",
            en="This image has no alternative text.",
        ),
        Message(
            fr="Décrivez ce qu’elle montre, ou marquez-la comme décorative.",
            en="Describe what it shows, or mark it as decorative.",
        ),
    ),
    "keyphrase-stuffing": Fault(
        Message(
            fr="L’expression clé revient {count:# fois|# fois} en peu de mots.",
            en="The keyphrase stands {count:once|# times} within few words.",
        ),
        Message(fr="Remplacez-la par un synonyme ou un pronom.", en="Use a synonym or a pronoun."),
    ),
    "link-text": Fault(
        Message(
            fr="Le lien « {text} » ne dit pas où il mène.",
            en="The link “{text}” does not say where it leads.",
        ),
        Message(
            fr="Nommez la page liée dans le texte du lien.",
            en="Name the linked page in the link’s text.",
        ),
    ),
    "sentence-length": Fault(
        Message(
            fr="Cette phrase compte {words:# mot|# mots}, plus que {limit}.",
            en="This sentence has {words:# word|# words}, more than {limit}.",
        ),
        Message(fr="Coupez-la en deux.", en="Cut it in two."),
    ),
    "no-break-spaces": Fault(
        Message(
            fr="Une espace ordinaire précède « {mark} ».",
            en="An ordinary space stands before “{mark}”.",
        ),
        Message(fr="Mettez une espace insécable.", en="Put a no-break space."),
    ),
    "word-count": Fault(
        Message(
            fr="L’article compte {words:# mot|# mots}, moins que le minimum de {minimum}.",
            en="The article has {words:# word|# words}, under the minimum of {minimum}.",
        ),
        Message(fr="Complétez-le.", en="Add to it."),
    ),
}


def span_of(text: str, part: str) -> Span:
    """Where a part stands."""
    start = text.index(part)
    return Span(start, start + len(part))


def text_of(text: str, part: str) -> Text:
    """A part as a text that knows its place."""
    span = span_of(text, part)
    return Text(part, (Piece(0, span.start, span.end),))


def verdict(name: str, found: Iterable[Finding], source: Source) -> Verdict:
    """What a rule of ours answers."""
    rule = RULES[name]
    answer = Verdict(
        rule=name,
        category=rule.category,
        status=Status.SKIPPED,
        severity=rule.severity,
        evidence=rule.evidence,
        weight=rule.points,
        over_optimisation=rule.over_optimisation,
    )
    return with_findings(answer, tuple(placed(rule, found, source)))


def without_answer(name: str, status: Status, error: str | None = None) -> Verdict:
    """A rule that was skipped, or crashed."""
    rule = RULES[name]
    return Verdict(
        name, rule.category, status, rule.severity, rule.evidence, rule.points, error=error
    )


def document(name: str = "articles/fontaine.md", text: str = TEXT) -> Document:
    """TEXT as a parser would read it."""
    source = Source(text, name=name)
    title = text.split("\n", maxsplit=1)[0].removeprefix("# ")
    parts = text.split("\n\n")
    blocks = [
        Block(BlockKind.HEADING, text_of(text, title), span_of(text, "# " + title), level=1),
        Block(BlockKind.PARAGRAPH, text_of(text, parts[1]), span_of(text, parts[1])),
        Block(
            BlockKind.HEADING,
            text_of(text, "Une panne de quatre ans"),
            span_of(text, "#### Une panne de quatre ans"),
            level=4,
        ),
        Block(
            BlockKind.PARAGRAPH,
            text_of(
                text,
                "Les voisins s’en souviennent : il fallait porter l’eau. Pour en savoir plus, ",
            ),
            span_of(text, parts[3]),
        ),
    ]
    return Document(
        source,
        "markdown",
        tuple(blocks),
        Metadata(titles=(text_of(text, title),)),
        links=(
            Link(
                text_of(text, "/eau"),
                text_of(text, "cliquez ici"),
                span_of(text, "[cliquez ici](/eau)"),
                block=3,
            ),
        ),
        images=(Image(text_of(text, "bassin.jpg"), Text(""), span_of(text, "![](bassin.jpg)")),),
        furniture=(
            Furniture(
                "related",
                "Lire aussi : la foire d’août",
                span_of(text, "Lire aussi : la foire d’août"),
            ),
        ),
    )


FIGURES = Figures(
    words=98,
    sentences=5,
    paragraphs=2,
    characters=529,
    syllables=140,
    readability=63.2,
    reading_ease=61.4,
    reading_minutes=0.4,
    headings=2,
    links=1,
    images=1,
    language="fr",
    keyphrase="fontaine du village",
    keyphrase_count=2,
    keyphrase_density=4.08,
    passive_share=0.0,
    connector_share=0.4,
    long_sentence_share=0.2,
    keyphrase_candidates=(Candidate("fontaine du village", 0.9), Candidate("barre de fer", 0.3)),
)


def _report(article: Document, verdicts: tuple[Verdict, ...], figures: Figures = FIGURES) -> Report:
    return Report(
        path=article.source.name,
        format=article.format,
        document=article,
        figures=figures,
        verdicts=verdicts,
        score=overall(verdicts, figures.words),
        score_limit=limit(verdicts, figures.words),
        categories=by_category(verdicts),
    )


@cache
def poor(name: str = "articles/fontaine.md") -> Report:
    """Every status, every severity, findings with and without a place, related places, silencing."""
    article = document(name)
    text, source = article.source.text, article.source
    long = text[text.index("Un maçon") : text.index("\n\n####")]
    related = replace(
        FAULTS["heading-order"].at(
            span_of(text, "#### Une panne de quatre ans"), level=4, previous=1
        ),
        related=(span_of(text, "# La fontaine du village coule de nouveau"),),
    )
    stuffing = FAULTS["keyphrase-stuffing"].at(
        span_of(text, "fontaine du village coule depuis"), count=4
    )
    useless = USELESS.at(
        span_of(text, "<!-- seo-audit-disable h1 -->"), Severity.WARNING, rules="h1"
    )
    silencing = Verdict(
        RULE_ID,
        Category.CONTENT,
        Status.FAILED,
        Severity.WARNING,
        None,
        0,
        findings=tuple(placed(replace(RULES["h1"], id=RULE_ID), [useless], source)),
    )
    return _report(
        article,
        (
            without_answer("broken-rule", Status.BROKEN, "ZeroDivisionError: division by zero"),
            verdict("h1", [], source),
            verdict("heading-order", [related], source),
            verdict(
                "image-alt", [FAULTS["image-alt"].at(span_of(text, "![](bassin.jpg)"))], source
            ),
            verdict("keyphrase-stuffing", [stuffing], source),
            verdict(
                "link-text",
                [FAULTS["link-text"].at(span_of(text, "cliquez ici"), text="cliquez ici")],
                source,
            ),
            verdict("no-break-spaces", _spaces(text), source),
            verdict(
                "sentence-length",
                [FAULTS["sentence-length"].at(span_of(text, long), words=42, limit=25)],
                source,
            ),
            without_answer("title", Status.SKIPPED),
            verdict("word-count", [FAULTS["word-count"].at(None, words=98, minimum=300)], source),
            silencing,
        ),
    )


def _spaces(text: str) -> Iterator[Finding]:
    for index, char in enumerate(text):
        if char == ":":
            yield FAULTS["no-break-spaces"].at(Span(index - 1, index + 1), mark=":")


@cache
def good(name: str = "articles/bon.md") -> Report:
    """An article that every rule passes or skips."""
    article = document(name)
    return _report(
        article,
        (
            verdict("h1", [], article.source),
            verdict("heading-order", [], article.source),
            without_answer("title", Status.SKIPPED),
            verdict("word-count", [], article.source),
        ),
    )


@cache
def hostile(name: str = "articles/a,b:c%\n\u202e|`<é>` \x1b[31m\udce9.md") -> Report:
    """Titles, excerpts, values and a file name that try to break the format."""
    article = document(name, TEXT.replace("La fontaine du village coule de nouveau", HOSTILE))
    source = article.source
    heading = article.blocks[0].span
    findings = [FAULTS["h1"].at(heading, text=HOSTILE), FAULTS["h1"].at(None, text="long " * 2000)]
    return _report(
        article,
        (
            without_answer("broken-rule", Status.BROKEN, f"ValueError: {HOSTILE}"),
            verdict("h1", findings, source),
            verdict("link-text", [FAULTS["link-text"].at(Span(0, 0), text=HOSTILE)], source),
        ),
        replace(FIGURES, keyphrase=HOSTILE),
    )


REMARK = Fault(
    Message(
        fr="Aucun éclusier n’est nommé. L’article parle de : {name}.",
        en="No lock keeper is named. The article is about: {name}.",
    ),
    Message(fr="Nommez-en un.", en="Name one."),
)


def remarkable(name: str) -> Report:
    """An article with a remark: it weighs nothing and has no place."""
    report = poor(name)
    verdicts = [
        replace(
            one,
            weight=0,
            findings=(
                replace(
                    one.findings[0],
                    fault=REMARK,
                    values={"name": name},
                    severity=Severity.INFO,
                    place=None,
                ),
            ),
        )
        if one.rule == "sentence-length"
        else one
        for one in report.verdicts
    ]
    return replace(report, verdicts=tuple(verdicts))


@cache
def unreadable(name: str = "articles/absent.md") -> Report:
    """A file that is not there."""
    return Report(path=name, error=SourceError(MISSING, name=name))


def unjudged(name: str = "articles/vide.txt") -> Report:
    """An article of which no rule was asked and nothing could be measured."""
    article = Document(Source("…\n", name=name), "text")
    figures = Figures(
        0, 0, 0, 1, 0, None, None, 0.0, 0, 0, 0, "und", None, None, None, None, None, None
    )
    return Report(name, "text", document=article, figures=figures)


def every() -> tuple[Report, ...]:
    """One of each."""
    empty = Report(path="b.html", error=SourceError(EMPTY, name="b.html"))
    return (poor(), good(), hostile(), unreadable(), unjudged(), empty)


def many(count: int = 300) -> Iterator[Report]:
    """Many articles, made as they are asked for."""
    kinds = (poor, good, hostile, unreadable)
    for number in range(count):
        yield kinds[number % len(kinds)](f"articles/{number:03}.md")


def view(language: Language = "fr", **settings: bool | int) -> View:
    """How to show it, with the rules made here."""
    return replace(View(RULES, language), **settings)


GATE = Gate(fail_on=Severity.ERROR, fail_under={None: 40, Category.METADATA: 10}, max_warnings=2)


def outcome(report: Report, gate: Gate = GATE) -> Outcome:
    """What the gate says."""
    return judge(report, gate)


def summary(reports: Iterable[Report], language: Language = "fr", fixed: int = 0) -> Summary:
    """What the command line keeps of a run."""
    return Summary(tuple(_lines(reports, language)), fixed)


def _lines(reports: Iterable[Report], language: Language) -> Iterator[Line]:
    for report in reports:
        yield line(report, outcome(report), language)


def rendered(
    name: str, reports: Iterable[Report], shown: View | None = None, *, fixed: int = 0
) -> str:
    """A whole report as the command line makes it."""
    from seo_audit import plugins

    reports = tuple(reports)
    shown = replace(shown or view(), several=len(reports) > 1)
    format_ = plugins.report(name)
    lines: list[Line] = []
    entries: list[str] = []
    for whole in reports:
        result = outcome(whole)
        report, remarks = apart(whole, result, shown.language) if shown.several else (whole, ())
        entries.append(format_.entry(report, result, shown))
        lines.append(line(report, result, shown.language, remarks))
    return "".join(format_.render(iter(entries), Summary(tuple(lines), fixed), shown))
