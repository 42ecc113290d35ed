import { zlibBomb } from './inputs/bomb.ts'
import { distinctGlobals, HOSTILE, manyMembersTar, repeated } from './inputs/hostile.ts'
import { PROTO_4, u64 } from './inputs/writer.ts'
import { emptyMembersZip } from './inputs/zips.ts'
import type { Case } from './types.ts'

const BLOCK = 16 * 2 ** 20
const BLOCKS = (4 * 2 ** 30) / BLOCK
/** Bytes of an empty member in a zip: local header, directory entry, and its name twice. */
const EMPTY_MEMBER = 30 + 46 + 7 + 7

/** Files made to take time or memory. Other tools are not measured on them: some do not end. */
export const HOSTILE_CASES: readonly Case[] = [
  { name: 'hostile-none.pkl', what: 'NONE, 200 million times', make: (path: string) => repeated(path, '\x80\x04', 'N', '.') },
  { name: 'hostile-marks.pkl', what: 'MARK, 200 million times', make: (path: string) => repeated(path, '\x80\x04', '(', '.') },
  {
    name: 'hostile-memoize.pkl',
    what: 'NONE and MEMOIZE, 100 million times',
    make: (path: string) => repeated(path, '\x80\x04', 'N\x94', '.'),
  },
  {
    name: 'hostile-calls.pkl',
    what: 'what a call gives is called, 100 million times',
    make: (path: string) => repeated(path, '\x80\x02cmodelgate_marker\nf\n', ')R', '.'),
  },
  { name: 'hostile-globals.pkl', what: 'names of functions, each another one', make: distinctGlobals },
  {
    name: 'hostile-tuples.pkl',
    what: 'tuples in tuples, 200 million deep',
    make: (path: string) => repeated(path, '\x80\x04)', '\x85', '.'),
  },
  {
    name: 'hostile-members.zip',
    what: 'empty members, 200 MB',
    make: (path: string) => emptyMembersZip(path, Math.floor(HOSTILE / EMPTY_MEMBER)),
  },
  { name: 'hostile-million.zip', what: 'a million empty members, 90 MB', make: (path: string) => emptyMembersZip(path, 1_000_000) },
  { name: 'hostile-members.tar', what: 'pickles of four bytes in a tar', make: (path: string) => manyMembersTar(path, HOSTILE) },
  {
    name: 'hostile-zeros.joblib',
    what: '4 GiB of zeros in 4 MB of zlib',
    make: (path: string) => zlibBomb(path, Buffer.concat([PROTO_4, Buffer.from([0x8e]), u64(4 * 2 ** 30)]), new Uint8Array(BLOCK), BLOCKS),
  },
  {
    name: 'hostile-opcodes.joblib',
    what: '4 GiB of opcodes in 4 MB of zlib',
    make: (path: string) => zlibBomb(path, PROTO_4, Buffer.alloc(BLOCK, 'N0'), BLOCKS),
  },
].map((row) => ({ ...row, group: 'hostile', tools: [], expect: 'any' }))
