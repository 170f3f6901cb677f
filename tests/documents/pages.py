"""Documents turned into pages by LibreOffice, and what stands on each."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = ("soffice", "pdftotext", "pdfinfo", "pdffonts")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]


@dataclass(frozen=True, slots=True)
class Pages:
    """A document as pages: the words of each, with single spaces, and its width and height."""

    texts: tuple[str, ...]
    sizes: tuple[tuple[int, int], ...]
    fonts: str

    def of_appendix(self) -> tuple[str, ...]:
        """Return the pages that are wider than high."""
        sized = zip(self.texts, self.sizes, strict=True)
        return tuple(text for text, (width, height) in sized if width > height)


def to_pdf(folder: Path, *documents: Path) -> None:
    """Turn the documents into PDFs beside them; one start of the office, of its own profile."""
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    run = [*command, *map(str, documents)]
    subprocess.run(run, check=True, capture_output=True, timeout=180)


def pages_of(pdf: Path) -> Pages:
    """Return the pages of a PDF."""
    pages = _said("pdftotext", str(pdf), "-").split("\f")[:-1]
    info = _said("pdfinfo", "-f", "1", "-l", str(len(pages)), str(pdf))
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", info)
    return Pages(
        tuple(" ".join(page.split()) for page in pages),
        tuple((round(float(width)), round(float(height))) for width, height in sizes),
        _said("pdffonts", str(pdf)),
    )


def _said(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, timeout=60)
    return done.stdout.decode("utf-8")
