"""Where pickle, and so every process and cluster, finds the class of a tagged Word file.

Such a class is in no module. Its name holds the path of its file, and whoever asks this module for
the name gets the class, made from the file anew in another process.
"""

from typing import Any

from jingjin_forms.forms.tagged.form import form_of, form_with


def __getattr__(name: str) -> Any:
    path, _, stamp = name.removeprefix("T").partition("_")
    try:
        file = bytes.fromhex(path).decode(errors="surrogatepass")
        state = [int(number) for number in stamp.split("_")] if stamp else []
    except ValueError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    return form_with(file, *state) if state else form_of(file)
