"""The command line as click reads it: options, subcommands, help and completions, in French or English."""

import os
from collections import UserDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from seo_audit import plugins
from seo_audit.cli import actions, options, texts
from seo_audit.cli.options import Option, UsageError
from seo_audit.errors import SeoAuditError, nearest
from seo_audit.message import Language, Message
from seo_audit.runner.exit_status import PASSED
from seo_audit.version import __version__

SHELLS = ("bash", "zsh", "fish")
COMPLETE = "_SEO_AUDIT_COMPLETE"
"""The variable through which a shell asks for completions."""

ALIKE = 0.7
"""Likeness from which a word that is no file is a misspelt command, and an option another one."""

AUDIT = "PATH…"
"""Name of the main job among the commands: no path and no subcommand is called so."""


def run(arguments: Sequence[str], language: Language) -> int:
    """Run a command line; its exit status.

    Raises:
        SeoAuditError: what is wrong with it, or with what it asks.
    """
    try:
        status = group(language).main(list(arguments), prog_name="seo-audit", standalone_mode=False)
    except click.UsageError as error:
        raise translated(error) from error
    except click.Abort as error:
        # as it came: SIGTERM comes as an interrupt of its own
        cause = error.__cause__
        raise cause if isinstance(cause, KeyboardInterrupt) else KeyboardInterrupt from error
    return status if isinstance(status, int) else PASSED


def group(language: Language) -> click.Group:
    """The whole command line, its texts in a language."""
    return Main(
        "seo-audit",
        commands=Commands(
            language,
            {
                AUDIT: _audit,
                "site": _site,
                "compare": _compare,
                "rules": _rules,
                "explain": _explain,
                "init": _init,
                "schema": _schema,
                "text": _text,
                "lsp": _lsp,
                "serve": _serve,
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
        if number is None or _is_folder_alone(args, number):
            args = [AUDIT, *args]
        elif args[number] in self.commands and args[number] != AUDIT:
            args = [args[number], *args[:number], *args[number + 1 :]]
        elif near := _meant(args[number], self.commands):
            raise UsageError(texts.NO_COMMAND, name=args[number], near=near)
        else:
            args = [AUDIT, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command `parse_args` put first."""
        return args[0], self.get_command(ctx, args[0]), args[1:]


def _is_folder_alone(args: Sequence[str], number: int) -> bool:
    """Whether options and a last word `site` mean the folder of that name: the subcommand would lack its source."""
    if "--help" in args:
        return False
    return 0 < number == len(args) - 1 and args[number] == "site" and Path("site").is_dir()


OTHER_TOOLS = {"help": "--help", "aide": "--help", "version": "--version", "règles": "rules"} | (
    dict.fromkeys(("audit", "check", "lint"), "PATH")
)
"""What is typed for want of knowing better, from habit with other tools."""


def _meant(name: str, commands: Mapping[str, object]) -> str | None:
    """What a first word stands for that is neither a file nor a command; None when it is likely a path."""
    if not name.replace("-", "").isalpha() or os.path.lexists(name):
        return None
    word = name.lower()
    known = [one for one in commands if one != AUDIT]
    return OTHER_TOOLS.get(word) or (word if word in known else nearest(word, known, ALIKE))


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
        for title, listed in self.sections:
            rows = [row for option in listed if (row := option.get_help_record(ctx))]
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


# -- options


class _Option(click.Option):
    """An option whose help is made when somebody asks for it."""

    def __init__(self, option: Option, language: Language, **settings: Any) -> None:
        super().__init__(list(option.names), **settings)
        self.text = texts.HELP[option.text]
        self.language = language

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """What the option is called, and what it does."""
        values = {
            "formats": ", ".join(plugins.report_names()),
            "site_formats": ", ".join(plugins.site_report_names()),
        }
        # given before, it would be cleaned with the help of `inspect`, which imports a compiler
        self.help = self.text.say(self.language, values)
        return super().get_help_record(ctx)


def _option(language: Language, option: Option) -> click.Option:
    settings: dict[str, Any] = {}
    if option.is_flag:
        settings["is_flag"] = True
    else:
        word = option.word or ""
        settings = {
            "metavar": texts.WORDS[word].say(language) if word in texts.WORDS else word,
            "multiple": option.multiple,
            "default": option.default,
            "shell_complete": COMPLETIONS.get(word),
        }
        if option.choices:
            settings["type"] = click.Choice(option.choices)
        elif option.value is not str:
            settings["callback"] = partial(_read, option)
    return _Option(option, language, **settings)


def _read(option: Option, _ctx: click.Context, _param: click.Parameter, value: str | None) -> Any:
    return None if value is None else option.value(value)


def _files(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[Any]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def _rules_or_categories(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    from seo_audit.rule import Category

    categories = [name for name in Category if name.startswith(incomplete)]
    return [*categories, *_rule_names(ctx, param, incomplete)]


def _formats(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[Any]:
    return [name for name in plugins.report_names() if name.startswith(incomplete)]


def _rule_names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[Any]:
    return [name for name in (*plugins.KnownRules(), *TOPICS) if name.startswith(incomplete)]


TOPICS = ("brief", "silencing")
"""What `explain` tells besides rules and categories."""


COMPLETIONS: Mapping[str, Callable[..., list[Any]]] = {
    "FILE": _files,
    "FILE|TEXT": _files,
    "FOLDER": _files,
    "RULES": _rules_or_categories,
    "NAME[=FILE]": _formats,
}
"""What a shell offers for the value of an option, by the word its help has for it."""


def _argument(language: Language, name: str, word: str, **settings: Any) -> click.Argument:
    return click.Argument([name], metavar=texts.WORDS[word].say(language), **settings)


def _only(language: Language, *listed: Option) -> Sections:
    """The one section of a subcommand."""
    made = [_option(language, one) for one in (*listed, *options.COMMON)]
    return [(texts.OPTIONS, [*made, _help(language)])]


def _shown(
    language: Language, name: str, *also: str, what: Callable[[click.Context], str]
) -> click.Option:
    """An option that writes something and does no more."""

    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            actions.write(what(ctx))
            ctx.exit()

    made = _option(language, options.flag(name, *also))
    made.is_eager, made.expose_value, made.callback = True, False, show
    return made


def _help(language: Language) -> click.Option:
    return _shown(language, "help", "-h", what=lambda ctx: ctx.get_help())


def _version(language: Language) -> click.Option:
    return _shown(language, "version", what=lambda _: f"seo-audit {__version__}")


# -- the commands


def _audit(language: Language) -> Command:
    # a function of the language, so that no half of the texts is made in vain
    sections = [
        (title, [_option(language, one) for one in listed]) for title, listed in options.AUDIT
    ]
    sections[-1][1].extend((_help(language), _version(language)))
    paths = click.Argument(["paths"], nargs=-1, metavar="PATH...", shell_complete=_paths)
    return Command(AUDIT, language, texts.SUMMARY, actions.audit, paths, sections=sections)


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


def _site(language: Language) -> Command:
    sections = [
        (title, [_option(language, one) for one in listed]) for title, listed in options.SITE
    ]
    sections[-1][1].append(_help(language))
    sources = click.Argument(["sources"], nargs=-1, required=True, metavar="SOURCE...")
    return Command("site", language, texts.SITE, _audit_site, sources, sections=sections)


def _audit_site(**settings: Any) -> int:
    from seo_audit.cli import site

    return site.audit(**settings)


def _compare(language: Language) -> Command:
    files = [_argument(language, name, name.upper()) for name in ("old", "new")]
    sections = _only(
        language,
        options.choice("format", ("text", "json"), text="compare-format", default="text"),
        options.valued("keyphrase", "TEXT"),
        options.valued("brief", "FILE"),
        *options.CONFIGURING,
    )
    job = actions.compare_articles
    return Command("compare", language, texts.COMPARE, job, *files, sections=sections)


def _rules(language: Language) -> Command:
    sections = _only(language, *options.CONFIGURING)
    return Command("rules", language, texts.RULES, actions.list_rules, sections=sections)


def _explain(language: Language) -> Command:
    rule = _argument(language, "rule", "RULE", shell_complete=_rules_or_categories)
    job, sections = actions.explain_rule, _only(language)
    return Command("explain", language, texts.EXPLAIN, job, rule, sections=sections)


def _init(language: Language) -> Command:
    sections = _only(language, options.flag("brief", text="init-brief"))
    return Command("init", language, texts.INIT, actions.write_starter, sections=sections)


def _schema(language: Language) -> Command:
    job, sections = actions.print_schema, _only(language, options.flag("site", text="site-schema"))
    return Command("schema", language, texts.SCHEMA, job, sections=sections)


def _text(language: Language) -> Command:
    file = _argument(language, "file", "FILE")
    sections = _only(
        language,
        options.valued("content", "SELECTOR"),
        options.valued("stdin-filename", "NAME"),
        *options.CONFIGURING,
    )
    return Command("text", language, texts.TEXT, actions.print_text, file, sections=sections)


def _lsp(language: Language) -> Command:
    job, sections = actions.serve_editor, _only(language)
    return Command("lsp", language, texts.LSP, job, sections=sections)


def _serve(language: Language) -> Command:
    sections = _only(
        language,
        options.valued("host", "HOST", default="127.0.0.1"),
        options.valued("port", "PORT", value=options.whole("port", 0), default="0"),
        options.flag("no-browser"),
    )
    return Command("serve", language, texts.SERVE, actions.serve_page, sections=sections)


def _completion(language: Language) -> Command:
    shell = click.Argument(["shell"], type=click.Choice(SHELLS), metavar="|".join(SHELLS))
    job, sections = _print_completion, _only(language)
    return Command("completion", language, texts.COMPLETION, job, shell, sections=sections)


def _print_completion(shell: str, **settings: Any) -> int:
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None  # click knows the three
    language = actions.chosen_language(settings)
    actions.write(kind(group(language), {}, "seo-audit", COMPLETE).source())
    return PASSED


# -- click's errors, in our own words


def _unknown_option(error: click.NoSuchOption) -> UsageError:
    """What to say of an option that a command does not have: whose it is, or which one looks like it."""
    name = error.option_name
    if owner := _owner(error):
        return UsageError(texts.OPTION_OF, name=name, owner=owner)
    command = error.ctx.command if error.ctx else _audit("fr")
    known = [one[2:] for option in command.params for one in option.opts if one[:2] == "--"]
    # the dashes are no likeness
    if near := nearest(name.lstrip("-"), known, ALIKE):
        return UsageError(texts.NO_OPTION_NEAR, name=name, near=f"--{near}")
    return UsageError(texts.NO_OPTION, name=name)


def _owner(error: click.NoSuchOption) -> str:
    """The commands that have an option which was given to another one: the main job, else subcommands; "" for none."""
    group = error.ctx.parent.command if error.ctx and error.ctx.parent else None
    commands = group.commands if isinstance(group, click.Group) else {}
    names = [
        name
        for name, command in commands.items()
        if any(error.option_name in option.opts for option in command.params)
    ]
    if AUDIT in names:
        return "seo-audit"
    return f"seo-audit {' / '.join(names)}" if names else ""


def translated(error: click.UsageError) -> SeoAuditError:
    """What click found wrong, in both languages; its own English where it is something rare."""
    if isinstance(error, click.NoSuchOption):
        return _unknown_option(error)
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
