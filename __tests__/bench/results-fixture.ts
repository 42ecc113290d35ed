import type { About, Results, Sample } from '../../scripts/bench/types.ts'

export const ABOUT: About = {
  date: '2026-01-02',
  platform: 'linux x64',
  cpus: 2,
  cpu: 'Some <CPU> | model',
  memoryGib: 16,
  load: 0.1,
  rounds: 3,
  limitSeconds: 60,
  limitGib: 8,
  tools: {
    modelgate: '1.2.3',
    node: 'v24.0.0',
    picklescan: '1.0.0',
    fickling: '0.1.0',
    'pickle.load': 'CPython 3.12.0',
    'node:zlib': 'v24.0.0',
  },
}

/** Runs of a tool in rounds 0, 1, … */
export function runs(name: string, tool: string, seconds: readonly number[], more: Partial<Sample> = {}): readonly Sample[] {
  return seconds.map((value, round) => ({
    case: name,
    tool,
    round,
    seconds: value,
    rss: 50 + round,
    status: 0,
    outcome: 'read' as const,
    ...(tool === 'modelgate' && round === 0 ? { files: { clean: 1 } } : {}),
    ...more,
  }))
}

export function results(samples: readonly Sample[], facts: Results['facts'] = {}): Results {
  return { schema: 1, about: ABOUT, facts, skipped: {}, samples }
}

/** A little of everything that the page shows. */
export const FULL = results(
  [
    ...runs('small.pkl', 'modelgate', [0.09, 0.05, 0.06, 0.05]),
    ...runs('small.pkl', 'node', [0.03, 0.025, 0.025, 0.025]),
    ...runs('small.pkl', 'picklescan', [0.2, 0.1, 0.1, 0.1]),
    ...runs('small.pt', 'modelgate', [0.09, 0.05, 0.06, 0.05]),
    ...runs('small.pt', 'fickling', [0.04], { outcome: 'unread', status: 2 }),
    ...runs('opcodes-2.4M.pkl', 'modelgate', [0.1, 0.1]),
    ...runs('opcodes-2.4M.pkl', 'node', [0.025, 0.025]),
    ...runs('opcodes-2.4M.pkl', 'picklescan', [2.5, 2.6]),
    ...runs('dense.pkl', 'modelgate', [0.6, 0.5, 0.5, 0.5]),
    ...runs('dense.pkl', 'node', [0.03, 0.025, 0.025, 0.025]),
    ...runs('dense.pkl', 'picklescan', [26], { rss: 2800 }),
    ...runs('dense.pkl', 'fickling', [60.1], { outcome: 'time', status: null }),
    ...runs('dense.pkl', 'pickle.load', [1, 0.9, 0.9, 0.9]),
    ...runs('zlib.joblib', 'modelgate', [0.3, 0.3]),
    ...runs('zlib.joblib', 'node:zlib', [0.25, 0.25]),
    ...runs('list50k', 'modelgate', [0.4, 0.3]),
    ...runs('list50k', 'node', [0.03, 0.03]),
    ...runs('hostile-marks.pkl', 'modelgate', [0.3, 0.3], { files: { incomplete: 1 } }),
  ],
  {
    'small.pkl': { bytes: 2000 },
    'small.pt': { bytes: 37_000, members: 18 },
    'opcodes-2.4M.pkl': { bytes: 11_000_000, opcodes: 2_400_000 },
    'dense.pkl': { bytes: 110_000_000, opcodes: 24_000_000 },
    'zlib.joblib': { bytes: 34_000_000, inflated: 104_857_600 },
  },
)
