import { expect, test } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import type { FileReport } from '../../src/types/report.ts'
import { fixtureBytes } from '../helpers/damage.ts'
import { message } from '../helpers/proto.ts'
import { buildZip } from '../helpers/zip-builder.ts'

/** Findings above low and what was not read. */
const noise = ({ findings, incomplete }: FileReport): readonly string[] => [
  ...findings.filter(({ severity }) => severity !== 'low').map(({ severity, rule, evidence }) => `${severity} ${rule}: ${evidence}`),
  ...incomplete.map(({ why, detail }) => `${why}: ${detail}`),
]

const file = message([1, 'tensorflow/core/profiler.proto'], [2, 'tensorflow.profiler'], [4, message([1, 'XSpace'])], [12, 'proto3'])
/** Polars writes the first schema of a file without its length. */
const withoutLength = (arrow: Uint8Array): Uint8Array => Buffer.concat([arrow.subarray(0, 8), arrow.subarray(16)])
const text = Buffer.from('pickle'.repeat(30))
/** Archive Utility of macOS knows the size of the content before it compresses it, and nothing else. */
const packedByMacOs = (size: number): Uint8Array =>
  buildZip([{ name: 'data.txt', data: text, deflate: true, descriptor: true, local: { size, compressedSize: 0, crc: 0 } }])
const letters =
  'Copyright (c) 2008-2025 The Authors\n\nThis software is provided "as-is", without any express or implied\nwarranty arrant. '

test.each([
  ['a descriptor set of protobuf', 'a-descriptor-set.proto.bin', message([1, file], [1, file])],
  ['text that keeps to the opcodes of a pickle', 'LICENSE.md', Buffer.from(`C\x03owsrants. ${letters}`)],
  ['text that begins like an encrypted Parquet file', 'PARENT_DIRECTORY.rst', Buffer.from('PARENT_DIRECTORY\n\nSource directory.\n')],
  ['a table of Polars', 'table.arrow', withoutLength(fixtureBytes('clean/table.feather'))],
  ['a zip of macOS', 'data.zip', packedByMacOs(text.length)],
])('%s is nothing to report', async (_what, name, bytes) => {
  expect(noise(await scanBytes(name, bytes))).toEqual([])
})

const call = message([1, 'x.proto'], [2, 'run.it'])
const library = message([1, message([1, message([1, 'run.it'])], [3, message([1, 'x'], [2, 'PyFunc'])])])

test.each([
  ['a graph that calls a function under a name of a package', 'graph.bin', message([1, call], [2, library]), /^critical graph\/python-op/],
  [
    'a graph whose node has two operations: the last one counts',
    'graph.bin',
    message([1, message([1, 'x.proto'], [2, 'a.b'], [2, 'PyFunc'])]),
    /graph\//,
  ],
  ['a pickle with a strange memo index that runs something', 'notes.md', Buffer.from('C\x03owsrants(Vid\nios\nsystem\n.'), /^critical/],
  [
    'a pickle with a strange memo index that runs something and breaks',
    'notes.md',
    Buffer.from('C\x03owsrants(Vid\nios\nsystem\n\xff'),
    /^critical/,
  ],
  ['an encrypted Parquet file', 'table', Buffer.from('PARE0000\x00\x00\x00\x00PARE'), /^encrypted/],
  ['a Parquet file that is cut', 'table.parquet', Buffer.from('PARE0000\x00\x00\x00\x00'), /^truncated/],
  ['a schema without its length', 'table.arrow', withoutLength(fixtureBytes('malicious/extension-type.arrow')), /^critical/],
  ['a zip whose headers contradict each other', 'data.zip', packedByMacOs(text.length + 1), /zip\/header-mismatch/],
])('%s is reported', async (_what, name, bytes, expected) => {
  expect(noise(await scanBytes(name, bytes))).toContainEqual(expect.stringMatching(expected))
})
