"""The forms as pages: rendered twice, and looked at for what a clerk would mend."""
