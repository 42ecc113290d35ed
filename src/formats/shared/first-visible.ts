// Finds the first byte of a file that is neither whitespace nor a control byte.
let latest: { readonly head: Uint8Array; readonly first: number | undefined } | undefined

/**
 * The first byte of a head that is neither blank nor a control byte. Some dozen formats of text begin with this look, which spares them decoding what
 * is no text; the head of the artifact that is being matched is walked once for all of them.
 */
export function firstVisible(head: Uint8Array): number | undefined {
  if (latest?.head !== head) latest = { head, first: find(head) }
  return latest.first
}

function find(head: Uint8Array): number | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  let at = 0
  // Eight at a time: the heads of most tensors are zeros to their end.
  while (at + 8 <= head.length && (view.getUint32(at) | view.getUint32(at + 4)) === 0) at += 8
  for (; at < head.length; at++) if ((head[at] ?? 0) > 0x20) return head[at]
  return undefined
}
