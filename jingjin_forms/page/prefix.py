"""The usual prefix for Word's own elements: programs that write `ns0:t` mean `w:t`."""

import re

from jingjin_forms.word.location import W

_URI = W.strip("{}").encode()
_declared = re.compile(rb"xmlns:([\w.-]+)\s*=\s*([\"'])" + re.escape(_URI) + rb"\2")


def with_usual_prefix(content: bytes) -> bytes:
    """The part with `w:` for Word's elements; as it is where that is so, or cannot be."""
    found = _declared.search(content[:20_000])
    if found is None or found[1] == b"w" or b"xmlns:w=" in content:
        return content
    old = re.escape(found[1])
    content = re.sub(rb"(</?)" + old + rb":", rb"\1w:", content)
    content = re.sub(rb"(\s)" + old + rb":(?=[\w.-]+\s*=)", rb"\1w:", content)
    return content.replace(b"xmlns:" + found[1] + b"=", b"xmlns:w=")
