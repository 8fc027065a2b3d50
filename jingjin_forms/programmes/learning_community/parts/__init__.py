"""What several of its forms print."""
