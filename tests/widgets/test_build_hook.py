"""hatch_build.py: what it builds, when it does not, and what it says when it cannot."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The hook, at work on a small tree of its own; commands are noted in ``ran`` and not run."""
    path = Path(__file__).resolve().parents[2] / "hatch_build.py"
    spec = importlib.util.spec_from_file_location("hatch_build_under_test", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "js" / "src" / "widgets").mkdir(parents=True)
    (tmp_path / "static").mkdir()
    for name in ("src/widgets/picker.ts", "package.json", "package-lock.json"):
        (tmp_path / "js" / name).write_text("{}")
    monkeypatch.setattr(module, "JS", tmp_path / "js")
    monkeypatch.setattr(module, "STATIC", tmp_path / "static")
    module.ran = []
    monkeypatch.setattr(module, "run", lambda command: module.ran.append(command[1:]))
    monkeypatch.setattr(module.shutil, "which", lambda name: f"/bin/{name}")
    return module


def built(hook: ModuleType, *, age: float) -> None:
    """There is a bundle, ``age`` seconds older than its source."""
    bundle = hook.STATIC / "picker.js"
    bundle.write_text("")
    moment = hook.newest_source() - age
    os.utime(bundle, (moment, moment))


def test_builds_what_is_missing(hook):
    hook.build_bundles()
    assert [command[0] for command in hook.ran] == ["ci", "run"]


def test_does_nothing_while_the_bundles_are_newer(hook):
    built(hook, age=-10)
    hook.build_bundles()
    assert hook.ran == []


def test_builds_again_when_a_source_is_newer(hook):
    built(hook, age=10)
    hook.build_bundles()
    assert hook.ran[-1][0] == "run"


def test_packages_are_not_installed_twice(hook):
    (hook.JS / "node_modules").mkdir()
    (hook.JS / "node_modules" / ".package-lock.json").write_text("{}")
    hook.build_bundles()
    assert [command[0] for command in hook.ran] == ["run"]


def test_without_npm_old_bundles_are_used_with_a_warning(hook, monkeypatch):
    built(hook, age=10)
    monkeypatch.setattr(hook.shutil, "which", lambda name: None)
    with pytest.warns(UserWarning, match="npm is missing"):
        hook.build_bundles()
    assert hook.ran == []


def test_without_npm_and_bundles_the_message_says_what_to_do(hook, monkeypatch):
    monkeypatch.setattr(hook.shutil, "which", lambda name: None)
    with pytest.raises(RuntimeError, match=r"Node 20\+ is needed"):
        hook.build_bundles()


def test_can_be_switched_off(hook, monkeypatch):
    monkeypatch.setenv("PREZENT_SKIP_BUILD", "1")
    hook.FrontendBuildHook.initialize(None, "standard", {})
    assert hook.ran == []
    assert list(hook.STATIC.iterdir()) == []


def test_every_widget_class_has_its_bundle():
    from prezent_widgets import widgets

    sources = Path(__file__).resolve().parents[2] / "js" / "src" / "widgets"
    nouns = {path.stem for path in sources.glob("*.ts")}
    classes = {"".join(part.title() for part in noun.split("_")) for noun in nouns}
    assert classes == set(widgets.__all__)
