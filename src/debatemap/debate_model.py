"""The stance model of one debate: where it is kept, and its card."""

from __future__ import annotations

from debatemap.atomic import write_atomically
from debatemap.errors import DebatemapError
from debatemap.project import Project
from debatemap.stance import Lesson, StanceModel, dump_model, load_model

MODEL = "models/debate.json"
_NAME = "debate"


def read_debate_model(project: Project) -> StanceModel | None:
    """The model that `debatemap train` has left, or None. Raises DebatemapError when it cannot be read."""
    path = project.models / f"{_NAME}.json"
    if not path.is_file():
        return None
    try:
        return load_model(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DebatemapError(
            "this is no stance model", where=path, todo="Make it again: debatemap train; or delete it"
        ) from error


def write_debate_model(project: Project, lesson: Lesson) -> None:
    """Write the model and its card into the project's folder of models."""
    project.models.mkdir(parents=True, exist_ok=True)
    write_atomically(project.models / f"{_NAME}.json", dump_model(lesson.model).encode())
    write_atomically(project.models / f"{_NAME}.md", _card(project, lesson).encode())


def _card(project: Project, lesson: Lesson) -> str:
    before, after = lesson.before, lesson.after
    return f"""# Stance model of this debate

{_NAME}.json: the package's stance model, its second layer fitted to hand-coded claims by `debatemap train`.
Weights by name; nothing in the file runs code.

- Debate: {project.debate.title}. Thesis: {project.debate.thesis}
- Fitted to {lesson.model.coded} hand-coded claims, {lesson.sided} of which take a side.
- Cross-validated: of three stances right {after.three:.2f} ({before.three:.2f} without hand coding); for or
  against right {after.side:.2f} ({before.side:.2f} without).
- `debatemap run` uses it as long as it lies here. Fit it again when more is coded.
"""
