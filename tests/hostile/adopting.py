"""Blank forms spoilt as files get spoilt, and adopted: refused in a sentence, or whole.

They are those of `benchmarks/blanks`, and one that is long.
"""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

from benchmarks.blanks.corpus import forms
from benchmarks.blanks.long import ten_pages, two_hundred_pages
from jingjin_forms import JingjinError
from jingjin_forms.adopting import adopt
from jingjin_forms.word.compile import compile_parts
from tests.hostile.bench import WRITTEN, Bench
from tests.hostile.mutate import mutated

_SNIPPETS = (
    *(b"{{", b"{% if", b"{#", b"%}", b"&amp;", b"&#13;", b"&#xA0;", b"\xe3\x80\x80", b"<!-- > -->"),
    *(b"<w:p/>", b"<w:tr/>", b"<w:tc/>", b"<w:tbl/>", b"<w:r><w:t/></w:r>", b"<w:vMerge/>"),
    *(b'<w:gridSpan w:val="900000000"/>', b'<w:gridSpan w:val="-1"/>', b"<w:sdt/>", b"<w:del/>"),
    *(b'<w:gridBefore w:val="99999999"/>', b"<w:fldChar/>", b"<w:ffData><w:checkBox/></w:ffData>"),
    *("「□".encode(), b"____", "年　月　日".encode(), "“".encode(), "○○國小".encode()),
)
_ELEMENT = re.compile(
    rb"<w:(\w+)(?:\s[^<>]*)?/>|<w:(t|r|p|tc|tr|tcPr|pPr|rPr)(?:\s[^<>]*)?>.*?</w:\2>"
)
_ATTRIBUTE = re.compile(rb'\s(w\w*:\w+)="([^"<]*)"')
_TAG = re.compile(rb"</?w:(?:p|r|t|tc|tr|tbl|sdt|sdtContent)(?:\s[^<>]*)?/?>")
Change = Callable[[bytes, Random], bytes]


def _spoilt(content: bytes, random: Random) -> bytes:
    return mutated(content, random, _SNIPPETS)


def _without_elements(content: bytes, random: Random) -> bytes:
    found = list(_ELEMENT.finditer(content))
    gone = random.sample(found, min(len(found), random.choice((1, 1, 3, 20))))
    for match in sorted(gone, key=lambda m: -m.start()):
        content = content[: match.start()] + content[match.end() :]
    return content


def _doubled_elements(content: bytes, random: Random) -> bytes:
    found = list(_ELEMENT.finditer(content))
    for match in sorted(random.sample(found, min(len(found), 4)), key=lambda m: -m.start()):
        content = content[: match.end()] + match[0] + content[match.end() :]
    return content


def _moved_elements(content: bytes, random: Random) -> bytes:
    """Elements at places where others stand: still XML, no Word any more."""
    found = list(_ELEMENT.finditer(content))
    if len(found) < 2:
        return content
    taken, where = random.sample(found, 2)
    return content[: where.start()] + taken[0] + content[where.start() :]


def _doubled_attribute(content: bytes, random: Random) -> bytes:
    found = list(_ATTRIBUTE.finditer(content))
    match = random.choice(found)
    return content[: match.end()] + match[0] + content[match.end() :]


def _odd_values(content: bytes, random: Random) -> bytes:
    values = (
        b"",
        b"-1",
        b"0",
        b"999999999999",
        b"1.5",
        b"x",
        b"\xef\xbc\x91",
        b"restart",
        b"{{ a }}",
    )
    found = list(_ATTRIBUTE.finditer(content))
    for match in sorted(random.sample(found, min(len(found), 10)), key=lambda m: -m.start()):
        content = content[: match.start(2)] + random.choice(values) + content[match.end(2) :]
    return content


def _odd_texts(content: bytes, random: Random) -> bytes:
    """Printed words that templates take for their own, and white space of every width."""
    words = (
        "{{ x }}",
        "{%",
        "#}",
        "“引”",
        "\\",
        "'",
        '"',
        "&amp;",
        "&lt;",
        "}}",
        "\u00a0",
        "\u3000",
    )
    found = list(re.finditer(rb"(?<=>)[^<>]+(?=</w:t>)", content))
    for match in sorted(random.sample(found, min(len(found), 5)), key=lambda m: -m.start()):
        text = match[0].decode(errors="ignore")
        at = random.randrange(len(text) + 1)
        new = text[:at] + random.choice(words) * random.choice((1, 3)) + text[at:]
        content = content[: match.start()] + new.encode() + content[match.end() :]
    return content


def _deep(content: bytes, random: Random) -> bytes:
    """Something inside itself, many times."""
    times = random.choice((5, 40, 120, 400))
    begin, end = random.choice(
        (
            (b"<w:tbl><w:tr><w:tc>", b"<w:p/></w:tc></w:tr></w:tbl>"),
            (b"<w:sdt><w:sdtContent>", b"</w:sdtContent></w:sdt>"),
            (b"<w:ins>", b"</w:ins>"),
            (b"<w:p><w:r><w:pict><w:txbxContent>", b"</w:txbxContent></w:pict></w:r></w:p>"),
        )
    )
    inside = "<w:p><w:r><w:t>姓名：____ □男 □女</w:t></w:r></w:p>".encode()
    at = content.find(b"<w:body>") + len(b"<w:body>")
    return content[:at] + begin * times + inside + end * times + content[at:]


def _unbalanced(content: bytes, random: Random) -> bytes:
    match = random.choice(list(_TAG.finditer(content)))
    return content[: match.start()] + content[match.end() :]


def _many(content: bytes, random: Random) -> bytes:
    """One element so often that whatever is quadratic shows."""
    found = [m for m in _ELEMENT.finditer(content) if m[2] in (b"p", b"tr", b"tc", b"r", b"t")]
    if not found:
        return content
    match = random.choice(found)
    times = min(random.choice((30, 200)), 100_000 // len(match[0]) + 1)
    return content[: match.end()] + match[0] * times + content[match.end() :]


_CHANGES = (
    *(_spoilt, _without_elements, _doubled_elements, _moved_elements, _doubled_attribute),
    *(_odd_values, _odd_texts, _deep, _unbalanced, _many),
)


class BlanksKind:
    """A blank form of the corpora, mostly spoilt, and adopted."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._blanks = [form for _, form in forms()]
        self._long = (ten_pages(), two_hundred_pages())
        self._cache: dict[str, bytes] = {}

    def run(self, number: int) -> str:
        """See `Kind`."""
        random = self._bench.random("blanks", number)
        form = random.choice(self._long if random.random() < 0.02 else self._blanks)
        if form.title not in self._cache:
            self._cache[form.title] = form.blank()[0]
        content = self._cache[form.title]
        if random.random() < 0.95:
            content = _changed(content, random.choice(_CHANGES), random)
        path = self._bench.work / "空白表.docx"
        path.write_bytes(content)
        try:
            adoption = adopt(path)
            compile_parts(path, adoption.parts)
            adoption.picture()
        except JingjinError as error:
            return self._bench.refused(error)
        return WRITTEN


def _changed(content: bytes, change: Change, random: Random) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    document = max(files, key=lambda name: files[name].count(b":t>"))
    others = [name for name in files if name.endswith((".xml", ".rels"))]
    name = document if random.random() < 0.9 else random.choice(others)
    try:
        files[name] = change(files[name], random)
    except (IndexError, ValueError):  # nothing there that this could change
        files[name] = _spoilt(files[name], random)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for key, data in files.items():
            archive.writestr(key, data)
    made = out.getvalue()
    return mutated(made, random, (b"PK\x03\x04", b"\0" * 30)) if random.random() < 0.05 else made
