"""Plans and ledgers as data, good and bad, for a schema and the models to judge alike."""

import re
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

Data = Any
"""Text, lists and mappings, as strict reading gives them; None where nothing is written."""

WORDS = st.sampled_from(
    ["Kế hoạch", "VPTK", " có cách ", "1.10", "08", "-3", "true", "1e3", "05/3", "2025", "a: b #"]
)
DAYS = st.sampled_from(
    ["2025-01-31", "31/1/2025", "1-2-2024", "29/02/2024", "2024-2-29", " 05.3.2025 ", "0001-01-01"]
)
DAY_MONTHS = st.sampled_from(["05/3", "5-3", "29/02", "31/12", " 30/11 "])
ODD = st.sampled_from(
    [None, "", "  ", "\u00a0", "x", [], {}, ["x"], [""], [None], {"x": "y"}, {"": "x"}, "VPTK",
     "2025-02-29", "29/02/2025", "29/02/1900", "29/02/2000", "31/4", "30/2", "31/04/2025",
     "0000-01-01", "2025-00-10", "2025-13-01", "2025-12", "13/2024", "12/2024", "00/5", "1/2/25",
     "20255", "0999", "hai", "05/3", "3000", "gia_han", "hoan_thanh", "Xong", "f" * 64, "F" * 63,
     ["VPTK", ["x"]], {"den_ngay": "2025-01-31"}, [{"den_ngay": "31/12/2025"}], {"don_vi": ["x"]}]
).map(deepcopy)  # fmt: skip

texts = st.lists(WORDS, max_size=2)
offices = st.one_of(
    texts, st.fixed_dictionaries({}, optional={"don_vi": texts, "van_ban": WORDS | st.none()})
)
units = st.dictionaries(
    st.sampled_from(["VPTK", "TPHT", "08"]),
    st.fixed_dictionaries(
        {"ten": WORDS},
        optional={
            "ten_in": WORDS | st.none(),
            "chuc_danh": WORDS,
            "ten_khac": texts,
            "gom": texts,
            "tu_ngay": DAYS | st.none(),
            "den_ngay": DAYS,
            "ke_thua_boi": WORDS,
        },
    ),
    max_size=2,
)
sections = st.recursive(
    st.fixed_dictionaries({}, optional={"so": WORDS, "tieu_de": WORDS, "y": texts, "doan": texts}),
    lambda inner: st.fixed_dictionaries(
        {"muc": st.lists(inner, max_size=2)}, optional={"so": WORDS}
    ),
    max_leaves=4,
)
milestones = st.lists(
    st.fixed_dictionaries({"den_ngay": DAYS}, optional={"tu_ngay": DAYS, "viec": WORDS}), max_size=2
)
tasks = st.fixed_dictionaries(
    {"stt": WORDS},
    optional={
        "noi_dung": WORDS | st.none(),
        "chu_tri": offices,
        "phoi_hop": offices,
        "san_pham": WORDS | texts,
        "thoi_gian": WORDS,
        "ghi_chu": WORDS | st.none(),
        "moc": milestones,
    },
)
reports = st.fixed_dictionaries(
    {"ky": WORDS},
    optional={"truoc": DAY_MONTHS, "cham_nhat": DAY_MONTHS | st.none(), "chu_tri": offices},
)
plans = st.fixed_dictionaries(
    {
        "nam": st.sampled_from(["2025", " 1000 ", "2999"]),
        "trich_yeu": WORDS,
        "co_quan": st.fixed_dictionaries({"ban_hanh": WORDS}, optional={"chu_quan": st.none()}),
    },
    optional={
        "so": WORDS | st.none(),
        "ngay_ban_hanh": DAYS | st.sampled_from(["2024-12", "12/2024", "1/2024"]) | st.none(),
        "don_vi": units,
        "can_cu": texts,
        "phan": st.lists(sections, max_size=2),
        "che_do_bao_cao": st.lists(reports, max_size=2),
        "nguoi_ky": st.fixed_dictionaries({}, optional={"ho_ten": WORDS | st.none()}),
        "phu_luc": st.fixed_dictionaries(
            {"tieu_de": WORDS},
            optional={
                "nhom": st.lists(
                    st.fixed_dictionaries(
                        {"tieu_de": WORDS}, optional={"nhiem_vu": st.lists(tasks, max_size=3)}
                    ),
                    max_size=2,
                )
            },
        ),
    },
)
entries = st.fixed_dictionaries(
    {
        "ngay": DAYS,
        "nhiem_vu": WORDS,
        "trang_thai": st.sampled_from(["hoan_thanh", "gia_han", "huy", "mo_lai", "dang_thuc_hien"]),
    },
    optional={
        "moc": WORDS | st.none(),
        "van_ban": WORDS | st.none(),
        "den_ngay": DAYS | st.none(),
        "tep": WORDS | st.none(),
        "sha256": st.sampled_from(["a" * 64, f" {'0F' * 32} "]) | st.none(),
    },
)
ledgers = st.lists(entries, max_size=3)


@st.composite
def damaged(draw: st.DrawFn, files: st.SearchStrategy[Data]) -> Data:
    """Return a file with something odd in up to three places."""
    data = draw(files)
    for _ in range(draw(st.integers(0, 3))):
        holders = [holder for holder in _holders(data) if holder]
        if holders:
            _damage(draw, draw(st.sampled_from(holders)))
    return data


def _damage(draw: st.DrawFn, holder: Data) -> None:
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    key = draw(st.sampled_from(keys))
    match draw(st.sampled_from(["odd", "odd", "odd", "drop", "new"])):
        case "odd":
            holder[key] = draw(ODD)
        case "drop":
            del holder[key]
        case _ if isinstance(holder, dict):
            holder[draw(st.sampled_from(["x", "noi_dug", "year", "", "moc", "so"]))] = draw(ODD)


def _holders(data: Data) -> list[Data]:
    """Return every list and mapping of a file, itself included."""
    if isinstance(data, dict):
        return [data, *(h for inner in data.values() for h in _holders(inner))]
    if isinstance(data, list):
        return [data, *(h for inner in data for h in _holders(inner))]
    return []


def typed(data: Data) -> Data:
    """Return a file as an editor's parser types it (YAML 1.2, core schema, 10.3.2)."""
    if isinstance(data, dict):
        return {key: typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [typed(value) for value in data]
    if isinstance(data, str) and re.fullmatch(r"[-+]?[0-9]+", data):
        return int(data)
    if isinstance(data, str) and re.fullmatch(r"[-+]?[0-9]+\.[0-9]+|[0-9]+e[0-9]+", data):
        return float(data)
    return {"true": True, "false": False}.get(data, data) if isinstance(data, str) else data
