import { describe, expect, test } from 'vitest'
import { countingSource } from '../../scripts/fuzz/sources.ts'
import { scanBytes, scanSource } from '../../src/node/scan-files.ts'
import { defaultPolicy } from '../../src/policy/policy.ts'
import type { Finding } from '../../src/types/finding.ts'
import type { FileReport } from '../../src/types/report.ts'
import { bytesOf, manifest } from '../helpers/fixtures.ts'

/** Pickles, alone or packed. Of other formats a piece is often whole and harmless, such as the first line of a template. */
const PICKLES = /\.(?:pkl|pickle|joblib|dill|bin|PKL|pt|pth|zip|npy|npz|gz|z|xz|bz2|lz4|lzma|tgz|tar|ckpt)$/

const small = manifest.filter(({ file, verdict, size }) => verdict === 'malicious' && size <= 600 && PICKLES.test(file))

const isBad = ({ severity }: Pick<Finding, 'severity'>) => severity === 'critical' || severity === 'high'

const scan = (name: string, bytes: Uint8Array) => scanBytes(name, bytes, { policy: defaultPolicy })

/** Enough to tell a compressed format by. */
const HEAD = 16

/** How much must be left for the file to do harm: up to the first bad opcode, or the head of what is compressed or an archive. */
function payloadEnd({ findings }: FileReport): number {
  const opcodes = findings.filter((finding) => isBad(finding) && finding.rule.startsWith('pickle/'))
  const offsets = opcodes.flatMap(({ fileOffset }) => (fileOffset === undefined ? [] : [fileOffset]))
  return offsets.length > 0 ? Math.min(...offsets) + 1 : HEAD
}

describe('a file of which little is left', () => {
  // Bombs are read whole each time, and have nothing at their ends.
  test.each(manifest.filter(({ file }) => !file.includes('/bomb-')))('$file breaks no reader', async (fixture) => {
    const bytes = bytesOf(fixture)
    const broken: string[] = []
    for (let length = 0; length <= Math.min(HEAD, bytes.length); length++) {
      for (const part of [bytes.subarray(0, length), bytes.subarray(0, bytes.length - length)]) {
        const { incomplete } = await scanSource(fixture.file, countingSource(part).source, { policy: defaultPolicy })
        broken.push(...incomplete.filter(({ why }) => why === 'internal').map(({ detail }) => `${part.length} bytes: ${detail}`))
      }
    }
    expect(broken).toEqual([])
  })
})

describe('a hostile file that is cut', () => {
  test.each(small)('$file stays bad wherever the cut is, once its payload is in', async (fixture) => {
    const { file } = fixture
    const bytes = bytesOf(fixture)
    const whole = await scan(file, bytes)
    expect(whole.findings.some(isBad)).toBe(true)
    const passed: string[] = []
    for (let length = payloadEnd(whole); length < bytes.length; length++) {
      const { status, findings, incomplete } = await scan(file, bytes.subarray(0, length))
      // A cut within the head leaves nothing that is known to be a model, and nothing that is called clean.
      if (!findings.some(isBad) && incomplete.length === 0 && status !== 'unrecognised')
        passed.push(`${length} of ${bytes.length} bytes: ${status}`)
    }
    expect(passed).toEqual([])
  })
})

describe('a hostile file that is changed behind its payload', () => {
  const pickles = manifest.filter(({ file, verdict, size }) => verdict === 'malicious' && size <= 1500 && PICKLES.test(file))

  test.each(pickles)('$file stays bad, or is said to be unread, whatever byte is flipped', async (fixture) => {
    const bytes = bytesOf(fixture)
    const { findings } = await scan(fixture.file, bytes)
    const offsets = findings.flatMap(({ rule, fileOffset, severity }) =>
      isBad({ severity }) && rule.startsWith('pickle/') && fileOffset !== undefined ? [fileOffset] : [],
    )
    const passed: string[] = []
    for (let at = Math.max(...offsets, -1) + 1; offsets.length > 0 && at < bytes.length; at++) {
      for (const mask of [0x01, 0x80, 0xff]) {
        const flipped = bytes.slice()
        flipped[at] = (flipped[at] ?? 0) ^ mask
        const report = await scan(fixture.file, flipped)
        if (!report.findings.some(isBad) && report.incomplete.length === 0) passed.push(`byte ${at} ^ ${mask}: ${report.status}`)
      }
    }
    expect(passed).toEqual([])
  })
})
