"""How figures, dates and words are read and written: no facts, no layout."""
