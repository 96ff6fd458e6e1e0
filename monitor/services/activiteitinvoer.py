"""What is typed in the forms about activiteiten, read field by field: everything that is wrong with it at once."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from monitor.domain.activiteitenbeeld import AFGELOPEN, Volhouden, Voortgang, Zaak, ZaakSoort
from monitor.domain.regels import MEESTE_BEDRAG
from monitor.domain.wijk import ActiviteitStatus, FinancieringStaat, FinancieringVorm, RolGemeente
from monitor.errors import Probleem
from monitor.nl import format_datum
from monitor.services.invoer import VeldLezer, bare
from monitor.services.wijkzaken import NieuweActiviteit, NieuweFinanciering, NieuweGebeurtenis

Keuze = TypeVar("Keuze", bound=StrEnum)
Ding = TypeVar("Ding")

NAAM_MAX, TEKST_MAX = 100, 1_000
EERSTE_JAAR, JAREN_VOORUIT = 1990, 5
MEESTE_UREN = 1_000_000_000
NAAM_VAN_VELD = {
    "naam": "Hoe heet het?",
    "beschrijving": "Wat gebeurt er?",
    "wat_wil_je": "Wat willen bewoners ermee?",
    "voor_wie": "Voor wie?",
    "organisatie": "Wie doet het?",
    "formeel": "Welke organisaties doen mee?",
    "informeel": "Welke bewoners en groepen doen mee?",
    "vraag": "Met een vraag van één bewoner?",
    "les": "Wat leerde u?",
    "vervolg": "Wat kwam er daarna?",
    "gebeurd": "Wat gebeurde er?",
    "wie_helpt": "Wie helpt, of wie zou kunnen helpen?",
    "titel": "Wat gebeurde er?",
    "toelichting": "Wilt u daar iets bij zeggen?",
    "omschrijving": "Waar is het geld of de tijd voor?",
    "reden": "Waarom telt deze regel niet meer?",
}
"""What the form asks in a field, as a refusal names it; the fields in which people type words."""
_KORT = frozenset({"naam", "voor_wie", "organisatie", "titel", "omschrijving", "reden"})
_NOG_NIET = "Deze dag is nog niet geweest."
_TE_VROEG = "Wat hier al staat, gaat tot en met {dag}. Kies die dag of een latere."
_TE_VER = re.compile(r",[0-9]{3}")
"""More after the comma than cents can be: often a point was meant, and that is a thousand times as much."""


@dataclass(frozen=True, slots=True)
class ActiviteitInvoer:
    """An activiteit as it is typed. A list has one name on each line."""

    gebied: str
    thema: str = ""
    naam: str = ""
    status: str = ""
    begonnen_op: str = ""
    rol_gemeente: str = ""
    beschrijving: str = ""
    wat_wil_je: str = ""
    voor_wie: str = ""
    organisatie: str = ""
    formeel: str = ""
    informeel: str = ""
    indicatoren: tuple[str, ...] = ()
    vraag: str = ""
    signaal: str = ""
    uit: str = ""
    geeindigd_op: str = ""
    les: str = ""
    vervolg: str = ""


@dataclass(frozen=True, slots=True)
class VoortgangInvoer:
    """How an activiteit or initiatief goes on, as it is typed."""

    zaak: str
    op: str = ""
    status: str = ""
    gebeurd: str = ""
    les: str = ""
    vervolg: str = ""
    volhouden: str = ""
    wie_helpt: str = ""


@dataclass(frozen=True, slots=True)
class GebeurtenisInvoer:
    """What happened on a day, as it is typed."""

    gebied: str
    datum: str = ""
    titel: str = ""
    thema: str = ""
    zaak: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class FinancieringInvoer:
    """Money or hours, as they are typed."""

    gebied: str
    thema: str = ""
    omschrijving: str = ""
    jaar: str = ""
    vorm: str = ""
    staat: str = ""
    bedrag: str = ""
    uren: str = ""
    zaak: str = ""


@dataclass(frozen=True, slots=True)
class OmschrijvingInvoer:
    """Other words for an activiteit or initiatief that stands there already."""

    zaak: str
    naam: str = ""
    beschrijving: str = ""
    wat_wil_je: str = ""
    voor_wie: str = ""
    organisatie: str = ""
    vraag: str = ""


@dataclass(frozen=True, slots=True)
class DoorhalingInvoer:
    """Which line of money or event counts no more, and why."""

    regel: str
    reden: str = ""


Invoer = (
    ActiviteitInvoer | VoortgangInvoer | GebeurtenisInvoer | FinancieringInvoer | OmschrijvingInvoer | DoorhalingInvoer
)


@dataclass(frozen=True, slots=True)
class Gelezen(Generic[Ding]):
    """What was read, with something harmless where a field is wrong; `problemen` says which."""

    nieuw: Ding
    problemen: tuple[Probleem, ...]
    partners: tuple[tuple[str, bool], ...] = ()
    """Who takes part, and whether that is an organisation."""

    @property
    def velden(self) -> frozenset[str]:
        """The fields of which it was said already that they are wrong."""
        return frozenset(it.veld for it in self.problemen if it.veld)


def without(velden: Collection[str], problemen: Iterable[Probleem]) -> list[Probleem]:
    """The problems of fields about which nothing was said yet."""
    return [it for it in problemen if it.veld not in velden]


def tekst_velden(invoer: Invoer) -> dict[str, str]:
    """The words that others would read, by field."""
    texts = {field.name: getattr(invoer, field.name) for field in fields(invoer) if field.name in NAAM_VAN_VELD}
    return {name: text for name, text in texts.items() if bare(text)}


def read_activiteit(invoer: ActiviteitInvoer, gebied: str, today: date) -> Gelezen[NieuweActiviteit]:
    """The activiteit that was typed, with who takes part."""
    lezer = _Lezer(invoer)
    lezer.thema()
    begonnen_op = lezer.day("begonnen_op", "de eerste dag", "Zeg op welke dag het begon of begint.")
    status = lezer.choice("status", ActiviteitStatus, "Kies hoe het ermee staat.")
    rol = lezer.choice("rol_gemeente", RolGemeente, "Kies wat de gemeente hierin doet.")
    geeindigd_op = lezer.day("geeindigd_op", "de laatste dag")
    if geeindigd_op and status not in AFGELOPEN:
        lezer.wrong("geeindigd_op", "Er staat een laatste dag. Is het voorbij? Kies dan afgerond, gestopt of mislukt.")
    if geeindigd_op and geeindigd_op > today:
        lezer.wrong("geeindigd_op", _NOG_NIET)
    les = bare(invoer.les)
    nieuw = NieuweActiviteit(
        gebied=gebied,
        thema=invoer.thema,
        naam=invoer.naam,
        begonnen_op=begonnen_op or date.min,
        status=status or ActiviteitStatus.LOOPT,
        rol_gemeente=rol or RolGemeente.GEEN,
        beschrijving=bare(invoer.beschrijving),
        wat_wil_je=bare(invoer.wat_wil_je),
        voor_wie=bare(invoer.voor_wie),
        organisatie=bare(invoer.organisatie),
        geeindigd_op=geeindigd_op,
        les=les,
        les_op=(geeindigd_op or today) if les else None,
        vervolg=bare(invoer.vervolg),
        indicatoren=invoer.indicatoren,
    )
    return Gelezen(nieuw, lezer.found(), lezer.partners(invoer.formeel, invoer.informeel))


def read_voortgang(invoer: VoortgangInvoer, zaak: Zaak, today: date) -> Gelezen[Voortgang]:
    """How it goes on: not before what is known already, and not without anything that is new."""
    lezer = _Lezer(invoer)
    op = lezer.day("op", "de dag", "Zeg op welke dag dit was.")
    status = lezer.choice("status", ActiviteitStatus, "Kies hoe het ermee staat.")
    volhouden = lezer.choice("volhouden", Volhouden) if bare(invoer.volhouden) else None
    if op and op > today:
        lezer.wrong("op", _NOG_NIET)
    if op and zaak.bekend_tot and op < zaak.bekend_tot:
        lezer.wrong("op", _TE_VROEG.format(dag=format_datum(zaak.bekend_tot)))
    if status in (ActiviteitStatus.GESTOPT, ActiviteitStatus.MISLUKT) and not bare(invoer.gebeurd):
        lezer.wrong("gebeurd", "Zeg kort wat er gebeurde. Zo leren anderen ervan.")
    if status is zaak.status and not volhouden and not tekst_velden(invoer):
        lezer.wrong("gebeurd", "Zeg wat er nieuw is: wat er gebeurde, wat u leerde of of het vol te houden is.")
    nieuw = Voortgang(
        nummer=max((it.nummer for it in zaak.voortgang), default=0) + 1,
        op=op or today,
        status=status or zaak.status,
        gebeurd=bare(invoer.gebeurd),
        les=bare(invoer.les),
        vervolg=bare(invoer.vervolg),
        volhouden=volhouden,
        wie_helpt=bare(invoer.wie_helpt),
    )
    return Gelezen(nieuw, lezer.found())


def read_gebeurtenis(invoer: GebeurtenisInvoer, gebied: str, today: date) -> Gelezen[NieuweGebeurtenis]:
    """The event that was typed; it belongs to a thema or to none."""
    lezer = _Lezer(invoer)
    datum = lezer.day("datum", "de dag", "Zeg op welke dag dit was.")
    if datum and datum > today:
        lezer.wrong("datum", _NOG_NIET)
    nieuw = NieuweGebeurtenis(
        gebied=gebied,
        datum=datum or today,
        titel=invoer.titel,
        thema=bare(invoer.thema),
        activiteit=bare(invoer.zaak),
        toelichting=bare(invoer.toelichting),
    )
    return Gelezen(nieuw, lezer.found())


def read_financiering(invoer: FinancieringInvoer, gebied: str, today: date) -> Gelezen[NieuweFinanciering]:
    """The line of money or hours that was typed."""
    lezer = _Lezer(invoer)
    lezer.thema()
    jaar = lezer.year("jaar", today)
    vorm = lezer.choice("vorm", FinancieringVorm, "Kies waar het geld of de tijd vandaan komt.")
    staat = lezer.choice("staat", FinancieringStaat, "Kies: aangevraagd, toegekend of besteed.")
    if jaar and jaar > today.year and staat is FinancieringStaat.BESTEED:
        lezer.wrong("staat", "Dit jaar komt nog. Het geld of de tijd kan dan nog niet besteed zijn.")
    bedrag, uren = lezer.amount("bedrag"), lezer.hours("uren")
    nieuw = NieuweFinanciering(
        gebied=gebied,
        thema=invoer.thema,
        omschrijving=invoer.omschrijving,
        jaar=jaar or today.year,
        vorm=vorm or FinancieringVorm.SUBSIDIE,
        staat=staat or FinancieringStaat.TOEGEKEND,
        bedrag=bedrag,
        uren=uren,
    )
    return Gelezen(nieuw, lezer.found())


def read_omschrijving(invoer: OmschrijvingInvoer, zaak: Zaak) -> Gelezen[dict[str, str | None]]:
    """The words that are other than they were, by column."""
    lezer = _Lezer(invoer)
    before = {
        "naam": (zaak.naam, invoer.naam),
        "beschrijving": (zaak.beschrijving, invoer.beschrijving),
        "voor_wie": (zaak.voor_wie, invoer.voor_wie),
    }
    if zaak.soort is ZaakSoort.ACTIVITEIT:
        before |= {
            "wat_wil_je": (zaak.wat_wil_je, invoer.wat_wil_je),
            "organisatie": (zaak.wie, invoer.organisatie),
        }
    else:
        before["trekker"] = (zaak.wie, invoer.organisatie)
    if zaak.vraag:
        before["vraag"] = (zaak.vraag, invoer.vraag)
    changed = {veld: bare(new) for veld, (old, new) in before.items() if bare(old) != bare(new)}
    if not bare(invoer.naam):
        lezer.wrong("naam", "Geef het een naam.")
    elif not changed:
        lezer.wrong("naam", "U veranderde nog niets.")
    return Gelezen(changed, lezer.found())


def reden_problemen(invoer: DoorhalingInvoer) -> list[Probleem]:
    """What is wrong with a reason for striking something out."""
    lezer = _Lezer(invoer)
    if not bare(invoer.reden):
        lezer.wrong("reden", "Zeg waarom deze regel niet meer telt.")
    return list(lezer.found())


class _Lezer(VeldLezer):
    """Reads what is typed in the forms about activiteiten."""

    def found(self) -> tuple[Probleem, ...]:
        """All problems, those of too long texts too."""
        for veld, text in tekst_velden(self._invoer).items():
            most = NAAM_MAX if veld in _KORT else TEKST_MAX
            if len(text.strip()) > most:
                self.wrong(veld, f"Onder “{NAAM_VAN_VELD[veld]}” passen hoogstens {most} tekens.")
        return tuple(self.problemen)

    def thema(self) -> None:
        """A thema has to be chosen."""
        if not self.text("thema"):
            self.wrong("thema", "Kies een thema.")

    def choice(self, veld: str, soort: type[Keuze], asked: str = "Kies een van de woorden.") -> Keuze | None:
        """One of a list of words."""
        text = self.text(veld)
        if text in {it.value for it in soort}:
            return soort(text)
        self.wrong(veld, asked)
        return None

    def year(self, veld: str, today: date) -> int | None:
        """A year that money can be of."""
        text, latest = self.text(veld) or "", today.year + JAREN_VOORUIT
        if len(text) == 4 and text.isascii() and text.isdigit() and EERSTE_JAAR <= int(text) <= latest:
            return int(text)
        self.wrong(veld, f"Schrijf het jaar als {today.year}. Het kan van {EERSTE_JAAR} tot en met {latest}.")
        return None

    def amount(self, veld: str) -> Decimal | None:
        """An amount in euros and cents, or nothing."""
        value = self.number(veld)
        if value is None:
            return None
        amount = Decimal(repr(value))
        if _TE_VER.search(self.text(veld) or "") or amount != round(amount, 2) or abs(amount) >= MEESTE_BEDRAG:
            self.wrong(veld, "Schrijf het bedrag in euro's en centen, zoals 12.400 of 12.400,50.")
        return amount

    def hours(self, veld: str) -> int | None:
        """A whole number of hours, or nothing."""
        value = self.number(veld)
        if value is None:
            return None
        if _TE_VER.search(self.text(veld) or "") or value != int(value) or value > MEESTE_UREN:
            self.wrong(veld, "Schrijf de uren als een heel getal, zoals 1.200.")
        return int(value)

    def partners(self, formeel: str, informeel: str) -> tuple[tuple[str, bool], ...]:
        """Who takes part, one on each line; who stands in both lists stands once, as an organisation."""
        found: dict[str, bool] = {}
        for lines, formal in ((formeel, True), (informeel, False)):
            for line in lines.splitlines():
                if naam := bare(line):
                    found.setdefault(naam, formal)
        return tuple(found.items())
