"""A corpus folder's papers and bibliographies are told apart; what is neither is left alone."""

from pathlib import Path

from debatemap.corpus.files import list_bibliographies, list_papers


def test_papers_and_bibliographies_are_listed_by_name(tmp_path: Path) -> None:
    for name in ("b.md", "a.TXT", "refs.bib", "README.md", ".hidden.md", "photo.png"):
        (tmp_path / name).write_text("x")
    (tmp_path / "folder.md").mkdir()
    assert [path.name for path in list_papers(tmp_path)] == ["a.TXT", "b.md"]
    assert [path.name for path in list_bibliographies(tmp_path)] == ["refs.bib"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert list_papers(tmp_path / "none") == []
