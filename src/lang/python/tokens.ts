// Lists the names and imports of Python source without parsing it.
/** A name with its attributes in Python or TorchScript source, e.g. `os.path.join`. */
export interface Chain {
  readonly text: string
  /** A variable or a named argument that gets a value here. */
  readonly named: boolean
  /** An opening parenthesis follows. */
  readonly called: boolean
  /** The first argument of the call, where it is a plain string. */
  readonly argument: string | undefined
  /** Runs when the file is imported: not in the body of a function, and not under `if __name__ == '__main__'`. */
  readonly top: boolean
}

/** One import statement’s name: `import module as local`, or `from module import name as local`. */
export interface Import {
  readonly module: string
  /** Undefined for `import module`; `*` for all. */
  readonly name: string | undefined
  readonly local: string
  readonly top: boolean
}

/** The names and imports of Python source. */
export interface PythonNames {
  readonly chains: readonly Chain[]
  readonly imports: readonly Import[]
}

/** Maximum number of names of one file. */
const MAX_NAMES = 100_000
const SPACE = /[ \t\f]*/y
/** Whitespace that may continue on the next line. */
const CONTINUED = /(?:[ \t\f]|\\\n)*/y
/** The end of an argument; one that consists of several strings is unknown. */
const ENDS_ARGUMENT = /[ \t\f\n]*[,)]/y
const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:(?:\s|\\\n)*\.(?:\s|\\\n)*[\p{L}_][\p{L}\p{N}_]*)*/uy
const PREFIX = /^(?:[rbuft]|br|rb|fr|rf|tr|rt)$/i
const FORMATTED = /[ft]/i
const STRING = /[rbuRBU]{0,2}(?:'([^'\\\n]{0,400})'|"([^"\\\n]{0,400})")/y
const IMPORT = /import(?:[ \t]|\\\n)+([^\s#;\\](?:\\\n|[^\n#;])*)/y
const FROM = /from(?:[ \t]|\\\n)+([.\p{L}\p{N}_]+)(?:[ \t]|\\\n)+import(?:[ \t]|\\\n)*(\([^)]{0,4000}\)|(?:\\\n|[^\n#;])+)/uy
const FUNCTION = /(?:async[ \t]+)?def\b|if[ \t]+__name__[ \t]*==|if[ \t]+TYPE_CHECKING\b/y

/**
 * Returns the names that Python source uses, in order, without comments and strings. Splits the text into tokens and
 * follows the indentation without parsing, so that it works for source of every version and for broken source. Linear
 * in the length.
 */
export function pythonNames(source: string): PythonNames {
  const text = source.replace(/\r\n?/g, '\n')
  const chains: Chain[] = []
  const imports: Import[] = []
  /** Indentations of the functions around the line. */
  const functions: number[] = []
  let brackets = 0
  let lineStart = true
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < text.length && chains.length + imports.length < MAX_NAMES) {
    if (lineStart && brackets === 0) {
      const indent = match(SPACE, text, at)?.[0].length ?? 0
      at += indent
      const char = text[at]
      if (char !== '\n' && char !== '\r' && char !== '#') {
        while (functions.length > 0 && indent <= (functions[functions.length - 1] ?? 0)) functions.pop()
        const statement = match(FROM, text, at) ?? match(IMPORT, text, at)
        if (statement) {
          addImports(statement, functions.length === 0, imports)
          at += statement[0].length
          lineStart = false
          continue
        }
        const opener = match(FUNCTION, text, at)
        if (opener) {
          functions.push(indent)
          at += opener[0].length
          lineStart = false
          continue
        }
      }
    }
    lineStart = false
    const char = text[at] ?? ''
    if (char === '\n') lineStart = true
    // A statement follows a semicolon, or the colon of one that contains others.
    else if ((char === ';' || char === ':') && brackets === 0) {
      lineStart = false
      const start = skipWhitespace(text, at + 1)
      const statement = match(FROM, text, start) ?? match(IMPORT, text, start)
      if (statement) {
        addImports(statement, functions.length === 0, imports)
        at = start + statement[0].length
        continue
      }
    } else if (char === '#') {
      at = endOf(text, '\n', at)
      continue
    } else if (char === '"' || char === "'") {
      at = endOfString(text, at)
      continue
    } else if (char === '(' || char === '[' || char === '{') brackets++
    else if (char === ')' || char === ']' || char === '}') brackets = Math.max(0, brackets - 1)
    else {
      const name = match(NAME, text, at)?.[0]
      if (name !== undefined) {
        at += name.length
        const next = text[at]
        if ((next === '"' || next === "'") && PREFIX.test(name)) {
          if (FORMATTED.test(name)) {
            const end = endOfString(text, at)
            chains.push(...chainsOfFields(text.slice(at, end), functions.length === 0))
            at = end
          }
          continue
        }
        const open = match(CONTINUED, text, at)?.[0].length ?? 0
        const called = text[at + open] === '('
        const argument = called ? wholeArgument(text, at + open + 1) : undefined
        chains.push({
          text: name.replace(/[\s\\]/g, '').normalize('NFKC'),
          named: text[at + open] === '=' && text[at + open + 1] !== '=',
          called,
          argument: argument?.[1] ?? argument?.[2],
          top: functions.length === 0,
        })
        continue
      }
    }
    at++
  }
  return { chains, imports }
}

/** Returns the names in the expressions of a formatted string, which run. */
function chainsOfFields(literal: string, top: boolean): readonly Chain[] {
  const found: Chain[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < literal.length; at++) {
    if (literal[at] === '{') {
      if (depth === 0 && literal[at + 1] === '{') at++
      else if (depth++ === 0) start = at + 1
    } else if (literal[at] === '}' && depth > 0 && --depth === 0) {
      // Nested formatted strings are not read: real code has none, and each level would be read again.
      for (const chain of pythonNames(literal.slice(start, at)).chains) found.push({ ...chain, top })
    }
  }
  return found
}

function addImports(statement: RegExpExecArray, top: boolean, imports: Import[]): void {
  const from = statement[2] === undefined ? undefined : (statement[1] ?? '').normalize('NFKC')
  const list = (statement[2] ?? statement[1] ?? '')
    .normalize('NFKC')
    .replace(/[()\\]/g, ' ')
    .replace(/#[^\n]*/g, ' ')
  for (const part of list.split(',', 500)) {
    const [name = '', as, local] = part.trim().split(/\s+/)
    if (name === '') continue
    if (from === undefined)
      imports.push({ module: name, name: undefined, local: as === 'as' && local ? local : (name.split('.')[0] ?? name), top })
    else imports.push({ module: from, name, local: as === 'as' && local ? local : name, top })
  }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** Matches an argument that is one string literal. */
function wholeArgument(text: string, at: number): RegExpExecArray | undefined {
  const start = skipWhitespace(text, at)
  const found = match(STRING, text, start)
  return found && match(ENDS_ARGUMENT, text, start + found[0].length) ? found : undefined
}

function skipWhitespace(text: string, at: number): number {
  return at + (match(SPACE, text, at)?.[0].length ?? 0)
}

function endOf(text: string, what: string, from: number): number {
  const end = text.indexOf(what, from)
  return end < 0 ? text.length : end
}

/** Returns the offset after a string; one that is not closed ends with its line, as in Python. */
function endOfString(text: string, at: number): number {
  const quote = text[at] ?? ''
  const triple = text.startsWith(quote.repeat(3), at)
  for (let end = at + (triple ? 3 : 1); end < text.length; end++) {
    const char = text[end]
    if (char === '\\') end++
    else if (triple ? text.startsWith(quote.repeat(3), end) : char === quote) return end + (triple ? 3 : 1)
    else if (char === '\n' && !triple) return end
  }
  return text.length
}
