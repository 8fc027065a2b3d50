"""What is wrong with a file, for programs: `FileProblemError.code`, and its problems' `code`.

Of a file:
file            any other fault: its suffix, its name, a folder that is not there
exists          there already, and not to be overwritten
not_found       no file of this name
folder          a folder where a file is wanted
no_permission   may not be read, or is open in Word
unreadable      cannot be read

Of a file that was to become a form:
empty           nothing in it
password        protected by a password
damaged         broken off or not whole
not_a_document  another kind of file: PDF, picture, spreadsheet, archive
no_libreoffice  needs LibreOffice, which is not there
not_converted   LibreOffice could not convert it
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

NOT_FOUND: Final = "not_found"
FOLDER: Final = "folder"
NO_PERMISSION: Final = "no_permission"
UNREADABLE: Final = "unreadable"

EMPTY: Final = "empty"
PASSWORD: Final = "password"
DAMAGED: Final = "damaged"
NOT_A_DOCUMENT: Final = "not_a_document"
NO_LIBREOFFICE: Final = "no_libreoffice"
NOT_CONVERTED: Final = "not_converted"
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
