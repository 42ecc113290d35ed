// Extensions of protobuf text files, and a check for files that begin with comments.
export const EXTENSIONS = ['.pbtxt', '.pbtext', '.textproto']

/** Is the head of a text filled by comments, so that only the rest can tell what it is? */
export function isComments(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head)
  return text.includes('#') && text.replace(/#[^\n]*/g, '').trim() === ''
}
