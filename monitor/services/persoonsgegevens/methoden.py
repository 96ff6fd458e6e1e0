"""Ways of counting that are called after somebody: "interval volgens Wilson".

Without a word of statistics beside it, it is the name of a person.
"""

from monitor.services.persoonsgegevens.woorden import Woord
from monitor.sources.namenlijsten import Namenlijsten, words

_TERMEN = words(
    """
    interval betrouwbaarheidsinterval score-interval marge foutmarge steekproef steekproefmarge steekproefomvang
    correlatie coefficient kappa tau alfa alpha betrouwbaarheid standaardfout ontwerpeffect designeffect
    """
)
_ZWAK = words(
    """
    methode manier berekend gerekend uitgerekend gewogen getoetst gecorrigeerd toets test schaal ladder index curve
    correctie formule verdeling helling
    """
)
"""Of these, more is needed in the same sentence: the method of a neighbour is one as well."""
_NAAR = words("volgens van naar")


def is_methode(woorden: list[Woord], index: int, lijsten: Namenlijsten) -> bool:
    """Whether a word says how something was counted: a name in the list, beside a word of statistics."""
    woord = woorden[index]
    naam, _, rest = woord.kaal.removesuffix("'s").partition("-")
    if naam not in lijsten.methoden:
        return False
    if rest:
        return rest in _TERMEN | _ZWAK
    after = woorden[index + 1] if index + 1 < len(woorden) else None
    if after is not None and after.ervoor.isspace() and not after.vooraan:
        if after.hoofdletter:
            return False
        if after.kaal in _TERMEN:
            return True
    return not woord.vooraan and _is_called_after(woorden, index)


def _is_called_after(woorden: list[Woord], index: int) -> bool:
    """Whether what stands in front is counted so: "interval volgens Wilson", "marge (Kish)", "95% volgens Kish"."""
    before = woorden[index - 1]
    if woorden[index].ervoor == " (":
        return before.kaal in _TERMEN
    if not woorden[index].ervoor.isspace() or before.kaal not in _NAAR or before.vooraan:
        return False
    what = woorden[index - 2].kaal
    return "%" in before.ervoor or what in _TERMEN or (what in _ZWAK and _says_how(woorden, index - 2))


def _says_how(woorden: list[Woord], index: int) -> bool:
    """Whether a word of statistics stands earlier in the sentence."""
    while not woorden[index].vooraan:
        index -= 1
        if woorden[index].kaal in _TERMEN:
            return True
    return False
