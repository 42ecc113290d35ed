// Type tags and first bytes of Torch7 (Lua) files.
/** Type tags of torch7's File.lua, each a 32-bit integer. */
export const NIL = 0

export const NUMBER = 1

export const STRING = 2

export const TABLE = 3

export const OBJECT = 4

/** The same as text: a type tag and the number of an object, or of a class with its version. */
export const TEXT = /^\s*[1-8]\s+\d+\s/

export const TEXT_OBJECT = /^\s*4\s+1\s+3\nV 1\n/
