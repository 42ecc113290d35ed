// The magic of Arrow files and the marker of their messages.

/** First and last bytes of an Arrow file. */
export const MAGIC = 'ARROW1'

/** The marker before the length of a message (Arrow columnar format, "Encapsulated message format"). */
export const CONTINUATION = 0xffffffff
