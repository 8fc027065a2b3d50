"""餘款繳回方式, as it stands at the foot of 附件七 and 附件八.

    refund: Annotated[Chosen, MultipleChoice(Refund)] = label("餘款繳回方式", PRINTED_TICKED)

Two of the four boxes are printed ticked. What is given takes their place, all four boxes at once.
「不繳回(請敘明依據)」 has its grounds in the two boxes under it, or in the words that stand behind
it, the fact 不繳回依據.
"""

from jingjin_forms.values.choice import Choice


class Refund(Choice):
    """What happens to money left over; the last two are grounds for 不繳回(請敘明依據)."""

    RETURNED = "繳回"
    KEPT = "不繳回"
    BY_CONTRACT = "依契約約定"
    """依政府採購法完成採購程序者依契約約定。"""
    IN_PROPORTION = "按補助比率繳回"
    """未執行項目之經費，應按補助比率繳回。"""


GROUNDS = (Refund.BY_CONTRACT, Refund.IN_PROPORTION)
"""The grounds that the paper prints for 不繳回."""

GROUNDS_HINT = "不繳回的依據；勾選依契約約定或按補助比率繳回者可不填"

PRINTED_TICKED = (Refund.KEPT, Refund.IN_PROPORTION)
"""The boxes that the official paper prints ticked."""
