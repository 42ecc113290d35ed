// Recognises CNTK models, and reports the native libraries that they name.
import { ScanError } from '../../../bytes/errors.ts'
import { latin1 } from '../../../bytes/latin1.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { Format } from '../../../types/format.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { Search } from '../../shared/search-bytes.ts'

/** `CNTK` or `BCNTK` in UTF-16, with which version 1 begins its sections (Source/Common/File.cpp, PutMarker). */
const MAGIC = /^(?:B\0)?C\0N\0T\0K\0\0\0/
const BLOCK = 1 << 20
/** Bytes by which two blocks overlap, so that a path at a boundary is found. */
const OVERLAP = 1024
/** The extension of a native library in UTF-16. */
const LIBRARY = /\.\0(?:d\0l\0l\0|s\0o\0|d\0y\0l\0i\0b\0)(?!\w\0)/g
const MAX_PATH = 260
const MAX_FOUND = 20

/**
 * Models of version 1 of Microsoft's Cognitive Toolkit. Loading one opens the native libraries with its user-defined
 * functions.
 */
export const cntkFormat: Format = {
  id: 'cntk',
  title: 'CNTK model (version 1)',
  kind: 'model',
  promises: { extensions: ['.cntk'] },
  extensions: ['.cmf', '.dnn'],
  access: 'random',
  prefilter: { first: oneOf('BC') },
  match: ({ head }) => (MAGIC.test(latin1(head.subarray(0, 16))) ? 'certain' : 'no'),
  async scan({ input }, scan) {
    if (input.kind === 'stream') throw new ScanError('unsupported', 'a CNTK model cannot be read from a stream')
    for (const [path, offset] of findLibraries(input, () => scan.budget.checkTime()))
      scan.observe({ kind: 'external-file', format: 'cntk', path, role: 'a native library of functions', unusual: true, offset })
    await new Search(input, scan).rest()
  },
}

function findLibraries(source: ByteSource, tick: () => void): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (let at = 0; at < source.size && found.size < MAX_FOUND; at += BLOCK - OVERLAP) {
    tick()
    const text = latin1(source.read(at, BLOCK))
    for (const { index, 0: ending } of text.matchAll(LIBRARY)) {
      let start = index
      while (start >= 2 && index - start < 2 * MAX_PATH && /^[!-~]\0$/.test(text.slice(start - 2, start))) start -= 2
      const path = text.slice(start, index + ending.length).replaceAll('\0', '')
      if (!found.has(path) && found.size < MAX_FOUND) found.set(path, at + start)
    }
    if (at + BLOCK >= source.size) break
  }
  return found
}
