import type { ByteSource } from '../../src/bytes/source.ts'
import { memorySource } from '../../src/bytes/source.ts'
import type { ByteStream } from '../../src/bytes/stream.ts'
import { Window } from '../../src/bytes/window.ts'
import type { Observation } from '../../src/facts/observation.ts'
import { preview } from '../../src/pickle/value/preview.ts'
import { Machine } from '../../src/pickle/vm/machine.ts'
import { renderCall, renderMutation, renderValue } from '../../src/policy/judge/render.ts'

/** What one stream did, in words that a test can compare. */
export interface Outcome {
  /** Facts in their order, e.g. `import os.system` and `reduce os.system('id')`. */
  readonly facts: readonly string[]
  /** `stop`, or the reason and detail of a broken stream. */
  readonly ending: string
  /** The result as Python; undefined where the stream broke. */
  readonly value: string | undefined
  /** Payloads handed to a loader: `loader: length`. */
  readonly nested: readonly string[]
  readonly opcodes: number
  readonly machine: Machine
}

/** Runs one stream of a pickle from bytes, a source or a stream. */
export async function runPickle(input: Uint8Array | ByteSource | ByteStream): Promise<Outcome> {
  const bytes = input instanceof Uint8Array ? memorySource(input) : input
  const facts: string[] = []
  const nested: string[] = []
  const window = new Window(bytes)
  const listener = {
    observe(observation: Observation): false {
      facts.push(describeFact(observation))
      return false
    },
    harmless: () => false,
    nested: (payload: { readonly length: number }, loader: string) => void nested.push(`${loader}: ${payload.length}`),
    code: () => undefined,
    source: () => undefined,
    constant: () => undefined,
  }
  const machine = new Machine(window, bytes.kind === 'source' ? bytes.read.bind(bytes) : undefined, listener, 0)
  while (machine.ending === undefined) {
    await window.fill()
    machine.run()
  }
  const { ending } = machine
  return {
    facts,
    nested,
    ending: ending.kind === 'stop' ? 'stop' : `${ending.why}: ${ending.detail}`,
    value: ending.kind === 'stop' ? renderValue(preview(ending.value, machine.read)) : undefined,
    opcodes: machine.opcodes,
    machine,
  }
}

/** Gives `bytes` in pieces of `size`; every second one late, as a decompressor does. */
export function streamOf(bytes: Uint8Array, size: number): ByteStream {
  let at = 0
  let turn = 0
  return {
    kind: 'stream',
    next() {
      if (at >= bytes.length) return undefined
      const chunk = bytes.slice(at, at + size)
      at += size
      return turn++ % 2 === 0 ? chunk : Promise.resolve(chunk)
    },
    close: () => undefined,
  }
}

/** A fact of a pickle in one line. */
function describeFact(fact: Observation): string {
  switch (fact.kind) {
    case 'global': {
      const written = fact.written ? ` written ${JSON.stringify(`${fact.written.module}.${fact.written.name}`)}` : ''
      return `import ${fact.module}.${fact.name}${fact.computed ? ' computed' : ''}${written}`
    }
    case 'call':
      return `${fact.via} ${renderCall(fact.callee, fact.args, fact.via)}`
    case 'dynamic-global':
      return `dynamic ${renderValue(fact.module)}.${renderValue(fact.name)}`
    case 'extension-code':
      return `extension ${fact.code}`
    case 'mutated-global':
      return `mutated ${renderMutation(fact.target, fact.args, fact.via)}`
    case 'pickle-oddity':
      return fact.oddity
    default:
      return fact.kind
  }
}
