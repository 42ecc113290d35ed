import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { defaultPolicy } from '../../src/policy/policy.ts'
import type { FileReport } from '../../src/types/report.ts'
import { asm } from '../helpers/asm.ts'
import type { Program } from '../helpers/programs.ts'
import { event, flood, instance, instanceBy, plain, renamed } from '../helpers/programs.ts'
import { reconstructors } from '../helpers/reconstructors.ts'

const RANK = { critical: 4, high: 3, medium: 2, low: 1 }
const newobj = (cls: string): readonly string[] => [`GLOBAL ${cls}`, 'EMPTY_TUPLE', 'NEWOBJ']
const RUNS = { numRuns: 400 }

const whole = (...events: readonly Program[]): Uint8Array => asm('PROTO 2', 'MARK', ...events.flat(), 'TUPLE', 'STOP')
const scan = (...events: readonly Program[]): Promise<FileReport> => scanBytes('model.pkl', whole(...events))
const worst = ({ findings, incomplete }: FileReport): number =>
  Math.max(0, ...findings.map(({ severity }) => RANK[severity]), ...incomplete.map(() => RANK.high))
const lines = ({ findings, incomplete }: FileReport): readonly string[] => [
  ...findings.map(({ severity, rule, evidence }) => `${severity} ${rule} ${evidence}`).sort(),
  ...incomplete.map(({ why, detail }) => `${why} ${detail}`),
]

describe('what else a pickle does', () => {
  it('makes nothing in it cleaner, before it or behind it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(event, flood), { minLength: 1, maxLength: 3 }),
        event,
        fc.array(event, { maxLength: 2 }),
        async (before, it, after) => {
          const alone = Math.max(
            worst(await scan(it)),
            ...(await Promise.all([...before, ...after].map(async (each) => worst(await scan(each))))),
          )
          expect(worst(await scan(...before, it, ...after))).toBeGreaterThanOrEqual(alone)
        },
      ),
      RUNS,
    )
  })

  it('hides no call behind calls of the same name with other arguments', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), plain, event, async (texts, name, given) => {
        const last = [`GLOBAL ${name}`, ...given, 'TUPLE1', 'REDUCE']
        const first = Array.from({ length: 20 }, (_, at) => [
          `GLOBAL ${name}`,
          texts ? `BINUNICODE ${at}` : `BININT1 ${at}`,
          'TUPLE1',
          'REDUCE',
        ])
        expect(worst(await scan(...first, last))).toBeGreaterThanOrEqual(worst(await scan(last)))
      }),
      RUNS,
    )
  })
})

describe('how a file is scanned', () => {
  it('changes nothing of what is found in it: explained or not, and as a pickle whose name says so or not', async () => {
    let heard = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(event, flood), { minLength: 1, maxLength: 4 }), async (events) => {
        const bytes = whole(...events)
        const policy = { ...defaultPolicy, allow: ['acme.core.run', 'os.system'] }
        for (const options of [{}, { policy }]) {
          const report = await scanBytes('model.pkl', bytes, options)
          expect(lines(await scanBytes('model.pkl', bytes, { ...options, explain: () => heard++ }))).toEqual(lines(report))
        }
        const tentative = asm('MARK', ...events.flat(), 'TUPLE', 'STOP')
        const [named, unnamed] = [await scanBytes('model.pkl', tentative, { policy }), await scanBytes('model', tentative, { policy })]
        expect(lines(unnamed)).toEqual(lines(named))
      }),
      RUNS,
    )
    expect(heard).toBeGreaterThan(1_000)
  })
})

describe('what the policy allows', () => {
  const held = instanceBy(
    { cls: 'sklearn.tree._classes DecisionTreeClassifier', fills: [['BUILD', 'x', ['GLOBAL acme.core run']]] },
    newobj,
  )
  const got = ['GLOBAL builtins getattr', ...held, 'BINUNICODE y', 'TUPLE2', 'REDUCE']

  it.each([
    ['model.pkl', {}],
    ['model.pkl', { explain: () => undefined }],
    ['model', {}],
    ['model', { explain: () => undefined }],
  ])('is harmless in an instance, too, however the file is scanned: %s %o', async (name, options) => {
    const bytes = asm(...got, 'STOP')
    const policy = { ...defaultPolicy, allow: ['acme.core.run'] }
    expect(lines(await scanBytes(name, bytes, { ...options, policy }))).toEqual([])
    expect(worst(await scanBytes(name, bytes, options))).toBe(RANK.high)
  })
})

describe('the name of a package that nobody knows', () => {
  it.each(['numpyro', 'pandas_ta', 'datetimex', 'foolib', 'sklearn_x'])('says nothing: %s', async (other) => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 3 }), async (events) => {
        const report = lines(await scan(...events)).map((line) => line.replaceAll('acme', other))
        expect(lines(await scan(...events.map((each) => renamed(each, 'acme', other))))).toEqual([...report].sort())
      }),
      { numRuns: 300 },
    )
  })
})

describe('an instance', () => {
  it.each(Object.entries(reconstructors))('is no cleaner for being made by %s', async (_how, make) => {
    await fc.assert(
      fc.asyncProperty(instance, async (parts) => {
        const usual = worst(await scan(instanceBy(parts, newobj)))
        expect(worst(await scan(instanceBy(parts, make)))).toBeGreaterThanOrEqual(usual)
      }),
      { numRuns: 150 },
    )
  })
})
