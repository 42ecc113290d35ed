import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ScanError } from '../../src/bytes/errors.ts'
import { memorySource } from '../../src/bytes/source.ts'
import type { ByteStream } from '../../src/bytes/stream.ts'
import type { Observation } from '../../src/facts/observation.ts'
import { zipFormat } from '../../src/formats/archive/zip/format.ts'
import { pickleFormat } from '../../src/formats/pickle/pickle/format.ts'
import { createBudget } from '../../src/scan/budget.ts'
import { defaultLimits, type Limits } from '../../src/scan/limits.ts'
import { scanArtifact } from '../../src/scan/scan.ts'
import { VisitedRanges } from '../../src/scan/visited-ranges.ts'
import type { Input, Member } from '../../src/types/artifact.ts'
import type { Format, Scan } from '../../src/types/format.ts'
import { asm, callOf } from '../helpers/asm.ts'
import { streamOf } from '../helpers/run-pickle.ts'
import { buildZip } from '../helpers/zip-builder.ts'

type Seen = Observation & { readonly at: string; readonly fileOffset: number | undefined }

async function scan(
  input: Input,
  options: { formats?: readonly Format[]; limits?: Partial<Limits>; now?: () => number; name?: string } = {},
) {
  const seen: Seen[] = []
  const limits = { ...defaultLimits, ...options.limits }
  const labels = await scanArtifact(
    { path: [options.name ?? 'model.pkl'], input, fileOffset: 0 },
    {
      formats: options.formats ?? [zipFormat, pickleFormat],
      limits,
      budget: createBudget(limits, options.now ?? (() => 0)),
      visited: new VisitedRanges(),
      observe: (observation, artifact) => {
        seen.push({ ...observation, at: artifact.path.join('!'), fileOffset: artifact.fileOffset })
        return false
      },
    },
  )
  return {
    seen,
    labels,
    incomplete: seen.flatMap((fact) => (fact.kind === 'incomplete' ? [`${fact.at} ${fact.why}: ${fact.detail}`] : [])),
  }
}

/** A format made for a test. */
function format(
  id: string,
  read: (scan: Scan, input: Input) => void | 'not-this-format' | Promise<void>,
  over: Partial<Format> = {},
): Format {
  return { id, title: id, kind: 'model', match: () => 'certain', scan: (artifact, scanOf) => read(scanOf, artifact.input), ...over }
}

const oddity: Observation = { kind: 'pickle-oddity', oddity: 'trailing-bytes', detail: 'x', offset: 1, stream: 0 }
const member = (name: string, bytes: Uint8Array): Member => ({ name, size: bytes.length, open: () => memorySource(bytes) })
const evil = callOf('os', 'system', 'marker')
const isCall = (fact: Seen) => fact.kind === 'call'

describe('the driver', () => {
  it('lets every format that matches read', async () => {
    const { labels } = await scan(memorySource(evil), {
      formats: [format('a', () => undefined), format('b', () => undefined), format('c', () => undefined, { match: () => 'no' })],
    })
    expect(labels).toEqual(['a', 'b'])
  })

  it('forgets a format that finds the file is none of its own', async () => {
    const { labels } = await scan(memorySource(evil), { formats: [format('a', () => 'not-this-format'), format('b', () => undefined)] })
    expect(labels).toEqual(['b'])
  })

  it('takes the name that the format gives', async () => {
    const { labels } = await scan(memorySource(evil), { formats: [format('zip', (it) => it.label('keras'))] })
    expect(labels).toEqual(['keras'])
  })

  it.each<[string, () => void, string]>([
    [
      'a bug',
      () => {
        throw new TypeError('no such thing')
      },
      'internal: the reader failed (TypeError: no such thing)',
    ],
    [
      'a broken file',
      () => {
        throw new ScanError('malformed', 'bad header', 7)
      },
      'malformed: bad header',
    ],
  ])('makes %s in a reader an incomplete, and goes on', async (_what, fail, detail) => {
    const { seen, labels, incomplete } = await scan(memorySource(evil), {
      formats: [
        format('bad', (it) => {
          it.observe(oddity)
          fail()
        }),
        pickleFormat,
      ],
    })
    expect(incomplete).toEqual([`model.pkl ${detail}`])
    expect(seen[0]?.kind).toBe('pickle-oddity')
    expect(seen.some(isCall)).toBe(true)
    expect(labels).toEqual(['bad', 'pickle'])
  })

  it('scans the siblings of a member that fails', async () => {
    const parent = format(
      'box',
      async (it) => {
        it.account.read()
        for (const name of ['one', 'two', 'three'])
          await it.descend(
            name === 'two'
              ? {
                  name,
                  size: 1,
                  open: () => {
                    throw new Error('locked')
                  },
                }
              : member(name, evil),
          )
      },
      { match: (probe) => (probe.member ? 'no' : 'certain') },
    )
    const { seen, incomplete } = await scan(memorySource(Uint8Array.of(1)), { formats: [parent, pickleFormat], name: 'box' })
    expect(seen.filter(isCall).map(({ at }) => at)).toEqual(['box!one', 'box!three'])
    expect(incomplete).toEqual(['box!two internal: the reader failed (Error: locked)'])
  })

  it('tells where a stored member lies in the file', async () => {
    const archive = buildZip([
      { name: 'a', data: 'x' },
      { name: 'b.pkl', data: evil },
    ])
    const { seen } = await scan(memorySource(archive))
    const call = seen.find(isCall)
    expect(call?.fileOffset).toBe(Buffer.from(archive).indexOf(evil))
  })

  it('cuts a name that is too long to be shown', async () => {
    const parent = format('box', async (it) => void (await it.descend(member('n'.repeat(5000), evil))), {
      match: (probe) => (probe.member ? 'no' : 'certain'),
    })
    const { seen } = await scan(memorySource(Uint8Array.of(1)), { formats: [parent, pickleFormat] })
    expect(seen[0]?.at.length).toBeLessThan(420)
  })
})

describe('limits', () => {
  const archive = (count: number) =>
    buildZip(Array.from({ length: count }, (_, index) => ({ name: `m${index}`, data: evil, deflate: true })))

  it('members: those before the limit are scanned, the limit is named', async () => {
    const { seen, incomplete } = await scan(memorySource(archive(5)), { limits: { members: 3 } })
    expect(seen.filter(isCall)).toHaveLength(3)
    expect(incomplete).toEqual(['model.pkl limit: more than 3 archive members were read'])
  })

  it('bytes: a member that is too large does not hide the ones before', async () => {
    const bytes = buildZip([
      { name: 'a', data: evil, deflate: true },
      { name: 'b', data: new Uint8Array(100_000), deflate: true },
    ])
    const { seen, incomplete } = await scan(memorySource(bytes), { limits: { 'bytes-inflated': 50_000 } })
    expect(seen.filter(isCall)).toHaveLength(1)
    expect(incomplete[0]).toContain('limit: more than 50000 bytes were decompressed')
  })

  it('opcodes: what was read before stays', async () => {
    const long = Buffer.concat([evil.subarray(0, evil.length - 1), Buffer.alloc(200_000, asm('NONE', 'POP')), asm('STOP')])
    const { seen, incomplete } = await scan(memorySource(long), { limits: { opcodes: 70_000 } })
    expect(seen.filter(isCall)).toHaveLength(1)
    expect(incomplete).toEqual(['model.pkl limit: more than 70000 pickle opcodes were read'])
  })

  it('opcodes: what a pickle of protocol 0 did before stays as well', async () => {
    const long = Buffer.concat([evil.subarray(2, evil.length - 1), Buffer.alloc(200_000, asm('NONE', 'POP')), asm('STOP')])
    const { seen } = await scan(memorySource(long), { limits: { opcodes: 70_000 }, name: 'model.bin' })
    expect(seen.filter(isCall)).toHaveLength(1)
  })

  it('time: checked at every refill, by a clock that is handed in', async () => {
    let now = 0
    const long = Buffer.concat([evil.subarray(0, evil.length - 1), Buffer.alloc(1_000_000, asm('NONE', 'POP')), asm('STOP')])
    const { seen, incomplete } = await scan(memorySource(long), { limits: { time: 3000 }, now: () => (now += 1000) })
    expect(seen.filter(isCall)).toHaveLength(1)
    expect(incomplete).toEqual(['model.pkl timeout: the scan of this file reached its time limit of 3 seconds'])
  })

  it('depth: the deepest allowed is scanned, the next is said', async () => {
    const nested = (levels: number): Uint8Array => {
      let bytes: Uint8Array = evil
      for (let level = 0; level < levels; level++) bytes = buildZip([{ name: `l${level}.zip`, data: bytes }])
      return bytes
    }
    expect((await scan(memorySource(nested(4)), { limits: { depth: 4 } })).seen.filter(isCall)).toHaveLength(1)
    const { seen, incomplete } = await scan(memorySource(nested(5)), { limits: { depth: 4 } })
    expect(seen.filter(isCall)).toHaveLength(0)
    expect(incomplete[0]).toContain('limit: nested deeper than 4 levels')
  })
})

describe('streams', () => {
  const filler = 'modelgate-'
  let temp: string
  let saved: string | undefined
  beforeEach(() => {
    temp = mkdtempSync(join(tmpdir(), 'scan-test-'))
    saved = process.env['TMPDIR']
    process.env['TMPDIR'] = temp
  })
  afterEach(() => {
    if (saved === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = saved
    rmSync(temp, { recursive: true, force: true })
  })
  const left = () => readdirSync(temp).filter((name) => name.startsWith(filler))

  const zip = buildZip([
    { name: 'a', data: new Uint8Array(10_000) },
    { name: 'b.pkl', data: evil },
  ])

  /** Linux shows the files a process holds, also those without a name. One of them is the folder that is being listed, gone when it is asked for. */
  const openFiles = () =>
    readdirSync('/proc/self/fd').flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/self/fd/${fd}`)]
      } catch {
        return []
      }
    })

  it('are read as they come where one format reads them so', async () => {
    const { seen } = await scan(streamOf(evil, 5))
    expect(seen.filter(isCall)).toHaveLength(1)
  })

  it('are kept in memory for a format that needs to jump', async () => {
    const { seen, incomplete } = await scan(streamOf(zip, 100))
    expect(seen.filter(isCall)).toHaveLength(1)
    expect(incomplete).toEqual([])
    expect(left()).toEqual([])
  })

  it.skipIf(process.platform === 'win32')(
    'are put into a temporary file past the memory limit, which has no name while it is read',
    async () => {
      const during: string[][] = []
      const open: string[] = []
      const look = () => {
        during.push(left())
        if (process.platform === 'linux') open.push(...openFiles().filter((path) => path.startsWith(temp)))
      }
      const spy = format('spy', look, { access: 'random', match: (probe) => (probe.member ? 'no' : 'certain') })
      const { seen, incomplete } = await scan(streamOf(zip, 100), { formats: [zipFormat, spy], limits: { spool: 1000 } })
      expect(during).toEqual([[]])
      if (process.platform === 'linux') expect(open).toHaveLength(1)
      expect(incomplete).toEqual([expect.stringContaining('b.pkl malformed')])
      expect(seen.length).toBe(1)
      expect(left()).toEqual([])
    },
  )

  it.skipIf(process.platform === 'win32')('the temporary file goes away when a reader fails', async () => {
    const bad = format(
      'bad',
      () => {
        throw new Error('bug')
      },
      { access: 'random' },
    )
    const { incomplete } = await scan(streamOf(zip, 100), { formats: [bad], limits: { spool: 1000 } })
    expect(incomplete[0]).toContain('internal')
    expect(left()).toEqual([])
  })

  it('that are too long to be stored are said to be', async () => {
    const { incomplete } = await scan(streamOf(zip, 100), { limits: { spool: 1000, 'spool-file': 5000 } })
    expect(incomplete.some((line) => line.includes('limit: more than 5000 bytes'))).toBe(true)
    expect(left()).toEqual([])
  })

  it.each<[string, number]>([
    ['in the first bytes', evil.length],
    ['behind the first window', evil.length + 100_000],
  ])('that break %s keep what came before', async (_what, length) => {
    const bytes = Buffer.concat([evil.subarray(0, evil.length - 1), Buffer.alloc(200_000, asm('NONE', 'POP'))]).subarray(0, length)
    const whole = streamOf(bytes, 1000)
    const broken: ByteStream = { kind: 'stream', close: () => undefined, next: () => whole.next() ?? raise() }
    const { seen, incomplete } = await scan(broken)
    expect(seen.filter(isCall)).toHaveLength(1)
    expect(incomplete.some((line) => line.endsWith('malformed: checksum'))).toBe(true)
  })

  it('that break behind a whole pickle are not clean', async () => {
    const whole = streamOf(asm('PROTO 2', 'NONE', 'STOP'), 1000)
    const broken: ByteStream = { kind: 'stream', close: () => undefined, next: () => whole.next() ?? raise() }
    expect((await scan(broken)).incomplete).toEqual(['model.pkl malformed: checksum'])
  })

  it('are closed at the end', async () => {
    let closed = 0
    const stream: ByteStream = { ...streamOf(evil, 5), close: () => void closed++ }
    await scan(stream)
    expect(closed).toBeGreaterThan(0)
  })
})

function raise(): never {
  throw new ScanError('malformed', 'checksum')
}
