"""The gentler kind: people by their relation or unique function, and facts that need care."""

import re
from collections.abc import Iterator

from monitor.domain.persoonsgegeven import PersoonsgegevenSoort, Vondst
from monitor.sources.namenlijsten import either, words

FAMILIE = words(
    """
    moeder vader ouders mama papa mam pap ma pa zoon zoontje zonen dochter dochtertje dochters kind kindje kinderen
    broer broertje broers zus zusje zussen tweelingbroer tweelingzus man vrouw echtgenoot echtgenote partner ex ex-man
    ex-vrouw exman exvrouw opa oma grootvader grootmoeder opa's oma's kleinzoon kleindochter kleinkind kleinkinderen
    tante oom ome neef neefje nicht nichtje schoonmoeder schoonvader schoonzoon schoondochter schoonzus schoonbroer
    zwager stiefvader stiefmoeder stiefzoon stiefdochter pleegkind pleegzoon pleegdochter pleegmoeder pleegvader
    halfbroer halfzus verloofde jongste oudste achterneef achternicht overgrootmoeder baby peuter puber oudtante
    """
)
BUREN = words(
    """
    buurvrouw buurman buren buurmeisje buurjongen bovenbuurvrouw bovenbuurman onderbuurvrouw onderbuurman
    overbuurvrouw overbuurman benedenbuurvrouw benedenbuurman naaste-buurvrouw buurvrouwtje buurmannetje buurtgenoot
    huisgenoot huisgenote flatgenoot flatgenote overburen bovenburen onderburen
    """
)
KENNISSEN = words(
    """
    vriend vriendin vriendje vriendinnetje maatje maat kennis collega klasgenoot vrienden vriendinnen huisbaas
    verhuurder medebewoner leerling begeleider begeleidster
    """
)
FUNCTIES = words(
    """
    huisarts dokter wijkagent agent wijkverpleegkundige wijkverpleger pastoor dominee imam rabbijn priester pandit
    burgemeester wethouder conciërge concierge huismeester schooldirecteur directeur directrice rector juf meester
    leerkracht mentor tandarts apotheker fysiotherapeut psycholoog psychiater maatschappelijk jeugdbeschermer
    gezinsvoogd voogd bewindvoerder deurwaarder advocaat rechter klantmanager consulent wijkcoach sportcoach
    buurtsportcoach jongerenwerker opbouwwerker welzijnswerker buurtwerker straatcoach wijkbeheerder buurtbeheerder
    beheerder voorzitter penningmeester secretaris trainer kapper kapster bakker slager groenteboer postbode
    buschauffeur verloskundige kraamverzorgster praktijkondersteuner casemanager ambulant thuisbegeleider gezinscoach
    wijkmanager reclasseringsambtenaar jeugdarts schoolarts koster diaken portier kroegbaas cafébaas kastelein
    winkelier schoonmaker schoonmaakster oppas
    """
)
_WIENS = "(?:mijn|m'n|mn|onze|ons|zijn|z'n|haar|d'r|hun|jouw|je|uw)"
_ERTUSSEN = (
    "(?:oude|oudste|jongste|eigen|lieve|beste|zieke|overleden|kleine|grote|nieuwe|vorige|ex|middelste|tweede|eerste"
    "|derde|demente|enige)"
)
_RELATIE = re.compile(
    rf"\b({_WIENS}) (?:{_ERTUSSEN} )?(?:({either(FAMILIE)})|({either(BUREN)})|({either(KENNISSEN)}))\b(?!-)",
    re.IGNORECASE,
)
_FUNCTIE = re.compile(rf"\b(?:de|een|{_WIENS}) (?:{_ERTUSSEN} )?(?:{either(FUNCTIES)})\b(?!-)", re.IGNORECASE)
_FAMILIE_VAN = {
    "je": "je",
    "jouw": "jouw",
    "uw": "uw",
    "zijn": "zijn",
    "z'n": "zijn",
    "haar": "haar",
    "d'r": "haar",
    "hun": "hun",
    "onze": "onze",
    "ons": "onze",
}

_GEVOELIG = {
    "[iets over gezondheid]": words(
        """
        kanker borstkanker tumor uitgezaaid leukemie chemo chemotherapie chemokuur depressie depressies depressief
        depressieve suïcidaal suïcide zelfmoord zelfmoordpoging zelfdoding zelfbeschadiging autisme autist autistisch
        autistische adhd add asperger dementie dement demente dementerend dementerende alzheimer parkinson hiv aids
        psychose psychoses psychotisch schizofrenie schizofreen bipolair borderline burn-out burnout diabetes
        suikerziekte epilepsie epileptisch verslaafd verslaafde verslaafden verslaving alcoholist alcoholiste
        alcoholisme alcoholverslaving afkickkliniek beroerte hersenbloeding hersenletsel hartaanval hartinfarct
        herseninfarct hartfalen hartpatiënt zwanger zwangerschap miskraam abortus gehandicapt gehandicapte handicap
        rolstoel beperking lvb psychisch psychische psychiatrisch psychiatrische psychiatrie trauma getraumatiseerd
        ptss reuma copd astma fibromyalgie anorexia eetstoornis angststoornis overspannen antidepressiva medicijnen
        methadon dialyse nierpatiënt operatie geopereerd terminaal terminale palliatief palliatieve euthanasie
        slechtziend slechtziende blind slechthorend doof downsyndroom dyslexie hepatitis tbc
        """
    ),
    "[iets over geloof]": words(
        """
        moslim moslims moslima islamitisch islamitische christen christenen christelijk christelijke katholiek
        katholieke gereformeerd gereformeerde protestant protestants protestantse hervormd hervormde jood joden joods
        joodse hindoe hindoes hindoeïstisch boeddhist boeddhistisch jehova jehova's pinkstergemeente evangelisch
        evangelische soenniet soennitisch sjiiet sjiitisch aleviet alevitisch hoofddoek atheïst ongelovig gelovig
        gelovige bekeerd ramadan sikh
        """
    ),
    "[iets over afkomst]": words(
        """
        marokkaan marokkanen marokkaans marokkaanse turk turken turks turkse surinamer surinamers surinaams surinaamse
        antilliaan antillianen antilliaans antilliaanse pool polen pools poolse syriër syriërs syrisch syrische
        eritreeër eritreeërs eritrees eritrese somaliër somaliërs somalisch somalische afghaan afghanen afghaans
        afghaanse irakees irakezen iraaks iraakse iraniër iraniërs iraans iraanse koerd koerden koerdisch koerdische
        oekraïner oekraïners oekraïens oekraïense bulgaar bulgaren bulgaars bulgaarse roemeen roemenen roemeens
        roemeense ghanees ghanezen ghanese kaapverdiaan kaapverdianen molukker molukkers moluks molukse hindoestaan
        hindoestanen hindoestaans hindoestaanse javaan javanen javaans chinees chinezen chinese roma sinti zigeuner
        zigeuners vluchteling vluchtelingen statushouder statushouders asielzoeker asielzoekers ongedocumenteerd
        verblijfsvergunning illegaal arbeidsmigrant arbeidsmigranten
        """
    ),
    "[iets over geaardheid]": words(
        """
        homo homo's homoseksueel homoseksuele lesbisch lesbische lesbienne transgender transvrouw transman non-binair
        biseksueel biseksuele queer
        """
    ),
    "[iets over een strafbaar feit]": words(
        """
        strafblad gevangenis gevangene vastgezeten vastzit veroordeeld veroordeling opgepakt gearresteerd aangehouden
        diefstal inbraak inbreker dealt dealen dealer drugsdealer mishandeld mishandeling mishandelde mishandelt
        verkracht verkrachting aangerand aanranding misbruik misbruikt taakstraf reclassering enkelband jeugddetentie
        detentie celstraf tbs fraude uitkeringsfraude steekpartij doodslag moord stalking gestalkt bedreigd bedreiging
        heling wapenbezit
        """
    ),
}
_GEVOELIG_PATRONEN = {
    voorstel: re.compile(rf"(?<![\w-])(?:{either(choices)})(?![\w-])", re.IGNORECASE)
    for voorstel, choices in _GEVOELIG.items()
}


def find_relaties(tekst: str) -> Iterator[Vondst]:
    """People by relation or function, and sensitive facts."""
    for match in _RELATIE.finditer(tekst):
        yield Vondst(match.start(), match.end(), PersoonsgegevenSoort.RELATIE, _voorstel(match))
    for match in _FUNCTIE.finditer(tekst):
        yield Vondst(match.start(), match.end(), PersoonsgegevenSoort.RELATIE, "[iemand die hier werkt]")
    for voorstel, pattern in _GEVOELIG_PATRONEN.items():
        for match in pattern.finditer(tekst):
            yield Vondst(match.start(), match.end(), PersoonsgegevenSoort.GEVOELIG, voorstel)


def _voorstel(match: re.Match[str]) -> str:
    if match.group(2):
        return f"[iemand uit {_FAMILIE_VAN.get(match.group(1).lower(), 'mijn')} familie]"
    return "[iemand uit de buurt]" if match.group(3) else "[iemand die ik ken]"
