"""Findings of tables with many measures over one time column."""
