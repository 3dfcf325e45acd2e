# Both commands are the same script, for machines with make: see dev.py.
PYTHON ?= python3
.PHONY: demo test

demo:
	@$(PYTHON) dev.py demo

test:
	@$(PYTHON) dev.py test
