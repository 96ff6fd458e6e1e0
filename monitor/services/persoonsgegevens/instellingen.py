"""Institutions: hospitals, care homes, schools and the like with a name, and those on the gemeente's list."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from monitor.domain.persoonsgegeven import Bekend, PersoonsgegevenSoort, Vondst
from monitor.services.persoonsgegevens.woorden import Woord
from monitor.sources.namenlijsten import Namenlijsten, by_first_word, fold, words

_SOORTEN = words(
    """
    ziekenhuis gasthuis hospitaal polikliniek kliniek verpleeghuis verpleegtehuis verzorgingshuis verzorgingstehuis
    bejaardenhuis bejaardentehuis zorgcentrum woonzorgcentrum woonzorg zorghuis zorginstelling zorggroep zorgboerderij
    revalidatiecentrum hospice huize thomashuis basisschool school scholengemeenschap kleuterschool middelbare vmbo
    mavo havo vwo obs pcb rkbs rkb cbs ods kbs pc college lyceum gymnasium mbo roc hogeschool universiteit
    kinderdagverblijf kdv kinderopvang creche peuterspeelzaal peuterschool voorschool bso ikc kindcentrum
    praktijkschool atheneum stichting ggz-instelling ggz jeugdinstelling huisartsenpraktijk huisartsenpost
    gezondheidscentrum tandartspraktijk tandartsenpraktijk fysiotherapiepraktijk fysiotherapie apotheek praktijk
    verloskundigenpraktijk bakkerij slagerij kapsalon cafe eetcafe restaurant garage snackbar cafetaria parochie
    moskee synagoge tempel woningcorporatie woningbouwvereniging woonstichting corporatie woningstichting voetbalclub
    voetbalvereniging sportvereniging sportclub thuiszorg thuiszorgorganisatie wooncentrum woonvorm seniorencomplex
    serviceflat azc opvangcentrum internaat vereniging firma winkel tandarts medisch centrum
    """
) - {"middelbare", "centrum", "medisch"}
_SOORT_NA = words(
    """
    ziekenhuis gasthuis hospitaal kliniek college lyceum gymnasium school basisschool mc umc hospice apotheek
    verpleeghuis zorggroep
    """
)
_EINDE = re.compile(
    r".{3,}(?:ziekenhuis|gasthuis|college|lyceum|gymnasium|school|kliniek|hospice|zorg|gasthuizen|kerk|moskee|apotheek)$"
)
_GEEN_EINDE = words(
    """
    basisschool hogeschool thuiszorg jeugdzorg ouderenzorg mantelzorg buurtzorg gezondheidszorg kinderkerk
    middelbareschool kleuterschool muziekschool zorg wijkzorg zwemschool dansschool kraamzorg kunstschool
    zondagsschool koranschool brugschool voorschool praktijkschool taalschool rijschool avondschool vakschool
    mavoschool weekendschool nazorg voorzorg verzorg bijzorg vrijeschool zelfzorg
    """
)
_AFKORTINGEN = words(
    """
    UMCU MUMC LUMC UMCG AMC VUMC OLVG UMC MMC CWZ ETZ HMC BovenIJ MST JBZ WKZ EKZ ZMC ASZ VUmc MCL UMCN Radboudumc
    MUMC+
    """
)
_KLEIN = words(
    """
    de het van der den 't en in op te ten ter la le aan voor bij &
    """
)
_ALGEMEEN_ERNA = words(
    """
    in op is en was heeft had van voor bij aan met naar de het een die dat om te ik we wij ze
    """
)
_LANGSTE = 6


def find_instellingen(tekst: str, woorden: list[Woord], lijsten: Namenlijsten, bekend: Bekend) -> Iterator[Vondst]:
    """Every institution with a name, with the word that says what it is."""
    own = organisaties_of(bekend)
    for index, woord in enumerate(woorden):
        end = match_group(woorden, index, own)
        if not end and (woord.hoofdletter or woord.kaal in _SOORTEN):
            end = _end_of(woorden, index, lijsten)
        if end:
            begin = _start_before(woorden, index, end)
            yield Vondst(woorden[begin].begin, woorden[end - 1].eind, PersoonsgegevenSoort.INSTELLING, "[instelling]")


@lru_cache(maxsize=4)
def organisaties_of(bekend: Bekend) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The organisaties of a gemeente, under their first word."""
    return by_first_word(tuple(fold(naam).split()) for naam in bekend.organisaties)


def match_group(woorden: list[Woord], index: int, groups: Mapping[str, tuple[tuple[str, ...], ...]]) -> int:
    """Where a known group of words that begins here ends; 0 when none begins here."""
    for group in groups.get(woorden[index].kaal, ()):
        end = index + len(group)
        if end <= len(woorden) and tuple(woord.kaal for woord in woorden[index:end]) == group:
            return end
    return 0


def _end_of(woorden: list[Woord], index: int, lijsten: Namenlijsten) -> int:
    woord = woorden[index]
    if woord.tekst in _AFKORTINGEN:
        return index + 1
    if woord.kaal in _SOORTEN:
        end = _name_after(woorden, index)
        return 0 if end == index + 2 and woorden[index + 1].kaal in lijsten.geen_personen else end
    if not woord.hoofdletter:
        return 0
    if (
        _EINDE.match(woord.kaal)
        and woord.kaal not in _GEEN_EINDE
        and not woord.vooraan
        and not _is_gewoon(woord, lijsten)
    ):
        return index + 1
    if (
        index + 1 < len(woorden)
        and not woord.vooraan
        and woorden[index + 1].kaal in _SOORT_NA
        and woorden[index + 1].hoofdletter
    ):
        return index + 2
    return _listed(woorden, index, lijsten)


def _is_gewoon(woord: Woord, lijsten: Namenlijsten) -> bool:
    return lijsten.is_gewoon(woord.kaal)


def _name_after(woorden: list[Woord], index: int) -> int:
    """Where the name ends that follows the kind of institution; 0 when no name follows."""
    end = 0
    step = index + 1
    while (
        step < len(woorden) and step - index <= _LANGSTE and woorden[step].ervoor in {" ", " '", ' "', " ‘", " “", ". "}
    ):
        woord = woorden[step]
        if woord.hoofdletter and not woord.vooraan:
            end = step + 1
        elif woord.kaal not in _KLEIN:
            break
        step += 1
    if not end or (end == index + 2 and woorden[index + 1].kaal in {"ik", "u"} | _ALGEMEEN_ERNA):
        return 0
    return end


def _listed(woorden: list[Woord], index: int, lijsten: Namenlijsten) -> int:
    """Where an institution of the list ends; one word is only believed in the middle of a sentence."""
    end = match_group(woorden, index, lijsten.instellingen)
    if end and not lijsten.says_enough(tuple(woord.kaal for woord in woorden[index:end])):
        return 0
    if not end or (end == index + 1 and woorden[index].vooraan):
        return 0
    words = woorden[index:end]
    return end if all(word.hoofdletter or word.kaal in _KLEIN for word in words) else 0


def _start_before(woorden: list[Woord], index: int, end: int) -> int:
    """The first word of the name, when its kind stands last: "het Sint Elisabeth Ziekenhuis"."""
    if end - index > 2:
        return index
    first = index
    while (
        first > 0
        and woorden[first].ervoor in {" ", "-"}
        and woorden[first - 1].hoofdletter
        and not woorden[first - 1].vooraan
    ):
        first -= 1
    return first
