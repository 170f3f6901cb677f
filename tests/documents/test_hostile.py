"""A hostile template is stopped with one message, before it takes time, memory, or a file."""

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from cchc.documents import render_plan
from cchc.errors import CchcError
from tests.documents.faults import SETTINGS_LINK, template_with
from tests.documents.plans import NOWHERE, one_task, plan_of, printed, words

HUNDRED = "[" + ", ".join(map(str, range(100))) + "]"
LOOP = f"{{% for i in {HUNDRED} %}}"
END = "{% endfor %}"
LONG = "".join(f"{{% set a = a | replace('a', '{'a' * 100}') %}}" for _ in range(3))
"""Makes a million letters of one."""


def said_of(template: Path) -> str:
    with pytest.raises(CchcError) as caught:
        render_plan(one_task(noi_dung="x"), NOWHERE, template)
    assert str(template) in str(caught.value)
    return str(caught.value)


TOO_MUCH = "quá nhiều việc"

NOT_THERE = "trong mẫu không dùng"

LARGE = {
    "nested loops": (LOOP * 5 + "x" + END * 5, TOO_MUCH),
    "nested loops that print nothing": (LOOP * 5 + END * 5, TOO_MUCH),
    "nested loops over the plan": ("{% for x in trich_yeu %}" * 15 + "x" + END * 15, TOO_MUCH),
    "loops nested too deep for Python": (LOOP * 40 + "x" + END * 40, "lồng nhau quá sâu"),
    "loops that only sift": (
        LOOP * 3 + f"{{% for j in {HUNDRED} if false %}}" + END * 4,
        TOO_MUCH,
    ),
    "a long text in a loop": (f"{LOOP}{LOOP}{'dài' * 2000}{END}{END}", TOO_MUCH),
    "a long comparison in a loop": (
        "{% set a = 'a' %}"
        + LONG
        + LOOP * 2
        + "{% if a == nam or 'b' in a %}{% endif %}"
        + END * 2,
        TOO_MUCH,
    ),
    "a loop over ranges": ("{% for i in range(100000) %}x{% endfor %}", NOT_THERE),
    "a text many times": ('{{ "a" * 10000000000 }}', NOT_THERE),
    "many times a text": ('{{ 10000000000 * "a" }}', NOT_THERE),
    "a text many times, found when read": ('{% if "a" * 10000000000 %}{% endif %}', NOT_THERE),
    "a wide format": ('{{ "%1000000000s" % 1 }}', NOT_THERE),
    "doubling by ~": ("{% set a = 'a' %}" + "{% set a = a ~ a %}" * 40, NOT_THERE),
    "doubling by +": ("{% set a = 'a' %}" + "{% set a = a + a %}" * 40, NOT_THERE),
    "doubling by a block": (
        "{% set a = 'a' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40,
        NOT_THERE,
    ),
    "doubling by replace": (
        "{% set a = 'a' %}" + "{% set a = a | replace('a', 'aa') %}" * 40,
        TOO_MUCH,
    ),
    "one long replace": ("{% set a = 'a' %}" + LONG + "{{ a | replace('a', a) }}", TOO_MUCH),
    "a long join of letters": ("{% set a = 'a' %}" + LONG + "{{ a | join(a) }}", TOO_MUCH),
    "batches filled up": ("{{ 'a' | batch(1000000000, 'x') | list }}", 'bộ lọc "batch"'),
    "many slices": ("{{ 'a' | slice(1000000000) | list }}", 'bộ lọc "slice"'),
    "rounding to many places": ("{{ 1.5 | round(1000000000, 'ceil') }}", 'bộ lọc "round"'),
    "a chain of lists": (
        "{% set a = 'a' %}" + LONG + "{{ a" + " | map('upper') | select" * 40 + " | length }}",
        TOO_MUCH,
    ),
    "large numbers": ("{{ 999999999999 * 999999999999 }}", NOT_THERE),
    "a loop that calls itself for ever": (
        "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "không dừng",
    ),
    "a loop that calls itself twice": (
        "{% for x in [1, 2] recursive %}{{ loop([1, 2]) if loop.depth < 40 }}{% endfor %}",
        TOO_MUCH,
    ),
    "lists of lists": ("{% set a = [1] %}{% set a = [a, a] %}", NOT_THERE),
    "filters by name": (
        "{% set a = 'a' %}" + LONG + "{{ a | map('replace', 'a', a) | list | length }}",
        TOO_MUCH,
    ),
    "a purse filled by hand": (
        "{{ [-1000000000000000] | map(' pay') | list | length }}" + LOOP * 5 + END * 5,
        "",
    ),
    "many brackets": ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "không dừng"),
    "very many tags": ("{{ nam }}" * 6000, "hơn 5000 lệnh"),
}

FORBIDDEN = {
    "{{ trich_yeu.__class__.__mro__ }}": '"__mro__"',
    "{{ trich_yeu['__class__'] }}": '"__class__"',
    "{{ trich_yeu | attr('__class__') }}": 'không có bộ lọc "attr"',
    "{{ [trich_yeu] | map(attribute='__class__') | list }}": "",
    "{{ '{0.__class__}'.format(nam) }}": '"format()"',
    "{{ '{0.__class__}' | format(nam) }}": 'không có bộ lọc "format"',
    "{{ 'a'.center(1000000000) }}": '"center()"',
    "{{ 'a'.join(can_cu) }}": '"join()"',
    "{{ (5).to_bytes(1000000000, 'big') }}": '"to_bytes()"',
    "{{ can_cu.append('x') }}": '"append()"',
    "{{ self.__init__ }}": "",
    "{{ lipsum(1000) }}": '"lipsum()"',
    "{{ cycler(1) }}": '"cycler()"',
    "{{ dict(a=1) }}": '"dict()"',
    "{{ 2 ** 1000 ** 1000 }}": 'không dùng "**"',
    "{{ range(*can_cu) }}": 'không dùng "range()"',
    "{% include '/etc/passwd' %}": 'không dùng "include"',
    "{% import 'x' as y %}": 'không dùng "import"',
    "{% from 'x' import y %}": 'không dùng "from"',
    "{% extends 'x' %}": 'không dùng "extends"',
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}": 'không dùng "macro"',
    "{% call nam() %}{% endcall %}": 'không dùng "call"',
    "{% filter upper %}a{% endfilter %}": 'không dùng "filter"',
    "{% block b %}{{ self.b() }}{% endblock %}": 'không dùng "block"',
    "{% autoescape false %}{{ nam }}{% endautoescape %}": 'không dùng "autoescape"',
    "{{ {'a': 1} }}": "",
    "{{ namespace(a=1) }}": "",
    "{{ loop }}": '"loop"',
    "{% for x in can_cu %}{{ loop.cycle('a', 'b') }}{% endfor %}": 'không dùng "cycle()"',
    "{{ [nam] | map(' pay') | list }}": "",
    "{% set a, b = nam %}": 'không dùng "set …, …"',
}


@pytest.mark.parametrize("name", LARGE)
def test_what_would_take_for_ever_or_fill_the_memory_is_stopped(tmp_path: Path, name: str) -> None:
    tags, said = LARGE[name]
    before = most_memory()
    assert said in said_of(template_with(tmp_path, escape(tags)))
    assert most_memory() - before < 600_000_000


def most_memory() -> int:
    """Return the most bytes that this process has held so far."""
    resource = pytest.importorskip("resource")
    unit = 1 if sys.platform == "darwin" else 1024
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * unit


@pytest.mark.parametrize("tags", FORBIDDEN)
def test_what_no_template_needs_is_not_there(tmp_path: Path, tags: str) -> None:
    assert FORBIDDEN[tags] in said_of(template_with(tmp_path, escape(tags)))


@pytest.mark.parametrize(
    ("tags", "line"),
    [
        ("{{ trich_yeu | upper | replace('THỬ', 'x') }}", "x NGHIỆM"),
        ("{{ [1, 2, 3] | join(', ') }}", "1, 2, 3"),
        ("{% for a, b in {}.items() %}{% endfor %}".replace("{}", "co_quan") + "x", "x"),
        ("{% for g in [3, 1, 2] | sort %}{{ g }}{{ ';' if not loop.last }}{% endfor %}", "1;2;3"),
        ("{{ trich_yeu[:3] }}{{ trich_yeu[-1] }}", "Thửm"),
        ("{{ '' or 'b' }} {{ 2 in [1, 2] }} {{ 3 > 2 and 'c' }}", "b True c"),
        ("{% with x = nam %}{{ x }}{% endwith %}", "2025"),
        ("{{ can_cu | default('không') | length }} {{ so is defined }} {{ z is defined }}",
         "0 True False"),
        ("{{ nam }}{{ '&<' }}", "2025&<"),
    ],
)  # fmt: skip
def test_what_a_template_may_need_is_there(tmp_path: Path, tags: str, line: str) -> None:
    assert line in words(printed(plan_of(), template_with(tmp_path, escape(tags))))


def test_a_tag_where_no_reader_sees_it_is_refused(tmp_path: Path) -> None:
    hidden = '<w:t>2</w:t><w:sym w:char="{{ nam }}"/>'
    template = template_with(tmp_path, hidden, "<w:t>2</w:t>", "word/header1.xml")
    said = said_of(template)
    assert "{{ nam }}" in said
    assert "không phải chữ của văn bản" in said


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    template = tmp_path / "mau.docx"
    with zipfile.ZipFile(template, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<x/>")
        archive.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
    assert "quá lớn" in said_of(template)


def test_an_entity_is_not_looked_up(tmp_path: Path) -> None:
    entity = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document '
    assert "DTD" in said_of(template_with(tmp_path, entity, "<w:document "))


def test_very_many_empty_paragraphs_take_no_squared_time(tmp_path: Path) -> None:
    # With docxtpl's own reading of line breaks, and its exchange of bodies, this takes minutes.
    empty = '<w:p w:rsidR="00000000"/>' * 100_000
    template = template_with(tmp_path, f"<w:body>{empty}", "<w:body>")
    assert len(printed(plan_of(mo_dau="Một\nHai"), template).paragraphs) > 100_000


def test_a_header_that_is_referred_to_without_end_is_too_large(tmp_path: Path) -> None:
    header = f"{SETTINGS_LINK}header"
    many = "".join(
        f'<Relationship Id="r{number}" Type="{header}" Target="header1.xml"/>'
        for number in range(20_000)
    )
    end = "</Relationships>"
    template = template_with(tmp_path, many + end, end, "word/_rels/document.xml.rels")
    assert "phần chữ lớn hơn" in said_of(template)


def test_a_template_with_macros_is_refused(tmp_path: Path) -> None:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    template = template_with(tmp_path, kind, plain, "[Content_Types].xml")
    assert "macro" in said_of(template)


def linked(folder: Path, kind: str, target: str) -> Path:
    """Return the built-in template with a relationship out of the file."""
    link = (
        f'<Relationship Id="rId99" Type="{SETTINGS_LINK}{kind}" Target="{target}"'
        ' TargetMode="External"/></Relationships>'
    )
    return template_with(folder, link, "</Relationships>", "word/_rels/document.xml.rels")


@pytest.mark.parametrize(
    ("kind", "target", "said"),
    [
        ("image", "http://xau.example/a.png", "hình ra ngoài tệp: http://xau.example/a.png"),
        ("oleObject", "file:///c:/a.xls", "đối tượng OLE"),
        ("subDocument", "a.docx", "văn bản con"),
        ("hyperlink", "file://may-chu/chia-se", "đường dẫn lạ"),
        ("hyperlink", "javascript:alert(1)", "đường dẫn chạy lệnh"),
        ("la", "x", "liên kết ra ngoài tệp"),
    ],
)
def test_a_link_out_of_the_file_is_refused(
    tmp_path: Path, kind: str, target: str, said: str
) -> None:
    assert said in said_of(linked(tmp_path, kind, target))


def test_a_link_to_a_page_of_the_web_is_kept(tmp_path: Path) -> None:
    template = linked(tmp_path, "hyperlink", "https://sonha.example.vn/")
    assert "https://sonha.example.vn/" in {
        relationship.target_ref
        for relationship in printed(plan_of(), template).part.rels.values()
        if relationship.is_external
    }


def test_a_link_to_another_template_is_taken_out_and_told(tmp_path: Path) -> None:
    template = linked(tmp_path, "attachedTemplate", "file:///C:/Users/a/Normal.dotm")
    told: list[str] = []
    named = plan_of(co_quan={"ban_hanh": "ỦY BAN", "ten": "Ủy ban"})
    data = render_plan(named, NOWHERE, template, tell=told.append)
    assert ["Normal.dotm" in notice for notice in told] == [True]
    (tmp_path / "a.docx").write_bytes(data)
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert not [name for name in archive.namelist() if b"Normal.dotm" in archive.read(name)]


@pytest.mark.parametrize("code", ["DDEAUTO c:\\\\a.exe b", ' INCLUDETEXT "c:\\\\a.txt" '])
def test_a_field_that_fetches_or_runs_something_is_refused(tmp_path: Path, code: str) -> None:
    half = len(code) // 2
    field = (
        f"<w:t>a</w:t></w:r><w:r><w:instrText>{code[:half]}</w:instrText></w:r>"
        f"<w:r><w:instrText>{code[half:]}</w:instrText></w:r><w:r><w:t>b</w:t>"
    )
    template = template_with(tmp_path, field, '<w:t xml:space="preserve">STT</w:t>')
    assert f"trường {code.split(maxsplit=1)[0]}" in said_of(template)
