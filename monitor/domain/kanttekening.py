"""What figures and verhalen cannot say: one rule for each limit of the data, and the sentences that tell of it.

A rule looks at one figure of one gebied and what stands beside it, or at what people of a gebied told of one thema,
whether or not there is a figure. It gives a short sentence, to stand in a text, and a whole one, that says why; and
from what in the store both come. Data without limits give none.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from monitor.domain.gebied import Opvolger
from monitor.domain.indicator import Beinvloedbaar, Thema
from monitor.domain.meting import Breuk, BreukSoort, Meting, MetingStatus, OntbreektReden, Reeks, with_value
from monitor.domain.regels import WEINIG_VERHALEN, bewijst_effect
from monitor.domain.trend import Trend, TrendRichting, Zekerheid, trend_to_tell
from monitor.domain.verhaal import Koppeling, Verhaal, Verhouding
from monitor.nl import (
    format_datum,
    format_getal,
    hoofdletter,
    in_periode,
    meervoud,
    opsomming,
    periode_einde,
    periode_in_zin,
    sentence,
    telwoord,
)

BREED_PROCENT, BREED_DEEL = 10.0, 0.2
"""An interval is wide from here on: so many points of a percentage, or this part of any other value."""
KLEIN_N = 100
"""Of fewer people than this one more or less is more than one in a hundred."""
OUD = timedelta(days=3 * 365)
"""A figure is old when its period ended longer ago than this."""
MEESTE_PERIODEN = 4
"""Up to this many periods are named one by one."""


class Beperking(StrEnum):
    """A limit of the data."""

    BREUK = "breuk"
    GRENS_VERANDERD = "grens_veranderd"
    MODELSCHATTING = "modelschatting"
    BREED_INTERVAL = "breed_interval"
    VOORLOPIG = "voorlopig"
    KLEINE_AANTALLEN = "kleine_aantallen"
    ONTBREKENDE_WAARDE = "ontbrekende_waarde"
    OUD_CIJFER = "oud_cijfer"
    WEINIG_TE_BEINVLOEDEN = "weinig_te_beinvloeden"
    VERHAAL_ZEGT_ANDERS = "verhaal_zegt_anders"
    WEINIG_VERTELLERS = "weinig_vertellers"
    GROEPEN_NIET_GEHOORD = "groepen_niet_gehoord"


class TekstBronSoort(StrEnum):
    """From what in the store a sentence comes."""

    METING = "meting"
    INDICATOR = "indicator"
    BREUK = "breuk"
    VERHAAL = "verhaal"
    THEMA = "thema"
    GEBIED = "gebied"
    DRAAGVLAK = "draagvlak"
    VOORSTEL = "voorstel"
    SESSIE = "sessie"
    LEESRONDE = "leesronde"
    WIJKPLAN = "wijkplan"
    FINANCIERING = "financiering"
    BESLUIT = "besluit"
    LEERPUNT = "leerpunt"


@dataclass(frozen=True, slots=True)
class TekstBron:
    """One thing in the store that a sentence comes from: never its words."""

    soort: TekstBronSoort
    ref: str
    """Its id or code."""
    gebied: str | None = None
    periode: str | None = None


@dataclass(frozen=True, slots=True)
class Kanttekening:
    """What a reader must know before she leans on a figure or a verhaal."""

    beperking: Beperking
    kort: str
    """For in a text."""
    voluit: str
    """For the list that is always whole."""
    bronnen: tuple[TekstBron, ...]
    """What it is about first."""
    wat: str
    """What it is about, to be named in a sentence."""
    waar: str = ""
    """In which gebied; empty where `wat` is the gebied."""

    @property
    def sleutel(self) -> str:
        """By which it is found again when figures changed: the same limit of the same thing."""
        about = self.bronnen[0]
        day = about.periode if about.soort is TekstBronSoort.BREUK else None
        return ":".join(it for it in ("kanttekening", self.beperking.value, about.ref, about.gebied, day) if it)


@dataclass(frozen=True, slots=True)
class Cijferdossier:
    """One figure of one gebied with what stands beside it, as everybody may read it."""

    reeks: Reeks
    """All that is known of it, also where only some years of it are shown."""
    gebied: str
    naam: str
    """Of the gebied."""
    vandaag: date
    beinvloedbaar: Beinvloedbaar | None = None
    verhalen: tuple[Verhaal, ...] = ()
    """The public ones that may stand beside it."""
    grenzen: tuple[Opvolger, ...] = ()
    """Gebieden that this one took something from or gave something to, each with its day."""

    @property
    def known(self) -> list[Meting]:
        """The metingen with a value."""
        return with_value(self.reeks.metingen)

    @property
    def newest(self) -> Meting | None:
        """The newest meting with a value."""
        return self.known[-1] if self.known else None

    @property
    def code(self) -> str:
        """Code of the figure."""
        return self.reeks.indicator.code

    @property
    def cijfer(self) -> str:
        """The figure, to be named in a sentence."""
        return f"“{self.reeks.indicator.naam}”"

    @property
    def wat(self) -> str:
        """What is spoken of, in a sentence."""
        return f"{self.cijfer} ({self.naam})"

    def bron(self, meting: Meting | None = None) -> TekstBron:
        """The figure as a source, or one meting of it."""
        if meting is None:
            return TekstBron(TekstBronSoort.INDICATOR, self.code, self.gebied)
        return TekstBron(TekstBronSoort.METING, self.code, self.gebied, meting.periode)

    def spans(self, dag: date) -> bool:
        """Whether there are figures from before a day and from then on."""
        return bool(self.known) and self.known[0].start < dag <= self.known[-1].start

    def limit(self, beperking: Beperking, kort: str, voluit: str, *bronnen: TekstBron) -> Kanttekening:
        """A limit of this figure; it comes from the figure itself where nothing else is named."""
        return Kanttekening(beperking, kort, voluit, bronnen or (self.bron(),), self.cijfer, self.naam)


@dataclass(frozen=True, slots=True)
class Verhaaldossier:
    """What people of one gebied told, of one thema, as everybody may read it."""

    gebied: str
    naam: str
    """Of the gebied."""
    thema: Thema | None
    """None: nothing is known of any thema here."""
    verhalen: tuple[Verhaal, ...] = ()
    """The public ones about its thema, or about a figure of that thema, that stand at this gebied."""
    verhalen_op_gemeente: bool = False
    """Whether those of this gebied stand at its gemeente: then nobody is told how few there are (rule 12)."""
    niet_gehoord: str | None = None
    """Groups of which nobody told, in words."""

    @property
    def bron(self) -> TekstBron:
        """The gebied as a source."""
        return TekstBron(TekstBronSoort.GEBIED, self.gebied, self.gebied)


Cijferregel = Callable[[Cijferdossier], Iterator[Kanttekening]]
Verhaalregel = Callable[[Verhaaldossier], Iterator[Kanttekening]]


def kanttekeningen(
    cijfers: Iterable[Cijferdossier] = (), verteld: Iterable[Verhaaldossier] = ()
) -> tuple[Kanttekening, ...]:
    """Every limit of these figures and of what was told, kind by kind; what several of them share is said once."""
    counted, told = tuple(cijfers), tuple(verteld)
    found = (
        *(it for rule in CIJFERREGELS.values() for dossier in counted for it in rule(dossier)),
        *(it for rule in VERHAALREGELS.values() for dossier in told for it in rule(dossier)),
    )
    return tuple(dict.fromkeys(found))


# Limits of a figure


def breuk(dossier: Cijferdossier) -> Iterator[Kanttekening]:
    """What was counted in another way before: those figures are not to be compared."""
    for it in dossier.reeks.breuken:
        if it.soort is not BreukSoort.GEBIEDSGRENS and dossier.spans(it.vanaf):
            yield _cut(dossier, Beperking.BREUK, it, "Voor die tijd is het anders geteld of gevraagd.")


def grens_veranderd(dossier: Cijferdossier) -> Iterator[Kanttekening]:
    """The gebied was another one before."""
    said = set()
    for it in dossier.reeks.breuken:
        if it.soort is BreukSoort.GEBIEDSGRENS and dossier.spans(it.vanaf):
            said.add(it.vanaf)
            yield _cut(dossier, Beperking.GRENS_VERANDERD, it)
    for grens in dossier.grenzen:
        if dossier.spans(grens.vanaf) and grens.vanaf not in said:
            said.add(grens.vanaf)
            uitleg = grens.uitleg or f"{dossier.naam} en {grens.naam} veranderden toen."
            changed = Breuk(grens.vanaf, BreukSoort.GEBIEDSGRENS, uitleg)
            yield _cut(dossier, Beperking.GRENS_VERANDERD, changed)


def _cut(dossier: Cijferdossier, beperking: Beperking, it: Breuk, toen: str = "") -> Kanttekening:
    since = _day(it.vanaf)
    why = f"{toen} {sentence(it.uitleg)}".strip() or f"Voor die tijd had {dossier.naam} andere grenzen."
    return dossier.limit(
        beperking,
        f"Cijfers van voor {since} bij {dossier.wat} zijn niet te vergelijken met die van nu.",
        f"Bij {dossier.wat} is het cijfer van nu niet te vergelijken met dat van voor {since}. {why}",
        TekstBron(TekstBronSoort.BREUK, dossier.code, dossier.gebied, it.vanaf.isoformat()),
    )


def modelschatting(dossier: Cijferdossier) -> Iterator[Kanttekening]:
    """A model reckoned it."""
    if dossier.known and not bewijst_effect(dossier.reeks.indicator.bewijssoort):
        yield dossier.limit(
            Beperking.MODELSCHATTING,
            f"{dossier.wat} is een schatting van een model.",
            f"{dossier.wat} is niet gemeten maar geschat. Een model rekende het uit voor mensen zoals hier. Het is "
            "geen bewijs van wat een activiteit deed, en het laat niet zien of er iets verandert.",
        )


def breed_interval(dossier: Cijferdossier) -> Iterator[Kanttekening]:
    """The real number can be a good deal higher or lower."""
    newest, indicator = dossier.newest, dossier.reeks.indicator
    if newest is not None and is_wide(newest, indicator.eenheid):
        low = format_getal(newest.ondergrens or 0.0, indicator.decimalen)
        high = format_getal(newest.bovengrens or 0.0, indicator.decimalen)
        whole = (
            f"De marge van {dossier.wat} is groot. {hoofdletter(in_periode(newest.periode))} ligt het echte getal "
            f"waarschijnlijk tussen {low} en {high}. Een klein verschil met een ander cijfer zegt daarom weinig."
        )
        size = hoe_groot(trend_to_tell(dossier.reeks), indicator.eenheid)
        yield dossier.limit(
            Beperking.BREED_INTERVAL,
            f"De marge van {dossier.wat} is groot: van {low} tot {high}.",
            f"{whole} {size}".strip(),
            dossier.bron(newest),
        )


def is_wide(meting: Meting, eenheid: str) -> bool:
    """Whether the real number can be a good deal higher or lower than a meting says."""
    if meting.ondergrens is None or meting.bovengrens is None or meting.waarde is None:
        return False
    most = BREED_PROCENT if eenheid == "%" else BREED_DEEL * abs(meting.waarde)
    return meting.bovengrens - meting.ondergrens > most


def hoe_groot(trend: Trend, eenheid: str) -> str:
    """That a change is certain and its size is not, where one of its ends has a wide margin; otherwise nothing."""
    word = {TrendRichting.STIJGT: "stijging", TrendRichting.DAALT: "daling"}.get(trend.richting or TrendRichting.GELIJK)
    wide = any(is_wide(it, eenheid) for it in (trend.vanaf, trend.tot) if it)
    return f"De {word} is zeker, hoe groot niet." if word and wide and trend.zekerheid is Zekerheid.ZEKER else ""


def voorlopig(dossier: Cijferdossier) -> Iterator[Kanttekening]:
    """The source can still change it."""
    newest = dossier.newest
    if newest is not None and newest.status is MetingStatus.VOORLOPIG:
        when = periode_in_zin(newest.periode)
        yield dossier.limit(
            Beperking.VOORLOPIG,
            f"Het cijfer van {when} bij {dossier.wat} is voorlopig.",
            f"Het cijfer van {when} bij {dossier.wat} is voorlopig. Het kan nog veranderen.",
            dossier.bron(newest),
        )


def kleine_aantallen(dossier: Cijferdossier) -> Iterator[Kanttekening]:
    """So few people that some figures cannot be shown, or that one of them makes a difference."""
    hidden = [it for it in dossier.reeks.metingen if it.ontbreekt_reden is OntbreektReden.TE_KLEIN]
    newest = dossier.newest
    few = newest if newest is not None and newest.n is not None and newest.n < KLEIN_N else None
    said = []
    if hidden:
        said.append(f"Over {_perioden(hidden)} is het niet te tonen: het gaat om te weinig mensen.")
    if few is not None:
        took = f"{'deed' if few.n == 1 else 'deden'} {meervoud(few.n or 0, 'mens', 'mensen')} mee"
        said.append(f"{hoofdletter(in_periode(few.periode))} {took}. Eén mens meer of minder maakt dan al verschil.")
    if said:
        yield dossier.limit(
            Beperking.KLEINE_AANTALLEN,
            f"{dossier.wat} gaat over weinig mensen.",
            f"{dossier.wat} gaat over weinig mensen. {' '.join(said)}",
            *(dossier.bron(it) for it in (*hidden, *([few] if few else []))),
        )


def ontbrekende_waarde(dossier: Cijferdossier) -> Iterator[Kanttekening]:
    """Nobody knows it, of some periods or of all."""
    gone = [
        it for it in dossier.reeks.metingen if it.waarde is None and it.ontbreekt_reden is not OntbreektReden.TE_KLEIN
    ]
    if not dossier.reeks.metingen:
        zin = f"Van {dossier.wat} is er geen cijfer."
        yield dossier.limit(Beperking.ONTBREKENDE_WAARDE, zin, zin)
    elif gone:
        zin = f"Over {_perioden(gone)} is er geen cijfer van {dossier.wat}."
        yield dossier.limit(
            Beperking.ONTBREKENDE_WAARDE,
            zin,
            f"{zin} Een cijfer dat er niet is, is geen nul.",
            *(dossier.bron(it) for it in gone),
        )


def oud_cijfer(dossier: Cijferdossier) -> Iterator[Kanttekening]:
    """Much can have changed since."""
    newest = dossier.newest
    if newest is not None and periode_einde(newest.periode) < dossier.vandaag - OUD:
        when = periode_in_zin(newest.periode)
        yield dossier.limit(
            Beperking.OUD_CIJFER,
            f"Het nieuwste cijfer van {dossier.wat} is van {when}.",
            f"Het nieuwste cijfer van {dossier.wat} is van {when}. Sindsdien kan veel veranderd zijn.",
            dossier.bron(newest),
        )


def weinig_te_beinvloeden(dossier: Cijferdossier) -> Iterator[Kanttekening]:
    """People in the wijk can hardly change it."""
    if dossier.beinvloedbaar is Beinvloedbaar.NAUWELIJKS:
        yield dossier.limit(
            Beperking.WEINIG_TE_BEINVLOEDEN,
            f"Aan {dossier.wat} kunnen mensen in de wijk zelf weinig veranderen.",
            f"Aan {dossier.wat} kunnen mensen in de wijk zelf weinig veranderen. Stijgt of daalt het, dan zegt dat "
            "weinig over wat zij deden.",
        )


def verhaal_zegt_anders(dossier: Cijferdossier) -> Iterator[Kanttekening]:
    """A verhaal tells something else than the figure. How many do is no vote: one, or a few."""
    told = [it for it in dossier.verhalen if any(_parts(link, dossier.code) for link in it.koppelingen)]
    if told and dossier.known:
        where = "In een verhaal" if len(told) == 1 else "In enkele verhalen"
        yield dossier.limit(
            Beperking.VERHAAL_ZEGT_ANDERS,
            f"{where} klinkt iets anders dan {dossier.wat} zegt.",
            f"{where} klinkt iets anders dan {dossier.wat} zegt. Allebei kan waar zijn: een cijfer telt velen, een "
            "verhaal is van één mens. Wie alleen het cijfer leest, mist dit.",
            dossier.bron(),
            *(TekstBron(TekstBronSoort.VERHAAL, it.id, dossier.gebied) for it in told),
        )


def _parts(koppeling: Koppeling, code: str) -> bool:
    return koppeling.indicator == code and koppeling.verhouding is Verhouding.ZEGT_ANDERS


# Limits of what was told


ZO_WEINIG = "Zo weinig mensen kunnen niet voor de hele wijk spreken."
NIEMAND_VERTELDE = "Wat bewoners hierover meemaken, weten wij dus niet van henzelf."


def weinig_vertellers(dossier: Verhaaldossier) -> Iterator[Kanttekening]:
    """Few people told of this thema."""
    if dossier.verhalen_op_gemeente:
        yield Kanttekening(
            Beperking.WEINIG_VERTELLERS,
            f"Uit {dossier.naam} zijn er geen of weinig verhalen die iedereen mag lezen.",
            f"Uit {dossier.naam} zijn er geen of weinig verhalen die iedereen mag lezen, of er wonen weinig mensen. "
            "Wat bewoners meemaken, is hier dus vooral niet te lezen.",
            (dossier.bron,),
            dossier.naam,
        )
    elif dossier.thema is not None and len(dossier.verhalen) < WEINIG_VERHALEN:
        told = len(dossier.verhalen)
        count = (
            "is er één verhaal dat iedereen mag lezen"
            if told == 1
            else f"zijn er {telwoord(told)} verhalen die iedereen mag lezen"
        )
        zin = f"Over “{dossier.thema.naam}” {count} ({dossier.naam})."
        yield Kanttekening(
            Beperking.WEINIG_VERTELLERS,
            zin,
            f"{zin} {ZO_WEINIG if told else NIEMAND_VERTELDE}",
            (TekstBron(TekstBronSoort.THEMA, dossier.thema.code, dossier.gebied),),
            f"“{dossier.thema.naam}”",
            dossier.naam,
        )


def groepen_niet_gehoord(dossier: Verhaaldossier) -> Iterator[Kanttekening]:
    """Of some groups nobody told."""
    if dossier.niet_gehoord:
        yield Kanttekening(
            Beperking.GROEPEN_NIET_GEHOORD,
            f"In {dossier.naam} zijn nog niet gehoord: {dossier.niet_gehoord}.",
            f"In {dossier.naam} zijn nog niet gehoord: {dossier.niet_gehoord}. Wat zij meemaken, staat niet in de "
            "verhalen. Dat is geen verwijt, wel een vraag: wie gaat naar hen toe?",
            (dossier.bron,),
            dossier.naam,
        )


CIJFERREGELS: dict[Beperking, Cijferregel] = {
    Beperking.BREUK: breuk,
    Beperking.GRENS_VERANDERD: grens_veranderd,
    Beperking.MODELSCHATTING: modelschatting,
    Beperking.BREED_INTERVAL: breed_interval,
    Beperking.VOORLOPIG: voorlopig,
    Beperking.KLEINE_AANTALLEN: kleine_aantallen,
    Beperking.ONTBREKENDE_WAARDE: ontbrekende_waarde,
    Beperking.OUD_CIJFER: oud_cijfer,
    Beperking.WEINIG_TE_BEINVLOEDEN: weinig_te_beinvloeden,
    Beperking.VERHAAL_ZEGT_ANDERS: verhaal_zegt_anders,
}
"""One rule for each limit of a figure, in the order of the limits."""
VERHAALREGELS: dict[Beperking, Verhaalregel] = {
    Beperking.WEINIG_VERTELLERS: weinig_vertellers,
    Beperking.GROEPEN_NIET_GEHOORD: groepen_niet_gehoord,
}
"""The same of what was told; these come after those of figures."""


# Words


def _perioden(metingen: Sequence[Meting]) -> str:
    if len(metingen) <= MEESTE_PERIODEN:
        return opsomming(periode_in_zin(it.periode) for it in metingen)
    first, last = periode_in_zin(metingen[0].periode), periode_in_zin(metingen[-1].periode)
    return f"{telwoord(len(metingen))} perioden tussen {first} en {last}"


def _day(dag: date) -> str:
    return str(dag.year) if (dag.month, dag.day) == (1, 1) else format_datum(dag)
