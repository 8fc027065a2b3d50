"""The proof that a file made by LibreOffice holds what the Word file holds."""
