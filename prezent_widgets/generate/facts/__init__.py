"""Candidate findings: each figure with its value, its computation and the cells it stands on."""
