"""One table: each function of `seo_audit.french` beside other tools which do the same work.

    python benchmarks/french.py [--treebank GSD.conllu ...] [--lexicon Lexique383.txt]
                                [--languages DIRECTORY] [--text ARTICLES.txt]

Without arguments the project's own test data serve as gold. A treebank (CoNLL-U) adds sentence ends, passive
participles and a count of words on text nobody here wrote; a lexicon (Lexique 3.83) adds syllables and pairs of words; a
directory of `xx.txt` files, one sentence a line, adds languages. Peers which are not installed are left out:
`pip install pysbd textstat pyphen snowballstemmer simplemma yake`.

Accuracy is said in each row; speed is processor time on the same text, after a first call; « first result » is the
time a fresh interpreter takes from nothing to the first answer of that function.
"""

import argparse
import csv
import importlib.util
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from time import process_time
from typing import NamedTuple

from seo_audit import french

DATA = Path(__file__).parent.parent / "tests" / "data" / "french"
VOWELS = re.compile("[aeiouyàâäéèêëîïôöùûüœæ]+")
REGEX_STOP = re.compile(
    r"(?<![A-Z])(?<!Mme)(?<!etc)(?<!Dr)[.!?…]+[»”\")]*\s+(?=[«“\"(–-]?\s?[A-ZÀ-Þ0-9])"
)


class Row(NamedTuple):
    task: str
    tool: str
    accuracy: str
    speed: str
    first: str


def installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def first_result(code: str) -> str:
    """Milliseconds from nothing to the first answer, in a fresh interpreter; the best of three."""
    timed = f"import time; t = time.perf_counter(); {code}; print((time.perf_counter() - t) * 1000)"
    runs = [
        subprocess.run(
            [sys.executable, "-c", timed], capture_output=True, text=True, check=True
        ).stdout
        for _ in range(3)
    ]
    return f"{min(float(run.split()[-1]) for run in runs):.0f} ms"


def speed(work: Callable[[str], object], text: str) -> str:
    """Megabytes a second on a text the tool has not seen as such, but whose words it has."""
    work(text)
    start = process_time()
    work(text + " ")
    seconds = max(process_time() - start, 1e-6)
    return f"{len(text.encode()) / 1e6 / seconds:.2f} MB/s"


def f1(found: set[int], gold: set[int]) -> str:
    both = len(found & gold)
    return f"F1 {2 * both / max(1, len(found) + len(gold)):.4f}"


# --- gold


def tricky_sentences() -> list[list[str]]:
    blocks = (DATA / "sentences.txt").read_text("utf-8").rstrip("\n").split("\n\n")
    lines = [[line for line in block.split("\n") if not line.startswith("#")] for block in blocks]
    return [block for block in lines if block and not any("⏎" in line for line in block)]


def treebank_sentences(path: Path) -> list[str]:
    return [
        line[9:] for line in path.read_text("utf-8").split("\n") if line.startswith("# text = ")
    ]


def blocks_of_ten(sentences: Sequence[str]) -> list[list[str]]:
    """Texts of the length of a paragraph, which suits all the tools."""
    return [list(sentences[start : start + 10]) for start in range(0, len(sentences), 10)]


def passive_participles(path: Path) -> Iterable[tuple[str, set[int]]]:
    """Each sentence with the places of its passive participles: what an aux:pass depends on."""
    for block in path.read_text("utf-8").strip().split("\n\n"):
        text = next(line[9:] for line in block.split("\n") if line.startswith("# text = "))
        tokens = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        places: dict[str, int] = {}
        position = 0
        inside = ""  # last part of a contraction: « 8-9 du » is written, « 8 de », « 9 le » are not
        for token in tokens:
            if not inside and (place := text.find(token[1], position)) >= 0:
                places[token[0]] = place
                position = place + len(token[1])
            if "-" in token[0]:
                inside = token[0].partition("-")[2]
            elif token[0] == inside:
                inside = ""
        yield (
            text,
            {places[token[6]] for token in tokens if token[7] == "aux:pass" and token[6] in places},
        )


def lexicon(path: Path) -> dict[str, list[tuple[float, int]]]:
    """Readings of each form, with their use and their syllables."""
    forms: dict[str, list[tuple[float, int]]] = defaultdict(list)
    with path.open(encoding="cp1252") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            use = sum(
                float(row[name].replace(",", ".") or 0)
                for name in ("9_freqfilms2", "10_freqlivres")
            )
            forms[row["1_ortho"]].append((use, int(row["24_nbsyll"])))
    return forms


def word_pairs() -> list[tuple[str, str, bool]]:
    lines = (DATA / "word_pairs.txt").read_text("utf-8").splitlines()
    groups = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return [(words[0], other, sign == "=") for sign, *words in groups for other in words[1:]]


# --- tasks


def word_rows(text: str) -> Iterable[Row]:
    spaces = sum(any(map(str.isalnum, part)) for part in text.split())

    def share(count: int) -> str:
        return f"{count / spaces - 1:+.2%} against spaces"

    first = first_result("from seo_audit.french import words; words('oui')")
    yield Row(
        "words",
        "seo_audit",
        share(len(french.words(text))),
        speed(french.words, text),
        first,
    )
    if installed("textstat"):
        import textstat

        textstat.set_lang("fr")
        first = first_result(
            "import textstat; textstat.set_lang('fr'); textstat.lexicon_count('oui')"
        )
        count = textstat.lexicon_count(text)
        yield Row(
            "words",
            "textstat",
            share(count),
            speed(textstat.lexicon_count, text),
            first,
        )


def splitters() -> Iterable[tuple[str, Callable[[str], list[int]], str]]:
    """Name, function from a text to the places where its sentences end, and code for the first result."""
    yield (
        "seo_audit",
        lambda text: [end for _, end in french.sentences(text)],
        "from seo_audit.french import sentences; sentences('Oui. Non.')",
    )
    yield (
        "a regex",
        lambda text: (
            [m.start() + len(m[0].rstrip()) for m in REGEX_STOP.finditer(text)] + [len(text)]
        ),
        "import re",
    )
    if installed("pysbd"):
        import pysbd

        segmenter = pysbd.Segmenter(language="fr", clean=False)

        def ends(text: str) -> list[int]:
            places = []
            position = 0
            for piece in segmenter.segment(text):
                position = text.index(piece.strip(), position) + len(piece.strip())
                places.append(position)
            return places

        yield (
            "pysbd",
            ends,
            "import pysbd; pysbd.Segmenter(language='fr', clean=False).segment('Oui. Non.')",
        )


def sentence_rows(texts: Sequence[tuple[str, list[list[str]]]], speed_text: str) -> Iterable[Row]:
    for tool, ends, code in splitters():
        scores = []
        for name, blocks in texts:
            found: set[int] = set()
            gold: set[int] = set()
            offset = 0
            for block in blocks:
                text = " ".join(block)
                found.update(offset + end for end in ends(text))
                place = offset - 1
                for sentence in block:
                    place += 1 + len(sentence)
                    gold.add(place)
                offset += len(text) + 1
            scores.append(f"{name} {f1(found, gold)}")
        sample = speed_text[:200_000] if tool == "pysbd" else speed_text
        yield Row(
            "sentences",
            tool,
            ", ".join(scores),
            speed(ends, sample),
            first_result(code),
        )


def counters() -> Iterable[tuple[str, Callable[[str], int], str]]:
    yield (
        "seo_audit",
        french.syllables,
        "from seo_audit.french import syllables; syllables('maison')",
    )
    yield "vowel groups", lambda word: len(VOWELS.findall(word.lower())) or 1, "import re"
    if installed("pyphen"):
        import pyphen

        dictionary = pyphen.Pyphen(lang="fr")
        code = "import pyphen; pyphen.Pyphen(lang='fr').positions('maison')"
        yield "pyphen", lambda word: len(dictionary.positions(word)) + 1, code
    if installed("textstat"):
        import textstat

        textstat.set_lang("fr")
        code = "import textstat; textstat.set_lang('fr'); textstat.syllable_count('maison')"
        yield "textstat", textstat.syllable_count, code


def count_words(count: Callable[[str], int], text: str) -> int:
    return sum(count(word) for word in text.split())


def syllable_rows(forms: dict[str, list[tuple[float, int]]], text: str) -> Iterable[Row]:
    total = sum(use for readings in forms.values() for use, _ in readings)
    for tool, count, code in counters():
        exact = weighted = bias = 0.0
        for form, readings in forms.items():
            counted = count(form)
            exact += counted == max(readings)[1]
            weighted += sum(use for use, gold in readings if gold == counted)
            bias += sum(use * (counted - gold) for use, gold in readings)
        accuracy = f"forms {exact / len(forms):.2%}, weighted {weighted / total:.2%}, bias {bias / total:+.4f}"
        yield Row(
            "syllables",
            tool,
            accuracy,
            speed(partial(count_words, count), text),
            first_result(code),
        )


def hand_judged_syllables() -> dict[str, list[tuple[float, int]]]:
    lines = [line.split(" ") for line in (DATA / "syllables.txt").read_text("utf-8").splitlines()]
    return {
        word: [(1.0, int(line[0]))]
        for line in lines
        if line[0].isdigit()
        for word in line[1:]
        if word.islower()
    }


def matchers() -> Iterable[tuple[str, Callable[[str, str], bool], str]]:
    yield (
        "seo_audit",
        french.same_word,
        "from seo_audit.french import same_word; same_word('chat', 'chats')",
    )
    if installed("simplemma"):
        from simplemma import lemmatize

        code = "import simplemma; simplemma.lemmatize('chats', lang='fr')"
        yield "simplemma", lambda a, b: lemmatize(a, lang="fr") == lemmatize(b, lang="fr"), code
    if installed("snowballstemmer"):
        import snowballstemmer

        stem = snowballstemmer.stemmer("french").stemWord
        code = "import snowballstemmer; snowballstemmer.stemmer('french').stemWord('chats')"
        yield "snowball", lambda a, b: stem(a.lower()) == stem(b.lower()), code


def same_word_rows() -> Iterable[Row]:
    pairs = word_pairs()
    for tool, same, code in matchers():
        kept = sum(same(a, b) for a, b, gold in pairs if gold)
        merged = sum(same(a, b) for a, b, gold in pairs if not gold)
        alike = sum(gold for *_, gold in pairs)
        accuracy = f"same {kept / alike:.1%}, false {merged / (len(pairs) - alike):.1%} of {len(pairs)} pairs"
        start = process_time()
        for a, b, _ in pairs:
            same(a, b)
        rate = len(pairs) / max(process_time() - start, 1e-6)
        yield Row("same word", tool, accuracy, f"{rate / 1000:.0f} k pairs/s", first_result(code))


def lexicon_rows(path: Path) -> Iterable[Row]:
    """Each form with its lemma, and pairs of forms one letter apart which share none; forms met once in 10⁶ words."""
    lemmas: dict[str, set[str]] = defaultdict(set)
    uses: dict[str, float] = defaultdict(float)
    with path.open(encoding="cp1252") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["4_cgram"] in {"NOM", "ADJ", "VER", "AUX", "ADV"}:
                lemmas[row["1_ortho"]].add(row["3_lemme"])
                uses[row["1_ortho"]] += float(row["10_freqlivres"].replace(",", "."))
    forms = [form for form in lemmas if uses[form] >= 1 and " " not in form]
    pairs = [(lemma, form, True) for form in forms for lemma in sorted(lemmas[form] - {form})]
    neighbours = {
        (form, other)
        for form in forms
        for place in range(len(form))
        for other in (form[:place] + form[place + 1 :],)
        if uses.get(other, 0) >= 1 and lemmas[form].isdisjoint(lemmas[other])
    }
    pairs += [(one, other, False) for one, other in sorted(neighbours)]
    for tool, same, _ in matchers():
        counts = [
            [same(a, b) for a, b, is_same in pairs if is_same is expected]
            for expected in (True, False)
        ]
        accuracy = f"same {sum(counts[0]) / len(counts[0]):.2%} of {len(counts[0])}, false {sum(counts[1]) / len(counts[1]):.2%} of {len(counts[1])}"
        yield Row("same word", tool, f"lexicon {accuracy}", "–", "–")


def passive_rows(treebanks: Sequence[Path], text: str) -> Iterable[Row]:
    scores = []
    for path in treebanks:
        found: set[int] = set()
        gold: set[int] = set()
        offset = 0
        for sentence, places in passive_participles(path):
            found.update(offset + start for start, _ in french.passives(sentence))
            gold.update(offset + place for place in places)
            offset += len(sentence) + 1
        scores.append(f"{path.stem} {f1(found, gold)}")
    first = first_result("from seo_audit.french import passives; passives('La loi est votée.')")
    yield Row(
        "passives",
        "seo_audit",
        ", ".join(scores) or "–",
        speed(french.passives, text),
        first,
    )


def detectors() -> Iterable[tuple[str, Callable[[str], bool], str]]:
    """Name, function which tells whether a sentence is French, code for the first result."""
    code = "from seo_audit.french import detect_language; detect_language('Le chat dort sur le canapé.')"
    yield "seo_audit", lambda text: french.detect_language(text)[0] == "fr", code
    if installed("simplemma"):
        from simplemma import in_target_language

        code = "import simplemma; simplemma.in_target_language('Le chat dort.', lang='fr')"
        yield "simplemma > .55", lambda text: in_target_language(text, lang="fr") > 0.55, code


def language_rows(samples: dict[str, list[str]]) -> Iterable[Row]:
    for tool, is_french, code in detectors():
        start = process_time()
        hits = {language: sum(map(is_french, lines)) for language, lines in samples.items()}
        seconds = process_time() - start
        others = sum(len(lines) for language, lines in samples.items() if language != "fr")
        false = sum(count for language, count in hits.items() if language != "fr")
        accuracy = f"recall {hits['fr'] / max(1, len(samples['fr'])):.2%}, false {false / max(1, others):.2%}"
        if tool == "seo_audit":
            named = {
                language: sum(french.detect_language(line)[0] == language for line in lines)
                / max(1, len(lines))
                for language, lines in samples.items()
                if language in {"en", "es", "it", "de", "pt"}
            }
            accuracy += ", named " + " ".join(
                f"{language} {share:.1%}" for language, share in named.items()
            )
        rate = seconds / max(1, sum(map(len, samples.values()))) * 1000
        yield Row("language", tool, accuracy, f"{rate:.3f} ms/sentence", first_result(code))


def language_samples(folder: Path | None) -> dict[str, list[str]]:
    samples: dict[str, list[str]] = defaultdict(list)
    if folder:
        for path in sorted(folder.glob("??.txt")):
            lines = path.read_text("utf-8").splitlines()
            samples[path.stem] = [line for line in lines if len(line.split()) >= 3]
    else:
        for line in (DATA / "languages.tsv").read_text("utf-8").splitlines():
            language, text = line.split("\t")
            if language != "und":
                samples[language].append(text)
    return samples


def together_row(text: str) -> Row:
    """Words, sentences and syllables of a text, as an audit needs them."""

    def work(text: str) -> int:
        french.sentences(text)
        return sum(french.syllables(text[start:end]) for start, end in french.words(text))

    from seo_audit.french import syllable_count

    syllable_count._count.cache_clear()  # noqa: SLF001 - as in a new process
    start = process_time()
    work(text)
    cold = len(text.encode()) / 1e6 / (process_time() - start)
    return Row(
        "all three", "seo_audit", f"{cold:.2f} MB/s on words never seen", speed(work, text), "–"
    )


def phrase_row(text: str) -> Row:
    phrase = "développement durable des villes"
    rate = speed(partial(french.find_phrase, phrase), text)
    first = first_result(
        "from seo_audit.french import find_phrase; find_phrase('pompe à chaleur', 'Les pompes à chaleur.')"
    )
    return Row("phrases", "seo_audit", "tests/data/french/phrase_searches.txt", rate, first)


def keyphrase_rows(text: str) -> Iterable[Row]:
    if installed("yake"):
        import yake

        extractor = yake.KeywordExtractor(lan="fr", n=3, top=10)
        sample = text[:50_000]
        first = first_result(
            "import yake; yake.KeywordExtractor(lan='fr').extract_keywords('Le chat dort.')"
        )
        yield Row(
            "keyphrases",
            "YAKE",
            "see keyphrases.py",
            speed(extractor.extract_keywords, sample),
            first,
        )


def table(rows: Iterable[Row]) -> str:
    lines = [Row("function", "tool", "accuracy", "speed", "first result"), *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    return "\n".join(
        " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--treebank", type=Path, action="append", default=[])
    parser.add_argument("--lexicon", type=Path)
    parser.add_argument("--languages", type=Path)
    parser.add_argument("--text", type=Path)
    options = parser.parse_args()

    tricky = tricky_sentences()
    treebanks = [(path.stem, blocks_of_ten(treebank_sentences(path))) for path in options.treebank]
    plain = " ".join(" ".join(block) for block in tricky)
    text = (
        options.text.read_text("utf-8")
        if options.text
        else "\n\n".join(" ".join(block) for _, blocks in treebanks for block in blocks)
    )
    text = text or "\n\n".join([plain] * 20)
    forms = lexicon(options.lexicon) if options.lexicon else hand_judged_syllables()
    print(
        table(
            [
                *word_rows(text),
                *sentence_rows([("tricky", tricky), *treebanks], text),
                *syllable_rows(forms, text),
                together_row(text),
                *same_word_rows(),
                *(lexicon_rows(options.lexicon) if options.lexicon else ()),
                *passive_rows(options.treebank, text),
                *language_rows(language_samples(options.languages)),
                phrase_row(text),
                *keyphrase_rows(text),
            ]
        )
    )


if __name__ == "__main__":
    main()
