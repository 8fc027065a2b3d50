"""The parts of a file held against the patterns of a form's template."""

from collections.abc import Mapping
from dataclasses import dataclass

from jingjin_forms.reading.captured.captured import Capturing
from jingjin_forms.reading.matching.found import Match, Way
from jingjin_forms.reading.matching.matching import match_flow
from jingjin_forms.reading.matching.program import program_of
from jingjin_forms.reading.matching.table_matching import Tables
from jingjin_forms.reading.paper.flows import read_flows
from jingjin_forms.reading.paper.paper import Flow
from jingjin_forms.reading.pattern.form_pattern import FormPattern, PartPattern
from jingjin_forms.reading.tokens import Token
from jingjin_forms.word.docx.location import part_title

_NO_MATCH = 1_000_000


@dataclass(frozen=True, slots=True)
class PartMatch:
    """How one part fits."""

    name: str
    cost: int
    flows: tuple[Flow, ...]
    matches: tuple[tuple[Flow, Match], ...]
    extra: tuple[Flow, ...]
    """Text boxes that the form does not have."""
    is_whole: bool
    """Whether its text and all its text boxes fit."""

    @property
    def is_exact(self) -> bool:
        return self.is_whole and all(match.is_exact for _, match in self.matches)


@dataclass(frozen=True, slots=True)
class FileMatch:
    """How a file fits: the document first, then headers and footers that hold facts."""

    parts: tuple[PartMatch, ...]

    @property
    def cost(self) -> int:
        return sum(part.cost for part in self.parts) if self.parts else _NO_MATCH

    def captured(self) -> Capturing:
        """What stands in its slots."""
        capturing = Capturing()
        for part in self.parts:
            for flow, match in part.matches:
                capturing.flow(flow, match.actions, match.way)
            for box in part.extra:
                capturing.added("文字方塊", box.shown)
        return capturing


def match_file(pattern: FormPattern, parts: Mapping[str, bytes]) -> FileMatch:
    """How the parts of a file fit the form best."""
    found: list[PartMatch] = []
    for part in pattern.parts:
        names = [part.name] if part.name in parts else _alike(part.name, parts)
        tried = [_match_part(part, name, parts[name]) for name in names]
        found += [min(tried, key=lambda match: match.cost)] if tried else []
    return FileMatch(tuple(found))


def _alike(name: str, parts: Mapping[str, bytes]) -> list[str]:
    """Parts of the same sort: another program numbers headers its own way."""
    sort = name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    return [n for n in parts if n.rpartition("/")[2].startswith(sort) and n.endswith(".xml")]


def _match_part(part: PartPattern, name: str, content: bytes) -> PartMatch:
    flows = read_flows(content, part_title(name))
    tables = Tables()
    matches: list[tuple[Flow, Match]] = []
    cost = 0
    for tokens, flow in zip(part.flows, flows, strict=False):
        match = _as_closely(tokens, flow, tables)
        cost += _NO_MATCH if match is None else match.cost
        matches += [] if match is None else [(flow, match)]
    is_whole = len(matches) == len(part.flows)
    extra = tuple(flows[len(part.flows) :])
    return PartMatch(name, cost, tuple(flows), tuple(matches), extra, is_whole)


def _as_closely(tokens: tuple[Token, ...], flow: Flow, tables: Tables) -> Match | None:
    """The match of the closest way in which there is one."""
    program = program_of(tokens)
    found = (match_flow(program, flow, way, tables.match) for way in Way)
    return next((match for match in found if match is not None), None)
