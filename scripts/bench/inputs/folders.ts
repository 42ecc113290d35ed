import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Facts } from '../types.ts'
import { smallPickle } from './pickles.ts'
import { f64, PROTO_4, randomFrom, u32 } from './writer.ts'
import { torchZip } from './zips.ts'

/** Writes files below a folder, making theirs, and counts them. */
function write(folder: string, files: Iterable<readonly [path: string, data: Uint8Array | string]>): Facts {
  const made = new Set<string>()
  let count = 0
  let bytes = 0
  for (const [path, data] of files) {
    const place = join(folder, path)
    if (!made.has(dirname(place))) mkdirSync(dirname(place), { recursive: true })
    made.add(dirname(place))
    writeFileSync(place, data)
    count += 1
    bytes += data.length
  }
  return { files: count, bytes }
}

/** So many pickles of 2 kB, a thousand to a folder. */
export function manyPickles(folder: string, count: number): Facts {
  return write(
    folder,
    (function* () {
      for (let i = 0; i < count; i++) yield [`d${Math.floor(i / 1000)}/m${String(i).padStart(5, '0')}.pkl`, smallPickle(i)] as const
    })(),
  )
}

function doubles(random: () => number, count: number): Uint8Array {
  return Buffer.concat(Array.from({ length: count }, () => f64(random())))
}

/** A .npy of doubles, with the header padded to 128 bytes as NumPy does. */
function npy(random: () => number, count: number): Uint8Array {
  const header = `{'descr': '>f8', 'fortran_order': False, 'shape': (${count},), }`.padEnd(117)
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00\x76\x00', 'latin1'), Buffer.from(`${header}\n`), doubles(random, count)])
}

function bytesPickle(data: Uint8Array): Uint8Array {
  return Buffer.concat([PROTO_4, Buffer.from('B'), u32(data.length), data, Buffer.from('.')])
}

/** A repository of 2,000 files: 900 models of five kinds among source, JSON and text, in 200 folders. */
export function repository(folder: string): Facts {
  mkdirSync(folder, { recursive: true })
  const scratch = join(folder, 'one.pt')
  torchZip(scratch, Array(6).fill(1024))
  const torch = readFileSync(scratch)
  rmSync(scratch)
  const random = randomFrom(7)
  const kinds: readonly [below: number, ending: string, data: (i: number) => Uint8Array | string][] = [
    [6, 'py', (i) => `x = ${i}\n`.repeat(200)],
    [9, 'json', (i) => JSON.stringify({ a: Array.from({ length: 200 }, (_, k) => k), i })],
    [11, 'txt', () => 'lorem ipsum '.repeat(500)],
    [14, 'pkl', smallPickle],
    [17, 'pt', () => torch],
    [18, 'npy', () => npy(random, 1000)],
    [19, 'joblib', () => deflateSync(bytesPickle(doubles(random, 300)), { level: 3 })],
    [20, 'bin', () => torch],
  ]
  return write(
    folder,
    (function* () {
      for (let i = 0; i < 2000; i++) {
        const [, ending = '', data = () => ''] = kinds.find(([below]) => i % 20 < below) ?? []
        yield [`d${i % 40}/e${i % 5}/f${String(i).padStart(4, '0')}.${ending}`, data(i)] as const
      }
    })(),
  )
}

/** 50,000 files in 500 folders, of which 50 are models. */
export function manyFiles(folder: string): Facts {
  const others = [
    ['py', 'x = 1\n'],
    ['txt', 'words\n'],
    ['md', '# words\n'],
    ['json', '{"a":1}\n'],
  ] as const
  return write(
    folder,
    (function* () {
      for (let i = 0; i < 50_000; i++) {
        const [ending, data] = i % 1000 === 0 ? (['pkl', smallPickle(i)] as const) : (others[i % 4] ?? others[0])
        yield [`d${Math.floor(i / 100)}/f${i % 100}.${ending}`, data] as const
      }
    })(),
  )
}
