"""Pictures: what they are, the room they have, and how they come into the file."""
