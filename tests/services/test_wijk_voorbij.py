"""In a wijk that is there no longer nothing begins; what was begun can be ended, and words can be taken away."""

import pytest

from monitor.domain.indicator import StemRol
from monitor.domain.leren import AgendaSoort, BronSoort, SessieUitkomst
from monitor.domain.wijkplan import PlanStand
from monitor.errors import OngeldigeInvoer
from monitor.services import leerpunten, leesrondes, straat, wijkgesprek, wijkplannen
from monitor.services.leerbeeld import leerbeeld
from monitor.store.database import Database
from tests.services.builders import WIJK
from tests.services.test_leesrondes import BEGELEIDER, begin
from tests.services.test_wijkgesprek import DAG, held, patroon, tell, van

VERSLAG = straat.Bezoekverslag(DAG, "De bank is weg.", ((StemRol.BEWONER, 3),))


def end_wijk(database: Database) -> None:
    with database.writing() as cursor:
        cursor.execute(
            "INSERT INTO gebied_versie (gebied, geldig_van, geldig_tot, naam) "
            "VALUES (?, DATE '2016-01-01', DATE '2025-12-31', 'Weg')",
            [WIJK],
        )


def test_what_was_begun_in_a_wijk_that_is_gone_can_be_ended(wijkstore: Database) -> None:
    sessie, ronde, other = held(wijkstore), begin(wijkstore), begin(wijkstore, naam="Nog een")
    plan = wijkplannen.add_plan(wijkstore, BEGELEIDER, WIJK, "Samen eten", token="plan")
    bezoek = straat.plan_bezoek(wijkstore, BEGELEIDER, WIJK, straat.NieuwBezoek(DAG, waar="Het plein"), token="bezoek")
    end_wijk(wijkstore)
    with pytest.raises(OngeldigeInvoer, match="er niet meer sinds 31 december 2025"):
        begin(wijkstore, naam="Te laat")
    wijkgesprek.close(wijkstore, BEGELEIDER, WIJK, sessie, SessieUitkomst.BESPROKEN_NOG_OPEN)
    leesrondes.close(wijkstore, BEGELEIDER, WIJK, ronde)
    leesrondes.call_off(wijkstore, BEGELEIDER, WIJK, other, "De wijk is er niet meer.")
    wijkplannen.end(wijkstore, BEGELEIDER, WIJK, plan, PlanStand.GESTOPT)
    straat.cancel_bezoek(wijkstore, BEGELEIDER, WIJK, bezoek)
    assert leerbeeld(wijkstore, BEGELEIDER, WIJK).bezig is None
    assert not any(it.open for it in leesrondes.rondes(wijkstore, BEGELEIDER, WIJK).rondes)
    assert not any(it.loopt for it in wijkplannen.planbeeld(wijkstore, BEGELEIDER, WIJK).plannen)
    assert straat.bezoekenbeeld(wijkstore, BEGELEIDER, WIJK).gepland == ()


def test_words_that_lead_to_a_person_can_be_taken_away_in_a_wijk_that_is_gone(wijkstore: Database) -> None:
    een, twee = tell(wijkstore, "Een", "Twee")
    sessie = held(wijkstore)
    vraag = wijkgesprek.NieuwPunt(AgendaSoort.VRAAG, tekst="Wie missen we?")
    wijkgesprek.add_punten(wijkstore, BEGELEIDER, WIJK, sessie, [vraag], token="vraag")
    (punt,) = leerbeeld(wijkstore, BEGELEIDER, WIJK).sessies[0].agenda
    point, other = (patroon(wijkstore, sessie, *van(BronSoort.VERHAAL, een, twee), tekst=it) for it in ("Een", "Twee"))
    lezing = leerpunten.add_lezing(wijkstore, BEGELEIDER, WIJK, point, StemRol.BEWONER, "Anders.", token="lezing")
    nieuw = leerpunten.NieuweAfspraak("Wij bellen de sleutelclub.", "het wijkteam")
    afspraak = leerpunten.add_afspraak(wijkstore, BEGELEIDER, WIJK, sessie, nieuw, token="afspraak")
    ronde = begin(wijkstore)
    plan = wijkplannen.add_plan(wijkstore, BEGELEIDER, WIJK, "Samen eten", token="plan")
    bezoek = straat.plan_bezoek(wijkstore, BEGELEIDER, WIJK, straat.NieuwBezoek(DAG, waar="Het plein"), token="bezoek")
    straat.record_bezoek(wijkstore, BEGELEIDER, WIJK, bezoek, VERSLAG, token="v")
    straat.add_verhaal_bij(wijkstore, BEGELEIDER, WIJK, bezoek, een)
    end_wijk(wijkstore)
    who = (wijkstore, BEGELEIDER, WIJK)
    wijkgesprek.remove_punt(*who, sessie, punt.id)
    leerpunten.remove_lezing(*who, point, lezing)
    leerpunten.remove_leerpunt(*who, other)
    leerpunten.remove_afspraak(*who, afspraak)
    leesrondes.remove_words_of(*who, ronde, ronde)
    wijkplannen.remove_words_of(*who, plan, plan)
    straat.remove_verhaal_bij(*who, bezoek, een)
    straat.remove_woorden(*who, bezoek)
    seen = leerbeeld(*who)
    assert [[it.tekst for it in point.lezingen] for point in seen.leerpunten] == [["Een"]]
    assert (seen.afspraken, seen.sessies[0].agenda) == ((), ())
    assert [it.naam for it in leesrondes.rondes(*who).rondes] == [""]
    assert [it.naam for it in wijkplannen.planbeeld(*who).plannen] == [None]
    assert [(it.waar, it.verhalen) for it in straat.bezoekenbeeld(*who).bezoeken] == [(None, ())]
