"""Generated decks on the wire: start, status, download; and the cancellation, which is an extension of ours.

The success bodies are the merged ones of CONTRACT section 8: one body serves the documented reader (``data``) and the
published one that reads the top level. The running state is ``in_progress`` in ``data`` and ``inprogress`` at the top.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from prezent_widgets.contract.envelope import CallbackData
from prezent_widgets.contract.model import Moment, QueryModel, RequestModel, ResponseModel, WireModel

JobStatus = Literal["in_progress", "success", "failed"]
STATUS_AT_TOP: dict[JobStatus, str] = {"in_progress": "inprogress", "success": "success", "failed": "failed"}
"""``data.status`` → the literal at the top level of the same body."""


class FileReference(WireModel):
    """A file as some clients name it in ``files``: an object instead of the id alone."""

    file_id: str
    file_name: str | None = None
    file_type: str | None = None
    s3_path: str | None = None
    s3_bucket: str | None = None


class AutogenerationSettings(RequestModel):
    """What to do beside the prompt. ``slides`` (fewest, most) and ``language`` are additions of ours."""

    add_sources_to_footer: bool | None = None
    add_sources_to_slides_note: bool | None = None
    generate_speaker_notes: bool | None = None
    extract_graph_data: bool | None = None
    template: str | None = None
    preserve_text: bool | None = None
    slides: Annotated[list[int], Field(min_length=2, max_length=2)] | None = None
    language: str | None = None


class AutogenerationRequest(RequestModel):
    """The body of ``POST /api/v1/autogenerations``. Only ``prompt`` is required.

    ``template_id`` (id, name or code of a theme) beats ``settings.template``; ``audience`` is an id or a name.
    """

    prompt: str
    text: str | None = None
    texts: list[str] | None = None
    files: list[str | FileReference] | None = None
    web_links: list[str] | None = None
    image_ids: list[str] | None = None
    audience: str | None = None
    template_id: str | None = None
    settings: AutogenerationSettings | None = None
    layout_file: FileReference | None = None
    request_source: str | None = None

    @property
    def file_ids(self) -> list[str]:
        """The ids of the files, whichever way they were named."""
        return [entry if isinstance(entry, str) else entry.file_id for entry in self.files or []]

    @property
    def passages(self) -> list[str]:
        """The free texts, whichever way they were given."""
        return [*([self.text] if self.text else []), *(self.texts or [])]


class AutogenerationResponse(ResponseModel):
    """The job was accepted. ``resData`` and ``message`` serve readers of the older form."""

    NULLABLE: ClassVar[frozenset[str]] = frozenset({"error"})

    data: CallbackData
    message: str | None = None
    resData: CallbackData | None = None
    error: dict[str, Any] | None = None

    @classmethod
    def of(cls, callback_id: str, token: str, message: str) -> AutogenerationResponse:
        """The merged body that serves both readers."""
        started = CallbackData(callback_id=callback_id, token=token)
        return cls(data=started, resData=started, message=message)


class AutogenerationQuery(QueryModel):
    """Query parameters of the status call."""

    deck_callback_id: str | None = None
    operation: str | None = None
    status_auto_polling: Literal["true", "false"] | None = None


class DeckSlide(WireModel):
    """One slide of a finished deck. ``thumbnail`` is an absolute, signed URL of a picture."""

    slide_callback_id: str | None = None
    slide_id: str | None = None
    slideId: str | None = None
    index: int | None = None
    title: str | None = None
    layout: str | None = None
    thumbnail: str | None = None
    s3_path: str | None = None


class AutogenerationStatusData(WireModel):
    """A job's state, and what it made. ``progress`` and ``report`` (the quality report) are additions of ours."""

    status: JobStatus | None = None
    callback_id: str | None = None
    prompt: str | None = None
    fileName: str | None = None
    allSlides: list[DeckSlide] | None = None
    extracted_images: list[dict[str, Any]] | None = None
    company: str | None = None
    companyDisplayName: str | None = None
    final_output: dict[str, Any] | None = None
    template_code: str | None = None
    audience: str | None = None
    execution_start: Moment | None = None
    execution_end: Moment | None = None
    presentation_theme: dict[str, Any] | None = None
    voice_settings: dict[str, Any] | None = None
    speaker_notes: dict[str, Any] | None = None
    cached: bool | None = None
    cached_at: Moment | None = None
    error_log: str | None = None
    progress: JobProgress | None = None
    report: dict[str, Any] | None = None


class JobProgress(WireModel):
    """How far a running job is: the stage it is in, and whole percent of the work done."""

    stage: str
    percentage: int = Field(ge=0, le=100)


class StatusMeta(WireModel):
    """The file name where the older form has it."""

    filename: str | None = None


class AutogenerationStatusResponse(ResponseModel):
    """A job's state. The keys at the top serve readers of the older form (there ``error`` is text)."""

    data: AutogenerationStatusData
    status: str | None = None
    fileName: str | None = None
    meta: StatusMeta | None = None
    allSlides: list[DeckSlide] | None = None
    final_output: dict[str, Any] | None = None
    error: str | dict[str, Any] | None = None

    @classmethod
    def of(cls, data: AutogenerationStatusData) -> AutogenerationStatusResponse:
        """The merged body that serves both readers; ``data.status`` must be set."""
        return cls(
            data=data,
            status=STATUS_AT_TOP[data.status or "in_progress"],
            fileName=data.fileName,
            meta=StatusMeta(filename=data.fileName) if data.fileName else None,
            allSlides=data.allSlides,
            final_output=data.final_output,
            error=data.error_log if data.status == "failed" else None,
        )


class DownloadSources(RequestModel):
    """Whether the origin of each figure goes into the slides' notes."""

    add_sources_to_slides_note: bool | None = None


class DownloadSpeakerNotes(RequestModel):
    """Whether speaker notes go into the file."""

    add_speaker_notes_to_slides_note: bool | None = None
    speaker_notes_type: str | None = None


class DownloadRequest(RequestModel):
    """The body of ``POST …/downloads``. An empty ``outputFormat`` means pptx; bucket and path are advisory.

    ``callback_id`` repeats the path's; the path wins (CONTRACT section 7). The legacy path has it here alone.
    """

    callback_id: str | None = Field(default=None, min_length=1)
    sources: DownloadSources | None = None
    speaker_notes: DownloadSpeakerNotes | None = None
    outputFormat: str | None = None
    sections: list[str] | None = None
    outputPath: str | None = None
    outputBucket: str | None = None


class DownloadData(WireModel):
    """Where the file is. ``download_url`` is absolute, signed, and needs no key."""

    download_url: str
    status: Literal["success"] | None = None
    output_file: str | None = None
    message: str | None = None


class DownloadResponse(ResponseModel):
    """The answer of the download call; the four keys stand at the top as well."""

    data: DownloadData
    status: str | None = None
    output_file: str | None = None
    download_url: str | None = None
    message: str | None = None

    @classmethod
    def of(cls, download_url: str, output_file: str, message: str) -> DownloadResponse:
        """The merged body that serves both readers."""
        data = DownloadData(status="success", output_file=output_file, download_url=download_url, message=message)
        return cls(data=data, status="success", output_file=output_file, download_url=download_url, message=message)


class CancellationData(WireModel):
    """What became of the job: ``cancelled`` is False when it had already ended."""

    callback_id: str
    cancelled: bool
    status: JobStatus | None = None
    message: str | None = None


class CancellationResponse(ResponseModel):
    """The answer of ``POST …/cancellations``, an extension of ours."""

    data: CancellationData


AutogenerationStatusData.model_rebuild()

__all__ = [
    "STATUS_AT_TOP",
    "AutogenerationQuery",
    "AutogenerationRequest",
    "AutogenerationResponse",
    "AutogenerationSettings",
    "AutogenerationStatusData",
    "AutogenerationStatusResponse",
    "CancellationData",
    "CancellationResponse",
    "DeckSlide",
    "DownloadData",
    "DownloadRequest",
    "DownloadResponse",
    "DownloadSources",
    "DownloadSpeakerNotes",
    "FileReference",
    "JobProgress",
    "JobStatus",
    "StatusMeta",
]
