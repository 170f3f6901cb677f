"""Plans in folders of their own, and the documents that are printed of them."""

import subprocess
from pathlib import Path

from cchc.documents import render_plan
from cchc.documents.origin import origin_of, seal
from cchc.documents.templates import find_template
from cchc.documents.verify import Verdict, record_of, verify
from cchc.plan.loader import sound_plan

TEXT = """\
nam: 2025
trich_yeu: Thử nghiệm
co_quan: {ban_hanh: ỦY BAN NHÂN DÂN XÃ}
mo_dau: "UBND xã ban hành kế hoạch như sau:"
phan:
  - {so: I, tieu_de: MỤC ĐÍCH, y: [nâng cao chất lượng phục vụ, giảm thời gian chờ đợi]}
phu_luc:
  tieu_de: NHIỆM VỤ
  nhom:
    - tieu_de: ĐIỀU HÀNH
      nhiem_vu:
        - {stt: "01", noi_dung: Ban hành kế hoạch, san_pham: [Kế hoạch], thoi_gian: Quý I}
        - {stt: "02", noi_dung: Kiểm tra công vụ, san_pham: [Biên bản], thoi_gian: Quý II}
        - {stt: "03", noi_dung: Tổng kết năm, san_pham: [Báo cáo], thoi_gian: Quý IV}
"""


def written(folder: Path, text: str = TEXT) -> Path:
    """Return the plan's file of a text, in a folder `plans/`."""
    path = folder / "plans" / "2025.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return path


def sealed(plan: Path, template: Path | None = None) -> bytes:
    """Return the document of a plan's file, with its record."""
    document, loaded = sound_plan(plan)
    origin = origin_of(document.source, find_template(plan, template))
    return seal(render_plan(loaded, plan, template), origin)


def judged(document: Path, plan: Path) -> Verdict:
    """Return the verdict on a document."""
    return verify(document, *record_of(document), plan)


def git(folder: Path, *arguments: str) -> str:
    """Return what git says."""
    name = ("-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    run = ["git", *name, "-c", "core.autocrlf=false", *arguments]
    done = subprocess.run(run, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def committed(plan: Path, subject: str) -> str:
    """Return the id of a new commit of everything in the plan's office."""
    office = plan.parent.parent
    if not (office / ".git").exists():
        git(office, "init", "-q")
    git(office, "add", "--all")
    git(office, "commit", "-q", "-m", subject)
    return git(office, "rev-parse", "HEAD")
