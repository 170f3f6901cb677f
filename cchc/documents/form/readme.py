"""The page that tells an office every variable of a template: templates/README.md."""

from collections.abc import Iterator

from cchc.documents.sandbox.filters import FILTER_NAMES
from cchc.documents.shapes import Kind, Shape
from cchc.documents.variables import THINGS, Thing, variables


def readme() -> str:
    """Return the page, made from the plan's model and the template's variables."""
    tables = "\n".join(_table(thing) for thing in THINGS)
    return _PAGE.format(tables=tables, filters=", ".join(f"`{name}`" for name in FILTER_NAMES))


def _table(thing: Thing) -> str:
    way = _WAYS.get(thing.name, "")
    lines = [f"### {thing.title}", "", *([way, ""] if way else []), *_HEAD, *_rows(thing), ""]
    return "\n".join(lines)


def _rows(thing: Thing) -> Iterator[str]:
    for variable in variables(thing):
        name = f"{thing.name}.{variable.name}" if thing.name else variable.name
        yield f"| `{name}` | {_kind(variable.shape)} | {variable.meaning} |"


def _kind(shape: Shape) -> str:
    if shape.kind is Kind.LIST and shape.element.kind is Kind.TEXT:
        return "danh sách chữ"
    return shape.kind.value


_HEAD = ("| Biến | Là | Nghĩa |", "| --- | --- | --- |")

_WAYS = {
    "muc": "`{%p for muc in phan %}` … `{%p endfor %}`; trong một phần, các mục con là `muc.muc`.",
    "nhom": "`{%tr for nhom in phu_luc.nhom %}` … `{%tr endfor %}`",
    "nhiem_vu": "`{%tr for nhiem_vu in nhom.nhiem_vu %}` … `{%tr endfor %}`",
    "moc": "`{%p for moc in nhiem_vu.moc %}` … `{%p endfor %}`",
    "bao_cao": "`{%p for bao_cao in che_do_bao_cao %}` … `{%p endfor %}`",
    "don_vi": "Theo mã: `don_vi.VPTK.ten`; lần lượt: `{%p for ma, don_vi in don_vi.items() %}`.",
}

_PAGE = """\
# Mẫu Word: các biến và cách viết

<!-- Tệp này do `python -m cchc.documents.form` tạo ra; đừng sửa tay. -->

`ke-hoach.docx` là mẫu mà `cchc render` dùng để in kế hoạch. Muốn đổi: `cchc template copy` chép nó
vào thư mục `templates/` của cơ quan, sửa bằng Word, rồi `cchc template check` để kiểm tra. Kiểu chữ
(Styles) có tên tiếng Việt: sửa kiểu “Nội dung” một lần thì cả văn bản đổi theo.

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

## Các biến

{tables}
## Bộ lọc

{filters}

Mẫu chỉ in được kế hoạch: không đọc tệp khác, không chạy lệnh, không có macro; vòng lặp và chữ quá
dài bị dừng lại. Hình (quốc huy, dấu) chèn thẳng vào mẫu bằng Word.
"""
