"""The 送件清單: what a packet holds and lacks, how and by when it goes, and what was found."""

from collections.abc import Iterable, Sequence
from datetime import date

from jingjin_forms.checks import Finding
from jingjin_forms.checks.deadlines import Due
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.packets.application import Delivery
from jingjin_forms.packets.delivering import deliveries_of
from jingjin_forms.packets.papers import PacketPaper
from jingjin_forms.values.roc import RocDate

CHECKLIST = "送件清單"


def checklist(
    title: str,
    school: str,
    on: date | None,
    papers: Sequence[PacketPaper],
    deadlines: Iterable[Due],
    findings: Iterable[Finding],
) -> Form:
    """The form for what is handed in under this title on the day `on`."""
    facts = {
        "送件名稱": title,
        "學校名稱": school,
        "送件日期": None if on is None else RocDate(on),
        "送件文件": [*map(_paper_row, papers)],
        "送件方式": [_delivery_row(*row) for row in deliveries_of(papers)],
        "期限": [*map(_deadline_row, deadlines)],
        "檢核結果": [*map(_finding_row, findings)],
    }
    return get_form("common/submission_checklist").load(facts)


def _paper_row(paper: PacketPaper) -> dict[str, str]:
    return {
        "文件": paper.title,
        "檔名": paper.file_name if paper.form or paper.source else "",
        "核章": paper.paper.seals,
        "狀態": str(paper.state),
        "依據": f"{paper.paper.clause.document} {paper.paper.clause.number}",
    }


def _delivery_row(delivery: Delivery, titles: str) -> dict[str, str]:
    clause = delivery.clause
    return {
        "送法": delivery.how,
        "文件": titles,
        "份數與裝訂": delivery.copies,
        "收件": delivery.to,
        "依據": f"{clause.document} {clause.number}" if clause else "",
    }


def _finding_row(finding: Finding) -> dict[str, str]:
    note = f"（說明：{finding.note}）" if finding.note else ""
    return {
        "輕重": str(finding.severity),
        "文件": finding.paper,
        "欄位": finding.where,
        "說明": finding.message,
        "依據": f"{finding.clause or ''}{note}",
    }


def _deadline_row(due: Due) -> dict[str, str]:
    clause = due.rule.clause
    return {
        "事項": due.rule.what,
        "日期": str(due),
        "依據": f"{clause.document} {clause.number}",
    }
