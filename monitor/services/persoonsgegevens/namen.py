"""Names of people. A capital alone proves nothing: a list, a title, or the words around it must bear it out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from monitor.domain.persoonsgegeven import Bekend, PersoonsgegevenSoort, Vondst
from monitor.services.persoonsgegevens.adressen import find_straten, is_plek
from monitor.services.persoonsgegevens.instellingen import match_group
from monitor.services.persoonsgegevens.methoden import is_methode
from monitor.services.persoonsgegevens.relaties import BUREN, FAMILIE, FUNCTIES, KENNISSEN
from monitor.services.persoonsgegevens.woorden import Woord, is_initials
from monitor.sources.namenlijsten import Namenlijsten, by_first_word, fold, is_nederlands, words

_AANSPREEK = words(
    """
    meneer mevrouw mijnheer mevr mw mej mejuffrouw dhr heer dr drs ir ing mr prof ds zr br fam familie gezin
    """
)
"""Said before a surname: what follows is one, also without a capital."""
_ROEP = words(
    """
    tante oom ome opa oma opoe buurvrouw buurman juf juffrouw meester zuster broeder pater pastoor dominee imam
    rabbijn kapelaan hadji hodja pandit dokter professor agent rechercheur wethouder burgemeester conciërge concierge
    coach trainer mama papa neef nicht omi nonna abla abi teyze lala haji sensei sjeik sheikh koningin koning prins
    prinses mister miss broer zus kleine lieve beste hallo hoi dag hey
    """
) - {"koningin", "koning", "prins", "prinses", "kleine"}
_RELATIES = frozenset(fold(word) for word in (*FAMILIE, *BUREN, *KENNISSEN, *FUNCTIES)) | words(
    """
    vrijwilliger vrijwilligster voorzitster beheerster gastvrouw gastheer moeder kleinzoontje kleindochtertje hond kat
    poes teckel baas tolk cliente client patient weduwe weduwnaar wijkzuster hulp huishoudster jongen meisje man vrouw
    dame schoonfamilie bovenbuur onderbuur overbuur buur buurkind tweeling
    """
)
_WIENS = words(
    """
    mijn m'n mn onze ons zijn z'n haar d'r hun jouw je uw de een
    """
)
_BEZIT = _WIENS - {"de", "een"}
_TUSSENVOEGSELS = words(
    """
    van de der den het t 't ten ter te in op aan bij la le du des del della di da dos el al ben bin ibn ait ould abu
    abou von zu zur v.d vd v d d' el- al- ou op't in't uit
    """
)
_TUSSEN_BUITENLANDS = words(
    """
    el al ben bin ibn ait ould abu abou von zu zur del della di dos da du des le la
    """
)
_ZEGT = words(
    """
    zei zegt zeiden vertelt vertelde vertelden vroeg vraagt belt belde woont woonde werkt werkte kookt kookte huilt
    huilde lacht lachte regelt regelde kent kende weet wist heet heette appt appte mailde mailt schreef noemt noemde
    vindt vond dacht denkt antwoordde riep leerde zingt zong speelt bakt bakte repareert trouwde overleed begon
    """
)
"""What only people do: with one of these behind it, an ordinary word at the front of a sentence is a name."""
_DOET = (
    words(
        """
        heeft had hebben hadden is was waren wordt werd kan kon wil wilde gaat ging gingen komt kwam kwamen doet deed
        deden zit zat zaten staat stond helpt hielp geeft gaf kijkt keek krijgt kreeg moet moest mag mocht durft
        durfde loopt liep brengt bracht haalt haalde neemt nam past maakt maakte houdt hield hoort hoorde ziet zag
        zorgt zorgde praat praatte zet zette blijft bleef stierf viel verloor zoekt zocht vertrok verhuisde gelooft
        mist miste luistert luisterde leest las drinkt dronk eet at rijdt reed fietst stopte organiseert begeleidt
        ving vangt legde legt voelt voelde spreekt sprak draagt droeg koopt kocht won wint
        """
    )
    | _ZEGT
)
_BIJWOORD = words("anders")
_WIE_DOET = words("ik je jij u hij ze zij we wij jullie men niemand iemand iedereen het er")
_VAN_DER = frozenset({("van", "der"), ("van", "den"), ("v.d",)})
_NA_RELATIE = frozenset({", ", " (", ": ", " - "})
_AANEEN = frozenset({" ", "\u00a0", "  ", ". ", "."})
_CAMEL = re.compile(r"[a-z][A-Z]")
"""A capital inside a word: the name of a program or firm."""
_SPRAK = frozenset({"zei", "zegt", "vroeg", "riep", "vertelde", "vertelt", "antwoordde", "lachte"})
_WIJST = words(
    """
    met aan volgens dankzij zonder noem noemen noemde noemden heet heette toen dat als omdat terwijl want maar vraag
    vroeg bel belde zei zegt ken kende sprak zag hielp mis missen groetjes groeten groet liefs ontmoette bedankt
    bedank dank naast voor door genaamd namelijk of nadat zodra sinds ook waar
    """
)
"""In front of an unknown word with a capital: it is likely somebody."""
_PLAATS_ERVOOR = words(
    """
    in naar uit te bij vanuit rond tussen door heel gemeente wijk buurt dorp stad stadsdeel park station lijn winkel
    supermarkt festival stichting club vereniging project programma merk app site krant café cafe hotel straat
    """
)
_LIDWOORD = words(
    """
    de het een deze die dit dat geen elke elk iedere ieder 't 'n onze ons mijn welke zo'n
    """
)
_STORM = words(
    """
    storm orkaan kat hond hondje poes winkel merk supermarkt stichting project flat gebouw complex wijk buurt straat
    gemeente camping hotel restaurant cafe café zaal centrum buurthuis wijkcentrum app programma park festival schip
    boot cyclus serie film boek krant magazine feest dag
    """
)
_NOEMT_ZICH = (
    ("ik", "ben"),
    ("ik", "heet"),
    ("naam", "is"),
    ("zij", "heet"),
    ("hij", "heet"),
    ("ze", "heet"),
    ("genaamd",),
    ("groetjes",),
    ("groetjes", "van"),
    ("groeten",),
    ("groeten", "van"),
    ("groet",),
    ("liefs",),
    ("heten",),
    ("heet",),
    ("heette",),
    ("noemen", "me"),
    ("noemt", "me"),
    ("ik", "was"),
    ("hier", "is"),
    ("getekend",),
    ("naam",),
    ("bel",),
    ("vraag", "naar"),
    ("vragen", "naar"),
    ("spreekt", "met"),
)
_ZWAK_KLEIN = frozenset({("bel",), ("ik", "was"), ("hier", "is"), ("naam",)})
_VERWANT = words(
    """
    hiernaast overkant boven beneden nummer nr hierboven hieronder verderop bovenaan achter drie twee vier hoog thuis
    """
)
_LANGSTE = 6
_KORTSTE_KLEIN = 4
_TEGELIJK = 0.7


@dataclass(frozen=True, slots=True)
class _Tekst:
    """One text under search."""

    tekst: str
    woorden: list[Woord]
    lijsten: Namenlijsten
    beschermd: frozenset[int]
    """Words that are part of a street, a shop, or what the gemeente itself named."""
    schreeuwt: bool
    """Whether nearly everything is in capitals, so that they say nothing."""

    def at(self, index: int) -> Woord | None:
        return self.woorden[index] if 0 <= index < len(self.woorden) else None

    def joined(self, index: int) -> bool:
        """Whether a word stands right after the one before it, with nothing but a space."""
        woord = self.at(index)
        if woord is None or woord.vooraan:
            return False
        return woord.ervoor in _AANEEN or (woord.kaal in {"t", "s"} and woord.ervoor in {" '", " ’", " ‘"})

    def hoofdletter(self, woord: Woord) -> bool:
        return woord.hoofdletter and not self.schreeuwt


def find_namen(tekst: str, woorden: list[Woord], lijsten: Namenlijsten, bekend: Bekend) -> Iterator[Vondst]:
    """Every name of a person, with the title or relation that belongs to it."""
    text = _Tekst(tekst, woorden, lijsten, _protected(tekst, woorden, lijsten, bekend), _shouts(woorden))
    index = 0
    while index < len(woorden):
        end, vondst = _match_at(text, index)
        if vondst is not None:
            yield vondst
        index = max(end, index + 1)


@lru_cache(maxsize=4)
def namen_of(bekend: Bekend) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """What a gemeente named itself, under the first word, also without its article."""
    groups = [tuple(fold(naam).split()) for naam in bekend.namen]
    bare = [group[1:] for group in groups if len(group) > 1 and group[0] in {"de", "het", "'t", "wijk", "buurt"}]
    return by_first_word([*groups, *bare])


def _protected(tekst: str, woorden: list[Woord], lijsten: Namenlijsten, bekend: Bekend) -> frozenset[int]:
    found: set[int] = set()
    for begin, end in find_straten(tekst, woorden):
        if _is_one_place(woorden, end, lijsten):
            found.update(range(begin, end))
    found.update(index for index in range(len(woorden)) if is_methode(woorden, index, lijsten))
    own = namen_of(bekend)
    for index in range(len(woorden)):
        for groups in (own, lijsten.geen_personen_samen):
            end = match_group(woorden, index, groups)
            found.update(range(index, end))
    return frozenset(found)


def _is_one_place(woorden: list[Woord], end: int, lijsten: Namenlijsten) -> bool:
    """Whether a row of capitals that ends as a place does is one: "Anne Frankschool", and not "Roos Oosterhuis"."""
    last = woorden[end - 1].kaal
    return all(part not in lijsten.achternamen and part not in lijsten.voornamen for part in (last, *last.split("-")))


def _shouts(woorden: list[Woord]) -> bool:
    long = [woord for woord in woorden if len(woord.tekst) > 1]
    return len(long) > 2 and sum(woord.tekst.isupper() for woord in long) >= _TEGELIJK * len(long)


def _match_at(text: _Tekst, index: int) -> tuple[int, Vondst | None]:
    for rule in (_by_title, _by_relation, _by_introduction, _by_initials, _by_itself):
        end, vondst = rule(text, index)
        if vondst is not None:
            return end, vondst
    return index + 1, None


def _vondst(text: _Tekst, first: int, end: int, voorstel: str = "[naam]") -> tuple[int, Vondst]:
    last = text.woorden[end - 1]
    eind = last.eind
    if last.tekst.lower().endswith(("'s", "’s")):
        eind -= 2
    if is_initials(last, text.tekst) and end - first > 1:
        eind += 1
    return end, Vondst(text.woorden[first].begin, eind, PersoonsgegevenSoort.NAAM, voorstel)


_NIETS: tuple[int, Vondst | None] = (0, None)


def _by_title(text: _Tekst, index: int) -> tuple[int, Vondst | None]:
    """ "mevrouw de Vries", "tante annie", "dokter Sewnath"."""
    woord = text.woorden[index]
    if woord.kaal not in _AANSPREEK and woord.kaal not in _ROEP:
        return _NIETS
    greeting = woord.kaal in {"dag", "beste", "lieve", "hallo", "hoi", "hey"}
    start = index + 1
    while start - index < _LANGSTE and text.joined(start) and text.woorden[start].kaal in _AANSPREEK:
        start += 1
    if not text.joined(start):
        return _NIETS
    end = _name_end(text, start, surname=woord.kaal in _AANSPREEK, trusted=not greeting)
    if not end:
        return _NIETS
    if greeting:
        return _vondst(text, start, end)
    first = index
    before = text.at(index - 1)
    if before is not None and before.kaal in _WIENS and text.joined(index):
        first = index - 1
    if woord.kaal in _AANSPREEK:
        return _vondst(text, first, end)
    title = text.tekst[text.woorden[first].begin : text.woorden[start - 1].eind]
    return _vondst(text, first, end, f"[{title}]")


def _by_relation(text: _Tekst, index: int) -> tuple[int, Vondst | None]:
    """ "mijn buurvrouw Fatima", "mijn maatje, Joke,", "de conciërge Piet de Jong"."""
    woord = text.woorden[index]
    if woord.kaal not in _RELATIES:
        return _NIETS
    after = text.at(index + 1)
    if after is None or not (text.hoofdletter(after) or _is_owned(text, index)):
        return _NIETS
    if after.ervoor in _NA_RELATIE and text.hoofdletter(after) and not _is_word(text, index + 1):
        end = _name_end(text, index + 1, surname=False, trusted=False)
        return _vondst(text, index + 1, end) if end else _NIETS
    if not text.joined(index + 1):
        return _NIETS
    end = _name_end(text, index + 1, surname=False, trusted=text.hoofdletter(after))
    before = text.at(index - 1)
    if not end or before is None or before.kaal not in _BEZIT or not text.joined(index):
        return _vondst(text, index + 1, end) if end else _NIETS
    return _vondst(text, index - 1, end, f"[{text.tekst[before.begin : woord.eind]}]")


def _is_owned(text: _Tekst, index: int) -> bool:
    """Whether a relation is somebody's: "mijn buurvrouw", "mijn lieve buurvrouw"."""
    steps = (1, 2) if text.joined(index - 1) else (1,)
    return text.joined(index) and any(index >= step and text.woorden[index - step].kaal in _WIENS for step in steps)


def _by_introduction(text: _Tekst, index: int) -> tuple[int, Vondst | None]:
    """ "ik ben sandra", "mijn naam is Hoop", "groetjes, Marjan"."""
    for intro in _NOEMT_ZICH:
        if index < len(intro) or intro[-1] != text.woorden[index - 1].kaal:
            continue
        before = tuple(woord.kaal for woord in text.woorden[index - len(intro) : index])
        if before == intro and _introduces(text, index):
            end = _name_end(text, index, surname=False, trusted=intro not in _ZWAK_KLEIN, introduced=True)
            if end:
                return _vondst(text, index, end)
    return _NIETS


def _introduces(text: _Tekst, index: int) -> bool:
    woord = text.woorden[index]
    if len(woord.ervoor) > len("\n\n\n ") or woord.ervoor.strip(" ,:\n\r'\"“‘"):
        return False
    if text.hoofdletter(woord):
        return not (_is_word(text, index) and woord.vooraan and woord.ervoor.strip() != ",")
    return not woord.ervoor.strip()


def _by_initials(text: _Tekst, index: int) -> tuple[int, Vondst | None]:
    """ "J. Pietersen", "A.B. van der Meulen"."""
    end = index
    while end - index < _LANGSTE and (woord := text.at(end)) is not None and is_initials(woord, text.tekst):
        if end > index and not text.joined(end):
            break
        end += 1
    if end == index or not text.joined(end):
        return _NIETS
    last = _surname_end(text, end, lower=False)
    return _vondst(text, index, last) if last else _NIETS


def _by_itself(text: _Tekst, index: int) -> tuple[int, Vondst | None]:
    woord = text.woorden[index]
    if index in text.beschermd:
        return _NIETS
    if text.hoofdletter(woord):
        if not _is_somebody(text, index):
            return _NIETS
        end = index + 1 if woord.kaal not in _TUSSENVOEGSELS else _surname_end(text, index, lower=False)
        return _vondst(text, index, _absorb(text, end, lower=False))
    if woord.kaal in _TUSSENVOEGSELS:
        return _surname_alone(text, index)
    if _is_lower_name(text, index):
        return _vondst(text, index, _absorb(text, index + 1, lower=True))
    return _NIETS


def _surname_alone(text: _Tekst, index: int) -> tuple[int, Vondst | None]:
    """ "de Vries", "van der Meulen" in the middle of a sentence."""
    end = _surname_end(text, index, lower=False)
    if not end or not _is_surname_alone(text, index, end):
        return _NIETS
    return _vondst(text, index, _absorb(text, end, lower=False))


def _is_surname_alone(text: _Tekst, index: int, end: int) -> bool:
    last = text.woorden[end - 1]
    before = text.at(index - 1)
    if last.kaal not in text.lijsten.achternamen or end - 1 in text.beschermd:
        return False
    particles = tuple(woord.kaal for woord in text.woorden[index : end - 1])
    if particles in _VAN_DER:
        return True
    if is_plek(last.kaal):
        return False
    if len(particles) > 1:
        return particles[0] in {"van", "v.d"}
    if particles[0] in _TUSSEN_BUITENLANDS:
        return True
    if particles[0] not in {"van", "de", "ter", "ten", "vd", "den", "der"} or _is_place(text, end - 1):
        return False
    if text.woorden[index].hoofdletter and not text.woorden[index].vooraan:
        return (
            not _is_gewoon(text, end - 1)
            or (before is not None and before.kaal in _WIJST | {"van"})
            or _someone_does(text, end, _ZEGT)
        )
    return particles[0] == "de" and not _is_gewoon(text, end - 1)


# What a word is


def _is_gewoon(text: _Tekst, index: int) -> bool:
    return text.lijsten.is_gewoon(text.woorden[index].kaal)


def _is_word(text: _Tekst, index: int) -> bool:
    """Whether a word is ordinary, or the name of something that is no person."""
    kaal = text.woorden[index].kaal
    if kaal in text.lijsten.geen_personen:
        return True
    if _is_voornaam(text, index) and kaal not in text.lijsten.dubbelzinnig:
        return False
    return text.lijsten.is_gewoon(kaal) or (kaal not in text.lijsten.achternamen and is_nederlands(kaal))


def _is_place(text: _Tekst, index: int) -> bool:
    kaal = text.woorden[index].kaal
    return kaal in text.lijsten.plaatsen or kaal in text.lijsten.geen_personen


def _is_voornaam(text: _Tekst, index: int) -> bool:
    kaal = _without_s(text.woorden[index])
    if kaal in text.lijsten.geen_personen:
        return False
    if kaal in text.lijsten.voornamen:
        return True
    parts = kaal.split("-")
    if len(parts) > 1:
        return all(part in text.lijsten.voornamen for part in parts)
    bare = kaal.removesuffix("s")
    return len(bare) >= _KORTSTE_KLEIN and bare != kaal and bare in text.lijsten.voornamen and not is_nederlands(kaal)


def _is_achternaam(text: _Tekst, index: int) -> bool:
    kaal = _without_s(text.woorden[index])
    return kaal in text.lijsten.achternamen or any(
        part in text.lijsten.achternamen for part in kaal.split("-")[:1] if "-" in kaal
    )


def _without_s(woord: Woord) -> str:
    return woord.kaal.removesuffix("'s").removesuffix("’s")


def _is_unknown(text: _Tekst, index: int) -> bool:
    """Whether a word is in no list at all and doesn't look like a place or an abbreviation."""
    woord = text.woorden[index]
    kaal = _without_s(woord)
    if kaal in text.lijsten.geen_personen or kaal in text.lijsten.plaatsen or len(kaal) < len("ali"):
        return False
    if not text.schreeuwt and (woord.tekst.isupper() or _CAMEL.search(woord.tekst)):
        return False
    return not is_nederlands(kaal) and not is_plek(kaal) and not text.lijsten.is_gewoon(kaal)


# What stands around it


def _is_somebody(text: _Tekst, index: int) -> bool:
    """Whether a word with a capital is somebody's name."""
    woord = text.woorden[index]
    if woord.kaal in text.lijsten.geen_personen or (
        len(woord.tekst) > 1 and woord.tekst.isupper() and not _is_voornaam(text, index)
    ):
        return False
    if woord.kaal in _TUSSENVOEGSELS:
        end = _surname_end(text, index, lower=False)
        return bool(end) and end > index + 1 and _is_surname_alone(text, index, end)
    if len(woord.kaal) < 2:
        return False
    return _at_the_front(text, index) if woord.vooraan else _in_the_middle(text, index)


def _at_the_front(text: _Tekst, index: int) -> bool:
    woord = text.woorden[index]
    first, last = _is_voornaam(text, index), _is_achternaam(text, index)
    if woord.kaal in _BIJWOORD and _is_turned_round(text, index):
        return False
    if first and not _is_word(text, index):
        return not _is_place(text, index) or _named_on(text, index) or _is_person_by_context(text, index, _DOET)
    if first and woord.kaal in _STORM:
        return text.joined(index + 1) and _is_surname_only(text, index + 1)
    if first:
        return _named_on(text, index) or _is_person_by_context(text, index, _ZEGT)
    if last and not _is_word(text, index) and not is_nederlands(woord.kaal) and not is_plek(woord.kaal):
        return not _is_place(text, index) or _is_person_by_context(text, index, _ZEGT)
    if last:
        return False
    return _is_unknown(text, index) and (_named_on(text, index) or _is_person_by_context(text, index, _ZEGT))


def _is_turned_round(text: _Tekst, index: int) -> bool:
    """Whether somebody else does it: "Anders kent niemand elkaar"."""
    return text.joined(index + 1) and text.joined(index + 2) and text.woorden[index + 2].kaal in _WIE_DOET


def _in_the_middle(text: _Tekst, index: int) -> bool:
    woord, before = text.woorden[index], text.at(index - 1)
    left = before.kaal if before is not None and woord.ervoor in {" ", "  "} else ""
    if left in _STORM:
        return False
    first, last = _is_voornaam(text, index), _is_achternaam(text, index)
    if first and not _is_word(text, index):
        return not (_is_place(text, index) and left in _PLAATS_ERVOOR)
    if first and woord.kaal in text.lijsten.alledaags and not left:
        return _named_on(text, index) or _is_person_by_context(text, index, _DOET)
    if first:
        return left not in _LIDWOORD and not (_is_place(text, index) and left in _PLAATS_ERVOOR)
    if last and not is_nederlands(woord.kaal) and not _is_place(text, index) and not is_plek(woord.kaal):
        return left not in _LIDWOORD | _PLAATS_ERVOOR or _is_person_by_context(text, index, _ZEGT)
    if left in _SPRAK and woord.kaal not in text.lijsten.geen_personen:
        return True
    if not _is_unknown(text, index) or left in _LIDWOORD | _PLAATS_ERVOOR:
        return False
    return (
        left in _WIJST
        or _is_person_by_context(text, index, _ZEGT if left == "van" else _DOET)
        or (_named_on(text, index) and left not in _LIDWOORD)
    )


def _named_on(text: _Tekst, index: int) -> bool:
    """Whether a surname or another first name follows."""
    if not text.joined(index + 1):
        return False
    after = text.woorden[index + 1]
    if index + 1 in text.beschermd:
        return False
    if after.kaal in _TUSSENVOEGSELS:
        end = _surname_end(text, index + 1, lower=False)
        return (
            bool(end)
            and text.woorden[end - 1].hoofdletter
            and (_is_achternaam(text, end - 1) or _is_unknown(text, end - 1))
        )
    if not after.hoofdletter:
        return False
    if is_initials(after, text.tekst):
        return True
    return (
        _is_achternaam(text, index + 1)
        or _is_voornaam(text, index + 1)
        or (_is_unknown(text, index + 1) and _is_voornaam(text, index))
    )


def _is_person_by_context(text: _Tekst, index: int, verbs: frozenset[str]) -> bool:
    """Whether what follows is said of people only: "X belde", "X en ik", "X van hiernaast", "X, die"."""
    after, second = text.at(index + 1), text.at(index + 2)
    if after is None:
        return False
    if _someone_does(text, index + 1, verbs):
        return True
    if not text.joined(index + 1) or second is None:
        return False
    if after.kaal in {"en", "zijn", "haar", "z'n", "d'r", "of"}:
        if after.kaal == "en" and second.kaal in {"ik", "zijn", "haar", "mijn", "wij"}:
            return True
        return (
            after.kaal == "en"
            and second.hoofdletter
            and _is_voornaam(text, index + 2)
            and not _is_word(text, index + 2)
        )
    if after.kaal == "van":
        third = text.at(index + 3)
        return second.kaal in _VERWANT or (
            second.kaal in {"de", "het"}
            and third is not None
            and third.kaal in _VERWANT | {"bakker", "slager", "hoek", "kerk", "moskee", "winkel"}
        )
    return False


def _someone_does(text: _Tekst, index: int, verbs: frozenset[str]) -> bool:
    return text.joined(index) and text.woorden[index].kaal in verbs


def _is_lower_name(text: _Tekst, index: int) -> bool:
    """Whether a word without a capital can only be a name: in the list, and no word of Dutch."""
    woord = text.woorden[index]
    if len(woord.kaal) < _KORTSTE_KLEIN or woord.kaal not in text.lijsten.voornamen:
        return False
    return not (
        _is_word(text, index) or _is_place(text, index) or woord.kaal in text.lijsten.dubbelzinnig
    ) and not is_nederlands(woord.kaal)


# How far a name goes


def _name_end(text: _Tekst, index: int, *, surname: bool, trusted: bool, introduced: bool = False) -> int:
    """Where the name ends that begins here, after a title or relation; 0 when none does.

    `trusted`: a capital is proof enough. `surname`: a surname follows, also one that is an ordinary word.
    """
    end = index
    while end - index < _LANGSTE and (woord := text.at(end)) is not None and is_initials(woord, text.tekst):
        end += 1
        if not text.joined(end):
            return end if end > index + 1 else 0
    woord = text.at(end)
    if woord is None or (end in text.beschermd and not trusted):
        return 0
    lower = not text.hoofdletter(woord)
    if woord.kaal in _TUSSENVOEGSELS and (particle := _surname_end(text, end, lower=surname and lower)):
        believed = surname or _is_surname_only(text, particle - 1) or (not lower and _is_achternaam(text, particle - 1))
        return _absorb(text, particle, lower=lower) if believed and not _is_office(text, particle - 1) else 0
    if not _starts_name(text, end, surname=surname, trusted=trusted, introduced=introduced):
        return 0
    return _absorb(text, end + 1, lower=lower)


def _is_office(text: _Tekst, index: int) -> bool:
    """Whether a word without a capital says what somebody does: "meneer de wethouder"."""
    woord = text.woorden[index]
    return not text.hoofdletter(woord) and woord.kaal in _RELATIES


def _is_surname_only(text: _Tekst, index: int) -> bool:
    """Whether a word is a surname and nothing else: "tante de Vries", and not "de tante van Fatima"."""
    return _is_achternaam(text, index) and not _is_voornaam(text, index) and not _is_place(text, index)


def _starts_name(text: _Tekst, index: int, *, surname: bool, trusted: bool, introduced: bool) -> bool:
    woord = text.woorden[index]
    if text.hoofdletter(woord):
        return _capital_starts_name(text, index, surname=surname, trusted=trusted, introduced=introduced)
    if len(woord.kaal) < len("bo") or woord.kaal in text.lijsten.geen_personen:
        return False
    if woord.kaal in _RELATIES and not (surname and _is_achternaam(text, index)):
        return False
    if _is_voornaam(text, index) and not _is_word(text, index):
        return not _is_place(text, index)
    if woord.kaal in _DOET:
        return False
    if surname and _is_achternaam(text, index):
        return woord.kaal not in text.lijsten.dubbelzinnig or not is_nederlands(woord.kaal)
    return (surname or (trusted and not introduced)) and _is_achternaam(text, index) and not is_nederlands(woord.kaal)


def _capital_starts_name(text: _Tekst, index: int, *, surname: bool, trusted: bool, introduced: bool) -> bool:
    woord = text.woorden[index]
    if woord.kaal in text.lijsten.geen_personen or woord.kaal in _AANSPREEK:
        return False
    if not surname and woord.kaal in _ROEP:
        return False
    if not surname and woord.kaal in _RELATIES:
        return _is_achternaam(text, index) and not woord.vooraan
    if _is_voornaam(text, index) or _is_achternaam(text, index):
        return True
    if woord.tekst.isupper() and len(woord.tekst) > 1 and not surname:
        return False
    if _is_unknown(text, index):
        return trusted or not introduced
    return surname or (
        trusted
        and introduced
        and not is_plek(woord.kaal)
        and woord.kaal not in text.lijsten.plaatsen
        and not _inflected(woord.kaal)
    )


def _inflected(word: str) -> bool:
    """Whether a word ends as words for a people or a faith do: "ik ben Nederlander"."""
    return word.endswith(("er", "ers", "se", "aan", "ees", "isch", "ische", "ist", "ster", "ling", "ander"))


def _surname_end(text: _Tekst, index: int, *, lower: bool) -> int:
    """Where a surname ends, with the small words before it; 0 when there is none."""
    step = index
    while step - index < _LANGSTE and (woord := text.at(step)) is not None and woord.kaal in _TUSSENVOEGSELS:
        if step > index and not text.joined(step):
            return 0
        step += 1
    woord = text.at(step)
    if woord is None or (step > index and not text.joined(step)):
        return 0
    if text.hoofdletter(woord):
        return step + 1 if len(woord.kaal) > 1 and not woord.vooraan else 0
    if lower and step > index and _is_achternaam(text, step):
        return step + 1
    return 0


def _absorb(text: _Tekst, end: int, *, lower: bool) -> int:
    """The end of the whole name: surnames, second names and initials behind the first word."""
    limit = end + _LANGSTE
    while end < limit and text.joined(end) and end not in text.beschermd and not _closes(text, end - 1):
        step = _absorb_one(text, end, lower=lower)
        if step == end:
            break
        end = step
    return end


def _closes(text: _Tekst, index: int) -> bool:
    """Whether a word ends a name: it says whose something is ("Fatima's")."""
    return text.woorden[index].kaal.endswith(("'s", "’s"))


def _absorb_one(text: _Tekst, index: int, *, lower: bool) -> int:
    woord = text.woorden[index]
    if woord.kaal in _TUSSENVOEGSELS and not is_initials(woord, text.tekst):
        end = _surname_end(text, index, lower=lower)
        if not end or (woord.kaal == "in" and not lower and not _is_achternaam(text, end - 1)):
            return index
        if (
            woord.kaal in {"in", "op", "aan", "bij", "uit", "te", "van", "het"}
            and not _is_achternaam(text, end - 1)
            and (_is_place(text, end - 1) or _is_word(text, end - 1))
        ):
            return index
        return index if end - 1 in text.beschermd else end
    if is_initials(woord, text.tekst):
        return index + 1
    if text.hoofdletter(woord):
        if (
            woord.vooraan
            or woord.kaal in text.lijsten.geen_personen
            or (woord.tekst.isupper() and len(woord.tekst) > 1)
        ):
            return index
        known = _is_achternaam(text, index) or _is_voornaam(text, index)
        return index + 1 if known or not _is_word(text, index) else index
    if lower and _is_achternaam(text, index) and not is_nederlands(woord.kaal):
        return index + 1
    return index
