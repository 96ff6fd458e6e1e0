"""Work beside the event loop: never more at once than agreed, and nobody waits in a line without end."""

import threading
from functools import partial

import anyio
import pytest

from monitor.web.threads import Bezet, Threads


def test_no_more_work_is_done_at_once_than_agreed_and_the_rest_is_sent_away() -> None:
    most, waiting = 2, 3
    threads = Threads(most=most, waiting=waiting)
    lock, free = threading.Lock(), threading.Event()
    at_once, most_at_once, done, refused = [0], [0], [0], [0]

    def work() -> None:
        with lock:
            at_once[0] += 1
            most_at_once[0] = max(most_at_once[0], at_once[0])
        free.wait(10)
        with lock:
            at_once[0] -= 1
            done[0] += 1

    async def ask() -> None:
        try:
            await threads.run(work)
        except Bezet:
            refused[0] += 1

    async def crowd() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(ask)
            await anyio.wait_all_tasks_blocked()
            free.set()

    anyio.run(crowd)
    assert most_at_once[0] == most
    assert done[0] == most + waiting
    assert refused[0] == 20 - most - waiting


def test_after_a_failure_there_is_room_again() -> None:
    threads = Threads(most=1, waiting=0)

    def fail(error: Exception) -> None:
        raise error

    for _ in range(3):
        with pytest.raises(ValueError, match="stuk"):
            anyio.run(partial(threads.run, partial(fail, ValueError("stuk"))))
    assert anyio.run(partial(threads.run, lambda: 7)) == 7
