// The magic of Arrow files and the marker of their messages.
export const MAGIC = 'ARROW1'

export const CONTINUATION = 0xffffffff
