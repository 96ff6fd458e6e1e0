"""The forms of a wijkgesprek: prepare it, write down who was there and what was learned, agree something, close it.

A label holds words of ours and numbers; what people said stands in our own HTML, because labels parse Markdown.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.leren import (
    AfspraakStand,
    AgendaSoort,
    AgendaVoorstel,
    BronSoort,
    LeerpuntBron,
    LeerpuntStand,
    Niveau,
    Sessie,
    SessieUitkomst,
)
from monitor.domain.verhaal import Verhaal
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.services import leerpunten, wijkgesprek, woorden
from monitor.services.leerpunten import NieuweAfspraak, NieuweStand, NieuwLeerpunt
from monitor.services.wijkgesprek import NieuweSessie, NieuwPunt, Verslag
from monitor.store.database import Database
from monitor.store.inbreng_store import Signaal
from monitor.ui import tekstvelden, werkscherm, wijkgesprekblok
from monitor.ui.formulier import Formulier
from monitor.ui.html import tag
from monitor.ui.tekstvelden import Draw, Tekstvelden
from monitor.ui.texts import wijkgesprek as texts
from monitor.ui.wijkgesprekblok import Bord

ZELF_GESLOTEN = "wijkgesprek-zelf-gesloten"
"""The gesprek that this window closed or called off itself."""
GASTEN = 2
"""So many kinds of guests can be written down at once."""


@dataclass(frozen=True, slots=True)
class Gespreksronde:
    """Who acts, in which wijk, and what there is to read and choose from."""

    database: Database
    gebruiker: Gebruiker
    bord: Bord
    cijfers: Mapping[str, str]
    """Names of the figures of the wijk page, by code."""
    verhalen: tuple[Verhaal, ...]
    """Those that may be talked about here: what lies on the table first, then the newest."""
    signalen: tuple[Signaal, ...] = ()
    """What people noticed here, for who leads the gesprek."""
    zaken: tuple[tuple[LeerpuntBron, str], ...] = ()
    """The activiteiten and initiatieven of the wijk, with their names."""

    @property
    def wijk(self) -> str:
        """Code of the wijk."""
        return self.bord.beeld.wijk

    @property
    def who(self) -> tuple[Database, Gebruiker, str]:
        """What every action begins with."""
        return (self.database, self.gebruiker, self.wijk)


# Shared by all forms


def _ask(
    ronde: Gespreksronde,
    naam: str,
    form: Draw,
    *,
    button: str,
    said: str,
    title: str | None = None,
    go: str | None = None,
) -> None:
    """One form, which stands open unless it has a title; what was kept is said under its button.

    `go`: the step that comes after it, for a form that is gone when it was sent: it is said at the top of that.
    """
    made = Formulier.make(_name(naam), ronde.wijk, title=title, beside=go is None)

    def follow() -> None:
        st.query_params["stap"] = go or ""
        werkscherm.go_to_top()
        st.session_state[ZELF_GESLOTEN] = ronde.bord.beeld.bezig.id if ronde.bord.beeld.bezig else None

    tekstvelden.ask(
        ronde.database,
        made,
        form,
        button=button,
        said=said,
        primary=title is None,
        together=True,
        after=follow if go else None,
    )


def _name(naam: str) -> str:
    return f"wijkgesprek-{naam}"


def _chosen(value: str | None, what: str) -> str:
    if value is None:
        raise OngeldigeInvoer([Probleem(texts.EERST_KIEZEN.format(wat=what), what)])
    return value


def _explain(words: str) -> None:
    st.html(tag("p", words, class_="tv"))


def _heading(title: str, words: str) -> None:
    st.html(tag("div", tag("h2", title), tag("p", words, class_="lezen"), class_="tv leren"))


def _punten(ronde: Gespreksronde, *niveaus: Niveau) -> dict[str, str]:
    """The numbers of the leerpunten of these levels, newest first; of all levels when none is given."""
    return {
        it.id: f"{texts.PUNT.format(nummer=ronde.bord.punten[it.id])}: {woorden.NIVEAU[it.niveau].lower()}"
        for it in ronde.bord.beeld.leerpunten
        if not niveaus or it.niveau in niveaus
    }


def _afspraken(ronde: Gespreksronde) -> dict[str, str]:
    return {it.id: texts.AFSPRAAK.format(nummer=ronde.bord.afspraken[it.id]) for it in ronde.bord.beeld.afspraken}


def _token(ronde: Gespreksronde, naam: str) -> str:
    return werkscherm.token(_name(naam), ronde.wijk)


# 1. Preparing


def ask_plan(ronde: Gespreksronde) -> None:
    """When is it, and what is it about?"""
    _heading(texts.PLANNEN, texts.PLANNEN_UITLEG)

    def form(velden: Tekstvelden) -> Callable[[], object]:
        dag = velden.day("dag", texts.WANNEER)
        titel = velden.line("titel", texts.WAAROVER)
        nieuw, token = NieuweSessie(dag, titel), _token(ronde, "plan")
        return lambda: wijkgesprek.plan(*ronde.who, nieuw, token=token, ook=velden.problemen)

    _ask(ronde, "plan", form, button=texts.PLAN, said=texts.GEPLAND, go="voorbereiden")


def ask_voorstellen(ronde: Gespreksronde, sessie: Sessie, voorstellen: Sequence[AgendaVoorstel]) -> None:
    """What the product proposes, to choose from together."""
    _heading(texts.VOORSTELLEN, texts.VOORBEREIDEN_UITLEG if voorstellen else texts.VOORSTELLEN_LEEG)
    if not voorstellen:
        return
    verhalen = {it.id: it for it in ronde.verhalen}

    def form(velden: Tekstvelden) -> Callable[[], object]:
        chosen = []
        for number, it in enumerate(voorstellen, start=1):
            st.html(wijkgesprekblok.proposal(ronde.bord, it, number, verhalen))
            if st.checkbox(texts.LEG.format(nummer=number), key=velden.form.key(str(number))):
                chosen.append(NieuwPunt(it.soort, it.indicator, it.verhaal, it.leerpunt, it.afspraak, waarom=it.waarom))
        return lambda: wijkgesprek.add_punten(*ronde.who, sessie.id, chosen, token=_token(ronde, "leg"))

    _ask(ronde, "leg", form, button=texts.LEG_BEWAAR, said=texts.GELEGD)


def ask_vraag(ronde: Gespreksronde, sessie: Sessie) -> None:
    """A question of people's own, with some that can always be asked."""

    def form(velden: Tekstvelden) -> Callable[[], object]:
        st.html(wijkgesprekblok.questions())
        tekst = velden.text("tekst", texts.VRAAG_TEKST)
        punt = NieuwPunt(AgendaSoort.VRAAG, tekst=tekst)
        return lambda: wijkgesprek.add_punten(*ronde.who, sessie.id, [punt], token=_token(ronde, "vraag"))

    _ask(ronde, "vraag", form, button=texts.VRAAG_BEWAAR, said=texts.GELEGD, title=texts.EIGEN_VRAAG)


def ask_cijfer(ronde: Gespreksronde, sessie: Sessie) -> None:
    """A figure of the wijk that was not proposed."""
    if not ronde.cijfers:
        return

    def form(velden: Tekstvelden) -> Callable[[], object]:
        code = velden.choice("cijfer", texts.WELK_CIJFER, ronde.cijfers)
        waarom = velden.line("waarom", texts.WAAROM_CIJFER)

        def act() -> None:
            punt = NieuwPunt(AgendaSoort.INDICATOR, indicator=_chosen(code, "een cijfer"), waarom=waarom)
            wijkgesprek.add_punten(*ronde.who, sessie.id, [punt], token=_token(ronde, "cijfer"))

        return act

    _ask(ronde, "cijfer", form, button=texts.CIJFER_BEWAAR, said=texts.GELEGD, title=texts.EIGEN_CIJFER)


def ask_van_tafel(ronde: Gespreksronde, sessie: Sessie) -> None:
    """Take something off the table."""
    names = {it.id: texts.DING.format(nummer=number) for number, it in enumerate(sessie.agenda, start=1)}
    if not names:
        return

    def form(velden: Tekstvelden) -> Callable[[], object]:
        punt = velden.choice("punt", texts.WELK_DING, names)
        return lambda: wijkgesprek.remove_punt(*ronde.who, sessie.id, _chosen(punt, "een nummer"))

    _ask(ronde, "van-tafel", form, button=texts.VAN_TAFEL_BEWAAR, said=texts.VAN_TAFEL_GEHAALD, title=texts.VAN_TAFEL)


def ask_dag(ronde: Gespreksronde, sessie: Sessie) -> None:
    """Another day."""

    def form(velden: Tekstvelden) -> Callable[[], object]:
        dag = velden.day("dag", texts.WANNEER)
        reden = velden.line("reden", texts.WAAROM_DAG)
        return lambda: wijkgesprek.move(*ronde.who, sessie.id, dag, reden, ook=velden.problemen)

    _ask(ronde, "dag", form, button=texts.ANDERE_DAG_BEWAAR, said=texts.BEWAARD, title=texts.ANDERE_DAG)


def ask_afgelast(ronde: Gespreksronde, sessie: Sessie) -> None:
    """It does not take place."""

    def form(velden: Tekstvelden) -> Callable[[], object]:
        reden = velden.line("reden", texts.WAAROM_NIET)
        return lambda: wijkgesprek.cancel(*ronde.who, sessie.id, reden)

    _ask(
        ronde,
        "afgelast",
        form,
        button=texts.NIET_DOOR_BEWAAR,
        said=texts.NIET_DOOR_GEZEGD,
        title=texts.NIET_DOOR,
        go="leerden",
    )


# 2. Writing down


def ask_verslag(ronde: Gespreksronde, sessie: Sessie) -> None:
    """Who were there: counts, and guests as a word."""
    _heading(texts.WIE_WAREN_ER, texts.WIE_WAREN_ER_UITLEG)

    def form(velden: Tekstvelden) -> Callable[[], object]:
        dag = velden.day("dag", texts.WANNEER_WAS, sessie.dag)
        columns = st.columns(len(StemRol))
        counted = []
        for column, rol in zip(columns, StemRol, strict=True):
            with column:
                counted.append((rol, velden.count(rol.value, texts.ROLLEN[rol], sessie.aantal(rol), "aantal")))
        gasten = []
        for number in range(1, GASTEN + 1):
            known = sessie.gasten[number - 1] if len(sessie.gasten) >= number else None
            left, right = st.columns([3, 1])
            with left:
                label = texts.GAST_WIE.format(nummer=number)
                wie = velden.line(f"gast-{number}", label, known.wie if known else "")
            with right:
                label = texts.GAST_AANTAL.format(nummer=number)
                gasten.append((wie, velden.count(f"gasten-{number}", label, known.aantal if known else 0, "gasten")))
        verslag = Verslag(dag, tuple(counted), tuple(gasten))
        return lambda: wijkgesprek.record(*ronde.who, sessie.id, verslag, ook=velden.problemen)

    _ask(ronde, "verslag", form, button=texts.WIE_BEWAAR, said=texts.WIE_BEWAARD)


def ask_leerpunt(ronde: Gespreksronde, sessie: Sessie) -> None:
    """What was learned, on one of the three levels, and from what."""
    _heading(texts.LEERPUNT, texts.LEERPUNT_UITLEG)
    chosen = st.radio(
        texts.WELK_NIVEAU,
        [it.value for it in Niveau],
        format_func=lambda it: woorden.NIVEAU[Niveau(it)],
        horizontal=True,
        key=f"wijkgesprek-niveau-{ronde.wijk}",
    )
    st.html(wijkgesprekblok.numbered(ronde.bord, ronde.verhalen, ronde.signalen, ronde.zaken))
    begun = werkscherm.begun_parts("wijkgesprek-niveaus", ronde.wijk, chosen)
    for niveau in Niveau:
        # What was typed for one level stays there: it is never sent for another, and never lost.
        with werkscherm.put_by(f"wijkgesprek-niveau-{niveau.value}", shown=niveau.value == chosen):
            if niveau.value in begun:
                _ask_leerpunt(ronde, sessie, niveau)


def _ask_leerpunt(ronde: Gespreksronde, sessie: Sessie, niveau: Niveau) -> None:
    naam = f"leerpunt-{niveau.value}"

    def form(velden: Tekstvelden) -> Callable[[], object]:
        _explain(texts.NIVEAU_UITLEG[niveau])
        tekst = velden.text("tekst", texts.TEKST[niveau])
        bronnen, samengesteld = _bronnen(ronde, velden, niveau)
        rol = velden.word("rol", texts.WIE_LEEST, texts.IEMAND) if niveau is Niveau.CASUS else None
        vraag = velden.line("vraag", texts.VRAAG_BLIJFT)
        stand = _stand(velden)
        nieuw = NieuwLeerpunt(niveau, tekst, bronnen, samengesteld, rol, vraag, stand)
        given, token = (*ronde.who, sessie.id, nieuw), _token(ronde, naam)
        return lambda: leerpunten.add_leerpunt(*given, token=token, ook=velden.problemen)

    _ask(ronde, naam, form, button=texts.LEERPUNT_BEWAAR, said=texts.LEERPUNT_BEWAARD)


def _bronnen(ronde: Gespreksronde, velden: Tekstvelden, niveau: Niveau) -> tuple[tuple[LeerpuntBron, ...], bool]:
    """From what it was learned: what can carry this level stands first."""
    found: list[LeerpuntBron] = []
    samengesteld = False
    names = {it.id: texts.VERHAAL.format(nummer=number) for number, it in enumerate(ronde.verhalen, start=1)}
    if niveau is Niveau.CASUS:
        verhaal = velden.choice("verhaal", texts.BRON_VERHAAL_EEN, names) if names else None
        found += [LeerpuntBron(BronSoort.VERHAAL, verhaal)] if verhaal else []
        samengesteld = st.checkbox(texts.SAMENGESTELD_VRAAG, key=velden.form.key("samengesteld"))
        return (*found, *_beside(ronde, velden)), samengesteld
    if niveau is Niveau.PATROON:
        asked = velden.several("verhalen", texts.BRON_VERHALEN, names)
        found += [LeerpuntBron(BronSoort.VERHAAL, ref) for ref in asked]
    under = Niveau.CASUS if niveau is Niveau.PATROON else Niveau.PATROON
    asked = velden.several("punten", texts.BRON_PUNTEN, _punten(ronde, under))
    found += [LeerpuntBron(BronSoort.LEERPUNT, ref) for ref in asked]
    asked = velden.several("cijfers", texts.BRON_CIJFERS, ronde.cijfers)
    found += [LeerpuntBron(BronSoort.INDICATOR, ref) for ref in asked]
    return (*found, *_beside(ronde, velden)), samengesteld


def _beside(ronde: Gespreksronde, velden: Tekstvelden) -> list[LeerpuntBron]:
    """What else it is seen in: it says more, and carries no level by itself."""
    names = {it.id: texts.SIGNAAL.format(nummer=number) for number, it in enumerate(ronde.signalen, start=1)}
    found = [LeerpuntBron(BronSoort.SIGNAAL, it) for it in velden.several("signalen", texts.BRON_SIGNALEN, names)]
    names = {it.ref: texts.ZAAK.format(nummer=number) for number, (it, _) in enumerate(ronde.zaken, start=1)}
    asked = set(velden.several("zaken", texts.BRON_ZAKEN, names))
    return found + [it for it, _ in ronde.zaken if it.ref in asked]


def _stand(velden: Tekstvelden, stand: LeerpuntStand = LeerpuntStand.OPEN) -> NieuweStand:
    return NieuweStand(
        stand=stand,
        eigenaar=velden.line("eigenaar", texts.EIGENAAR),
        gremium=velden.word("gremium", texts.WIE_VERDER, woorden.GREMIUM),
        terugkijken_op=velden.day("terugkijken", texts.TERUGKIJKEN_OP),
    )


def ask_afspraak(ronde: Gespreksronde, sessie: Sessie) -> None:
    """What somebody is going to do; nobody has to."""

    def form(velden: Tekstvelden) -> Callable[[], object]:
        _explain(texts.AFSPRAAK_UITLEG)
        tekst = velden.text("tekst", texts.AFSPRAAK_TEKST)
        wie = velden.line("wie", texts.AFSPRAAK_WIE)
        voor = velden.day("voor", texts.AFSPRAAK_VOOR)
        punten = _punten(ronde)
        bij = velden.choice("bij", texts.AFSPRAAK_BIJ, punten) if punten else None
        nieuw = NieuweAfspraak(tekst, wie, voor, bij)
        return lambda: leerpunten.add_afspraak(
            *ronde.who, sessie.id, nieuw, token=_token(ronde, "afspraak"), ook=velden.problemen
        )

    _ask(ronde, "afspraak", form, button=texts.AFSPRAAK_BEWAAR, said=texts.AFSPRAAK_BEWAARD, title=texts.AFSPRAAK_MAKEN)


# What happens with it


def ask_stand(ronde: Gespreksronde) -> None:
    """How a leerpunt stands."""
    if not ronde.bord.punten:
        return

    def form(velden: Tekstvelden) -> Callable[[], object]:
        _explain(texts.STAND_UITLEG)
        punt = velden.choice("punt", texts.WELK_PUNT, _punten(ronde))
        stand = velden.word("stand", texts.HOE_STAAT_HET, woorden.LEERPUNT_STAND)
        nieuw = _stand(velden)
        geprobeerd = velden.text("geprobeerd", texts.WAT_GEPROBEERD)
        reden = velden.text("reden", texts.STAND_WAAROM)

        def act() -> None:
            id_, value = _chosen(punt, "een punt"), _chosen(stand, "hoe het ermee staat")
            line = NieuweStand(
                LeerpuntStand(value), nieuw.eigenaar, nieuw.gremium, nieuw.terugkijken_op, geprobeerd, reden
            )
            leerpunten.set_stand(*ronde.who, id_, line, token=_token(ronde, "stand"), ook=velden.problemen)

        return act

    _ask(ronde, "stand", form, button=texts.STAND_BEWAAR, said=texts.BEWAARD, title=texts.STAND)


def ask_lezing(ronde: Gespreksronde) -> None:
    """Somebody reads it in another way."""
    if not ronde.bord.punten:
        return

    def form(velden: Tekstvelden) -> Callable[[], object]:
        _explain(texts.LEZING_UITLEG)
        punt = velden.choice("punt", texts.WELK_PUNT, _punten(ronde))
        rol = velden.word("rol", texts.WIE_LEEST, texts.IEMAND)
        tekst = velden.text("tekst", texts.LEZING_TEKST)

        def act() -> None:
            id_ = _chosen(punt, "een punt")
            leerpunten.add_lezing(*ronde.who, id_, rol, tekst, token=_token(ronde, "lezing"))

        return act

    _ask(ronde, "lezing", form, button=texts.LEZING_BEWAAR, said=texts.BEWAARD, title=texts.LEZING_ERBIJ)


def ask_afspraak_stand(ronde: Gespreksronde) -> None:
    """What came of an afspraak."""
    if not ronde.bord.afspraken:
        return

    def form(velden: Tekstvelden) -> Callable[[], object]:
        _explain(texts.AFSPRAAK_STAND_UITLEG)
        afspraak = velden.choice("afspraak", texts.WELKE_AFSPRAAK, _afspraken(ronde))
        stand = velden.word("stand", texts.HOE_STAAT_HET, woorden.AFSPRAAK_STAND)
        uitkomst = velden.text("uitkomst", texts.WAT_KWAM)

        def act() -> None:
            id_, value = _chosen(afspraak, "een afspraak"), _chosen(stand, "hoe het ermee staat")
            leerpunten.set_afspraak(
                *ronde.who, id_, AfspraakStand(value), uitkomst, token=_token(ronde, "afspraakstand")
            )

        return act

    _ask(
        ronde, "afspraakstand", form, button=texts.AFSPRAAK_STAND_BEWAAR, said=texts.BEWAARD, title=texts.AFSPRAAK_STAND
    )


def ask_weghalen(ronde: Gespreksronde) -> None:
    """Take words away: of a leerpunt, of one reading of it, or of an afspraak."""
    names: dict[str, str] = {}
    actions: dict[str, Callable[[], object]] = {}
    for point in ronde.bord.beeld.leerpunten:
        number = ronde.bord.punten[point.id]
        names[point.id] = texts.PUNT.format(nummer=number)
        actions[point.id] = lambda id_=point.id: leerpunten.remove_leerpunt(*ronde.who, id_)  # type: ignore[misc]
        for place_, lezing in enumerate(point.lezingen, start=1):
            if len(point.lezingen) > 1:
                names[lezing.id] = texts.LEZING_NUMMER.format(punt=number, nummer=place_)
                actions[lezing.id] = lambda id_=point.id, of=lezing.id: leerpunten.remove_lezing(  # type: ignore[misc]
                    *ronde.who, id_, of
                )
    for id_, words in _afspraken(ronde).items():
        names[id_] = words
        actions[id_] = lambda of=id_: leerpunten.remove_afspraak(*ronde.who, of)  # type: ignore[misc]
    if not names:
        return

    def form(velden: Tekstvelden) -> Callable[[], object]:
        _explain(texts.WEGHALEN_UITLEG)
        wat = velden.choice("wat", texts.WELKE_WOORDEN, names)
        return lambda: actions[_chosen(wat, "van wat")]()

    _ask(ronde, "weghalen", form, button=texts.WEGHALEN_DOEN, said=texts.WEGGEHAALD, title=texts.WEGHALEN)


# 3. Closing


def ask_close(ronde: Gespreksronde, sessie: Sessie) -> None:
    """How does it end? Leaving it open stands first: it is always good."""
    _heading(texts.AFSLUITEN, texts.AFSLUITEN_UITLEG)

    def form(velden: Tekstvelden) -> Callable[[], object]:
        uitkomst = st.radio(
            texts.HOE_EINDIGT,
            [SessieUitkomst.BESPROKEN_NOG_OPEN, SessieUitkomst.AFSPRAKEN],
            format_func=lambda it: woorden.SESSIE_UITKOMST[it],
            key=velden.form.key("uitkomst"),
        )
        return lambda: wijkgesprek.close(*ronde.who, sessie.id, uitkomst)

    _ask(ronde, "sluit", form, button=texts.SLUIT, said=texts.GESLOTEN, go="leerden")
