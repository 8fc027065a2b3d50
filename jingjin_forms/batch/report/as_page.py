"""The report as a page for the browser: its head stays in sight, its files are linked."""

from collections.abc import Iterable, Iterator
from html import escape

from jingjin_forms.batch.report.as_csv import HEADINGS, texts_of
from jingjin_forms.batch.report.links import Links
from jingjin_forms.batch.report.results import RowResult
from jingjin_forms.batch.report.told import needs_somebody

_HEAD = """\
<!DOCTYPE html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<title>報告</title>
<style>
body { font-family: sans-serif; margin: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #bbb; padding: .3rem .5rem; text-align: left; vertical-align: top; }
td { white-space: pre-line; overflow-wrap: anywhere; }
th { position: sticky; top: 0; background: #ddebf7; white-space: nowrap; }
tr.fault { background: #fdecea; }
input { font: inherit; width: 20rem; margin: .5rem 0; }
</style>
</head>
<body>
"""
_FILTER = """\
<input type="search" placeholder="只看有這些字的列，例如校名、未產生" aria-label="篩選">
"""
_TAIL = """\
</tbody></table>
<script>
const rows = [...document.querySelectorAll("tbody tr")];
document.querySelector("input").oninput = (event) =>
  rows.forEach((row) => { row.hidden = !row.textContent.includes(event.target.value.trim()); });
</script>
</body>
</html>
"""
_FILE = HEADINGS.index("檔案") - 1


def page(report: Iterable[RowResult], summary: str, links: Links) -> Iterator[bytes]:
    """The page, piece by piece. Nothing is loaded from elsewhere."""
    heads = "".join(f"<th>{head}</th>" for head in HEADINGS)
    yield f"{_HEAD}<p>{escape(summary)}</p>\n{_FILTER}".encode()
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>\n".encode()
    for result in report:
        yield _row(result, links.to(result)).encode(errors="backslashreplace")
    yield _TAIL.encode()


def _row(result: RowResult, link: str) -> str:
    cells = [escape(text) for text in texts_of(result)]
    if link:
        cells[_FILE] = f'<a href="{escape(link)}">{cells[_FILE]}</a>'
    colour = ' class="fault"' if needs_somebody(result) else ""
    row = "".join(f"<td>{cell}</td>" for cell in (f"{result.number:,}", *cells))
    return f"<tr{colour}>{row}</tr>\n"
