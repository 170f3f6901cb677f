"""An example of the manual, set into a whole plan (or a ledger) where its keys belong.

What the example writes stands in the place of what the plan below would write.
"""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from cchc.checks.choice import RuleChoice
from cchc.checks.engine import check_plan
from cchc.plan.locate import ledger_path
from tests.checks.marked import AS_OF

TOP = {
    "nam": "2025",
    "trich_yeu": "Cải cách hành chính năm 2025",
    "ngay_ban_hanh": "2024-12",
    "co_quan": "{ban_hanh: ỦY BAN NHÂN DÂN XÃ SƠN HẠ}",
}
UNITS = {
    "VPTK": "{ten: Văn phòng - Thống kê}",
    "TPHT": "{ten: Tư pháp - Hộ tịch, ten_khac: [Tư pháp xã]}",
    "VHXH": "{ten: Văn hóa - Xã hội}",
}
TASK = {
    "noi_dung": "Ban hành Kế hoạch tuyên truyền",
    "chu_tri": "[VPTK]",
    "phoi_hop": "[TPHT, VHXH]",
    "san_pham": "[Kế hoạch]",
    "thoi_gian": "Quý I/2025",
}
OTHERS = """
    - tieu_de: CẢI CÁCH THỂ CHẾ
      nhiem_vu:
        - {stt: "01", noi_dung: A, chu_tri: [VPTK], san_pham: [a], thoi_gian: Quý I/2025}
        - {stt: "02", noi_dung: B, chu_tri: [VPTK], san_pham: [b], thoi_gian: Quý I/2025}
        - {stt: "03", noi_dung: C, chu_tri: [VPTK], san_pham: [c], thoi_gian: Quý I/2025}
        # cchc: bo-qua deadline-day-off -- bản gốc
        - {stt: "04", noi_dung: D, chu_tri: [VPTK], san_pham: [d], thoi_gian: Ngày 31/01/2025}
"""
_TOP = {"don_vi", "can_cu", "mo_dau", "phan", "ket", "che_do_bao_cao", "noi_nhan", "nguoi_ky",
        "so", "ky_hieu", "den_nam"}  # fmt: skip
_CALENDAR = "che_do_bao_cao:\n"
_SECTION = {"doan", "y", "luu_y", "muc"}
PROOF = b"ban ky"


@dataclass
class Parts:
    """The blocks of an example by where they belong."""

    top: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    section: dict[str, str] = field(default_factory=dict)
    task: dict[str, str] = field(default_factory=dict)
    tasks: str = ""


def rules_of(example: str, folder: Path) -> list[str]:
    """Return the names of what is wrong with an example, once it stands in a plan."""
    plan = folder / "2025.yaml"
    (folder / "qd-15.pdf").write_bytes(PROOF)
    text = example.replace("ba…", sha256(PROOF).hexdigest()).replace("00…", "0" * 64)
    if re.search(r"^- \{?ngay: ", text, re.MULTILINE):
        ledger_path(plan).write_text(text + "\n", "utf-8")
        text = ""
    plan.write_text(text if "<<<<<<<" in text else whole(text), "utf-8")
    strict = RuleChoice(strict=True)
    return [problem.rule for problem in check_plan(plan, AS_OF, strict)]


def whole(example: str) -> str:
    """Return a plan that says what the example says, and otherwise nothing wrong."""
    parts = _parts(example)
    top = "".join(_written(TOP, parts.top, ""))
    units = "" if "don_vi:" in top else "don_vi:\n" + "".join(_written(UNITS, parts.units, "  "))
    section = ""
    if parts.section:
        body = "".join(_written({}, parts.section, "    "))
        section = f"phan:\n  - so: I\n    tieu_de: CHẾ ĐỘ BÁO CÁO\n{body}"
    tasks = parts.tasks or _task(parts.task)
    indented = "".join(f"        {line}\n" for line in tasks.splitlines())
    group = f"    - tieu_de: CHỈ ĐẠO, ĐIỀU HÀNH\n      nhiem_vu:\n{indented}"
    return f"{top}{units}{section}phu_luc:\n  tieu_de: NHIỆM VỤ NĂM 2025\n  nhom:\n{group}{OTHERS}"


def _task(said: dict[str, str]) -> str:
    lines = "".join(_written(TASK, said, "  "))
    number = said.get("stt", 'stt: "01"\n')
    return f"- {number.lstrip()}" + lines.replace(_indented(number, "  "), "")


def _written(defaults: dict[str, str], said: dict[str, str], indent: str) -> list[str]:
    kept = [f"{indent}{k}: {v}\n" for k, v in defaults.items() if k not in said]
    return [*kept, *(_indented(block, indent) for block in said.values())]


def _indented(block: str, indent: str) -> str:
    return "".join(f"{indent}{line}\n" for line in block.splitlines())


def _parts(example: str) -> Parts:
    parts = Parts()
    for number, block in enumerate(_keyed(example)):
        if stt := re.search(r'^- stt: "(\d+)"', block, re.MULTILINE):
            parts.tasks += "" if parts.tasks else _before(int(stt[1]))
            mine = {key: "" for key in TASK if f"\n  {key}:" in block}
            parts.tasks += block + "".join(_written(TASK, mine, "  "))
            continue
        if block.startswith("- {ky"):
            parts.top["che_do_bao_cao"] = f"{parts.top.get('che_do_bao_cao', _CALENDAR)}  {block}"
            continue
        key = _key(block)
        here = _home(parts, key)
        here[key if key not in here else f"{key} {number}"] = block
    return parts


def _before(number: int) -> str:
    """Return the tasks that stand before the one with a number."""
    rest = "".join(_written(TASK, {}, "  "))
    return "".join(f'- stt: "{n:02}"\n{rest}' for n in range(1, number))


def _home(parts: Parts, key: str) -> dict[str, str]:
    if key in _TOP or key in TOP:
        return parts.top
    if re.fullmatch("[A-Z]+", key):
        return parts.units
    return parts.section if key in _SECTION else parts.task


def _keyed(example: str) -> list[str]:
    """Return the blocks of the example: a key at the margin with what is above and below it."""
    blocks: list[str] = []
    waiting = ""
    for line in example.splitlines(keepends=True):
        text = line if line.endswith("\n") else f"{line}\n"
        if text.startswith("#") or not text.strip():
            waiting += text
        elif text[0] in " ]}" and blocks:
            blocks[-1] += waiting + text
            waiting = ""
        else:
            blocks.append(waiting + text)
            waiting = ""
    return blocks


def _key(block: str) -> str:
    line = next(line for line in block.splitlines() if not line.startswith("#"))
    return line.partition(":")[0]
