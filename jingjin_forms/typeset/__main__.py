"""`python -m jingjin_forms.typeset [FOLDER] [--check]`: write the templates anew, or check them."""

import sys

from jingjin_forms.files.rebuilding import Rebuilding
from jingjin_forms.typeset import rebuild, stale

main = Rebuilding(
    "python -m jingjin_forms.typeset",
    "把版面原稿（.layout）排成 Word 範本",
    rebuild,
    stale,
    done="已排版",
    behind="範本和原稿不一致",
).run

if __name__ == "__main__":
    sys.exit(main())
