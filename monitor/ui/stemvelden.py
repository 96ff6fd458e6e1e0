"""Fields for what people of each role say: a box to choose a role, and whole numbers per role."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from monitor.domain.indicator import StemRol
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import parse_getal
from monitor.ui.texts import kiezen as texts

Choice = TypeVar("Choice")
Typed = dict[str, tuple[str, str]]
"""The label of a field and what was typed in it, by name."""


def box(label: str, names: Mapping[str, str], key: str) -> str | None:
    """A box to choose from, with nothing chosen; the id of what is chosen."""
    return st.selectbox(
        label, list(names), index=None, format_func=lambda it: names.get(it, it), placeholder=texts.KIES, key=key
    )


def chosen(value: Choice | None, what: str) -> Choice:
    """What was chosen. Raises OngeldigeInvoer, which names `what` is missing."""
    if value is None:
        raise OngeldigeInvoer([Probleem(texts.EERST_KIEZEN.format(wat=what), what)])
    return value


def rol_box(key: str, rollen: Sequence[StemRol] = tuple(StemRol)) -> StemRol | None:
    """Which of these roles speaks: a role, never a name."""
    return st.selectbox(
        texts.WIE_ZEGT,
        list(rollen),
        index=0 if len(rollen) == 1 else None,
        format_func=lambda it: texts.IK_BEN[it],
        placeholder=texts.KIES,
        key=key,
    )


def counts(
    rows: Mapping[StemRol, Mapping[str, tuple[str, str]]], words: Mapping[StemRol, str] | None = None
) -> dict[StemRol, dict[str, int]]:
    """What was typed per role, as whole numbers; empty is nought, and a role of which nothing was typed is absent.

    A role of which only `words` were typed is there with noughts, so that no words go lost in silence.
    Raises OngeldigeInvoer with every field that holds no whole number.
    """
    problemen: list[Probleem] = []
    counted: dict[StemRol, dict[str, int]] = {}
    for rol, fields in rows.items():
        said = (words or {}).get(rol, "")
        if any(typed.strip() for typed in (said, *(typed for _, typed in fields.values()))):
            counted[rol] = {name: _whole(label, typed, problemen) for name, (label, typed) in fields.items()}
    if problemen:
        raise OngeldigeInvoer(problemen)
    return counted


def _whole(label: str, typed: str, problemen: list[Probleem]) -> int:
    try:
        value = parse_getal(typed) if typed.strip() else 0.0
    except OngeldigeInvoer:
        value = 0.5
    if value == int(value):
        return int(value)
    problemen.append(Probleem(texts.GETAL_FOUT.format(veld=label), label))
    return 0


def row(rol: StemRol, labels: Mapping[str, str], key: str) -> Typed:
    """Fields for one role beside each other: the label and what was typed, by name."""
    columns = st.columns(len(labels))
    found = {}
    for column, (name, pattern) in zip(columns, labels.items(), strict=True):
        label = pattern.format(rol=texts.ROLLEN[rol])
        found[name] = (label, column.text_input(label, key=f"{key}-{rol.value}-{name}"))
    return found
