"""The commands about what changed: diff, review and log."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.open import at_revision, plan_path
from cchc.cli.options import AsOfOption, OutputOption, PlanOption, StrictRulesOption, day_of
from cchc.cli.output import FAULTS, checked_format, put, say
from cchc.errors import WrongUsage
from cchc.history.changes import changes_between
from cchc.history.editions import Snapshot, of_file, of_revision
from cchc.history.git import repository_of
from cchc.plan.cache import user_cache
from cchc.views.diff import Difference

if TYPE_CHECKING:
    from cchc.history.review import Review

FORMATS = ("text", "md", "json")


def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="[CŨ]",
            show_default=False,
            help="bản cũ: tệp, hoặc bản trong git (HEAD~3, tên nhánh, mã commit); mặc định HEAD",
        ),
    ] = "HEAD",
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="[MỚI]", show_default=False, help="bản mới; mặc định: kế hoạch đang sửa"
        ),
    ] = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="DẠNG", show_default=False, help="text (mặc định), md, json"
        ),
    ] = "text",
    output: OutputOption = None,
    fail: Annotated[
        bool,
        typer.Option("--fail", help="thoát với mã 1 nếu có điểm phải xem lại (dùng trong CI)"),
    ] = False,
) -> None:
    """Cho biết kế hoạch và sổ theo dõi thay đổi gì, bằng lời, theo từng nhiệm vụ.

    Phải xem lại: hạn bị dời sau khi đã quá hạn; việc đã xong bị mở lại hoặc bị bỏ; mục cũ trong sổ
    bị sửa, bị xóa. Hạn được xét vào ngày của bản mới: ngày commit, hoặc hôm nay; --as-of đổi ngày.

    \b
    Ví dụ:
      cchc diff                          HEAD so với bản đang sửa
      cchc diff main --format md         nhánh main so với bản đang sửa, để dán vào pull request
      cchc diff HEAD~3 HEAD --fail       hai bản trong git
      cchc diff plans/2024.yaml plans/2025.yaml
    """
    form = checked_format(form, FORMATS)
    found = compared(old, new, plan, day_of(as_of), judged=as_of is not None)
    match form:
        case "json":
            from cchc.views.diff import changes_json

            put(changes_json(found), output)
        case "md":
            from cchc.views.diff import changes_markdown

            put(changes_markdown(found), output)
        case _:
            from cchc.cli.output import draw
            from cchc.views.diff import print_changes

            draw(lambda console: print_changes(found, console), output)
    if fail and found.flagged:
        raise typer.Exit(FAULTS)


# `cchc review`: the gate before a range of git is taken.


def review(
    base: Annotated[
        str,
        typer.Argument(
            metavar="GỐC", help="bản trước khi nhận: tên nhánh, mã commit; so từ chỗ hai bên tách"
        ),
    ],
    head: Annotated[
        str,
        typer.Argument(metavar="[BẢN]", show_default=False, help="bản xin nhận; mặc định HEAD"),
    ] = "HEAD",
    as_of: AsOfOption = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="DẠNG",
            show_default=False,
            help="text (mặc định), md, json, sarif, gitlab, github",
        ),
    ] = "text",
    also: Annotated[
        list[str] | None,
        typer.Option(
            "--also", metavar="DẠNG=TỆP", help="ghi thêm một dạng nữa ra tệp; dùng được nhiều lần"
        ),
    ] = None,
    strict: StrictRulesOption = False,
    output: OutputOption = None,
) -> None:
    """Xem xét một loạt commit trước khi nhận: mọi kế hoạch, mọi sổ mà nó động đến, trên một trang.

    Gồm: lỗi của bản xin nhận; điểm phải xem lại (hạn dời sau khi đã quá hạn, việc đã xong bị mở lại
    hoặc bị bỏ, mục cũ trong sổ bị sửa, bị xóa); chú thích mới bỏ qua quy tắc; và thay đổi, bằng
    lời. Xét theo ngày nhận (hôm nay, hoặc --as-of), không theo ngày người gửi ghi ở commit.

    Không có gì: mã 0. Có lỗi hoặc điểm phải xem lại: mã 1. Chưa xem xét được: mã 2.

    \b
    Ví dụ:
      cchc review origin/main
      cchc review main nhanh-sua --format md
      cchc review "$GOC" --format github --also md="$GITHUB_STEP_SUMMARY"
    """
    from cchc.checks.choice import choice_of
    from cchc.history.review import review as reviewed
    from cchc.views.review import failed

    form = checked_format(form, REVIEW_FORMS)
    others = [_form_and_file(typed) for typed in also or []]
    found = reviewed(Path.cwd(), base, head, day_of(as_of), choice_of(strict, [], []))
    for other, file in others:
        _put_review(found, other, file, strict=strict)
    _put_review(found, form, output, strict=strict)
    if failed(found, strict=strict):
        raise typer.Exit(FAULTS)


REVIEW_FORMS = ("text", "md", "json", "sarif", "gitlab", "github")


def _form_and_file(typed: str) -> tuple[str, Path]:
    form, sign, file = typed.partition("=")
    if not sign or not file.strip():
        raise WrongUsage(f"--also: viết DẠNG=TỆP, như md=trang.md, không phải {typed!r}")
    return checked_format(form, REVIEW_FORMS), Path(file)


def _put_review(found: "Review", form: str, output: Path | None, *, strict: bool) -> None:
    from cchc.views import review as views

    match form:
        case "text":
            from cchc.cli.output import draw

            draw(lambda console: views.print_review(found, console), output)
        case "md":
            put(views.review_markdown(found), output)
        case "json":
            put(views.review_json(found, strict=strict), output)
        case _:
            from cchc.views.problems import written

            page = written(form, views.annotations(found, strict=strict))
            put(page, output, commands=form == "github")


# `cchc log`: the history of one task.


def log(
    task: Annotated[
        str, typer.Argument(metavar="MÃ", help="mã nhiệm vụ, như II.04; BC: các báo cáo")
    ],
    as_of: AsOfOption = None,
    plan: PlanOption = None,
    form: Annotated[
        str,
        typer.Option("--format", metavar="DẠNG", show_default=False, help="text (mặc định), json"),
    ] = "text",
    output: OutputOption = None,
) -> None:
    """Kể lại lịch sử của một nhiệm vụ trong git: ai, ngày nào, đổi gì, ghi sổ gì; mới nhất trước.

    Nhiệm vụ được theo qua các lần đánh số lại, kế hoạch qua các lần đổi tên tệp. Dấu "!" là điểm
    phải xem lại (xem `cchc diff --help`). Nhiệm vụ đã bị bỏ vẫn tra được bằng mã cũ.

    \b
    Ví dụ:
      cchc log II.04
      cchc log II.04 --format json
    """
    from cchc.history.task_log import task_log

    form = checked_format(form, ("text", "json"))
    day = day_of(as_of)
    found = task_log(plan_path(plan, day), task, day, user_cache())
    if form == "json":
        from cchc.views.diff import log_json

        put(log_json(found), output)
        return
    from cchc.cli.output import draw
    from cchc.views.diff import print_log

    draw(lambda console: print_log(found, console), output)


# What was typed for an edition of a plan: a file, or a revision of git.

WORKING = "bản đang sửa"


def compared(
    old: str, new: str | None, plan: Path | None, day: date, *, judged: bool
) -> Difference:
    """Return what changed between two editions; `new` is the working tree if it isn't named.

    It is judged on `day` if the day was asked for (`judged`), else on the day `new` was committed.
    """
    before = edition_named(old, plan, day)
    after = of_file(plan_path(plan, day)) if new is None else edition_named(new, plan, day)
    on = day if judged or after.day is None else after.day
    same_plan = before.edition.plan.year == after.edition.plan.year or _one_file(before, after)
    if not same_plan:
        say("hai kế hoạch của hai năm: chỉ so nội dung, không so hạn và sổ theo dõi")
    changes = changes_between(before.edition, after.edition, on, same_plan=same_plan)
    name = WORKING if new is None else str(after.path)
    return Difference(str(before.path), name, on, changes, before.texts != after.texts)


def edition_named(typed: str, plan: Path | None, day: date) -> Snapshot:
    """Return the file of that name, else the plan as it was at a revision."""
    path = Path(typed)
    revision, colon, inside = typed.partition(":")
    if path.is_file() or (path.suffix in _PLAN_FILES and not colon):
        return of_file(path)
    if colon and inside:  # as git writes a file of a revision: HEAD~3:plans/2025.yaml
        return of_revision(repository_of(Path.cwd()).top / inside, revision)
    return at_revision(plan_path(plan, day), typed)


def _one_file(before: Snapshot, after: Snapshot) -> bool:
    return Path(before.name).name == Path(after.name).name


_PLAN_FILES = frozenset({".yaml", ".yml"})
