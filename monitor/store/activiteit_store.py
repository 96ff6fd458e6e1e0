"""What is done in a wijk, how it goes on and what it began with; lines are added, and never changed."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from monitor.domain.activiteitenbeeld import (
    Aanleiding,
    FinancieringRegel,
    GebeurtenisRegel,
    Volhouden,
    Voortgang,
    Zaak,
    ZaakSoort,
)
from monitor.domain.gebied import Gebied, soort_of
from monitor.domain.wijk import (
    ActiviteitStatus,
    Financiering,
    FinancieringStaat,
    FinancieringVorm,
    Plek,
    RolGemeente,
)
from monitor.store.database import Cursor, load_sql
from monitor.store.rijen import Rij, insert_into

VRAAG = "vraag"
"""The column of what one person asked; it stands beside the zaak that began with it."""
_PLAATS = {
    "activiteit": "SELECT gebied FROM activiteit WHERE id = $id",
    "initiatief": "SELECT gebied FROM initiatief WHERE id = $id",
    "gebeurtenis": "SELECT gebied FROM gebeurtenis WHERE id = $id",
    "financiering": "SELECT gebied FROM financiering WHERE id = $id",
    "signaal": "SELECT gebied FROM signaal WHERE id = $id",
}
_WOORDEN = {
    ("activiteit", "naam"): "UPDATE activiteit SET naam = $tekst WHERE id = $id",
    ("activiteit", "beschrijving"): "UPDATE activiteit SET beschrijving = $tekst WHERE id = $id",
    ("activiteit", "wat_wil_je"): "UPDATE activiteit SET wat_wil_je = $tekst WHERE id = $id",
    ("activiteit", "voor_wie"): "UPDATE activiteit SET voor_wie = $tekst WHERE id = $id",
    ("activiteit", "organisatie"): "UPDATE activiteit SET organisatie = $tekst WHERE id = $id",
    ("initiatief", "naam"): "UPDATE initiatief SET naam = $tekst WHERE id = $id",
    ("initiatief", "beschrijving"): "UPDATE initiatief SET beschrijving = $tekst WHERE id = $id",
    ("initiatief", "voor_wie"): "UPDATE initiatief SET voor_wie = $tekst WHERE id = $id",
    ("initiatief", "trekker"): "UPDATE initiatief SET trekker = $tekst WHERE id = $id",
}
_VRAAG = {
    soort: f"UPDATE aanleiding SET vraag = $tekst WHERE {soort} = $id AND vraag IS NOT NULL"  # noqa: S608 - our names
    for soort in ZaakSoort
}
# A line about a beginning says something: with nothing but a vraag it goes when the vraag does.
_VRAAG_WEG = {
    soort: f"DELETE FROM aanleiding WHERE {soort} = $id "  # noqa: S608 - our names
    "AND signaal IS NULL AND uit_activiteit IS NULL AND uit_initiatief IS NULL"
    for soort in ZaakSoort
}
_LAATSTE_STAP = """
SELECT v.naam, g.naam, s.gebied
FROM indicator_status AS s
JOIN indicator_versie AS v ON v.indicator = s.indicator
    AND v.versie = (SELECT max(n.versie) FROM indicator_versie AS n WHERE n.indicator = s.indicator)
JOIN gebied_versie AS g ON g.gebied = s.gebied
    AND g.geldig_van = (SELECT max(n.geldig_van) FROM gebied_versie AS n WHERE n.gebied = s.gebied)
WHERE s.reden = $reden
    AND s.indicator IN (
        SELECT indicator FROM activiteit_indicator WHERE activiteit = $zaak
        UNION ALL
        SELECT indicator FROM initiatief_indicator WHERE initiatief = $zaak
    )
    AND NOT EXISTS (
        SELECT 1 FROM indicator_status AS n
        WHERE n.indicator = s.indicator AND n.gebied = s.gebied AND n.op > s.op
    )
ORDER BY g.naam, v.naam
"""
_VERANDERD = "SELECT doel, max(op) AS op FROM logboek WHERE soort = 'omschrijving' GROUP BY doel"
_NU = {
    soort: f"SELECT z.id, v.op, {', '.join(f'z.{it}' for of, it in _WOORDEN if of == soort)}, "  # noqa: S608 - our names
    f"(SELECT max(a.vraag) FROM aanleiding AS a WHERE a.{soort} = z.id) "
    f"FROM {soort} AS z JOIN ({_VERANDERD}) AS v ON v.doel = z.id ORDER BY z.id"
    for soort in ZaakSoort
}
_INDICATOREN = """
SELECT v.indicator, arg_max(v.naam, v.versie)
FROM indicator AS i
JOIN indicator_versie AS v ON v.indicator = i.code
WHERE NOT i.landelijk AND (
    i.code IN (SELECT indicator FROM geldig_in WHERE gebied = $gebied AND tot IS NULL)
    OR i.code IN (SELECT indicator FROM draagvlak WHERE gebied = $gebied)
)
GROUP BY v.indicator
ORDER BY 2, 1
"""
_DOORGEHAALD = "SELECT 1 FROM doorhaling WHERE financiering = $id OR gebeurtenis = $id"
_DAGEN = ("begonnen_op", "einde", "les_op", "op", "datum", "signaal_op", "geldig_van", "geldig_tot")
_MOMENTEN = ("opgeschreven",)


@dataclass(frozen=True, slots=True)
class Omschrijving:
    """The words of an activiteit or initiatief that was given others than it had at first."""

    soort: ZaakSoort
    id: str
    op: datetime
    """When it was last given others."""
    woorden: Mapping[str, str | None]
    """How it reads now, by column."""


@dataclass(frozen=True, slots=True)
class ZakenBij:
    """All that is done in a wijk and its gemeente, as it stands in the store."""

    gebieden: tuple[Gebied, ...]
    """All versions of both."""
    zaken: tuple[Zaak, ...]
    plekken: tuple[Plek, ...]
    gebeurtenissen: tuple[GebeurtenisRegel, ...]
    financiering: tuple[FinancieringRegel, ...]


class ActiviteitStore:
    """What is done in a wijk, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def bij(self, wijk: str, gemeente: str) -> ZakenBij:
        """Everything of a wijk and its whole gemeente, in one question."""
        found: dict[str, list[tuple[str, dict[str, Any]]]] = {}
        for regel, bij, _, content in self._cursor.rows(
            load_sql("activiteiten_bij"), {"wijk": wijk, "gemeente": gemeente}
        ):
            found.setdefault(regel, []).append((bij, _with_days(json.loads(content))))
        begun = [_zaak(soort, it) for soort in ZaakSoort for _, it in found.get(soort.value, ())]
        return ZakenBij(
            gebieden=tuple(Gebied(code=bij, soort=soort_of(bij), **it) for bij, it in found.get("gebied", ())),
            zaken=tuple(_complete(it, found) for it in begun),
            plekken=tuple(Plek(thema=bij, **it) for bij, it in found.get("plek", ())),
            gebeurtenissen=tuple(GebeurtenisRegel(**it) for _, it in found.get("gebeurtenis", ())),
            financiering=tuple(_financiering(it) for _, it in found.get("financiering", ())),
        )

    def themas(self) -> tuple[str, ...]:
        """The codes of all themas in their order."""
        return tuple(row[0] for row in self._cursor.rows("SELECT code FROM thema ORDER BY volgorde, code"))

    def indicatoren(self, gebied: str) -> dict[str, str]:
        """The indicators of people themselves that hold in a gebied or are talked about there, by code."""
        return dict(self._cursor.rows(_INDICATOREN, {"gebied": gebied}))

    def landelijk(self) -> frozenset[str]:
        """The codes of all indicators of national sources."""
        return frozenset(row[0] for row in self._cursor.rows("SELECT code FROM indicator WHERE landelijk"))

    def place(self, soorten: Iterable[str], id_: str) -> tuple[str, str] | None:
        """Which of `soorten` has this id, and its gebied; None when none has."""
        for soort in soorten:
            row = self._cursor.row(_PLAATS[soort], {"id": id_})
            if row is not None:
                return str(soort), str(row[0])
        return None

    def doorgehaald(self, id_: str) -> bool:
        """Whether a line of money or an event was struck out."""
        return self._cursor.row(_DOORGEHAALD, {"id": id_}) is not None

    def add_voortgang(self, rows: Sequence[Rij]) -> None:
        """Say how something goes on."""
        insert_into(self._cursor, "voortgang", rows)

    def add_aanleidingen(self, rows: Sequence[Rij]) -> None:
        """Say what something began with."""
        insert_into(self._cursor, "aanleiding", rows)

    def add_partners(self, rows: Sequence[Rij]) -> None:
        """Say who takes part."""
        insert_into(self._cursor, "activiteit_partner", rows)

    def change_words(self, soort: str, id_: str, words: Mapping[str, str | None]) -> None:
        """Give an activiteit or initiatief other words, by column.

        Others refer to this row, so only columns without an index can change.
        """
        for column, text in words.items():
            if column == VRAAG and text is None:
                self._cursor.execute(_VRAAG_WEG[ZaakSoort(soort)], {"id": id_})
            sql = _VRAAG[ZaakSoort(soort)] if column == VRAAG else _WOORDEN[soort, column]
            self._cursor.execute(sql, {"id": id_, "tekst": text})

    def last_for(self, zaak: str, reden: str) -> list[tuple[str, str, str]]:
        """The figures that `zaak` works on whose last step in a wijk has this reason: name, wijk and its code."""
        rows = self._cursor.rows(_LAATSTE_STAP, {"zaak": zaak, "reden": reden})
        return [(str(cijfer), str(wijk), str(code)) for cijfer, wijk, code in rows]

    def omschrijvingen(self) -> list[Omschrijving]:
        """What was given other words, as far back as the logboek goes."""
        return [
            Omschrijving(soort, id_, op, dict(zip(columns, words, strict=True)))
            for soort, sql in _NU.items()
            for columns in [[*(it for of, it in _WOORDEN if of == soort), VRAAG]]
            for id_, op, *words in self._cursor.rows(sql)
        ]

    def still_old(self, omschrijvingen: Sequence[Omschrijving]) -> list[Omschrijving]:
        """Those of which words stand here that were replaced since."""
        here = {it.id: it.op for it in self.omschrijvingen()}
        return [
            it
            for it in omschrijvingen
            if (it.id not in here or here[it.id] < it.op) and self.place((it.soort,), it.id) is not None
        ]

    def add_doorhaling(self, row: Rij) -> None:
        """Strike out a line of money or an event."""
        insert_into(self._cursor, "doorhaling", [row])


def _with_days(content: dict[str, Any]) -> dict[str, Any]:
    """JSON knows no days and no moments."""
    days = {name: date.fromisoformat(content[name]) for name in _DAGEN if content.get(name)}
    moments = {name: datetime.fromisoformat(content[name]) for name in _MOMENTEN if content.get(name)}
    return {**content, **days, **moments}


def _zaak(soort: ZaakSoort, it: dict[str, Any]) -> Zaak:
    rol = RolGemeente(it["rol_gemeente"]) if it.get("rol_gemeente") else None
    return Zaak(**{**it, "soort": soort, "begin_status": ActiviteitStatus(it["begin_status"]), "rol_gemeente": rol})


def _complete(zaak: Zaak, found: dict[str, list[tuple[str, dict[str, Any]]]]) -> Zaak:
    def of(regel: str) -> Iterable[dict[str, Any]]:
        return (it for bij, it in found.get(regel, ()) if bij == zaak.id)

    partners = list(of("partner"))
    return replace(
        zaak,
        formeel=tuple(it["naam"] for it in partners if it["formeel"]),
        informeel=tuple(it["naam"] for it in partners if not it["formeel"]),
        voortgang=tuple(_voortgang(it) for it in of("voortgang")),
        aanleidingen=tuple(Aanleiding(**it) for it in of("aanleiding")),
        indicatoren=tuple((it["code"], it["naam"]) for it in of("indicator")),
    )


def _voortgang(it: dict[str, Any]) -> Voortgang:
    volhouden = Volhouden(it["volhouden"]) if it["volhouden"] else None
    return Voortgang(**{**it, "status": ActiviteitStatus(it["status"]), "volhouden": volhouden})


def _financiering(it: dict[str, Any]) -> FinancieringRegel:
    return FinancieringRegel(
        id=it["id"],
        gebied=it["gebied"],
        zaak=it["zaak"],
        financiering=Financiering(
            thema=it["thema"],
            omschrijving=it["omschrijving"],
            jaar=it["jaar"],
            vorm=FinancieringVorm(it["vorm"]),
            staat=FinancieringStaat(it["staat"]),
            bedrag=None if it["bedrag"] is None else Decimal(it["bedrag"]),
            uren=it["uren"],
        ),
    )
