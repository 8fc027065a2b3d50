"""Files of other programs (.doc, .odt, .rtf) as Word files, by LibreOffice.

What comes from outside is opened without its macros, and nothing that it links to is fetched.
"""

import errno
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.libreoffice.soffice import run_soffice
from jingjin_forms.export.libreoffice.work_folder import work_folder
from jingjin_forms.files.codes import DISK_FULL
from jingjin_forms.files.reasons import reason_of

_TRIES = 2
_CAREFUL = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""Settings of a user: no macros, no pictures from elsewhere, links not followed."""


def to_word(content: bytes, suffix: str, infilter: str) -> bytes:
    """The .docx that LibreOffice makes of a file of this suffix, read by this filter of its.

    When it hangs or dies it is started a second time. Raises FileProblemError, whose text is the
    end of a sentence, where it makes nothing or is missing.
    """
    ended = ""
    for _ in range(_TRIES):
        made, ended = _try(content, suffix, infilter)
        if made is not None:
            return made
        if not ended:
            raise FileProblemError("LibreOffice 打不開，檔案可能已損壞")
    raise FileProblemError(f"{ended}，重試一次也一樣")


def _try(content: bytes, suffix: str, infilter: str) -> tuple[bytes | None, str]:
    try:
        with work_folder() as work:
            settings = work / "profile" / "user" / "registrymodifications.xcu"
            settings.parent.mkdir(parents=True)
            settings.write_text(_CAREFUL, encoding="utf-8")
            source, out = work / f"blank{suffix}", work / "out"
            source.write_bytes(content)
            ended = run_soffice([source], ".docx", out, work, infilter=infilter)
            return _whole(out / "blank.docx"), ended
    except FileProblemError:
        raise
    except OSError as error:
        place = tempfile.gettempdir()
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            told = f"暫存資料夾「{place}」的磁碟空間不足"
            raise FileProblemError(told, code=DISK_FULL) from None
        reason = reason_of(error)
        raise FileProblemError(f"無法使用暫存資料夾「{place}」（{reason}）") from None


def _whole(path: Path) -> bytes | None:
    """What was made, if it was finished."""
    if not path.exists():
        return None
    made = path.read_bytes()
    return made if zipfile.is_zipfile(BytesIO(made)) else None
