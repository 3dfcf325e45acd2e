from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from prezent_widgets.server.workflows.executors import dead, enter

HOLDER = """
import sys
from pathlib import Path
from prezent_widgets.server.workflows.executors import enter

print(enter(Path(sys.argv[1])).id, flush=True)
sys.stdin.read()
"""


def test_living_ones_are_left_alone_and_dead_ones_taken_once(tmp_path: Path) -> None:
    own = enter(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        other = holder.stdout.readline().strip()
        assert list(dead(tmp_path, own)) == []
        holder.kill()
    taken = list(dead(tmp_path, own))
    assert [executor.id for executor in taken] == [other]
    # Somebody else who looks meanwhile finds nothing to take.
    third = enter(tmp_path)
    assert list(dead(tmp_path, third)) == []
    taken[0].release()
    third.release()
    assert [path.stem for path in tmp_path.glob("*.lock")] == [own.id]
    own.release()


def test_an_abandoned_lock_is_found_by_the_next(tmp_path: Path) -> None:
    first = enter(tmp_path)
    first.abandon()
    second = enter(tmp_path)
    (taken,) = dead(tmp_path, second)
    assert taken.id == first.id
    taken.release()
    second.release()
