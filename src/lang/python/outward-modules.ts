import { builtinsIn, isListed } from '../../python/danger/match.ts'
import { MODULE_OBJECTS } from '../../python/danger/table.ts'

/** Modules that nobody calls something else by. */
export const ANYWHERE = words(MODULE_OBJECTS)

/** Built-in functions that lead out: those of the table of dangers for either kind of code, and those that ask whoever sits there for code. */
export const OUTWARD_BUILTINS: ReadonlySet<string> = new Set([
  ...builtinsIn('bytecode'),
  ...builtinsIn('source'),
  ...words('input raw_input breakpoint'),
])

/**
 * Attributes that are worth telling even when their module stands further away than one name. No list of dangers: the module before them is judged with them, and
 * whatever stands right behind a module is told without being here.
 */
const TELLING =
  words(`system popen Popen run call check_call check_output getoutput getstatusoutput spawn spawnl spawnv execl execv execve execvp
  startfile fork forkpty posix_spawn kill remove unlink rmtree rename replace chmod putenv urlopen urlretrieve get post put request
  create_connection connect socket socketpair import_module loads load run_path run_module CDLL WinDLL b64decode Process Thread open mkstemp
  copyfile move makedirs write_text write_bytes`)

/** Most names that one piece of code is said to reach: all that a file of the largest size that is read can name, so that none hides behind others. */
export const MAX_REACHES = 100_000

/** Is this the name of a module that leads out: has the table of dangers anything of it? */
export const isOutward = isListed

/**
 * Dotted names out of a list of names in the order in which code first uses them, as a code object has it: a module that leads out, with the
 * attribute that follows it. An approximation: which attribute belongs to which object is not in the list. `stands`: whether the name is imported or a
 * global there; as an attribute, only a module that nobody calls something else by is one.
 */
export function chains(names: readonly string[], stands: (name: string, index: number) => boolean): readonly string[] {
  const found: string[] = []
  let root: string | undefined
  let direct = false
  names.forEach((name, index) => {
    if (isOutward(name) && (ANYWHERE.has(name) || stands(name, index))) {
      if (root !== undefined && direct) found.push(root)
      root = name
      direct = true
    } else if (OUTWARD_BUILTINS.has(name) && (name === 'exec' || name === '__import__' || stands(name, index))) {
      found.push(name)
    } else if (root !== undefined && (direct || TELLING.has(name))) {
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
