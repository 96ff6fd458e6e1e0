"""`check`: does the store agree with itself, and with the rules that span more than one row?"""

from monitor.domain.regels import KERN_MAXIMUM
from monitor.services.gebieden import wrong_versies
from monitor.store.controle_store import ControleStore
from monitor.store.database import Database
from monitor.store.inlezing_store import InlezingStore

_ZINNEN = {
    "gebied_zonder_versie": "Gebied {wat} heeft geen naam en geen geldigheid.",
    "indicator_zonder_versie": "Indicator {wat} heeft geen omschrijving.",
    "noemer_onbekend": "Indicator {wat} wordt gedeeld door een indicator die er niet is.",
    "landelijk_gedragen": "Indicator {wat} is landelijk en kan niet gedragen zijn.",
    "te_veel_kern": f"Gebied {{wat}} heeft meer dan {KERN_MAXIMUM} kernindicatoren.",
    "meting_andere_periode": "Meting {wat} heeft een begindatum in een ander jaar dan haar periode.",
    "meting_zonder_indicator": "Er zijn metingen van indicator {wat}, maar die indicator is er niet.",
    "meting_zonder_inlezing": "Er zijn metingen van inlezing {wat}, maar die inlezing is er niet.",
    "verhaal_onder_wijk": "Verhaal {wat} staat bij een gebied dat kleiner is dan een wijk.",
    "verhaal_zonder_versie": "Verhaal {wat} heeft geen versie.",
    "ingetrokken_met_tekst": "Verhaal {wat} is ingetrokken, maar de tekst staat er nog.",
    "beoordeeld_door_schrijver": "Verhaal {wat} is nagelezen door wie het opschreef.",
}
_ANDERE_VERSIE = "Gebied {wat} heeft een andere naam of geldigheid dan volgt uit wat de bronnen per jaar zeggen."


def check_store(database: Database) -> tuple[str, ...]:
    """Everything that is not as it should be, a sentence each; empty when all is well."""
    with database.reading() as cursor:
        broken = ControleStore(cursor).broken(meeste_kern=KERN_MAXIMUM)
        nameless = {wat for regel, wat in broken if regel == "gebied_zonder_versie"}
        stale = [code for code in wrong_versies(InlezingStore(cursor)) if code not in nameless]
    return (
        *(_ZINNEN[regel].format(wat=wat) for regel, wat in broken),
        *(_ANDERE_VERSIE.format(wat=code) for code in stale),
    )
