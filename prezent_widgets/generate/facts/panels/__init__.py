"""Findings of tables with one row a period and group."""
