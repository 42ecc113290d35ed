/** Does the opcode at `at`, or the one behind a memo opcode there, look into what is on top of the stack? */
export function isWanted(buffer: Uint8Array, at: number): boolean {
  const next = buffer[at]
  const after = next === 0x94 ? buffer[at + 1] : next === 0x71 ? buffer[at + 2] : next === 0x72 ? buffer[at + 5] : next
  return after === 0x52 || after === 0x81 || after === 0x92 || after === 0x62 || after === 0x51 || after === 0x85 || next === 0x70
}
