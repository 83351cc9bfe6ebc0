"""Put every PDF and Word file of some folders before the validators; exit with 1 if one objects."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import page
import pikepdf

MOST = 10
"""How many complaints of one validator about one file are printed."""


def run(*command: str) -> tuple[int, str]:
    """Return the exit status and all output of a command."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, (done.stdout + done.stderr).strip()


def qpdf(path: Path) -> list[str]:
    """Return what qpdf says of the structure of a PDF."""
    status, text = run("qpdf", "--check", str(path))
    return text.splitlines() if status else []


def accessible(path: Path) -> list[str]:
    """Return what stands between a PDF and PDF/UA-1."""
    return violations(path, page.ValidationProfile.PDF_UA_1)


def archival(path: Path) -> list[str]:
    """Return what stands between a PDF and the level a of PDF/A that it says it keeps to."""
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        claim = f"{metadata.get('pdfaid:part')}{metadata.get('pdfaid:conformance')}".lower()
    if claim not in ("2a", "3a"):
        return [f"it should say that it is PDF/A-2a or PDF/A-3a, but says “{claim}”"]
    return violations(path, page.ValidationProfile(claim))


def violations(path: Path, profile: page.ValidationProfile) -> list[str]:
    """Return every rule of a standard that a PDF breaks."""
    report = page.validate_pdf(str(path), profile=profile)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def openxml_audit(path: Path) -> list[str]:
    """Return what openxml-audit says of a Word file."""
    status, text = run("openxml-audit", "--quiet", "--policy", "strict", str(path))
    return text.splitlines() if status else []


def ooxml_validator(path: Path) -> list[str]:
    """Return what Microsoft's own validator says of a Word file."""
    status, text = run("ooxml-validator", str(path))
    if status == 0:
        return []
    try:
        errors = json.loads(text).get("errors", [])
    except json.JSONDecodeError:
        return text.splitlines()
    return [f"{e.get('description', e)} ({e.get('path', '')})" for e in errors] or [text]


VALIDATORS: dict[str, list[Callable[[Path], list[str]]]] = {
    ".pdf": [qpdf, accessible, archival],
    ".docx": [openxml_audit, ooxml_validator],
}


def complaints(folders: list[str]) -> Iterator[bool]:
    """Print the verdict of every validator on every file; yield whether it objected."""
    for path in sorted(p for folder in folders for p in Path(folder).glob("*.*")):
        for validator in VALIDATORS.get(path.suffix, []):
            found = validator(path)
            print(f"{'FAIL' if found else 'ok  '} {validator.__name__:16} {path}")
            for line in found[:MOST]:
                print(f"       {line}")
            if len(found) > MOST:
                print(f"       and {len(found) - MOST} more")
            yield bool(found)


if __name__ == "__main__":
    verdicts = list(complaints(sys.argv[1:]))
    if not verdicts:
        print("nothing to validate")
    sys.exit(1 if any(verdicts) or not verdicts else 0)
