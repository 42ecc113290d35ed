// Type tags and first bytes of Torch7 (Lua) files.
/** Type tags of torch7's File.lua, each a 32-bit integer. */
export const NIL = 0
export const NUMBER = 1
export const STRING = 2
export const TABLE = 3
export const OBJECT = 4

/** First characters of the text form: a type tag and the number of an object. */
export const TEXT = /^\s*[1-8]\s+\d+\s/

/** First characters of the text form whose first value is an object with a class version. */
export const TEXT_OBJECT = /^\s*4\s+1\s+3\nV 1\n/
