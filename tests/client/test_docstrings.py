"""The examples in the docstrings of the client, the contract and the test doubles are true."""

from __future__ import annotations

import doctest
from importlib import import_module
from pkgutil import walk_packages

import pytest

import prezent_widgets.client
import prezent_widgets.contract

PACKAGES = (prezent_widgets.client, prezent_widgets.contract)
MODULES = [
    "prezent_widgets.errors",
    "prezent_widgets.testing",
    *(found.name for package in PACKAGES for found in walk_packages(package.__path__, f"{package.__name__}.")),
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
