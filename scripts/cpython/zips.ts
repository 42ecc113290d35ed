import type { EntrySpec, ZipSpec } from '../../__tests__/helpers/zip-builder.ts'
import { buildZip } from '../../__tests__/helpers/zip-builder.ts'
import { memorySource } from '../../src/bytes/source.ts'
import { Window } from '../../src/bytes/window.ts'
import { zipFormat } from '../../src/formats/archive/zip/format.ts'
import { createBudget } from '../../src/scan/budget.ts'
import { defaultLimits } from '../../src/scan/limits.ts'
import { scanArtifact } from '../../src/scan/scan.ts'
import { VisitedRanges } from '../../src/scan/visited-ranges.ts'
import type { Format } from '../../src/types/format.ts'
import type { Comparison, Task } from './ask.ts'
import { ask, Failures } from './ask.ts'
import { pick } from './programs.ts'

const BATCH = 2_000

/** What a reader gets out of an archive: the content of each entry that it reads, in base64. */
type Answer = Readonly<Record<string, readonly (readonly [name: string, content: string])[]>>

/**
 * Zips with wrong headers, from a grammar and damaged: whatever content Python's `zipfile` or PyTorch's reader gets, under any name, we must have looked
 * into, or said that something was not read.
 */
export async function compareZips({ python, count, random }: Task): Promise<Comparison> {
  const failures = new Failures()
  const read = new Map<string, number>()
  let unread = 0
  for (let done = 0; done < count; done += BATCH) {
    const zips = Array.from({ length: Math.min(BATCH, count - done) }, () => damaged(writeZip(random), random))
    const answers = ask<Answer>(python, 'zip-oracle.py', zips)
    for (const [index, zip] of zips.entries()) {
      const { contents, incomplete } = await look(zip)
      const missing: string[] = []
      for (const [reader, entries] of Object.entries(answers[index] ?? {})) {
        for (const [name, content] of entries) {
          read.set(reader, (read.get(reader) ?? 0) + 1)
          const bytes = Buffer.from(content, 'base64')
          // A stored entry is scanned as far as the longer of its sizes reaches.
          if (!contents.some((seen) => bytes.equals(seen.subarray(0, bytes.length)))) missing.push(`${reader}: ${JSON.stringify(name)}`)
        }
      }
      if (missing.length > 0 && incomplete) unread++
      else failures.add(zip, missing)
    }
  }
  const readers = [...read].map(([reader, entries]) => `${entries} entries by ${reader}`).join(', ')
  return {
    summary: [
      `${count} zips: ${readers}; in ${unread} zips not all of it was looked into, and said so`,
      failures.count === 0 ? 'everything else was looked into' : `${failures.count} zips hold something that was not looked into`,
    ],
    passed: failures.count === 0,
  }
}

async function look(zip: Uint8Array): Promise<{ readonly contents: readonly Buffer[]; readonly incomplete: boolean }> {
  const contents: Buffer[] = []
  let incomplete = false
  const recorder: Format = {
    id: 'recorder',
    title: 'Any member',
    kind: 'model',
    match: ({ member }) => (member ? 'certain' : 'no'),
    async scan({ input }) {
      if (input.kind === 'source') return void contents.push(Buffer.from(input.read(0, input.size)))
      const window = new Window(input)
      contents.push(await contentOf(window))
      window.checkFailure()
    },
  }
  const observe = ({ kind }: { readonly kind: string }): false => {
    if (kind === 'incomplete') incomplete = true
    return false
  }
  await scanArtifact(
    { path: ['archive.zip'], input: memorySource(zip) },
    {
      formats: [{ ...zipFormat, match: (probe) => (probe.member ? 'no' : zipFormat.match(probe)) }, recorder],
      limits: defaultLimits,
      budget: createBudget(defaultLimits, () => 0),
      visited: new VisitedRanges(),
      observe,
    },
  )
  return { contents, incomplete }
}

async function contentOf(window: Window): Promise<Buffer> {
  const parts: Buffer[] = []
  while (!window.eof || window.pos < window.end) {
    parts.push(Buffer.from(window.buffer.subarray(window.pos, window.end)))
    window.pos = window.end
    const refill = window.fill()
    if (refill) await refill
  }
  return Buffer.concat(parts)
}

const NAMES = [
  'archive/data.pkl',
  'archive/Data.pkl',
  'archive/version',
  'archive/data/0',
  'data.pkl',
  'a.npy',
  'é.pkl',
  'x/../y',
  'A/',
  '',
]
const SIZES = [0, 1, 5, 0xffff, 0xffffffff]

/** Without its version PyTorch's reader refuses an archive. */
const WHAT_TORCH_ASKS_FOR: readonly EntrySpec[] = [
  { name: 'archive/version', data: '3\n' },
  { name: 'archive/data.pkl', data: 'the pickle' },
]

function writeZip(random: () => number): Uint8Array {
  const chance = (share: number): boolean => random() < share
  const claims = () => ({
    ...(chance(0.15) ? { name: pick(random, NAMES) } : {}),
    ...(chance(0.15) ? { flags: pick(random, [0, 1, 2, 8, 0x20, 0x40, 0x800, 0x2000]) } : {}),
    ...(chance(0.15) ? { method: pick(random, [0, 8, 12, 99]) } : {}),
    ...(chance(0.15) ? { size: pick(random, SIZES) } : {}),
    ...(chance(0.15) ? { compressedSize: pick(random, SIZES) } : {}),
    ...(chance(0.1) ? { crc: 0 } : {}),
  })
  const entry = (number: number): EntrySpec => ({
    name: pick(random, NAMES),
    data: `content ${number} ${'.'.repeat(Math.floor(random() * 40))}`,
    deflate: chance(0.4),
    descriptor: chance(0.1),
    hidden: chance(0.1),
    padding: chance(0.2) ? 1 + Math.floor(random() * 20) : 0,
    ...(chance(0.3) ? { local: claims() } : {}),
    ...(chance(0.2) ? claims() : {}),
    ...(chance(0.05) ? { headerOffset: Math.floor(random() * 60) } : {}),
  })
  const spec: ZipSpec = {
    ...(chance(0.15) ? { prefix: Buffer.alloc(1 + Math.floor(random() * 40), 0x2e) } : {}),
    adjusted: chance(0.5),
    ...(chance(0.1) ? { tail: Buffer.alloc(1 + Math.floor(random() * 30), 0x2e) } : {}),
    ...(chance(0.1) ? { comment: pick(random, ['a comment', 'PK\x05\x06']) } : {}),
    ...(chance(0.05) ? { count: Math.floor(random() * 4) } : {}),
    zip64: chance(0.15),
    ends: chance(0.1) ? 2 : 1,
  }
  const entries = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, number) => entry(number))
  return buildZip(chance(0.6) ? [...entries, ...WHAT_TORCH_ASKS_FOR] : entries, spec)
}

/** Half of the archives get some wrong bytes, most of them near the ends, where the directory is. */
function damaged(zip: Uint8Array, random: () => number): Uint8Array {
  if (random() < 0.5) return zip
  const out = Buffer.from(zip)
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    const at = Math.floor(random() < 0.6 ? out.length - 1 - random() * Math.min(out.length, 130) : random() * out.length)
    out[Math.max(0, at)] = random() < 0.5 ? Math.floor(random() * 256) : (out[Math.max(0, at)] ?? 0) + (random() < 0.5 ? 1 : 255)
  }
  return out
}
