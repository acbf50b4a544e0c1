"""Processor time of each rule over a parsed article of 1,000 words, French analysis included.

    python benchmarks/rules.py [--format html|markdown|text] [--runs 30] [--profile NAME] [--article FILE]

Each run makes fresh measures, asks what the rules share in a fixed order (that is what analysis costs),
then every rule that is on. Times are medians of processor time; the machine may be shared. The first run,
which loads word lists and compiles patterns, is shown apart. The target is 15 ms on one core, all together.
"""

import argparse
import gc
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import process_time

from seo_audit import engine, plugins
from seo_audit.config.config import Config, Settings
from seo_audit.document import Document, Format
from seo_audit.measures import Measures
from seo_audit.parsing import FORMATS, parse
from seo_audit.source import Source

TARGET = 15.0
"""Milliseconds."""

SHARED: Mapping[str, Callable[[Measures], object]] = {
    "all words": lambda measures: measures.first_words,
    "all plain texts": lambda measures: measures.plain_words,
    "all quotations": lambda measures: measures.quotations,
    "all sentences": lambda measures: measures.sentences,
    "all syllables": lambda measures: measures.syllable_count,
    "all passives": lambda measures: measures.passives,
    "all connectors": lambda measures: measures.connectors,
    "all sections": lambda measures: measures.sections,
    "all language": lambda measures: measures.language,
    "all passages": lambda measures: [passage.text for passage in measures.passages],
    "all keyphrase": lambda measures: measures.keyphrase_occurrences,
}
"""What several rules ask of the measures: computed once, told apart from the rules."""

PARAGRAPHS = """\
La haie champêtre revient dans les jardins, après quarante ans de thuyas. Elle mêle des arbustes du pays, fleurit au printemps et nourrit les oiseaux en hiver. Elle demande aussi moins de taille qu’un mur de résineux. Voici ce qu’elle apporte, et comment la planter.
Une haie variée coupe le vent au lieu de le bloquer. Derrière un mur, l’air tourbillonne ; derrière des branches, il ralentit. Le potager y gagne quelques degrés au printemps. En été, le sol sèche moins vite, car l’ombre est légère.
Les racines retiennent aussi la terre. Dans un jardin en pente, l’eau de pluie est arrêtée par une haie plantée en travers, et s’infiltre au lieu de ruisseler. De plus, les feuilles mortes font un paillis gratuit, que les vers descendent peu à peu dans le sol.
« Nous avons planté deux cents mètres en 2019 », raconte M. Le Goff, maraîcher près de Quimper. Il a payé 1 200 € de plants, dont 60 % ont été remboursés par la région. Cinq ans plus tard, il ne regrette rien : les limaces ont reculé.
Le plus simple est de regarder autour de soi. Les arbustes qui poussent seuls au bord des chemins supportent votre sol et votre climat. Ils coûtent peu, ils reprennent bien, et leurs baies plaisent aux grives comme aux merles.
La saison va de la Sainte-Catherine à la fin du mois de mars. Il faut pourtant éviter les jours de gel et la terre détrempée. Cependant, un sol léger se plante même en janvier, pourvu que l’on arrose ensuite.
""".splitlines()
ADJECTIVES = ("", "jeunes ", "belles ", "simples ", "autres ", "grandes ")
_ARTICLE = re.compile(r"\b[Ll]es |\b[Dd]es |\bses |\bvotre |\bune ")
HEADINGS = (
    "Ce que la haie apporte",
    "Choisir ses arbustes",
    "Planter au bon moment",
    "Une taille douce",
)


def article(words: int) -> str:
    """An article in Markdown of about so many words, with headings, a list, links and an image."""
    parts = [
        "# Pourquoi la haie champêtre revient",
        PARAGRAPHS[0],
        "![Une haie en fleurs](haie.jpg)",
    ]
    number = 0
    while sum(len(part.split()) for part in parts) < words:
        if number % 3 == 0:
            parts.append(f"## {HEADINGS[number // 3 % len(HEADINGS)]} ({number // 3 + 1})")
        said = ADJECTIVES[number // len(PARAGRAPHS) % len(ADJECTIVES)]
        parts.append(_ARTICLE.sub(rf"\g<0>{said}", PARAGRAPHS[number % len(PARAGRAPHS)]))
        if number % 4 == 1:
            parts.append(
                "- l’aubépine, le cornouiller ou la viorne ;\n- le [sureau](/sureau) et le prunellier ;\n- le houx."
            )
        number += 1
    return "\n\n".join(parts)


def read(text: str, form: Format, config: Config) -> tuple[Document, Settings]:
    if form == "html":
        from markdown_it import MarkdownIt

        body = MarkdownIt().render(text)
        text = (
            '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Pourquoi la haie champêtre revient</title>'
            '<meta name="description" content="La haie champêtre, pourquoi et comment."></head>'
            f"<body><main><article>{body}</article></main></body></html>"
        )
    if form == "text":
        text = text.replace("## ", "").replace("# ", "")
    source = Source(text)
    document = config.override(parse(source, config.parsing_for(source), form))
    return document, config.settings(document, plugins.rules())


def run(document: Document, settings: Settings) -> dict[str, float]:
    """Milliseconds of each part of one run: « all words », …, then the ids of the rules."""
    measures = Measures(document, settings.target)
    rules = plugins.rules()
    times = {}
    for name, ask in SHARED.items():
        start = process_time()
        ask(measures)
        times[name] = 1000 * (process_time() - start)
    for name in settings.enabled:
        start = process_time()
        engine.judge(rules[name], settings.options[name], document, measures)
        times[name] = 1000 * (process_time() - start)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--format", choices=sorted(set(FORMATS.values())), default="markdown")
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--profile", default="article")
    parser.add_argument("--article", type=Path)
    options = parser.parse_args()
    text = options.article.read_text("utf-8") if options.article else article(1000)
    config = Config(keyphrase="haie champêtre", profile=options.profile)
    document, settings = read(text, options.format, config)
    first = sum(run(document, settings).values())
    times: dict[str, list[float]] = defaultdict(list)
    totals = []
    gc.collect()
    gc.freeze()
    for _ in range(options.runs):
        one = run(document, settings)
        totals.append(sum(one.values()))
        for name, spent in one.items():
            times[name].append(spent)
    middle = {name: median(spent) for name, spent in times.items()}
    whole = sum(middle.values())
    print(
        f"{Measures(document).word_count} words, {options.format}, profile {options.profile}, {len(settings.enabled)} rules"
    )
    for name, spent in sorted(middle.items(), key=lambda pair: -pair[1]):
        mark = "analysis" if name in SHARED else "rule"
        print(f"{spent:8.3f} ms {spent / whole:6.1%}  {mark:8}  {name}")
    analysis = sum(spent for name, spent in middle.items() if name in SHARED)
    print(f"analysis {analysis:.1f} ms, rules {whole - analysis:.1f} ms")
    verdict = "within" if median(totals) <= TARGET else "OVER"
    print(
        f"total {median(totals):.1f} ms (median of {options.runs} runs, best {min(totals):.1f}, first {first:.0f}): {verdict} {TARGET:.0f} ms"
    )


if __name__ == "__main__":
    main()
