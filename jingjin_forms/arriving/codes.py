"""What is wrong with a file that was to become a form, beside the codes of `files.codes`.

Of the file:
not_a_document  another kind of file: PDF, picture, spreadsheet, archive
no_text         nothing but pictures in it
too_long        more pages than a form has
tagged          our tags stand in it already
no_blanks       nothing in it is to be filled in
no_tags_left    of all its blanks none was given a tag

Of what `adopt` was told:
argument        none of the kind that is wanted
no_such_blank   a name or place of no blank
several_blanks  a place of more than one
blank_name      a name without a letter
name_clash      a name that would be a blank and a group
"""

from typing import Final

from jingjin_forms.files.codes import DAMAGED as DAMAGED
from jingjin_forms.files.codes import EMPTY as EMPTY
from jingjin_forms.files.codes import FOLDER as FOLDER
from jingjin_forms.files.codes import NO_LIBREOFFICE as NO_LIBREOFFICE
from jingjin_forms.files.codes import NO_PERMISSION as NO_PERMISSION
from jingjin_forms.files.codes import NOT_CONVERTED as NOT_CONVERTED
from jingjin_forms.files.codes import NOT_FOUND as NOT_FOUND
from jingjin_forms.files.codes import PASSWORD as PASSWORD
from jingjin_forms.files.codes import UNREADABLE as UNREADABLE

NOT_A_DOCUMENT: Final = "not_a_document"
NO_TEXT: Final = "no_text"
TOO_LONG: Final = "too_long"
TAGGED: Final = "tagged"
NO_BLANKS: Final = "no_blanks"
NO_TAGS_LEFT: Final = "no_tags_left"

ARGUMENT: Final = "argument"
NO_SUCH_BLANK: Final = "no_such_blank"
SEVERAL_BLANKS: Final = "several_blanks"
BLANK_NAME: Final = "blank_name"
NAME_CLASH: Final = "name_clash"
