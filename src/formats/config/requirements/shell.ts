// Finds the part of a requirement that a shell would run as a command of its own.
/** A package, its extras and versions, up to what a shell takes for the end of a command; nothing where a line is prose. */
const PACKAGE = /^[A-Za-z0-9][\w.-]*\s*(?:\[[^\]]{0,200}\]\s*)?(?:\(?\s*(?:[<>=!~]=?=?|@)[^;&|`\n]{0,300})?$/
/** An option of pip with its value. */
const OPTION = /^--?[a-z][\w-]*(?:[=\s]\s?[^\s;&|`]{0,300})?$/i
/** pip replaces these by the environment's values. */
const VARIABLE = /\$\{[A-Z0-9_]{1,100}\}/g
/** Commands within a command, and what leads to or from other files than those that `numpy>=1` makes in passing. */
const SUBSTITUTION = /\$\(|\$\{|`|[<>]\s?[(&~/]|<<|\$'/
/** Names of environment markers (PEP 508), and what may stand between them. */
const MARKER =
  /^(?:\s|[()<>=!~]|\b(?:and|or|not|in|python_version|python_full_version|os_name|sys_platform|platform_\w+|implementation_\w+|extras?|dependency_groups|os\.name|sys\.platform|platform\.\w+)\b|"[^"$`\\]{0,200}"|'[^']{0,200}')*$/
/** Options that pip takes behind a requirement. */
const OPTIONS = /(?:\s--(?:hash|config-settings?|global-option)[=\s]\S{1,200})+\s*$/

/**
 * What a shell would run of a requirement beyond installing it, undefined where nothing. MLflow puts the entries of `python_env.yaml` into the line of one as they
 * are (models/container/__init__.py `_install_model_dependencies_to_env`, CVE-2025-15379); no package index needs such characters.
 */
export function shellPart(written: string): string | undefined {
  const text = written
    .replace(/[^\S\n]+/g, ' ')
    .replace(VARIABLE, '')
    .replace(OPTIONS, '')
    .trim()
  const substitution = SUBSTITUTION.exec(text)
  const end = text.search(/[;&|\n]/)
  if (substitution !== null && (end < 0 || substitution.index < end)) {
    const before = text.slice(0, substitution.index).trim()
    return isRequirement(before) ? text.slice(substitution.index) : undefined
  }
  if (end < 0 || !isRequirement(text.slice(0, end).trim())) return undefined
  const rest = text.slice(end)
  if (rest.startsWith(';') && MARKER.test(rest.slice(1))) return undefined
  // The query of an address.
  if (/^&[\w.%-]*=[\w.%+/:&=-]*$/.test(rest)) return undefined
  return rest
}

/** A package, an option of pip, or nothing: prose is none of them. */
function isRequirement(text: string): boolean {
  return text === '' || PACKAGE.test(text) || OPTION.test(text)
}
