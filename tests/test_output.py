"""The output folder: what a build may replace there, and what it leaves to whoever changed it."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reportgen.errors import EditedError, ProjectError
from reportgen.output import REGISTER, edited_in, replace_files, write_output


def written(folder: Path, text: bytes = b"new") -> tuple[list[str], str]:
    """Write a.docx; return the names that were written and what was said of those left alone."""
    done = write_output(folder, {"a.docx": text})
    return [path.name for path in done.paths], "; ".join(problem.what for problem in done.kept)


def test_the_first_build_writes_into_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    assert written(tmp_path / "out") == (["a.docx"], "")
    assert (tmp_path / "out" / "a.docx").read_bytes() == b"new"


def test_what_the_last_build_wrote_is_replaced(tmp_path: Path) -> None:
    written(tmp_path, b"one")

    assert written(tmp_path, b"two") == (["a.docx"], "")
    assert (tmp_path / "a.docx").read_bytes() == b"two"
    assert sorted(path.name for path in tmp_path.iterdir()) == [REGISTER, "a.docx"]


def test_a_file_that_was_deleted_is_written_again(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "a.docx").unlink()

    assert written(tmp_path) == (["a.docx"], "")
    assert (tmp_path / "a.docx").read_bytes() == b"new"


def test_a_file_that_was_changed_stays_and_the_new_one_goes_beside_it(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "a.docx").write_bytes(b"edited")
    names, said = written(tmp_path, b"newer")

    assert names == ["a (2).docx"]
    assert "changed since the last build" in said
    assert "“a (2).docx”" in said
    assert (tmp_path / "a.docx").read_bytes() == b"edited"
    assert (tmp_path / "a (2).docx").read_bytes() == b"newer"


def test_the_file_beside_an_edited_one_is_replaced_until_it_is_edited_too(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "a.docx").write_bytes(b"edited")
    written(tmp_path, b"second")
    again, _ = written(tmp_path, b"third")
    (tmp_path / "a (2).docx").write_bytes(b"edited as well")
    beside, _ = written(tmp_path, b"fourth")

    assert (again, beside) == (["a (2).docx"], ["a (3).docx"])
    assert (tmp_path / "a (2).docx").read_bytes() == b"edited as well"


def test_once_the_edited_file_is_moved_away_its_name_is_taken_again(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "a.docx").write_bytes(b"edited")
    written(tmp_path, b"second")
    (tmp_path / "a.docx").rename(tmp_path / "a with comments.docx")

    assert written(tmp_path, b"third") == (["a.docx"], "")
    assert (tmp_path / "a with comments.docx").read_bytes() == b"edited"


def test_an_edit_that_was_taken_back_is_no_edit(tmp_path: Path) -> None:
    written(tmp_path, b"one")
    (tmp_path / "a.docx").write_bytes(b"edited")
    (tmp_path / "a.docx").write_bytes(b"one")

    assert written(tmp_path, b"two") == (["a.docx"], "")


@pytest.mark.parametrize("damage", ["missing", "not JSON", "a list", "another file"])
def test_without_a_register_no_file_counts_as_ours(tmp_path: Path, damage: str) -> None:
    written(tmp_path)
    register = tmp_path / REGISTER / "written.json"
    texts = {"not JSON": "{", "a list": "[]", "another file": "{}"}
    register.write_text(texts[damage]) if damage in texts else register.unlink()
    names, said = written(tmp_path, b"newer")

    assert names == ["a (2).docx"]
    assert "nothing says that reportgen wrote this file" in said
    assert (tmp_path / "a.docx").read_bytes() == b"new"


def test_without_a_register_a_file_that_is_as_it_would_be_written_is_ours(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"new")

    assert written(tmp_path) == (["a.docx"], "")
    assert written(tmp_path, b"newer") == (["a.docx"], "")


@pytest.mark.parametrize("lock", ["~$report.docx", "~$eport.docx", "~$port.docx", ".~lock.{}#"])
def test_a_file_that_word_or_libreoffice_has_open_stays(tmp_path: Path, lock: str) -> None:
    write_output(tmp_path, {"report.docx": b"old"})
    (tmp_path / lock.format("report.docx")).touch()
    done = write_output(tmp_path, {"report.docx": b"new"})

    assert [path.name for path in done.paths] == ["report (2).docx"]
    assert "open in another program" in done.kept[0].what
    assert "delete “" in done.kept[0].hint
    assert (tmp_path / "report.docx").read_bytes() == b"old"


def test_a_file_that_is_open_and_would_not_change_troubles_nobody(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "~$a.docx").touch()

    assert written(tmp_path) == (["a.docx"], "")


def test_a_file_that_may_not_be_written_to_stays(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "a.docx").chmod(0o444)
    protected = not _may_write_anyway(tmp_path / "a.docx")  # root may
    names, said = written(tmp_path, b"newer")

    assert names == ["a (2).docx" if protected else "a.docx"]
    assert ("protected" in said) == protected


def _may_write_anyway(path: Path) -> bool:
    try:
        path.open("r+b").close()
    except OSError:
        return False
    return True


def test_a_folder_of_the_same_name_stays(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()

    assert written(tmp_path)[0] == ["a (2).docx"]


def test_only_the_file_that_was_changed_gets_another_name(tmp_path: Path) -> None:
    write_output(tmp_path, {"a.docx": b"one", "a.pdf": b"one"})
    (tmp_path / "a.docx").write_bytes(b"edited")
    done = write_output(tmp_path, {"a.docx": b"two", "a.pdf": b"two"})

    assert [path.name for path in done.paths] == ["a (2).docx", "a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"two"


def test_a_build_of_one_format_keeps_the_other_in_the_register(tmp_path: Path) -> None:
    write_output(tmp_path, {"a.docx": b"one", "a.pdf": b"one"})
    write_output(tmp_path, {"a.pdf": b"two"})

    assert written(tmp_path, b"three") == (["a.docx"], "")


def test_what_earlier_drafts_said_is_kept(tmp_path: Path) -> None:
    write_output(tmp_path, {"a.docx": b"one"}, {"k3v9q2ab": b"<one/>"})
    write_output(tmp_path, {"a.docx": b"two"}, {"z3v9q2ab": b"<two/>"})

    kept = {path.name: path.read_bytes() for path in (tmp_path / REGISTER).glob("*.xml")}
    assert kept == {"k3v9q2ab.xml": b"<one/>", "z3v9q2ab.xml": b"<two/>"}


def test_a_file_that_cannot_be_replaced_leaves_all_of_them_as_they_were(tmp_path: Path) -> None:
    word, pdf = tmp_path / "a.docx", tmp_path / "a.pdf"
    word.write_bytes(b"old word")
    pdf.write_bytes(b"old pdf")
    held = tmp_path / ".a.pdf.old"  # a folder in the way, as an open file is on Windows
    held.mkdir()
    (held / "inside").touch()

    with pytest.raises(EditedError) as failure:
        replace_files({word: b"new word", pdf: b"new pdf"})

    assert [problem.place and problem.place.file for problem in failure.value.problems] == [
        str(pdf)
    ]
    assert word.read_bytes() == b"old word"
    assert pdf.read_bytes() == b"old pdf"
    assert sorted(p.name for p in tmp_path.iterdir()) == [".a.pdf.old", "a.docx", "a.pdf"]


def test_files_are_replaced_together_and_nothing_else_is_left(tmp_path: Path) -> None:
    word, pdf = tmp_path / "new" / "a.docx", tmp_path / "new" / "a.pdf"
    replace_files({word: b"one", pdf: b"two"})
    replace_files({word: b"three", pdf: b"four"})

    assert (word.read_bytes(), pdf.read_bytes()) == (b"three", b"four")
    assert sorted(path.name for path in word.parent.iterdir()) == ["a.docx", "a.pdf"]


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"")

    with pytest.raises(ProjectError) as caught:
        write_output(tmp_path / "output" / "mine", {"a.docx": b"new"})
    assert f"“{tmp_path / 'output'}” is a file, not a folder: rename it" in str(caught.value)


def test_what_is_stopped_half_way_leaves_every_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "a.docx", tmp_path / "b.pdf"
    old.write_bytes(b"old")
    rename = Path.replace

    def stop(path: Path, target: Path) -> Path:
        if target == new:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        replace_files({old: b"new", new: b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.docx": b"old"}


def test_a_full_disk_is_told_with_what_to_do_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")

    def full(path: Path, content: bytes) -> int:
        path.touch()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ProjectError, match="make room on the disk") as caught:
        replace_files({tmp_path / "a.docx": b"new"})

    assert f"the file cannot be written: {os.strerror(errno.ENOSPC)}" in str(caught.value)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.docx": b"old"}


def test_what_somebody_changed_since_it_was_written_is_found(tmp_path: Path) -> None:
    assert edited_in(tmp_path) == ()

    write_output(tmp_path, {"a.docx": b"one", "b.pdf": b"two"})
    (tmp_path / "other.docx").write_bytes(b"not ours")
    assert edited_in(tmp_path) == ()

    (tmp_path / "a.docx").write_bytes(b"edited")
    (tmp_path / "b.pdf").unlink()
    assert edited_in(tmp_path) == (tmp_path / "a.docx",)


def test_builds_that_write_to_one_folder_at_once_take_turns(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as several:
        names = list(several.map(lambda n: written(tmp_path, b"%d" % n), range(24)))

    assert names == [(["a.docx"], "")] * 24
    assert sorted(path.name for path in tmp_path.iterdir()) == [REGISTER, "a.docx"]
    assert [path.name for path in (tmp_path / REGISTER).iterdir()] == ["written.json"]


def test_a_folder_that_another_build_does_not_let_go_of_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / REGISTER / "writing"
    mark.mkdir(parents=True)
    monkeypatch.setattr("reportgen.output._TRIES", 1)
    with pytest.raises(ProjectError, match="another reportgen writes to it") as caught:
        written(tmp_path)

    assert f"if none is at work, delete “{mark}”" in str(caught.value)
    assert mark.is_dir()
