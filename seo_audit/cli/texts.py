"""What the command line says: help, and what may be wrong with it."""

from collections.abc import Mapping

from seo_audit.message import Message

SUMMARY = Message(
    fr="Audite le référencement d’articles en français : HTML, Markdown ou texte.",
    en="Audit the SEO of French articles: HTML, Markdown or plain text.",
)
HELP: Mapping[str, Message] = {
    "format": Message(
        fr="Format du rapport : {formats}. Répétable ; un seul va sur la sortie standard.",
        en="Format of the report: {formats}. Repeatable; one of them goes to standard output.",
    ),
    "output": Message(
        fr="Fichier du rapport, au lieu de la sortie standard.",
        en="File of the report, instead of standard output.",
    ),
    "keyphrase": Message(
        fr="Expression clé visée ; l’emporte sur celle que l’article déclare.",
        en="The keyphrase aimed at; overrides the one the article declares.",
    ),
    "secondary": Message(
        fr="Expression clé secondaire. Répétable.", en="A secondary keyphrase. Repeatable."
    ),
    "title": Message(
        fr="Titre, à la place de celui de l’article.", en="Title, in place of the article’s."
    ),
    "description": Message(
        fr="Méta-description, à la place de celle de l’article.",
        en="Meta description, in place of the article’s.",
    ),
    "slug": Message(
        fr="Slug (fin de l’URL), à la place de celui de l’article.",
        en="Slug (end of the URL), in place of the article’s.",
    ),
    "brief": Message(
        fr="La commande que l’article doit remplir, en TOML.",
        en="The commission the article must meet, in TOML.",
    ),
    "profile": Message(fr="Jeu de seuils.", en="Set of thresholds."),
    "select": Message(
        fr="Seulement ces règles ou catégories, séparées par des virgules.",
        en="Only these rules or categories, separated by commas.",
    ),
    "ignore": Message(fr="Sans ces règles ou catégories.", en="Without these rules or categories."),
    "extend-select": Message(
        fr="Ces règles ou catégories en plus.", en="These rules or categories as well."
    ),
    "fail-on": Message(
        fr="Gravité qui fait échouer (error par défaut).",
        en="Severity that fails (error by default).",
    ),
    "fail-under": Message(
        fr="Score minimal, de 0 à 100 ; ou CATÉGORIE=SCORE. Répétable.",
        en="Least score, 0 to 100; or CATEGORY=SCORE. Repeatable.",
    ),
    "max-warnings": Message(
        fr="Nombre d’avertissements admis par article.", en="How many warnings an article may have."
    ),
    "exit-zero": Message(
        fr="Statut 0 même si des articles échouent.", en="Status 0 even when articles fail."
    ),
    "baseline": Message(
        fr="Accepter les constats notés dans ce fichier, échouer sur les nouveaux.",
        en="Accept the findings noted in this file, fail on new ones.",
    ),
    "write-baseline": Message(
        fr="Noter les constats d’aujourd’hui dans ce fichier.",
        en="Note today’s findings in this file.",
    ),
    "content": Message(
        fr="Sélecteur CSS du contenu principal.", en="CSS selector of the main content."
    ),
    "lang": Message(
        fr="Langue des messages (fr par défaut).", en="Language of the messages (fr by default)."
    ),
    "config": Message(
        fr="Fichier de configuration, ou « clé = valeur » en TOML. Répétable.",
        en="Configuration file, or “key = value” in TOML. Repeatable.",
    ),
    "isolated": Message(
        fr="Ne lire aucun fichier de configuration.", en="Read no configuration file."
    ),
    "force-exclude": Message(
        fr="Laisser de côté ce que « exclude » écarte, même si c’est nommé (pour les hooks).",
        en="Leave out what “exclude” does even when it is named (for hooks).",
    ),
    "show-config": Message(
        fr="Montrer la configuration de chaque fichier, sans auditer.",
        en="Show the configuration of each file, without an audit.",
    ),
    "stdin-filename": Message(
        fr="Nom de ce qui vient de l’entrée standard (-).",
        en="Name of what comes from standard input (-).",
    ),
    "fix": Message(
        fr="Écrire dans les fichiers les corrections sûres, puis juger ce qui reste.",
        en="Write the safe fixes into the files, then judge what remains.",
    ),
    "unsafe-fixes": Message(
        fr="Avec --fix ou --diff : les suggestions aussi, à relire.",
        en="With --fix or --diff: the suggestions too, to be read again.",
    ),
    "diff": Message(
        fr="Montrer ce que --fix changerait, sans rien écrire ; statut 1 s’il y a lieu.",
        en="Show what --fix would change, and write nothing; status 1 if there is anything.",
    ),
    "jobs": Message(
        fr="Nombre de processus (1 par défaut).", en="Number of processes (1 by default)."
    ),
    "no-cache": Message(fr="Ne pas se servir du cache.", en="Do not use the cache."),
    "cache-dir": Message(fr="Dossier du cache.", en="Folder of the cache."),
    "watch": Message(
        fr="Auditer de nouveau chaque fichier modifié, jusqu’à Ctrl-C.",
        en="Audit each file again when it changes, until Ctrl-C.",
    ),
    "client": Message(
        fr="Pour qui est le rapport HTML : son en-tête le dit.",
        en="Whom the HTML report is for: its head says so.",
    ),
    "author": Message(fr="Qui a fait l’audit ; de même.", en="Who made the audit; likewise."),
    "logo": Message(
        fr="Logo de l’en-tête du rapport HTML (PNG, JPEG, GIF, WebP, SVG).",
        en="Logo in the head of the HTML report (PNG, JPEG, GIF, WebP, SVG).",
    ),
    "print-all": Message(
        fr="Imprimer aussi l’article annoté, les aperçus et les règles respectées.",
        en="Print the annotated article, the previews and the rules passed as well.",
    ),
    "quiet": Message(
        fr="Ne dire que ce qui fait échouer, une ligne par constat.",
        en="Say only what fails, a line for each finding.",
    ),
    "verbose": Message(
        fr="Tout montrer : règles satisfaites, mesures, parties écartées.",
        en="Show everything: rules met, measures, parts left out.",
    ),
    "color": Message(fr="Couleurs (auto par défaut).", en="Colours (auto by default)."),
    "init-brief": Message(
        fr="Écrit plutôt un modèle de commande, brief.toml.",
        en="Write a model of a brief instead, brief.toml.",
    ),
    "compare-format": Message(
        fr="Format de la comparaison (text par défaut).",
        en="Format of the comparison (text by default).",
    ),
    "host": Message(
        fr="Adresse de cette machine (127.0.0.1 par défaut).",
        en="Address of this machine (127.0.0.1 by default).",
    ),
    "port": Message(
        fr="Port (par défaut un port libre).", en="Port (by default one that is free)."
    ),
    "no-browser": Message(
        fr="Ne pas ouvrir de navigateur, dire seulement l’adresse.",
        en="Open no browser, only say the address.",
    ),
    "site-url": Message(
        fr="Adresse de la racine du dossier, chemin compris (https://exemple.fr/manuel/) ; sinon celle des canoniques.",
        en="Address of the folder’s root, path included (https://example.org/manual/); else that of the canonicals.",
    ),
    "site-sitemap": Message(
        fr="Plan du site ; sinon ceux de la racine et de robots.txt.",
        en="Sitemap; else those at the root and in robots.txt.",
    ),
    "site-redirects": Message(
        fr="Fichier de redirections ; sinon _redirects, .htaccess, netlify.toml, vercel.json et les autres réglages d’un hébergeur à la racine.",
        en="File of redirects; else _redirects, .htaccess, netlify.toml, vercel.json and other settings of a host at the root.",
    ),
    "site-url-map": Message(
        fr="Adresses des fichiers d’un dossier de contenu : CSV aux colonnes path,url.",
        en="Addresses of the files of a content folder: CSV with the columns path,url.",
    ),
    "site-host": Message(
        fr="Site à auditer dans une archive WARC qui en contient plusieurs.",
        en="The site to audit in a WARC archive that holds several.",
    ),
    "site-format": Message(
        fr="Format du rapport : {site_formats}. Répétable ; un seul va sur la sortie standard.",
        en="Format of the report: {site_formats}. Repeatable; one of them goes to standard output.",
    ),
    "site-compare": Message(
        fr="Dossier d’un passage antérieur (--run) : dire ce qui est nouveau et ce qui a disparu.",
        en="Folder of an earlier run (--run): say what is new and what is gone.",
    ),
    "site-verbose": Message(
        fr="Tout montrer : chaque constat et chacune de ses places.",
        en="Show everything: each finding and each of its places.",
    ),
    "site-fail-under": Message(
        fr="Score médian minimal des pages, de 0 à 100.",
        en="Least median score of the pages, 0 to 100.",
    ),
    "site-max-warnings": Message(
        fr="Nombre d’avertissements admis, site et pages ensemble.",
        en="How many warnings there may be, of the site and its pages together.",
    ),
    "site-exit-zero": Message(
        fr="Statut 0 même si le site est refusé.", en="Status 0 even when the site fails."
    ),
    "site-run": Message(
        fr="Dossier, ou adresse telle que s3://seau/dossier, où reste ce qui est su de chaque page : un passage "
        "interrompu y reprend, le suivant ne refait que ce qui a changé.",
        en="Folder, or address such as s3://bucket/folder, where what is known of each page stays: an interrupted run "
        "goes on from it, the next one does again only what has changed.",
    ),
    "site-jobs": Message(
        fr="Nombre de processus (autant qu’il est utile par défaut).",
        en="Number of processes (as many as are useful by default).",
    ),
    "site-workers": Message(
        fr="Adresse d’un planificateur Dask (tcp://machine:8786) dont les ouvriers font le travail ; --run donne alors un "
        "dossier qu’ils partagent.",
        en="Address of a Dask scheduler (tcp://host:8786) whose workers do the work; --run then gives a folder that "
        "they share.",
    ),
    "site-schema": Message(
        fr="Celui du rapport d’un site entier.", en="That of the report of a whole site."
    ),
    "help": Message(fr="Cette aide.", en="This help."),
    "version": Message(fr="La version.", en="The version."),
}

SITE = Message(
    fr="Audite un site entier : un dossier de HTML construit ou de Markdown, ou des archives WARC.",
    en="Audit a whole site: a folder of built HTML or of Markdown, or WARC archives.",
)
NO_PATH = Message(
    fr="donnez un fichier, un dossier ou - (entrée standard) ; « seo-audit --help » dit le reste",
    en="give a file, a folder or - (standard input); “seo-audit --help” tells the rest",
)
UNSAFE_ALONE = Message(
    fr="--unsafe-fixes va avec --fix ou --diff", en="--unsafe-fixes goes with --fix or --diff"
)
DIFF_WITH_REPORT = Message(
    fr="--diff ne va pas avec {name} : un diff est tout ce qu’il écrit",
    en="--diff does not go with {name}: a diff is all it writes",
)
NO_COMMAND = Message(
    fr="« {name} » n’est ni un fichier ni une commande ; vouliez-vous dire « seo-audit {near} » ?",
    en="“{name}” is neither a file nor a command; did you mean “seo-audit {near}”?",
)
NO_OPTION = Message(fr="option inconnue : {name}", en="unknown option: {name}")
OPTION_OF = Message(
    fr="{name} est une option de « {owner} »",
    en="{name} is an option of “{owner}”",
)
NO_OPTION_NEAR = Message(
    fr="option inconnue : {name} ; vouliez-vous dire {near} ?",
    en="unknown option: {name}; did you mean {near}?",
)
OPTION_WITHOUT_VALUE = Message(
    fr="l’option {name} attend une valeur", en="the option {name} needs a value"
)
OPTION_WITH_VALUE = Message(
    fr="l’option {name} ne prend pas de valeur", en="the option {name} takes no value"
)
MISSING_ARGUMENT = Message(
    fr="il manque {name} (« {command} --help » dit le reste)",
    en="{name} is missing (“{command} --help” tells the rest)",
)
WRONG_CHOICE = Message(
    fr="{name} : « {value} » n’est pas l’une des valeurs {choices}",
    en="{name}: “{value}” is not one of {choices}",
)
WRONG_NUMBER = Message(
    fr="{name} : « {value} » n’est pas un nombre entier, au moins {least}",
    en="{name}: “{value}” is not a whole number, at least {least}",
)
WRONG_SCORE = Message(
    fr="--fail-under : « {value} » n’est pas un score de 0 à 100 (80, ou structure=60)",
    en="--fail-under: “{value}” is not a score from 0 to 100 (80, or structure=60)",
)
UNEXPECTED = Message(fr="argument de trop : {name}", en="one argument too many: {name}")
OTHER = Message(fr="{text}", en="{text}")
USAGE = Message(fr="Utilisation : ", en="Usage: ")
UNKNOWN_FORMAT = Message(
    fr="--format : format de rapport inconnu « {name} » (connus : {known})",
    en="--format: unknown report format “{name}” (known: {known})",
)
TWO_ON_STDOUT = Message(
    fr="deux rapports sur la sortie standard, {formats} : donnez un fichier à l’un, --format {name}=FICHIER",
    en="two reports on standard output, {formats}: give one of them a file, --format {name}=FILE",
)
SAME_FILE = Message(
    fr="deux rapports dans un même fichier : {name}", en="two reports in one file: {name}"
)
OUTPUT_WITHOUT_REPORT = Message(
    fr="-o {name} : chaque format a déjà son fichier",
    en="-o {name}: every format has its file already",
)
RULES = Message(
    fr="Les règles, par catégorie, avec leur état ici.",
    en="The rules, by category, with their state here.",
)
COMPARE = Message(
    fr="Ce qui a changé entre deux versions d’un article.",
    en="What changed between two versions of an article.",
)
EXPLAIN = Message(
    fr="Une règle : ce qu’elle trouve, pourquoi, qui le dit, ses options, des exemples, comment la taire ; une catégorie : "
    "ses règles ; « brief » : la commande.",
    en="One rule: what it finds, why, who says so, its options, examples, how to silence it; a category: its rules; "
    "“brief”: the commission.",
)
INIT = Message(
    fr="Écrit un fichier seo-audit.toml commenté.", en="Write a commented seo-audit.toml."
)
SCHEMA = Message(
    fr="Le schéma (JSON Schema) du rapport JSON.", en="The JSON Schema of the JSON report."
)
TEXT = Message(
    fr="Le contenu principal d’un article en texte : ce que l’outil a compté.",
    en="An article’s main content as text: what the tool counted.",
)
LSP = Message(
    fr="Le serveur de langage (LSP) pour un éditeur, sur l’entrée et la sortie standard.",
    en="The language server (LSP) for an editor, on standard input and output.",
)
SERVE = Message(
    fr="Une page pour écrire et auditer un article dans le navigateur, sur cette machine.",
    en="A page to write and audit an article in the browser, on this machine.",
)
NO_EXTRA = Message(
    fr='« {command} » demande un complément : pip install "seo-audit[{extra}]" ({reason})',
    en='“{command}” needs an extra: pip install "seo-audit[{extra}]" ({reason})',
)
COMPLETION = Message(
    fr="Le script de complétion d’un shell.", en="The completion script of a shell."
)
WRITTEN = Message(fr="{name} : écrit", en="{name}: written")
WRITTEN_FOR = Message(
    fr="{name} : écrit pour {generator} ({mark}) ; ensuite : seo-audit {articles}",
    en="{name}: written for {generator} ({mark}); next: seo-audit {articles}",
)
CRASH = Message(
    fr="panne de l’outil lui-même ({reason}) ; signalez-la, avec ce que dit {variable}=1",
    en="the tool itself crashed ({reason}); please report it, with what {variable}=1 says",
)
INTERRUPT = Message(fr="interrompu", en="interrupted")


# -- sections of the help

SITE_SECTION = Message(fr="Site", en="Site")
REPORT = Message(fr="Rapport", en="Report")
ARTICLE = Message(fr="Article", en="Article")
CONFIGURATION = Message(fr="Règles et configuration", en="Rules and configuration")
FIXES = Message(fr="Corrections", en="Fixes")
GATE = Message(fr="Ce qui fait échouer", en="What fails")
RUNNING = Message(fr="Exécution", en="Running")
OPTIONS = Message(fr="Options", en="Options")
WORDS: Mapping[str, Message] = {
    "TEXT": Message(fr="TEXTE", en="TEXT"),
    "FILE": Message(fr="FICHIER", en="FILE"),
    "FOLDER": Message(fr="DOSSIER", en="FOLDER"),
    "NAME": Message(fr="NOM", en="NAME"),
    "HOST": Message(fr="HÔTE", en="HOST"),
    "PORT": Message(fr="PORT", en="PORT"),
    "NAME[=FILE]": Message(fr="NOM[=FICHIER]", en="NAME[=FILE]"),
    "FILE|TEXT": Message(fr="FICHIER|TEXTE", en="FILE|TEXT"),
    "RULES": Message(fr="RÈGLES", en="RULES"),
    "OLD": Message(fr="ANCIEN", en="OLD"),
    "NEW": Message(fr="NOUVEAU", en="NEW"),
    "RULE": Message(fr="RÈGLE", en="RULE"),
    "SOURCE": Message(fr="SOURCE", en="SOURCE"),
    "SELECTOR": Message(fr="SÉLECTEUR", en="SELECTOR"),
}
"""What stands for an option's value."""
COMMANDS = Message(fr="Commandes", en="Commands")
EPILOG = Message(
    fr="PATH : un fichier, un dossier, un motif entre guillemets, ou - pour l’entrée standard. "
    "Statuts de sortie : 0 accepté, 1 refusé, 2 erreur d’usage, de configuration ou de lecture.",
    en="PATH: a file, a folder, a pattern in quotes, or - for standard input. "
    "Exit statuses: 0 passed, 1 failed, 2 wrong usage, configuration or unreadable input.",
)
