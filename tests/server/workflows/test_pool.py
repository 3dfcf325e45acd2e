"""Engine processes: answers, refusals, crashes, stops."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from prezent_widgets.server.workflows.pool import Pool, TaskCrashed, TaskRefused, TaskStopped


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Pool]:
    made = Pool(workers=1, log_file=tmp_path / "workers.log")
    yield made
    made.close()


def test_answers_from_one_process(pool: Pool) -> None:
    assert pool.run("a", "math:factorial", 20) == 2432902008176640000
    first = pool.run("a", "os:getpid")
    assert pool.run("b", "os:getpid") == first


def test_a_print_does_not_break_the_frames(pool: Pool) -> None:
    assert pool.run("a", "builtins:print", "noise") is None
    assert pool.run("a", "os:write", 1, b"more noise") == 10
    assert pool.run("a", "builtins:len", "abc") == 3


def test_a_refusal_keeps_its_words(pool: Pool) -> None:
    with pytest.raises(TaskRefused, match="There is no theme 'nowhere'"):
        pool.run("a", "prezent_widgets.themes:find_theme", "nowhere")


def test_a_crash_keeps_its_traceback_and_the_process(pool: Pool) -> None:
    before = pool.run("a", "os:getpid")
    with pytest.raises(TaskCrashed, match="ZeroDivisionError"):
        pool.run("a", "operator:truediv", 1, 0)
    assert pool.run("a", "os:getpid") == before


def test_a_process_that_dies_is_replaced_and_the_call_tried_again_once(pool: Pool) -> None:
    before = pool.run("a", "os:getpid")
    with pytest.raises(TaskCrashed, match="ended while it ran"):
        pool.run("a", "os:_exit", 1)
    assert pool.run("a", "os:getpid") != before


def _run_in_thread(pool: Pool, job: str) -> tuple[threading.Thread, list[BaseException]]:
    seen: list[BaseException] = []

    def work() -> None:
        try:
            # 10 ** (10 ** 9): minutes of arithmetic that holds the interpreter lock.
            pool.run(job, "builtins:pow", 10, 10**9)
        except TaskStopped as stopped:
            seen.append(stopped)

    thread = threading.Thread(target=work)
    thread.start()
    while job not in pool._busy.values():
        threading.Event().wait(0.001)
    return thread, seen


def test_stopping_ends_the_work_and_frees_the_place(pool: Pool) -> None:
    pool.run("a", "os:getpid")
    thread, seen = _run_in_thread(pool, "endless")
    pool.stop("endless")
    thread.join(10)
    assert not thread.is_alive()
    assert len(seen) == 1
    assert pool.run("b", "builtins:len", "ab") == 2
    with pytest.raises(TaskStopped):
        pool.run("endless", "builtins:len", "ab")


def test_a_waiting_call_can_be_stopped(pool: Pool) -> None:
    busy, _ = _run_in_thread(pool, "first")
    stopped: list[bool] = []

    def wait() -> None:
        try:
            pool.run("second", "builtins:len", "ab")
        except TaskStopped:
            stopped.append(True)

    waiting = threading.Thread(target=wait)
    waiting.start()
    pool.stop("second")
    waiting.join(10)
    assert stopped == [True]
    pool.stop("first")
    busy.join(10)


def test_closing_ends_everything(tmp_path: Path) -> None:
    pool = Pool(workers=1, log_file=tmp_path / "workers.log")
    thread, seen = _run_in_thread(pool, "endless")
    pool.close()
    thread.join(10)
    assert not thread.is_alive()
    assert len(seen) == 1


SCRIPT = """
from pathlib import Path
from prezent_widgets.server.workflows.pool import Pool

print("the script runs")
pool = Pool(workers=2, log_file=Path("workers.log"))
print(pool.run("a", "math:factorial", 5))
pool.close()
"""


def test_a_plain_script_runs_once(tmp_path: Path) -> None:
    """No ``if __name__ == "__main__"`` is needed: the processes do not import the user's script."""
    (tmp_path / "script.py").write_text(SCRIPT)
    done = subprocess.run([sys.executable, "script.py"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines() == ["the script runs", "120"]
    assert done.stderr == ""


def test_workers_end_when_their_server_is_killed(tmp_path: Path) -> None:
    script = SCRIPT.replace(
        "pool.close()", 'print(pool.run("a", "os:getpid"), flush=True); import os; os.kill(os.getpid(), 9)'
    )
    (tmp_path / "script.py").write_text(script)
    done = subprocess.run([sys.executable, "-u", "script.py"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    worker = Path("/proc") / done.stdout.split()[-1]
    deadline = threading.Event()
    for _ in range(200):
        if not worker.exists() or "State:\tZ" in (worker / "status").read_text():
            return
        deadline.wait(0.05)
    raise AssertionError("the worker outlived its server")
