"""`check`: does the store agree with itself, and with the rules that span more than one row?"""

from monitor.domain.regels import KERN_MAXIMUM
from monitor.services.gebieden import wrong_versies
from monitor.services.instellingen import kleinste_aantal
from monitor.services.onderdrukking import verborgen
from monitor.services.zoekindex import wrong_in_index
from monitor.store.controle_store import ControleStore
from monitor.store.database import Database
from monitor.store.inlezing_store import InlezingStore
from monitor.store.intrekkingen import came_back, remembered
from monitor.store.onderdrukking_store import OnderdrukkingStore

_ZINNEN = {
    "gebied_zonder_versie": "Gebied {wat} heeft geen naam en geen geldigheid.",
    "indicator_zonder_versie": "Indicator {wat} heeft geen omschrijving.",
    "noemer_onbekend": "Indicator {wat} wordt gedeeld door een indicator die er niet is.",
    "landelijk_gedragen": "Indicator {wat} is landelijk en kan niet gedragen zijn.",
    "te_veel_kern": f"Gebied {{wat}} heeft meer dan {KERN_MAXIMUM} kernindicatoren.",
    "twee_keer_aangenomen": "Gebied en indicator {wat}: het gebied let er twee keer op.",
    "landelijk_gekozen": "Gebied en indicator {wat}: een landelijk cijfer is achtergrond en geen keuze.",
    "stap_zonder_gebied": "Indicator {wat} heeft een stap in een gebied dat er niet is.",
    "vervallen_en_toch_in_zicht": "Gebied en indicator {wat}: vervallen, maar het gebied let er nog op.",
    "gedragen_zonder_steun": "Gebied en indicator {wat}: gedragen zonder steun van bewoners en professionals.",
    "in_gebruik_zonder_keuze": "Gebied en indicator {wat}: in gebruik, maar het gebied koos er niet voor.",
    "in_gebruik_zonder_werk": "Gebied en indicator {wat}: in gebruik, maar er loopt niets dat eraan werkt.",
    "voortgang_onvolledig": "Van {wat} ontbreekt een regel van hoe het verder ging, of de dagen kloppen niet.",
    "ronde_zonder_domein": "Leesronde {wat} heeft geen onderwerp voor iets anders, of geen voor wat misging.",
    "ronde_zonder_stand": "Van leesronde {wat} staat er niet hoe het ermee staat.",
    "keuze_zonder_reden": "Bij keuze {wat} staat niet waarom.",
    "gekozen_van_elders": "Keuze {wat} is van een verhaal dat in die leesronde niet op tafel lag.",
    "casus_zonder_verhaal": "Leerpunt {wat} is een casus zonder verhaal, of samengesteld en toch van een verhaal.",
    "patroon_zonder_bron": "Leerpunt {wat} komt vaker voor, maar dat blijkt niet uit twee verhalen of een cijfer.",
    "bottleneck_zonder_patroon": "Leerpunt {wat} zit in de weg, maar dat blijkt niet uit iets wat vaker voorkomt.",
    "leerpunt_zonder_stand": "Van leerpunt {wat} ontbreekt wat er geleerd is, of hoe het ermee staat.",
    "sessie_zonder_stap": "Van wijkgesprek {wat} staat er niet hoe het ermee staat.",
    "sessie_na_einde": "Wijkgesprek {wat} was afgesloten of afgelast, en ging daarna toch verder.",
    "twee_sessies": "In gebied {wat} staan twee wijkgesprekken tegelijk klaar.",
    "afspraken_zonder_afspraak": "Wijkgesprek {wat} sloot met afspraken, maar die zijn er niet.",
    "plan_zonder_stand": "Van wijkplan {wat} staat er niet hoe het ermee staat.",
    "plan_na_einde": "Wijkplan {wat} was afgerond of gestopt, en ging daarna toch verder.",
    "twee_plannen": "In gebied {wat} lopen twee wijkplannen tegelijk.",
    "college_zonder_makers": "Wijkplan {wat} heeft een versie van het college, maar geen van de makers ervoor.",
    "mijlpaal_zonder_bewoners": "Op mijlpaal {wat} is teruggekeken zonder bewoners.",
    "bezoek_zonder_stap": "Van wijkbezoek {wat} staat er niet hoe het ermee staat.",
    "besluit_zonder_punt": "Raadsbesluit {wat} heeft geen beslispunt.",
    "beslispunt_over_casus": "Beslispunt {wat} gaat over wat één keer gebeurde. Dat kan niet in een stuk van de raad.",
    "stuk_zonder_kop": "Stuk {wat} heeft geen titel, en is ook niet weggehaald.",
    "stuk_zonder_niets_doen": "Raadsvoorstel {wat} heeft “niets doen” niet als alternatief.",
    "onderdeel_zonder_stand": "Van onderdeel {wat} van een stuk staat er niet waar het hoort.",
    "teksten_verkeerd_genummerd": "De versies van stuk {wat} tellen niet door: er kan een tekst weg zijn.",
    "stuk_met_onbekend_citaat": "Stuk {wat} verwijst naar een verhaal dat er niet is.",
    "momentopname_onvolledig": "Van stuk {wat} ontbreekt een vastgelegde versie.",
    "koppen_verkeerd_genummerd": "De titels van stuk {wat} tellen niet door: er kan er een weg zijn.",
    "keuzes_verkeerd_genummerd": "De keuzes voor stuk {wat} tellen niet door: er kan er een weg zijn.",
    "standen_verkeerd_genummerd": "De gegevens van onderdeel {wat} van een stuk tellen niet door.",
    "onderdeel_bij_ander_stuk": "Onderdeel {wat} hoort bij iets dat niet in hetzelfde stuk staat.",
    "meting_andere_periode": "Meting {wat} heeft een begindatum in een ander jaar dan haar periode.",
    "meting_zonder_indicator": "Er zijn metingen van indicator {wat}, maar die indicator is er niet.",
    "meting_zonder_inlezing": "Er zijn metingen van inlezing {wat}, maar die inlezing is er niet.",
    "nulmeting_zonder_cijfer": "Nulmeting {wat}: over die periode staat er geen cijfer.",
    "verhaal_onder_wijk": "Verhaal {wat} staat bij een gebied dat kleiner is dan een wijk.",
    "verhaal_zonder_versie": "Verhaal {wat} heeft geen versie.",
    "ingetrokken_met_tekst": "Verhaal {wat} is ingetrokken, maar de tekst staat er nog.",
    "beoordeeld_door_schrijver": "Verhaal {wat} is nagelezen door wie het opschreef of aanpaste.",
    "nagelezen_zonder_akkoord": "Verhaal {wat} is nagelezen zonder dat de verteller zei dat de tekst zo klopt.",
    "nagelezen_zonder_navraag": "Verhaal {wat} is nagelezen zonder dat een collega het de verteller nog eens vroeg.",
    "kind_openbaar": "Verhaal {wat} is van iemand onder de 16 jaar en staat op openbaar.",
}
_TERUG = {
    "bezwaar": "Bezwaar {wat} was weggehaald en staat er weer in. Ruim op met `maintain`: dan gaat het weer weg.",
    "antwoord": "Antwoord {wat} was weggehaald en staat er weer in. Ruim op met `maintain`: dan gaat het weer weg.",
    "verhaal": "Verhaal {wat} was teruggenomen en staat er weer in. Ruim op met `maintain`: dan gaat het weer weg.",
    "voorstel": "Voorstel {wat} was weggehaald en staat er weer in. Ruim op met `maintain`: dan gaat het weer weg.",
    "draagvlak": "Oude woorden bij telling {wat} waren vervangen en staan er weer in. Ruim op met `maintain`.",
    "herkenning": "Oude woorden bij telling {wat} waren vervangen en staan er weer in. Ruim op met `maintain`.",
}
_WOORDEN_TERUG = (
    "Van {soort} {wat} waren de woorden weggehaald. Nu staan ze er weer. Ruim op met `maintain`: dan gaan ze weer weg."
)
_ANDERE_VERSIE = "Gebied {wat} heeft een andere naam of geldigheid dan volgt uit wat de bronnen per jaar zeggen."

_KLEIN = "Telling {wat} is te klein om te tonen, of juist niet. Bewaar de instellingen opnieuw."
_ZOEKEN = "Zoeken klopt niet voor verhaal {wat}. Ruim op met `maintain`: dan wordt de zoekindex opnieuw gemaakt."


def check_store(database: Database) -> tuple[str, ...]:
    """Everything that is not as it should be, a sentence each; empty when all is well."""
    with database.all_cores(), database.reading() as cursor:
        broken = ControleStore(cursor).broken(meeste_kern=KERN_MAXIMUM)
        nameless = {wat for regel, wat in broken if regel == "gebied_zonder_versie"}
        stale = [code for code in wrong_versies(InlezingStore(cursor)) if code not in nameless]
        unfound = wrong_in_index(cursor)
        hidden = OnderdrukkingStore(cursor).verborgen() ^ verborgen(cursor, kleinste_aantal(cursor))
        back = came_back(cursor, remembered(database.path))
    return (
        *(_ZINNEN[regel].format(wat=wat) for regel, wat in broken),
        *(_ANDERE_VERSIE.format(wat=code) for code in stale),
        *(_ZOEKEN.format(wat=verhaal) for verhaal in unfound),
        *(_KLEIN.format(wat=", ".join(plek)) for plek in sorted(hidden)),
        *(_TERUG.get(soort, _WOORDEN_TERUG).format(soort=soort, wat=id_) for soort, id_ in back),
    )
