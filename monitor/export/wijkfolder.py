"""The folder of a wijkplan, for the door mat: one side of an A4, in print that is read at arm's length.

What does not fit is left out, the least needed first; the folder then says how much, and where all of it stands.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitor.domain.indicator import StemRol
from monitor.domain.wijkplan import (
    Opsteller,
    PlanMakers,
    Planregel,
    PlanregelSoort,
    PlanSectie,
    PlanVersie,
    Wijkplan,
    verschillen,
)
from monitor.export import teksten
from monitor.export.papier import qr
from monitor.export.pdf import make_pdf
from monitor.nl import format_datum, format_euro, hoofdletter, opsomming, sentence
from monitor.services import woorden
from monitor.services.woorden import PLAN_SECTIE, PLANREGEL_STAND, STEMROL

_ZIN = re.compile(r"(?<=[.!?])\s+")
_LANGSTE_STUK = 200
"""A longer sentence is left out in parts."""
_RONDE = 400
"""So many signs of everything come first, and only then more of what is most needed."""


@dataclass(frozen=True, slots=True)
class Wijkfolder:
    """A plan on its way to the door mat."""

    wijk: str
    """Name of the wijk."""
    plan: Wijkplan
    op: date
    adres: str = ""
    """Where the whole plan is read; empty when we do not know where we are served."""
    vragen: str = ""
    """Follows "Vragen?"."""
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class FolderDeel:
    """A paragraph or a line of a list: what stands in front in bold, and its lines."""

    vet: str
    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FolderBlok:
    """A heading with what stands under it."""

    kop: str
    delen: tuple[FolderDeel, ...]
    nodig: int
    """The least is needed most."""
    lijst: bool = False


def wijkfolder(folder: Wijkfolder) -> bytes | None:
    """The folder as a PDF; None as long as the makers have written nothing."""
    versie = folder.plan.laatste(Opsteller.MAKERS)
    return None if versie is None else make_pdf("wijkfolder", _data(folder, versie))


def blokken(folder: Wijkfolder, versie: PlanVersie) -> list[FolderBlok]:
    """What stands on the folder, in the order in which it is read."""
    plan = folder.plan
    coming = [it for it in plan.regels_van(PlanregelSoort.KALENDER) if it.dag and it.dag >= folder.op]
    days = tuple(FolderDeel(f"{_day(it.dag)}:", (it.wat,)) for it in coming)
    found = [
        _sectie(versie, PlanSectie.AMBITIE, 1),
        FolderBlok(teksten.FOLDER_KALENDER, days or (FolderDeel("", (teksten.FOLDER_GEEN_KALENDER,)),), 0, bool(days)),
        _sectie(versie, PlanSectie.AANPAK, 2),
        _lijst(plan, PlanregelSoort.TAAK, teksten.FOLDER_TAAK, 4),
        _lijst(plan, PlanregelSoort.MIJLPAAL, teksten.FOLDER_MIJLPAAL, 5),
        _sectie(versie, PlanSectie.BETROKKENHEID, 6),
        _sectie(versie, PlanSectie.NIET_DOEN, 8),
        _lijst(plan, PlanregelSoort.GELD, teksten.FOLDER_GELD, 7),
        _college(plan),
        _anders(plan),
        _sectie(versie, PlanSectie.LEERVRAGEN, 11),
        _sectie(versie, PlanSectie.UITDAGINGEN, 12),
        _sectie(versie, PlanSectie.SPELREGELS, 10),
    ]
    return [it for it in found if it.delen]


def _sectie(versie: PlanVersie, sectie: PlanSectie, nodig: int) -> FolderBlok:
    deel = versie.deel(sectie)
    return FolderBlok(PLAN_SECTIE[sectie], (FolderDeel("", _lines(deel.tekst)),) if deel else (), nodig)


def _lijst(plan: Wijkplan, soort: PlanregelSoort, kop: str, nodig: int) -> FolderBlok:
    delen = tuple(FolderDeel("", (" ".join(_regel(it)),)) for it in plan.regels_van(soort))
    return FolderBlok(kop, delen, nodig, lijst=True)


def _regel(it: Planregel) -> Iterator[str]:
    yield sentence(it.wat)
    if it.bedrag is not None:
        yield f"{format_euro(it.bedrag)}."
    if it.dag:
        yield sentence(teksten.FOLDER_VOOR.format(dag=_day(it.dag)))
    if it.wie:
        who = teksten.FOLDER_BESLIST if it.soort is PlanregelSoort.GELD else teksten.FOLDER_WIE
        yield sentence(who.format(wie=it.wie))
    if it.terugblikken:
        last = it.terugblikken[-1]
        yield sentence(hoofdletter(PLANREGEL_STAND[last.stand]))
        if last.geleerd:
            yield teksten.FOLDER_GELEERD.format(geleerd=last.geleerd)


def _college(plan: Wijkplan) -> FolderBlok:
    college = plan.laatste(Opsteller.COLLEGE)
    makers = plan.naast(college) if college else None
    if college is None or makers is None:
        return _said(teksten.FOLDER_COLLEGE_NOG_NIET)
    other = verschillen(makers, college)
    if not other:
        return _said(teksten.FOLDER_COLLEGE_GELIJK.format(dag=format_datum(college.dag)))
    delen = [
        FolderDeel(f"{PLAN_SECTIE[it.sectie]}:", _lines(f"{it.college or ''}\n{_waarom(it.waarom)}")) for it in other
    ]
    old = plan.laatste(Opsteller.MAKERS) is not makers
    delen += [FolderDeel("", (teksten.FOLDER_COLLEGE_OUDER,))] if old else []
    return FolderBlok(teksten.FOLDER_COLLEGE, tuple(delen), 3, lijst=True)


def _said(words: str) -> FolderBlok:
    return FolderBlok(teksten.FOLDER_COLLEGE_VINDT, (FolderDeel("", (words,)),), 7)


def _waarom(waarom: str | None) -> str:
    return teksten.FOLDER_WAAROM.format(waarom=waarom) if waarom else ""


def _anders(plan: Wijkplan) -> FolderBlok:
    newest = [it for it in (plan.laatste(opsteller) for opsteller in Opsteller) if it]
    delen = tuple(
        FolderDeel(f"{hoofdletter(STEMROL[it.rol])}:", _lines(it.tekst)) for one in newest for it in one.afwijkingen
    )
    return FolderBlok(teksten.FOLDER_ANDERS, delen, 3, lijst=True)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _day(dag: date | None) -> str:
    return format_datum(dag) if dag else ""


# What fits


def _ranked(found: Iterable[FolderBlok]) -> list[dict[str, Any]]:
    """The blokken with, for every sentence, how many others are needed before it."""
    places: list[tuple[tuple[int, int, int], dict[str, Any]]] = []
    made = []
    for blok in found:
        signs, delen = 0, []
        for deel in blok.delen:
            pieces = []
            for line in deel.regels:
                for place, tekst in enumerate(_pieces(line)):
                    piece = {"tekst": tekst, "nieuw": place == 0, "rang": 0}
                    places.append(((signs // _RONDE, blok.nodig, len(places)), piece))
                    pieces.append(piece)
                    signs += len(tekst)
            delen.append({"vet": deel.vet, "stukken": pieces})
        made.append({"kop": blok.kop, "lijst": blok.lijst, "delen": delen})
    for rang, (_, piece) in enumerate(sorted(places, key=lambda it: it[0])):
        piece["rang"] = rang
    return made


def _pieces(line: str) -> Iterator[str]:
    """The sentences of a line; one that goes on and on in parts."""
    for zin in _ZIN.split(line):
        part: list[str] = []
        for word in zin.split():
            if part and sum(len(it) + 1 for it in part) + len(word) > _LANGSTE_STUK:
                yield " ".join(part)
                part = []
            part.append(word)
        if part:
            yield " ".join(part)


# Words around it


def mensen(makers: Iterable[PlanMakers]) -> str:
    """How many of each role."""
    return opsomming(woorden.mensen(it.rol, it.aantal) for it in makers)


def _onder(folder: Wijkfolder, versie: PlanVersie) -> list[str]:
    kwestie = folder.plan.kwestie
    made = teksten.FOLDER_GEMAAKT.format(dag=format_datum(versie.dag), wie=mensen(versie.makers))
    alone = not any(it.rol is StemRol.BEWONER for it in versie.makers)
    first = [teksten.FOLDER_EERST.format(kwestie=kwestie.kwestie)] if kwestie else []
    return [*first, f"{made} {teksten.FOLDER_GEEN_BEWONERS}" if alone else made]


def _data(folder: Wijkfolder, versie: PlanVersie) -> Mapping[str, Any]:
    adres = folder.adres.strip()
    vragen = folder.vragen.strip()
    return {
        "titel": teksten.FOLDER_TITEL.format(wijk=folder.wijk),
        "naam": folder.plan.naam or "",
        "onder": _onder(folder, versie),
        "blokken": _ranked(blokken(folder, versie)),
        "mee_kop": teksten.FOLDER_MEE,
        "mee": [
            teksten.FOLDER_MEE_TEKST,
            *([teksten.VRAGEN.format(vragen=vragen)] if vragen else []),
            teksten.FOLDER_HEEL.format(adres=adres) if adres else teksten.FOLDER_HEEL_KAAL,
        ],
        "meer": list(teksten.FOLDER_MEER),
        "noten": [
            teksten.FOLDER_STAND_OP.format(dag=format_datum(folder.op)),
            *([teksten.FOLDER_VOORBEELD] if folder.voorbeeld else []),
        ],
        "qr": qr(adres),
        "qr_alt": teksten.FOLDER_QR,
        "vervangen_tekst": teksten.VERVANGEN,
    }
