"""How the name of a picture ends, by what the picture is."""

_STARTS = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG", ".png"),
    (b"GIF8", ".gif"),
    (b"BM", ".bmp"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"\xd7\xcd\xc6\x9a", ".wmf"),
    (b"\x01\0\0\0", ".emf"),
)
_HEIC = (b"heic", b"heix", b"mif1", b"msf1")


def suffix_of(content: bytes) -> str:
    """How the name of a picture ends, by its content."""
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return ".webp"
    if content[4:8] == b"ftyp":
        return ".heic" if content[8:12] in _HEIC else ".avif"
    return next((suffix for start, suffix in _STARTS if content.startswith(start)), ".bin")
