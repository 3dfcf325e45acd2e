from __future__ import annotations

from prezent_widgets.client.events import Completed, Failed, Progress, SlideReady, Snapshot, ending, from_wire
from prezent_widgets.contract.autogenerations import AutogenerationStatusData
from prezent_widgets.contract.events import parse_event

HEAD = '"callback_id": "c", "status": "in_progress", "created_at": "2026-11-23T20:05:00Z"'


def test_the_words_of_the_wire_become_values() -> None:
    def read(more: str) -> object:
        return from_wire(parse_event(f"{{{HEAD}, {more}}}"))

    assert read('"type": "snapshot"') == [Snapshot("in_progress")]
    assert read('"type": "snapshot", "slides": [{}]') == [Snapshot("in_progress"), SlideReady(0)]
    assert read('"type": "progress", "stage": "done", "percentage": 100') == [Progress("done", 100)]
    assert read('"type": "slide", "index": 2, "slide_callback_id": "s"') == [SlideReady(2, "s")]
    assert read('"type": "completed"') == [Completed()]
    assert read('"type": "failed"') == [Failed("The job failed, and the API gave no reason.")]


def test_the_end_of_a_job_from_its_status() -> None:
    assert ending(AutogenerationStatusData(status="in_progress")) is None
    assert ending(AutogenerationStatusData()) is None
    assert ending(AutogenerationStatusData(status="success")) == Completed()
    failed = AutogenerationStatusData.model_validate({"status": "failed", "error_log": "Why.", "hint": "Do."})
    assert ending(failed) == Failed("Why.", "Do.")
