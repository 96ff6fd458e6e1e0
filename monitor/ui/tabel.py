"""A table whose rows stand below each other as cards where the window is too narrow for its columns."""

from collections.abc import Iterable, Sequence

from monitor.ui.html import Html, tag


def stacked(caption: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Html:
    """A table with a name for who cannot see it; the first cell of each row is its heading."""
    # A browser takes what CSS shows as blocks for no table any more: the roles keep it one.
    body = (tag("tr", *map(_cell, columns, row, range(len(row))), role="row") for row in rows)
    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption, class_="onzichtbaar"),
            tag(
                "thead",
                tag("tr", *(tag("th", it, scope="col", role="columnheader") for it in columns), role="row"),
                role="rowgroup",
            ),
            tag("tbody", *body, role="rowgroup"),
            class_="stapel",
            role="table",
        ),
        class_="schuif",
        tabindex="0",
        role="region",
        aria_label=caption,
    )


def _cell(column: str, content: object, place: int) -> Html:
    if not place:
        return tag("th", content, data_kop=column, scope="row", role="rowheader")
    return tag("td", content, data_kop=column, role="cell", class_="leeg" if content == "" else None)


def with_code(naam: str, code: str) -> Html:
    """What something is called, with its code in small beside it; the code alone when it has no name."""
    return tag("span", naam, " ", tag("span", code, class_="code")) if naam != code else tag("span", code)
