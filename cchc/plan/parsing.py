"""YAML text → tree of text, strictly.

A plan is data that people review, so what YAML would change, repeat or hide is refused: duplicate
keys, anchors, aliases, tags, merge keys, invisible characters, deep nesting. Built from the
parser's events in one loop, so no depth of nesting exhausts the stack and no alias is expanded.
"""

import unicodedata
from dataclasses import dataclass

import yaml

from cchc.plan.letters import hidden_character, legacy_encoding
from cchc.plan.syntax import syntax_fault, text_fault
from cchc.plan.tree import Listing, Mapping, Node, Scalar, Tree, TreeFault

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


@dataclass(slots=True)
class _Frame:
    """A collection still open, and in a mapping the key that waits for its value."""

    node: Listing | Mapping
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
                self._enter(Listing([], *_ends(event)), event)
            case yaml.CollectionEndEvent():
                self._frames.pop().node.end = _ends(event)[0]
            case yaml.DocumentStartEvent() if self.tree.top is not None:
                self._fault("yaml", event, "tệp có nhiều phần ngăn bởi '---'", "chỉ giữ một phần")
                self.exhausted = True

    def _enter(self, node: Listing | Mapping, event: yaml.NodeEvent) -> None:
        self._refuse_indirection(event)
        self._add(node)
        self._frames.append(_Frame(node))
        if len(self._frames) > MAX_DEPTH:
            message = f"lồng sâu quá {MAX_DEPTH} cấp"
            self.tree = Tree(
                None, [TreeFault("yaml", node.start, message, "có đúng tệp này không?")]
            )
            self.exhausted = True

    def _add(self, node: Node) -> None:
        frame = self._frames[-1] if self._frames else None
        if frame is None:
            self.tree.top = node
        elif isinstance(frame.node, Listing):
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
        self.tree.faults.append(TreeFault(rule, index, message, hint))
        self.exhausted = self.exhausted or len(self.tree.faults) >= MAX_FAULTS


def _ends(event: yaml.Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0), (end.index if end else 0)
