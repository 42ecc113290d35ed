import type { Format, Probe } from '../types/format.ts'
import { firstVisible } from './first-visible.ts'
import { lazily } from './lazily.ts'
import { MENTION } from './tfjs-marks.ts'

/** `model.json` of TensorFlow.js: a Keras configuration or a GraphDef as JSON, and the names of the files with the weights. */
export const tfjsFormat: Format = {
  id: 'tfjs',
  title: 'TensorFlow.js model',
  extensions: ['.json'],
  access: 'random',
  opening: { first: (byte) => byte <= 0x20 || byte === 0x7b || isMark(byte) },
  match,
  scan: lazily(async () => (await import('./tfjs-scan.ts')).scanTfjs),
}

function match(probe: Probe): 'possible' | 'no' {
  const first = firstVisible(probe.head)
  if (first !== 0x7b && !isMark(first)) return 'no'
  if (firstLetter(probe.head) !== '{') return 'no'
  return MENTION.test(new TextDecoder().decode(probe.head)) || probe.name === 'model.json' ? 'possible' : 'no'
}

function isMark(byte: number | undefined): boolean {
  return byte === 0xef || byte === 0xbb || byte === 0xbf
}

function firstLetter(head: Uint8Array): string {
  // A byte order mark counts as a blank here.
  const first = head.find((byte) => byte > 0x20 && !isMark(byte))
  return first === undefined ? '' : String.fromCharCode(first)
}
