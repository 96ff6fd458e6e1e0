"""The OpenAPI document of the open figures, made from the declarations that the addresses themselves follow."""

from typing import Any

from monitor import __version__
from monitor.services.open_velden import OpenTabel, OpenVeld, VeldSoort
from monitor.web.open_vraag import LIMIT_MAXIMUM, TABELVRAGEN, TabelVraag, Vraagveld

OPENAPI_PATH = "/api/v1/openapi.json"
_TITEL = "Tellen en vertellen: open cijfers"
_OMSCHRIJVING = f"""\
De cijfers van dit dashboard, voor wie ze zelf wil gebruiken. Alleen lezen, zonder aanmelden, vanaf elke website.

- U krijgt wat een bezoeker op de schermen ziet. Een klein aantal dat daar niet te zien is, staat er ook hier niet.
- Een cijfer dat er niet is, is een rij met de reden. Leeg is nooit nul.
- Er staan geen verhalen in: een verhaal dat hier weg was gegaan, kan niemand meer terugnemen.
- U krijgt een deel tegelijk, hoogstens {LIMIT_MAXIMUM} rijen: zie `limit` en `offset`. Waar de volgende rijen staan,
  zegt `volgende` in het antwoord, en de kopregel `Link` (ook in CSV).
- Elk antwoord heeft een `ETag`. Vraag met `If-None-Match` of het nog geldt: zolang er niets veranderde, krijgt
  u 304.
- Vergelijk wijken alleen op een cijfer dat zij allebei kozen (`geldig_in`), of dat landelijk is. Een
  ranglijst is het nooit.
"""
_FOUT_REF = {"$ref": "#/components/schemas/Fout"}
_JSON_SOORT = {
    VeldSoort.TEKST: {"type": "string"},
    VeldSoort.GEHEEL: {"type": "integer"},
    VeldSoort.GETAL: {"type": "number"},
    VeldSoort.JA_NEE: {"type": "boolean"},
    VeldSoort.DAG: {"type": "string", "format": "date"},
}


def document() -> dict[str, Any]:
    """The document, as JSON can hold it."""
    return {
        "openapi": "3.1.0",
        "info": {"title": _TITEL, "version": __version__, "description": _OMSCHRIJVING},
        "servers": [{"url": "/", "description": "Deze server."}],
        "paths": {
            **{vraag.path: _path(vraag) for vraag in TABELVRAGEN},
            OPENAPI_PATH: _own_path(),
        },
        "components": {
            "schemas": {
                "Fout": _fout(),
                **{_name(vraag.tabel): _rij(vraag.tabel) for vraag in TABELVRAGEN},
            },
            "headers": {
                "ETag": {
                    "description": "Het merk van dit antwoord: gelijk zolang de cijfers gelijk zijn.",
                    "schema": {"type": "string"},
                },
                "Link": {
                    "description": "Waar de eerste, vorige, volgende en laatste rijen staan (RFC 8288).",
                    "schema": {"type": "string"},
                },
            },
            "responses": {
                "Geldt": {"description": "Het antwoord dat u al had, geldt nog."},
                "NietGoed": _refusal("De vraag is niet goed: een zin voor alles wat er mis mee is."),
                "NietGevonden": _refusal("Wij kennen niet wat u noemt."),
                "NietNu": _refusal("Het lukt nu niet. Vraag het later nog een keer."),
            },
        },
    }


def _name(tabel: OpenTabel) -> str:
    return f"Rij_{tabel.naam}"


def _path(vraag: TabelVraag) -> dict[str, Any]:
    responses = {
        "200": _found(vraag.tabel),
        "304": {"$ref": "#/components/responses/Geldt"},
        "400": {"$ref": "#/components/responses/NietGoed"},
        "404": {"$ref": "#/components/responses/NietGevonden"},
        "503": {"$ref": "#/components/responses/NietNu"},
    }
    return {
        "get": {
            "operationId": vraag.tabel.naam,
            "summary": vraag.tabel.titel,
            "description": vraag.tabel.omschrijving,
            "parameters": [_parameter(veld) for veld in vraag.velden],
            "responses": responses,
        }
    }


def _own_path() -> dict[str, Any]:
    return {
        "get": {
            "operationId": "openapi",
            "summary": "Dit document",
            "description": "Wat u kunt vragen en wat u dan krijgt, voor programma's.",
            "responses": {
                "200": {
                    "description": "Het document.",
                    "headers": _headers("ETag"),
                    "content": {"application/json": {"schema": {"type": "object"}}},
                },
                "304": {"$ref": "#/components/responses/Geldt"},
            },
        }
    }


def _parameter(veld: Vraagveld) -> dict[str, Any]:
    found = {
        "name": veld.naam,
        "in": "query",
        "required": False,
        "description": veld.omschrijving,
        "schema": veld.schema(),
    }
    return found | ({"style": "form", "explode": True} if veld.vaker > 1 else {})


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _found(tabel: OpenTabel) -> dict[str, Any]:
    properties = {
        "totaal": {"type": "integer", "minimum": 0, "description": "Hoeveel rijen er in het geheel zijn."},
        "limit": {"type": "integer", "minimum": 1, "description": "Hoeveel u er hoogstens kreeg."},
        "offset": {"type": "integer", "minimum": 0, "description": "Hoeveel er zijn overgeslagen."},
        "volgende": {"type": ["string", "null"], "description": "Het adres van de volgende rijen."},
        tabel.naam: {"type": "array", "items": {"$ref": f"#/components/schemas/{_name(tabel)}"}},
    }
    schema = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return {
        "description": tabel.omschrijving,
        "headers": _headers("ETag", "Link"),
        "content": {"application/json": {"schema": schema}, "text/csv": {"schema": {"type": "string"}}},
    }


def _rij(tabel: OpenTabel) -> dict[str, Any]:
    return {
        "type": "object",
        "description": tabel.omschrijving,
        "properties": {veld.naam: _veld(veld) for veld in tabel.velden},
        "required": list(tabel.kolommen),
        "additionalProperties": False,
    }


def _veld(veld: OpenVeld) -> dict[str, Any]:
    """A column in JSON. A list is never absent: it is empty."""
    schema: dict[str, Any] = {**_JSON_SOORT[veld.soort]}
    if veld.keuzes:
        schema["enum"] = list(veld.keuzes)
    if veld.patroon:
        schema["pattern"] = f"^{veld.patroon}$"
    if veld.laagste is not None:
        schema["minimum"] = veld.laagste
    if veld.lijst:
        return {"type": "array", "items": schema, "description": veld.omschrijving}
    if veld.leeg:
        schema["type"] = [schema["type"], "null"]
        if veld.keuzes:
            schema["enum"] = [*veld.keuzes, None]
    return {**schema, "description": veld.omschrijving}


def _fout() -> dict[str, Any]:
    return {
        "type": "object",
        "description": "Waarom er geen antwoord is.",
        "properties": {
            "fout": {"type": "string", "description": "Alles wat er mis is, achter elkaar."},
            "fouten": {"type": "array", "items": {"type": "string"}, "description": "Een zin per fout."},
        },
        "required": ["fout", "fouten"],
    }


def _refusal(omschrijving: str) -> dict[str, Any]:
    return {"description": omschrijving, "content": {"application/json": {"schema": _FOUT_REF}}}
