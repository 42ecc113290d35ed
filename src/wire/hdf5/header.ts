// Reads the messages of an HDF5 object header, which describe a group, dataset or datatype.
import { type Fields, type Structure, sizeOf } from './fields.ts'
import type { Hdf5File } from './file.ts'

/** Message types, HDF5 File Format Specification IV.A.2. */
export const MESSAGE = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  oldFillValue: 0x04,
  fillValue: 0x05,
  link: 0x06,
  externalFiles: 0x07,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  continuation: 0x10,
  symbolTable: 0x11,
  attributeInfo: 0x15,
} as const

/** The body is elsewhere: in a committed datatype or in the shared message heap. */
const FLAG_SHARED = 0x02
/** Maximum number of blocks of one header; real headers have a few. */
const MAX_BLOCKS = 4096
const MAX_MESSAGES = 100_000

/** A message of an object header. */
export interface Message {
  readonly type: number
  readonly shared: boolean
  /** A new reader of the body each time. */
  readonly body: Fields
}

/** Only its place is kept until it is asked for: a header may have a hundred thousand of them. */
class PlacedMessage implements Message {
  readonly type: number
  readonly shared: boolean
  private readonly block: Fields
  private readonly at: number
  private readonly length: number

  constructor(type: number, flags: number, block: Fields, length: number) {
    this.type = type
    this.shared = (flags & FLAG_SHARED) !== 0
    this.block = block
    this.at = block.pos
    this.length = length
    block.skip(length)
  }

  get body(): Fields {
    return this.block.within(this.at, this.length)
  }
}

/** Version 1 object header prefix (specification IV.A.1.a) after its version, and the whole prefix with its padding. */
const PREFIX_1 = { reserved: 1, messages: 2, references: 4, headerSize: 4 } as const satisfies Structure
const PREFIX_1_SIZE = 16
const MESSAGE_1 = { type: 2, size: 2, flags: 1, reserved: 3 } as const satisfies Structure

/**
 * Version 2 object header prefix (specification IV.A.1.b), before its optional fields and the size of the first block.
 */
const PREFIX_2 = { signature: 'OHDR', version: 1, flags: 1 } as const satisfies Structure
const MESSAGE_2 = { type: 1, size: 2, flags: 1 } as const satisfies Structure
const FLAG_SIZE_WIDTH = 0x03
const FLAG_ORDER = 0x04
const FLAG_PHASE = 0x10
const FLAG_TIMES = 0x20
/**
 * Optional fields: access, modification, change and birth time; when attributes become dense; creation order of a
 * message.
 */
const TIMES = 4 * 4
const PHASE_CHANGE = 2 * 2
const CREATION_ORDER = 2
const MAX_SIZE_WIDTH = 8
const CHECKSUM = 4

/** Reads all messages of an object, including those of continuation blocks. */
export function readHeader(file: Hdf5File, address: number): readonly Message[] {
  const start = file.upTo(address, PREFIX_1_SIZE)
  const version = start.uint(1)
  if (version === 1) return readVersion1(file, address, start)
  if (version !== PREFIX_2.signature.charCodeAt(0)) throw start.broken(`object header version ${version}`)
  return readVersion2(file, address)
}

function readVersion1(file: Hdf5File, address: number, start: Fields): readonly Message[] {
  const { headerSize } = start.record(PREFIX_1)
  const messageHead = sizeOf(file, MESSAGE_1)
  return collect(file, { address: address + PREFIX_1_SIZE, size: headerSize }, (block, found) => {
    while (block.left >= messageHead) {
      const { type, size, flags } = block.record(MESSAGE_1)
      if (size > block.left) throw block.broken('a header message extends past its block')
      found(new PlacedMessage(type, flags, block, size))
    }
  })
}

function readVersion2(file: Hdf5File, address: number): readonly Message[] {
  const start = file.upTo(address, sizeOf(file, PREFIX_2) + TIMES + PHASE_CHANGE + MAX_SIZE_WIDTH)
  const { version, flags } = start.record(PREFIX_2)
  if (version !== 2) throw start.broken(`object header version ${version}`)
  start.skip((flags & FLAG_TIMES ? TIMES : 0) + (flags & FLAG_PHASE ? PHASE_CHANGE : 0))
  const size = start.uint(1 << (flags & FLAG_SIZE_WIDTH))
  const messageHead = sizeOf(file, MESSAGE_2)
  const ordered = (flags & FLAG_ORDER) !== 0
  return collect(file, { address: start.here, size }, (block, found, isFirst) => {
    let end = block.data.length
    if (!isFirst) {
      block.signature('OCHK')
      end -= CHECKSUM
    }
    while (end - block.pos >= messageHead + (ordered ? CREATION_ORDER : 0)) {
      const head = block.record(MESSAGE_2)
      if (ordered) block.skip(CREATION_ORDER)
      if (head.size > end - block.pos) throw block.broken('a header message extends past its block')
      found(new PlacedMessage(head.type, head.flags, block, head.size))
    }
  })
}

interface Block {
  readonly address: number
  readonly size: number
}

/** Collects the messages of all blocks by following continuation messages; `read` reads those of one block. */
function collect(
  file: Hdf5File,
  first: Block,
  read: (block: Fields, found: (message: Message) => void, isFirst: boolean) => void,
): readonly Message[] {
  const messages: Message[] = []
  const blocks: Block[] = [first]
  const seen = new Set<number>()
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (!block || seen.has(block.address)) continue
    seen.add(block.address)
    const fields = file.fields(block.address, block.size)
    read(
      fields,
      (found) => {
        if (found.type === MESSAGE.continuation) {
          if (blocks.length >= MAX_BLOCKS) throw fields.broken('too many header blocks')
          const { body } = found
          blocks.push({ address: body.offset(), size: body.length() })
        } else if (messages.length < MAX_MESSAGES) messages.push(found)
        else throw fields.broken('too many header messages')
      },
      i === 0,
    )
  }
  return messages
}
