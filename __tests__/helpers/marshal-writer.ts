import type { Layout } from '../../src/lang/marshal/objects.ts'

/** What a test says of a code object; the rest is empty. */
export interface CodeSpec {
  readonly name?: string
  readonly names?: readonly string[]
  readonly constants?: readonly (string | Uint8Array | CodeSpec)[]
  readonly code?: readonly number[]
}

/** A code object as `marshal.dumps` of the Python versions with that layout writes it. */
export function marshalCode(spec: CodeSpec, layout: Layout): Uint8Array {
  const numbers = { '2.7': 4, '3.0': 5, '3.8': 6, '3.11': 5 }[layout]
  const text = (value: string) =>
    layout === '2.7' ? bytes(Buffer.from(value)) : Buffer.concat([Buffer.of(0x7a, value.length), Buffer.from(value)])
  const constant = (value: string | Uint8Array | CodeSpec) =>
    typeof value === 'string' ? text(value) : value instanceof Uint8Array ? bytes(value) : marshalCode(value, layout)
  const empty = layout === '3.11' ? [tuple([]), bytes(Buffer.of())] : [tuple([]), tuple([]), tuple([])]
  return Buffer.concat([
    Buffer.from('c'),
    Buffer.alloc(numbers * 4, 0),
    bytes(Buffer.from(spec.code ?? [])),
    tuple((spec.constants ?? []).map(constant)),
    tuple((spec.names ?? []).map(text)),
    ...empty,
    text('<test>'),
    text(spec.name ?? 'f'),
    ...(layout === '3.11' ? [text(spec.name ?? 'f')] : []),
    Buffer.alloc(4, 0),
    ...(layout === '3.11' ? [bytes(Buffer.of()), bytes(Buffer.of())] : [bytes(Buffer.of())]),
  ])
}

function bytes(value: Uint8Array): Uint8Array {
  const head = Buffer.alloc(5, 's')
  head.writeInt32LE(value.length, 1)
  return Buffer.concat([head, value])
}

function tuple(items: readonly Uint8Array[]): Uint8Array {
  const head = Buffer.alloc(5, '(')
  head.writeInt32LE(items.length, 1)
  return Buffer.concat([head, ...items])
}
