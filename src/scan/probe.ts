import type { ByteSource } from '../bytes/source.ts'
import type { Probe } from '../types/format.ts'

const FILE_HEAD = 4096
/** A zip's end record may carry a comment of up to 64 KiB. */
const FILE_TAIL = 65_536 + 22
/** Members are many: together with its headers, less than 1 KiB is read of each. */
const MEMBER_HEAD = 512
const MEMBER_TAIL = 64

/** What detection may look at, read once and only when somebody asks. */
export function probeSource(name: string, source: ByteSource, member: boolean): Probe {
  const headSize = member ? MEMBER_HEAD : FILE_HEAD
  const tailSize = Math.min(source.size, member ? MEMBER_TAIL : FILE_TAIL)
  const tailStart = source.size - tailSize
  let head: Uint8Array | undefined
  let tail: Uint8Array | undefined
  return {
    name,
    extension: extensionOf(name),
    size: source.size,
    member,
    get head() {
      head ??= source.read(0, headSize)
      return head
    },
    get tail() {
      tail ??= source.size <= headSize ? this.head.subarray(tailStart) : source.read(tailStart, tailSize)
      return tail
    },
  }
}

/** The same for a stream, of which only the beginning is known. */
export function probeStream(name: string, head: Uint8Array, member: boolean): Probe {
  return { name, extension: extensionOf(name), size: undefined, member, head: head.subarray(0, FILE_HEAD), tail: new Uint8Array(0) }
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}
