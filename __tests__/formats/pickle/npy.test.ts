import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ByteStream } from '../../../src/bytes/stream.ts'
import type { Observation } from '../../../src/facts/observation.ts'
import { npyFormat } from '../../../src/formats/pickle/npy/format.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { createBudget } from '../../../src/scan/budget.ts'
import { defaultLimits } from '../../../src/scan/limits.ts'
import { scanArtifact } from '../../../src/scan/scan.ts'
import { VisitedRanges } from '../../../src/scan/visited-ranges.ts'
import type { FileReport } from '../../../src/types/report.ts'
import { asm } from '../../helpers/asm.ts'
import { EVIL } from '../../helpers/joblib.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const PLAIN = asm('PROTO 2', 'EMPTY_LIST', 'STOP')

/** An array of any version; the header is padded as NumPy does. */
function npy(descr: string, shape: string, data: Uint8Array, version = 1): Uint8Array {
  const text = `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }`
  const header = Buffer.from(`${text}${' '.repeat(64 - ((text.length + 11) % 64))}\n`)
  const size = Buffer.alloc(version === 1 ? 2 : 4)
  size.writeUIntLE(header.length, 0, size.length)
  return Buffer.concat([Buffer.of(0x93), Buffer.from('NUMPY'), Buffer.of(version, 0), size, header, data])
}

const numbers = npy("'<f8'", '(2, 3)', Buffer.alloc(48))
const scan = (bytes: Uint8Array, name = 'data.npy'): Promise<FileReport> => scanBytes(name, bytes)
const rules = (report: FileReport): string[] => report.findings.map((finding) => finding.rule)
const whys = (report: FileReport): string[] => report.incomplete.map((gap) => gap.why)

describe('numbers', () => {
  it.each([1, 2, 3])('steps over the data of version %i', async (version) => {
    expect(await scan(npy("'<f8'", '(2, 3)', Buffer.alloc(48), version))).toMatchObject({ status: 'clean', formats: ['npy'] })
  })

  it('takes data that spell a pickle for what they are', async () => {
    expect((await scan(npy("'|u1'", `(${EVIL.length},)`, EVIL))).status).toBe('clean')
  })

  it('walks over several arrays in a row', async () => {
    expect((await scan(Buffer.concat([numbers, npy("'|S3'", '()', Buffer.from('abc')), numbers]))).status).toBe('clean')
  })
})

describe('objects', () => {
  it.each([
    ['an array of objects', "'|O'"],
    ['a structure with an object in it', "[('a', '<f8'), ('o', '|O')]"],
    ['objects within structures', "[('a', [('o', 'O', (2,))])]"],
  ])('reads the pickle in %s', async (_what, descr) => {
    expect(rules(await scan(npy(descr, '(1,)', EVIL)))).toContain('pickle/dangerous-call')
    expect((await scan(npy(descr, '(1,)', PLAIN))).status).toBe('clean')
  })

  it('reads what follows an array of objects', async () => {
    const second = await scan(Buffer.concat([npy("'|O'", '(1,)', PLAIN), numbers, npy("'|O'", '(1,)', EVIL)]))
    expect(rules(second)).toContain('pickle/dangerous-call')
    expect(second.incomplete).toEqual([])
  })

  it('says where it does not know what a type is, and looks for a pickle all the same', async () => {
    const report = await scan(npy("'longest,O'", '(1,)', EVIL))
    expect(whys(report)).toContain('unsupported')
    expect(rules(report)).toContain('pickle/dangerous-call')
  })

  // As NumPy 2.4 reads them on 64-bit Linux.
  it.each([
    ["'l'", 24],
    ["'int'", 24],
    ["'P'", 24],
    ["'longdouble'", 48],
    ["'datetime64[ns]'", 24],
    ["[('a', 'l'), ('b', '<f4')]", 36],
  ])('steps over data of the type %s', async (descr, bytes) => {
    expect((await scan(npy(descr, '(3,)', Buffer.alloc(bytes, 7)))).status).toBe('clean')
    expect(rules(await scan(Buffer.concat([npy(descr, '(3,)', Buffer.alloc(bytes, 7)), EVIL])))).toContain('pickle/dangerous-call')
  })

  it('looks at what another platform takes for what follows', async () => {
    const shorter = Buffer.concat([Buffer.alloc(80), EVIL, Buffer.alloc(80 - EVIL.length)])
    expect(rules(await scan(npy("'l'", '(20,)', shorter)))).toContain('pickle/dangerous-call')
    const object = npy("'|O'", '(1,)', EVIL)
    const longer = Buffer.concat([Buffer.alloc(800), object, Buffer.alloc(800 - object.length)])
    expect(rules(await scan(npy("'l'", '(200,)', longer)))).toContain('pickle/dangerous-call')
  })

  it('takes a file of a platform whose numbers are shorter', async () => {
    expect((await scan(npy("'l'", '(3,)', Buffer.alloc(12)))).status).toBe('clean')
    expect(whys(await scan(npy("'l'", '(3,)', Buffer.alloc(11))))).toEqual(['truncated'])
  })

  it('reads a pickle that is only called an array', async () => {
    expect(rules(await scan(EVIL))).toContain('pickle/dangerous-call')
  })

  it('scans what follows the last array', async () => {
    const report = await scan(Buffer.concat([numbers, EVIL]))
    expect(rules(report)).toEqual(expect.arrayContaining(['pickle/dangerous-call', 'files/padding']))
  })
})

describe('npz', () => {
  it('reads every member, stored or deflated', async () => {
    const clean = buildZip([
      { name: 'a.npy', data: numbers },
      { name: 'b.npy', data: numbers, deflate: true },
    ])
    expect(await scan(clean, 'data.npz')).toMatchObject({ status: 'clean', formats: ['npz'] })
    for (const deflate of [false, true]) {
      const bytes = buildZip([
        { name: 'a.npy', data: numbers },
        { name: 'o.npy', data: npy("'|O'", '(1,)', EVIL), deflate },
      ])
      expect(rules(await scan(bytes, 'data.npz'))).toContain('pickle/dangerous-call')
    }
  })
})

describe('what cannot be read', () => {
  it.each([
    ['a version that does not exist', npy("'<f8'", '(1,)', Buffer.alloc(8), 9), 'unsupported'],
    ['a header that is no literal', npy('open("x")', '(1,)', Buffer.alloc(8)), 'malformed'],
    ['a shape larger than any file', npy("'<f8'", '(99999999999, 99999999999)', Buffer.alloc(8)), 'malformed'],
    ['less data than declared', npy("'<f8'", '(1000000000,)', Buffer.alloc(8)), 'truncated'],
    ['a header of a gigabyte', Buffer.concat([numbers.subarray(0, 6), Buffer.of(2, 0, 0, 0, 0, 0x40), Buffer.alloc(90)]), 'limit'],
    ['a header that is cut off', numbers.subarray(0, 40), 'truncated'],
    ['a broken pickle', npy("'|O'", '(1,)', asm('PROTO 2', 'POP')), 'malformed'],
  ])('says of %s why', async (_what, bytes, why) => {
    expect(whys(await scan(bytes))).toEqual([why])
  })

  it('says of every cut that it is one', async () => {
    for (const whole of [numbers, npy("'|O'", '(1,)', PLAIN)]) {
      for (let end = 6; end < whole.length; end++) expect((await scan(whole.subarray(0, end))).status, `${end}`).toBe('incomplete')
    }
  })

  it('never fails on flipped bytes', async () => {
    const whole = Buffer.concat([numbers, npy("[('a', '<f8'), ('o', '|O')]", '(1,)', PLAIN)])
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(flips, async (places) => {
        const bytes = Uint8Array.from(whole)
        for (const [place, bits] of places) bytes[place] = (bytes[place] ?? 0) ^ bits
        expect(whys(await scan(bytes))).not.toContain('internal')
      }),
      { numRuns: 300 },
    )
  })
})

describe('streams', () => {
  it.each([1, 7, 65_536])('reads one in chunks of %i bytes', async (chunk) => {
    const whole = Buffer.concat([npy("'<f8'", '(9000,)', Buffer.alloc(72_000)), npy("'|O'", '(1,)', EVIL), numbers, EVIL])
    let at = 0
    const input: ByteStream = {
      kind: 'stream',
      close: () => undefined,
      next() {
        at += chunk
        return at - chunk < whole.length ? Uint8Array.from(whole.subarray(at - chunk, at)) : undefined
      },
    }
    const kinds: string[] = []
    const observe = (fact: Observation): false => {
      kinds.push(fact.kind)
      return false
    }
    const context = {
      formats: [npyFormat],
      limits: defaultLimits,
      budget: createBudget(defaultLimits, () => 0),
      visited: new VisitedRanges(),
      observe,
    }
    await scanArtifact({ path: ['data.npz', 'a.npy'], input }, context, 1)
    expect(kinds).toEqual(['global', 'call', 'structure'])
  })
})
