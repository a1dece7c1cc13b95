"""debatemap train: the stance model fitted to the debate's hand-coded claims."""

from __future__ import annotations

from dataclasses import asdict

from debatemap.cli.options import AsJson, ProjectDir, project_of
from debatemap.cli.progress import Progress
from debatemap.cli.terminal import put, say_json
from debatemap.debate_model import MODEL
from debatemap.pipeline import train as train_model


def train(*, directory: ProjectDir = None, as_json: AsJson = False) -> None:
    """Fit the stance model to your hand-coded claims, and tell what they bring.

    Takes 20 hand-coded claims or more. Five times a fifth of them is set aside and judged by a model
    taught by the rest; the figures stand beside those of the package's own model. The fitted model is
    kept in models/debate.json with a card; the next run uses it.

    \b
    Examples:
      debatemap train
      debatemap train --json
    """
    project = project_of(directory)
    with Progress() as progress:
        lesson = train_model(project, on_progress=progress)
    if as_json:
        figures = {"claims": lesson.model.coded, "sided": lesson.sided}
        say_json({**figures, "before": asdict(lesson.before), "after": asdict(lesson.after)})
        return
    before, after = lesson.before, lesson.after
    put(f"{lesson.model.coded} hand-coded claims, {lesson.sided} of them for or against the thesis")
    put("                               untaught   taught by the others")
    put(f"right one of three stances        {before.three:.2f}            {after.three:.2f}")
    put(f"right side, of those on a side    {before.side:.2f}            {after.side:.2f}")
    put(f"wrote {MODEL} and its card; the next debatemap run uses it")
