import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/bytes/errors.ts
var ScanError = class extends Error {
  name = "ScanError";
  why;
  offset;
  constructor(why, message, offset) {
    super(withoutStack(message));
    Error.stackTraceLimit = stackTraceLimit;
    this.why = why;
    this.offset = offset;
  }
};
var stackTraceLimit = Error.stackTraceLimit;
function withoutStack(message) {
  stackTraceLimit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  return message;
}

export {
  ScanError
};
