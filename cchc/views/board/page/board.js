
// The filters of the table, the link that keeps them, and a word when the page has grown old.
// Without this script the page shows everything; it reads the page and asks nobody else.
(() => {
  "use strict";

  const form = document.getElementById("loc");
  const heading = document.getElementById("nhiem-vu");
  const count = document.getElementById("dem");
  const nothing = document.getElementById("khong-thay");
  const fields = ["don-vi", "quy", "tinh-trang", "tim"].map((name) => form.elements[name]);
  const selects = fields.slice(0, 3);
  const search = fields[3];
  const tasks = [...document.querySelectorAll("tbody.task")].map(described);

  /** A text for finding: small letters without marks; đ has no mark that could be taken off. */
  function folded(text) {
    const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.replace(/đ/g, "d").replace(/\s+/g, " ").trim();
  }

  /** What a filter must know of a task: its lines, each with its own and the task's words. */
  function described(body) {
    const head = body.querySelector(".head");
    const about = folded(head.textContent);
    const lines = [...body.querySelectorAll("[data-quy]")].map((row) => ({
      row,
      text: row === head ? about : `${about} ${folded(row.textContent)}`,
    }));
    return { body, head, lines };
  }

  /** Whether each word begins a word of the text: "ii.04" isn't in "iii.04". */
  function finder(words) {
    const literal = (word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    const patterns = words.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${literal(word)}`, "u"));
    return (text) => patterns.every((pattern) => pattern.test(text));
  }

  function apply() {
    const found = finder(folded(search.value).split(" ").filter(Boolean));
    const wanted = selects.filter((field) => field.value);
    const fits = ({ row, text }) =>
      wanted.every((field) => row.getAttribute(`data-${field.name}`).split(" ").includes(field.value)) &&
      found(text);
    let shown = 0;
    for (const { body, head, lines } of tasks) {
      const kept = lines.filter(fits);
      for (const { row } of lines) row.hidden = true;
      for (const { row } of kept) row.hidden = false;
      body.hidden = !kept.length;
      if (kept.length) head.hidden = false;
      shown += kept.length;
    }
    hideEmptyGroups();
    tell(shown);
  }

  function hideEmptyGroups() {
    for (const group of document.querySelectorAll("tbody.group")) {
      let next = group.nextElementSibling;
      while (next?.matches(".task") && next.hidden) next = next.nextElementSibling;
      group.hidden = !next?.matches(".task");
    }
  }

  function tell(shown) {
    const chosen = selects.filter((field) => field.value).map((f) => f.selectedOptions[0].text);
    if (search.value.trim()) chosen.push(`có chữ “${search.value.trim()}”`);
    const all = count.dataset.all;
    count.textContent = chosen.length
      ? `Đang hiện ${shown} trên ${all} mốc: ${chosen.join("; ")}.`
      : `${all} mốc.`;
    document.body.classList.toggle("filtered", chosen.length > 0);
    nothing.hidden = shown > 0 || !chosen.length;
  }

  /** The link keeps the filters, so that it can be sent to somebody. */
  function remember() {
    const kept = new URLSearchParams();
    for (const { name, value } of fields) if (value.trim()) kept.set(name, value.trim());
    history.replaceState(null, "", `${location.href.split("#")[0]}#${kept}`);
  }

  function fill(text) {
    const asked = new URLSearchParams(text);
    for (const field of fields) {
      field.value = asked.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
    apply();
  }

  function goTo(element) {
    element.scrollIntoView();
    element.focus({ preventScroll: true });
  }

  /** A link is either to filters ("#quy=I") or to a place; a place must not be hidden. */
  function follow() {
    const asked = location.hash.slice(1);
    if (asked.includes("=")) {
      fill(asked);
      goTo(heading);
      return;
    }
    const place = document.getElementById(decodeURIComponent(asked));
    if (!place?.closest("[hidden]")) return;
    fill("");
    goTo(place);
  }

  function sayWhenOld() {
    const notice = document.getElementById("da-cu");
    const now = new Date();
    const local = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    if (local < notice.dataset.renew) return;
    notice.textContent = "Trang này đã cũ: xin bản mới trước khi dùng số liệu.";
    notice.hidden = false;
  }

  form.addEventListener("input", () => { apply(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    fill("");
    remember();
    search.focus();
  });
  for (const link of document.querySelectorAll("a[data-filter]")) {
    link.href = `#${link.dataset.filter}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      fill(link.dataset.filter);
      remember();
      goTo(heading);
    });
  }
  addEventListener("hashchange", follow);
  form.hidden = false;
  apply();
  follow();
  sayWhenOld();
})();
