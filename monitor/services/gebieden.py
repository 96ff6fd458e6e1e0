"""Which gebieden there are and when: made anew from what the sources said per year."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from monitor.domain.gebied import GebiedSoort, ouder_of
from monitor.store.inlezing_store import GebiedJaar, GebiedVersie, InlezingStore
from monitor.store.rijen import Rij

_Groep = tuple[str, str]


def rebuild_versies(store: InlezingStore) -> int:
    """Bring gebied_versie and gebied_ouder in line with gebied_jaar. Returns how many gebieden are others now."""
    jaren = store.gebied_jaren()
    made = _by_gebied(make_versies(jaren))
    current = _by_gebied(store.gebied_versies())
    changed = sorted(code for code, versies in made.items() if current.get(code) != versies)
    if changed:
        soorten = {jaar.gebied: jaar.soort for jaar in jaren}
        store.replace_versies(
            changed,
            [_versie_rij(versie) for code in changed for versie in made[code]],
            [rij for code in changed for rij in _ouder_rij(code, soorten[code], made[code])],
        )
    return len(changed)


def wrong_versies(store: InlezingStore) -> list[str]:
    """Codes of the gebieden whose versions are others than follow from gebied_jaar. Only reads."""
    made = _by_gebied(make_versies(store.alle_gebied_jaren()))
    current = _by_gebied(store.gebied_versies())
    return sorted(code for code in made.keys() | current.keys() if made.get(code) != current.get(code))


def make_versies(jaren: Iterable[GebiedJaar]) -> list[GebiedVersie]:
    """The versions of each gebied: a new one where its name changes, an end where a source no longer has it.

    A gebied ends on the last day before the first year in which a file covers its gemeente and leaves it out. A
    gemeente ends likewise, but only by a file of the whole country. A name that is just the code is no name.
    """
    jaren = list(jaren)
    covered: dict[_Groep, set[int]] = defaultdict(set)
    for jaar in jaren:
        if jaar.gezaghebbend and (jaar.soort != GebiedSoort.GEMEENTE or jaar.land):
            covered[_groep(jaar)].add(jaar.jaar)
    per_gebied: dict[str, list[GebiedJaar]] = defaultdict(list)
    for jaar in jaren:
        per_gebied[jaar.gebied].append(jaar)
    return [
        versie
        for code in sorted(per_gebied)
        for versie in _versies_of(per_gebied[code], covered[_groep(per_gebied[code][0])])
    ]


def _groep(jaar: GebiedJaar) -> _Groep:
    """The gebieden that a file lists together: those of one level in one gemeente; all gemeenten of the country."""
    if jaar.soort in {GebiedSoort.WIJK, GebiedSoort.BUURT}:
        return jaar.soort, jaar.gebied[2:6]
    return jaar.soort, "" if jaar.soort == GebiedSoort.GEMEENTE else jaar.gebied


def _versies_of(own: Sequence[GebiedJaar], covered: Collection[int]) -> list[GebiedVersie]:
    names = {jaar.jaar: jaar.naam if jaar.naam != jaar.gebied else None for jaar in own}
    spells = _spells(names, sorted(set(names) | {year for year in covered if year > min(names)}))
    code = own[0].gebied
    known = next((naam for _, _, naam in reversed(spells) if naam), code)
    return [
        GebiedVersie(code, date(start, 1, 1), date(end - 1, 12, 31) if end else None, naam or known)
        for start, end, naam in spells
    ]


def _spells(names: dict[int, str | None], years: Sequence[int]) -> list[tuple[int, int | None, str | None]]:
    """Runs of years with one name: first year, the year from which it no longer holds (or None), and the name."""
    spells: list[tuple[int, int | None, str | None]] = []
    start: int | None = None
    naam: str | None = None
    for year in years:
        gone = year not in names
        renamed = not gone and naam is not None and names[year] not in {None, naam}
        if start is not None and (gone or renamed):
            spells.append((start, year, naam))
            start, naam = None, None
        if not gone:
            start = year if start is None else start
            naam = names[year] or naam
    if start is not None:
        spells.append((start, None, naam))
    return spells


def _by_gebied(versies: Iterable[GebiedVersie]) -> dict[str, list[GebiedVersie]]:
    found: dict[str, list[GebiedVersie]] = defaultdict(list)
    for versie in sorted(versies, key=lambda versie: (versie.gebied, versie.geldig_van)):
        found[versie.gebied].append(versie)
    return found


def _versie_rij(versie: GebiedVersie) -> Rij:
    return {
        "gebied": versie.gebied,
        "geldig_van": versie.geldig_van,
        "geldig_tot": versie.geldig_tot,
        "naam": versie.naam,
    }


def _ouder_rij(code: str, soort: str, versies: Sequence[GebiedVersie]) -> list[Rij]:
    """The ouder that follows from the code, for as long as the gebied is there."""
    ouder = ouder_of(code) if soort != GebiedSoort.WERKGEBIED else None
    if ouder is None:
        return []
    return [{"gebied": code, "ouder": ouder, "van": versies[0].geldig_van, "tot": versies[-1].geldig_tot}]
