"""The cells of the appendix: each as one text, and as the paragraphs it is printed in."""

from cchc.plan.models import ExplicitMilestone, Offices, Plan, Task

Fields = dict[str, object]
"""What a template reaches: texts, lists and further fields, under the names of the YAML keys."""


def task_fields(plan: Plan, task: Task) -> Fields:
    """Return a task under its YAML keys; `KEY_doan` are the paragraphs of `KEY`, at least one."""
    cells = {
        "noi_dung": _lines(task.content),
        "chu_tri": offices_lines(plan, task.lead),
        "phoi_hop": offices_lines(plan, task.support),
        "san_pham": product_lines(task.products),
        "thoi_gian": _lines(task.timing),
        "ghi_chu": _lines(task.note),
    }
    fields: Fields = {"stt": task.number, "ma": task.id}
    for key, lines in cells.items():
        fields[key] = "\n".join(lines)
        fields[f"{key}_doan"] = lines
    # Where an office's cell is prose, it is set as a text and not as a name.
    fields["chu_tri_van_ban"] = task.lead.wording or ""
    fields["phoi_hop_van_ban"] = task.support.wording or ""
    fields["moc"] = [_milestone(milestone) for milestone in task.milestones]
    return fields


def offices_lines(plan: Plan, offices: Offices) -> list[str]:
    """Return the paragraphs of a cell of offices: its own wording, else the names in print."""
    if offices.wording:
        return _lines(offices.wording)
    names = [_in_print(plan, code) for code in offices.codes]
    mark = "; " if any("," in name for name in names) else ", "
    return [mark.join(names)]


def product_lines(products: tuple[str, ...]) -> list[str]:
    """Return one line where each later product goes on in lower case, else a line for each."""
    if all(product[:1].islower() for product in products[1:]):
        return ["; ".join(products)]
    return [f"- {product}" for product in products]


def _in_print(plan: Plan, code: str) -> str:
    unit = plan.units.get(code)
    return unit.in_print if unit else code


def _lines(text: str | None) -> list[str]:
    # A cell of a Word table without a paragraph is a damaged document: never an empty list.
    return (text or "").split("\n")


def _milestone(milestone: ExplicitMilestone) -> Fields:
    start = f"{milestone.start:%d/%m/%Y}" if milestone.start else ""
    due = f"{milestone.due:%d/%m/%Y}"
    return {"tu_ngay": start, "den_ngay": due, "viec": milestone.action or ""}
