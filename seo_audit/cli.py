"""The command line: options and subcommands, in French or English."""

import os
import sys
from collections import UserDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from seo_audit import __version__
from seo_audit import cli_texts as texts
from seo_audit.errors import SeoAuditError
from seo_audit.message import Language, Message

if TYPE_CHECKING:
    from seo_audit.config_file import Layer
    from seo_audit.explain import Style
    from seo_audit.output import Output
    from seo_audit.run import Request

PASSED, WRONG, INTERRUPTED = 0, 2, 130

FORMATS = ("text", "concise", "json", "html", "sarif", "junit", "github", "gitlab", "markdown")
"""Formats the help names; installed packages may bring more."""
PROFILES = ("article", "news", "guide", "langage-clair")
SEVERITIES = ("error", "warning", "info", "never")
SHELLS = ("bash", "zsh", "fish")
COMPLETE = "_SEO_AUDIT_COMPLETE"
"""The variable through which a shell asks for completions."""

DEBUG = "SEO_AUDIT_DEBUG"
"""The variable that asks for a traceback where the tool itself is at fault."""

AUDIT = "PATH…"
"""Name of the main job among the commands: no path and no subcommand is called so."""


class UsageError(SeoAuditError):
    """The command line is not understood."""


# -- the way through


def main(arguments: Sequence[str]) -> int:
    """Run a command line; its exit status. What is wrong is said in one line on standard error."""
    language = language_of(arguments)
    try:
        status = group(language).main(list(arguments), prog_name="seo-audit", standalone_mode=False)
    except SeoAuditError as error:
        _say(f"seo-audit: {error.say(language)}")
        return WRONG
    except click.UsageError as error:
        _say(f"seo-audit: {translated(error).say(language)}")
        return WRONG
    except (KeyboardInterrupt, click.Abort):
        _say(texts.INTERRUPT.say(language))
        return INTERRUPTED
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        _say(f"seo-audit: {texts.CRASH.say(language, {'reason': reason, 'variable': DEBUG})}")
        return WRONG
    return status if isinstance(status, int) else PASSED


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


def group(language: Language) -> click.Group:
    """The whole command line, its texts in a language."""
    return Main(
        "seo-audit",
        commands=Commands(
            language,
            {
                AUDIT: _audit,
                "compare": _compare,
                "rules": _rules,
                "explain": _explain,
                "init": _init,
                "schema": _schema,
                "text": _text,
                "completion": _completion,
            },
        ),
        add_help_option=False,
        no_args_is_help=False,
    )


class Commands(UserDict[str, click.Command]):
    """The subcommands by name; one is made when it is asked for, since a run needs one or two."""

    def __init__(
        self, language: Language, makers: Mapping[str, Callable[[Language], click.Command]]
    ) -> None:
        super().__init__()
        self.language = language
        self.makers = makers

    def __missing__(self, name: str) -> click.Command:
        command = self.data[name] = self.makers[name](self.language)
        return command

    def __contains__(self, name: object) -> bool:
        return name in self.makers

    def __iter__(self) -> Iterator[str]:
        return iter(self.makers)

    def __len__(self) -> int:
        return len(self.makers)


class Main(click.Group):
    """The subcommands; anything else is the main job, options before the paths or after."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command's name first, wherever it stands among the options."""
        number = _first_positional(args, self.commands[AUDIT])
        if number is not None and args[number] in self.commands and args[number] != AUDIT:
            args = [args[number], *args[:number], *args[number + 1 :]]
        else:
            args = [AUDIT, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command `parse_args` put first."""
        return args[0], self.get_command(ctx, args[0]), args[1:]


def _first_positional(args: Sequence[str], command: click.Command) -> int | None:
    """Number of the first argument that is neither an option nor an option's value."""
    takes_value = {
        name
        for option in command.params
        if isinstance(option, click.Option) and not option.is_flag
        for name in option.opts
    }
    number = 0
    while number < len(args):
        argument = args[number]
        if argument == "--":
            return None
        if not argument.startswith("-") or argument == "-":
            return number
        number += 2 if argument in takes_value else 1
    return None


Sections = Sequence[tuple[Message, Sequence[click.Option]]]


class Command(click.Command):
    """A command whose help is in sections and in our own words, whatever the locale."""

    def __init__(
        self,
        name: str,
        language: Language,
        summary: Message,
        callback: Callable[..., int],
        *arguments: click.Argument,
        sections: Sections,
    ) -> None:
        super().__init__(
            name,
            params=[*arguments, *(option for _, options in sections for option in options)],
            help=summary.say(language),
            callback=callback,
            add_help_option=False,
        )
        self.language = language
        self.sections = sections
        self.arguments = arguments

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that begins the help."""
        path = ctx.command_path.replace(f" {AUDIT}", "")
        pieces = ["[OPTIONS]", *(argument.make_metavar(ctx) for argument in self.arguments)]
        formatter.write_usage(path, " ".join(pieces), texts.USAGE.say(self.language))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options by section, then the subcommands."""
        for title, options in self.sections:
            rows = [row for option in options if (row := option.get_help_record(ctx))]
            with formatter.section(self._heading(title)):
                formatter.write_dl(rows, col_max=24)
        parent = ctx.parent.command if ctx.parent else None
        if self.name == AUDIT and isinstance(parent, click.Group):
            rows = [
                (name, command.help or "")
                for name, command in parent.commands.items()
                if name != AUDIT
            ]
            with formatter.section(self._heading(texts.COMMANDS)):
                formatter.write_dl(rows)
            formatter.write_paragraph()
            formatter.write_text(texts.EPILOG.say(self.language))

    def _heading(self, title: Message) -> str:
        # click adds the colon
        return title.say(self.language) + ("\u00a0" if self.language == "fr" else "")


def _say(text: str) -> None:
    from seo_audit.output import to_standard_error

    to_standard_error(f"{text}\n")


def _print(lines: str | Iterable[str]) -> None:
    from seo_audit.output import to_standard_output

    text = lines if isinstance(lines, str) else "\n".join(lines)
    to_standard_output([text if text.endswith("\n") else f"{text}\n"])


# -- options


def _option(language: Language, name: str, *also: str, **settings: Any) -> click.Option:
    values = {"formats": ", ".join(FORMATS)} if name == "format" else {}
    option = click.Option(
        [f"--{name.removeprefix('init-').removeprefix('compare-')}", *also], **settings
    )
    # given as an argument, it would be cleaned with the help of `inspect`, which imports a compiler
    option.help = texts.HELP[name].say(language, values)
    return option


def _flag(language: Language, name: str, *also: str) -> click.Option:
    return _option(language, name, *also, is_flag=True)


def _value(language: Language, name: str, word: str, *also: str, **settings: Any) -> click.Option:
    """An option with a value, which the help calls by a word."""
    metavar = texts.WORDS[word].say(language) if word in texts.WORDS else word
    settings["shell_complete"] = COMPLETIONS.get(word)
    return _option(language, name, *also, metavar=metavar, **settings)


def _files(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[Any]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def _rules_or_categories(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    from seo_audit.rule import Category

    categories = [name for name in Category if name.startswith(incomplete)]
    return [*categories, *_rule_names(ctx, param, incomplete)]


def _formats(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[Any]:
    from seo_audit import plugins

    return [name for name in plugins.report_names() if name.startswith(incomplete)]


def _rule_names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[Any]:
    from seo_audit import plugins

    return [name for name in (*plugins.rules(), "brief") if name.startswith(incomplete)]


COMPLETIONS: Mapping[str, Callable[..., list[Any]]] = {
    "FILE": _files,
    "FILE|TEXT": _files,
    "FOLDER": _files,
    "RULES": _rules_or_categories,
    "NAME[=FILE]": _formats,
}
"""What a shell offers for the value of an option, by the word its help has for it."""


def _choice(language: Language, name: str, choices: Sequence[str], **settings: Any) -> click.Option:
    return _option(
        language, name, type=click.Choice(choices), metavar="|".join(choices), **settings
    )


def _argument(language: Language, name: str, word: str, **settings: Any) -> click.Argument:
    return click.Argument([name], metavar=texts.WORDS[word].say(language), **settings)


def _whole(least: int) -> Callable[..., int | None]:
    """What makes a whole number of an option's value. UsageError when it is none."""

    def convert(_ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
        if value is None:
            return None
        try:
            number = int(value) if value.isascii() else -1
        except ValueError:
            number = -1
        if number < least:
            name = max(param.opts, key=len)
            raise UsageError(texts.WRONG_NUMBER, name=name, value=value, least=least)
        return number

    return convert


def _configuring(language: Language) -> list[click.Option]:
    """Options that say which rules hold and how."""
    return [
        _choice(language, "profile", PROFILES),
        _value(language, "select", "RULES", multiple=True),
        _value(language, "ignore", "RULES", multiple=True),
        _value(language, "extend-select", "RULES", multiple=True),
        _value(language, "config", "FILE|TEXT", multiple=True),
        _flag(language, "isolated"),
    ]


def _common(language: Language) -> list[click.Option]:
    return [
        _choice(language, "lang", ("fr", "en")),
        _choice(language, "color", ("auto", "always", "never"), default="auto"),
        _help(language),
    ]


def _help(language: Language) -> click.Option:
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


# -- the main job


def _audit(language: Language) -> Command:
    # a function of the language, so that no half of the texts is made in vain
    return Command(
        AUDIT,
        language,
        texts.SUMMARY,
        _audit_job,
        click.Argument(["paths"], nargs=-1, metavar="PATH...", shell_complete=_paths),
        sections=[
            (
                texts.REPORT,
                [
                    _value(language, "format", "NAME[=FILE]", multiple=True),
                    _value(language, "output", "FILE", "-o"),
                    _flag(language, "verbose", "-v"),
                    _flag(language, "quiet", "-q"),
                ],
            ),
            (
                texts.ARTICLE,
                [
                    _value(language, "keyphrase", "TEXT"),
                    _value(language, "secondary", "TEXT", multiple=True),
                    _value(language, "title", "TEXT"),
                    _value(language, "description", "TEXT"),
                    _value(language, "slug", "TEXT"),
                    _value(language, "brief", "FILE"),
                    _value(language, "content", "SELECTOR"),
                    _value(language, "stdin-filename", "NAME"),
                ],
            ),
            (
                texts.CONFIGURATION,
                [*_configuring(language), _flag(language, "show-config")],
            ),
            (
                texts.GATE,
                [
                    _choice(language, "fail-on", SEVERITIES),
                    _value(language, "fail-under", "SCORE", multiple=True),
                    _value(language, "max-warnings", "N", callback=_whole(0)),
                    _flag(language, "exit-zero"),
                    _value(language, "baseline", "FILE"),
                    _value(language, "write-baseline", "FILE"),
                ],
            ),
            (
                texts.RUNNING,
                [
                    _value(language, "jobs", "N", "-j", callback=_whole(1), default="1"),
                    _flag(language, "watch"),
                    _flag(language, "no-cache"),
                    _value(language, "cache-dir", "FOLDER"),
                    *_common(language),
                    _version(language),
                ],
            ),
        ],
    )


def _paths(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[Any]:
    """Completions of the first word: the subcommands; of all: the shell's own file names."""
    from click.shell_completion import CompletionItem

    parent = ctx.parent.command if ctx.parent else None
    names = parent.commands if isinstance(parent, click.Group) else {}
    commands = [
        CompletionItem(name)
        for name in names
        if name != AUDIT and incomplete and name.startswith(incomplete) and not ctx.params["paths"]
    ]
    # bash: a file as the last item would undo the others
    return [CompletionItem(incomplete, type="file"), *commands]


def _audit_job(paths: Sequence[str], **options: Any) -> int:
    from seo_audit.run import run

    if options["show_config"]:
        from seo_audit import show_config

        _print(show_config.text(_request(paths, options)))
        return PASSED
    if not paths:
        raise UsageError(texts.NO_PATH)
    request = _request(paths, options)
    if options["watch"]:
        from seo_audit.watch import watch

        return watch(request, _say)
    return run(request, _say)


def _request(paths: Sequence[str], options: Mapping[str, Any]) -> "Request":
    """What a command line asks; options a subcommand has not count as not given."""
    from seo_audit.configurations import Given
    from seo_audit.run import Request

    return Request(
        arguments=tuple(paths),
        outputs=_outputs(options["format"], options["output"]) if "format" in options else (),
        given=Given(
            layers=tuple(_layers(options)),
            fields=_fields(options),
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
        cache=None if options.get("no_cache", True) else _cache_folder(options.get("cache_dir")),
        progress=not options.get("quiet") and _is_terminal(sys.stderr),
    )


def _outputs(formats: Sequence[str], file: str | None) -> tuple["Output", ...]:
    from seo_audit import plugins
    from seo_audit.output import Output

    found: list[Output] = []
    for text in formats or ("text",):
        name, _, path = text.partition("=")
        if not plugins.has_report(name):
            known = ", ".join(plugins.report_names())
            raise UsageError(texts.UNKNOWN_FORMAT, name=name, known=known)
        found.append(Output(name, Path(path) if path and path != "-" else None))
    free = [number for number, output in enumerate(found) if output.path is None]
    if file is not None and file != "-":
        if not free:
            raise UsageError(texts.OUTPUT_WITHOUT_REPORT, name=file)
        found[free[0]] = Output(found[free[0]].format, Path(file))
        free = free[1:]
    if len(free) > 1:
        names = ", ".join(found[number].format for number in free)
        raise UsageError(texts.TWO_ON_STDOUT, formats=names, name=found[free[0]].format)
    places = [os.path.realpath(output.path) for output in found if output.path]
    for number, place in enumerate(places):
        if place in places[:number]:
            raise UsageError(texts.SAME_FILE, name=place)
    return tuple(found)


def _layers(options: Mapping[str, Any]) -> "Iterable[Layer]":
    """The layers of --config, files first, then that of the other options."""
    from seo_audit import config_file

    cwd = Path.cwd()
    named = [text for text in options["config"] if _is_file(text)]
    for text in named:
        yield config_file.read_for(Path(text), cwd)
    for text in options["config"]:
        if text not in named:
            yield config_file.expression(text, cwd)
    data: dict[str, Any] = {
        name.replace("_", "-"): [
            one.strip() for text in options[name] for one in text.split(",") if one.strip()
        ]
        for name in ("select", "ignore", "extend_select")
        if options[name]
    }
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
    """A least score and what it is of: « 80 » of all, « structure=60 » of a category."""
    name, found, score = text.rpartition("=")
    try:
        number = float(score.replace(",", "."))
    except ValueError:
        raise UsageError(texts.WRONG_SCORE, value=text) from None
    if not 0 <= number < 1e9:
        raise UsageError(texts.WRONG_SCORE, value=text)
    return (name if found else "all"), int(number) if number.is_integer() else number


def _fields(options: Mapping[str, Any]) -> dict[str, Any]:
    """What the command line says of the article itself."""
    given = {
        name: options[name]
        for name in ("keyphrase", "title", "description", "slug")
        if options.get(name) is not None
    }
    if options.get("secondary"):
        given["secondary"] = tuple(options["secondary"])
    return given


def _path(text: str | None) -> Path | None:
    return None if text is None else Path(text)


def _cache_folder(given: str | None) -> Path:
    if given is not None:
        return Path(given)
    # the XDG base directory specification: a relative path counts as unset
    root = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(root):  # noqa: PTH117  an empty text is no path
        root = os.path.expanduser("~/.cache")  # noqa: PTH111  Path raises where there is no home
    return Path(root, "seo-audit")


def _language(options: Mapping[str, Any]) -> Language:
    return cast("Language", options["lang"] or "fr")


def _wants_color(choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    # https://no-color.org: set and not empty
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return _is_terminal(sys.stdout)


def _is_terminal(stream: Any) -> bool:
    try:
        return bool(stream.isatty())
    except (AttributeError, ValueError):
        return False


def _width() -> int:
    if not _is_terminal(sys.stdout):
        return 80
    import shutil

    return max(40, shutil.get_terminal_size((80, 24)).columns)


def _style(options: Mapping[str, Any]) -> "Style":
    from seo_audit.explain import Style

    return Style(_language(options), _width(), _wants_color(options["color"]))


# -- the subcommands


def _compare(language: Language) -> Command:
    options = [
        _choice(language, "compare-format", ("text", "json"), default="text"),
        _value(language, "keyphrase", "TEXT"),
        _value(language, "brief", "FILE"),
        *_configuring(language),
        *_common(language),
    ]
    files = [_argument(language, name, name.upper()) for name in ("old", "new")]
    sections = [(texts.OPTIONS, options)]
    return Command("compare", language, texts.COMPARE, _compare_job, *files, sections=sections)


def _compare_job(old: str, new: str, **options: Any) -> int:
    from seo_audit import compare

    as_json = options.pop("format") == "json"
    found = compare.read(_request((old, new), options))
    language = _language(options)
    _print(compare.as_json(found, language) if as_json else compare.as_text(found, language))
    return WRONG if compare.is_broken(found) else PASSED


def _rules(language: Language) -> Command:
    sections = [(texts.OPTIONS, [*_configuring(language), *_common(language)])]
    return Command("rules", language, texts.RULES, _rules_job, sections=sections)


def _rules_job(**options: Any) -> int:
    from seo_audit import explain, plugins
    from seo_audit.configurations import Configurations

    configurations = Configurations(_request((), options).given)
    # the configuration that would hold for an article written here
    config = configurations.config(Path.cwd() / "article.md")
    _print(explain.rule_list(plugins.rules(), config, _style(options)))
    return PASSED


def _explain(language: Language) -> Command:
    rule = _argument(language, "rule", "RULE", shell_complete=_rule_names)
    sections = [(texts.OPTIONS, _common(language))]
    return Command("explain", language, texts.EXPLAIN, _explain_job, rule, sections=sections)


def _explain_job(rule: str, **options: Any) -> int:
    from seo_audit import explain, plugins
    from seo_audit.config_values import unknown_rule

    if rule == "brief":
        from seo_audit import explain_brief

        _print(explain_brief.page(_style(options)))
        return PASSED
    rules = plugins.rules()
    name = rule.replace("_", "-")
    if name not in rules:
        raise unknown_rule(lambda _: "explain", (), rule, (*rules, "brief"))
    _print(explain.rule_page(rules[name], _style(options)))
    return PASSED


def _init(language: Language) -> Command:
    sections = [(texts.OPTIONS, [_flag(language, "init-brief"), *_common(language)])]
    return Command("init", language, texts.INIT, _init_job, sections=sections)


def _init_job(*, brief: bool, **options: Any) -> int:
    from seo_audit import starters

    language = _language(options)
    name = starters.write(Path.cwd(), language, brief=brief)
    _say(texts.WRITTEN.say(language, {"name": name}))
    return PASSED


def _schema(language: Language) -> Command:
    sections = [(texts.OPTIONS, _common(language))]
    return Command("schema", language, texts.SCHEMA, _schema_job, sections=sections)


def _schema_job(**_: Any) -> int:
    _print((Path(__file__).parent / "report-schema.json").read_text("utf-8"))
    return PASSED


def _text(language: Language) -> Command:
    options = [
        _value(language, "content", "SELECTOR"),
        _value(language, "stdin-filename", "NAME"),
        *_configuring(language),
        *_common(language),
    ]
    file = _argument(language, "file", "FILE")
    sections = [(texts.OPTIONS, options)]
    return Command("text", language, texts.TEXT, _text_job, file, sections=sections)


def _text_job(file: str, **options: Any) -> int:
    from seo_audit.run import text

    _print(text(_request((file,), options)))
    return PASSED


def _completion(language: Language) -> Command:
    shell = click.Argument(["shell"], type=click.Choice(SHELLS), metavar="|".join(SHELLS))
    sections = [(texts.OPTIONS, _common(language))]
    return Command(
        "completion", language, texts.COMPLETION, _completion_job, shell, sections=sections
    )


def _completion_job(shell: str, **options: Any) -> int:
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None  # click knows the three
    _print(kind(group(_language(options)), {}, "seo-audit", COMPLETE).source())
    return PASSED


# -- click's errors, in our own words


def translated(error: click.UsageError) -> SeoAuditError:
    """What click found wrong, in both languages; its own English where it is something rare."""
    if isinstance(error, click.NoSuchOption):
        command = error.ctx.command if error.ctx else _audit("fr")
        known = [name for option in command.params for name in option.opts if name[:2] == "--"]
        from difflib import get_close_matches

        near = get_close_matches(error.option_name, known, 1, 0.6)
        if near:
            return UsageError(texts.NO_OPTION_NEAR, name=error.option_name, near=near[0])
        return UsageError(texts.NO_OPTION, name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        too_much = "does not take" in error.message
        message = texts.OPTION_WITH_VALUE if too_much else texts.OPTION_WITHOUT_VALUE
        return UsageError(message, name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param and error.ctx:
        return _about_parameter(error, error.param, error.ctx)
    unexpected = error.message.partition("extra argument")[2].lstrip("s")
    if unexpected:
        return UsageError(texts.UNEXPECTED, name=unexpected.strip(" ()'"))
    return UsageError(texts.OTHER, text=error.format_message())


def _about_parameter(
    error: click.BadParameter, param: click.Parameter, ctx: click.Context
) -> SeoAuditError:
    name = max(param.opts, key=len) if isinstance(param, click.Option) else param.make_metavar(ctx)
    if isinstance(error, click.MissingParameter):
        return UsageError(texts.MISSING_ARGUMENT, name=name, command=ctx.command_path)
    if isinstance(param.type, click.Choice):
        # click quotes the value first
        value = error.message.removeprefix("'").partition("' ")[0]
        choices = ", ".join(param.type.choices)
        return UsageError(texts.WRONG_CHOICE, name=name, value=value, choices=choices)
    return UsageError(texts.OTHER, text=error.format_message())
