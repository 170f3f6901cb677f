"""What ships: the wheel and the sdist, installed in fresh environments, find their parts."""

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.package


def run(*command: object, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sdist of the checkout, and the wheel built from that sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


def environment(folder: Path, *what: object) -> Path:
    run(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    bin_folder = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip = (bin_folder / "python", "-m", "pip", "install", "--quiet", "--no-compile")
    run(*pip, *what, cwd=folder.parent)
    return bin_folder


def use(bin_folder: Path, office: Path) -> None:
    """Do an office's work far from the checkout."""
    office.mkdir(parents=True)
    run(bin_folder / "cchc", "init", "--sample", cwd=office)
    plan = (ROOT / "plans" / "2025.yaml").read_bytes()
    assert (office / "plans" / "2025.yaml").read_bytes() == plan
    assert run(bin_folder / "cchc", "check", cwd=office) == ""
    assert "II.04" in run(bin_folder / "cchc", "overdue", "--as-of", "2025-02-15", cwd=office)
    run(bin_folder / "cchc", "render", "--docx", "-o", "ke-hoach.docx", cwd=office)
    assert zipfile.is_zipfile(office / "ke-hoach.docx")


def test_the_wheel_carries_the_templates(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "cchc/templates/ke-hoach.docx" in names
    assert "cchc/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "plans/"))]


def test_the_sdist_carries_all_that_the_tests_need(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"templates/ke-hoach.docx", "plans/2025.yaml", "README.md", "tests/conftest.py"} <= names


def test_tests_pass_from_the_sdist(built: Path, tmp_path: Path) -> None:
    """Those that read the files around the program: the manual, the templates, the source."""
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (top,) = tmp_path.iterdir()
    environment = {**os.environ, "PYTHONPATH": str(top)}
    around = ("tests/test_site.py", "tests/documents/test_readme.py", "tests/plans/test_source.py")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *around],
        cwd=top,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()[-3000:]


def test_the_wheel_works_in_a_fresh_environment(built: Path, tmp_path: Path) -> None:
    """With all that its metadata name. The wheel was built from the sdist, so that works too."""
    (wheel,) = built.glob("*.whl")
    use(environment(tmp_path / "venv", wheel), tmp_path / "co-quan")


def test_what_an_index_shows_leads_from_anywhere_to_this_version(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("/METADATA")]
        about = message_from_bytes(archive.read(name))
    page = str(about.get_payload(decode=True), "utf-8")  # type: ignore[arg-type]
    links = re.findall(r"\]\(([^)]*)\)", page)
    version = about["Version"]
    assert len(links) > 15
    assert [link for link in links if not link.startswith(("https://", "#"))] == []
    assert f"/raw/v{version}/docs/anh/terminal.png" in page
    assert f"/blob/v{version}/docs/huong-dan.md" in page
    assert {line.partition(",")[0] for line in about.get_all("Project-URL", [])} >= {"Repository"}
