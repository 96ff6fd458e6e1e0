"""Three levels of learning (rule 14), whatever people try to write down and in whatever order."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.leren import (
    BronSoort,
    Gremium,
    Leerpunt,
    LeerpuntBron,
    LeerpuntRegel,
    LeerpuntStand,
    Lezing,
    Niveau,
    kept_regel,
    leerpunt_problemen,
)

DAG = date(2026, 11, 20)
POGING = st.tuples(
    st.sampled_from(Niveau),
    st.sets(st.sampled_from(["v1", "v2", "v3"]), max_size=3),
    st.sets(st.integers(0, 9), max_size=3),
    st.booleans(),
    st.booleans(),
    st.sampled_from([BronSoort.SIGNAAL, BronSoort.ACTIVITEIT, None]),
)
"""What somebody tries: a level, verhalen, earlier leerpunten, a figure, made up or not, and something beside it."""


def written(id_: str, niveau: Niveau, bronnen: tuple[LeerpuntBron, ...], samengesteld: bool) -> Leerpunt:
    return Leerpunt(
        id=id_,
        gebied="WK990101",
        sessie="s",
        niveau=niveau,
        samengesteld=samengesteld,
        vraag=None,
        lezingen=(Lezing("z", 1, None, "Zo ging het.", DAG),),
        bronnen=bronnen,
        regels=(LeerpuntRegel("r", 1, LeerpuntStand.OPEN, DAG),),
        op=DAG,
    )


@settings(max_examples=400, deadline=None)
@given(st.lists(POGING, min_size=1, max_size=8))
def test_no_patroon_without_its_two_sources_and_no_bottleneck_without_a_patroon(
    pogingen: list[tuple[Niveau, set[str], set[int], bool, bool, BronSoort | None]],
) -> None:
    known: dict[str, Leerpunt] = {}
    happened: dict[str, str] = {}
    for number, (niveau, verhalen, under, cijfer, samengesteld, beside) in enumerate(pogingen):
        punten = {list(known)[it % len(known)] for it in under} if known else set()
        bronnen = (
            *(LeerpuntBron(BronSoort.VERHAAL, it) for it in verhalen),
            *(LeerpuntBron(BronSoort.LEERPUNT, it) for it in punten),
            *([LeerpuntBron(BronSoort.INDICATOR, "buren")] if cijfer else []),
            *([LeerpuntBron(beside, "x")] if beside else []),
        )
        events = verhalen | {happened[it] for it in punten if it in happened}
        good = {
            Niveau.CASUS: len(verhalen) == (0 if samengesteld else 1),
            Niveau.PATROON: not samengesteld and (cijfer or len(events) >= 2),
            Niveau.BOTTLENECK: not samengesteld and any(known[it].niveau is Niveau.PATROON for it in punten),
        }[niveau]
        assert (leerpunt_problemen(niveau, bronnen, known, samengesteld=samengesteld) == []) is good
        if good:
            id_ = f"l{number}"
            known[id_] = written(id_, niveau, bronnen, samengesteld)
            if niveau is Niveau.CASUS:
                happened[id_] = next(iter(verhalen), id_)


@given(
    st.sampled_from(LeerpuntStand),
    st.sampled_from([None, "gemeente", "bewoners"]),
    st.sampled_from([None, *Gremium]),
    st.sampled_from([None, date(2026, 12, 1), date(2027, 3, 1)]),
    st.integers(0, 200),
)
def test_a_line_more_never_forgets_whose_it_is(
    stand: LeerpuntStand, eigenaar: str | None, gremium: Gremium | None, terug: date | None, days: int
) -> None:
    day = date.fromordinal(DAG.toordinal() + days)
    before = LeerpuntRegel("a", 1, LeerpuntStand.OPEN, DAG, "gemeente", Gremium.RAAD, date(2027, 1, 15))
    after = kept_regel(LeerpuntRegel("b", 2, stand, day, eigenaar, gremium, terug), before)
    assert after.eigenaar == (eigenaar or "gemeente")
    running = stand in (LeerpuntStand.OPEN, LeerpuntStand.OPGEPAKT)
    assert after.gremium is (gremium or (Gremium.RAAD if running else None))
    stays = date(2027, 1, 15) if running and day < date(2027, 1, 15) else None
    assert after.terugkijken_op == (terug or stays)
