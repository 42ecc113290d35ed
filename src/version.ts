// Holds the version of this tool.

/** The version of this tool, the same as in package.json: a test compares them. */
export const version = '0.1.0'
