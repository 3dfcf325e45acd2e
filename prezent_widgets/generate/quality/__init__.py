"""What the quality report checks: the deck as written, its figures, and the single checks."""
