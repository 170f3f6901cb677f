"""The page that tells an office every variable of a template: templates/README.md.

`python -m cchc.documents.variables_page` writes it anew in a checkout.
"""

from collections.abc import Iterator
from pathlib import Path

import cchc
from cchc.documents.sandbox import FILTER_NAMES
from cchc.documents.templates import FOLDER, README
from cchc.documents.variables import THINGS, Thing, ValueKind, ValueShape, variables


def main() -> None:
    """Write the checkout's templates/README.md."""
    page = Path(cchc.__file__).parents[1] / FOLDER / README
    page.write_text(readme(), encoding="utf-8", newline="\n")


def readme() -> str:
    """Return the page, made from the plan's model and what the templates can reach."""
    chapters = "\n".join(_chapter(template) for template in THINGS)
    return _PAGE.format(chapters=chapters, filters=", ".join(f"`{n}`" for n in FILTER_NAMES))


def _chapter(template: str) -> str:
    tables = "\n".join(_table(template, thing) for thing in THINGS[template])
    return f"## Các biến của {template}.docx\n\n{tables}"


def _table(template: str, thing: Thing) -> str:
    way = _WAYS.get((template, thing.name), "")
    head = [f"### {thing.title}", "", *([way, ""] if way else []), *_HEAD]
    return "\n".join([*head, *_rows(template, thing), ""])


def _rows(template: str, thing: Thing) -> Iterator[str]:
    for variable in variables(template, thing):
        name = f"{thing.name}.{variable.name}" if thing.name else variable.name
        yield f"| `{name}` | {_kind(variable.shape)} | {variable.meaning} |"


def _kind(shape: ValueShape) -> str:
    if shape.kind is ValueKind.LIST and shape.element.kind is ValueKind.TEXT:
        return "danh sách chữ"
    return shape.kind.value


_HEAD = ("| Biến | Là | Nghĩa |", "| --- | --- | --- |")

_PLAN, _REPORT, _PROVINCE, _LETTER = THINGS

_WAYS = {
    (_PLAN, "muc"): "`{%p for muc in phan %}`; trong một phần, các mục con là `muc.muc`.",
    (_PLAN, "nhom"): "`{%tr for nhom in phu_luc.nhom %}`",
    (_PLAN, "nhiem_vu"): "`{%tr for nhiem_vu in nhom.nhiem_vu %}`",
    (_PLAN, "moc"): "`{%p for moc in nhiem_vu.moc %}`",
    (_PLAN, "bao_cao"): "`{%p for bao_cao in che_do_bao_cao %}`",
    (_PLAN, "don_vi"): "Theo mã: `don_vi.VPTK.ten`; lần lượt: "
    "`{%p for ma, don_vi in don_vi.items() %}`.",
    (_REPORT, "phan"): "`{%p for phan in dan_y %}`",
    (_REPORT, "muc"): "`{%p for muc in phan.muc %}`",
    (_REPORT, "viec"): "`{%tr for viec in muc.viec %}`; như vậy với `muc.viec_toi`.",
    (_REPORT, "hang"): "`{%tr for hang in theo_nhom %}`; như vậy với `theo_don_vi`, và `so_lieu`.",
    (_REPORT, "linh_vuc"): "`{%tr for linh_vuc in chi_tieu %}`",
    (_REPORT, "dong"): "`{%tr for dong in linh_vuc.dong %}`",
    (_PROVINCE, "phan"): "`{%p for phan in dan_y %}`",
    (_PROVINCE, "mot"): "`{%p for mot in bang %}`",
    (_PROVINCE, "hang"): "`{%tr for hang in mot.hang %}`; như vậy với `mot.cong`.",
    (_PROVINCE, "xa"): "`{%tr for xa in qua_han %}`",
    (_PROVINCE, "viec"): "`{%tr for viec in xa.viec %}`",
    (_LETTER, "noi"): "`{%p for noi in don_vi %}`",
    (_LETTER, "loai"): "`{%tr for loai in noi.loai %}`",
    (_LETTER, "viec"): "`{%tr for viec in loai.viec %}`",
}
"""How the built-in template comes to a thing; each loop ends with `endfor`."""

_PAGE = """\
# Mẫu Word: các biến và cách viết

<!-- Tệp này do `python -m cchc.documents.variables_page` tạo ra; đừng sửa tay. -->

`cchc render` in kế hoạch bằng mẫu `ke-hoach.docx`, `cchc report` in báo cáo bằng `bao-cao.docx`
(`--province`: `bao-cao-tinh.docx`), `cchc remind` in công văn bằng `cong-van-don-doc.docx`. Muốn
đổi: `cchc template copy TÊN` chép mẫu vào thư mục `templates/` của cơ quan, sửa bằng Word, rồi
`cchc template check` để kiểm tra. Kiểu chữ (Styles) có tên tiếng Việt: sửa kiểu “Nội dung” một lần
thì cả văn bản đổi theo.

## Cách viết

| Viết trong Word | Thì |
| --- | --- |
| `{{{{ trich_yeu }}}}` | in biến; chữ của kế hoạch in ra đúng như đã ghi |
| `{{% if so %}}…{{% endif %}}` | chỉ in khi có; mở và đóng trong cùng một đoạn |
| `{{%p if ket %}}` … `{{%p endif %}}` | như trên cho cả đoạn; mỗi lệnh một đoạn riêng |
| `{{%p for dong in can_cu %}}` … `{{%p endfor %}}` | lặp lại các đoạn ở giữa |
| `{{%tr for nhom in phu_luc.nhom %}}` | lặp lại các hàng; mỗi lệnh, cả `endfor`, một hàng riêng |
| `{{{{ noi_nhan \\| join("; ") }}}}` | in một danh sách chữ trên một dòng |
| `{{{{ loop.index }}}}` | trong vòng lặp: lần thứ mấy, từ 1 (`loop.first`, `loop.last`) |
| `{{# ghi chú #}}` | không in |

Biến không có giá trị thì trống: `{{% if so %}}` là sai khi `so` trống. Biến nhiều dòng in ra có
xuống dòng; muốn mỗi dòng là một đoạn của Word thì dùng biến `…_doan`.

{chapters}
## Bộ lọc

{filters}

Mẫu chỉ in được kế hoạch: không tính toán, không gọi hàm, không đọc tệp khác, không có macro; vòng
lặp và chữ quá dài bị dừng lại. Nối chữ thì viết hai biến cạnh nhau. Hình (quốc huy, dấu) chèn thẳng
vào mẫu bằng Word.
"""

if __name__ == "__main__":
    main()
