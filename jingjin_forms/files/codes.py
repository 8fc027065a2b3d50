"""What is wrong with a file, for programs: `FileProblemError.code`, and its problems' `code`.

file            any other fault: its name, a folder that is not there, an option
exists          there already, and not to be overwritten
not_found       no file or folder of this name
folder          a folder where a file is wanted
no_permission   may not be read or written, or is open in Word
unreadable      cannot be read
not_written     cannot be written
disk_full       no room left on the disk
another_kind    not what is read or written here, by its suffix or its content
empty           nothing in it
password        protected by a password
damaged         broken off or not whole
too_large       more than is read or written here
no_libreoffice  needs LibreOffice, which is not there
not_converted   LibreOffice could not convert it

`jingjin_forms.arriving.codes` adds those of a file that is to become a form.
"""

from typing import Final

NOT_FOUND: Final = "not_found"
FOLDER: Final = "folder"
NO_PERMISSION: Final = "no_permission"
UNREADABLE: Final = "unreadable"
NOT_WRITTEN: Final = "not_written"
DISK_FULL: Final = "disk_full"
ANOTHER_KIND: Final = "another_kind"
EMPTY: Final = "empty"
PASSWORD: Final = "password"
DAMAGED: Final = "damaged"
TOO_LARGE: Final = "too_large"
NO_LIBREOFFICE: Final = "no_libreoffice"
NOT_CONVERTED: Final = "not_converted"
