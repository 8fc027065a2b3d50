"""What is wrong in a layout, gathered so that all of it is reported at once."""

from jingjin_forms.errors import Problem
from jingjin_forms.typeset.layout import Line

_LONGEST_LINE_SHOWN = 40


class Faults:
    """A growing list of messages, each with the line it belongs to."""

    def __init__(self) -> None:
        self._found: list[tuple[Line, str]] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, line: Line, *messages: str) -> None:
        """Note that the line has these faults (or none)."""
        self._found += [
            (line, message) for message in messages if (line, message) not in self._found
        ]

    def problems(self) -> list[Problem]:
        """The faults in the order of the source."""
        return [
            Problem(_where(line), message)
            for line, message in sorted(self._found, key=lambda found: found[0].place)
        ]


def _where(line: Line) -> str:
    outer = f"{_where(line.included_by)}裡的" if line.included_by else ""
    return f"{outer}第 {line.number} 行「{_shortened(line.text)}」"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_LINE_SHOWN else f"{text[:_LONGEST_LINE_SHOWN]}…"
