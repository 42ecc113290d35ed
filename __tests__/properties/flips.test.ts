import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../scripts/cpython/programs.ts'
import { makeCase, WRAPPINGS } from '../../scripts/fuzz/cases.ts'
import { broken } from '../../scripts/fuzz/properties.ts'
import { scanBytes } from '../../src/node/scan-files.ts'
import { bytesOf, manifest } from '../helpers/fixtures.ts'

/** The fuzzer does the same for as long as one likes: npm run fuzz. */
const SAMPLES = 4

const small = manifest.filter(({ verdict, size }) => verdict === 'malicious' && size <= 2048 && size > 0)
const isBad = ({ severity }: { readonly severity: string }): boolean => severity === 'critical' || severity === 'high'
const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1)

describe('a hostile file that is damaged never breaks the scan', () => {
  test.each(small)('$file', async (fixture) => {
    const bytes = bytesOf(fixture)
    const random = randomFrom(fixture.size * 65_537 + parseInt(fixture.sha256.slice(0, 6), 16))
    const wrong: string[] = []
    for (let sample = 0; sample < SAMPLES; sample++) {
      const at = Math.floor(random() * bytes.length)
      const flipped = bytes.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 + Math.floor(random() * 255))
      for (const [how, damaged] of [
        [`byte ${at} is ${flipped[at]}`, flipped],
        [`cut at ${at}`, bytes.subarray(0, at)],
      ] as const) {
        wrong.push(...(await broken(nameOf(fixture.file), damaged)).map((problem) => `${how}: ${problem}`))
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('a hostile file that is packed', () => {
  const hostile = manifest.filter(({ verdict }) => verdict === 'malicious')

  test.each(Object.entries(WRAPPINGS))(
    'is reported as it is alone: %s',
    async (_how, wrap) => {
      const missed: string[] = []
      for (const fixture of hostile) {
        const name = nameOf(fixture.file)
        const bytes = bytesOf(fixture)
        const alone = await scanBytes(name, bytes)
        const packed = await scanBytes(...wrap(name, bytes))
        // What is hostile only for what lies beside it says nothing alone.
        if (alone.findings.some(isBad) && packed.findings.length === 0) missed.push(`${fixture.file} is ${packed.status}`)
      }
      expect(missed).toEqual([])
    },
    60_000,
  )

  const seeds = small.map((fixture) => ({ file: fixture.file, bytes: bytesOf(fixture), bad: false }))

  test('or damaged and packed never breaks the scan', async () => {
    const wrong: string[] = []
    for (let number = 0; number < 120; number++) {
      const { name, bytes, how } = makeCase(seeds, 7, number)
      wrong.push(...(await broken(name, bytes)).map((problem) => `case ${number}, ${how}: ${problem}`))
    }
    expect(wrong).toEqual([])
  }, 120_000)
})
