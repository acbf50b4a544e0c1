"""What the command line's commands do, once their options are read."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from seo_audit.cli import texts
from seo_audit.cli.options import UsageError
from seo_audit.lazy import whole_imports
from seo_audit.message import Language
from seo_audit.runner.exit_status import PASSED, WRONG

if TYPE_CHECKING:
    from seo_audit.cli.style import Style
    from seo_audit.config.nearest import Given
    from seo_audit.rendering.summary import Presentation
    from seo_audit.runner.mending import Mending
    from seo_audit.runner.report_files import Output
    from seo_audit.runner.run import Request
    from seo_audit.toml.layers import Layer


def say(text: str) -> None:
    """Write a line to standard error. It begins with our own name: what runs us may obey lines there."""
    from seo_audit.rendering.escaping import visible
    from seo_audit.runner.report_files import to_standard_error

    to_standard_error(f"seo-audit: {visible(text)}\n")


def write(lines: str | Iterable[str]) -> None:
    """Write lines to standard output."""
    from seo_audit.runner.report_files import to_standard_output

    text = lines if isinstance(lines, str) else "\n".join(lines)
    to_standard_output([text if text.endswith("\n") else f"{text}\n"])


def audit(paths: Sequence[str], **options: Any) -> int:
    """The main job. UsageError when there is nothing to audit."""
    from seo_audit.runner.run import run

    if options["show_config"]:
        from seo_audit.cli import show_config

        write(show_config.text(_request(paths, options)))
        return PASSED
    if not paths:
        raise UsageError(texts.NO_PATH)
    request = _request(paths, options)
    if options["watch"]:
        from seo_audit.cli.watch import watch

        return watch(request, say)
    return run(request, say)


def _request(paths: Sequence[str], options: Mapping[str, Any]) -> "Request":
    """What a command line asks; options a subcommand has not count as not given."""
    from seo_audit.runner.run import Request

    mending = _mending(options)
    return Request(
        arguments=tuple(paths),
        outputs=() if mending and mending.diff else _outputs_of(options),
        given=given(options),
        language=options["lang"],
        color=wants_color(options["color"]),
        width=width(),
        verbose=options.get("verbose", False),
        quiet=options.get("quiet", False),
        exit_zero=options.get("exit_zero", False),
        jobs=options.get("jobs", 1),
        standard_input=sys.stdin.buffer if "-" in paths else None,
        standard_input_name=options.get("stdin_filename") or "-",
        baseline=optional_path(options.get("baseline")),
        write_baseline=optional_path(options.get("write_baseline")),
        cache=None if options.get("no_cache", True) else _cache_folder(options.get("cache_dir")),
        mending=mending,
        progress=not options.get("quiet") and is_terminal(sys.stderr),
        presentation=_presentation(options),
    )


def _presentation(options: Mapping[str, Any]) -> "Presentation":
    from seo_audit.rendering.summary import Presentation

    logo = optional_path(options.get("logo"))
    if logo is not None:
        from seo_audit.cli.logo import address
    return Presentation(
        client=options.get("client") or "",
        author=options.get("author") or "",
        logo=address(logo) if logo is not None else "",
        print_all=options.get("print_all", False),
    )


def given(options: Mapping[str, Any]) -> "Given":
    """What the options say of the configuration."""
    from seo_audit.config.nearest import Given

    return Given(
        layers=tuple(_layers(options)),
        fields=_fields(options),
        files=not options["isolated"] and not any(map(_is_file, options["config"])),
    )


def _mending(options: Mapping[str, Any]) -> "Mending | None":
    from seo_audit.runner.mending import Mending

    diff, unsafe = options.get("diff", False), options.get("unsafe_fixes", False)
    if not (diff or options.get("fix")):
        if unsafe:
            raise UsageError(texts.UNSAFE_ALONE)
        return None
    if diff:
        for name in ("format", "output", "write_baseline", "watch"):
            if options.get(name):
                raise UsageError(texts.DIFF_WITH_REPORT, name=f"--{name.replace('_', '-')}")
    return Mending(unsafe, diff, is_terminal(sys.stdout), wants_color(options["color"]))


def _outputs_of(options: Mapping[str, Any]) -> tuple["Output", ...]:
    return outputs(options["format"], options["output"]) if "format" in options else ()


def outputs(
    formats: Sequence[str], file: str | None, *, site: bool = False
) -> tuple["Output", ...]:
    """The reports that are asked for, of articles or of a site. UsageError when they are not understood."""
    from seo_audit import plugins
    from seo_audit.runner.report_files import Output

    found: list[Output] = []
    for text in formats or ("text",):
        name, _, path = text.partition("=")
        if not (name in plugins.site_report_names() if site else plugins.has_report(name)):
            known = ", ".join(plugins.site_report_names() if site else plugins.report_names())
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
    from seo_audit.config.file import read_for
    from seo_audit.toml.layers import OPTIONS, Layer, expression

    cwd = Path.cwd()
    named = [text for text in options["config"] if _is_file(text)]
    for text in named:
        yield read_for(Path(text), cwd)
    for text in options["config"]:
        if text not in named:
            yield expression(text, cwd)
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
    if options.get("force_exclude"):
        data["force-exclude"] = True
    if options.get("fail_under"):
        data["fail-under"] = dict(_minimum(text) for text in options["fail_under"])
    if data:
        yield Layer(OPTIONS, data, cwd)


def _is_file(text: str) -> bool:
    return "=" not in text or os.path.isfile(text)  # noqa: PTH113  any text must do


def _minimum(text: str) -> tuple[str, float]:
    """A least score and what it is of: « 80 » of all, « structure=60 » of a category."""
    name, found, score = text.rpartition("=")
    try:
        number = float(score.replace(",", "."))
    except ValueError:
        raise UsageError(texts.WRONG_SCORE, value=text) from None
    if not 0 <= number <= 100:
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


def optional_path(text: str | None) -> Path | None:
    """The path that an option gives."""
    return None if text is None else Path(text)


def _cache_folder(given: str | None) -> Path:
    if given is not None:
        return Path(given)
    # the XDG base directory specification: a relative path counts as unset
    root = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(root):  # noqa: PTH117  an empty text is no path
        root = os.path.expanduser("~/.cache")  # noqa: PTH111  Path raises where there is no home
    return Path(root, "seo-audit")


def chosen_language(options: Mapping[str, Any]) -> Language:
    """The language of what is written where there is no configuration to ask."""
    return cast("Language", options["lang"] or "fr")


def wants_color(choice: str) -> bool:
    """Whether what goes to the terminal is coloured."""
    if choice != "auto":
        return choice == "always"
    # https://no-color.org: set and not empty
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return is_terminal(sys.stdout)


def is_terminal(stream: Any) -> bool:
    """Whether somebody sits before a stream."""
    try:
        return bool(stream.isatty())
    except (AttributeError, ValueError):
        return False


def width() -> int:
    """Columns of what goes to the terminal."""
    if not is_terminal(sys.stdout):
        return 80
    import shutil

    return max(40, shutil.get_terminal_size((80, 24)).columns)


def _style(options: Mapping[str, Any]) -> "Style":
    from seo_audit.cli.style import Style

    return Style(chosen_language(options), width(), wants_color(options["color"]))


def compare_articles(old: str, new: str, **options: Any) -> int:
    """Write what a rewriting changed."""
    from seo_audit.cli import compare

    as_json = options.pop("format") == "json"
    found = compare.read(_request((old, new), options))
    language = chosen_language(options)
    write(compare.as_json(found, language) if as_json else compare.as_text(found, language))
    return WRONG if compare.is_broken(found) else PASSED


def list_rules(**options: Any) -> int:
    """Write the rules, and which are on here."""
    from seo_audit import plugins
    from seo_audit.cli import explain
    from seo_audit.config.nearest import Configurations

    configurations = Configurations(_request((), options).given)
    # the configuration that would hold for an article written here
    config = configurations.config(Path.cwd() / "article.md")
    write(explain.rule_list(plugins.KnownRules(), config, _style(options)))
    return PASSED


def explain_rule(rule: str, **options: Any) -> int:
    """Write what a rule wants, and why, or what a category holds. ConfigError when there is no such thing."""
    from seo_audit import plugins
    from seo_audit.cli import explain
    from seo_audit.config.nearest import Configurations, Given
    from seo_audit.config.options import unknown_rule
    from seo_audit.judging.suppression import RULE_ID
    from seo_audit.rule import Category

    if explain.category_named(rule) is Category.BRIEF:
        from seo_audit.cli import explain_brief

        write(explain_brief.page(_style(options), plugins.rules()))
        return PASSED
    rules = plugins.KnownRules()
    if rule == RULE_ID:
        from seo_audit.cli import silence

        write(silence.page(_style(options), next(iter(rules))))
        return PASSED
    name, known = rule.replace("_", "-"), plugins.KnownRules()
    category = None if name in known else explain.category_named(name)
    if category:
        config = Configurations(Given()).config(Path.cwd() / "article.md")
        own = plugins.site_rules() if category is Category.SITE else rules
        write(explain.category_page(category, own, config, _style(options)))
        return PASSED
    if name not in known:
        raise unknown_rule(lambda _: "explain", (), rule, (*known, *Category, RULE_ID, "brief"))
    write(explain.rule_page(known[name], _style(options)))
    return PASSED


def write_starter(*, brief: bool, **options: Any) -> int:
    """Make a configuration, or a brief, to begin with."""
    from seo_audit.cli import init_files as starters

    language = chosen_language(options)
    name, found = starters.write(Path.cwd(), language, brief=brief)
    message = texts.WRITTEN_FOR if found.generator else texts.WRITTEN
    values = {
        "generator": found.generator,
        "mark": found.mark,
        "articles": " ".join(found.articles),
    }
    say(message.say(language, {"name": name, **values}))
    return PASSED


def print_schema(*, site: bool, **_: Any) -> int:
    """Write the JSON Schema of the JSON report, of articles or of a site."""
    from seo_audit import plugins

    write((plugins.site_report if site else plugins.report)("json").schema())
    return PASSED


def print_text(file: str, **options: Any) -> int:
    """Write what the tool takes an article to be."""
    from seo_audit.runner.run import text

    write(text(_request((file,), options)))
    return PASSED


def serve_editor(**options: Any) -> int:
    """Speak with an editor until it ends the conversation. UsageError without what that needs."""
    whole_imports()
    try:
        from seo_audit.editor.server import serve
    except ModuleNotFoundError as error:
        raise _missing_extra("lsp", error) from error
    return serve(options["lang"])


def serve_page(**options: Any) -> int:
    """Serve the live page until a signal ends it. UsageError without what that needs."""
    whole_imports()
    try:
        from seo_audit.editor.live_page.server import serve
    except ModuleNotFoundError as error:
        raise _missing_extra("serve", error) from error
    serve(
        options["host"],
        options["port"],
        chosen_language(options),
        browser=not options["no_browser"],
        write=write,
    )
    return PASSED


def _missing_extra(name: str, error: ModuleNotFoundError) -> Exception:
    """What to say of a subcommand whose extra is not installed; the error itself where that is ours."""
    if not error.name or error.name.partition(".")[0] == "seo_audit":
        return error
    return UsageError(texts.NO_EXTRA, command=f"seo-audit {name}", extra=name, reason=error.name)
