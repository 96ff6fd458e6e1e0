"""The pages and the menu; nothing else. Every page stays at its address, and says itself who may use it."""

import streamlit as st

from monitor.domain.rechten import Handeling
from monitor.ui import deelblok, menu, texts
from monitor.ui.texts import menu as woorden

scherm = st.navigation(
    menu.sections(
        {
            "": [
                menu.Scherm("pages/start.py", texts.MENU_START),
                menu.Scherm("pages/gemeente.py", texts.MENU_GEMEENTE),
                menu.Scherm("pages/wijk.py", texts.MENU_WIJK),
                menu.Scherm("pages/indicator.py", woorden.INDICATOR),
                menu.Scherm("pages/verhalen.py", woorden.VERHALEN),
                menu.Scherm("pages/verhaal_vertellen.py", woorden.VERTELLEN),
                menu.Scherm("pages/mijn_verhaal.py", woorden.MIJN_VERHAAL),
                menu.Scherm("pages/verantwoording.py", texts.MENU_VERANTWOORDING),
            ],
            woorden.LEREN: [
                menu.Scherm("pages/wijkgesprek.py", woorden.WIJKGESPREK),
                menu.Scherm("pages/samen_verhalen_kiezen.py", woorden.VERHALEN_KIEZEN),
                menu.Scherm("pages/wijkplan.py", woorden.WIJKPLAN),
                menu.Scherm("pages/wijkbezoek.py", woorden.STRAAT),
                menu.Scherm("pages/in_de_weg.py", woorden.IN_DE_WEG),
                menu.Scherm("pages/hoe_is_dit_zo_gekomen.py", woorden.SPOOR),
            ],
            woorden.WERK: [
                menu.Scherm("pages/koppelen.py", woorden.KOPPELEN, (Handeling.KOPPELEN, Handeling.NAVRAGEN)),
                menu.Scherm("pages/nalezen.py", woorden.NALEZEN, (Handeling.NALEZEN, Handeling.MEELEZEN)),
                menu.Scherm("pages/terugkoppelen.py", woorden.TERUGKOPPELEN, (Handeling.TERUGKOPPELEN,)),
                menu.Scherm(
                    "pages/initiatieven.py",
                    woorden.INITIATIEVEN,
                    (Handeling.INBRENGEN, Handeling.SIGNALEREN, Handeling.SIGNALEN_LEZEN),
                ),
                menu.Scherm(
                    "pages/activiteiten.py", woorden.ACTIVITEITEN, (Handeling.ACTIVITEITEN, Handeling.FINANCIEREN)
                ),
                menu.Scherm(
                    "pages/indicatoren_kiezen.py", woorden.SAMEN_KIEZEN, (Handeling.VOORSTELLEN, Handeling.KIEZEN)
                ),
                menu.Scherm("pages/raadsvoorstel.py", woorden.RAADSVOORSTEL, (Handeling.RAADSSTUK,)),
                menu.Scherm("pages/tellen.py", woorden.TELLEN, (Handeling.TELLEN, Handeling.CIJFERS_INLEZEN)),
                menu.Scherm("pages/uitnodigen.py", woorden.UITNODIGEN, (Handeling.UITNODIGEN,)),
                menu.Scherm("pages/beheer.py", woorden.BEHEER, (Handeling.INSTELLEN,)),
            ],
        }
    ),
    position="top",
)
scherm.run()
deelblok.show(scherm.url_path)
