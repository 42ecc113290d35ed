// Scans the free-text metadata of a safetensors file for class names, templates and pickles.
import { memorySource } from '../../../bytes/source.ts'
import type { Scan } from '../../../types/format.ts'
import { payloadIn } from '../../shared/nested-payload.ts'

/** Maximum number of class names of one value. */
const MAX_TARGETS = 50
/** `"_target_": "package.Class"` in JSON, Python or YAML spelling, also with escaped quotes of JSON in JSON. */
const TARGET = /(?:^|[^\w])_target_[\\"']*\s*[:=]\s*[\\"']*([A-Za-z_][\w.]{0,300})/g
/** Pickles of protocol 2 to 5 as base64. */
const PICKLE_BASE64 = /(?<![A-Za-z0-9+/_=-])gA[I-X][A-Za-z0-9+/_-]{16,}={0,2}/
const MAX_BASE64 = 8 << 20
const MAX_CONFIG = 1 << 20

/** Reports classes that Hydra would build, chat templates, configurations and pickles in one metadata value. */
export async function observeMetadata(scan: Scan, key: string, value: string, offset: number): Promise<void> {
  const where = `__metadata__.${key.slice(0, 100)}`
  const written = key === '_target_' ? `_target_: ${value}` : value
  let count = 0
  for (const [, target = ''] of written.matchAll(TARGET)) {
    if (++count > MAX_TARGETS) break
    const dot = target.lastIndexOf('.')
    scan.observe({
      kind: 'config-reference',
      loader: 'hydra',
      module: target.slice(0, Math.max(0, dot)),
      name: target.slice(dot + 1),
      where,
      use: 'class',
      offset,
    })
  }
  // A configuration in metadata is scanned like a configuration file.
  if (/chat_template/i.test(key)) {
    const { observeTemplate } = await import('../../template/jinja/facts.ts')
    observeTemplate(scan, where, value, offset, false)
  } else if (value.length <= MAX_CONFIG && /^\s*[[{]/.test(value)) {
    const text = new TextEncoder().encode(value)
    scan.budget.charge('members', 1)
    await scan.descend({ name: `${where}.json`, size: text.length, open: () => memorySource(text) })
  } else if (/!!python|tag:yaml\.org,2002:python/.test(value)) {
    const text = new TextEncoder().encode(value)
    await scan.descend({ name: `${where}.yaml`, size: text.length, open: () => memorySource(text) })
  }
  const hex = /^[0-9a-f]{48}/i.test(value) ? payloadIn(new TextEncoder().encode(value), true) : undefined
  if (hex) await scan.descend({ name: where, size: hex.length, open: () => memorySource(hex) })
  const coded = value.length <= MAX_BASE64 ? PICKLE_BASE64.exec(value)?.[0] : undefined
  if (coded === undefined) return
  const bytes = fromBase64(coded)
  if (bytes) await scan.descend({ name: where, size: bytes.length, open: () => memorySource(bytes) })
}

function fromBase64(text: string): Uint8Array | undefined {
  let end = text.length
  while (text[end - 1] === '=') end--
  const usual = text.slice(0, end).replaceAll('-', '+').replaceAll('_', '/')
  const whole = usual.slice(0, usual.length - (usual.length % 4 === 1 ? 1 : 0))
  try {
    return Uint8Array.from(atob(whole), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}
