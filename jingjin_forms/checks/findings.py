"""What a check has found: lines in a console, a table in a notebook, a tuple in a program."""

from collections import Counter
from html import escape

from jingjin_forms.checks.finding import Finding, Severity
from jingjin_forms.errors import shortened

_LINES, _LONGEST_LINE, _ROWS = 15, 100, 200
_COLOURS = {Severity.ERROR: "#b3261e", Severity.WARNING: "#8a6100"}
NOTHING = "檢核：沒有發現問題。"


class Findings(tuple[Finding, ...]):
    """Findings in the order in which they were made."""

    __slots__ = ()

    def summary(self) -> str:
        """One line: how many there are of each weight."""
        counts = Counter(finding.severity for finding in self)
        told = "、".join(f"{severity} {counts[severity]:,}" for severity in counts)
        return f"檢核：{len(self):,} 項（{told}）" if self else NOTHING

    def as_dicts(self) -> list[dict[str, object]]:
        """All of them for a program, as JSON can hold them."""
        return [finding.as_dict() for finding in self]

    def __repr__(self) -> str:
        if not self:
            return "()"
        lines = [shortened(str(finding), _LONGEST_LINE) for finding in self[:_LINES]]
        if more := len(self) - len(lines):
            lines.append(f"…還有 {more:,} 項")
        return "\n".join([self.summary(), *lines])

    def _repr_html_(self) -> str:
        """How a notebook shows them."""
        if not self:
            return f"<p>{NOTHING}</p>"
        rows = "".join(map(_row, self[:_ROWS]))
        more = f"<p>…還有 {len(self) - _ROWS:,} 項</p>" if len(self) > _ROWS else ""
        heads = "".join(f"<th>{head}</th>" for head in ("", "欄位", "說明", "依據"))
        table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        return f"<p>{escape(self.summary())}</p>{table}{more}"


def _row(finding: Finding) -> str:
    severity = f'<b style="color: {_COLOURS[finding.severity]}">{finding.severity}</b>'
    note = f"說明：{finding.note}" if finding.note else ""
    basis = "<br>".join(escape(text) for text in (str(finding.clause or ""), note) if text)
    cells = (severity, escape(finding.place), escape(finding.message), basis)
    aligned = "".join(f'<td style="text-align: left">{cell}</td>' for cell in cells)
    return f"<tr>{aligned}</tr>"
