"""`python -m jingjin_forms.export [FOLDER] [--check]`: the .odt of templates, made or checked."""

import sys

from jingjin_forms.export.odt_template import rebuild_odt, stale_odt
from jingjin_forms.files.rebuilding import Rebuilding

main = Rebuilding(
    "python -m jingjin_forms.export",
    "由 Word 範本（.docx）做出旁邊的 .odt 範本，要有 LibreOffice；只檢查時不用",
    rebuild_odt,
    stale_odt,
    done="已做好",
    behind=".odt 和 .docx 範本不一致",
).run

if __name__ == "__main__":
    sys.exit(main())
