// Scans the bytes that follow the last pickle of a file.
import type { ByteSource } from '../../../bytes/source.ts'
import { memorySource, slice } from '../../../bytes/source.ts'
import type { Window } from '../../../bytes/window.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan } from '../../../types/format.ts'
import { hasEndRecord } from '../../../wire/zip/archive.ts'
import { paddingLength } from '../../shared/padding.ts'
import { canStart, hasProtocol } from './signature.ts'

/** Size of the range that is searched for a further pickle. */
const SEARCH = 1 << 20
/** Maximum number of offsets that are tried as the start of a pickle. 1 MiB of random bytes has about sixteen. */
const MAX_CANDIDATES = 64

/** Reads a stream that may begin at `at` of `source`. Returns its end, or undefined if there is none. */
export type TryStream = (source: ByteSource, at: number) => Promise<number | undefined>

/** Scans the bytes from `start` on, which a load leaves unread, as a file of their own and for further pickles. */
export async function scanTrailing(artifact: Artifact, scan: Scan, start: number, window: Window, tryStream: TryStream): Promise<void> {
  const { input } = artifact
  const [whole, base] = input.kind === 'source' ? [input, start] : [await drain(window, scan, start), 0]
  const first = paddingLength(whole, base)
  scan.account.passOver('padding', start, first)
  if (base + first >= whole.size) return
  const head = whole.read(base + first, SEARCH)
  const size = whole.size - base - first
  scan.observe({
    kind: 'pickle-oddity',
    oddity: 'trailing-bytes',
    detail: `${size} bytes follow the last pickle`,
    offset: start + first,
    stream: 0,
  })
  // A zip at the end of the file is found by its end record, and scanned with the whole file.
  if (hasEndRecord(scan.probe.tail, scan.probe.size ?? 0)) return
  scan.account.passOver('member', start + first, size)
  await scan.descend({
    name: `+${start + first}`,
    size,
    ...(input.kind === 'source' ? { storedAt: base + first } : {}),
    open: () => slice(whole, base + first),
  })
  let end = 0
  for (const at of candidates(head, 1)) {
    const place = base + first + at
    if (place >= end) end = (await tryStream(whole, place)) ?? end
  }
}

/** Returns the offsets that look like the start of a pickle. */
function candidates(head: Uint8Array, from: number): number[] {
  const found: number[] = []
  let at = head.indexOf(0x80, from)
  while (at >= 0 && found.length < MAX_CANDIDATES) {
    const next = head.subarray(at, at + 3)
    if (hasProtocol(next) && (next[1] ?? 0) >= 2 && canStart(next[2])) found.push(at)
    at = head.indexOf(0x80, at + 1)
  }
  return found
}

/** Reads the rest of a stream into memory, at most `SEARCH` bytes. Reports more as incomplete. */
export async function drain(window: Window, scan: Scan, start: number): Promise<ByteSource> {
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const part = window.buffer.slice(window.pos, window.end)
    parts.push(part)
    size += part.length
    window.pos = window.end
    if (window.eof || size > SEARCH) break
    const refill = window.fill()
    if (refill) await refill
  }
  if (window.failure) {
    const { why, message } = window.failure
    scan.observe({ kind: 'incomplete', why, detail: message, offset: start + size })
  }
  if (size > SEARCH)
    scan.observe({ kind: 'incomplete', why: 'limit', detail: 'more than 1 MiB follows the pickle in a compressed stream', offset: start })
  const rest = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    rest.set(part, at)
    at += part.length
  }
  return memorySource(rest)
}
