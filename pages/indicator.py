"""One cijfer: what it means, how it came here, how it goes, and the verhalen that belong to it."""

from monitor.ui import frame, indicatorkeuze, indicatorscherm, queries
from monitor.ui.errors import show_errors
from monitor.ui.texts import indicator as texts

gebruiker = frame.page(texts.MENU)
code, wijk, gemeente = (frame.parameter(name) for name in ("indicator", "wijk", "gemeente"))

with show_errors():
    stand = queries.stand()
    refusal = indicatorkeuze.refusal(stand, code, wijk, gemeente)
    if code and refusal is None:
        indicatorscherm.show(stand, gebruiker, code, wijk, gemeente)
    else:
        indicatorkeuze.show(stand, refusal, wijk, gemeente)
