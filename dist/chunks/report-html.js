import {
  acceptedBy_1 as acceptedBy,
  counts_1 as counts,
  describeGate_1 as describeGate,
  formatBytes_1 as formatBytes,
  formatSeconds_1 as formatSeconds,
  plural_1 as plural,
  ruleUrl_1 as ruleUrl,
  verdictText_1 as verdictText,
  withSuppressed_1 as withSuppressed,
  worstFirst_1 as worstFirst,
  safeHtml_2 as safeHtml,
  ruleOf_0 as ruleOf,
  severities_0 as severities
} from "./core.js";

// src/report/html-items.ts
var kinds = ["critical", "high", "medium", "low", "incomplete", "accepted"];
var PROSE = { max: 1e3 };
var MAX_DEPTH = 16;
function findingItem(finding) {
  const { severity, evidence, message, count, path } = finding;
  const times = count > 1 ? ` <span class="dim">${count} times</span>` : "";
  const html = entry(severity, [
    `<p><b>${severity}</b> ${ruleLink(finding.rule)}${times}</p>`,
    `<p><code>${safeHtml(evidence)}</code></p>`,
    `<p>${safeHtml(message, PROSE)}</p>`,
    where(finding),
    `<p>\u2192 ${safeHtml(ruleOf(finding.rule).help, PROSE)}</p>`
  ]);
  return { path, html };
}
function incompleteItem(part) {
  const html = entry("incomplete", [
    `<p><b>incomplete</b> ${safeHtml(part.why)}</p>`,
    `<p>${safeHtml(part.detail, PROSE)}</p>`,
    where(part),
    part.remedy === void 0 ? "" : `<p>\u2192 ${safeHtml(part.remedy, PROSE)}</p>`
  ]);
  return { path: part.path, html };
}
function acceptedItem(accepted) {
  const html = entry("accepted", [
    `<p><b>accepted</b> ${ruleLink(accepted.rule)} <span class="dim">${accepted.severity}</span></p>`,
    `<p><code>${safeHtml(accepted.evidence)}</code></p>`,
    `<p class="dim">${safeHtml(acceptedBy(accepted), PROSE)}</p>`
  ]);
  return { path: accepted.path, html };
}
function fileHead(file) {
  const facts = [formatBytes(file.size), ...file.formats, ...file.sha256 === void 0 ? [] : [`SHA-256 ${file.sha256}`]];
  const lines = [`<summary><code>${safeHtml(file.path, PROSE)}</code></summary>`, `<p class="dim">${safeHtml(facts.join(" \xB7 "))}</p>`];
  if (file.torch && !file.torch.weightsOnly) lines.push(`<p>${weightsOnlyLine(file.torch)}</p>`);
  if (file.gate) lines.push(`<p class="dim">Gate of this file: ${describeGate(file.gate)}</p>`);
  return lines.join("\n");
}
function itemTree(items) {
  const root = newNode();
  for (const { path, html } of items) {
    let node = root;
    for (const member of membersOf(path)) {
      const next = node.members.get(member) ?? newNode();
      node.members.set(member, next);
      node = next;
    }
    node.entries.push(html);
  }
  return listOf(root);
}
function membersOf(path) {
  const members = path.slice(1);
  return members.length <= MAX_DEPTH ? members : [...members.slice(0, MAX_DEPTH - 1), members.slice(MAX_DEPTH - 1).join("!")];
}
var MAX_REFUSED = 5;
function weightsOnlyLine({ refused }) {
  const names = refused.slice(0, MAX_REFUSED).map((name) => `<code>${safeHtml(name, { max: 120 })}</code>`);
  const more = refused.length > names.length ? `, and ${refused.length - names.length} more` : "";
  return `<code>torch.load(weights_only=True)</code> refuses this file: ${names.join(", ")}${more}`;
}
function newNode() {
  return { entries: [], members: /* @__PURE__ */ new Map() };
}
function listOf({ entries, members }) {
  const below = [...members].map(([name, node]) => `<li class="member"><code>${safeHtml(name)}</code>
${listOf(node)}</li>`);
  return `<ul>
${[...entries, ...below].join("\n")}
</ul>`;
}
function entry(kind, lines) {
  return `<li data-kind="${kind}">
${lines.filter((line) => line !== "").join("\n")}
</li>`;
}
function ruleLink(id) {
  const rule = ruleOf(id);
  return `<a href="${ruleUrl(rule.id)}" rel="noreferrer">${safeHtml(rule.title)}</a> <span class="dim">${rule.id}</span>`;
}
function where(at) {
  if (at.offset === void 0) return "";
  const opcode = at.opcode === void 0 ? "" : `<code>${safeHtml(at.opcode)}</code> `;
  const inFile = at.fileOffset === void 0 || at.fileOffset === at.offset ? "" : `, byte ${at.fileOffset} of the file`;
  return `<p class="dim">${opcode}at byte ${at.offset}${inFile}</p>`;
}

// src/report/html-script.ts
var SCRIPT = `
'use strict'
{
  const form = document.getElementById('filter')
  const search = document.getElementById('text')
  const shown = document.getElementById('shown')
  const boxes = [...form.querySelectorAll('input[type=checkbox]')]
  const sections = [...document.querySelectorAll('section')]
  const items = []
  for (const section of sections) {
    const file = section.querySelector('summary').textContent
    for (const item of section.querySelectorAll('li[data-kind]')) {
      let text = file + ' ' + item.textContent
      for (let at = item.parentElement; at !== section; at = at.parentElement) {
        if (at.matches('li.member')) text += ' ' + at.firstElementChild.textContent
      }
      items.push({ item, kind: item.dataset.kind, text: text.toLowerCase() })
    }
  }
  const apply = () => {
    const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value))
    const wanted = search.value.trim().toLowerCase()
    let visible = 0
    for (const { item, kind, text } of items) {
      item.hidden = !kinds.has(kind) || !text.includes(wanted)
      if (!item.hidden) visible++
    }
    for (const group of document.querySelectorAll('section, li.member')) {
      group.hidden = group.querySelector('li[data-kind]:not([hidden])') === null
    }
    shown.textContent = visible + ' of ' + items.length + ' entries shown'
  }
  const fromAddress = () => {
    const wanted = new URLSearchParams(location.hash.slice(1))
    const kinds = wanted.get('kind')
    for (const box of boxes) box.checked = kinds === null || kinds.split(',').includes(box.value)
    search.value = wanted.get('text') ?? ''
    apply()
  }
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', () => {
    const kinds = boxes.filter((box) => box.checked).map((box) => box.value)
    const wanted = new URLSearchParams()
    if (kinds.length < boxes.length) wanted.set('kind', kinds.join(','))
    if (search.value !== '') wanted.set('text', search.value)
    history.replaceState(null, '', '#' + wanted)
    apply()
  })
  addEventListener('hashchange', fromAddress)
  form.hidden = false
  fromAddress()
}
`;

// src/report/html-select.ts
var LIMITS = {
  findings: { entries: 5e3, bytes: 55e5 },
  incomplete: { entries: 2e3, bytes: 1e6 },
  accepted: { entries: 2e3, bytes: 7e5 },
  notices: { entries: 500, bytes: 3e5 }
};
var TAG_BYTES = 64;
function selected(report) {
  const total = counts(report);
  const worst = worstFirst(report);
  const items = /* @__PURE__ */ new Map();
  const findings = fill(items, LIMITS.findings, findingsOf(worst));
  const incomplete = fill(items, LIMITS.incomplete, incompleteOf(worst));
  const accepted = fill(items, LIMITS.accepted, acceptedOf(withSuppressed(report)));
  const notices = noticesOf(report);
  const cuts = [];
  if (findings < total.findings) cuts.push(`the worst ${findings} of ${plural(total.findings, "finding")} shown`);
  if (incomplete < total.incomplete) cuts.push(`${incomplete} of ${plural(total.incomplete, "incomplete part")} shown`);
  if (accepted < total.suppressed) cuts.push(`${accepted} of ${total.suppressed} accepted findings shown`);
  if (notices.length < report.notices.length) cuts.push(`${notices.length} of ${plural(report.notices.length, "notice")} shown`);
  return { items, notices, cuts };
}
function fill(items, limit, all) {
  let room = limit.bytes;
  let taken = 0;
  for (const [file, item] of all) {
    const own = items.get(file);
    const heading = own ? 0 : bytesOf(fileHead(file)) + TAG_BYTES;
    room -= heading + bytesOf(item.html) + membersOf(item.path).reduce((sum, name) => sum + bytesOf(safeHtml(name)) + TAG_BYTES, 0);
    if (taken === limit.entries || room < 0) break;
    if (own) own.push(item);
    else items.set(file, [item]);
    taken++;
  }
  return taken;
}
function* findingsOf(files) {
  for (const severity of severities) {
    for (const file of files) {
      for (const finding of file.findings) {
        if (finding.severity === severity) yield [file, findingItem(finding)];
      }
    }
  }
}
function* incompleteOf(files) {
  for (const file of files) for (const part of file.incomplete) yield [file, incompleteItem(part)];
}
function* acceptedOf(files) {
  for (const file of files) for (const accepted of file.suppressed ?? []) yield [file, acceptedItem(accepted)];
}
function noticesOf({ notices }) {
  const { entries, bytes } = LIMITS.notices;
  const lines = [];
  let room = bytes;
  for (const notice of notices.slice(0, entries)) {
    const line = `<li>${safeHtml(notice, { max: 1e3 })}</li>`;
    room -= bytesOf(line);
    if (room < 0) break;
    lines.push(line);
  }
  return lines;
}
var encoder = new TextEncoder();
function bytesOf(text) {
  return encoder.encode(text).length;
}

// src/report/html-style.ts
var STYLE = `
:root { color-scheme: light dark; --page: #fff; --text: #1f2328; --dim: #59636e; --line: #d1d9e0; --box: #f6f8fa;
  --critical: #b3142b; --high: #a33c00; --medium: #7a5500; --low: #0a5cb8; --incomplete: #6f3cc4; --accepted: #59636e; --pass: #12702f; }
@media (prefers-color-scheme: dark) {
  :root { --page: #0d1117; --text: #e6edf3; --dim: #9da7b1; --line: #3d444d; --box: #151b23;
    --critical: #ff8f8a; --high: #ffa46b; --medium: #e3b341; --low: #79b8ff; --incomplete: #c9a5ff; --accepted: #9da7b1; --pass: #56d364; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; padding: 1.5rem; max-width: 72rem; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.2rem; }
p { margin: 0.25rem 0; }
code { font: 0.9em ui-monospace, monospace; white-space: pre-wrap; unicode-bidi: isolate; }
p, li, summary { unicode-bidi: isolate; }
a { color: var(--low); }
.pass { color: var(--pass); }
.fail { color: var(--critical); }
.dim { color: var(--dim); }
.cut { padding: 0.5rem 0.75rem; border: 1px solid var(--medium); border-radius: 6px; }
table { margin: 1rem 0; border-collapse: collapse; }
th, td { padding: 0.25rem 0.75rem; border: 1px solid var(--line); text-align: right; overflow-wrap: normal; white-space: nowrap; }
@media (max-width: 48rem) { tbody { display: flex; } tr { display: flex; flex-direction: column; } }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center;
  padding: 0.75rem 0; border-bottom: 1px solid var(--line); background: var(--page); }
input[type='search'] { flex: 1 1 14rem; padding: 0.35rem 0.6rem; border: 1px solid var(--line); border-radius: 6px;
  background: var(--box); color: inherit; font: inherit; }
section { margin: 1rem 0; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--box); }
section > details > summary { cursor: pointer; font-weight: 600; }
ul { margin: 0.25rem 0; padding-left: 1.25rem; list-style: none; }
section > details > ul { padding-left: 0; }
li.member { margin: 0.5rem 0; padding-left: 0.5rem; border-left: 1px solid var(--line); }
li[data-kind] { margin: 0.75rem 0; padding-left: 0.75rem; border-left: 4px solid var(--dim); }
li[data-kind] > p > b:first-child { text-transform: uppercase; font-size: 0.8rem; }
li[data-kind='critical'] { border-color: var(--critical); } [data-kind='critical'] > p > b:first-child { color: var(--critical); }
li[data-kind='high'] { border-color: var(--high); } [data-kind='high'] > p > b:first-child { color: var(--high); }
li[data-kind='medium'] { border-color: var(--medium); } [data-kind='medium'] > p > b:first-child { color: var(--medium); }
li[data-kind='low'] { border-color: var(--low); } [data-kind='low'] > p > b:first-child { color: var(--low); }
li[data-kind='incomplete'] { border-color: var(--incomplete); } [data-kind='incomplete'] > p > b:first-child { color: var(--incomplete); }
li[data-kind='accepted'] { border-color: var(--accepted); } [data-kind='accepted'] > p > b:first-child { color: var(--accepted); }
@media print { form { display: none; } section { break-inside: avoid-page; } }
`;

// src/report/html.ts
function toHtml(report, options) {
  const { items, notices, cuts } = selected(report);
  const word = report.verdict === "pass" ? "PASS" : "FAIL";
  const shown = [.../* @__PURE__ */ new Set([...worstFirst(report), ...withSuppressed(report)])].filter((file) => items.has(file));
  const lines = [
    ...head(`ModelGate: ${word}`, options.hash),
    "<body>",
    `<h1 class="${report.verdict === "pass" ? "pass" : "fail"}">ModelGate: ${word}</h1>`,
    `<p>${safeHtml(verdictText(report, options.elapsedMs))}</p>`,
    countsTable(report, options.elapsedMs),
    cuts.length === 0 ? "" : `<p class="cut"><b>Truncated:</b> ${cuts.join("; ")}. The JSON report contains everything.</p>`,
    FILTER,
    "<main>",
    ...shown.map((file) => section(file, items.get(file) ?? [])),
    "</main>",
    notices.length === 0 ? "" : `<h2>Notices</h2>
<ul>
${notices.join("\n")}
</ul>`,
    footer(report),
    `<script>${SCRIPT}</script>`,
    "</body>",
    "</html>"
  ];
  return `${lines.filter((line) => line !== "").join("\n")}
`;
}
function head(title, hash) {
  const source = (text) => `'sha256-${base64(hash(text))}'`;
  const policy = `default-src 'none'; style-src ${source(STYLE)}; script-src ${source(SCRIPT)}; base-uri 'none'; form-action 'none'`;
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    "</head>"
  ];
}
function base64(hex) {
  return btoa((hex.match(/../g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(""));
}
var FILTER = `<form id="filter" hidden>
${kinds.map((kind) => `<label><input type="checkbox" value="${kind}" checked> ${kind}</label>`).join("\n")}
<input id="text" type="search" placeholder="Search files, members, calls, rules" aria-label="Search" autocomplete="off">
<span id="shown" role="status"></span>
</form>`;
function countsTable(report, elapsedMs) {
  const n = counts(report);
  const cells = [
    ...severities.map((severity) => [severity, String(n[severity])]),
    ["incomplete", String(n.incomplete)],
    ...n.empty > 0 ? [["empty", String(n.empty)]] : [],
    ["unrecognised", String(n.unrecognised)],
    ["accepted", String(n.suppressed)],
    ["files", String(n.files)],
    ["size", formatBytes(n.bytes)],
    ...elapsedMs === void 0 ? [] : [["time", formatSeconds(elapsedMs)]]
  ];
  const row = (tag, texts) => `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join("")}</tr>`;
  const names = cells.map(([name]) => name);
  const values = cells.map(([, value]) => value);
  return `<table>
${row("th", names)}
${row("td", values)}
</table>`;
}
function section(file, items) {
  return `<section>
<details open>
${fileHead(file)}
${itemTree(items)}
</details>
</section>`;
}
function footer(report) {
  const shard = report.shard === void 0 ? "" : ` \xB7 shard ${report.shard.index} of ${report.shard.count}`;
  return `<p class="dim">Gate: ${safeHtml(describeGate(report.gate))} \xB7 ${safeHtml(`${report.tool.name} ${report.tool.version}`)}${shard}</p>`;
}
export {
  toHtml
};
