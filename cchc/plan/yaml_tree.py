"""YAML text → tree of text, strictly.

A plan is data that people review, so what YAML would change, repeat or hide is refused: duplicate
keys, anchors, aliases, tags, merge keys, invisible characters, deep nesting. Built from the
parser's events in one loop, so no depth of nesting exhausts the stack and no alias is expanded.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from cchc.diagnostics import Finding, Span, Where
from cchc.text import hidden_character, is_plain, legacy_encoding


@dataclass(slots=True)
class Scalar:
    """A text, or None where nothing is written."""

    text: str | None
    start: int
    end: int


@dataclass(slots=True)
class YamlSequence:
    """A YAML sequence."""

    items: list["Node"]
    start: int
    end: int


@dataclass(slots=True)
class Mapping:
    """A YAML mapping; `keys` has where each key is written."""

    items: dict[str, "Node"]
    keys: dict[str, Scalar]
    start: int
    end: int


Node = Scalar | YamlSequence | Mapping
Plain = str | None | list["Plain"] | dict[str, "Plain"]


@dataclass(slots=True)
class Tree:
    """The top node, or None of an empty text, and what strict reading refused."""

    top: Node | None
    faults: list[Finding] = field(default_factory=list)

    def node(self, where: Where) -> Node | None:
        """Return the node at `where`, or the nearest one above it."""
        node = self.top
        for step in where:
            below = _child(node, step)
            if below is None:
                return node
            node = below
        return node

    def span(self, where: Where, *, at_key: bool = False) -> Span:
        """Return the characters of a place's value, or of its key, or of what is nearest above."""
        *above, last = where or ("",)
        parent = self.node(tuple(above))
        node = self.node(where)
        if isinstance(parent, Mapping) and last in parent.keys:
            key, value = parent.keys[str(last)], parent.items[str(last)]
            nothing = isinstance(value, Scalar) and value.text is None
            node = key if at_key or nothing else value
        return Span(node.start, node.end) if node else Span(0, 0)


def plain(node: Node | None) -> Plain:
    """Return the tree as dicts, lists, text and None, for the models."""
    match node:
        case Mapping():
            return {key: plain(value) for key, value in node.items.items()}
        case YamlSequence():
            return [plain(value) for value in node.items]
        case Scalar():
            return node.text
        case None:
            return None


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield every text of the tree, keys and values, in no promised order."""
    stack = [node]
    while stack:
        match stack.pop():
            case Mapping() as mapping:
                yield from mapping.keys.values()
                stack.extend(mapping.items.values())
            case YamlSequence() as listing:
                stack.extend(listing.items)
            case Scalar() as scalar:
                yield scalar
            case None:
                pass


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.items.get(str(step))
    if isinstance(node, YamlSequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


# What YAML's parser can't read, said to a clerk: the place, the fact, and the way out.

RULE = "yaml"
_QUOTE = 'đặt cả câu trong dấu ngoặc kép "…"'
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE)


def text_fault(text: str) -> Finding | None:
    """Return what makes a text no YAML at all before any parsing, or None."""
    if conflict := _CONFLICT.search(text):
        message = f"dấu xung đột của git: {conflict.group()[:30].strip()}"
        hint = "chọn một trong hai phần rồi xóa các dòng <<<<<<<, =======, >>>>>>>"
        return _fault("merge-conflict", conflict.start(), message, hint)
    if raw := _UNPRINTABLE.search(text):
        message = f"có ký tự ẩn {hidden_character(raw.group())}"
        return _fault("hidden-character", raw.start(), message, "xóa ký tự đó")
    return None


def syntax_fault(text: str, error: yaml.YAMLError) -> Finding:
    """Return the parser's error as a fault, with a hint where its cause is a known one."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    index = min(mark.index, max(len(text) - 1, 0)) if mark else 0
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    if text[index : index + 1] == "\t" or "tab character" in said:
        return _fault(RULE, index, "thụt lề bằng dấu Tab", "thay mỗi dấu Tab bằng hai dấu cách")
    for words, message, hint in _CAUSES:
        if words in said:
            return _fault(RULE, index, message, hint)
    return _fault(RULE, index, f"không đúng cú pháp YAML ({said or 'lỗi đọc'})", _QUOTE)


def _fault(rule: str, index: int, message: str, hint: str = "") -> Finding:
    return Finding(Span(index, index), message, hint, rule=rule)


# What a str can hold but YAML refuses raw (YAML 1.1, 5.1), tab and line ends apart.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

_CAUSES = (
    (
        "mapping values are not allowed",
        "dấu hai chấm ': ' giữa câu làm YAML hiểu thành khóa mới, hoặc dòng thụt lề sai",
        _QUOTE,
    ),
    ("cannot start any token", "câu bắt đầu bằng ký hiệu riêng của YAML (% @ `)", _QUOTE),
    ("unexpected end of stream", "dấu ngoặc kép mở mà không đóng", "thêm dấu ngoặc kép cuối câu"),
    (
        "unexpected document indicator",
        "dấu ngoặc kép mở mà không đóng",
        "thêm dấu ngoặc kép cuối câu",
    ),
    (
        "did not find expected ',' or",
        "danh sách [...] hoặc {...} chưa đóng hay thiếu dấu phẩy",
        'thêm dấu phẩy hoặc dấu đóng; chữ có dấu phẩy phải đặt trong "…"',
    ),
    (
        "could not find expected ':'",
        "dòng này không có dấu hai chấm sau tên khóa, hoặc thụt lề sai",
        "viết 'khóa: nội dung', hoặc thụt lề dòng này vào trong câu trước",
    ),
    (
        "did not find expected key",
        "sau dấu ngoặc kép đóng còn chữ, hoặc dòng thụt lề lệch với các khóa khác",
        "cho các khóa thẳng cột; trong câu có dấu ngoặc kép thì bọc cả câu bằng '…'",
    ),
    (
        "did not find expected '-' indicator",
        "dòng thụt lề lệch với các mục '-' khác",
        "cho các dấu '-' thẳng cột",
    ),
    (
        "block sequence entries are not allowed",
        "dấu '-' của danh sách đứng sai chỗ",
        "đặt '-' ở đầu dòng mới",
    ),
    # Newer libyaml gives up by itself, before the tree counts its levels.
    ("exceeded maximum nesting depth", "lồng sâu quá 1000 cấp", "có đúng tệp này không?"),
    ("invalid Unicode character escape", "ký tự \\u… không có trong Unicode", "xóa ký tự đó"),
    ("unknown escape character", 'dấu \\ trong "…" không đúng', "viết \\\\ hoặc bọc câu bằng '…'"),
    ("alphabetic or numeric character", "câu bắt đầu bằng & hoặc *", _QUOTE),
    (
        "expected <document start>",
        "tệp có chữ thừa ngoài kế hoạch",
        "xóa chữ thừa hoặc cho thẳng cột",
    ),
)


# YAML text → tree of text, strictly.

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover - PyYAML without its C part: 15 times slower, same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_DEPTH = 32
"""The plan's own shape is 9 deep."""
MAX_FAULTS = 200
"""A file with more is not a plan with slips; reading on would only take time."""


def parse(text: str) -> Tree:
    """Return the tree of a YAML text. Never raises for bad text: `faults` says what is wrong."""
    fault = text_fault(text)
    if fault:
        return Tree(None, [fault])
    if is_plain(text) and (tree := _plain_tree(text)):
        return tree
    builder = _Builder()
    try:
        # The loader itself, not yaml.parse: its generator costs a fifth of the reading.
        loader = Loader(text)
        while (event := loader.get_event()) is not None:
            builder.take(event)
            if builder.exhausted:
                break
    except yaml.YAMLError as error:
        builder.tree.faults.append(syntax_fault(text, error))
        builder.tree.top = None
    return builder.tree


def _plain_tree(text: str) -> Tree | None:  # noqa: C901, PLR0911, PLR0912 - a call costs more
    """Return the tree of a text in which nothing is odd, None at the first thing that is.

    It is what `_Builder` grows of such a text, in half the time: nothing needs to be told.
    """
    next_event: Callable[[], Any] = Loader(text).get_event
    scalar, mapping, listing = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    mapping_end, listing_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
    top: Any = None
    holder: Any = None
    key: Any = None
    above: list[Any] = []
    node: Any
    try:
        while (event := next_event()) is not None:
            kind = event.__class__
            if kind is scalar:
                value = event.value
                start, end = event.start_mark.index, event.end_mark.index
                node = Scalar(value if value or event.style else None, start, end)
            elif kind is mapping:
                node = Mapping({}, {}, event.start_mark.index, event.end_mark.index)
            elif kind is listing:
                node = YamlSequence([], event.start_mark.index, event.end_mark.index)
            elif kind is mapping_end or kind is listing_end:
                holder.end = event.start_mark.index
                holder = above.pop()
                continue
            elif kind is yaml.AliasEvent or (kind is yaml.DocumentStartEvent and top is not None):
                return None
            else:
                continue
            if event.anchor is not None or event.tag is not None:
                return None
            if holder is None:
                top = node
            elif holder.__class__ is YamlSequence:
                holder.items.append(node)
            elif key is None:
                if kind is not scalar or node.text is None or node.text == "<<":
                    return None
                key = node
                continue
            else:
                if key.text in holder.items:
                    return None
                holder.items[key.text] = node
                holder.keys[key.text] = key
                key = None
            if kind is not scalar:
                above.append(holder)
                holder = node
                if len(above) > MAX_DEPTH:
                    return None
    except yaml.YAMLError:
        return None
    return Tree(top)


@dataclass(slots=True)
class _Frame:
    """A collection still open, and in a mapping the key that waits for its value."""

    node: YamlSequence | Mapping
    key: Scalar | None = None


class _Builder:
    """Grows the tree from the parser's events, top down, without recursion."""

    def __init__(self) -> None:
        self.tree = Tree(None)
        self.exhausted = False
        self._frames: list[_Frame] = []
        self._repaired = False

    def take(self, event: yaml.Event) -> None:
        """Add what one event says."""
        match event:
            case yaml.ScalarEvent():
                self._refuse_indirection(event)
                self._add(self._scalar(event))
            case yaml.AliasEvent():
                self._refuse_indirection(event)
                self._add(Scalar(None, *_ends(event)))
            case yaml.MappingStartEvent():
                self._enter(Mapping({}, {}, *_ends(event)), event)
            case yaml.SequenceStartEvent():
                self._enter(YamlSequence([], *_ends(event)), event)
            case yaml.CollectionEndEvent():
                self._frames.pop().node.end = _ends(event)[0]
            case yaml.DocumentStartEvent() if self.tree.top is not None:
                self._fault("yaml", event, "tệp có nhiều phần ngăn bởi '---'", "chỉ giữ một phần")
                self.exhausted = True

    def _enter(self, node: YamlSequence | Mapping, event: yaml.NodeEvent) -> None:
        self._refuse_indirection(event)
        self._add(node)
        self._frames.append(_Frame(node))
        if len(self._frames) > MAX_DEPTH:
            message = f"lồng sâu quá {MAX_DEPTH} cấp"
            self.tree = Tree(None, [_fault("yaml", node.start, message, "có đúng tệp này không?")])
            self.exhausted = True

    def _add(self, node: Node) -> None:
        frame = self._frames[-1] if self._frames else None
        if frame is None:
            self.tree.top = node
        elif isinstance(frame.node, YamlSequence):
            frame.node.items.append(node)
        elif frame.key is None:
            frame.key = self._as_key(node)
        else:
            self._pair(frame.node, frame.key, node)
            frame.key = None

    def _as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and node.text is not None:
            if node.text == "<<":
                self._fault_at(
                    "merge-key", node.start, "không nhận khóa gộp '<<'", "viết lại các khóa"
                )
            return node
        self._fault_at("yaml", node.start, "khóa phải là một chữ", 'đặt cả câu trong "…"')
        return Scalar("", node.start, node.end)

    def _pair(self, mapping: Mapping, key: Scalar, value: Node) -> None:
        name = key.text or ""
        if name in mapping.items:
            message = f"khóa {name!r} viết hai lần"
            self._fault_at("duplicate-key", key.start, message, "giữ một khóa, bỏ khóa kia")
            return
        mapping.items[name] = value
        mapping.keys[name] = key

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text: str | None = event.value
        if not text and not event.style:
            text = None  # nothing after the colon
        if text:
            text = self._wholesome(text, event)
        return Scalar(text, *_ends(event))

    def _wholesome(self, text: str, event: yaml.ScalarEvent) -> str:
        if hidden := hidden_character(text):
            self._fault("hidden-character", event, f"có ký tự ẩn {hidden}", "xóa ký tự đó")
        if text.isascii():
            return text
        if encoding := legacy_encoding(text):
            hint = "chuyển mã sang Unicode (UniKey: Ctrl+Shift+F6), rồi dán lại"
            self._fault("legacy-encoding", event, f"chữ viết bằng bảng mã {encoding}", hint)
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
            self._notice_repair(event)
        return text

    def _notice_repair(self, event: yaml.Event) -> None:
        if not self._repaired:
            message = "chữ tổ hợp (Unicode NFD) được đọc thành chữ dựng sẵn (NFC), từ đây trở đi"
            self._fault("not-nfc", event, message, "lưu lại tệp bằng Unicode dựng sẵn")
            self._repaired = True

    def _refuse_indirection(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            message = f"không nhận tham chiếu YAML {sign}{event.anchor}"
            hint = f'viết lại nội dung; chữ bắt đầu bằng {sign} phải đặt trong "…"'
            self._fault("anchor", event, message, hint)
        tag = getattr(event, "tag", None)
        if tag is not None:
            hint = 'bỏ thẻ; chữ bắt đầu bằng ! phải đặt trong "…"'
            self._fault("tag", event, f"không nhận thẻ YAML {tag}", hint)

    def _fault(self, rule: str, event: yaml.Event, message: str, hint: str) -> None:
        self._fault_at(rule, _ends(event)[0], message, hint)

    def _fault_at(self, rule: str, index: int, message: str, hint: str) -> None:
        self.tree.faults.append(_fault(rule, index, message, hint))
        self.exhausted = self.exhausted or len(self.tree.faults) >= MAX_FAULTS


def _ends(event: yaml.Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0), (end.index if end else 0)
