"""The wheel: installed into a clean environment, it makes a project and builds it."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """Return what a command printed; fail with all of it if its exit status is not 0.

    Where Python is told to look for modules elsewhere, it is not here: only the wheel counts.
    """
    around = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    parts = [str(part) for part in command]
    done = subprocess.run(parts, capture_output=True, text=True, check=False, cwd=cwd, env=around)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the files that git knows so that no leftover gets in."""
    source = tmp_path_factory.mktemp("source")
    folder = tmp_path_factory.mktemp("wheel")
    names = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ".", cwd=source)
    (built,) = folder.glob("*.whl")
    return built


def test_every_package_is_listed_in_the_project_file() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    found = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for path in (ROOT / "reportgen").rglob("__init__.py")
    }

    assert {name for name in listed["packages"] if ".starter" not in name} == found


@pytest.mark.needs("git")
def test_the_wheel_carries_the_engine_and_the_starter_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"reportgen"}
    for name in (
        "cli/__init__.py",
        "py.typed",
        "starter/sections/measures.toml",
        "starter/sections/attainment.py",
        "starter/sections/start/start.toml",
        "starter/sections/start/introduction.md",
        "starter/assets/theme.toml",
        "starter/assets/fonts/Arimo-Regular.ttf",
        "starter/data/README.md",
        "starter/data/example/report.toml",
        "starter/data/example/words/attainment.md",
    ):
        assert f"reportgen/{name}" in names
    assert not [name for name in names if "__pycache__" in name or "buckinghamshire" in name]


@pytest.mark.needs("git")
def test_an_installed_wheel_makes_a_project_and_builds_it(wheel: Path, tmp_path: Path) -> None:
    # The libraries are those of this environment; reportgen itself comes from the wheel alone.
    venv.create(tmp_path / "environment", with_pip=False)
    scripts = tmp_path / "environment" / ("Scripts" if os.name == "nt" else "bin")
    python, command = scripts / "python", scripts / "reportgen"
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "-q", "--no-deps", wheel, cwd=tmp_path)
    site = run(python, "-c", "import site; print(site.getsitepackages()[-1])", cwd=tmp_path).strip()
    libraries = [path for path in sys.path if path.endswith("-packages")]
    Path(site, "libraries.pth").write_text("\n".join(libraries), encoding="utf-8")

    where = run(python, "-c", "import reportgen; print(reportgen.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(site)
    run(command, "new", "mine", "--area", "E10000031", "--title", "Ours", cwd=tmp_path)
    (report,) = (tmp_path / "mine" / "data").glob("warwickshire-*")
    printed = run(command, "build", report, cwd=tmp_path)
    made = [tmp_path / line for line in printed.splitlines()]

    assert [path.suffix for path in made] == [".docx", ".pdf"]
    assert all(path.stat().st_size > 10_000 for path in made)
