"""Addresses: a street with a number, and a street alone where the sentence says that somebody lives there."""

import re
from collections.abc import Iterator

from monitor.domain.persoonsgegeven import PersoonsgegevenSoort, Vondst
from monitor.services.persoonsgegevens.woorden import Woord
from monitor.sources.namenlijsten import STRAAT_EINDEN, Namenlijsten, either, is_nederlands, words

_ZEKER_EINDE = re.compile(r".*(?:straat|laan|gracht|kade|singel|steeg|dreef|plantsoen|weg|plein|pad)$")
_WOONSTRAAT = re.compile(r".{3,}(?:straat|laan|gracht|kade|singel|steeg|dreef)$")
_GETELD = words(
    """
    jaar jarige uur mensen keer euro minuten dagen weken maanden meter km procent % kinderen huizen woningen bomen
    auto buren bewoners plekken banken bankjes jongeren jongens families gezinnen fietsen stoelen tafels vrijwilligers
    ouderen vrouwen mannen tot à ste januari februari maart april mei juni juli augustus september oktober november
    december
    """
)
"""What follows a number that counts something."""
_TOEVOEGING = (
    r"(?: ?(?:bis|hs|huis|boven|beneden|zwart|rood|[A-Za-z](?!\w))"
    r"| ?[-/] ?(?:\d{1,4}|[IVX]{1,4}|[A-Za-z]{1,3}|bis|hs|huis)(?!\w))?"
)
_NUMMER = re.compile(
    r"(?:,? ?(?:op |bij )?(?:huis)?(?:nummer|nr\.?|no\.?)|,(?! ?(?:19|20)\d\d\b))? ?"
    rf"\d{{1,5}}(?!\d| ?[-–]?(?:(?:{either(_GETELD)})|(?:x|de|e)\b|[.,:]\d)){_TOEVOEGING}(?!\w)",
    re.IGNORECASE,
)
_VOORAF = re.compile(
    r"(?:nummer|nr\.?|huisnummer) \d{1,5} ?[a-z]?,? (?:in|aan|op|van) (?:de|het|'t)? ?$", re.IGNORECASE
)
_WONEN = re.compile(
    r"\b(?:woon(?:t|de|den|plaats|adres)?|wonen|gewoond|adres|verhuis\w*|huisadres|thuisadres|huis|huisje|flat|appartement"
    r"|woning|kamer|geboren|opgegroeid)\b",
    re.IGNORECASE,
)
_WONEN_AFSTAND = 45
_LIDWOORD = frozenset({"de", "het", "'t", "t"})
_VOORZETSEL = frozenset({"in", "aan", "op", "naar", "van", "uit"})
_ALGEMEEN = words(
    """
    straat laan weg plein gracht kade singel steeg dreef plantsoen pad dijk hof park burg markt haven wal ring baan
    allee erf hoek kamp veld akker horst berg brink oord poort sluis weide passage boulevard snelweg fietspad voetpad
    zandpad wandelpad zebrapad tuinpad schoolplein speelplein dorpsplein marktplein winkelstraat hoofdstraat zijstraat
    achterpad onderweg halverwege vanweg busbaan rijbaan hoofdweg zijweg autoweg omweg uitweg doorweg woonwijk
    speelveld voetbalveld sportpark sportveld grasveld speelpark supermarkt arbeidsmarkt woningmarkt rommelmarkt
    kerstmarkt weekmarkt vlooienmarkt jaarmarkt renbaan landbouwgebied buurt binnenplein parkeerplein stadspark
    volkspark wijkpark buurtpark rijweg landweg achterweg schoolstraat' woonstraat doodlopendestraat dorpsstraat'
    rondweg ringweg uitvalsweg ventweg vanwege weg' kerkhof tuinhof ziekenhof spoorweg rails tramhaven luchthaven
    vliegveld werkveld voorbeeld beeld speelhoek zithoek koffiehoek leeshoek kinderhoek straathoek boekenhoek
    keukenhoek afweg invalsweg zandweg modderpad bospad kinderplein pleintje draaibaan loopbaan atletiekbaan skatebaan
    glijbaan ijsbaan bowlingbaan kegelbaan kring omgeving regering verzekering vergadering uitkering woning opvoering
    herinnering oefening mening bijbaan
    """
) - {"schoolstraat", "dorpsstraat"}
_TUSSEN = words(
    """
    van de der den het 't ten ter in op en la le du l' d' bij aan aan't v.d vd
    """
)
_TUSSEN_STRAAT = frozenset({"van", "de", "der", "den", "het", "t", "ten", "ter", "v.d", "vd"})
"""What stands inside the name of a street: "Jan van Galenstraat". "Fatima in Zonnedaal" is somebody in a wijk."""
_TITELS = words(
    """
    burg burgemeester prof professor dr doctor ds mr ir pastoor deken st sint jhr gen generaal adm admiraal dominee
    """
)
_LANGSTE = 5
_KORTSTE_STRAAT = 3


def find_adressen(tekst: str, woorden: list[Woord], lijsten: Namenlijsten) -> Iterator[Vondst]:
    """Every address, from the street up to and including its number."""
    for index, woord in enumerate(woorden):
        number = _NUMMER.match(tekst, woord.eind)
        first = _street_start(woorden, index, lijsten, numbered=number is not None)
        if first is None:
            continue
        begin = woorden[first].begin
        if number is not None:
            yield _vondst(begin, number.end())
        elif _VOORAF.search(tekst[max(0, begin - 30) : begin]) or _lives_there(tekst, woorden, first, woord):
            yield _vondst(begin, woord.eind)


def find_straten(tekst: str, woorden: list[Woord]) -> Iterator[tuple[int, int]]:
    """Streets, squares and the like by their name alone, as positions in `woorden`: a person's name in it is none."""
    for index, woord in enumerate(woorden):
        if woord.hoofdletter and len(woord.kaal) > _KORTSTE_STRAAT and is_plek(woord.kaal):
            named = woord.kaal.endswith(STRAAT_EINDEN) and not is_nederlands(woord.kaal)
            yield _chain_start(woorden, index, _TUSSEN_STRAAT if named else frozenset()), index + 1


_PLEK_EINDEN = tuple(
    words(
        """
        buurt wijk school college lyceum kerk moskee brug huis toren flat ziekenhuis stichting fonds hal zaal club bos
        polder station kwartier dorp stad land daal dal veste drecht hoven waard meer broek heide zijde stein gaarde
        tuin tuinen zicht rijk eiland oever marke hage instituut museum theater bad hoeve haard honk gasthuis kliniek
        lanen straten velden akkers parken mare ven rade kapel laantje pleintje straatje hofje parkje wijkje buurtje
        cup toernooi dag feest week prijs
        """
    )
)


def is_plek(word: str) -> bool:
    """Whether a word ends as names of places and buildings do."""
    return word.endswith(STRAAT_EINDEN) or word.endswith(_PLEK_EINDEN)


def _street_start(woorden: list[Woord], index: int, lijsten: Namenlijsten, *, numbered: bool) -> int | None:
    """Where the street begins of which this word is the last one, or None when it is no street."""
    woord = woorden[index]
    if woord.kaal in _ALGEMEEN and not (woord.hoofdletter and not woord.vooraan and numbered):
        return None
    if woord.kaal.endswith(STRAAT_EINDEN) and len(woord.kaal) > len("dijk"):
        if woord.hoofdletter or numbered:
            return _chain_start(woorden, index) if woord.hoofdletter else _lower_start(woorden, index, lijsten)
        return index if _WOONSTRAAT.match(woord.kaal) else None
    if not woord.hoofdletter or not numbered:
        return None
    chain = _chain_start(woorden, index)
    if chain < index and woord.kaal.endswith(STRAAT_EINDEN):
        return chain
    return _listed_start(woorden, index, lijsten)


def _lower_start(woorden: list[Woord], index: int, lijsten: Namenlijsten) -> int | None:
    woord = woorden[index]
    if lijsten.is_gewoon(woord.kaal) and not _ZEKER_EINDE.match(woord.kaal):
        return None
    return index


def _chain_start(woorden: list[Woord], index: int, between: frozenset[str] = _TUSSEN) -> int:
    """The first word of a name that ends here: capitals, with small words between them."""
    first, step = index, index
    while step > 0 and index - step < _LANGSTE and woorden[step].ervoor in {" ", ". ", "."}:
        step -= 1
        woord = woorden[step]
        opening = woord.vooraan and woord.kaal in _LIDWOORD | _VOORZETSEL | _OPENINGEN
        if (woord.hoofdletter and not opening) or (woord.kaal in _TITELS and woorden[step + 1].hoofdletter):
            first = step
        elif woord.kaal not in between:
            break
    return first


_OPENINGEN = words(
    """
    ik wij we hij zij ze je jullie u dit dat die deze toen nu daar hier mijn onze ons haar zijn als dan bij om er
    """
)


def _listed_start(woorden: list[Woord], index: int, lijsten: Namenlijsten) -> int | None:
    """Where a street of the list begins that ends at this word; the longest that fits."""
    for first in range(max(0, index - _LANGSTE), index + 1):
        if first < index and any(woord.ervoor != " " for woord in woorden[first + 1 : index + 1]):
            continue
        words = [woord.kaal for woord in woorden[first : index + 1]]
        if words[0] in _LIDWOORD and len(words) > 1 and _bare_street(words[1:], lijsten):
            return first
        if _bare_street(words, lijsten) and (first < index or not _is_doubtful(woorden[first], lijsten)):
            return first
    return None


def _is_doubtful(woord: Woord, lijsten: Namenlijsten) -> bool:
    """Whether a street of one word may be just a word: at the front of a sentence, and in the dictionary."""
    return woord.vooraan and (lijsten.is_gewoon(woord.kaal) or is_nederlands(woord.kaal))


def _bare_street(words: list[str], lijsten: Namenlijsten) -> bool:
    name = " ".join(words)
    if name in lijsten.straten:
        return len(words) > 1 or len(name) > _KORTSTE_STRAAT
    return len(words) == 1 and name.endswith(STRAAT_EINDEN)


def _lives_there(tekst: str, woorden: list[Woord], first: int, last: Woord) -> bool:
    """Whether a sentence says that somebody lives in this street: "ik woon in de Rozenstraat"."""
    if first < 1 or not _ZEKER_EINDE.match(last.kaal):
        return False
    before = woorden[first - 1]
    if before.kaal in _LIDWOORD and first > 1:
        before = woorden[first - 2]
    elif not last.hoofdletter:
        return False
    if before.kaal not in _VOORZETSEL:
        return False
    piece = tekst[max(0, before.begin - _WONEN_AFSTAND) : before.begin]
    sentence = re.split(r"[.!?\n]", piece)[-1]
    return _WONEN.search(sentence) is not None


def _vondst(begin: int, eind: int) -> Vondst:
    return Vondst(begin, eind, PersoonsgegevenSoort.ADRES, "[adres]")
