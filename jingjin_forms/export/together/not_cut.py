"""What stops a joined PDF from being cut."""


class NotCutError(Exception):
    """It is not what it should be, or not written as LibreOffice writes it: its papers are to be
    made one by one."""
