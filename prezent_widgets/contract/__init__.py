"""The wire: pydantic models of the Prezent Platform API and the table of its operations; imports nothing of ours."""
