"""What people read while they choose together, from what a wijk did."""

from monitor.domain.indicator import IndicatorStatus, Rol
from monitor.services.kiezen import keuzebeeld
from monitor.services.levensloop import Aanname, adopt, let_go, take_stap
from monitor.store.database import Database
from monitor.ui import kiezenblok
from tests.services.builders import WIJK
from tests.services.conftest import wijkstore
from tests.services.test_levensloop import BEGELEIDER

__all__ = ["wijkstore"]


def test_what_was_watched_for_one_day_is_told_with_that_day_alone(wijkstore: Database) -> None:
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", IndicatorStatus.IN_GESPREK)
    adopt(wijkstore, BEGELEIDER, WIJK, Aanname("buren", Rol.ONTWIKKEL), token="t")
    let_go(wijkstore, BEGELEIDER, WIJK, "buren", "Het was een vergissing.")
    html = kiezenblok.decided(keuzebeeld(wijkstore, WIJK))
    assert "dit willen we leren meten, op 20 november 2026. Het was een vergissing." in html
    assert "tot en met" not in html
