"""What comes as a blank form: opened, mended, converted, or refused with a sentence."""
