"""The same PDF for the same Word file.

LibreOffice writes the second at which it made a PDF into it and into its colours, and an identifier
drawn from that. Both are put in the Word file's own terms: the day that it says it was made on, and
a digest of its bytes. What takes their place is as long as they are.
"""

import hashlib
import re
import zipfile
from io import BytesIO

from jingjin_forms.export.constant_profile import with_constant_profile

_MADE = re.compile(
    rb"<dcterms:created[^>]*>(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z?</dcterms:created>"
)
_IDENTIFIER = re.compile(rb"(?<=/ID \[ <)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(?=>)")
_CHECKSUM = re.compile(rb"(?<=/DocChecksum /)[0-9A-F]{32}")
_DAY = re.compile(rb"(?<=Date\(D:)\d{14}")
_DAY_BESIDE = re.compile(rb"(?<=Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?=[Z+-])")
"""As the metadata of a PDF/A say it a second time."""


def constant_pdf(pdf: bytes, source: bytes) -> bytes:
    """The PDF that was made of a Word file, with nothing in it of when it was made."""
    pdf = with_constant_profile(pdf)
    digest = hashlib.md5(source, usedforsecurity=False).hexdigest().upper().encode()
    pdf = _IDENTIFIER.sub(rb"%b\g<1>%b" % (digest, digest), pdf)
    pdf = _CHECKSUM.sub(digest, pdf)
    if made := _MADE.search(core_properties(source)):
        year, month, day, hour, minute, second = made.groups()
        pdf = _DAY.sub(b"".join(made.groups()), pdf)
        date, time = b"-".join((year, month, day)), b":".join((hour, minute, second))
        pdf = _DAY_BESIDE.sub(date + b"T" + time, pdf)
    return pdf


def core_properties(source: bytes) -> bytes:
    """What a Word file says of itself, its title for one; empty where it says nothing."""
    try:
        with zipfile.ZipFile(BytesIO(source)) as package:
            return package.read("docProps/core.xml")
    except (KeyError, zipfile.BadZipFile):
        return b""
