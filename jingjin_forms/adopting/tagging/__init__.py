"""Tags put in place of the blanks, and the proof that they print as they should."""
