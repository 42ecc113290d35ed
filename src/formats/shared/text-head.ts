// Decodes the first bytes of a file as text, and tells source code and prose by the extension.
import { decodeJson } from './python-json.ts'

/**
 * Extensions of source code, documentation, web pages and tables. No library loads them as a configuration or template,
 * but they often contain examples of both.
 */
const PROSE: ReadonlySet<string> = new Set(
  (
    '.py .pyi .pyx .ipynb .r .rmd .jl .js .mjs .cjs .ts .tsx .jsx .c .h .cc .cpp .hpp .cu .cuh .java .kt .scala .go .rs .rb .php .pl .lua .swift .cs .m .sh .bash ' +
    '.zsh .bat .ps1 .cmake .mk .sql .md .markdown .mdx .rst .adoc .tex .bib .po .pot .html .htm .xhtml .xml .xsd .xsl .svg .css .scss .less .vue .csv .tsv .log ' +
    '.diff .patch .lock .map .srt .vtt .proto .thrift .erb .ejs .hbs .liquid .njk .twig'
  ).split(' '),
)

/** True for the extension of a file that only people or compilers read. */
export function isProse(extension: string): boolean {
  return PROSE.has(extension)
}

/** True for a byte with which a text or a byte order mark may begin. */
export function mayBeginText(byte: number): boolean {
  return byte >= 0x20 || byte === 9 || byte === 10 || byte === 13 || byte === 0
}

/** Decodes the head of a file as UTF-8, UTF-16 or UTF-32; undefined if it is not text. */
export function textOf(head: Uint8Array): string | undefined {
  let end = head.length
  // HDF5 pads texts with NULs.
  while (end > 0 && head[end - 1] === 0) end--
  const bytes = head.subarray(0, end)
  if (end === 0) return undefined
  if (bytes.every(isPrinted)) return decodeJson(bytes)
  if (!isWide(head)) return undefined
  const text = decodeJson(head)
  // Binary numbers decode to characters of many scripts; real text is mostly ASCII.
  let ascii = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!isPrinted(code) && code !== 0) return undefined
    if (code < 0x80) ascii++
  }
  return ascii * 4 >= text.length * 3 ? text : undefined
}

function isPrinted(code: number): boolean {
  return code >= 32 || code === 9 || code === 10 || code === 13
}

/** True if the first two bytes look like UTF-16 or UTF-32. */
function isWide([first = 1, second = 1]: Uint8Array): boolean {
  return (
    (first === 0) !== (second === 0) || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first + second === 0
  )
}
