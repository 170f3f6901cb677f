"""Rules about offices: their codes, spellings, groups and successors."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from cchc.checks.registry import rule
from cchc.checks.subject import Subject, headings, written
from cchc.diagnostics import Edit, Finding, Severity, Span, Where
from cchc.errors import Ambiguous, Unknown
from cchc.plan.lookup import acting_units, find_unit, nearest_units
from cchc.plan.models import Plan, Task, Unit
from cchc.plan.schedule import task_milestones
from cchc.plan.yaml_tree import Mapping as MappingNode
from cchc.plan.yaml_tree import Scalar
from cchc.progress.state import State, statuses
from cchc.text import fold


@rule("unknown-unit", Severity.ERROR)
def unknown_unit(subject: Subject) -> Iterator[Finding]:
    """Mã đơn vị chưa được khai trong `don_vi`.

    Vì sao: nhiệm vụ giao cho một mã không có thì không hiện trong danh sách của bộ phận nào.

    Sai:

        chu_tri: [VPKT]

    Đúng:

        chu_tri: [VPTK]
    """
    declared = subject.document.tree.node(("don_vi",))
    if ("don_vi",) in subject.document.refused:
        return
    # A unit that the models refused is still declared: its own fault is told at its own place.
    known = {*subject.plan.units, *(declared.items if isinstance(declared, MappingNode) else ())}
    hints: dict[str, str] = {}
    for codes, where in _cells(subject.plan):
        if known.issuperset(codes):
            continue
        for code, place in _places(subject, codes, where):
            if code not in known:
                hint = hints.get(code) or hints.setdefault(code, _hint(subject.plan, code))
                message, edits = f'không có đơn vị "{code[:60]}"', _edits(subject, place, code)
                yield Finding(place, message, hint, part=code, edits=tuple(edits))


def _cells(plan: Plan) -> Iterator[tuple[Sequence[str], Where]]:
    """Yield all codes that the plan uses, those of one place together."""
    for name, unit in plan.units.items():
        yield unit.members, ("don_vi", name, "gom")
        if unit.successor:
            yield [unit.successor], ("don_vi", name, "ke_thua_boi")
    for section, where in headings(plan):
        if section.unit:
            yield [section.unit], (*where, "don_vi")
    for i, entry in enumerate(plan.reporting):
        yield entry.lead.codes, ("che_do_bao_cao", i, "chu_tri")
    for task in plan.rows:
        yield task.lead.codes, (*task.where, "chu_tri")
        yield task.support.codes, (*task.where, "phoi_hop")


def _places(subject: Subject, codes: Sequence[str], where: Where) -> Iterator[tuple[str, Where]]:
    cell = subject.document.tree.node(where)
    if isinstance(cell, Scalar):
        yield codes[0], where
        return
    listed = (*where, "don_vi") if isinstance(cell, MappingNode) else where
    for i, code in enumerate(codes):
        yield code, (*listed, i)


@rule("repeated-unit", Severity.WARNING)
def repeated_unit(subject: Subject) -> Iterator[Finding]:
    """Một đơn vị ghi hai lần ở một nhiệm vụ.

    Vì sao: vừa chủ trì vừa phối hợp thì không rõ ai chịu trách nhiệm; ghi hai lần thì thường là
    chép nhầm tên của đơn vị khác.

    Sai:

        chu_tri: [VPTK]
        phoi_hop: [VPTK, TPHT]

    Đúng:

        chu_tri: [VPTK]
        phoi_hop: [TPHT]
    """
    # A name that stands for several offices may lead with one of them and support with the others.
    several = {code for code, unit in subject.plan.units.items() if unit.members}
    for task in subject.plan.tasks:
        seen: dict[str, str] = {}
        for key, codes in (("chu_tri", task.lead.codes), ("phoi_hop", task.support.codes)):
            for name, place in _places(subject, codes, (*task.where, key)) if codes else ():
                # A name in place of a code is told as such; it is the same office all the same.
                owners = [name] if name in subject.plan.units else _owners(subject.plan, name)
                code = owners[0] if len(owners) == 1 else name
                if code in seen and (seen[code] == key or code not in several):
                    also = "vừa chủ trì vừa phối hợp" if seen[code] != key else "ghi hai lần"
                    hint = f"bỏ ở {key}, hoặc sửa thành mã của đơn vị khác"
                    yield Finding(place, f"{task.id}: {code[:60]} {also}", hint, part=name)
                seen.setdefault(code, key)


def _edits(subject: Subject, place: Where, name: str) -> Iterator[Edit]:
    """Yield the code for a name of an office; it is sure where one office bears the name."""
    scalar = subject.document.tree.node(place)
    if not isinstance(scalar, Scalar):
        return
    owners = _owners(subject.plan, name)
    span = Span(scalar.start, scalar.end)
    if len(owners) == 1:
        yield Edit(span, owners[0], safe=True)
    elif not owners and (code := _meant(subject.plan, name)):
        yield Edit(span, code)


def _owners(plan: Plan, name: str) -> list[str]:
    """Return the codes of the offices that bear a name, but for case, accents and signs."""
    folded = fold(name)
    return [code for code, unit in plan.units.items()
            if folded in map(fold, (code, unit.name, *unit.spellings))]  # fmt: skip


def _meant(plan: Plan, name: str) -> str:
    """Return the one code that a name is like, or ""."""
    try:
        return find_unit(plan, name)
    except Ambiguous:
        return ""
    except Unknown:
        near = nearest_units(plan, name)
        return near[0] if len(near) == 1 else ""


def _hint(plan: Plan, code: str) -> str:
    near = nearest_units(plan, code[:60])
    if near:
        return f"có phải: {', '.join(near)}?"
    return f"các đơn vị đã khai: {', '.join(plan.units) or '(chưa có)'}"


@rule("duplicate-unit-spelling", Severity.WARNING)
def duplicate_unit_spelling(subject: Subject) -> Iterator[Finding]:
    """Một cách viết chỉ hai đơn vị.

    Vì sao: `--unit` và phần nhập tệp tìm đơn vị theo cách viết, không kể dấu và chữ hoa;
    trùng thì không biết là đơn vị nào.

    Sai:

        TPHT: {ten: Tư pháp - Hộ tịch, ten_khac: [Văn phòng]}
        VPTK: {ten: Văn phòng - Thống kê, ten_khac: [Văn phòng]}

    Đúng:

        TPHT: {ten: Tư pháp - Hộ tịch, ten_khac: [Tư pháp]}
        VPTK: {ten: Văn phòng - Thống kê, ten_khac: [Văn phòng]}
    """
    owners: dict[str, str] = {}
    for code, unit in subject.plan.units.items():
        for spelling, where in _spellings(code, unit):
            owner = owners.setdefault(_folded(spelling), code)
            if owner != code:
                message = f'"{spelling}" đã chỉ đơn vị {owner}, nay chỉ cả {code}'
                at_key = len(where) == 2
                yield Finding(where, message, "bỏ ở một trong hai đơn vị", at_key=at_key)


# The offices of many plans checked in one run are spelled alike.
_folded = lru_cache(4096)(fold)


def _spellings(code: str, unit: Unit) -> Iterator[tuple[str, Where]]:
    where = ("don_vi", code)
    yield code, where
    for key, name in (("ten", unit.name), ("ten_in", unit.printed), ("chuc_danh", unit.post)):
        if name:
            yield name, (*where, key)
    for i, spelling in enumerate(unit.spellings):
        yield spelling, (*where, "ten_khac", i)


@rule("group-loop", Severity.ERROR)
def group_loop(subject: Subject) -> Iterator[Finding]:
    """Đơn vị nhóm chứa chính nó, trực tiếp hoặc qua nhóm khác.

    Vì sao: `gom` kê các đơn vị thành phần; nhóm chứa chính nó thì không tính được gồm những ai.

    Sai:

        CM: {ten: Các bộ phận chuyên môn, gom: [VPTK, CM]}

    Đúng:

        CM: {ten: Các bộ phận chuyên môn, gom: [VPTK, TPHT]}
    """
    groups = {code: unit.members for code, unit in subject.plan.units.items() if unit.members}
    seen: set[str] = set()
    for code, members in groups.items():
        for i, member in enumerate(members):
            way = _way(groups, member, code)
            if way and seen.isdisjoint(way):
                seen.update(way)
                message = f"nhóm {code} chứa chính nó: {' → '.join((code, *way))}"
                where = ("don_vi", code, "gom", i)
                yield Finding(where, message, f"bỏ {member} khỏi gom của {code}", part=member)


def _way(groups: Mapping[str, Sequence[str]], start: str, goal: str) -> list[str]:
    """Return the units on the way from `start` to `goal`, both included, or none."""
    came: dict[str, str | None] = {start: None}
    waiting = [start]
    while waiting and goal not in came:
        here = waiting.pop()
        for member in groups.get(here, ()):
            if member not in came:
                came[member] = here
                waiting.append(member)
    way: list[str] = []
    step = goal if goal in came else None
    while step is not None:
        way.insert(0, step)
        step = came[step]
    return way


@rule("reversed-unit-dates", Severity.ERROR)
def reversed_unit_dates(subject: Subject) -> Iterator[Finding]:
    """Đơn vị kết thúc trước khi bắt đầu.

    Vì sao: `den_ngay` là ngày cuối cùng của đơn vị; đứng trước `tu_ngay` thì đơn vị không làm
    việc ngày nào, và việc của nó chuyển đi sai ngày.

    Sai:

        VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 2025-07-01, den_ngay: 2025-06-30}

    Đúng:

        VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 2025-07-01, den_ngay: 2025-12-31}
    """
    for code, unit in subject.plan.units.items():
        if unit.since and unit.until and unit.until < unit.since:
            message = (
                f"{code} kết thúc {written(unit.until)}, trước ngày bắt đầu {written(unit.since)}"
            )
            yield Finding(("don_vi", code, "den_ngay"), message, "sửa tu_ngay hoặc den_ngay")


@rule("successor-without-end", Severity.ERROR)
def successor_without_end(subject: Subject) -> Iterator[Finding]:
    """Đơn vị có đơn vị kế thừa mà không có ngày kết thúc.

    Vì sao: việc chỉ chuyển sang đơn vị kế thừa sau `den_ngay`; thiếu ngày thì `ke_thua_boi`
    không có tác dụng.

    Sai:

        NV: {ten: Phòng Nội vụ, ke_thua_boi: VHXH}

    Đúng:

        NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30, ke_thua_boi: VHXH}
    """
    for code, unit in subject.plan.units.items():
        if unit.successor and not unit.until:
            message = f"{code} có đơn vị kế thừa {unit.successor} mà không có ngày kết thúc"
            hint = "thêm den_ngay: ngày cuối cùng của đơn vị, như 2025-06-30"
            yield Finding(("don_vi", code, "ke_thua_boi"), message, hint)


@rule("successor-gap", Severity.WARNING)
def successor_gap(subject: Subject) -> Iterator[Finding]:
    """Giữa đơn vị kết thúc và đơn vị kế thừa có những ngày không đơn vị nào làm việc.

    Vì sao: việc chuyển sang đơn vị kế thừa ngay từ ngày hôm sau; nếu nó chưa bắt đầu thì danh sách
    giao việc cho một đơn vị chưa có.

    Sai:

        NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-15, ke_thua_boi: VHXH}
        VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 2025-07-01}

    Đúng:

        NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30, ke_thua_boi: VHXH}
        VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 2025-07-01}
    """
    units = subject.plan.units
    for code, unit in units.items():
        heir = units.get(unit.successor or "")
        if not (heir and unit.until and heir.since):
            continue
        missing = (heir.since - unit.until).days - 1
        if missing > 0:
            message = f"{code} kết thúc {written(unit.until)}, {unit.successor} bắt đầu"
            message += f" {written(heir.since)}: trống {missing} ngày"
            until = heir.since - timedelta(days=1)
            hint = f"sửa den_ngay của {code} thành {until}, hoặc tu_ngay của {unit.successor}"
            yield Finding(("don_vi", code, "den_ngay"), message, hint)


@rule("successor-overlap", Severity.WARNING)
def successor_overlap(subject: Subject) -> Iterator[Finding]:
    """Đơn vị kế thừa bắt đầu khi đơn vị cũ chưa kết thúc.

    Vì sao: những ngày cả hai cùng có, việc vẫn tính cho đơn vị cũ; thường là ghi nhầm một trong hai
    ngày.

    Sai:

        NV: {ten: Phòng Nội vụ, den_ngay: 2025-07-15, ke_thua_boi: VHXH}
        VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 2025-07-01}

    Đúng:

        NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30, ke_thua_boi: VHXH}
        VHXH: {ten: Phòng Văn hóa - Xã hội, tu_ngay: 2025-07-01}

    Đơn vị có từ trước nay nhận thêm việc thì không ghi `tu_ngay`.
    """
    units = subject.plan.units
    for code, unit in units.items():
        heir = units.get(unit.successor or "")
        if unit.successor != code and heir and unit.until and heir.since:
            days = (unit.until - heir.since).days + 1
            if days > 0:
                message = f"{unit.successor} bắt đầu {written(heir.since)} mà {code} còn đến"
                message += f" {written(unit.until)}: trùng {days} ngày"
                hint = f"sửa den_ngay của {code}; nếu {unit.successor} có từ trước thì bỏ tu_ngay"
                yield Finding(("don_vi", code, "den_ngay"), message, hint)


@rule("successor-loop", Severity.ERROR)
def successor_loop(subject: Subject) -> Iterator[Finding]:
    """Đơn vị kế thừa lẫn nhau thành vòng.

    Vì sao: theo vòng thì không tìm được đơn vị nào đang làm việc.

    Sai:

        NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30, ke_thua_boi: VHXH}
        VHXH: {ten: Phòng Văn hóa - Xã hội, den_ngay: 2025-06-30, ke_thua_boi: NV}

    Đúng:

        NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30, ke_thua_boi: VHXH}
        VHXH: {ten: Phòng Văn hóa - Xã hội}
    """
    heirs = {code: unit.successor for code, unit in subject.plan.units.items()}
    seen: set[str] = set()
    for code in heirs:
        way = _successor_loop_way(heirs, code)
        if way[-1] == code and len(way) > 1 and seen.isdisjoint(way):
            seen.update(way)
            message = f"kế thừa thành vòng: {' → '.join(way)}"
            hint = f"bỏ ke_thua_boi của đơn vị còn làm việc trong {', '.join(way[:-1])}"
            yield Finding(("don_vi", code, "ke_thua_boi"), message, hint)


def _successor_loop_way(heirs: dict[str, str | None], start: str) -> list[str]:
    """Return the units from `start` on, up to the first that was met already or has no heir."""
    way = [start]
    while (heir := heirs.get(way[-1])) and heir not in way[1:]:
        way.append(heir)
        if heir == start:
            break
    return way


@rule("unit-without-successor", Severity.WARNING)
def unit_without_successor(subject: Subject) -> Iterator[Finding]:
    """Đơn vị đã kết thúc mà việc còn mở của nó không ai nhận.

    Vì sao: việc vẫn đứng tên một đơn vị không còn, nên không ai thấy đó là việc của mình.

    Sai:

        NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30}
        chu_tri: [NV]
        thoi_gian: Quý IV/2025

    Đúng:

        NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30, ke_thua_boi: VHXH}
        chu_tri: [NV]
        thoi_gian: Quý IV/2025
    """
    for code, unit in subject.plan.units.items():
        if unit.until and not unit.successor:
            left = [task.id for task in _led(subject, code, unit.until)]
            if left:
                shown = ", ".join(left[:6]) + (", …" if len(left) > 6 else "")
                message = f"{code} kết thúc {written(unit.until)} mà còn {len(left)} nhiệm vụ mở:"
                hint = "thêm ke_thua_boi: mã đơn vị nhận việc"
                yield Finding(("don_vi", code, "den_ngay"), f"{message} {shown}", hint)


def _led(subject: Subject, code: str, until: date) -> Iterator[Task]:
    """Yield the tasks that a unit would still lead the day after its last, and that stay open."""
    after = until + timedelta(days=1)
    for task in subject.plan.tasks:
        if code in acting_units(subject.plan, task.lead.codes, after) and _open(
            subject, task, until
        ):
            yield task


def _open(subject: Subject, task: Task, until: date) -> bool:
    """Return whether something of a task is still to be done after a unit's last day."""
    milestones = task_milestones(subject.plan, task)
    stands = statuses(milestones, subject.ledger.of(task.id), subject.as_of)
    still = [s for s in stands if s.state in (State.NOT_STARTED, State.IN_PROGRESS)]
    return any(subject.as_of > until or s.due is None or s.due > until for s in still)


@rule("unused-unit", Severity.WARNING, strict=True)
def unused_unit(subject: Subject) -> Iterator[Finding]:
    """Đơn vị được khai mà không chủ trì, không phối hợp, không được nhắc đến ở đâu.

    Vì sao: hoặc quên giao việc cho đơn vị ấy, hoặc mã còn sót từ kế hoạch cũ.

    Sai:

        DTN: {ten: Đoàn Thanh niên}

    Đúng:

        DTN: {ten: Đoàn Thanh niên}
        phoi_hop: [TPHT, VHXH, DTN]
    """
    used = set(_used(subject.plan))
    text = subject.prose.flat.casefold()
    for code, unit in subject.plan.units.items():
        # Its own name stands once in the text: where it is declared.
        if code not in used and text.count(unit.name.casefold()) <= 1:
            message = f"không nhiệm vụ nào, câu nào nhắc đến {code} ({unit.name})"
            yield Finding(("don_vi", code), message, "giao việc, hoặc bỏ đơn vị", at_key=True)


def _used(plan: Plan) -> Iterator[str]:
    for task in plan.rows:
        yield from task.lead.codes
        yield from task.support.codes
    for unit in plan.units.values():
        yield from unit.members
        yield unit.successor or ""
    for section, _ in headings(plan):
        yield section.unit or ""
    for entry in plan.reporting:
        yield from entry.lead.codes
