// Finds the first byte of a file that is neither whitespace nor a control byte.
let lastHeadCache: { readonly head: Uint8Array; readonly first: number | undefined } | undefined

/**
 * Returns the first byte of a head that is neither whitespace nor a control byte. About a dozen text formats ask for it
 * before they decode a head. The result for the latest head is cached, so that it is computed once for all of them.
 */
export function firstVisible(head: Uint8Array): number | undefined {
  if (lastHeadCache?.head !== head) lastHeadCache = { head, first: find(head) }
  return lastHeadCache.first
}

function find(head: Uint8Array): number | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  let at = 0
  // Eight bytes at a time: the heads of most tensors are all zeros.
  while (at + 8 <= head.length && (view.getUint32(at) | view.getUint32(at + 4)) === 0) at += 8
  for (; at < head.length; at++) if ((head[at] ?? 0) > 0x20) return head[at]
  return undefined
}
