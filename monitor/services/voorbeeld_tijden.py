"""When something of the example was written down: of a day only its evening is known."""

from datetime import date, datetime, time


def evening(dag: date) -> datetime:
    """The moment at which what happened on a day was written down."""
    return datetime.combine(dag, time(19, 30))
