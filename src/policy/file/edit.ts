// Adds an exception to the text of a policy file without touching the rest of it.
import { isSeq, parseDocument } from 'yaml'
import type { Exception, Policy } from '../policy.ts'

/**
 * Returns the text of a policy file with one more exception. Keeps comments and the order of keys, and JSON stays JSON.
 * `parse` validates the text before and after the change.
 * @throws {PolicyError} if the text is not a valid policy before or after the change.
 */
export function addException(text: string, { path, sha256, rule, reason, expires }: Exception, parse: (text: string) => Policy): string {
  parse(text)
  const entry = { path, sha256, rule, reason, expires }
  const added = isJson(text) ? toJson(text, entry) : toYaml(text, entry)
  parse(added)
  return added
}

function toYaml(text: string, entry: object): string {
  const document = parseDocument(text)
  const list = document.get('exceptions', true)
  if (isSeq(list)) {
    list.flow = false
    list.add(document.createNode(entry))
  } else document.set('exceptions', document.createNode([entry]))
  return document.toString({ lineWidth: 0 })
}

function toJson(text: string, entry: object): string {
  const policy = JSON.parse(text) as { readonly exceptions?: readonly object[] }
  return `${JSON.stringify({ ...policy, exceptions: [...(policy.exceptions ?? []), entry] }, null, 2)}\n`
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
