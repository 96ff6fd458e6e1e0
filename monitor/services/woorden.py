"""The words that a reader sees for what the code calls by a trade noun: one place for screen, documents and exports.

Every member of an enum has its word; a test holds that. A value that the store gives as text finds its word too.
"""

from collections.abc import Mapping

from monitor.domain.activiteitenbeeld import Volhouden
from monitor.domain.gebruiker import GebruikerRol
from monitor.domain.indicator import Beinvloedbaar, Bewijssoort, IndicatorSoort, IndicatorStatus, Richting, Rol, StemRol
from monitor.domain.leesronde import Leesniveau, NagaanUitkomst, RondeStand, Werkwijze
from monitor.domain.leren import (
    AfspraakStand,
    AgendaSoort,
    BronSoort,
    Gremium,
    LeerpuntStand,
    Niveau,
    SessieStand,
    SessieUitkomst,
)
from monitor.domain.meting import BreukSoort, MetingStatus, OntbreektReden
from monitor.domain.persoonsgegeven import PersoonsgegevenSoort
from monitor.domain.raad import BeslispuntUitkomst
from monitor.domain.raadsstuk import BobFase, Deel, EerderVorm, GeldVorm, OnderdeelSoort, StukSoort
from monitor.domain.trend import Zekerheid
from monitor.domain.verhaal import Besluit, Gebruik, Gevoel, Perspectief, Verhouding, Weigerreden
from monitor.domain.wijk import ActiviteitStatus, FinancieringStaat, FinancieringVorm, RolGemeente
from monitor.domain.wijkplan import (
    AanvraagOordeel,
    Opsteller,
    PlanregelSoort,
    PlanregelStand,
    PlanSectie,
    PlanStand,
)
from monitor.nl import meervoud

BEWIJSSOORT: Mapping[Bewijssoort, str] = {
    Bewijssoort.GEREGISTREERD: "geregistreerd",
    Bewijssoort.GEMETEN: "gemeten",
    Bewijssoort.GESCHAT: "geschat",
    Bewijssoort.GETELD: "geteld",
    Bewijssoort.ERVAREN: "ervaren",
}

BEWIJSSOORT_UITLEG: Mapping[Bewijssoort, str] = {
    Bewijssoort.GEREGISTREERD: "Dit komt uit een registratie. Wie daar niet in staat, telt niet mee.",
    Bewijssoort.GEMETEN: "Dit is gevraagd aan een deel van de mensen. Met andere mensen kon het iets anders uitkomen.",
    Bewijssoort.GESCHAT: (
        "Een model rekent dit uit voor mensen zoals hier. Het laat niet zien wat activiteiten doen, "
        "en ook niet of er iets verandert."
    ),
    Bewijssoort.GETELD: "Mensen die hier werken of helpen hebben dit zelf geteld.",
    Bewijssoort.ERVAREN: "Dit is hoe mensen het zelf beleven.",
}
"""What a reader must know of each kind of evidence."""

BEWIJS_ZIN: Mapping[Bewijssoort, str] = {
    Bewijssoort.GEREGISTREERD: "Dit cijfer is geregistreerd.",
    Bewijssoort.GEMETEN: "Dit cijfer is gemeten.",
    Bewijssoort.GESCHAT: "Dit cijfer is geschat.",
    Bewijssoort.GETELD: "Dit cijfer is geteld.",
    Bewijssoort.ERVAREN: "Dit is hoe mensen het ervaren.",
}
"""The kind of evidence as a sentence of its own, for in a document."""

RICHTING: Mapping[Richting, str] = {
    Richting.HOGER_IS_GUNSTIG: "hoger is gunstig",
    Richting.LAGER_IS_GUNSTIG: "lager is gunstig",
    Richting.NIET_EENDUIDIG: "hoger of lager is niet vanzelf goed of slecht",
}

ROL: Mapping[Rol, str] = {
    Rol.KERN: "hier letten wij op",
    Rol.AANVULLEND: "ook goed om te weten",
    Rol.ONTWIKKEL: "dit willen we leren meten",
    Rol.CONTEXT: "achtergrond",
}

STEMROL: Mapping[StemRol, str] = {
    StemRol.BEWONER: "bewoner",
    StemRol.VRIJWILLIGER: "vrijwilliger",
    StemRol.PROFESSIONAL: "professional",
    StemRol.GEMEENTE: "medewerker van de gemeente",
    StemRol.RAADSLID: "raadslid",
}
STEMROLLEN: Mapping[StemRol, str] = {
    StemRol.BEWONER: "bewoners",
    StemRol.VRIJWILLIGER: "vrijwilligers",
    StemRol.PROFESSIONAL: "professionals",
    StemRol.GEMEENTE: "medewerkers van de gemeente",
    StemRol.RAADSLID: "raadsleden",
}

INDICATOR_STATUS: Mapping[IndicatorStatus, str] = {
    IndicatorStatus.VOORSTEL: "voorgesteld",
    IndicatorStatus.IN_GESPREK: "in gesprek",
    IndicatorStatus.GEDRAGEN: "gedragen",
    IndicatorStatus.IN_GEBRUIK: "in gebruik",
    IndicatorStatus.VERVALLEN: "vervallen",
}

INDICATOR_SOORT: Mapping[IndicatorSoort, str] = {
    IndicatorSoort.INZET: "inzet: wat er gedaan wordt",
    IndicatorSoort.OPBRENGST: "opbrengst: wat er daardoor is",
    IndicatorSoort.EFFECT: "effect: wat het voor mensen verandert",
    IndicatorSoort.BELEVING: "beleving: hoe mensen het ervaren",
    IndicatorSoort.ACHTERGROND: "achtergrond: hoe de wijk is",
}
"""From what is put in to what comes of it."""

BEINVLOEDBAAR: Mapping[Beinvloedbaar, str] = {
    Beinvloedbaar.VOLLEDIG: "volledig",
    Beinvloedbaar.DEELS: "deels",
    Beinvloedbaar.NAUWELIJKS: "nauwelijks",
}
"""How far people in the wijk can change it."""

METING_STATUS: Mapping[MetingStatus, str] = {
    MetingStatus.DEFINITIEF: "definitief",
    MetingStatus.VOORLOPIG: "voorlopig cijfer",
    MetingStatus.BEREKEND: "zelf uitgerekend",
}

ONTBREEKT: Mapping[OntbreektReden, str] = {
    OntbreektReden.NOG_NIET_GEPUBLICEERD: "nog niet gepubliceerd",
    OntbreektReden.GEHEIM: "geheim",
    OntbreektReden.TE_KLEIN: "te weinig mensen",
    OntbreektReden.NIET_GELEVERD: "niet geleverd",
    OntbreektReden.NIET_VAN_TOEPASSING: "niets te meten",
    OntbreektReden.ONBEKEND: "onbekend",
}
"""Short, for a cell of a table."""

ONTBREEKT_UITLEG: Mapping[OntbreektReden, str] = {
    OntbreektReden.NOG_NIET_GEPUBLICEERD: "de bron heeft het nog niet gepubliceerd",
    OntbreektReden.GEHEIM: "de bron houdt het geheim om mensen te beschermen",
    OntbreektReden.TE_KLEIN: "het gaat om te weinig mensen",
    OntbreektReden.NIET_GELEVERD: "de bron heeft het niet geleverd",
    OntbreektReden.NIET_VAN_TOEPASSING: "er was hier toen niets te meten",
    OntbreektReden.ONBEKEND: "de bron zegt niet waarom",
}
"""What follows "er is geen cijfer:"."""

BREUK: Mapping[BreukSoort, str] = {
    BreukSoort.GEBIEDSGRENS: "andere grens",
    BreukSoort.VRAAGSTELLING: "andere vraag",
    BreukSoort.MODEL: "ander model",
    BreukSoort.REGISTRATIE: "andere registratie",
    BreukSoort.DEFINITIE: "andere betekenis",
}
"""Short, at the dotted line of a chart."""

BREUK_UITLEG: Mapping[BreukSoort, str] = {
    BreukSoort.GEBIEDSGRENS: "is de grens van het gebied anders",
    BreukSoort.VRAAGSTELLING: "is de vraag anders gesteld",
    BreukSoort.MODEL: "rekent het model anders",
    BreukSoort.REGISTRATIE: "wordt het anders bijgehouden",
    BreukSoort.DEFINITIE: "betekent het cijfer iets anders",
}
"""What follows "sinds 2019"."""

ZEKERHEID: Mapping[Zekerheid, str] = {
    Zekerheid.ZEKER: "zeker",
    Zekerheid.WAARSCHIJNLIJK: "waarschijnlijk",
    Zekerheid.NIET_TE_ZEGGEN: "niet te zeggen",
}

VERHOUDING: Mapping[Verhouding, str] = {
    Verhouding.PAST_BIJ: "past bij het cijfer",
    Verhouding.LEGT_UIT: "legt meer uit",
    Verhouding.ZEGT_ANDERS: "vertelt iets anders",
    Verhouding.LOS: "staat los van het cijfer",
}

GEVOEL: Mapping[Gevoel, str] = {
    Gevoel.GOED: "goed",
    Gevoel.DUBBEL: "dubbel",
    Gevoel.MOEILIJK: "moeilijk",
    Gevoel.ANDERS: "anders",
}

GEBRUIK_INTERN: Mapping[Gebruik, str] = {
    Gebruik.LEREN: "om samen van te leren",
    Gebruik.GESPREK: "voor een gesprek in de wijk",
    Gebruik.OPENBAAR: "voor iedereen",
}
"""What follows "niet openbaar:"."""

PERSPECTIEF_MEER: Mapping[Perspectief, str] = {
    Perspectief.BEWONER: "bewoners",
    Perspectief.VRIJWILLIGER: "vrijwilligers",
    Perspectief.MANTELZORGER: "mantelzorgers",
    Perspectief.ERVARINGSDESKUNDIGE: "ervaringsdeskundigen",
    Perspectief.WERKT_HIER: "mensen die hier werken",
    Perspectief.ONDERNEMER: "ondernemers",
    Perspectief.RAADSLID: "raadsleden",
}

PERSPECTIEF: Mapping[Perspectief, str] = {
    Perspectief.BEWONER: "bewoner",
    Perspectief.VRIJWILLIGER: "vrijwilliger",
    Perspectief.MANTELZORGER: "mantelzorger",
    Perspectief.ERVARINGSDESKUNDIGE: "ervaringsdeskundige",
    Perspectief.WERKT_HIER: "werkt hier",
    Perspectief.ONDERNEMER: "ondernemer",
    Perspectief.RAADSLID: "raadslid",
}

GEBRUIK: Mapping[Gebruik, str] = {
    Gebruik.LEREN: "mensen die in de wijk samen leren",
    Gebruik.GESPREK: "mensen op een bijeenkomst in de wijk",
    Gebruik.OPENBAAR: "iedereen, ook op internet en in stukken voor de gemeenteraad",
}
"""Who reads a verhaal with this permission."""

BESLUIT: Mapping[Besluit, str] = {
    Besluit.AKKOORD: "akkoord",
    Besluit.GEWEIGERD: "geweigerd",
    Besluit.TERUG_NAAR_VERTELLER: "terug naar de verteller",
    Besluit.VERBORGEN: "verborgen",
}

WEIGERREDEN: Mapping[Weigerreden, str] = {
    Weigerreden.TE_HERKENBAAR: "iemand is te herkenbaar",
    Weigerreden.ONVEILIG: "het is niet veilig",
    Weigerreden.KWETSEND: "het kwetst een ander",
    Weigerreden.VERTELLER_WIL_NIET: "de verteller wil het niet",
}

ACTIVITEIT_STATUS: Mapping[ActiviteitStatus, str] = {
    ActiviteitStatus.LOOPT: "loopt",
    ActiviteitStatus.PROEF: "proef",
    ActiviteitStatus.AFGEROND: "afgerond",
    ActiviteitStatus.GESTOPT: "gestopt",
    ActiviteitStatus.MISLUKT: "mislukt",
}

ROL_GEMEENTE: Mapping[RolGemeente, str] = {
    RolGemeente.FINANCIER: "betaalt mee",
    RolGemeente.SPARRINGPARTNER: "denkt mee",
    RolGemeente.VERBINDER: "brengt mensen bij elkaar",
    RolGemeente.OVERGEDRAGEN: "gaf deze taak aan bewoners",
    RolGemeente.GEEN: "doet hierin niets",
}
"""What follows "de gemeente"."""

VOLHOUDEN: Mapping[Volhouden, str] = {
    Volhouden.JA: "ja, dit kan zo doorgaan",
    Volhouden.MET_HULP: "alleen met hulp",
    Volhouden.NEE: "nee, zo houdt het op",
}

FINANCIERING_VORM: Mapping[FinancieringVorm, str] = {
    FinancieringVorm.SUBSIDIE: "subsidie",
    FinancieringVorm.WELZIJNSCONTRACT: "uit het welzijnscontract",
    FinancieringVorm.WIJKBEGROTING: "uit de wijkbegroting",
    FinancieringVorm.SHARED_SAVINGS: "uit een gedeelde besparing",
    FinancieringVorm.IMPACTFINANCIERING: "op basis van resultaat",
    FinancieringVorm.POPULATIEBEKOSTIGING: "als vast bedrag per bewoner",
    FinancieringVorm.EIGEN_INZET: "eigen inzet",
}

FINANCIERING_STAAT: Mapping[FinancieringStaat, str] = {
    FinancieringStaat.AANGEVRAAGD: "aangevraagd",
    FinancieringStaat.TOEGEKEND: "toegekend",
    FinancieringStaat.BESTEED: "besteed",
}

PERSOONSGEGEVEN_SOORT: Mapping[PersoonsgegevenSoort, str] = {
    PersoonsgegevenSoort.NAAM: "naam",
    PersoonsgegevenSoort.TELEFOON: "telefoonnummer",
    PersoonsgegevenSoort.EMAIL: "e-mailadres",
    PersoonsgegevenSoort.ADRES: "adres",
    PersoonsgegevenSoort.POSTCODE: "postcode",
    PersoonsgegevenSoort.BSN: "burgerservicenummer",
    PersoonsgegevenSoort.IBAN: "rekeningnummer",
    PersoonsgegevenSoort.KENTEKEN: "kenteken",
    PersoonsgegevenSoort.DATUM: "geboortedatum",
    PersoonsgegevenSoort.LEEFTIJD: "hoge leeftijd",
    PersoonsgegevenSoort.INSTELLING: "organisatie",
    PersoonsgegevenSoort.URL: "webadres",
    PersoonsgegevenSoort.NUMMER: "nummer",
    PersoonsgegevenSoort.RELATIE: "iemand in de buurt van de verteller",
    PersoonsgegevenSoort.GEVOELIG: "gevoelig",
}
"""What stands beside a mark in a text."""

GEBRUIKER_ROL_MEER: Mapping[GebruikerRol, str] = {
    GebruikerRol.BEZOEKER: "bezoekers",
    GebruikerRol.BEWONER: "bewoners die meedoen",
    GebruikerRol.OPTEKENAAR: "optekenaars op uitnodiging",
    GebruikerRol.WELZIJNSWERKER: "welzijnswerkers",
    GebruikerRol.NALEZER: "nalezers",
    GebruikerRol.BEGELEIDER: "begeleiders",
    GebruikerRol.RAADSLID: "raadsleden",
    GebruikerRol.BELEIDSMEDEWERKER: "beleidsmedewerkers",
    GebruikerRol.BEHEERDER: "beheerders",
}

GEBRUIKER_ROL: Mapping[GebruikerRol, str] = {
    GebruikerRol.BEZOEKER: "bezoeker",
    GebruikerRol.BEWONER: "bewoner",
    GebruikerRol.OPTEKENAAR: "optekenaar op uitnodiging",
    GebruikerRol.WELZIJNSWERKER: "welzijnswerker",
    GebruikerRol.NALEZER: "nalezer",
    GebruikerRol.BEGELEIDER: "begeleider",
    GebruikerRol.RAADSLID: "raadslid",
    GebruikerRol.BELEIDSMEDEWERKER: "beleidsmedewerker",
    GebruikerRol.BEHEERDER: "beheerder",
}

LEESNIVEAU: Mapping[Leesniveau, str] = {
    Leesniveau.BEWONERS: "bewoners",
    Leesniveau.WIJKTEAM: "het wijkteam",
    Leesniveau.RAAD: "de raad",
}
"""Who chooses."""

WERKWIJZE: Mapping[Werkwijze, str] = {
    Werkwijze.GESPREK: "in gesprek",
    Werkwijze.STEMMING: "met stemmen",
}

RONDE_STAND: Mapping[RondeStand, str] = {
    RondeStand.OPEN: "loopt",
    RondeStand.GESLOTEN: "gesloten",
    RondeStand.AFGELAST: "gaat niet door",
}

NAGAAN_UITKOMST: Mapping[NagaanUitkomst, str] = {
    NagaanUitkomst.BEVESTIGD: "bevestigd",
    NagaanUitkomst.AANGEVULD: "aangevuld",
    NagaanUitkomst.NIET_TE_BEVESTIGEN: "niet te bevestigen",
}

NIVEAU: Mapping[Niveau, str] = {
    Niveau.CASUS: "Wat er gebeurde",
    Niveau.PATROON: "Wat we vaker zien",
    Niveau.BOTTLENECK: "Wat in de weg zit",
}
"""The three levels on which a wijk learns."""

GREMIUM: Mapping[Gremium, str] = {
    Gremium.WIJKTEAM: "het wijkteam",
    Gremium.PARTNERS: "de partners in de wijk",
    Gremium.COLLEGE: "het college",
    Gremium.RAAD: "de gemeenteraad",
    Gremium.RIJK: "het Rijk",
}
"""Who must go on with it."""

LEERPUNT_STAND: Mapping[LeerpuntStand, str] = {
    LeerpuntStand.OPEN: "nog open",
    LeerpuntStand.OPGEPAKT: "iemand is ermee bezig",
    LeerpuntStand.OPGELOST: "opgelost",
    LeerpuntStand.BEWUST_NIET: "bewust niet gedaan",
}

AFSPRAAK_STAND: Mapping[AfspraakStand, str] = {
    AfspraakStand.OPEN: "nog open",
    AfspraakStand.GEDAAN: "gedaan",
    AfspraakStand.NIET_GEDAAN: "niet gedaan",
    AfspraakStand.VERVALLEN: "vervallen",
}

SESSIE_STAND: Mapping[SessieStand, str] = {
    SessieStand.VOORBEREID: "wordt voorbereid",
    SessieStand.GEHOUDEN: "is gehouden",
    SessieStand.GESLOTEN: "is afgesloten",
    SessieStand.AFGELAST: "ging niet door",
}

SESSIE_UITKOMST: Mapping[SessieUitkomst, str] = {
    SessieUitkomst.AFSPRAKEN: "met afspraken",
    SessieUitkomst.BESPROKEN_NOG_OPEN: "alleen besproken, nog open",
}
"""How a wijkgesprek ended; both are good."""

AGENDA_SOORT: Mapping[AgendaSoort, str] = {
    AgendaSoort.INDICATOR: "een cijfer",
    AgendaSoort.VERHAAL: "een verhaal",
    AgendaSoort.SCHURING: "een cijfer en een verhaal die iets anders zeggen",
    AgendaSoort.LEERPUNT: "wat we eerder leerden",
    AgendaSoort.AFSPRAAK: "een afspraak",
    AgendaSoort.VRAAG: "een vraag",
}

BRON_SOORT: Mapping[BronSoort, str] = {
    BronSoort.VERHAAL: "een verhaal",
    BronSoort.INDICATOR: "een cijfer",
    BronSoort.LEERPUNT: "wat we eerder leerden",
    BronSoort.ACTIVITEIT: "een activiteit",
    BronSoort.INITIATIEF: "een initiatief",
    BronSoort.SIGNAAL: "een signaal uit de wijk",
}
"""From what something was learned."""

PLAN_SECTIE: Mapping[PlanSectie, str] = {
    PlanSectie.AMBITIE: "Wat we willen bereiken",
    PlanSectie.LEERVRAGEN: "Wat we willen leren",
    PlanSectie.AANPAK: "Hoe we het aanpakken",
    PlanSectie.BETROKKENHEID: "Hoe inwoners meedoen",
    PlanSectie.UITDAGINGEN: "Wat lastig wordt",
    PlanSectie.NIET_DOEN: "Wat we niet doen",
    PlanSectie.SPELREGELS: "Hoe we het samen volgen",
}
"""The parts of a wijkplan as they stand above the words."""

OPSTELLER: Mapping[Opsteller, str] = {
    Opsteller.MAKERS: "de makers",
    Opsteller.COLLEGE: "het college",
}

PLAN_STAND: Mapping[PlanStand, str] = {
    PlanStand.LOOPT: "loopt",
    PlanStand.AFGEROND: "afgerond",
    PlanStand.GESTOPT: "gestopt",
}

PLANREGEL_SOORT: Mapping[PlanregelSoort, str] = {
    PlanregelSoort.TAAK: "wie doet wat",
    PlanregelSoort.GELD: "geld, en wie erover beslist",
    PlanregelSoort.KALENDER: "een dag in de kalender",
    PlanregelSoort.MIJLPAAL: "een mijlpaal",
}

PLANREGEL_STAND: Mapping[PlanregelStand, str] = {
    PlanregelStand.LOOPT: "loopt",
    PlanregelStand.GELUKT: "gelukt",
    PlanregelStand.ANDERS: "gaat anders dan gedacht",
    PlanregelStand.MISLUKT: "mislukt",
    PlanregelStand.GESTOPT: "gestopt",
}

AANVRAAG_OORDEEL: Mapping[AanvraagOordeel, str] = {
    AanvraagOordeel.PAST: "past",
    AanvraagOordeel.PAST_NIET: "past niet",
    AanvraagOordeel.TOCH_DOEN: "past niet, toch doen",
}
"""A help for talking, never a score."""

STUKSOORT: Mapping[StukSoort, str] = {
    StukSoort.RAADSVOORSTEL: "raadsvoorstel",
    StukSoort.RAADSINFORMATIEBRIEF: "raadsinformatiebrief",
    StukSoort.WIJKBEELD: "wijkbeeld",
}

BOB_FASE: Mapping[BobFase, str] = {
    BobFase.BEELDVORMING: "beeldvorming, om zich een beeld te vormen",
    BobFase.OORDEELSVORMING: "oordeelsvorming, om te bespreken wat de raad ervan vindt",
    BobFase.BESLUITVORMING: "besluitvorming, om te besluiten",
}

BESLISPUNT_UITKOMST: Mapping[BeslispuntUitkomst, str] = {
    BeslispuntUitkomst.AANGENOMEN: "aangenomen",
    BeslispuntUitkomst.GEWIJZIGD: "gewijzigd aangenomen",
    BeslispuntUitkomst.VERWORPEN: "verworpen",
    BeslispuntUitkomst.AANGEHOUDEN: "aangehouden, nog open",
}
"""What the raad said of a beslispunt."""

STUKDEEL: Mapping[Deel, str] = {
    Deel.KOP: "Gegevens van het stuk",
    Deel.ONDERWERP: "Onderwerp",
    Deel.SAMENVATTING: "Samenvatting",
    Deel.BESLUIT: "Voorgesteld besluit",
    Deel.AANLEIDING: "Aanleiding",
    Deel.CONTEXT: "Context en eerdere besluiten",
    Deel.BEVOEGDHEID: "Bevoegdheid van de raad",
    Deel.EFFECT: "Beoogd effect",
    Deel.ARGUMENTEN: "Argumenten",
    Deel.KANTTEKENINGEN: "Kanttekeningen en risico's",
    Deel.ALTERNATIEVEN: "Alternatieven",
    Deel.FINANCIEN: "Financiën",
    Deel.PARTICIPATIE: "Participatie en reactie van bewoners",
    Deel.ADVIES: "Advies van de adviesraad",
    Deel.UITVOERING: "Uitvoering en planning",
    Deel.COMMUNICATIE: "Communicatie",
    Deel.EVALUATIE: "Evaluatie en monitoring",
    Deel.JURIDISCH: "Juridisch en privacy",
    Deel.DUURZAAMHEID: "Duurzaamheid en inclusie",
    Deel.KWADRANT: "Kwaliteitskwadrant",
    Deel.BIJLAGEN: "Bijlagen",
    Deel.CONCEPTBESLUIT: "Concept-raadsbesluit",
}

STUKONDERDEEL: Mapping[OnderdeelSoort, str] = {
    OnderdeelSoort.BESLISPUNT: "beslispunt",
    OnderdeelSoort.ARGUMENT: "argument",
    OnderdeelSoort.KANTTEKENING: "kanttekening",
    OnderdeelSoort.RISICO: "risico",
    OnderdeelSoort.ALTERNATIEF: "alternatief",
    OnderdeelSoort.FINANCIELE_REGEL: "regel over geld",
    OnderdeelSoort.MIJLPAAL: "mijlpaal",
    OnderdeelSoort.ADVIES: "advies",
    OnderdeelSoort.EERDER: "eerder besluit, motie of toezegging",
    OnderdeelSoort.BIJLAGE: "bijlage",
}

STUKONDERDELEN: Mapping[OnderdeelSoort, str] = {
    OnderdeelSoort.BESLISPUNT: "beslispunten",
    OnderdeelSoort.ARGUMENT: "argumenten",
    OnderdeelSoort.KANTTEKENING: "kanttekeningen",
    OnderdeelSoort.RISICO: "risico's",
    OnderdeelSoort.ALTERNATIEF: "alternatieven",
    OnderdeelSoort.FINANCIELE_REGEL: "regels over geld",
    OnderdeelSoort.MIJLPAAL: "mijlpalen",
    OnderdeelSoort.ADVIES: "adviezen",
    OnderdeelSoort.EERDER: "eerdere besluiten, moties en toezeggingen",
    OnderdeelSoort.BIJLAGE: "bijlagen die u zelf meestuurt",
}
"""The same, for several of them."""

GELD_VORM: Mapping[GeldVorm, str] = {
    GeldVorm.STRUCTUREEL: "structureel (elk jaar)",
    GeldVorm.INCIDENTEEL: "incidenteel (voor even)",
}

EERDER_VORM: Mapping[EerderVorm, str] = {
    EerderVorm.BESLUIT: "besluit van de raad",
    EerderVorm.MOTIE: "motie",
    EerderVorm.TOEZEGGING: "toezegging",
}


def mensen(rol: StemRol, aantal: int) -> str:
    """How many people of one role: "1 bewoner", "8 bewoners"."""
    return meervoud(aantal, STEMROL[rol], STEMROLLEN[rol])


def stukonderdeel(soort: StukSoort, onderdeel: OnderdeelSoort) -> str:
    """What an onderdeel is called in a stuk of this kind: where nothing is asked of the raad there are no arguments."""
    argues = soort is StukSoort.RAADSVOORSTEL or onderdeel is not OnderdeelSoort.ARGUMENT
    return STUKONDERDEEL[onderdeel] if argues else "punt"


def stukonderdelen(soort: StukSoort, onderdeel: OnderdeelSoort) -> str:
    """What several of them are called in a stuk of this kind."""
    argues = soort is StukSoort.RAADSVOORSTEL or onderdeel is not OnderdeelSoort.ARGUMENT
    return STUKONDERDELEN[onderdeel] if argues else "punten"


def stukdeel(soort: StukSoort, deel: Deel) -> str:
    """What a deel is called in a stuk of this kind: where nothing is asked of the raad there are no arguments."""
    argues = soort is StukSoort.RAADSVOORSTEL or deel is not Deel.ARGUMENTEN
    return STUKDEEL[deel] if argues else "Wat wij zien"
