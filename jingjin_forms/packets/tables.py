"""A packet as tables for a terminal, and as JSON for programs."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from rich.table import Table

from jingjin_forms.checks.deadlines import Due
from jingjin_forms.checks.tables import clause_as_dict, finding_as_dict, table
from jingjin_forms.packets.application import Delivery
from jingjin_forms.packets.delivering import deliveries_of
from jingjin_forms.packets.packet import SavedPacket
from jingjin_forms.packets.papers import PacketPaper, State


def delivery_table(papers: Sequence[PacketPaper]) -> Table:
    """How the papers are handed in: a row for each way in which some of them go."""
    shown = table("送法", "文件", "份數與裝訂", "收件", "依據")
    for delivery, titles in deliveries_of(papers):
        clause = delivery.clause
        basis = f"{clause.document} {clause.number}" if clause else ""
        shown.add_row(delivery.how, titles, delivery.copies, delivery.to, basis)
    return shown


def packet_json(saved: SavedPacket, on: date | None) -> str:
    """What was written, each paper with the ways in which it goes, the deadlines and the findings.

    Null is what is not there: the file of a paper that could not be made, a clause.
    """
    packet = saved.packet
    written = {path.name: str(path) for path in saved.paths}
    papers = packet.cited_papers(on)
    told = {
        "application": packet.key,
        "files": [str(path) for path in saved.paths],
        "papers": [_paper(paper, written.get(paper.file_name)) for paper in papers],
        "deadlines": [*_deadlines(packet.deadlines(on), on)],
        "findings": [*map(finding_as_dict, (*packet.problem_findings(), *packet.check(on)))],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _paper(paper: PacketPaper, file: str | None) -> dict[str, object]:
    is_there = paper.state in (State.MADE, State.ENCLOSED)  # else the name is another paper's
    return {
        "title": paper.title,
        "state": paper.state.name.lower(),
        "file": file if is_there else None,
        "seals": paper.paper.seals,
        "rule": paper.paper.rule,
        "clause": clause_as_dict(paper.paper.clause),
        "deliveries": [_delivery(delivery) for delivery in paper.deliveries],
    }


def _delivery(delivery: Delivery) -> dict[str, object]:
    return {
        "how": delivery.how,
        "copies": delivery.copies,
        "to": delivery.to,
        "clause": clause_as_dict(delivery.clause) if delivery.clause else None,
    }


def _deadlines(dues: Iterable[Due], on: date | None) -> Iterable[dict[str, object]]:
    for due in dues:
        yield {
            "what": due.rule.what,
            "day": due.day.isoformat(),
            "hour": None if due.rule.hour is None else str(due.rule.hour),
            "over": None if on is None else due.is_over(on),
            "rule": due.rule.number,
            "clause": clause_as_dict(due.rule.clause),
            "note": due.rule.note,
        }
