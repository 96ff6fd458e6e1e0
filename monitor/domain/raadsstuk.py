"""A stuk for the raad as people write it: its delen, what repeats in them, what was chosen for it, and every text.

All is added to and never changed. Two people may write at once: what one wrote never goes because of the other; both
texts stay beside each other until somebody chooses. Numbers of beslispunten and arguments follow from their order.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from monitor.domain.regels import CITAAT_WOORDEN, MEESTE_BEDRAG
from monitor.domain.verhaal import Gebruik, Verhaal
from monitor.errors import Probleem


class StukSoort(StrEnum):
    """What kind of stuk it is."""

    RAADSVOORSTEL = "raadsvoorstel"
    RAADSINFORMATIEBRIEF = "raadsinformatiebrief"
    WIJKBEELD = "wijkbeeld"


class BobFase(StrEnum):
    """For what the raad has it before it."""

    BEELDVORMING = "beeldvorming"
    OORDEELSVORMING = "oordeelsvorming"
    BESLUITVORMING = "besluitvorming"


class Deel(StrEnum):
    """A part of a stuk, in the order in which it is read."""

    KOP = "kop"
    ONDERWERP = "onderwerp"
    SAMENVATTING = "samenvatting"
    BESLUIT = "voorgesteld_besluit"
    AANLEIDING = "aanleiding"
    CONTEXT = "context"
    BEVOEGDHEID = "bevoegdheid"
    EFFECT = "beoogd_effect"
    ARGUMENTEN = "argumenten"
    """In a raadsinformatiebrief and a wijkbeeld: what we see, with the same rule of number and citaat."""
    KANTTEKENINGEN = "kanttekeningen"
    ALTERNATIEVEN = "alternatieven"
    FINANCIEN = "financien"
    PARTICIPATIE = "participatie"
    ADVIES = "advies"
    UITVOERING = "uitvoering"
    COMMUNICATIE = "communicatie"
    EVALUATIE = "evaluatie"
    JURIDISCH = "juridisch"
    DUURZAAMHEID = "duurzaamheid"
    KWADRANT = "kwaliteitskwadrant"
    BIJLAGEN = "bijlagen"
    CONCEPTBESLUIT = "conceptbesluit"


class OnderdeelSoort(StrEnum):
    """What may stand in a stuk more than once."""

    BESLISPUNT = "beslispunt"
    ARGUMENT = "argument"
    KANTTEKENING = "kanttekening"
    RISICO = "risico"
    ALTERNATIEF = "alternatief"
    FINANCIELE_REGEL = "financiele_regel"
    MIJLPAAL = "mijlpaal"
    ADVIES = "advies"
    EERDER = "eerder"
    """What the raad decided, asked (motie) or was promised (toezegging) before."""
    BIJLAGE = "bijlage"


class KeuzeSoort(StrEnum):
    """What is chosen for a stuk."""

    WIJK = "wijk"
    THEMA = "thema"
    INDICATOR = "indicator"
    """With the wijk, or the gemeente, of which the figure is."""
    CITAAT = "citaat"
    """By the id of its verhaal."""
    LEERPUNT = "leerpunt"
    DEEL = "deel"
    """A deel that is there only when somebody wants it."""


class GeldVorm(StrEnum):
    """Whether money is needed every year or for a while."""

    STRUCTUREEL = "structureel"
    INCIDENTEEL = "incidenteel"


class EerderVorm(StrEnum):
    """What the raad had to do with it before."""

    BESLUIT = "besluit"
    MOTIE = "motie"
    TOEZEGGING = "toezegging"


KORT, MIDDEL, LANG = 300, 2_000, 10_000
"""How many signs the words of a field may have."""
TEKST = "tekst"
"""The field that a deel or an onderdeel has when it has one."""
GELD_JAREN = 4
"""Year t up to and including t+3."""
VRIJ = frozenset({Deel.KWADRANT})
"""Delen that stand in a stuk only when they were chosen."""

_INFORMATIE = (
    Deel.KOP,
    Deel.ONDERWERP,
    Deel.SAMENVATTING,
    Deel.AANLEIDING,
    Deel.CONTEXT,
    Deel.ARGUMENTEN,
    Deel.KANTTEKENINGEN,
    Deel.FINANCIEN,
    Deel.PARTICIPATIE,
    Deel.UITVOERING,
    Deel.COMMUNICATIE,
    Deel.EVALUATIE,
    Deel.JURIDISCH,
    Deel.KWADRANT,
    Deel.BIJLAGEN,
)
_WIJKBEELD = (
    Deel.KOP,
    Deel.ONDERWERP,
    Deel.SAMENVATTING,
    Deel.ARGUMENTEN,
    Deel.KANTTEKENINGEN,
    Deel.FINANCIEN,
    Deel.PARTICIPATIE,
    Deel.EVALUATIE,
    Deel.KWADRANT,
    Deel.BIJLAGEN,
)
DELEN: Mapping[StukSoort, tuple[Deel, ...]] = {
    StukSoort.RAADSVOORSTEL: tuple(Deel),
    StukSoort.RAADSINFORMATIEBRIEF: _INFORMATIE,
    StukSoort.WIJKBEELD: _WIJKBEELD,
}
"""Which delen each kind of stuk has, in order."""

VELDEN: Mapping[Deel, Mapping[str, int]] = {
    Deel.KOP: {"vergadering": KORT, "zaaknummer": KORT, "programma": KORT, "portefeuille": KORT, "afdeling": KORT},
    Deel.ONDERWERP: {"tekst": KORT},
    Deel.SAMENVATTING: {"tekst": MIDDEL},
    Deel.BESLUIT: {"tekst": MIDDEL},
    Deel.AANLEIDING: {"tekst": LANG},
    Deel.CONTEXT: {"tekst": LANG},
    Deel.BEVOEGDHEID: {"tekst": MIDDEL},
    Deel.EFFECT: {"tekst": LANG, "nagaan": MIDDEL},
    Deel.ARGUMENTEN: {"tekst": MIDDEL},
    Deel.KANTTEKENINGEN: {"tekst": MIDDEL},
    Deel.ALTERNATIEVEN: {"tekst": MIDDEL},
    Deel.FINANCIEN: {"tekst": LANG, "begrotingswijziging": MIDDEL, "stopt": MIDDEL},
    Deel.PARTICIPATIE: {"tekst": LANG, "reactie": LANG},
    Deel.ADVIES: {"tekst": MIDDEL},
    Deel.UITVOERING: {"tekst": LANG},
    Deel.COMMUNICATIE: {"tekst": LANG},
    Deel.EVALUATIE: {"tekst": LANG},
    Deel.JURIDISCH: {"tekst": LANG, "privacy": MIDDEL},
    Deel.DUURZAAMHEID: {"tekst": LANG, "inclusie": MIDDEL},
    Deel.KWADRANT: {
        "rij_een": KORT,
        "rij_twee": KORT,
        "kolom_een": KORT,
        "kolom_twee": KORT,
        "vak_een_een": MIDDEL,
        "vak_een_twee": MIDDEL,
        "vak_twee_een": MIDDEL,
        "vak_twee_twee": MIDDEL,
    },
    Deel.BIJLAGEN: {"tekst": MIDDEL},
    Deel.CONCEPTBESLUIT: {"gelezen": MIDDEL, "gelet_op": MIDDEL, "tekst": LANG},
}
"""The fields with words of each deel, and how long each may be. `stopt`: what stops, and how it is phased out."""
ALLEEN_VOORSTEL = frozenset({(Deel.FINANCIEN, "begrotingswijziging"), (Deel.FINANCIEN, "stopt")})
"""Fields that only a raadsvoorstel has: no other stuk asks the raad for money."""
KWADRANT_ASSEN: Mapping[str, str] = {
    "rij_een": "Hoeveel",
    "rij_twee": "Hoe goed",
    "kolom_een": "Inzet",
    "kolom_twee": "Effect",
}
"""What the sides of the kwaliteitskwadrant are called where nobody wrote something else."""

ONDERDEEL_VELDEN: Mapping[OnderdeelSoort, Mapping[str, int]] = {
    OnderdeelSoort.BESLISPUNT: {"tekst": MIDDEL},
    OnderdeelSoort.ARGUMENT: {"tekst": KORT, "toelichting": LANG},
    OnderdeelSoort.KANTTEKENING: {"tekst": KORT, "toelichting": LANG},
    OnderdeelSoort.RISICO: {"tekst": KORT, "kans": KORT, "gevolg": MIDDEL, "maatregel": MIDDEL},
    OnderdeelSoort.ALTERNATIEF: {"tekst": KORT, "voor": MIDDEL, "tegen": MIDDEL, "afweging": MIDDEL},
    OnderdeelSoort.FINANCIELE_REGEL: {"tekst": KORT, "dekking": KORT},
    OnderdeelSoort.MIJLPAAL: {"tekst": KORT, "nagaan": KORT},
    OnderdeelSoort.ADVIES: {"wie": KORT, "tekst": LANG, "antwoord": LANG},
    OnderdeelSoort.EERDER: {"tekst": MIDDEL, "stand": MIDDEL},
    OnderdeelSoort.BIJLAGE: {"tekst": KORT},
}
"""The fields with words of what repeats. `wie` is a raad or an organisation; `antwoord` is the college's."""
DEEL_VAN: Mapping[OnderdeelSoort, Deel] = {
    OnderdeelSoort.BESLISPUNT: Deel.BESLUIT,
    OnderdeelSoort.ARGUMENT: Deel.ARGUMENTEN,
    OnderdeelSoort.KANTTEKENING: Deel.KANTTEKENINGEN,
    OnderdeelSoort.RISICO: Deel.KANTTEKENINGEN,
    OnderdeelSoort.ALTERNATIEF: Deel.ALTERNATIEVEN,
    OnderdeelSoort.FINANCIELE_REGEL: Deel.FINANCIEN,
    OnderdeelSoort.MIJLPAAL: Deel.EFFECT,
    OnderdeelSoort.ADVIES: Deel.ADVIES,
    OnderdeelSoort.EERDER: Deel.CONTEXT,
    OnderdeelSoort.BIJLAGE: Deel.BIJLAGEN,
}
"""In which deel each stands."""
BIJ_BESLISPUNT = frozenset({OnderdeelSoort.ARGUMENT, OnderdeelSoort.KANTTEKENING, OnderdeelSoort.RISICO})
"""What is numbered to a beslispunt: 1.1, 1.2; what belongs to none gets A.1, A.2."""
EIGEN_ZIN = "zin:"
"""Before the name of a field that takes the place of a sentence of the tool: "zin:" and the key of that sentence."""
EIGEN_ZIN_LANG = 200
_SLEUTEL = re.compile(r"[a-z_]+(?::[\w.-]+)*")
"""The key of a sentence: what kind it is, and codes or ids of what it is about; never words."""


@dataclass(frozen=True, slots=True)
class StukVeld:
    """Where words stand: in a field of a deel, or of an onderdeel in it."""

    deel: Deel
    veld: str = TEKST
    onderdeel: str | None = None

    @property
    def noem(self) -> str:
        """What the logboek calls it: of a sentence of the tool only what kind that is."""
        return self.veld if self.zin is None else f"{EIGEN_ZIN}{self.zin.split(':')[0]}"

    @property
    def zin(self) -> str | None:
        """The key of the sentence of the tool of which it takes the place; None for words of people alone."""
        return self.veld.removeprefix(EIGEN_ZIN) if self.veld.startswith(EIGEN_ZIN) else None


@dataclass(frozen=True, slots=True)
class TekstVersie:
    """What somebody wrote in a field. Numbers go up by one in each field."""

    id: str
    nummer: int
    tekst: str | None
    """None when its words were taken away; empty when somebody emptied the field."""
    begonnen_bij: int
    """The number that the writer saw when she began; 0: an empty field."""
    door: str
    op: datetime
    botst: bool = False
    """Whether something was written meanwhile that this writer did not see."""
    kiest: bool = False
    """Whether it ends a botsing: it takes the place of all texts that the writer saw."""
    zelf_hash: str | None = None
    """Of the sentence of the tool whose place it takes, as that was."""

    @property
    def teruggezet(self) -> bool:
        """Whether it is that sentence word for word: then the tool writes there again, also when it changes."""
        return self.tekst is not None and self.zelf_hash == zin_hash(self.tekst)


@dataclass(frozen=True, slots=True)
class StukKop:
    """What a stuk is called, for what the raad has it, and over which years it tells. The newest holds."""

    nummer: int
    titel: str | None
    """None when its words were taken away."""
    fase: BobFase | None = None
    periode_van: int | None = None
    periode_tot: int | None = None
    jaar: int | None = None
    """Year t of the financiele regels."""
    door: str = ""
    op: datetime | None = None


@dataclass(frozen=True, slots=True)
class StukKeuze:
    """One thing that was chosen for a stuk. `gebied` only with an indicator."""

    soort: KeuzeSoort
    ref: str
    gebied: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnderdeelInvoer:
    """What of an onderdeel are no words, as somebody chooses it."""

    bij: str | None = None
    """The beslispunt to which it is numbered."""
    indicator: str | None = None
    gebied: str | None = None
    """Of which gebied the figure is."""
    citaat: str | None = None
    """The verhaal whose citaat it is; never its words."""
    geldvorm: GeldVorm | None = None
    bedragen: tuple[Decimal | None, ...] = (None,) * GELD_JAREN
    """Of year t up to and including t+3; None: not written down, which is no zero."""
    dag: date | None = None
    eerder: EerderVorm | None = None
    raadsbesluit: str | None = None


@dataclass(frozen=True, slots=True)
class OnderdeelStand(OnderdeelInvoer):
    """The same as it is kept, with its place and whether it is in the stuk. The newest holds."""

    volgorde: int
    nummer: int = 1
    erin: bool = True

    def with_invoer(self, invoer: OnderdeelInvoer) -> "OnderdeelStand":
        """The same stand with what somebody chose now."""
        return replace(self, **{it.name: getattr(invoer, it.name) for it in fields(OnderdeelInvoer)})


@dataclass(frozen=True, slots=True)
class Onderdeelversie:
    """A stand that an onderdeel had, or has: who gave it, and when."""

    stand: OnderdeelStand
    door: str
    op: datetime


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One thing of which a stuk may have several."""

    id: str
    soort: OnderdeelSoort
    stand: OnderdeelStand
    vast: bool = False
    """Always there: the alternatief to do nothing."""

    @property
    def deel(self) -> Deel:
        """In which deel it stands."""
        return DEEL_VAN[self.soort]

    def veld(self, naam: str = TEKST) -> StukVeld:
        """One of its fields with words."""
        return StukVeld(self.deel, naam, self.id)


@dataclass(frozen=True, slots=True)
class Raadsstuk:
    """A stuk with all that was written of it."""

    id: str
    gemeente: str
    soort: StukSoort
    kop: StukKop
    gemaakt_door: str
    gemaakt_op: datetime
    keuzes: tuple[StukKeuze, ...]
    """Only what is chosen now, in the order in which it was."""
    onderdelen: tuple[Onderdeel, ...]
    """Only what stands in it now, in order."""
    teksten: Mapping[StukVeld, tuple[TekstVersie, ...]]
    """Every version of every text, oldest first."""

    @property
    def delen(self) -> tuple[Deel, ...]:
        """The delen that it has, in order."""
        wanted = self.gekozen(KeuzeSoort.DEEL)
        return tuple(it for it in DELEN[self.soort] if it not in VRIJ or it.value in wanted)

    def gekozen(self, soort: KeuzeSoort) -> tuple[str, ...]:
        """The codes or ids that were chosen, of one kind."""
        return tuple(it.ref for it in self.keuzes if it.soort is soort)

    @property
    def indicatoren(self) -> tuple[tuple[str, str], ...]:
        """The figures in it: indicator and gebied, those chosen first and then those of arguments."""
        chosen = [(it.ref, it.gebied) for it in self.keuzes if it.soort is KeuzeSoort.INDICATOR]
        argued = [(it.stand.indicator, it.stand.gebied) for it in self.onderdelen]
        return tuple(dict.fromkeys((code, gebied) for code, gebied in (*chosen, *argued) if code and gebied))

    @property
    def citaten(self) -> tuple[str, ...]:
        """The verhalen whose citaat is in it, those chosen first and then those of arguments."""
        argued = [it.stand.citaat for it in self.onderdelen if it.stand.citaat]
        return tuple(dict.fromkeys((*self.gekozen(KeuzeSoort.CITAAT), *argued)))

    def van(self, soort: OnderdeelSoort) -> tuple[Onderdeel, ...]:
        """What it has of one kind, in the order in which it is read."""
        found = [it for it in self.onderdelen if it.soort is soort]
        if soort not in BIJ_BESLISPUNT:
            return tuple(found)
        places = {it.id: place for place, it in enumerate(self.van(OnderdeelSoort.BESLISPUNT))}
        return tuple(sorted(found, key=lambda it: places.get(it.stand.bij or "", len(places))))

    def onderdeel(self, id_: str) -> Onderdeel | None:
        """What stands in it with this id."""
        return next((it for it in self.onderdelen if it.id == id_), None)

    def nummers(self, soort: OnderdeelSoort) -> dict[str, str]:
        """The number of each of one kind, by id: 1, 2; or 1.1, 1.2, 2.1 to a beslispunt and A.1 to none.

        Where a stuk has no beslispunten (raadsinformatiebrief, wijkbeeld) arguments are numbered 1, 2, 3.
        """
        found = self.van(soort)
        if soort not in BIJ_BESLISPUNT or Deel.BESLUIT not in DELEN[self.soort]:
            return {it.id: str(place) for place, it in enumerate(found, start=1)}
        points = self.nummers(OnderdeelSoort.BESLISPUNT)
        counts: dict[str, int] = {}
        numbers = {}
        for it in found:
            before = points.get(it.stand.bij or "", "A")
            counts[before] = counts.get(before, 0) + 1
            numbers[it.id] = f"{before}.{counts[before]}"
        return numbers

    @property
    def geldjaren(self) -> tuple[str, ...]:
        """What the years of the financiele regels are called; without a first year only their order is known."""
        begin = self.kop.jaar
        return tuple(str(begin + place) if begin else f"jaar {place + 1}" for place in range(GELD_JAREN))

    def bij(self, beslispunt: str | None, soort: OnderdeelSoort) -> tuple[Onderdeel, ...]:
        """What is numbered to a beslispunt; None: to none."""
        points = {it.id for it in self.van(OnderdeelSoort.BESLISPUNT)}
        return tuple(it for it in self.van(soort) if (it.stand.bij if it.stand.bij in points else None) == beslispunt)

    def standen(self, veld: StukVeld) -> tuple[TekstVersie, ...]:
        """The texts that stand in a field now: one, or several beside each other until somebody chooses."""
        return tekst_standen(self.teksten.get(veld, ()))

    def woorden_in(self, veld: StukVeld) -> tuple[str, ...]:
        """Every text that stands in a field now and has words: none, one, or several beside each other."""
        return tuple(it.tekst.strip() for it in self.standen(veld) if it.tekst and it.tekst.strip())

    @property
    def velden_erin(self) -> tuple[StukVeld, ...]:
        """The fields in which somebody wrote; those of an onderdeel that left are not among them."""
        here = {it.id for it in self.onderdelen}
        return tuple(it for it in self.teksten if it.onderdeel is None or it.onderdeel in here)

    def versie(self, veld: StukVeld) -> TekstVersie | None:
        """The newest text that stands in a field; None when nobody wrote there, or its words were taken away."""
        found = self.standen(veld)
        return found[-1] if found else None

    def tekst(self, deel: Deel, veld: str = TEKST, onderdeel: str | None = None) -> str:
        """The words in a field; empty when there are none. Of a botsing the newest."""
        found = self.versie(StukVeld(deel, veld, onderdeel))
        return found.tekst or "" if found else ""

    def woorden(self, onderdeel: Onderdeel, veld: str = TEKST) -> str:
        """The words in a field of an onderdeel."""
        return self.tekst(onderdeel.deel, veld, onderdeel.id)

    @property
    def eigen_zinnen(self) -> dict[StukVeld, TekstVersie]:
        """What people wrote in the place of sentences of the tool. None of it may go without a word."""
        own = [it for it in self.velden_erin if it.zin]
        return {veld: found for veld in own if (found := self.versie(veld)) is not None and not found.teruggezet}

    @property
    def nummer_van_tekst(self) -> dict[StukVeld, int]:
        """The newest number in each field: with which a writer begins."""
        return {veld: versies[-1].nummer for veld, versies in self.teksten.items() if versies}

    @property
    def botsingen(self) -> tuple[StukVeld, ...]:
        """The fields in which several texts stand beside each other."""
        return tuple(veld for veld in self.velden_erin if len(self.standen(veld)) > 1)


@dataclass(frozen=True, slots=True)
class StukRegel:
    """A stuk in a list."""

    id: str
    gemeente: str
    soort: StukSoort
    titel: str
    gemaakt_op: datetime
    op: datetime
    """When somebody last wrote in it."""


# What stands in a field


def tekst_standen(versies: Iterable[TekstVersie]) -> tuple[TekstVersie, ...]:
    """The texts that stand now, oldest first, from every version in order. The same words stand once."""
    standing = _standing(versies)
    newest = {it.tekst: it for it in standing}
    return tuple(it for it in standing if it.tekst is not None and newest[it.tekst] is it)


def _standing(versies: Iterable[TekstVersie]) -> list[TekstVersie]:
    standing: list[TekstVersie] = []
    for it in versies:
        replaced = vervangt(standing, it.tekst, it.door, it.begonnen_bij, kiest=it.kiest)
        standing = [*(other for other in standing if other not in replaced), it]
    return standing


def vervangt(
    standing: Sequence[TekstVersie], tekst: str | None, door: str, begonnen_bij: int, *, kiest: bool
) -> tuple[TekstVersie, ...]:
    """Which of the texts that stand now go for this one of `door`, who began at `begonnen_bij`.

    The one that she saw; when she chooses all that she saw. Never words that she did not see: also what she wrote
    herself in another window stays, unless she wrote on, so that all of it stands here too. The same words go together.
    """
    if kiest:
        return tuple(it for it in standing if it.nummer <= begonnen_bij)
    seen = {it.tekst for it in standing if it.nummer == begonnen_bij} or {
        it.tekst for it in standing if it.door == door and it.tekst and it.tekst in (tekst or "")
    }
    return tuple(it for it in standing if it.tekst in seen)


def botst(versies: Iterable[TekstVersie], begonnen_bij: int) -> bool:
    """Whether something was written after the number at which a writer began."""
    return any(it.nummer > begonnen_bij for it in versies)


def zin_hash(tekst: str) -> str:
    """By which a sentence of the tool is known again."""
    return sha256(tekst.encode("utf-8", "surrogatepass")).hexdigest()


# Rules

GEEN_DEEL = "Dit deel heeft dit soort stuk niet."
GEEN_VELD = "Dit veld kennen wij niet."
VAST = "“Niets doen” blijft altijd een alternatief. U kunt wel opschrijven wat het betekent."
NOG_BIJ = "Bij dit beslispunt staan nog argumenten, kanttekeningen of risico's. Zet die eerst ergens anders bij."
NIET_OPENBAAR = "De verteller gaf geen toestemming om dit verhaal openbaar te gebruiken."
ZONDER_CITAAT = "Bij dit verhaal koos de verteller geen zin om te onthouden. Zonder zo'n zin is er geen citaat."
TE_LANG = f"Dit citaat heeft meer dan {CITAAT_WOORDEN} woorden. Het kan niet in een stuk voor de raad."
PERIODE = "Het eerste jaar ligt na het laatste jaar."
GEEN_BEDRAG = "Vul minstens één bedrag in. Is het nul, schrijf dan 0."
JAREN = (1900, 2200)
GEEN_JAAR: Mapping[str, str] = {
    "periode_van": "Schrijf bij het eerste jaar waarnaar u kijkt vier cijfers, zoals 2026.",
    "periode_tot": "Schrijf bij het laatste jaar waarnaar u kijkt vier cijfers, zoals 2026.",
    "jaar": "Schrijf bij het eerste jaar van het geld vier cijfers, zoals 2026.",
}


def velden_van(soort: StukSoort, deel: Deel) -> dict[str, int]:
    """The fields with words that a deel has in a stuk of this kind, and how long each may be."""
    known = VELDEN[deel].items()
    return {
        veld: most for veld, most in known if soort is StukSoort.RAADSVOORSTEL or (deel, veld) not in ALLEEN_VOORSTEL
    }


def veld_problemen(stuk: Raadsstuk, veld: StukVeld) -> list[Probleem]:
    """A problem when this field does not stand in this stuk."""
    if veld.deel not in DELEN[stuk.soort]:
        return [Probleem(GEEN_DEEL, "deel")]
    if veld.zin is not None:
        known = veld.onderdeel is None or stuk.onderdeel(veld.onderdeel) is not None
        shaped = len(veld.zin) <= EIGEN_ZIN_LANG and _SLEUTEL.fullmatch(veld.zin)
        return [] if known and shaped else [Probleem(GEEN_VELD, "veld")]
    if veld.onderdeel is None:
        return [] if veld.veld in velden_van(stuk.soort, veld.deel) else [Probleem(GEEN_VELD, "veld")]
    found = stuk.onderdeel(veld.onderdeel)
    if found is None or found.deel is not veld.deel or veld.veld not in ONDERDEEL_VELDEN[found.soort]:
        return [Probleem(GEEN_VELD, "veld")]
    return []


def meeste_tekens(stuk: Raadsstuk, veld: StukVeld) -> int:
    """How many signs the words of a field may have."""
    if veld.zin is not None:
        return MIDDEL
    found = stuk.onderdeel(veld.onderdeel) if veld.onderdeel else None
    return ONDERDEEL_VELDEN[found.soort][veld.veld] if found else VELDEN[veld.deel][veld.veld]


def weg_problemen(stuk: Raadsstuk, onderdeel: Onderdeel) -> list[Probleem]:
    """A problem when an onderdeel must stay: niets doen, and a beslispunt on which others hang."""
    if onderdeel.vast:
        return [Probleem(VAST, "onderdeel")]
    if any(it.stand.bij == onderdeel.id for it in stuk.onderdelen):
        return [Probleem(NOG_BIJ, "onderdeel")]
    return []


def stand_problemen(stuk: Raadsstuk, soort: OnderdeelSoort, stand: OnderdeelStand) -> list[Probleem]:
    """Everything that is wrong with what of an onderdeel are no words. Whether codes are known the service tells."""
    problemen = [] if DEEL_VAN[soort] in DELEN[stuk.soort] else [Probleem(GEEN_DEEL, "soort")]
    points = {it.id for it in stuk.van(OnderdeelSoort.BESLISPUNT)}
    if stand.bij is not None and (soort not in BIJ_BESLISPUNT or stand.bij not in points):
        problemen.append(Probleem("Dit beslispunt staat niet (meer) in dit stuk.", "bij"))
    if (stand.indicator is None) != (stand.gebied is None):
        problemen.append(Probleem("Kies bij een cijfer ook de wijk of de gemeente.", "indicator"))
    if (stand.indicator or stand.citaat) and soort is not OnderdeelSoort.ARGUMENT:
        problemen.append(Probleem("Een cijfer of een citaat staat bij een argument.", "indicator"))
    if soort is OnderdeelSoort.FINANCIELE_REGEL:
        problemen += _geld_problemen(stand)
    if soort is OnderdeelSoort.MIJLPAAL and stand.dag is None:
        problemen.append(Probleem("Schrijf op wanneer dit bereikt moet zijn.", "dag"))
    if soort is OnderdeelSoort.EERDER and stand.eerder is None:
        problemen.append(Probleem("Kies of het een besluit, een motie of een toezegging is.", "eerder"))
    return problemen


def _geld_problemen(stand: OnderdeelStand) -> list[Probleem]:
    problemen = [] if stand.geldvorm else [Probleem("Kies of het geld elk jaar nodig is, of voor even.", "geldvorm")]
    known = [it for it in stand.bedragen if it is not None]
    if len(stand.bedragen) != GELD_JAREN or not known:
        problemen.append(Probleem(GEEN_BEDRAG, "bedragen"))
    if any(not it.is_finite() or abs(it) >= MEESTE_BEDRAG or it != round(it, 2) for it in known):
        problemen.append(Probleem("Dit is geen bedrag in euro's en centen.", "bedragen"))
    return problemen


def kop_problemen(soort: StukSoort | None, kop: StukKop) -> list[Probleem]:
    """Everything that is wrong with the years and the fase; the words are checked elsewhere."""
    problemen = []
    if soort is StukSoort.RAADSVOORSTEL and kop.fase is None:
        problemen.append(Probleem("Kies waarvoor de raad dit krijgt.", "fase"))
    years = {"periode_van": kop.periode_van, "periode_tot": kop.periode_tot, "jaar": kop.jaar}
    wrong = [it for it, year in years.items() if year is not None and not JAREN[0] <= year <= JAREN[1]]
    problemen += [Probleem(GEEN_JAAR[it], it) for it in wrong]
    if not wrong and kop.periode_van is not None and kop.periode_tot is not None and kop.periode_van > kop.periode_tot:
        problemen.append(Probleem(PERIODE, "periode_van"))
    return problemen


def citaat_probleem(verhaal: Verhaal) -> str | None:
    """Why this verhaal cannot be quoted; None when it can. Only what the teller chose, and only when it is public."""
    if Gebruik.OPENBAAR not in verhaal.gebruiken:
        return NIET_OPENBAAR
    if not (verhaal.citaat or "").strip():
        return ZONDER_CITAAT
    return TE_LANG if len((verhaal.citaat or "").split()) > CITAAT_WOORDEN else None
