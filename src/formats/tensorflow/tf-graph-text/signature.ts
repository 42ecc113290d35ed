// Extensions of protobuf text files, and a check for files that begin with comments.
/** Extensions of protobuf text files. */
export const EXTENSIONS = ['.pbtxt', '.pbtext', '.textproto']

/** True if the head of a text contains only comments, so that the format depends on the rest. */
export function isComments(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head)
  return text.includes('#') && text.replace(/#[^\n]*/g, '').trim() === ''
}
