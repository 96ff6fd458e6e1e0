"""Everything that we hold of a verhaal, for its teller to keep: as text to read, or as JSON."""

import json
from collections.abc import Iterable
from datetime import date, datetime

from monitor.domain.mijn_verhaal import Leesrecht, MijnVerhaal, Nalezing, Tekstversie
from monitor.nl import format_datum, opsomming, today_amsterdam
from monitor.services import woorden

_TITEL = "Alles wat wij van uw verhaal bewaren"
_BESPROKEN = {
    "anders": "iemand zag het anders",
    "nagegaan": "nagegaan",
    "wijkgesprek": "opgeschreven in een wijkgesprek",
}
_OP_TAFEL = {
    "wijkbezoek": "verteld bij een wijkbezoek",
    "straatgesprek": "verteld bij een gesprek op straat",
    "leesronde": "gelezen bij samen verhalen kiezen",
    "leesronde_open": "ligt op tafel bij samen verhalen kiezen",
    "leesronde_afgelast": "lag klaar bij samen verhalen kiezen, maar dat ging niet door",
    "sessie": "op tafel bij een wijkgesprek",
    "sessie_klaar": "ligt klaar voor een wijkgesprek",
    "sessie_afgelast": "lag klaar voor een wijkgesprek, maar dat ging niet door",
    "casus": "opgeschreven in een wijkgesprek: wat er gebeurde",
    "patroon": "gebruikt in een wijkgesprek: wat we vaker zien",
    "bottleneck": "gebruikt in een wijkgesprek: wat in de weg zit",
}
_NIETS = "U hebt dit verhaal teruggenomen. Wij bewaren alleen nog in welk kwartaal het was: {kwartaal}."


def as_text(verhaal: MijnVerhaal, today: date) -> str:
    """The copy as a text file."""
    lines = [_TITEL, f"Gemaakt op {format_datum(today)}.", ""]
    if verhaal.kwartaal is not None:
        return "\n".join([*lines, _NIETS.format(kwartaal=verhaal.kwartaal), ""])
    lines += _about(verhaal)
    for versie in verhaal.versies:
        lines += ["", *_versie(versie)]
    lines += ["", "Wie het mag lezen", *_listed(_toestemming(it) for it in verhaal.toestemmingen)]
    lines += ["", "Nagelezen door iemand anders", *_listed(_nalezing(it) for it in verhaal.nalezingen)]
    lines += ["", "Bij deze cijfers staat het", *_listed(_koppelingen(verhaal))]
    lines += ["", "Waar het gebruikt is", *_listed(_gebruikt(verhaal))]
    if verhaal.op_tafel:
        lines += ["", "Waar het vandaan komt en waar het op tafel lag", *_listed(_op_tafel(verhaal))]
    if verhaal.besproken:
        lines += ["", "Wat een groep erover zei", *_listed(_besproken(verhaal))]
    return "\n".join([*lines, ""])


def as_json(verhaal: MijnVerhaal, today: date) -> str:
    """The copy as one JSON object."""
    if verhaal.kwartaal is not None:
        held: dict[str, object] = {"ingetrokken": True, "kwartaal": verhaal.kwartaal}
    else:
        held = {
            "ingetrokken": False,
            "wijk": {"code": verhaal.gebied, "naam": verhaal.wijk},
            "verteld_op": verhaal.verteld_op.isoformat(),
            "gevoel": verhaal.gevoel.value,
            "perspectieven": [it.value for it in verhaal.perspectieven],
            "themas": list(verhaal.themas),
            "leeftijdsgroep": verhaal.leeftijdsgroep,
            "namens": verhaal.namens,
            "taal": verhaal.taal,
            "met_tolk": verhaal.met_tolk,
            "grondslag": verhaal.grondslag,
            "afhankelijk": verhaal.afhankelijk,
            "versies": [_versie_json(it) for it in verhaal.versies],
            "toestemmingen": [_toestemming_json(it) for it in verhaal.toestemmingen],
            "nalezingen": [_nalezing_json(it) for it in verhaal.nalezingen],
            "koppelingen": [
                {"cijfer": it.indicator, "verhouding": it.verhouding.value, "toelichting": it.toelichting}
                for it in verhaal.koppelingen
            ],
            "gebruikt": [{"waar": it.waar, "wat": it.wat, "op": it.op.isoformat()} for it in verhaal.gebruikt],
            "op_tafel": [{"soort": it.waar, "wat": it.wat, "op": it.op.isoformat()} for it in verhaal.op_tafel],
            "besproken": [{"soort": it.waar, "wat": it.wat, "op": it.op.isoformat()} for it in verhaal.besproken],
        }
    return json.dumps({"gemaakt_op": today.isoformat(), **held}, ensure_ascii=False, indent=2)


def _about(verhaal: MijnVerhaal) -> list[str]:
    told = {
        "Wijk": verhaal.wijk,
        "Verteld op": format_datum(verhaal.verteld_op),
        "Gevoel": woorden.GEVOEL[verhaal.gevoel],
        "U vertelde als": opsomming(woorden.PERSPECTIEF[it] for it in verhaal.perspectieven),
        "Onderwerp": opsomming(verhaal.themas),
        "Leeftijd ongeveer": (verhaal.leeftijdsgroep or "").replace("_", " "),
        "Namens": verhaal.namens,
        "Taal": verhaal.taal,
        "Met een tolk": "ja" if verhaal.met_tolk else "nee",
        "Grondslag": verhaal.grondslag,
        "U krijgt hulp van wie het opschreef": "ja" if verhaal.afhankelijk else "nee",
    }
    return [f"{name}: {value}" for name, value in told.items() if value]


def _versie(versie: Tekstversie) -> list[str]:
    agreed = f"akkoord op {format_datum(versie.akkoord_op)}" if versie.akkoord_op else "nog geen akkoord"
    parts = {"Waarom het belangrijk is": versie.waarom, "Wens": versie.wens, "Zin om te onthouden": versie.citaat}
    return [
        f"Tekst {versie.versie}, {_day(versie.gemaakt_op)}, {agreed}",
        versie.titel,
        versie.tekst,
        *(f"{name}: {value}" for name, value in parts.items() if value),
    ]


def _toestemming(recht: Leesrecht) -> str:
    use = woorden.GEBRUIK[recht.gebruik]
    if not recht.gegeven:
        return f"{_day(recht.op)}: {use}, niet meer"
    end = f"tot en met {format_datum(recht.tot)}" if recht.tot else "tot u het terugneemt"
    return f"{_day(recht.op)}: {use}, {end}"


def _nalezing(nalezing: Nalezing) -> str:
    reden = nalezing.weigerreden
    parts = [woorden.BESLUIT[nalezing.besluit], woorden.WEIGERREDEN[reden] if reden else None, nalezing.vraag]
    return f"{_day(nalezing.op)}: {', '.join(part for part in parts if part)} (tekst {nalezing.versie})"


def _koppelingen(verhaal: MijnVerhaal) -> Iterable[str]:
    return (f"{it.indicator}: {woorden.VERHOUDING[it.verhouding]}. {it.toelichting}" for it in verhaal.koppelingen)


def _gebruikt(verhaal: MijnVerhaal) -> Iterable[str]:
    return (f"{format_datum(it.op)}: {it.waar}{f'. {it.wat}' if it.wat else ''}" for it in verhaal.gebruikt)


def _op_tafel(verhaal: MijnVerhaal) -> Iterable[str]:
    return (f"{format_datum(it.op)}: {_OP_TAFEL[it.waar]}{f' ({it.wat})' if it.wat else ''}" for it in verhaal.op_tafel)


def _besproken(verhaal: MijnVerhaal) -> Iterable[str]:
    return (f"{format_datum(it.op)}, {_BESPROKEN.get(it.waar, it.waar)}: {it.wat}" for it in verhaal.besproken)


def _listed(lines: Iterable[str]) -> list[str]:
    return [f"- {line}" for line in lines] or ["- niets"]


def _day(moment: datetime) -> str:
    return format_datum(today_amsterdam(moment))


def _versie_json(versie: Tekstversie) -> dict[str, object]:
    return {
        "versie": versie.versie,
        "soort": "publiek" if versie.publiek else "oorspronkelijk",
        "titel": versie.titel,
        "tekst": versie.tekst,
        "waarom": versie.waarom,
        "wens": versie.wens,
        "citaat": versie.citaat,
        "akkoord_op": versie.akkoord_op.isoformat() if versie.akkoord_op else None,
        "gemaakt_op": versie.gemaakt_op.isoformat(),
    }


def _toestemming_json(recht: Leesrecht) -> dict[str, object]:
    return {
        "gebruik": recht.gebruik.value,
        "gegeven": recht.gegeven,
        "tot": recht.tot.isoformat() if recht.tot else None,
        "op": recht.op.isoformat(),
    }


def _nalezing_json(nalezing: Nalezing) -> dict[str, object]:
    return {
        "versie": nalezing.versie,
        "besluit": nalezing.besluit.value,
        "reden": nalezing.reden,
        "vraag": nalezing.vraag,
        "op": nalezing.op.isoformat(),
    }
