"""How the papers of a packet are handed in: which go together, which way."""

from collections.abc import Sequence
from dataclasses import replace

from jingjin_forms.packets.application import Delivery
from jingjin_forms.packets.papers import PacketPaper, named_together


def deliveries_of(papers: Sequence[PacketPaper]) -> list[tuple[Delivery, str]]:
    """Each way in which papers go, with its clause, and the papers that go it in one line."""
    titles: dict[Delivery, list[str]] = {}
    for paper in papers:
        for delivery in paper.deliveries:
            cited = replace(delivery, clause=delivery.clause or paper.paper.clause)
            titles.setdefault(cited, []).append(paper.title)
    return [(delivery, named_together(going, papers)) for delivery, going in titles.items()]
