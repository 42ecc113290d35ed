// Finds texts in fairseq checkpoints that fairseq and converters pass to `eval`.
import type { ByteSource } from '../../../bytes/source.ts'
import { sourceReaches } from '../../../lang/python/reach.ts'
import { pythonNames } from '../../../lang/python/tokens.ts'
import type { Scan } from '../../../types/format.ts'
import { onlyBuilds } from '../../config/model-config/yolo.ts'

/** Matches text that looks like code with an effect. The settings of honest checkpoints are lists of numbers. */
const CODE =
  /(?:__import__|\b(?:exec|eval|compile|open|getattr|globals|vars|breakpoint|input)|\b(?:os|posix|nt|subprocess|builtins|importlib|runpy|pty|shutil|pickle|socket|torch)(?:\.\w{1,50}){1,8})\s{0,8}\(|__(?:class|subclasses|globals|builtins|mro|bases?|import|getattribute)__/g
/** Matches source code of modules, which `eval` does not take: torch.save wrote the source of classes into files. */
const SOURCE = /^\s*(?:class|def|import|from|async|@)\b/
const MAX_TEXT = 4096
const MAX_FACTS = 20
const TICK = 256
/** Imports that make short names in an expression, such as `os.system`, resolve to their modules. */
const IMPORTS = 'import os, posix, nt, sys, subprocess, shutil, importlib, runpy, pickle, socket, pty, builtins, torch\n'

/**
 * Reports texts of a fairseq checkpoint that are code. fairseq and converters pass some settings to `eval`, and every
 * text of the pickle may be the value of such a setting.
 */
export function observeEvaluated(source: ByteSource, size: number, scan: Scan): void {
  const text = new TextDecoder('latin1').decode(source.read(0, size))
  // Protocol 0 allows escapes in place of letters.
  const unescaped = text.replace(/\\u00([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  if (!observeCode(text, scan) && unescaped !== text) observeCode(unescaped, scan)
}

/** Reports the code in a text. Returns false if there is none. */
function observeCode(text: string, scan: Scan): boolean {
  const reported = new Set<number>()
  let seen = 0
  let found = false
  for (const { index } of text.matchAll(CODE)) {
    if (++seen % TICK === 0) scan.budget.checkTime()
    const literal = literalAround(text, index)
    if (literal === undefined || reported.has(literal.offset) || reported.size >= MAX_FACTS) continue
    reported.add(literal.offset)
    if (SOURCE.test(literal.text) || onlyBuilds(literal.text)) continue
    const { top, inner } = sourceReaches(IMPORTS + literal.text)
    const reaches = new Set([...top, ...inner, ...pythonNames(literal.text).chains.map(({ text: chain }) => chain)])
    const carrier = 'a setting of fairseq'
    const fact = { kind: 'shipped-code', language: 'python-source', carrier, runs: 'load', offset: literal.offset } as const
    scan.observe({ ...fact, reaches: [...reaches].slice(0, 50) })
    found = true
  }
  return found
}

interface Literal {
  readonly text: string
  readonly offset: number
}

/**
 * Returns the text literal of a pickle that contains the offset `at`: SHORT_BINUNICODE, BINUNICODE, SHORT_BINSTRING,
 * BINSTRING, or the line of UNICODE or STRING.
 */
function literalAround(text: string, at: number): Literal | undefined {
  const line = text.lastIndexOf('\n', at - 1) + 1
  for (let start = at; start >= Math.max(0, at - MAX_TEXT); start--) {
    const opcode = text.charCodeAt(start)
    const short = opcode === 0x8c || opcode === 0x55
    if (short || opcode === 0x58 || opcode === 0x54) {
      const from = start + (short ? 2 : 5)
      const length = short
        ? text.charCodeAt(start + 1)
        : text.charCodeAt(start + 1) + text.charCodeAt(start + 2) * 256 + (text.charCodeAt(start + 3) + text.charCodeAt(start + 4)) * 65_536
      if (from <= at && length <= MAX_TEXT && from + length > at) return { text: text.slice(from, from + length), offset: start }
    }
    if ((opcode === 0x56 || opcode === 0x53) && start < at && start >= line) {
      const end = text.indexOf('\n', at)
      if (end >= 0 && end - start <= MAX_TEXT) return { text: text.slice(start + 1, end).replace(/^'(.*)'$/s, '$1'), offset: start }
    }
  }
  return undefined
}
