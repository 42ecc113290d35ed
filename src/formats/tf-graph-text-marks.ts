export const EXTENSIONS = ['.pbtxt', '.pbtext', '.textproto']
