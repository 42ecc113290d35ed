// Reads TOML, INI and JSON Lines into plain values, and finds what `logging.config` evaluates in them.
import { readIni } from '../../../wire/ini.ts'
import { readToml } from '../../../wire/toml.ts'
import { isJsonObject } from '../../shared/json-value.ts'

/** Longer files of these kinds are data sets and lock files. */
const MAX_TREE_TEXT = 256 * 1024
const MAX_LINES = 2000

/** Configurations of packaging and development tools, which do not import the names in them. */
const PROJECTS =
  /^(?:pyproject|poetry|uv|Pipfile|Cargo|ruff|\.?ruff|pdm|tox|setup|mypy|pytest|\.?flake8|\.?pylintrc|\.?coveragerc)(?:\.[\w-]+)?$/i

/**
 * Parses TOML, INI or JSON Lines, chosen by the extension, into mappings, lists and strings. Returns undefined for
 * other extensions and for text that is too long.
 */
export function treeOf(text: string, name: string, extension: string): unknown {
  if (text.length > MAX_TREE_TEXT || PROJECTS.test(name)) return undefined
  switch (extension) {
    case '.toml':
      return readToml(text)
    case '.ini':
    case '.cfg':
    case '.conf':
      return withValues(readIni(text))
    case '.jsonl':
    case '.ndjson':
      return text.split('\n', MAX_LINES).flatMap(parsed)
    default:
      return LOGGING.test(text) ? withValues(readIni(text)) : undefined
  }
}

/** Sections whose values `logging.config.fileConfig` evaluates, in a file of any name. */
export const LOGGING = /^\[(?:handler|formatter)_/m

/** Parses values that are JSON, as spaCy and Thinc write them. The names of sections may contain dots. */
function withValues(sections: Readonly<Record<string, Readonly<Record<string, string>>>>): unknown {
  const root = Object.create(null) as Record<string, unknown>
  for (const [section, values] of Object.entries(sections)) {
    const found = Object.create(null) as Record<string, unknown>
    for (const [key, value] of Object.entries(values)) found[key] = parsed(value)[0] ?? value
    root[section] = found
  }
  return root
}

function parsed(text: string): unknown[] {
  if (!/^\s*[[{"]/.test(text)) return []
  try {
    return [JSON.parse(text)]
  } catch {
    return []
  }
}

/** An expression that `logging.config.fileConfig` evaluates, or a class that it imports. */
export interface LoggingPart {
  readonly text: string
  readonly where: string
  readonly evaluated: boolean
}

/**
 * Returns the values of handler and formatter sections that Python's logging evaluates or imports
 * (logging/config.py `_install_handlers`, `_create_formatters`).
 */
export function loggingParts(root: unknown): readonly LoggingPart[] {
  if (typeof root !== 'object' || root === null || !('handlers' in root || 'formatters' in root || 'loggers' in root)) return []
  const found: LoggingPart[] = []
  const shared = 'DEFAULT' in root ? root.DEFAULT : {}
  for (const [section, values] of Object.entries(root)) {
    if (!/^(?:handler|formatter)_/.test(section) || typeof values !== 'object' || values === null) continue
    for (const [key, value] of Object.entries({ ...(isJsonObject(shared) ? shared : {}), ...values })) {
      if (typeof value !== 'string' || !/^(?:class|args|kwargs|defaults)$/i.test(key)) continue
      found.push({ text: value, where: `${section}.${key}`, evaluated: key !== 'class' || section.startsWith('handler_') })
      if (key === 'class') found.push({ text: value, where: `${section}.${key}`, evaluated: false })
    }
  }
  return found
}
