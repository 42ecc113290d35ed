// Finds the part of a requirement that a shell would run as a separate command.

/** A package with its extras and versions, without characters that end a shell command. Prose does not match. */
const PACKAGE = /^[A-Za-z0-9][\w.-]*\s*(?:\[[^\]]{0,200}\]\s*)?(?:\(?\s*(?:[<>=!~]=?=?|@)[^;&|`\n]{0,300})?$/
/** An option of pip with its value. */
const OPTION = /^--?[a-z][\w-]*(?:[=\s]\s?[^\s;&|`]{0,300})?$/i
/** Environment variables, which pip replaces. */
const VARIABLE = /\$\{[A-Z0-9_]{1,100}\}/g
/** Command substitution and redirection. The redirection that a shell sees in `numpy>=1` is not one of them. */
const SUBSTITUTION = /\$\(|\$\{|`|[<>]\s?[(&~/]|<<|\$'/
/** Environment markers (PEP 508). */
const MARKER =
  /^(?:\s|[()<>=!~]|\b(?:and|or|not|in|python_version|python_full_version|os_name|sys_platform|platform_\w+|implementation_\w+|extras?|dependency_groups|os\.name|sys\.platform|platform\.\w+)\b|"[^"$`\\]{0,200}"|'[^']{0,200}')*$/
/** Options of pip after a requirement. */
const OPTIONS = /(?:\s--(?:hash|config-settings?|global-option)[=\s]\S{1,200})+\s*$/

/**
 * Returns the part of a requirement that a shell would run as a command, or undefined. MLflow puts the entries of
 * `python_env.yaml` into a shell command without escaping (models/container/__init__.py
 * `_install_model_dependencies_to_env`, CVE-2025-15379). No requirement needs such characters.
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
  // The query of a URL.
  if (/^&[\w.%-]*=[\w.%+/:&=-]*$/.test(rest)) return undefined
  return rest
}

/** Whether the text is empty, a package or an option of pip, and not prose. */
function isRequirement(text: string): boolean {
  return text === '' || PACKAGE.test(text) || OPTION.test(text)
}
