"""A value of one PDF for another."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String


def copied(made: Pdf, value: Object) -> Object:
    """The value as one of `made`, be it an object of its own or written where it is used.

    pikepdf copies but objects of their own; to make one of a value takes it a second in a large
    file.
    """
    if isinstance(value, Dictionary | Array | Stream) and value.is_indirect:
        return made.copy_foreign(value)
    if isinstance(value, Dictionary):
        return Dictionary({name: copied(made, entry) for name, entry in value.items()})
    if isinstance(value, Array):
        return Array(copied(made, entry) for entry in value)
    for kind in (Name, String):
        if isinstance(value, kind):
            return kind(str(value))
    return value
