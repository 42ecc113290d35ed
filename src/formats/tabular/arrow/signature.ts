export const MAGIC = 'ARROW1'

export const CONTINUATION = 0xffffffff
