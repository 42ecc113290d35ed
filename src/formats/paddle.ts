import { ScanError } from '../bytes/errors.ts'
import type { Artifact } from '../types/artifact.ts'
import type { Format, Scan, ScanResult } from '../types/format.ts'
import { BYTES, type Field, ProtoReader, VARINT } from '../wire/protobuf.ts'
import { headLikeness, isMessage, openingOf, type Shape } from '../wire/protobuf-shape.ts'

const EXTENSIONS = ['.pdmodel']
const MAX_NAME = 400
const MAX_PATH = 4096
const MAX_DISTINCT = 10_000

/** ProgramDesc (paddle/fluid/framework/framework.proto): blocks 1, version 4, op_version_map 5. The first block proves it. */
const programShape: Shape = {
  fields: { 1: BYTES, 4: BYTES, 5: BYTES },
  proves: (reader, field) => field.number === 1 && isBlock(reader, field),
}

/** BlockDesc: idx 1 and parent_idx 2 come first, then vars 3 with a name 1 and a type 2, or ops 4. */
function isBlock(reader: ProtoReader, block: Field): boolean {
  let indexes = 0
  for (const part of reader.fields(block)) {
    if (part.number <= 2) {
      if (part.wire !== VARINT) return false
      indexes++
    } else if (part.number === 3 && part.wire === BYTES) {
      const kinds = [...first(reader.fields(part), 2)].map((inner) => `${inner.number}:${inner.wire}`)
      return indexes === 2 && kinds.join() === '1:2,2:2'
    } else return part.number === 4 && part.wire === BYTES && indexes === 2
  }
  return false
}

function* first(fields: Iterable<Field>, count: number): Generator<Field, void, undefined> {
  let left = count
  for (const field of fields) {
    yield field
    if (--left === 0) return
  }
}

export const paddleFormat: Format = {
  id: 'paddle',
  title: 'PaddlePaddle program',
  extensions: EXTENSIONS,
  access: 'random',
  opening: openingOf(programShape, [...EXTENSIONS, '']),
  match: (probe) => headLikeness(probe.head, probe.size, programShape, EXTENSIONS.includes(probe.extension) || probe.name === '__model__'),
  scan(artifact: Artifact, scan: Scan): ScanResult {
    const source = artifact.input
    if (source.kind === 'stream') throw new ScanError('unsupported', 'a program cannot be read from a stream')
    const claimed = EXTENSIONS.includes(scan.probe.extension) || scan.probe.name === '__model__'
    if (!isMessage(source, programShape, claimed)) return 'not-this-format'
    const reader = new ProtoReader(source, () => scan.budget.checkTime())
    const told = new Set<string>()
    for (const block of reader.fields(reader.root)) {
      if (block.number !== 1 || block.wire !== BYTES) continue
      for (const op of reader.fields(block)) if (op.number === 4 && op.wire === BYTES) readOp(reader, op, told, scan)
    }
  },
}

/** OpDesc: type 3, attrs 4 (name 1, s 5). The file of `save` and `load` is the attribute `file_path`. */
function readOp(reader: ProtoReader, op: Field, told: Set<string>, scan: Scan): void {
  let type = ''
  let path: string | undefined
  for (const part of reader.fields(op)) {
    if (part.wire !== BYTES) continue
    if (part.number === 3) type = reader.text(part, MAX_NAME)
    else if (part.number === 4) path = filePath(reader, part) ?? path
  }
  const key = `${type}\0${path ?? ''}`
  if (told.has(key) || told.size >= MAX_DISTINCT) return
  told.add(key)
  scan.observe({
    kind: 'graph-op',
    framework: 'paddle',
    op: type,
    domain: '',
    node: '',
    ...(path === undefined ? {} : { argument: path }),
    offset: op.start,
  })
}

function filePath(reader: ProtoReader, attribute: Field): string | undefined {
  let name = ''
  let value: string | undefined
  for (const part of reader.fields(attribute)) {
    if (part.number === 1 && part.wire === BYTES) name = reader.text(part, MAX_NAME)
    else if (part.number === 5 && part.wire === BYTES) value = reader.text(part, MAX_PATH)
  }
  return name === 'file_path' ? value : undefined
}
