import { describe, expect, test } from 'vitest'
import { memorySource } from '../../../src/bytes/source.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { lazyObjects } from '../../../src/wire/r/lazy-load.ts'
import { damaged, fixtureBytes, tolerates } from '../../helpers/damage.ts'

describe('lazy-load databases of R', () => {
  test.each([
    ['malicious/promise-zlib.rdb', ['an R promise → base::system']],
    ['malicious/promise-bzip2.rdb', ['an R promise → base::system']],
    ['malicious/promise-xz.rdb', ['an R promise → base::system']],
    ['malicious/closure.rdb', ['R functions → base::system']],
    ['clean/values.rdb', []],
  ])('%s', async (file, evidence) => {
    for (const name of ['pkg.rdb', 'renamed.dat']) {
      const { formats, findings, incomplete } = await scanBytes(name, fixtureBytes(file))
      expect({ formats, evidence: findings.map((finding) => finding.evidence), incomplete }).toEqual({
        formats: ['r-lazy-load'],
        evidence,
        incomplete: [],
      })
    }
  })

  test('one that is cut anywhere behind its first object is not clean', async () => {
    const bytes = fixtureBytes('malicious/promise-zlib.rdb')
    const [, second] = lazyObjects(memorySource(bytes), () => undefined)
    for (let length = 6; length < bytes.length; length++) {
      const { status } = await scanBytes('pkg.rdb', bytes.slice(0, length))
      if (length !== second?.offset) expect(status, `cut at ${length}`).not.toBe('clean')
    }
  })

  test('bytes that only begin like one are of no format', async () => {
    const redis = Buffer.concat([Buffer.from('REDIS0011'), Buffer.alloc(50)])
    const zlib = Buffer.concat([Buffer.from('00000010789c', 'hex'), Buffer.alloc(40, 0x55)])
    expect((await scanBytes('dump.rdb', redis)).status).toBe('unrecognised')
    expect((await scanBytes('numbers.dat', zlib)).status).toBe('unrecognised')
  })

  test('a length that is a lie is told', async () => {
    const bytes = fixtureBytes('clean/values.rdb').slice()
    bytes[3] = (bytes[3] ?? 0) + 1
    expect((await scanBytes('pkg.rdb', bytes)).incomplete.map(({ why }) => why)).toEqual(['malformed'])
  })

  test('damage is read without surprise', () => {
    for (const file of ['promise-zlib', 'promise-bzip2', 'promise-xz']) {
      for (const bytes of damaged(fixtureBytes(`malicious/${file}.rdb`), 600))
        tolerates(() => [...lazyObjects(memorySource(bytes), () => undefined)])
    }
  })
})
