// Finds dangerous modules and functions among the names that Python code uses.
import { builtinsIn, isListed } from '../../python/danger/match.ts'
import { MODULE_OBJECTS } from '../../python/danger/table.ts'

/** Modules whose names are used for nothing else, so that a variable of that name is the module. */
export const ANYWHERE = words(MODULE_OBJECTS)

/**
 * Built-in functions that access files, other code or the interpreter: those of the table of dangers for bytecode and
 * source, and those that ask the user for code.
 */
export const OUTWARD_BUILTINS: ReadonlySet<string> = new Set([
  ...builtinsIn('bytecode'),
  ...builtinsIn('source'),
  ...words('input raw_input breakpoint'),
])

/**
 * Attributes that are reported even when other names are between them and their module. This is no list of dangers: the
 * module is judged with them, and an attribute right after a module is reported without being in this list.
 */
const DANGEROUS_ATTRIBUTES =
  words(`system popen Popen run call check_call check_output getoutput getstatusoutput spawn spawnl spawnv execl execv execve execvp
  startfile fork forkpty posix_spawn kill remove unlink rmtree rename replace chmod putenv urlopen urlretrieve get post put request
  create_connection connect socket socketpair import_module loads load run_path run_module CDLL WinDLL b64decode Process Thread open mkstemp
  copyfile move makedirs write_text write_bytes`)

/**
 * Maximum number of names that one piece of code uses: as many as the largest file can have, so that none is left out.
 */
export const MAX_REACHES = 100_000

/** True for a module of which the table of dangers has an entry. */
export const isOutward = isListed

/**
 * Returns dotted names from the names of a code object, which are in the order of their first use: a dangerous module
 * with the attribute that follows it. This is an approximation, since the list does not contain which attribute belongs
 * to which object. `isLoaded`: true where the name is imported or a global; an attribute counts only if its name is
 * used for nothing else.
 */
export function chains(names: readonly string[], isLoaded: (name: string, index: number) => boolean): readonly string[] {
  const found: string[] = []
  let root: string | undefined
  let direct = false
  names.forEach((name, index) => {
    if (isOutward(name) && (ANYWHERE.has(name) || isLoaded(name, index))) {
      if (root !== undefined && direct) found.push(root)
      root = name
      direct = true
    } else if (OUTWARD_BUILTINS.has(name) && (name === 'exec' || name === '__import__' || isLoaded(name, index))) {
      found.push(name)
    } else if (root !== undefined && (direct || DANGEROUS_ATTRIBUTES.has(name))) {
      found.push(`${root}.${name}`)
      if (direct && name === 'path') root = `${root}.${name}`
      else direct = false
    }
  })
  if (root !== undefined && direct) found.push(root)
  return found
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}
