// Decodes the first bytes of a file as text, and tells source code and prose by the extension.
import { decodeJson } from './python-json.ts'

/** Extensions of source code, prose, pages and tables, which nothing loads as a configuration or renders, and which speak of both. */
const PROSE: ReadonlySet<string> = new Set(
  (
    '.py .pyi .pyx .ipynb .r .rmd .jl .js .mjs .cjs .ts .tsx .jsx .c .h .cc .cpp .hpp .cu .cuh .java .kt .scala .go .rs .rb .php .pl .lua .swift .cs .m .sh .bash ' +
    '.zsh .bat .ps1 .cmake .mk .sql .md .markdown .mdx .rst .adoc .tex .bib .po .pot .html .htm .xhtml .xml .xsd .xsl .svg .css .scss .less .vue .csv .tsv .log ' +
    '.diff .patch .lock .map .srt .vtt .proto .thrift .erb .ejs .hbs .liquid .njk .twig'
  ).split(' '),
)

/** Is a file of this extension written to be read by people or compilers alone? */
export function isProse(extension: string): boolean {
  return PROSE.has(extension)
}

/** A byte with which a text may begin, or the mark of an encoding. */
export function mayBeginText(byte: number): boolean {
  return byte >= 0x20 || byte === 9 || byte === 10 || byte === 13 || byte === 0
}

/** The text of the first bytes of a file, in UTF-8, or in UTF-16 or UTF-32 by its zero bytes or a mark; undefined where they are none. */
export function textOf(head: Uint8Array): string | undefined {
  let end = head.length
  // NULs with which HDF5 pads its texts.
  while (end > 0 && head[end - 1] === 0) end--
  const bytes = head.subarray(0, end)
  if (end === 0) return undefined
  if (bytes.every(isPrinted)) return decodeJson(bytes)
  if (!isWide(head)) return undefined
  const text = decodeJson(head)
  // Numbers that pass for letters are letters of all the world.
  let latin = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!isPrinted(code) && code !== 0) return undefined
    if (code < 0x80) latin++
  }
  return latin * 4 >= text.length * 3 ? text : undefined
}

function isPrinted(code: number): boolean {
  return code >= 32 || code === 9 || code === 10 || code === 13
}

function isWide([first = 1, second = 1]: Uint8Array): boolean {
  return (
    (first === 0) !== (second === 0) || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first + second === 0
  )
}
