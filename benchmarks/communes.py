"""A province of made-up communes: plans of 5 to 60 tasks, each with a ledger of 100 entries.

`python -m benchmarks.communes FOLDER [COUNT]` writes them: a commune a folder, by one seed, so that
two runs measure the same bytes.
"""

import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random

YEAR = 2025
ENTRIES = 100
COMMUNES = 3321
"""As many as the country has."""

_OFFICES = {
    "VPTK": "Văn phòng - Thống kê", "TPHT": "Tư pháp - Hộ tịch", "TCKT": "Tài chính - Kế toán",
    "VHXH": "Văn hóa - Xã hội", "DCXD": "Địa chính - Xây dựng",
}  # fmt: skip
_GROUPS = (
    "CHỈ ĐẠO, ĐIỀU HÀNH", "CẢI CÁCH THỂ CHẾ", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
    "CẢI CÁCH TỔ CHỨC BỘ MÁY", "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ", "CẢI CÁCH TÀI CHÍNH CÔNG",
    "CHÍNH QUYỀN SỐ",
)  # fmt: skip
_EVENTS = ("Xây dựng, ban hành", "Rà soát, cập nhật", "Tổ chức kiểm tra", "Tuyên truyền, phổ biến",
          "Tham mưu sửa đổi, bổ sung", "Công khai, niêm yết", "Đánh giá, xếp hạng")  # fmt: skip
_THINGS = ("kế hoạch cải cách hành chính", "quy trình giải quyết thủ tục hành chính",
           "danh mục văn bản quy phạm pháp luật", "chỉ số hài lòng của người dân, doanh nghiệp",
           "đề án vị trí việc làm", "quy chế chi tiêu nội bộ", "hồ sơ, dữ liệu hộ tịch",
           "bộ thủ tục thuộc thẩm quyền của xã")  # fmt: skip
_TIMES = (
    "Quý I/2025", "Quý II/2025", "Quý III năm 2025", "Quý IV năm 2025", "Tháng 6/2025",
    "Trong năm 2025", "Trước ngày 15/11/2025", "Chậm nhất ngày 31/3/2025", "Hằng quý",
    "Thường xuyên",
    "Quý I năm 2025 ban hành Kế hoạch; định kỳ báo cáo kết quả thực hiện", "6 tháng đầu năm",
    "Trước ngày 20/8/2025", "Tháng 3, 6, 9, 12/2025",
)  # fmt: skip
_NAMES = ("An", "Bình", "Cẩm", "Đông", "Hạ", "Hòa", "Khánh", "Lộc", "Mỹ", "Ninh", "Phú", "Quang",
          "Sơn", "Tân", "Thạnh", "Thuận", "Tịnh", "Trà", "Vĩnh", "Xuân")  # fmt: skip


def write_communes(folder: Path, count: int, seed: int = 1) -> int:
    """Write so many communes under a folder; return how many bytes their files have."""
    size = 0
    for number in range(count):
        random = Random(f"{seed}/{number}")  # noqa: S311 - no secret is made of it
        home = folder / f"xa-{number:04}" / "plans"
        home.mkdir(parents=True, exist_ok=True)
        name = f"{_NAMES[number % 20]} {_NAMES[number // 20 % 20]} {number // 400 + 1}"
        tasks = _tasks(random)
        for file, text in ((f"{YEAR}.yaml", _plan(name, tasks)),
                           (f"{YEAR}.tien-do.yaml", _ledger(random, tasks))):  # fmt: skip
            data = text.encode()
            (home / file).write_bytes(data)
            size += len(data)
    return size


_Task = tuple[str, str, str]
"""Id, content, timing."""


def _tasks(random: Random) -> list[list[_Task]]:
    count = random.randint(5, 60)
    groups: list[list[_Task]] = [[] for _ in range(min(len(_GROUPS), 1 + count // 6))]
    for _ in range(count):
        place = random.randrange(len(groups))
        content = f"{random.choice(_EVENTS)} {random.choice(_THINGS)} {random.choice(_THINGS)}"
        groups[place].append(("", content, random.choice(_TIMES)))
    kept = [group for group in groups if group]
    return [
        [(f"{_ROMAN[g]}.{n:02}", content, time) for n, (_, content, time) in enumerate(group, 1)]
        for g, group in enumerate(kept)
    ]


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


def _plan(name: str, groups: list[list[_Task]]) -> str:
    units = "".join(f"  {code}: {{ten: {unit}}}\n" for code, unit in _OFFICES.items())
    agency = f"ban_hanh: ỦY BAN NHÂN DÂN XÃ {name.upper()}, ten: UBND xã {name}"
    reports = (("quý I", "05/3"), ("6 tháng", "05/6"), ("năm", "30/11"))
    calendar = "".join(f"  - {{ky: {ky}, truoc: {day}, chu_tri: [VPTK]}}\n" for ky, day in reports)
    rows = "".join(_group(place, group) for place, group in enumerate(groups))
    return f"""\
nam: {YEAR}
trich_yeu: Cải cách hành chính năm {YEAR} xã {name}
so:
ky_hieu: KH-UBND
dia_danh: {name}
ngay_ban_hanh: 2024-12
co_quan: {{chu_quan: , {agency}}}
don_vi:
{units}can_cu:
  - Kế hoạch số 234/KH-UBND ngày 19/12/2024 của UBND huyện
che_do_bao_cao:
{calendar}noi_nhan:
  - UBND huyện
nguoi_ky: {{quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, ho_ten: Nguyễn Văn A}}
phu_luc:
  tieu_de: NHIỆM VỤ
  nhom:
{rows}"""


def _group(place: int, group: list[_Task]) -> str:
    codes = list(_OFFICES)
    rows = []
    for number, (_, content, time) in enumerate(group, 1):
        first = (number + place) % len(codes)
        lead = ", ".join(codes[first : first + 1 + number % 2])
        rows.append(f"""\
        - stt: "{number:02}"
          noi_dung: {content}
          chu_tri: [{lead}]
          phoi_hop: [{codes[first - 1]}]
          san_pham: [Kế hoạch, Báo cáo]
          thoi_gian: {time}
          ghi_chu:
""")
    return f"    - tieu_de: {_GROUPS[place]}\n      nhiem_vu:\n{''.join(rows)}"


def _ledger(random: Random, groups: list[list[_Task]]) -> str:
    ids = [task_id for group in groups for task_id, _, _ in group]
    days = sorted(date(YEAR, 1, 2) + timedelta(days=random.randrange(360)) for _ in range(ENTRIES))
    lines, closed = ["# Sổ theo dõi tiến độ"], set[str]()
    for number, day in enumerate(days, 1):
        task = random.choice(ids)
        lines.append(f"- {{{_entry(random, day, number, task, again=task in closed)}}}")
        closed.add(task)
    return "\n".join([*lines, ""])


def _entry(random: Random, day: date, number: int, task: str, *, again: bool) -> str:
    said = f"ngay: {day}, nhiem_vu: {task}, trang_thai: "
    paper = f'van_ban: "Báo cáo số {number}/BC-UBND ngày {day:%d/%m/%Y}"'
    chance = random.random()
    if again or chance < _BEGUN:
        return (
            f'{said}dang_thuc_hien, ghi_chu: "đã giao công chức chuyên môn tham mưu, số {number}"'
        )
    if chance < _PUT_OFF:
        return f"{said}gia_han, {paper}, den_ngay: {day + timedelta(days=45)}"
    return f"{said}{'huy' if chance < _GIVEN_UP else 'hoan_thanh'}, {paper}"


_BEGUN, _PUT_OFF, _GIVEN_UP = 0.2, 0.3, 0.32
"""What becomes of a task first: shares of one, each up to the next."""


if __name__ == "__main__":
    root, wanted = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else COMMUNES
    print(f"{wanted} communes, {write_communes(root, wanted):,} bytes in {root}")
