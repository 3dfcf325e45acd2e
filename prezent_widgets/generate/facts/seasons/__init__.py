"""Findings that come back every year: the usual month, the best time, the years beside each other."""
