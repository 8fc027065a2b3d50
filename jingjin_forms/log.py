"""The logger `jingjin_forms`: silent, unless the program that uses the library listens.

    logging.basicConfig(level=logging.INFO)

INFO says what takes time (LibreOffice starts, a batch or a reading is done), DEBUG how long it
took. No line holds a fact of anyone's.
"""

import logging

LOGGER = logging.getLogger("jingjin_forms")
LOGGER.addHandler(logging.NullHandler())
