"""Typer speaks English only. Here its own words become Dutch; ours are Dutch already."""

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_HELP = (
    (r"^Usage: ", "Gebruik: "),
    (r"^Options:$", "Opties:"),
    (r"^Arguments:$", "Waarden:"),
    (r"^Commands:$", "Opdrachten:"),
    (r"\[OPTIONS\]", "[OPTIES]"),
    (r"COMMAND \[ARGS\]\.\.\.", "OPDRACHT [WAARDEN]..."),
    (r"Show this message and exit\.", "Toon deze hulp."),
    (r"\[required\]", "[verplicht]"),
    (r"\[default: ", "[standaard: "),
    (r"\[env var: ", "[omgeving: "),
    (r"\{(\w+)\}", r"\1"),
    (r" <[\w\[\]]+>", ""),
    (r"; required\]", "; verplicht]"),
    (r"; default: ", "; standaard: "),
)

_FOUTEN = (
    (r"Missing command\.", "Er ontbreekt een opdracht."),
    (r"Missing argument '(?P<naam>.+?)'\.", "Ontbrekend argument: {naam}."),
    (r"Missing option '(?P<naam>.+?)'\.", "Ontbrekende optie: {naam}."),
    (r"Missing parameter: (?P<naam>.+)", "Ontbrekende waarde: {naam}."),
    (r"No such command '(?P<naam>.*?)'\.(?: Did you mean (?P<wel>.+)\?)?", "De opdracht {naam} bestaat niet.{wel}"),
    (
        r"No such option: (?P<naam>\S+)(?: \(Possible options: (?P<wel>.+)\))?(?: Did you mean (?P<ook>.+)\?)?",
        "De optie {naam} bestaat niet.{wel}{ook}",
    ),
    (r"Got unexpected extra argument(?:\(s\)|s)? \((?P<naam>.*)\)", "Dit is te veel: {naam}."),
    (r"Option '(?P<naam>.+?)' does not take a value\.", "Bij de optie {naam} hoort geen waarde."),
    (r"Option '(?P<naam>.+?)' requires (?:an argument|\d+ arguments)\.", "Bij de optie {naam} hoort een waarde."),
    (r"Invalid value for '(?P<naam>.+?)': .*valid integer.*", "{naam}: schrijf een heel getal."),
    (r"Invalid value for '(?P<naam>.+?)': .*", "{naam}: deze waarde kan niet."),
)
_ALTERNATIEVEN = ("wel", "ook")


def translate_help(text: str) -> str:
    """Typer's help text with its own words in Dutch."""
    for pattern, dutch in _HELP:
        text = re.sub(pattern, dutch, text, flags=re.MULTILINE)
    return text


def translate_error(message: str) -> str:
    """Typer's message about a wrong command, in Dutch; one that is not known gets a sentence that always holds."""
    for pattern, dutch in _FOUTEN:
        found = re.fullmatch(pattern, message.strip())
        if found:
            return dutch.format(**{name: _worded(name, text) for name, text in found.groupdict().items()})
    return "Deze opdracht kan zo niet."


def usage_error(error: typer.TyperException) -> str:
    """What to print for a wrong command: how it is used, where help is, and what is wrong."""
    lines = []
    context: Any = getattr(error, "ctx", None)
    if context is not None:
        lines.append(translate_help(context.get_usage()))
        lines.append(f"Hulp: {context.command_path} --help")
    lines.append(f"Fout: {translate_error(error.format_message())}")
    return "\n".join(lines)


def _worded(name: str, text: str | None) -> str:
    if name not in _ALTERNATIEVEN:
        return text or ""
    return f" Bedoelt u {text}?" if text else ""


class DutchCommand(TyperCommand):
    """A command whose help is Dutch throughout."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return translate_help(super().get_help(ctx))


class DutchGroup(TyperGroup):
    """A group of commands whose help is Dutch throughout."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return translate_help(super().get_help(ctx))
