"""What is wrong with a template, or with what is put into it, for programs: `Problem.code`.

Of a template:
tag             cannot be read, is not closed, or stands where it cannot stand
unknown_filter  no filter or test has this name
braces          braces that are no tag, or full-width ones
another_program a tag as another program writes it
no_tags         none at all, where a form is wanted
conflict        a name that is used as two things
broken          a part or table that Word could not read
argument        filters or functions that cannot be used

Of what is put into it:
missing         asked for by a tag, and not there
not_printable   a value that cannot stand on the page
not_computable  what a tag asks cannot be worked out
too_much        a tag makes more than a fill may
read_once       an iterator, where it must be read twice
name_taken      a value under the name of a function
not_a_group     one value where names and values are wanted
"""

from typing import Final

TAG: Final = "tag"
UNKNOWN_NAME: Final = "unknown_filter"
BRACES: Final = "braces"
ANOTHER_PROGRAM: Final = "another_program"
NO_TAGS: Final = "no_tags"
CONFLICT: Final = "conflict"
BROKEN: Final = "broken"
ARGUMENT: Final = "argument"

MISSING: Final = "missing"
NOT_PRINTABLE: Final = "not_printable"
NOT_COMPUTABLE: Final = "not_computable"
TOO_MUCH: Final = "too_much"
READ_ONCE: Final = "read_once"
NAME_TAKEN: Final = "name_taken"
NOT_A_GROUP: Final = "not_a_group"
