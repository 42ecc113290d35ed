/**
 * The lines of a log that a GitHub runner would take for workflow commands, by the rules of actions/runner's ActionCommand.cs:
 * `::name …::` at the start of the trimmed line, or `##[name …]` anywhere in it. Commands are not filtered by name: stricter than the runner.
 */
export function commandsIn(log: string): string[] {
  return log.split(/\r\n|\r|\n/).filter((line) => /^\s*::[\s\S]*?::/.test(line) || /##\[[^\]]*\]/.test(line))
}
