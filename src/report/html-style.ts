// Holds the style sheet of the HTML report.

/**
 * The content security policy of the page allows this style sheet by its hash; it contains no `</style`, address or
 * import. On a phone the two rows of numbers become columns. Colours have a contrast of at least 4.5:1 in both
 * schemes. Text of files is isolated, so that right-to-left letters do not reorder the text around it.
 */
export const STYLE = `
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
`
