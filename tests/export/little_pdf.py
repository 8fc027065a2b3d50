"""Small PDFs with a few words on each page."""


def pdf(*pages: str) -> bytes:
    """A PDF of A5 pages, each with its (Latin) words."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, words in enumerate(pages):
        drawn = f"BT /F 12 Tf 50 500 Td ({words}) Tj ET" if words else ""
        font = "/Resources<</Font<</F 3 0 R>>>>"
        page = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]{font}/Contents {5 + 2 * number} 0 R>>"
        )
        objects += [page, f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream"]
    made, places = "%PDF-1.4\n", [0]
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places[1:])
    start = len(made)
    made += f"xref\n0 {len(places)}\n0000000000 65535 f \n{table}"
    return f"{made}trailer<</Size {len(places)}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
