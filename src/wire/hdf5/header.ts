import type { Fields, Hdf5File } from './file.ts'

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

/** The body stands in another place: in a committed datatype or the shared message heap. */
const FLAG_SHARED = 0x02
/** Blocks of one header: real ones have a handful. */
const MAX_BLOCKS = 4096
const MAX_MESSAGES = 100_000

export interface Message {
  readonly type: number
  readonly shared: boolean
  /** The body, to be read from its first byte each time it is asked for. */
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

/** All messages of an object, its continuation blocks included. */
export function readHeader(file: Hdf5File, address: number): readonly Message[] {
  const start = file.upTo(address, 16)
  const version = start.uint(1)
  if (version === 1) return readVersion1(file, address, start)
  if (version !== 0x4f) throw start.broken(`object header version ${version}`)
  return readVersion2(file, address)
}

function readVersion1(file: Hdf5File, address: number, start: Fields): readonly Message[] {
  start.skip(1 + 2 + 4)
  const size = start.uint(4)
  return collect(file, { address: address + 16, size }, (block, found) => {
    while (block.left >= 8) {
      const type = block.uint(2)
      const length = block.uint(2)
      const flags = block.uint(1)
      block.skip(3)
      if (length > block.left) throw block.broken('a header message runs over its block')
      found(new PlacedMessage(type, flags, block, length))
    }
  })
}

const FLAG_TIMES = 0x20
const FLAG_PHASE = 0x10
const FLAG_ORDER = 0x04

function readVersion2(file: Hdf5File, address: number): readonly Message[] {
  const start = file.upTo(address, 4 + 2 + 16 + 4 + 8)
  start.signature('OHDR')
  const version = start.uint(1)
  if (version !== 2) throw start.broken(`object header version ${version}`)
  const flags = start.uint(1)
  start.skip((flags & FLAG_TIMES ? 16 : 0) + (flags & FLAG_PHASE ? 4 : 0))
  const size = start.uint(1 << (flags & 3))
  const ordered = (flags & FLAG_ORDER) !== 0
  return collect(file, { address: start.here, size }, (block, found, isFirst) => {
    let end = block.data.length
    if (!isFirst) {
      block.signature('OCHK')
      end -= 4
    }
    while (end - block.pos >= (ordered ? 6 : 4)) {
      const type = block.uint(1)
      const length = block.uint(2)
      const messageFlags = block.uint(1)
      if (ordered) block.skip(2)
      if (length > end - block.pos) throw block.broken('a header message runs over its block')
      found(new PlacedMessage(type, messageFlags, block, length))
    }
  })
}

interface Block {
  readonly address: number
  readonly size: number
}

/** Follows continuation messages; `read` takes the messages out of one block. */
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
