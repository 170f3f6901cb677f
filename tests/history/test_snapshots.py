"""A plan as it was: under an older name, too large, binary, a link, with faults."""

import pytest

from cchc.errors import FaultyFile, NoHistory
from cchc.files import MAX_BYTES
from cchc.history.editions import of_revision
from cchc.history.git import earlier_names, repository_of
from tests.history.plans import entry, plan_data
from tests.history.repositories import LEDGER, PLAN, Scratch


def test_the_ledger_is_as_it_was_too(repository: Scratch) -> None:
    repository.write(LEDGER, [entry("2025-01-20", "I.02", "hoan_thanh")])
    repository.commit("sổ", day="2025-01-21")
    assert len(of_revision(repository.plan, "HEAD").edition.ledger.entries) == 1
    before = of_revision(repository.plan, "HEAD~1")
    assert before.edition.ledger.entries == ()
    assert (str(before.path), str(before.day)) == (f"HEAD~1:{PLAN}", "2025-01-02")


def test_a_plan_that_was_renamed_is_found_under_its_names(repository: Scratch) -> None:
    first = repository.git("rev-parse", "HEAD").strip()
    for old, new in ((PLAN, "plans/cchc-2025.yaml"), ("plans/cchc-2025.yaml", "2025-moi.yaml")):
        repository.git("mv", old, new)
        repository.commit(f"đổi tên {old}")
    now = repository.top / "2025-moi.yaml"
    assert of_revision(now, first).name == PLAN
    assert of_revision(now, "HEAD~1").name == "plans/cchc-2025.yaml"
    # And the other way: an older checkout's name, looked for in a later revision.
    repository.git("checkout", "--quiet", first)
    assert of_revision(repository.plan, "main").name == "2025-moi.yaml"


def test_a_rename_that_is_not_committed_is_found_by_what_it_says(repository: Scratch) -> None:
    repository.write("plans/2024.yaml", plan_data(nam="2024", trich_yeu="x", phu_luc=None))
    repository.commit("năm trước")
    moved = repository.plan.rename(repository.plan.with_name("ke-hoach.yaml"))
    assert of_revision(moved, "HEAD").name == PLAN


def test_a_copy_is_another_plan(repository: Scratch) -> None:
    new = repository.write("plans/2026.yaml", repository.plan.read_bytes())
    repository.commit("năm sau")
    assert list(earlier_names(repository_of(repository.top), "plans/2026.yaml")) == []
    with pytest.raises(NoHistory, match=r"chưa có plans/2026\.yaml; .*plans/2025\.yaml"):
        of_revision(new, "HEAD~1")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"\0\1\2\3" * 50, "encoding"),
        ("nam: 2025\n<<<<<<< HEAD\nso: 1\n=======\nso: 2\n>>>>>>> x\n", "merge-conflict"),
        ("nam: 2025\nlạ: 1\n", "unknown-key"),
        ("", "empty-file"),
    ],
)
def test_faults_are_told_at_their_place_in_the_revision(
    repository: Scratch, content: bytes | str, rule: str
) -> None:
    repository.write(PLAN, content)
    repository.commit("hỏng")
    with pytest.raises(FaultyFile) as faulty:
        of_revision(repository.plan, "HEAD")
    assert f"HEAD:{PLAN}:" in str(faulty.value)
    assert rule in str(faulty.value)


def test_a_file_too_large_is_not_read(repository: Scratch) -> None:
    repository.write(PLAN, b"#" * (MAX_BYTES + 1))
    repository.commit("lớn")
    with pytest.raises(NoHistory, match=r"8\.0 MB"):
        of_revision(repository.plan, "HEAD")


@pytest.mark.parametrize("target", ["/etc/passwd", "../../secret", "../.."])
def test_a_link_out_of_the_tree_is_refused(repository: Scratch, target: str) -> None:
    repository.write("../secret", plan_data())
    repository.plan.unlink()
    repository.plan.symlink_to(target)
    repository.commit("liên kết")
    with pytest.raises(NoHistory, match="ra ngoài"):
        of_revision(repository.plan, "HEAD")


def test_a_link_inside_the_tree_leads_on_and_a_circle_is_refused(repository: Scratch) -> None:
    link = repository.plan.with_name("moi-nhat.yaml")
    link.symlink_to("2025.yaml")
    circle = repository.plan.with_name("vong.yaml")
    circle.symlink_to("../plans/vong.yaml")
    repository.commit("liên kết")
    assert of_revision(link, "HEAD").edition.plan.year == 2025
    with pytest.raises(NoHistory, match="vòng quanh"):
        of_revision(circle, "HEAD")


def test_a_folder_in_the_place_of_the_plan_is_refused(repository: Scratch) -> None:
    repository.git("mv", PLAN, "plans/x.yaml")
    repository.write(f"{PLAN}/x", "x")
    repository.commit("thư mục")
    with pytest.raises(NoHistory):
        of_revision(repository.plan, "HEAD")
