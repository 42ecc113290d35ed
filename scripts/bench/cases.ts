import { HOSTILE_CASES } from './cases-hostile.ts'
import { SCALING_CASES } from './cases-scaling.ts'
import { piped, zlibPickle } from './inputs/compressed.ts'
import { densePickle, mixedPickle } from './inputs/dense.ts'
import { manyFiles, manyPickles, repository } from './inputs/folders.ts'
import { bigPickle, writeSmallPickle } from './inputs/pickles.ts'
import { torchZip } from './inputs/zips.ts'
import type { Case } from './types.ts'

const MIB = 2 ** 20

type Row = Omit<Case, 'group' | 'expect'> & Partial<Pick<Case, 'expect'>>

const inGroup = (group: Case['group'], rows: readonly Row[]): readonly Case[] => rows.map((row) => ({ expect: 'clean', ...row, group }))

/** Against other scanners, on what a repository holds. */
const SCANNER_CASES = inGroup('scanners', [
  { name: 'small.pkl', what: 'pickle of 2 kB', make: (path) => writeSmallPickle(path), tools: ['all'] },
  { name: 'small.pt', what: 'state_dict of 37 kB, 16 tensors', make: (path) => torchZip(path, Array(16).fill(2048)), tools: ['all'] },
  { name: 'zeros4g.pt', what: 'state_dict of 4.1 GB, one tensor', make: (path) => torchZip(path, [3900 * MIB]), tools: ['all'] },
  { name: 'big512.pkl', what: 'raw pickle, 100 byte strings of 5 MiB', make: (path) => bigPickle(path, 500 * MIB), tools: ['all'] },
  {
    name: 'dense.pkl',
    what: 'pickle of 110 MB, small values in no order',
    make: (path) => densePickle(path, 105 * MIB),
    tools: ['all', 'pickle.load'],
  },
  {
    name: 'mixed.pkl',
    what: 'pickle of 25 MB, longer texts and bytes among small values',
    make: (path) => mixedPickle(path, 24 * MIB),
    tools: ['all', 'pickle.load'],
  },
  { name: 'many4000', what: '4,000 pickles of 2 kB', make: (path) => manyPickles(path, 4000), tools: ['all'] },
  {
    name: 'repo2000',
    what: '2,000 files, 900 of them models of five kinds',
    make: repository,
    tools: ['all'],
    expect: 'clean or no model',
  },
  { name: 'zip20k.pt', what: 'state_dict of 20,000 tensors', make: (path) => torchZip(path, Array(20_000).fill(64)), tools: ['all'] },
])

/** Against what only decompresses: no other scanner reads these files to their end. */
const DECODER_CASES = inGroup('decoders', [
  { name: 'zlib.joblib', what: '100 MiB of doubles, zlib', make: (path) => zlibPickle(path, 100), tools: ['node:zlib'] },
  { name: 'bz2.joblib', what: '50 MiB of doubles, bzip2', make: (path) => piped(path, 50, ['bzip2', '-3']), tools: ['bzip2 -dc'] },
  { name: 'xz.joblib', what: '50 MiB of doubles, xz', make: (path) => piped(path, 50, ['xz', '-1']), tools: ['xz -dc'] },
  { name: 'lz4.joblib', what: '200 MiB of doubles, lz4', make: (path) => piped(path, 200, ['lz4', '-3']), tools: ['lz4 -dc'] },
])

/** Finding the models of a big repository, and then scanning all of it. */
const DISCOVERY_CASES = inGroup('discovery', [
  {
    name: 'list50k',
    what: '50,000 files, 50 models: only listed (`--list-shard`)',
    input: 'files50k',
    make: manyFiles,
    args: ['--shard', '1/1', '--list-shard'],
    tools: [],
    expect: 'any',
  },
  {
    name: 'scan50k',
    what: 'the same files, scanned',
    input: 'files50k',
    make: manyFiles,
    tools: ['modelscan', 'picklescan'],
    expect: 'clean or no model',
  },
])

/** In the order in which they are measured and printed. */
export const CASES: readonly Case[] = [...SCANNER_CASES, ...DECODER_CASES, ...DISCOVERY_CASES, ...SCALING_CASES, ...HOSTILE_CASES]

export const inputName = ({ input, name }: Case): string => input ?? name

/** The cases that `--only` names, by name or group; all without one. Throws on a name that is neither. */
export function casesNamed(only: readonly string[]): readonly Case[] {
  const unknown = only.find((word) => !CASES.some(({ name, group }) => name === word || group === word))
  if (unknown !== undefined)
    throw new Error(`--only ${unknown}: no such case or group; there are ${CASES.map(({ name }) => name).join(', ')}`)
  return CASES.filter(({ name, group }) => only.length === 0 || only.includes(name) || only.includes(group))
}
