export const MAGIC = 'ARROW1'

export const CONTINUATION = 0xffffffff

export function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
