"""The operations of the API, noun by noun; each method is one row of the table in ``contract/operations.py``."""
