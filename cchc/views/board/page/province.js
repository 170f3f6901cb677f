
"use strict";
// Every word of a plan is set as text: nothing of it is ever read as markup.
const data = JSON.parse(document.getElementById("so-lieu").textContent);
const find = id => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg", STEP = 100;
const fold = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
const make = (tag, text, kind) => {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (kind) made.className = kind;
  return made;
};
const day = ordinal => {
  if (!ordinal) return "";
  const then = new Date(Date.UTC(1970, 0, 1) + (ordinal - 719163) * 864e5);
  const two = n => String(n).padStart(2, "0");
  return `${two(then.getUTCDate())}/${two(then.getUTCMonth() + 1)}/${then.getUTCFullYear()}`;
};
const numbers = (name, [good, slow, open, late, gone]) => ({
  name, good, slow, open, late, gone, done: good + slow, owed: good + slow + open + late,
  share: good + slow + open + late ? (good + slow) / (good + slow + open + late) : 0,
});
const bar = (row, most) => {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("width", "100%"); drawn.setAttribute("height", "12"); drawn.setAttribute("aria-hidden", "true");
  let start = 0;
  for (const [kind, count] of [["done", row.done], ["open", row.open], ["overdue", row.late]]) {
    const part = document.createElementNS(SVG, "rect"), length = most ? 100 * count / most : 0;
    part.setAttribute("class", kind); part.setAttribute("x", start + "%"); part.setAttribute("width", length + "%");
    part.setAttribute("height", "12"); drawn.append(part); start += length;
  }
  return drawn;
};
const same = data.communes.reduce((count, one) => count.set(one[1], (count.get(one[1]) || 0) + 1), new Map());
const communes = data.communes.map((one, place) => {
  const called = same.get(one[1]) > 1 ? `${one[1]} (${one[0]})` : one[1];
  return {place, label: one[0], year: one[2], groups: one[8], folded: fold(`${one[1]} ${one[0]}`), ...numbers(called, one.slice(3, 8))};
});

// The groups over all communes, and their weeks.
const groups = data.groups.map((name, at) => {
  const sums = [0, 0, 0, 0, 0];
  for (const one of communes) for (const group of one.groups) if (group[0] === at) sums.forEach((_, n) => { sums[n] += group[n + 1]; });
  return {at, ...numbers(name, sums)};
}).sort((a, b) => b.late - a.late || a.name.localeCompare(b.name, "vi"));
const widest = Math.max(0, ...groups.map(group => group.owed));
for (const group of groups) {
  const row = make("tr"), head = make("th", group.name), share = make("td", undefined, "share");
  head.scope = "row"; share.append(bar(group, widest));
  row.append(head, make("td", group.owed, "n"), make("td", group.done, "n"), make("td", group.open, "n"),
    make("td", group.late, group.late ? "n late" : "n"), share);
  find("nhom").tBodies[0].append(row);
  const option = make("option", group.name); option.value = group.at; find("loc").append(option);
}
const year = Number(day(data.day).slice(6)), firstDay = data.day - Math.round((Date.UTC(...day(data.day).split("/").reverse().map((n, i) => i === 1 ? n - 1 : Number(n))) - Date.UTC(year, 0, 1)) / 864e5);
const most = Math.max(1, ...Object.values(data.weeks).flat().map(cell => cell[0]));
const months = make("tr");
months.append(make("td"));
for (let month = 0, week = 0; month < 12; month += 1) {
  const after = month === 11 ? 53 : Math.floor((Date.UTC(year, month + 1, 1) - Date.UTC(year, 0, 1)) / 864e5 / 7);
  const head = make("th", `T${month + 1}`); head.colSpan = after - week; week = after; months.append(head);
}
find("tuan").tHead.append(months);
for (const group of groups) {
  const weeks = data.weeks[group.at];
  if (!weeks) continue;
  const row = make("tr"), head = make("th", group.name); head.scope = "row"; row.append(head);
  weeks.forEach(([count, late], week) => {
    const level = count ? Math.max(1, Math.ceil(4 * Math.sqrt(count / most))) : 0;
    const start = firstDay + 7 * week, here = start <= data.day && data.day < start + 7;
    const cell = make("td", undefined, [level && `lv${level}`, late && "lag", here && "now"].filter(Boolean).join(" "));
    const said = `${day(start)}–${day(start + 6)}: ${count} mốc đến hạn` + (late ? `, ${late} quá hạn` : "");
    cell.title = said; cell.append(make("span", count ? said : "", "vh")); row.append(cell);
  });
  find("tuan").tBodies[0].append(row);
}

// The ranking: sorted and searched whole, drawn a hundred rows at a time.
let by = "late", down = true, shown = [], drawn = 0;
const chosen = () => {
  const words = fold(find("chu").value).split(/\s+/).filter(Boolean), group = find("loc").value;
  return communes.filter(one => words.every(word => one.folded.includes(word))).map(one => {
    if (group === "") return one;
    const part = one.groups.find(row => row[0] === Number(group));
    return {...one, ...numbers(one.name, part ? part.slice(1) : [0, 0, 0, 0, 0])};
  }).filter(one => group === "" || one.owed || one.gone);
};
const compared = (a, b) => {
  const found = by === "name" ? a.name.localeCompare(b.name, "vi") : a[by] - b[by];
  return (down ? -found : found) || a.name.localeCompare(b.name, "vi") || a.place - b.place;
};
const more = count => {
  const body = find("xa").tBodies[0], part = document.createDocumentFragment();
  for (const one of shown.slice(drawn, drawn + count)) {
    const row = make("tr"), head = make("th"), link = make("a", one.name), share = make("td", undefined, "share");
    head.scope = "row"; link.href = `#xa=${encodeURIComponent(one.label)}`; head.append(link); share.append(bar(one, one.owed));
    row.append(make("td", ++drawn, "n"), head, make("td", one.owed, "n"), make("td", one.done, "n"), make("td", one.slow, "n"),
      make("td", one.open, "n"), make("td", one.late, one.late ? "n late" : "n"), share);
    part.append(row);
  }
  body.append(part);
  const left = shown.length - drawn;
  find("them").textContent = left ? `còn ${left} xã nữa, kéo xuống để xem` : "";
};
const draw = () => {
  shown = chosen().sort(compared); drawn = 0;
  find("xa").tBodies[0].textContent = "";
  more(STEP);
  find("dem").textContent = `${shown.length} xã`;
  const total = {owed: 0, done: 0, slow: 0, open: 0, late: 0};
  for (const one of shown) for (const key in total) total[key] += one[key];
  const row = make("tr"), head = make("th", "Cộng"); head.scope = "row";
  row.append(make("td", ""), head, ...Object.values(total).map(count => make("td", count, "n")), make("td", "", "share"));
  find("xa").tFoot.replaceChildren(row);
};
for (const button of find("xa").querySelectorAll("button")) button.addEventListener("click", () => {
  down = by === button.dataset.by ? !down : button.dataset.by !== "name"; by = button.dataset.by;
  for (const head of find("xa").querySelectorAll("thead th")) head.removeAttribute("aria-sort");
  button.closest("th").setAttribute("aria-sort", down ? "descending" : "ascending");
  draw();
});
find("chu").addEventListener("input", draw);
find("loc").addEventListener("change", draw);
find("tim").addEventListener("submit", event => event.preventDefault());
new IntersectionObserver(seen => { if (seen.some(one => one.isIntersecting) && drawn < shown.length) more(STEP); }, {rootMargin: "800px"}).observe(find("them"));
addEventListener("beforeprint", () => {
  more(shown.length);
  for (const closed of document.querySelectorAll("details")) closed.open = true;
});

// A commune's own board: unpacked when it is asked for.
const STANDS = {"0": "hoàn thành đúng hạn", "1": "hoàn thành trễ hạn", "2": "còn trong hạn", "3": "quá hạn", "4": "đã hủy", "-1": "không tính hạn"};
const ORDER = [3, 2, 1, 0, -1, 4];
const unpacked = async place => {
  const text = find(`goi-${Math.floor(place / data.pack)}`).textContent;
  const bytes = Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text())[place % data.pack];
};
const opened = async one => {
  const body = find("moc").tBodies[0];
  body.textContent = "";
  find("ten-xa").textContent = one.name;
  find("tom").textContent = `Năm ${one.year}: ${one.owed} mốc có hạn, xong ${one.done} (trễ ${one.slow}), còn hạn ${one.open}, quá hạn ${one.late}; đã hủy ${one.gone}.`;
  find("tinh").hidden = true; find("bang").hidden = false;
  find("ten-xa").focus(); scrollTo(0, 0);
  if (!window.DecompressionStream) { find("tom").textContent += " Trình duyệt này cũ, chưa mở được từng mốc."; return; }
  const [subject, tasks] = await unpacked(one.place);
  find("tom").textContent = `${subject}. ${find("tom").textContent}`;
  const rows = tasks.flatMap(([id, content, unit, marks]) => marks.map(([action, due, stands]) => ({id, content, unit, action, due, stands})));
  rows.sort((a, b) => ORDER.indexOf(a.stands) - ORDER.indexOf(b.stands) || a.due - b.due);
  const part = document.createDocumentFragment();
  for (const row of rows) {
    const line = make("tr"), days = data.day - row.due;
    const said = STANDS[row.stands] + (row.stands === 3 ? ` ${days} ngày` : "");
    line.append(make("td", row.id, "id"), make("td", row.content), make("td", row.unit), make("td", row.action), make("td", day(row.due), "n"), make("td", said, row.stands === 3 ? "late" : ""));
    part.append(line);
  }
  body.append(part);
};
let place = 0, from = null;
const follow = () => {
  const one = communes.find(one => location.hash === `#xa=${encodeURIComponent(one.label)}`);
  if (one) {
    if (!find("tinh").hidden) { place = scrollY; from = find("xa").contains(document.activeElement) ? document.activeElement : null; }
    opened(one);
    return;
  }
  if (find("bang").hidden) return;
  find("bang").hidden = true; find("tinh").hidden = false; scrollTo(0, place);
  (from || find("xep-hang")).focus({preventScroll: true});
};
addEventListener("hashchange", follow);
// In the ranking the arrow keys go from commune to commune, and up from the first one to the search.
find("xa").tBodies[0].addEventListener("keydown", event => {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key], row = event.target.closest("tr");
  if (!step || !row) return;
  event.preventDefault();
  if (step > 0 && !row.nextElementSibling) more(STEP);
  const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  if (next) next.querySelector("a").focus(); else if (step < 0) find("chu").focus();
});
find("chu").addEventListener("keydown", event => {
  const first = find("xa").tBodies[0].querySelector("a");
  if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
});
addEventListener("keydown", event => { if (event.key === "Escape" && !find("bang").hidden) location.hash = ""; });
draw();
follow();
