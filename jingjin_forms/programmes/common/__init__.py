"""Papers of our own that belong to no programme; no official text prints them."""

TITLE = "共用"
