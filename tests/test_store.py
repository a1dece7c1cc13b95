"""What is kept between runs: used when it fits, never trusted when it does not, never needed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from debatemap.project import EXAMPLE, FOLDERS, Project
from debatemap.stance import cross_encoder
from debatemap.store import FOLDER, read_encoder, write_encoder

PAIR = ("Zoos should be closed.", "Zoos are prisons.")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    corpus, claims, models, outputs = (tmp_path / name for name in FOLDERS)
    return Project(tmp_path, EXAMPLE, corpus, claims, models, outputs)


@pytest.fixture
def kept(project: Project) -> Path:
    encoder = read_encoder(project)
    encoder.read([PAIR])
    write_encoder(project, encoder)
    return project.folder / FOLDER / "meanings.json"


@pytest.mark.usefixtures("kept")
def test_what_was_read_is_not_read_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    [before] = read_encoder(project).read([PAIR])
    monkeypatch.setattr(cross_encoder, "_logits", lambda _pairs: pytest.fail("read again"))
    assert read_encoder(project).read([PAIR]) == [before]


def test_only_what_was_asked_for_is_kept(project: Project, kept: Path) -> None:
    encoder = read_encoder(project)
    encoder.read([(PAIR[0], "Zoos are schools.")])
    write_encoder(project, encoder)
    assert len(json.loads(kept.read_text(encoding="utf-8"))["read"]) == 1


def test_no_sentence_is_kept(kept: Path) -> None:
    assert "Zoos" not in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"encoder": "another", "read": {}}', '{"read": 3}', "\x00"]
)
def test_what_does_not_fit_is_left(project: Project, kept: Path, content: str) -> None:
    [before] = read_encoder(project).read([PAIR])
    kept.write_text(content, encoding="utf-8")
    assert read_encoder(project).read([PAIR]) == [before]


def test_what_another_encoder_read_is_left(project: Project, kept: Path) -> None:
    [before] = read_encoder(project).read([PAIR])
    [key] = json.loads(kept.read_text(encoding="utf-8"))["read"]
    kept.write_text(
        json.dumps({"encoder": "another", "read": {key: [-before.lean, before.bears]}}), encoding="utf-8"
    )
    assert read_encoder(project).read([PAIR]) == [before]


def test_a_folder_that_cannot_be_written_to_is_no_error(project: Project) -> None:
    (project.folder / FOLDER).write_text("in the way", encoding="utf-8")
    encoder = read_encoder(project)
    encoder.read([PAIR])
    write_encoder(project, encoder)
    assert (project.folder / FOLDER).is_file()


@pytest.mark.usefixtures("kept")
def test_the_folder_keeps_itself_out_of_version_control(project: Project) -> None:
    assert (project.folder / FOLDER / ".gitignore").read_text(encoding="utf-8") == "*\n"
