"""The files that are to be read, in folders and archives."""
