"""What the packets of a batch are called: a folder each or, where the pattern ends so, a .zip.

{學校}_{表名}    {編號}_{學校名稱.簡稱}.zip
"""

from collections.abc import Callable, Mapping
from typing import Any

from jingjin_forms.batch.naming.names import NAME, faults_of, labels_in, shown_by, strictly
from jingjin_forms.errors import FactsError, Problem, shortened
from jingjin_forms.facts.labels import label_of_key
from jingjin_forms.files.names import safe_name
from jingjin_forms.packets.application import Application
from jingjin_forms.packets.as_facts import readable_facts, sample_packet
from jingjin_forms.packets.packet import Packet
from jingjin_forms.packets.reading import load_packet
from jingjin_forms.tables.rows import TableRow

ARCHIVE = ".zip"
PACKET_NAME = "{學校}_{表名}"
"""What packets are called unless it is said."""
_OWN = ("學校", "表名", "編號", "列")
"""What a pattern may name besides the labels: the school's short name, what is handed in."""


def packet_name(pattern: str, packet: Packet, row: TableRow) -> str:
    """The name of the row's folder or .zip. Raises FactsError where the pattern does not suit."""
    return _named(pattern, packet, row, lambda stem, words: stem.format_map(words))


def _named(
    pattern: str,
    packet: Packet,
    row: TableRow,
    filled: Callable[[str, Mapping[str, Any]], str],
) -> str:
    suffix = ARCHIVE if pattern.endswith(ARCHIVE) else ""
    stem = pattern.removesuffix(ARCHIVE)
    title = packet.application.title
    own = {"學校": packet.who, "表名": title, "編號": row.key, "列": row.number}
    try:
        name = filled(stem, {**_shown(packet, labels_in(stem)), **own})
    except (ValueError, TypeError, AttributeError, LookupError):
        raise _misfit(pattern, type(packet.application), "") from None
    return safe_name(name, suffix)


def _shown(packet: Packet, wanted: frozenset[str]) -> dict[str, Any]:
    """What the papers print under these labels, the first that says it; blank where none does."""
    words: dict[str, Any] = dict.fromkeys(wanted, "")
    for facts in (*(paper.form for paper in packet.papers), packet.application):
        if facts is not None:
            for word, value in shown_by(facts, wanted).items():
                words[word] = words[word] or value
    return words


def check_packet_pattern(pattern: str, application: type[Application]) -> str:
    """The pattern. Raises FactsError for one that names nothing of the packet, or asks for too
    much."""
    if not isinstance(pattern, str):  # pyright: ignore[reportUnnecessaryIsInstance] (callers may be wrong)
        raise _misfit(shortened(pattern), application, "要是文字，")
    if pattern == NAME:  # as for forms: nothing was said
        return PACKET_NAME
    stem = pattern.removesuffix(ARCHIVE)
    known = {*label_of_key(readable_facts(application)), *_OWN}
    try:
        fault = next(faults_of(stem), "")
        if not fault and not stem.strip():
            fault = "是空白的，"
        if not fault and (unknown := sorted(labels_in(stem) - known)):
            fault = f"沒有「{shortened(unknown[0])}」，"
        if not fault and stem[stem.rfind(".") :].lower() in (".docx", ".pdf", ".odt"):
            fault = "一份送件是一個資料夾，或 .zip，"
    except ValueError:
        fault = "大括號不成對，"
    if fault:
        raise _misfit(pattern, application, fault)
    if (sample := sample_packet(application)) is not None:
        _named(pattern, load_packet(sample), TableRow(1, "1", {}, ()), strictly)
    return pattern


def _misfit(pattern: str, application: type[Application], fault: str) -> FactsError:
    known = "、".join(dict.fromkeys((*_OWN, *label_of_key(readable_facts(application)).values())))
    message = f"檔名的樣式不對：{fault}{{}} 內可用的有：{known}。"
    return FactsError("檔名樣式", [Problem(f"「{shortened(pattern, 100)}」", message)])
