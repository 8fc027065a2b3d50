"""Links that values bring along: an id that says its address itself, until it is in a file.

docxtpl's RichText holds only the id of a link. There a template writes the address down when it is
asked for an id; here a template never changes, so the id carries the address.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from hashlib import sha256

_PREFIX = "rIdAddress."
_carried = re.compile(rf"(?<=\"){re.escape(_PREFIX)}([\w=-]+)(?=\")").finditer


def carrying_id(address: str) -> str:
    """An id that holds the address. Raises ValueError when there is none."""
    if not address or address != address.strip():
        raise ValueError(f"「{address}」不是網址：請給完整的網址，例如 https://www.hlc.edu.tw/。")
    return _PREFIX + urlsafe_b64encode(address.encode()).decode()


def relinked(xml: str) -> tuple[str, dict[str, str]]:
    """The markup with ids of the finished file for the carrying ones, and the address of each."""
    links: dict[str, str] = {}
    for carrying, address in list(_carried_addresses(xml)):
        links[link_id(address)] = address
        xml = xml.replace(f'"{carrying}"', f'"{link_id(address)}"')
    return xml, links


def _carried_addresses(xml: str) -> Iterator[tuple[str, str]]:
    """Each carrying id that stands in markup, with its address."""
    for found in _carried(xml):
        try:
            yield found[0], urlsafe_b64decode(found[1]).decode()
        except ValueError:  # not one of ours; it leads nowhere, which is said
            continue


def link_id(address: str) -> str:
    """The id of the relation in the finished file: equal addresses share one."""
    return f"rIdLink{sha256(address.encode()).hexdigest()[:16]}"
