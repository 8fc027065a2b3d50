"""A packet into a folder: the papers under their official names, and the 送件清單 on top."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Any

from jingjin_forms.checks.edition import Edition
from jingjin_forms.checks.finding import Finding
from jingjin_forms.checks.kinds import Deadline
from jingjin_forms.errors import FileProblemError, FillError
from jingjin_forms.files.names import safe_name
from jingjin_forms.files.writing import HOW_TO_OVERWRITE, make_folder, write_file
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.packets.packet import Packet, PacketPaper
from jingjin_forms.values.roc import RocDate

CHECKLIST = "送件清單"


@dataclass(frozen=True)
class SavedPacket:
    """What was written, and the packet as it turned out: a paper may fail while it is printed."""

    packet: Packet
    paths: tuple[Path, ...]


def save_packet(
    packet: Packet,
    folder: str | PathLike[str],
    *,
    on: date | None = None,
    overwrite: bool = False,
    archive: bool = False,
) -> SavedPacket:
    """Write every paper that can be made or was brought, and the 送件清單, into a folder.

    With `archive` also one .zip of them all. `on` is the day of handing in (see `Packet.check`).
    Raises FileProblemError, before anything is written, when a file exists already (unless
    `overwrite`); and when one cannot be written.
    """
    packet, contents = _rendered(packet)
    contents = {f"{CHECKLIST}.docx": _checklist(packet, on), **contents}
    if archive:
        name = safe_name(packet.application.title, ".zip")
        contents[name] = _zipped(contents)
    target = Path(folder)
    there = [name for name in contents if (target / name).exists()]
    if there and not overwrite:
        listed = "、".join(f"「{name}」" for name in there)
        raise FileProblemError(f"「{target}」裡已經有 {listed}，沒有覆寫。{HOW_TO_OVERWRITE}")
    make_folder(target)
    paths = [
        write_file(target / name, content, overwrite=overwrite)
        for name, content in contents.items()
    ]
    return SavedPacket(packet, tuple(paths))


def _rendered(packet: Packet) -> tuple[Packet, dict[str, bytes]]:
    """The papers' contents by name, and the packet without those that could not be printed."""
    papers: list[PacketPaper] = []
    contents: dict[str, bytes] = {}
    for paper in packet.papers:
        try:
            if paper.form is not None:
                contents[paper.file_name] = paper.form.to_bytes()
            elif paper.source is not None:
                contents[paper.file_name] = _read(paper.source)
        except FillError as error:
            paper = replace(paper, form=None, problems=error.problems)
        papers.append(paper)
    problems = [problem for paper in papers for problem in paper.problems]
    more = [problem for problem in problems if problem not in packet.problems]
    return replace(packet, papers=tuple(papers), problems=(*packet.problems, *more)), contents


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise FileProblemError(f"無法讀取「{source}」：{error.strerror}。") from None


def _checklist(packet: Packet, on: date | None) -> bytes:
    edition = packet.edition(on)
    schools = [getattr(paper.form, "school", None) for paper in packet.papers]
    facts: dict[str, Any] = {
        "送件名稱": packet.application.title,
        "學校名稱": str(next(filter(None, schools), "")),
        "送件日期": None if on is None else RocDate(on),
        "送件文件": [_paper_row(paper, edition) for paper in packet.papers],
        "期限": [_deadline_row(deadline) for deadline in packet.deadlines()],
        "檢核結果": [
            _finding_row(found) for found in (*packet.problem_findings(), *packet.check(on))
        ],
    }
    return get_form("common/submission_checklist").load(facts).to_bytes()


def _paper_row(paper: PacketPaper, edition: Edition | None) -> dict[str, str]:
    clause = edition.cited(paper.paper.clause) if edition else paper.paper.clause
    return {
        "文件": paper.title,
        "檔名": paper.file_name if paper.form or paper.source else "",
        "核章": paper.paper.seals,
        "狀態": str(paper.state),
        "依據": f"{clause.document} {clause.number}",
    }


def _finding_row(finding: Finding) -> dict[str, str]:
    return {
        "輕重": str(finding.severity),
        "文件": finding.paper,
        "欄位": finding.where,
        "說明": finding.message,
        "依據": str(finding.clause or ""),
    }


def _deadline_row(deadline: Deadline) -> dict[str, str]:
    return {
        "事項": deadline.what,
        "日期": f"{deadline.last}{deadline.hour}",
        "依據": f"{deadline.clause.document} {deadline.clause.number}",
    }


def _zipped(contents: Mapping[str, bytes]) -> bytes:
    """An archive without the time of day: equal papers give equal archives."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()
