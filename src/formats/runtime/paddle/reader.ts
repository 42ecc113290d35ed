// Reports the operations of a PaddlePaddle program, and the files that they read or write.
import { ScanError } from '../../../bytes/errors.ts'
import { latin1 } from '../../../bytes/latin1.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { BYTES, type Field, ProtoReader } from '../../../wire/protobuf/fields.ts'
import { isMessage } from '../../../wire/protobuf/shape.ts'
import { Search } from '../../shared/search-bytes.ts'
import { scanPir } from './pir.ts'
import { EXTENSIONS, PIR, programShape } from './signature.ts'

const MAX_NAME = 400

const MAX_PATH = 4096

const MAX_DISTINCT = 10_000

/** Scans a program that `format.ts` recognised. */
export const scanPaddle: Format['scan'] = (artifact, scan) => {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a program cannot be read from a stream')
  if (scan.probe.extension === '.json') return PIR.test(latin1(scan.probe.head)) ? scanPir(source, scan) : 'not-this-format'
  const nameMatches = EXTENSIONS.includes(scan.probe.extension) || scan.probe.name === '__model__'
  if (!isMessage(source, programShape, nameMatches)) return 'not-this-format'
  const reader = new ProtoReader(source, () => scan.budget.checkTime())
  const reported = new Set<string>()
  for (const block of reader.fields(reader.root)) {
    if (block.number !== 1 || block.wire !== BYTES) continue
    for (const op of reader.fields(block)) if (op.number === 4 && op.wire === BYTES) readOp(reader, op, reported, scan)
  }
  return new Search(source, scan).rest()
}

/** OpDesc: type 3, attrs 4 (name 1, s 5). The attribute `file_path` is the file that `save` and `load` access. */
function readOp(reader: ProtoReader, op: Field, reported: Set<string>, scan: Scan): void {
  let type = ''
  let path: string | undefined
  for (const part of reader.fields(op)) {
    if (part.wire !== BYTES) continue
    if (part.number === 3) type = reader.text(part, MAX_NAME)
    else if (part.number === 4) path = filePath(reader, part) ?? path
  }
  const key = `${type}\0${path ?? ''}`
  if (reported.has(key) || reported.size >= MAX_DISTINCT) return
  reported.add(key)
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
