// Lays out the probability models of LZMA in one array, by the sizes in the LZMA specification.

/** Number of states of the decoder. */
export const STATES = 12
/** Index of the first probability of each model: here and below. */
export const IS_MATCH = 0
export const IS_REP = IS_MATCH + (STATES << 4)
export const IS_REP0_LONG = IS_REP + 4 * STATES
export const POS_SLOT = IS_REP0_LONG + (STATES << 4)
export const POS_SPECIAL = POS_SLOT + 4 * 64
export const ALIGN = POS_SPECIAL + 128
export const LENGTH = ALIGN + 16
export const REP_LENGTH = LENGTH + 2 + 16 * 8 * 2 + 256
export const LITERAL = REP_LENGTH + 2 + 16 * 8 * 2 + 256

/** Initial probability: one half of 2,048. */
export const HALF = 1024

/** The state after a literal, by the state before. */
export const AFTER_LITERAL = Uint8Array.of(0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 4, 5)
