// The key by which the text of a Keras configuration is recognised.
/** `class_name`, as it is or with one of its letters written as an escape. */
export const MENTION = /class_name|\\u00(?:5f|[67][0-9a-f])/i
