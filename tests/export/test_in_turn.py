"""Work that is done a few pieces at a time."""

import sys
import threading
import time

import pytest

from jingjin_forms.export import Paper, convert_in_turn
from jingjin_forms.export import in_turn as turns
from jingjin_forms.export.in_turn import groups, in_turn
from jingjin_forms.files import processors as files


@pytest.fixture(autouse=True)
def two(monkeypatch: pytest.MonkeyPatch):
    for module in (files, turns):
        monkeypatch.setattr(module, "processors", lambda: 2)


@pytest.mark.parametrize(
    ("items", "sizes"),
    [(0, []), (1, [1]), (50, [50]), (51, [50, 1]), (120, [60, 60]), (401, [200, 200, 1])],
)
def test_each_processor_has_its_share(items: int, sizes: list[int]):
    found = list(groups(range(items), 200, lambda _: 1))
    assert [len(group) for group in found] == sizes
    assert [item for group in found for item in group] == list(range(items))


def test_large_files_make_small_groups():
    sizes = [20_000_000, 15_000_000, 14_000_000, 40_000_000, 1]
    assert list(groups(sizes, 200, int)) == [
        [20_000_000],
        [15_000_000, 14_000_000],
        [40_000_000],
        [1],
    ]


def test_in_order_though_the_later_is_done_first():
    def work(piece: list[float], _: threading.Event) -> float:
        time.sleep(piece[0])
        return piece[0]

    pieces = [[0.1], [0.0], [0.05]]
    assert list(in_turn(pieces, work)) == [(piece, piece[0]) for piece in pieces]


def test_pieces_are_asked_for_when_there_is_room():
    asked: list[int] = []

    def pieces():
        for number in range(6):
            asked.append(number)
            yield [number]

    results = in_turn(pieces(), lambda piece, _: piece[0])
    next(results)
    assert asked == [0, 1, 2]  # the third waits for the LibreOffice of one of the others
    results.close()


def test_who_stops_ends_what_is_under_way():
    began, ended = threading.Event(), list[bool]()

    def work(piece: list[int], stop: threading.Event) -> int:
        if piece[0] == 0:
            began.wait(20)
        else:
            began.set()
            ended.append(stop.wait(20))
        return piece[0]

    results = in_turn([[0], [1], [2]], work)
    assert next(results) == ([0], 0)
    results.close()
    assert ended
    assert all(ended)


def test_what_is_raised_is_raised_here():
    def work(piece: list[int], _: threading.Event) -> None:
        raise ValueError(piece[0])

    with pytest.raises(ValueError, match="1"):
        list(in_turn([[1], [2]], work))


def test_papers_are_asked_for_a_few_hundred_at_a_time(monkeypatch: pytest.MonkeyPatch):
    """What is converted already, and what cannot be, comes in its turn."""
    asked: list[int] = []

    def papers():
        for number in range(3_000):
            asked.append(number)
            kinds = (Paper(b"word"), b"pdf", "reason")
            yield number, kinds[number % 3]

    def converted(
        group: list[Paper], suffix: str, _: threading.Event, **how: bool
    ) -> list[bytes | str]:
        assert (suffix, how) == (".pdf", {"shared_fonts": True})
        return ["fault", *(b"made" for _ in group[1:])]

    monkeypatch.setattr(sys.modules["jingjin_forms.export.convert"], "converted", converted)
    made: list[tuple[int, bytes | str]] = []
    for one in convert_in_turn(papers(), ".pdf", shared_fonts=True):
        made.append(one)
        assert len(asked) - len(made) <= 1_200
    assert [number for number, _ in made] == list(range(3_000))
    assert [content for _, content in made[:9]] == [
        *("fault", b"pdf", "reason", b"made", b"pdf", "reason", b"made", b"pdf", "reason")
    ]
