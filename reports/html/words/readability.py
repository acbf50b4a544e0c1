"""What the HTML report says of readability."""

from collections.abc import Mapping

from seo_audit.message import Message

WORDS: Mapping[str, Message] = {
    "readability": Message(fr="Lisibilité", en="Readability"),
    "scale": Message(fr="Parmi d’autres textes", en="Among other texts"),
    "scale_hint": Message(
        fr="Lisibilité médiane de textes connus, du plus facile au plus difficile. Un écart de moins de {least} "
        "points ne veut rien dire. Ce n’est ni un niveau, ni un âge.",
        en="Median readability of known kinds of text, from easy to hard. A difference of less than {least} points "
        "means nothing. This is no level and no age.",
    ),
    "this_article": Message(fr="Cet article", en="This article"),
    "no_readability": Message(
        fr="Aucune phrase française à mesurer hors des listes et des citations.",
        en="No French sentence to measure outside lists and quotations.",
    ),
    "hardest_sentences": Message(
        fr="Les phrases les plus difficiles", en="The hardest sentences"
    ),
    "hard_1": Message(fr="difficile", en="hard"),
    "hard_2": Message(fr="très difficile", en="very hard"),
    "hard_3": Message(fr="extrêmement difficile", en="extremely hard"),
    "hard_sentence_1": Message(fr="[phrase difficile] ", en="[hard sentence] "),
    "hard_sentence_2": Message(fr="[phrase très difficile] ", en="[very hard sentence] "),
    "hard_sentence_3": Message(fr="[phrase extrêmement difficile] ", en="[extremely hard sentence] "),
    "hard_hint": Message(
        fr="De ▲ à ▲▲▲ : phrases de plus en plus difficiles à lire.",
        en="From ▲ to ▲▲▲: sentences harder and harder to read.",
    ),
    "sentence_lengths": Message(fr="Longueur des phrases", en="Sentence lengths"),
    "chart_label": Message(
        fr="{count:# phrase|# phrases} dans l’ordre du texte ; moyenne {mean:.1f} mots, la plus longue "
        "{longest:# mot|# mots} ; {over} au-dessus de la limite de {limit} mots.",
        en="{count:# sentence|# sentences} in the order of the text; {mean:.1f} words on average, the longest "
        "{longest:# word|# words}; {over} over the limit of {limit} words.",
    ),
    "chart_hint": Message(
        fr="Une barre par phrase, dans l’ordre du texte ; le trait marque {limit} mots.",
        en="One bar a sentence, in the order of the text; the line marks {limit} words.",
    ),
    "chart_grouped": Message(
        fr="Chaque barre montre la plus longue de {size} phrases qui se suivent.",
        en="Each bar shows the longest of {size} sentences running.",
    ),
    "longest_sentences": Message(fr="Les plus longues", en="The longest"),
    "no_sentences": Message(fr="Aucune phrase à mesurer.", en="No sentence to measure."),
    "figure": Message(fr="Mesure", en="Figure"),
    "value": Message(fr="Valeur", en="Value"),
    "formula": Message(fr="Formule et convention", en="Formula and convention"),
    "by_us": Message(fr="Mesuré par seo-audit", en="Measured by seo-audit"),
    "by_textstat": Message(fr="Mesuré par textstat", en="Measured by textstat"),
    "textstat_hint": Message(
        fr="textstat compte mots, phrases et syllabes à sa façon : ses chiffres diffèrent des nôtres.",
        en="textstat counts words, sentences and syllables its own way: its figures differ from ours.",
    ),
    "readability_figure": Message(fr="Lisibilité", en="Readability"),
    "readability_how": Message(
        fr="217 − 30 × ln(mots par phrase) − 40 × syllabes par mot, hors des listes et des citations en bloc ; "
        "ajustée sur des textes français faciles et difficiles, qu’elle ordonne mieux que la formule de Kandel et Moles.",
        en="217 − 30 × ln(words a sentence) − 40 × syllables a word, lists and block quotations left out; fitted on easy "
        "and hard French texts, which it orders better than the formula of Kandel and Moles.",
    ),
    "reading_ease": Message(
        fr="Facilité de lecture (Kandel et Moles)", en="Reading ease (Kandel and Moles)"
    ),
    "reading_ease_how": Message(
        fr="207 − 1,015 × mots par phrase − 73,6 × syllabes par mot. Adaptation française de Flesch (1958) ; "
        "de 0 (ardu) à 100 (facile) ; la presse se situe souvent entre 40 et 60.",
        en="207 − 1.015 × words a sentence − 73.6 × syllables a word. The French adaptation of Flesch (1958); "
        "from 0 (hard) to 100 (easy); newspapers often lie between 40 and 60.",
    ),
    "words_sentence": Message(fr="Mots par phrase", en="Words a sentence"),
    "words_sentence_how": Message(
        fr="Mots des phrases ÷ phrases ; titres et tableaux ne font pas de phrases.",
        en="Words in sentences ÷ sentences; headings and tables make no sentences.",
    ),
    "syllables_word": Message(fr="Syllabes par mot", en="Syllables a word"),
    "syllables_word_how": Message(
        fr="Syllabes prononcées ÷ mots, l’e muet final non compté.",
        en="Spoken syllables ÷ words, the final mute e not counted.",
    ),
    "long_share": Message(fr="Phrases longues", en="Long sentences"),
    "long_share_how": Message(
        fr="Part des phrases de plus de {limit} mots, citations à part. Le langage clair de l’État en conseille 20 à 25.",
        en="Share of sentences of more than {limit} words, quotations apart. French plain-language guides advise 20 to 25.",
    ),
    "passive_share": Message(fr="Voix passive", en="Passive voice"),
    "passive_share_how": Message(
        fr="Part des phrases, citations à part, qui ont un passif (être et participe).",
        en="Share of sentences, quotations apart, with a passive (être and a participle).",
    ),
    "connector_share": Message(fr="Mots de liaison", en="Connectors"),
    "connector_share_how": Message(
        fr="Part des phrases, hors des listes et des citations, qui ont un mot de liaison.",
        en="Share of the sentences outside lists and quotations that have a connector.",
    ),
    "reading_minutes": Message(fr="Temps de lecture", en="Reading time"),
    "reading_minutes_how": Message(
        fr="À {speed} mots par minute, en lecture silencieuse.",
        en="At {speed} words a minute, reading silently.",
    ),
    "flesch_reading_ease": Message(fr="Flesch (Kandel et Moles)", en="Flesch (Kandel and Moles)"),
    "flesch_reading_ease_how": Message(
        fr="La formule de Kandel et Moles sur les comptes de textstat ; 100 : facile.",
        en="The formula of Kandel and Moles on textstat’s counts; 100: easy.",
    ),
    "lix": Message(fr="LIX", en="LIX"),
    "lix_how": Message(
        fr="Mots par phrase + 100 × part des mots de plus de six lettres (Björnsson, 1968) ; "
        "moins de 30 : facile, plus de 50 : difficile.",
        en="Words a sentence + 100 × share of words over six letters (Björnsson, 1968); "
        "under 30: easy, over 50: hard.",
    ),
    "rix": Message(fr="RIX", en="RIX"),
    "rix_how": Message(
        fr="Mots de plus de six lettres par phrase (Anderson, 1983) ; plus de 7 : difficile.",
        en="Words over six letters a sentence (Anderson, 1983); over 7: hard.",
    ),
    "gunning_fog": Message(fr="Gunning Fog", en="Gunning fog"),
    "flesch_kincaid_grade": Message(fr="Flesch-Kincaid", en="Flesch–Kincaid"),
    "automated_readability_index": Message(fr="ARI", en="ARI"),
    "coleman_liau_index": Message(fr="Coleman-Liau", en="Coleman–Liau"),
    "school_grade_how": Message(
        fr="Niveau scolaire américain, fait pour l’anglais : peu de sens en français.",
        en="American school grade, made for English: of little meaning in French.",
    ),
}  # fmt: skip
