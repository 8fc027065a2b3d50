"""LibreOffice itself: found, started, given its fonts and its folder, ended for certain."""
