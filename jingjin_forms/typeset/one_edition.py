"""Answers for lines of one edition only, so that one source holds the papers of several 學年度.

    until 112 | 項目 | 說明
    since 113 | 項目 | 用途說明

The official texts in `tests/official` have them too.
"""

import re

_mark = re.compile(r"[ \t]*(since|until)[ \t]+([1-9][0-9]{1,2})[ \t]+(?=\S)")


def lines_for(source: str, school_year: int | None) -> str:
    """The source of a 學年度, without the marks; lines of other years are blank, so that the rest
    keep their numbers. None is the year of the first edition."""
    year = school_year or 0
    return "\n".join(_line_for(line, year) for line in source.split("\n"))


def later_years(source: str) -> set[int]:
    """The 學年度 in which a marked line begins or has ended."""
    found: set[int] = set()
    for line in source.split("\n"):
        while match := _mark.match(line):
            found.add(int(match[2]) + (match[1] == "until"))
            line = line[match.end() :]
    return found


def _line_for(line: str, year: int) -> str:
    while match := _mark.match(line):
        word, named = match[1], int(match[2])
        if year < named if word == "since" else year > named:
            return ""
        line = line[match.end() :]
    return line
