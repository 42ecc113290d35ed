// Builds the probe that formats match against: name, first bytes and last bytes.
import type { ByteSource } from '../bytes/source.ts'
import type { Probe } from '../types/format.ts'
import { suggestsModel } from './promises.ts'
import { firstNonWhitespace, headOf } from './whitespace.ts'

const FILE_HEAD = 4096
/** The end record of a zip and its longest comment (APPNOTE 4.3.16). */
export const FILE_TAIL = 65_536 + 22
/** Archives have many members: of each, less than 1 KiB is read, headers included. */
const MEMBER_HEAD = 512
const MEMBER_TAIL = 64

/** Makes the probe of a source. Its bytes are read at first use, and once. */
export function probeSource(name: string, source: ByteSource, member: boolean): Probe {
  return new SourceProbe(name, source, member, member ? MEMBER_TAIL : FILE_TAIL)
}

/**
 * Makes a probe with as many last bytes of a member as of a file, since a zip in it may end in a long comment. The last
 * bytes start at `from` at the earliest, the end of its own last member, whose end record is not that of the artifact.
 */
export function probeToTheEnd(name: string, source: ByteSource, from: number): Probe {
  return new SourceProbe(name, source, true, Math.max(0, Math.min(FILE_TAIL, source.size - from)))
}

/**
 * A class, because an object literal with getters costs several times as much, and archives have thousands of
 * members.
 */
class SourceProbe implements Probe {
  readonly name: string
  readonly extension: string
  readonly size: number
  readonly member: boolean
  private readonly source: ByteSource
  private readonly tailSize: number
  private knownHead: Uint8Array | undefined
  private knownTail: Uint8Array | undefined

  constructor(name: string, source: ByteSource, member: boolean, tailSize: number) {
    this.tailSize = tailSize
    this.name = name
    this.extension = extensionOf(name)
    this.size = source.size
    this.member = member
    this.source = source
  }

  get head(): Uint8Array {
    this.knownHead ??= headOf(this.source, this.member ? MEMBER_HEAD : FILE_HEAD)
    return this.knownHead
  }

  get namesModel(): boolean {
    return suggestsModel(this.extension)
  }

  get tail(): Uint8Array {
    this.knownTail ??= this.readTail()
    return this.knownTail
  }

  private readTail(): Uint8Array {
    const length = Math.min(this.size, this.tailSize)
    const start = this.size - length
    return this.size <= (this.member ? MEMBER_HEAD : FILE_HEAD) ? this.head.subarray(start) : this.source.read(start, length)
  }
}

/** Makes the probe of a stream, of which only the first bytes are known. */
export function probeStream(name: string, head: Uint8Array, member: boolean): Probe {
  const start = head.length > FILE_HEAD ? Math.max(0, firstNonWhitespace(head) - 1) : 0
  const shown = head.subarray(start, start + FILE_HEAD)
  const extension = extensionOf(name)
  return { name, extension, size: undefined, member, namesModel: suggestsModel(extension), head: shown, tail: new Uint8Array(0) }
}

/**
 * Makes the probe of a stream that was read: `tail` has the last of its `size` bytes. See `probeToTheEnd` for `from`.
 */
export function probePassed(probe: Probe, size: number, tail: Uint8Array, from: number): Probe {
  return { ...probe, size, tail: tail.subarray(Math.max(0, from - (size - tail.length))) }
}

/** Returns the extension of a name in lower case, with its dot; an empty string if there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}
