"""Starts of LibreOffice, by a script in its place."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import BoundedSemaphore, Event

import pytest

from jingjin_forms.export.libreoffice import starts
from jingjin_forms.export.libreoffice.starts import Source, each_made, made_of
from tests.export.fake import MADE, Fake

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fakes are shell scripts")
SOURCES = [Source(b"%d" % n) for n in range(3)]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    return Fake(tmp_path, monkeypatch)


def test_each_is_told_while_the_next_is_made(fake: Fake):
    fake.does('for f; do make "$f"; sleep 0.3; done; echo end >> "$LOG"')
    for number, (found, made) in enumerate(each_made(SOURCES, ".pdf")):
        assert (found, made) == (number, MADE)
        assert "end" not in fake.log.read_text()


def test_it_may_take_long_while_it_makes_something(fake: Fake):
    fake.does('for f; do sleep 0.7; make "$f"; done')  # 1.1 seconds are allowed for one
    assert made_of(SOURCES, ".pdf") == [MADE] * 3
    assert fake.starts == 1


def test_who_wants_no_more_ends_it(fake: Fake):
    fake.does('make "$1"; sleep 20; echo end >> "$LOG"')
    made = each_made(SOURCES, ".pdf")
    assert next(made) == (0, MADE)
    made.close()  # type: ignore[attr-defined]
    assert fake.log.read_text() == "start\n"


def test_no_more_at_a_time_than_there_is_room_for(fake: Fake, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(starts, "_room", BoundedSemaphore(1))
    fake.does('sleep 0.2; echo end >> "$LOG"; for f; do make "$f"; done')
    with ThreadPoolExecutor(3) as threads:
        made = threads.map(lambda source: made_of([source], ".pdf"), SOURCES)
        assert list(made) == [[MADE]] * 3
    assert fake.log.read_text().split() == ["start", "end"] * 3


def test_who_is_stopped_does_not_wait_for_room(fake: Fake, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(starts, "_room", BoundedSemaphore(1))
    stop = Event()
    stop.set()
    with starts._room:
        assert not isinstance(made_of(SOURCES[:1], ".pdf", stop=stop)[0], bytes)
    assert fake.starts == 0
