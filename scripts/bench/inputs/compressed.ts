import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createDeflate } from 'node:zlib'
import type { Facts } from '../types.ts'
import { PROTO_4, randomFrom, u32 } from './writer.ts'

const MIB = 2 ** 20

/** Thrown where an input needs a program that is not there. */
export class Missing extends Error {}

/** A pickle of one byte string: doubles with short mantissas, which shrink to about a third as real weights do. */
function* weights(mebibytes: number): Generator<Buffer> {
  const random = randomFrom(5)
  yield Buffer.concat([PROTO_4, Buffer.from('B'), u32(mebibytes * MIB)])
  for (let i = 0; i < mebibytes; i++) {
    const block = new Float64Array(MIB / 8)
    for (let k = 0; k < block.length; k++) block[k] = Math.round((random() + random() + random() - 1.5) * 4096) / 4096
    yield Buffer.from(block.buffer)
  }
  yield Buffer.from('.')
}

/** Those weights through zlib, as `joblib.dump(…, compress=3)` writes a file. */
export async function zlibPickle(path: string, mebibytes: number): Promise<Facts> {
  await pipeline(Readable.from(weights(mebibytes)), createDeflate({ level: 3 }), createWriteStream(path))
  return { inflated: mebibytes * MIB }
}

/** Those weights through a program of the system. Throws `Missing` where there is none. */
export async function piped(path: string, mebibytes: number, [program, ...args]: readonly [string, ...string[]]): Promise<Facts> {
  if (spawnSync(program, ['--version'], { stdio: 'ignore' }).error) throw new Missing(`${program} is not installed`)
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  await Promise.all([pipeline(Readable.from(weights(mebibytes)), child.stdin), pipeline(child.stdout, createWriteStream(path))])
  return { inflated: mebibytes * MIB }
}
