"""Findings of records: incidents, orders, answers, measurements."""
