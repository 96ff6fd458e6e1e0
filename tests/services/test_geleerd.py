"""What a minute takes from learning together: of gesprekken that are closed, and never what one verhaal tells."""

from datetime import date

import pytest

from monitor.domain.indicator import StemRol
from monitor.domain.leesronde import Leesniveau, Werkwijze
from monitor.domain.leren import BronSoort, Gremium, LeerpuntStand
from monitor.domain.raad import BeslispuntBron, BeslispuntSoort, BeslispuntUitkomst
from monitor.domain.wijkbeeld import MinuutBron
from monitor.services import leesrondes, raad
from monitor.services.leerpunten import NieuweAfspraak, NieuweStand, add_afspraak, remove_leerpunt, set_stand
from monitor.services.wijkgesprek import close
from monitor.store.database import Database
from monitor.store.wijkbeeld_store import WijkbeeldStore
from tests.services.builders import ANDERE_WIJK, WIJK
from tests.services.test_raad import BELEID
from tests.services.test_wijkgesprek import BEGELEIDER, DAG, OPEN, bottleneck, casus, held, patroon, tell, van

GEMEENTE = "GM9901"


@pytest.fixture
def gesprek(wijkstore: Database) -> tuple[Database, str, dict[str, str]]:
    """A gesprek that was held and is not closed, with something on each level and an afspraak."""
    een, twee = tell(wijkstore, "Een", "Twee")
    sessie = held(wijkstore)
    first, second = casus(wijkstore, sessie, een), casus(wijkstore, sessie, twee, "Iemand anders ook niet.")
    seen = patroon(wijkstore, sessie, *van(BronSoort.LEERPUNT, first, second))
    way = bottleneck(wijkstore, sessie, seen, gremium=Gremium.RAAD)
    nieuw = NieuweAfspraak("Met de raad praten.", "het wijkteam", date(2026, 12, 10), way)
    agreed = add_afspraak(wijkstore, BEGELEIDER, WIJK, sessie, nieuw, token="a")
    return wijkstore, sessie, {"casus": first, "patroon": seen, "bottleneck": way, "afspraak": agreed}


def geleerd(database: Database, wijk: str = WIJK) -> MinuutBron:
    return WijkbeeldStore(database).geleerd(wijk, GEMEENTE)


def test_nothing_of_a_gesprek_is_told_until_it_is_closed(gesprek: tuple[Database, str, dict[str, str]]) -> None:
    database, sessie, ids = gesprek
    assert geleerd(database) == MinuutBron()
    close(database, BEGELEIDER, WIJK, sessie, OPEN)
    found = geleerd(database)
    assert found.gesprek == DAG
    assert {it.id for it in found.leerpunten} == {ids["patroon"], ids["bottleneck"]}
    way = next(it for it in found.leerpunten if it.id == ids["bottleneck"])
    assert (way.open, way.gremium, way.gesprek) == (True, Gremium.RAAD, DAG)
    assert [(it.tekst, it.leerpunt) for it in found.afspraken] == [("Met de raad praten.", ids["bottleneck"])]
    assert geleerd(database, ANDERE_WIJK) == MinuutBron()


def test_how_a_leerpunt_stands_is_its_last_line_also_when_that_names_nobody(
    gesprek: tuple[Database, str, dict[str, str]],
) -> None:
    database, sessie, ids = gesprek
    close(database, BEGELEIDER, WIJK, sessie, OPEN)
    nieuw = NieuweStand(LeerpuntStand.OPGELOST, reden="De tolk komt.")
    set_stand(database, BEGELEIDER, WIJK, ids["bottleneck"], nieuw, token="s")
    way = next(it for it in geleerd(database).leerpunten if it.id == ids["bottleneck"])
    assert (way.stand, way.gremium) == (LeerpuntStand.OPGELOST, None)


def test_words_that_were_taken_away_are_told_nowhere(gesprek: tuple[Database, str, dict[str, str]]) -> None:
    database, sessie, ids = gesprek
    close(database, BEGELEIDER, WIJK, sessie, OPEN)
    remove_leerpunt(database, BEGELEIDER, WIJK, ids["bottleneck"])
    assert {it.id for it in geleerd(database).leerpunten} == {ids["patroon"]}


def test_what_the_raad_decided_is_told_once_however_many_points_it_is_about(
    gesprek: tuple[Database, str, dict[str, str]],
) -> None:
    database, sessie, ids = gesprek
    close(database, BEGELEIDER, WIJK, sessie, OPEN)
    about = tuple(BeslispuntBron(BeslispuntSoort.LEERPUNT, ids[it]) for it in ("patroon", "bottleneck"))
    cijfer = (BeslispuntBron(BeslispuntSoort.INDICATOR, "buren"),)
    punten = (
        raad.NieuwBeslispunt("Een tolk betalen.", BeslispuntUitkomst.AANGENOMEN, about),
        raad.NieuwBeslispunt("Ergens anders over.", BeslispuntUitkomst.AANGENOMEN, cijfer),
    )
    besluit = raad.NieuwRaadsbesluit("Tolk", date(2026, 11, 19), punten)
    raad.add_besluit(database, BELEID, GEMEENTE, besluit, token="b")
    (point,) = geleerd(database).beslispunten
    assert (point.tekst, point.leerpunten) == ("Een tolk betalen.", {ids["patroon"], ids["bottleneck"]})


def test_a_ronde_is_told_when_it_is_over_and_something_was_chosen(wijkstore: Database) -> None:
    (verhaal,) = tell(wijkstore, "Een")
    for naam, chosen in (("niets", None), ("iets", verhaal)):
        nieuw = leesrondes.NieuweRonde(
            naam, Leesniveau.BEWONERS, Werkwijze.GESPREK, date(2025, 1, 1), date(2025, 12, 31), ("Ontmoeten",)
        )
        ronde = leesrondes.add_ronde(wijkstore, BEGELEIDER, WIJK, nieuw, token=naam)
        domein = leesrondes.rondebeeld(wijkstore, BEGELEIDER, WIJK, ronde).domeinen[0].domein.id
        leesrondes.count_deelnemers(wijkstore, BEGELEIDER, WIJK, ronde, [(StemRol.BEWONER, 4)])
        if chosen:
            leesrondes.place_verhalen(wijkstore, BEGELEIDER, WIJK, ronde, [verhaal], domein)
        leesrondes.choose(wijkstore, BEGELEIDER, WIJK, ronde, domein, chosen, "Daarom.", token=f"k-{naam}")
        assert geleerd(wijkstore).rondes == ()
        leesrondes.close(wijkstore, BEGELEIDER, WIJK, ronde)
    assert [it.niveau for it in geleerd(wijkstore).rondes] == [Leesniveau.BEWONERS]
