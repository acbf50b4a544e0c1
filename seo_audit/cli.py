"""The command line: options and subcommands, in French or English."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, cast

import click
from click.shell_completion import CompletionItem

from seo_audit import __version__
from seo_audit.errors import SeoAuditError
from seo_audit.message import Language, Message

PASSED, WRONG, INTERRUPTED = 0, 2, 130

PROFILES = ("article", "news", "guide", "langage-clair")
SEVERITIES = ("error", "warning", "info", "never")
COMPLETE = "_SEO_AUDIT_COMPLETE"
"""The variable through which a shell asks for completions."""
SHELLS = ("bash", "zsh", "fish")

AUDIT = "PATH…"
"""Name of the main job among the commands: no path and no subcommand is called so."""


# -- texts

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
    "show-config": Message(
        fr="Montrer la configuration de chaque fichier, sans auditer.",
        en="Show the configuration of each file, without an audit.",
    ),
    "stdin-filename": Message(
        fr="Nom de ce qui vient de l’entrée standard (-).",
        en="Name of what comes from standard input (-).",
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
    "quiet": Message(fr="Ne dire que l’essentiel.", en="Say only what matters most."),
    "verbose": Message(
        fr="Tout montrer : règles satisfaites, mesures, parties écartées.",
        en="Show everything: rules met, measures, parts left out.",
    ),
    "color": Message(fr="Couleurs (auto par défaut).", en="Colours (auto by default)."),
    "init-brief": Message(
        fr="Écrit plutôt un modèle de commande, brief.toml.",
        en="Write a model of a brief instead, brief.toml.",
    ),
    "help": Message(fr="Cette aide.", en="This help."),
    "version": Message(fr="La version.", en="The version."),
}

NO_PATH = Message(
    fr="donnez un fichier, un dossier ou - (entrée standard) ; « seo-audit --help » dit le reste",
    en="give a file, a folder or - (standard input); “seo-audit --help” tells the rest",
)
NO_OPTION = Message(fr="option inconnue : {name}", en="unknown option: {name}")
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
    fr="--fail-under : « {value} » n’est pas un score (80, ou structure=60)",
    en="--fail-under: “{value}” is not a score (80, or structure=60)",
)
UNEXPECTED = Message(fr="argument de trop : {name}", en="one argument too many: {name}")
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
EXPLAIN = Message(
    fr="Une règle : ce qu’elle trouve, pourquoi, qui le dit, ses options, des exemples.",
    en="One rule: what it finds, why, who says so, its options, examples.",
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
COMPLETION = Message(
    fr="Le script de complétion d’un shell.", en="The completion script of a shell."
)
WRITTEN = Message(fr="{name} : écrit", en="{name}: written")
INTERRUPT = Message(fr="interrompu", en="interrupted")


class UsageError(SeoAuditError):
    """The command line is not understood."""


# -- the way through


def main(arguments: Sequence[str]) -> int:
    """Run a command line; its exit status. What is wrong is said in one line on standard error."""
    language = language_of(arguments)
    try:
        return _main(arguments, language)
    except SeoAuditError as error:
        _say(f"seo-audit: {error.say(language)}")
        return WRONG
    except click.UsageError as error:
        _say(f"seo-audit: {_translated(error).say(language)}")
        return WRONG
    except KeyboardInterrupt:
        _say(INTERRUPT.say(language))
        return INTERRUPTED


def _main(arguments: Sequence[str], language: Language) -> int:
    found = group(language).main(list(arguments), prog_name="seo-audit", standalone_mode=False)
    return found if isinstance(found, int) else PASSED


def language_of(arguments: Sequence[str]) -> Language:
    """The language the arguments ask for, read before all else: errors are in it too."""
    found: Language = "fr"
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        value = argument.partition("=")[2]
        if argument == "--lang":
            value = arguments[number + 1] if number + 1 < len(arguments) else ""
        elif not argument.startswith("--lang="):
            continue
        if value in ("fr", "en"):
            found = cast("Language", value)
    return found


class Main(click.Group):
    """The subcommands; anything else is the main job, options before the paths or after."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command's name first, wherever it stands among the options."""
        audit = self.commands[AUDIT]
        number = _first_positional(args, audit)
        if number is not None and args[number] in self.commands and args[number] != AUDIT:
            args = [args[number], *args[:number], *args[number + 1 :]]
        else:
            args = [AUDIT, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command by its name; a name that looks like an option is none of the group's own."""
        return args[0], self.get_command(ctx, args[0]), args[1:]


def _first_positional(args: Sequence[str], command: click.Command) -> int | None:
    """Number of the first argument that is neither an option nor an option's value."""
    takes_value = {
        name
        for option in command.params
        if isinstance(option, click.Option) and not option.is_flag and not option.count
        for name in option.opts
    }
    number = 0
    while number < len(args):
        argument = args[number]
        if argument == "--" or not argument.startswith("-") or argument == "-":
            return None if argument == "--" else number
        number += 2 if argument in takes_value else 1
    return None


class Command(click.Command):
    """A command whose help is in our own words, whatever the locale."""

    def __init__(self, *args: Any, language: Language, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces after the command's name."""
        pieces = super().collect_usage_pieces(ctx)
        return ["[OPTIONS]", *pieces[1:]] if pieces else pieces

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that begins the help."""
        path = ctx.command_path.replace(f" {AUDIT}", "")
        prefix = "Utilisation : " if self.language == "fr" else "Usage: "
        formatter.write_usage(path, " ".join(self.collect_usage_pieces(ctx)), prefix)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the subcommands."""
        rows = [row for option in self.get_params(ctx) if (row := option.get_help_record(ctx))]
        with formatter.section("Options" if self.language == "en" else "Options "):
            formatter.write_dl(rows)
        parent = ctx.parent.command if ctx.parent else None
        commands = parent.commands if isinstance(parent, click.Group) else {}
        rows = [
            (name, command.get_short_help_str(90))
            for name, command in commands.items()
            if not command.hidden
        ]
        if self.name == AUDIT and rows:
            with formatter.section("Commands" if self.language == "en" else "Commandes "):
                formatter.write_dl(rows)


def _say(text: str) -> None:
    from seo_audit.run import standard_error  # noqa: PLC0415

    standard_error(text)


def _print(text: str) -> None:
    from seo_audit.output import to_standard_output  # noqa: PLC0415

    to_standard_output([text if text.endswith("\n") else f"{text}\n"])


# -- options


class Whole(click.ParamType[int]):
    """A whole number, at least `least`."""

    name = "number"

    def __init__(self, least: int) -> None:
        self.least = least

    def convert(self, value: Any, param: click.Parameter | None, _ctx: click.Context | None) -> int:
        """The number. UsageError when it is none."""
        try:
            number = int(value)
        except ValueError:
            number = -1
        if number < self.least or not str(value).isascii():
            name = max(param.opts, key=len) if param else ""
            raise UsageError(WRONG_NUMBER, name=name, value=str(value), least=self.least)
        return number


def _option(language: Language, name: str, *also: str, **settings: Any) -> click.Option:
    # braces in a text stand for values filled in by `_help`
    return click.Option(
        [f"--{name.removeprefix('init-')}", *also], help=_help(language, name), **settings
    )


def _help(language: Language, name: str) -> str:
    values = {"formats": ", ".join(FORMATS)} if name == "format" else {}
    return HELP[name].say(language, values)


FORMATS = ("text", "concise", "json", "html", "sarif", "junit", "github", "gitlab", "markdown")
"""Formats the help names; installed packages may bring more."""


def _choice(language: Language, name: str, choices: Sequence[str], **settings: Any) -> click.Option:
    return _option(language, name, type=click.Choice(choices), **settings)


def _configuring(language: Language) -> list[click.Parameter]:
    """Options that say which rules hold and how."""
    word = {"fr": "TEXTE", "en": "TEXT"}[language]
    rules = {"fr": "RÈGLES", "en": "RULES"}[language]
    file = {"fr": "FICHIER", "en": "FILE"}[language]
    return [
        _choice(language, "profile", PROFILES),
        _option(language, "select", metavar=rules, multiple=True),
        _option(language, "ignore", metavar=rules, multiple=True),
        _option(language, "extend-select", metavar=rules, multiple=True),
        _option(language, "content", metavar={"fr": "SÉLECTEUR", "en": "SELECTOR"}[language]),
        _option(language, "brief", metavar=file),
        _option(language, "config", metavar=f"{file}|{word}", multiple=True),
        _option(language, "isolated", is_flag=True),
    ]


def _common(language: Language) -> list[click.Parameter]:
    return [
        _choice(language, "lang", ("fr", "en"), default=None),
        _choice(language, "color", ("auto", "always", "never"), default="auto"),
    ]


def _audit(language: Language) -> click.Command:
    word = {"fr": "TEXTE", "en": "TEXT"}[language]
    file = {"fr": "FICHIER", "en": "FILE"}[language]
    folder = {"fr": "DOSSIER", "en": "FOLDER"}[language]
    return Command(
        AUDIT,
        language=language,
        hidden=True,
        help=SUMMARY.say(language),
        add_help_option=False,
        callback=_audit_job,
        params=[
            click.Argument(["paths"], nargs=-1, metavar="PATH...", type=click.Path()),
            _option(
                language,
                "format",
                metavar=f"{'NOM' if language == 'fr' else 'NAME'}[={file}]",
                multiple=True,
            ),
            _option(language, "output", "-o", metavar=file),
            _option(language, "keyphrase", metavar=word),
            _option(language, "secondary", metavar=word, multiple=True),
            _option(language, "title", metavar=word),
            _option(language, "description", metavar=word),
            _option(language, "slug", metavar=word),
            *_configuring(language),
            _option(language, "show-config", is_flag=True),
            _choice(language, "fail-on", SEVERITIES),
            _option(language, "fail-under", metavar="SCORE", multiple=True),
            _option(language, "max-warnings", metavar="N", type=Whole(0)),
            _option(language, "exit-zero", is_flag=True),
            _option(language, "baseline", metavar=file),
            _option(language, "write-baseline", metavar=file),
            _option(language, "stdin-filename", metavar=file),
            _option(language, "jobs", "-j", metavar="N", type=Whole(1), default=1),
            _option(language, "no-cache", is_flag=True),
            _option(language, "cache-dir", metavar=folder),
            _option(language, "watch", is_flag=True),
            _option(language, "quiet", "-q", is_flag=True),
            _option(language, "verbose", "-v", is_flag=True),
            *_common(language),
            _version(language),
            _helping(language),
        ],
    )


def _helping(language: Language) -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            _print(ctx.get_help())
            ctx.exit()

    return _option(
        language, "help", "-h", is_flag=True, is_eager=True, expose_value=False, callback=show
    )


def _version(language: Language) -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            _print(f"seo-audit {__version__}")
            ctx.exit()

    return _option(
        language, "version", is_flag=True, is_eager=True, expose_value=False, callback=show
    )


def group(language: Language) -> click.Group:
    """The whole command line, its texts in a language."""
    commands = [
        _audit(language),
        _rules(language),
        _explain(language),
        _init(language),
        _schema(language),
        _text(language),
        _completion(language),
    ]
    return Main(
        "seo-audit",
        commands={cast("str", command.name): command for command in commands},
        add_help_option=False,
        no_args_is_help=False,
    )


# -- the main job


def _audit_job(paths: Sequence[str], **options: Any) -> int:
    from seo_audit import run  # noqa: PLC0415  --help needs none of it

    if options["show_config"]:
        from seo_audit import show_config  # noqa: PLC0415

        _print(show_config.text(_request(paths, options)))
        return PASSED
    if not paths:
        raise UsageError(NO_PATH)
    request = _request(paths, options)
    if options["watch"]:
        from seo_audit import watch  # noqa: PLC0415

        return watch.watch(request, run.standard_error)
    return int(run.run(request, run.standard_error))


def _request(paths: Sequence[str], options: Mapping[str, Any]) -> Any:
    """What a command line asks; options a subcommand has not count as not given."""
    from seo_audit import run  # noqa: PLC0415
    from seo_audit.configurations import Given  # noqa: PLC0415

    outputs = _outputs(options["format"], options["output"]) if "format" in options else ()
    return run.Request(
        arguments=tuple(paths),
        outputs=tuple(outputs),
        given=Given(
            layers=tuple(_layers(options)),
            fields=_given(options),
            files=not options["isolated"] and not any(map(_is_file, options["config"])),
        ),
        language=options["lang"],
        color=_wants_color(options["color"]),
        width=_width(),
        verbose=options.get("verbose", False),
        quiet=options.get("quiet", False),
        exit_zero=options.get("exit_zero", False),
        jobs=options.get("jobs", 1),
        standard_input=sys.stdin.buffer if "-" in paths else None,
        standard_input_name=options.get("stdin_filename") or "-",
        baseline=_path(options.get("baseline")),
        write_baseline=_path(options.get("write_baseline")),
        progress=not options.get("quiet") and _is_terminal(sys.stderr),
        cache=None if options.get("no_cache", True) else _cache_folder(options.get("cache_dir")),
    )


def _path(text: str | None) -> Path | None:
    return None if text is None else Path(text)


def _cache_folder(given: str | None) -> Path:
    if given is not None:
        return Path(given)
    # the XDG base directory specification: a relative path counts as unset
    root = os.environ.get("XDG_CACHE_HOME", "")
    return Path(root if os.path.isabs(root) else os.path.expanduser("~/.cache"), "seo-audit")  # noqa: PTH111, PTH117


def _outputs(formats: Sequence[str], file: str | None) -> Iterable[Any]:
    from seo_audit import plugins  # noqa: PLC0415
    from seo_audit.output import Output  # noqa: PLC0415

    found: list[Output] = []
    for text in formats or ("text",):
        name, _, path = text.partition("=")
        try:
            plugins.report(name)
        except KeyError:
            known = ", ".join(plugins.report_names())
            raise UsageError(UNKNOWN_FORMAT, name=name, known=known) from None
        found.append(Output(name, Path(path) if path else None))
    free = [number for number, output in enumerate(found) if output.path is None]
    if len(free) > 1:
        names = ", ".join(found[number].format for number in free)
        raise UsageError(TWO_ON_STDOUT, formats=names, name=found[free[0]].format)
    if file is not None and file != "-":
        if not free:
            raise UsageError(OUTPUT_WITHOUT_REPORT, name=file)
        found[free[0]] = Output(found[free[0]].format, Path(file))
    places = [str(output.path.resolve()) for output in found if output.path]
    for number, place in enumerate(places):
        if place in places[:number]:
            raise UsageError(SAME_FILE, name=place)
    return found


def _layers(options: Mapping[str, Any]) -> Iterable[Any]:
    """The layers of --config, files first, then that of the other options."""
    from seo_audit import config_file  # noqa: PLC0415

    cwd = Path.cwd()
    files = [text for text in options["config"] if _is_file(text)]
    for text in files:
        yield config_file.read_for(Path(text), cwd)
    for text in options["config"]:
        if text not in files:
            yield config_file.expression(text, cwd)
    data: dict[str, Any] = {}
    for name in ("select", "ignore", "extend_select"):
        names = [one.strip() for text in options[name] for one in text.split(",") if one.strip()]
        if options[name]:
            data[name.replace("_", "-")] = names
    for name in ("profile", "content", "fail_on", "max_warnings", "brief"):
        if options.get(name) is not None:
            data[name.replace("_", "-")] = options[name]
    if options.get("fail_under"):
        data["fail-under"] = dict(_minimum(text) for text in options["fail_under"])
    if data:
        yield config_file.Layer(config_file.OPTIONS, data, cwd)


def _is_file(text: str) -> bool:
    return "=" not in text or os.path.isfile(text)  # noqa: PTH113  any text must do


def _minimum(text: str) -> tuple[str, float]:
    name, found, score = text.rpartition("=")
    try:
        number = float(score.replace(",", "."))
    except ValueError:
        raise UsageError(WRONG_SCORE, value=text) from None
    if not 0 <= number < 1e9:
        raise UsageError(WRONG_SCORE, value=text)
    return (name if found else "all"), int(number) if number.is_integer() else number


def _given(options: Mapping[str, Any]) -> dict[str, Any]:
    given = {
        name: options[name]
        for name in ("keyphrase", "title", "description", "slug")
        if options.get(name) is not None
    }
    if options.get("secondary"):
        given["secondary"] = tuple(options["secondary"])
    return given


def _wants_color(choice: str) -> bool:
    if choice == "auto":
        return (
            not os.environ.get("NO_COLOR")
            and os.environ.get("TERM") != "dumb"
            and _is_terminal(sys.stdout)
        )
    return choice == "always"


def _is_terminal(stream: Any) -> bool:
    try:
        return bool(stream.isatty())
    except (AttributeError, ValueError):
        return False


def _width() -> int:
    if not _is_terminal(sys.stdout):
        return 80
    import shutil  # noqa: PLC0415

    return max(40, shutil.get_terminal_size((80, 24)).columns)


# -- the subcommands


def _rules(language: Language) -> click.Command:
    return Command(
        "rules",
        language=language,
        help=RULES.say(language),
        add_help_option=False,
        callback=_rules_job,
        params=[*_configuring(language), *_common(language), _helping(language)],
    )


def _rules_job(**options: Any) -> int:
    from seo_audit import explain, plugins  # noqa: PLC0415
    from seo_audit.configurations import Configurations  # noqa: PLC0415

    configurations = Configurations(_request((), options).given)
    # the configuration that would hold for an article written here
    config = configurations.config(Path.cwd() / "article.md")
    _print("\n".join(explain.rule_list(plugins.rules(), config, _style(options))))
    return PASSED


def _explain(language: Language) -> click.Command:
    return Command(
        "explain",
        language=language,
        help=EXPLAIN.say(language),
        add_help_option=False,
        callback=_explain_job,
        params=[
            click.Argument(
                ["rule"], metavar={"fr": "RÈGLE", "en": "RULE"}[language], type=RuleName()
            ),
            *_common(language),
            _helping(language),
        ],
    )


class RuleName(click.ParamType[str]):
    """The id of a rule, completed by the shell."""

    name = "rule"

    def shell_complete(
        self, _ctx: click.Context, _param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The ids that begin so."""
        from seo_audit import plugins  # noqa: PLC0415

        return [CompletionItem(name) for name in plugins.rules() if name.startswith(incomplete)]


def _explain_job(rule: str, **options: Any) -> int:
    from seo_audit import explain, plugins  # noqa: PLC0415
    from seo_audit.config_values import unknown_rule  # noqa: PLC0415

    rules = plugins.rules()
    name = rule.replace("_", "-")
    if name not in rules:
        raise unknown_rule(lambda _: "explain", (), rule, rules)
    _print("\n".join(explain.rule_page(rules[name], _style(options))))
    return PASSED


def _init(language: Language) -> click.Command:
    return Command(
        "init",
        language=language,
        help=INIT.say(language),
        add_help_option=False,
        callback=_init_job,
        params=[
            _option(language, "init-brief", is_flag=True),
            *_common(language),
            _helping(language),
        ],
    )


def _init_job(*, brief: bool, **options: Any) -> int:
    from seo_audit import starters  # noqa: PLC0415

    name = starters.write(Path.cwd(), _language(options), brief=brief)
    _say(WRITTEN.say(_language(options), {"name": name}))
    return PASSED


def _schema(language: Language) -> click.Command:
    return Command(
        "schema",
        language=language,
        help=SCHEMA.say(language),
        add_help_option=False,
        callback=_schema_job,
        params=[*_common(language), _helping(language)],
    )


def _schema_job(**_: Any) -> int:
    _print((Path(__file__).parent / "report-schema.json").read_text("utf-8"))
    return PASSED


def _text(language: Language) -> click.Command:
    return Command(
        "text",
        language=language,
        help=TEXT.say(language),
        add_help_option=False,
        callback=_text_job,
        params=[
            click.Argument(["file"], metavar={"fr": "FICHIER", "en": "FILE"}[language]),
            *_configuring(language),
            _option(language, "stdin-filename", metavar={"fr": "NOM", "en": "NAME"}[language]),
            *_common(language),
            _helping(language),
        ],
    )


def _text_job(file: str, **options: Any) -> int:
    from seo_audit import run  # noqa: PLC0415

    _print(run.text(_request((file,), options)))
    return PASSED


def _completion(language: Language) -> click.Command:
    return Command(
        "completion",
        language=language,
        help=COMPLETION.say(language),
        add_help_option=False,
        callback=_completion_job,
        params=[
            click.Argument(["shell"], type=click.Choice(SHELLS), metavar="|".join(SHELLS)),
            *_common(language),
            _helping(language),
        ],
    )


def _completion_job(shell: str, **options: Any) -> int:
    from click.shell_completion import get_completion_class  # noqa: PLC0415

    kind = get_completion_class(shell)
    assert kind is not None  # click knows the three
    _print(kind(group(_language(options)), {}, "seo-audit", COMPLETE).source())
    return PASSED


def _language(options: Mapping[str, Any]) -> Language:
    return cast("Language", options["lang"] or "fr")


def _style(options: Mapping[str, Any]) -> Any:
    from seo_audit.explain import Style  # noqa: PLC0415

    return Style(_language(options), _width(), _wants_color(options["color"]))


# -- click's errors, in our own words


def _translated(error: click.UsageError) -> SeoAuditError:
    if isinstance(error, click.NoSuchOption):
        known = [
            name for option in _audit("fr").params for name in option.opts if name.startswith("--")
        ]
        near = get_close_matches(error.option_name, [*known], 1, 0.6)
        if near:
            return UsageError(NO_OPTION_NEAR, name=error.option_name, near=near[0])
        return UsageError(NO_OPTION, name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        with_value = "does not take" in error.message
        return UsageError(
            OPTION_WITH_VALUE if with_value else OPTION_WITHOUT_VALUE, name=error.option_name
        )
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
        return UsageError(
            MISSING_ARGUMENT,
            name=name,
            command=error.ctx.command_path if error.ctx else "seo-audit",
        )
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = max(error.param.opts, key=len)
        value = _value_in(error.message)
        if isinstance(error.param.type, click.Choice):
            return UsageError(
                WRONG_CHOICE, name=name, value=value, choices=", ".join(error.param.type.choices)
            )
    return UsageError(Message(fr="{text}", en="{text}"), text=error.format_message())


def _value_in(message: str) -> str:
    """The value click's message quotes first, or begins with."""
    if message.startswith("'"):
        return message[1:].partition("' ")[0].rstrip("'")
    return message.partition(" ")[0]
