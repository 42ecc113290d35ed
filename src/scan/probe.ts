// Builds the probe that formats match against: name, first bytes and last bytes.
import type { ByteSource } from '../bytes/source.ts'
import type { Probe } from '../types/format.ts'
import { suggestsModel } from './promises.ts'
import { firstInk, headOf } from './whitespace.ts'

const FILE_HEAD = 4096
/** A zip's end record may carry a comment of up to 64 KiB. */
export const FILE_TAIL = 65_536 + 22
/** Members are many: together with its headers, less than 1 KiB is read of each. */
const MEMBER_HEAD = 512
const MEMBER_TAIL = 64

/** What detection may look at, read once and only when somebody asks. */
export function probeSource(name: string, source: ByteSource, member: boolean): Probe {
  return new SourceProbe(name, source, member, member ? MEMBER_TAIL : FILE_TAIL)
}

/**
 * The same with as much of a member's end as of a file's: a zip ends in a comment of any length there too. Nothing before `from`, up to where members of
 * its own were handed on: how these end is theirs.
 */
export function probeToTheEnd(name: string, source: ByteSource, from: number): Probe {
  return new SourceProbe(name, source, true, Math.max(0, Math.min(FILE_TAIL, source.size - from)))
}

/** A class, since there is one for each of thousands of members: an object with getters of its own costs several times as much. */
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

/** The same for a stream, of which only the beginning is known. */
export function probeStream(name: string, head: Uint8Array, member: boolean): Probe {
  const start = head.length > FILE_HEAD ? Math.max(0, firstInk(head) - 1) : 0
  const shown = head.subarray(start, start + FILE_HEAD)
  const extension = extensionOf(name)
  return { name, extension, size: undefined, member, namesModel: suggestsModel(extension), head: shown, tail: new Uint8Array(0) }
}

/** The same of a stream that has passed: `tail` are the last of its `size` bytes. See `probeToTheEnd` for `from`. */
export function probePassed(probe: Probe, size: number, tail: Uint8Array, from: number): Probe {
  return { ...probe, size, tail: tail.subarray(Math.max(0, from - (size - tail.length))) }
}

/** In lower case and with its dot; an empty text for a name without one. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}
