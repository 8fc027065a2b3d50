"""How a form shows itself in a notebook: its pages, and what was found beside them."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from html import escape
from io import BytesIO
from typing import Any

from jingjin_forms.checks import Finding, Severity
from jingjin_forms.errors import FileProblemError, JingjinError
from jingjin_forms.export.libreoffice.soffice import has_soffice

_DPI = 80
_LONGEST_TOLD = 2_000
_COLOURS = {Severity.ERROR: "#b3261e", Severity.WARNING: "#8a6100"}
# A notebook may be dark; paper is white, and so is what lies beside it.
_STYLE = """<style>
.jingjin {display: flex; flex-wrap: wrap; gap: 1em; color: #111}
.jingjin > div {background: #fff; padding: .8em; border: 1px solid #ccc}
.jingjin .paper {flex: 2 1 30em; max-height: 62em; overflow: auto}
.jingjin .findings {flex: 1 1 16em}
.jingjin img {max-width: 100%}
.jingjin .paper > img {display: block; border-bottom: 1px solid #ccc}
.jingjin .paper table {border-collapse: collapse}
.jingjin .paper td, .jingjin .paper th {border: 1px solid #333; padding: .2em .4em; color: #111}
.jingjin .findings li {margin-bottom: .6em}
.jingjin small {display: block; color: #555}
</style>"""


def form_html(
    findings: Sequence[Finding],
    preview: Callable[[int], Sequence[bytes]],
    to_bytes: Callable[[], bytes],
) -> str:
    """A form's pages as pictures (`preview`, by dots per inch) when LibreOffice is there, else the
    text and tables of its Word file as HTML; the findings beside them. Never raises."""
    paper = _paper(preview, to_bytes)
    told = _findings_html(findings)
    return f'{_STYLE}<div class="jingjin"><div class="paper">{paper}</div>{told}</div>'


def _paper(preview: Callable[[int], Sequence[bytes]], to_bytes: Callable[[], bytes]) -> str:
    told = ""
    if has_soffice():
        try:
            return "".join(map(_picture, preview(_DPI)))
        except Exception as error:
            told = _said(error)
    try:
        return told + _text(to_bytes())
    except Exception as error:  # whatever a form of somebody's own holds
        return told or _said(error)


def _picture(png: bytes) -> str:
    return f'<img alt="" src="data:image/png;base64,{b64encode(png).decode()}">'


def _text(content: bytes) -> str:
    """The Word file as HTML by mammoth: all of its words and tables, not its look."""
    try:
        from mammoth import convert_to_html  # pyright: ignore
    except ImportError:
        remedy = 'pip install "jingjin-forms[look]"'
        told = f"要在這裡看表件，請安裝 LibreOffice，或 mammoth（{remedy}）。"
        return _said(FileProblemError(told))
    made: Any = convert_to_html(BytesIO(content))
    return str(made.value)


def _said(error: Exception) -> str:
    known = isinstance(error, JingjinError)
    told = str(error) if known else f"表件畫不出來（{type(error).__name__}：{error}）。"
    return f"<p>{escape(told[:_LONGEST_TOLD])}</p>"


def _findings_html(findings: Sequence[Finding]) -> str:
    told = "".join(map(_finding_html, findings))
    heading = f"檢核：{len(findings)} 項" if findings else "檢核：沒有發現問題。"
    return f'<div class="findings"><b>{heading}</b><ul>{told}</ul></div>'


def _finding_html(finding: Finding) -> str:
    severity = f'<b style="color: {_COLOURS[finding.severity]}">{finding.severity}</b>'
    clause = f"<small>{escape(str(finding.clause))}</small>" if finding.clause else ""
    note = f"<small>說明：{escape(finding.note)}</small>" if finding.note else ""
    return f"<li>{severity} {escape(finding.place)}：{escape(finding.message)}{clause}{note}</li>"
