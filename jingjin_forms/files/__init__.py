"""Files and their names: written whole or not at all, read within limits."""
