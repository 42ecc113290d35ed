// The key by which the text of a Keras configuration is recognised.
/** Matches `class_name`, or an escape that may be one of its letters. */
export const CLASS_NAME = /class_name|\\u00(?:5f|[67][0-9a-f])/i
