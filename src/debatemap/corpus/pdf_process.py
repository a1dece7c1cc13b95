"""Hands PDFs to the child process that takes them apart, and bounds its time and memory."""

from __future__ import annotations

import atexit
import json
import os
import queue
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from debatemap.errors import ReadError

MOST_SECONDS = 300.0
"""What one file may take, however large."""
MOST_SECONDS_A_PAGE = 30.0
"""What one page may take; the slowest pages of real papers (maps, dense tables) take about one."""

_CHILD = Path(__file__).with_name("pdf_child.py")
_ERRORS = {
    "password": (
        "the PDF is encrypted and asks for a password",
        "Open it with its password, save or print it as a PDF without one, and add that.",
    ),
    "damaged": ("the PDF is damaged or cut off", "Download or save it again."),
    "memory": ("the PDF needs too much memory to be read", "Print it as a new PDF and add that."),
    "long": ("the PDF holds more text than a long book", "Split it, and add the part you need."),
}


@dataclass(frozen=True, slots=True)
class RawPdf:
    """What the child says: the file's metadata, and its pages as described in pdf_child.py."""

    meta: dict[str, str]
    pages: tuple[dict[str, Any], ...]


class _Worker:
    """A child process, started when first needed and used for one file after another."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()

    def read(self, path: Path) -> RawPdf:
        """The raw content of a PDF. Raises ReadError when the child fails or takes too long."""
        with self._lock:
            try:
                return self._read(path)
            except ReadError:
                self.stop()
                raise

    def _read(self, path: Path) -> RawPdf:
        process = self._start()
        if process.stdin is None:
            raise ReadError("the PDF reader did not start", where=path, todo="Try again.")
        try:
            process.stdin.write(json.dumps(str(path.resolve())) + "\n")
            process.stdin.flush()
        except OSError as error:
            raise _crashed(path) from error
        until = time.monotonic() + MOST_SECONDS
        meta: dict[str, str] = {}
        pages: list[dict[str, Any]] = []
        while True:
            answer = self._next(path, until)
            if "error" in answer:
                found, todo = _ERRORS[answer["error"]]
                raise ReadError(found, where=path, todo=todo)
            if "end" in answer:
                return RawPdf(meta, tuple(pages))
            if "meta" in answer:
                meta = answer["meta"]
            else:
                pages.append(answer)

    def _next(self, path: Path, until: float) -> dict[str, Any]:
        wait = min(MOST_SECONDS_A_PAGE, until - time.monotonic())
        try:
            line = self._answers.get(timeout=max(wait, 0))
        except queue.Empty as error:
            raise ReadError(
                "reading the PDF took too long and was stopped",
                where=path,
                todo="Print it as a new PDF and add that.",
            ) from error
        if not line:
            raise _crashed(path)
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _start(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            # -P: this folder holds modules named like some of the standard library.
            command = [sys.executable, "-P", str(_CHILD)]
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
            )
            self._answers = queue.Queue()
            threading.Thread(target=_pump, args=(process.stdout, self._answers), daemon=True).start()
            self._process = process
        return self._process

    def stop(self) -> None:
        """End the child, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            if self._process.stdin is not None:
                _close(self._process.stdin)
            self._process = None


def _close(pipe: IO[str]) -> None:
    try:
        pipe.close()
    except OSError:
        return  # what was still to be written is of no use to anyone


def _pump(pipe: IO[str] | None, answers: queue.Queue[str]) -> None:
    """Carry the child's lines over; an empty one says that it has ended."""
    if pipe is not None:
        with pipe:
            for line in pipe:
                answers.put(line)
    answers.put("")


def _crashed(path: Path) -> ReadError:
    return ReadError(
        "the PDF made its reader crash (it is damaged)",
        where=path,
        todo="Open it in a viewer, print it as a new PDF and add that.",
    )


_worker = _Worker()
atexit.register(_worker.stop)


def take_apart(path: Path) -> RawPdf:
    """Metadata and positioned text of a PDF, read in a child process.

    Raises ReadError when the file is damaged, encrypted, too large for MOST_MEMORY of the child, or
    takes longer than MOST_SECONDS (MOST_SECONDS_A_PAGE a page).
    """
    return _worker.read(path)
