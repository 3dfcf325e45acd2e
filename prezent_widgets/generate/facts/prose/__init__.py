"""Findings of the written sources, and targets held against the data."""
