import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import type { About, Case } from './types.ts'

/** The name of ModelGate among the tools, and of a Node that does nothing, which is taken off where a time is told beyond the start of Node. */
export const OURS = 'modelgate'
export const BARE_NODE = 'node'

/** A program that is measured. */
export interface Tool {
  readonly name: string
  readonly version: string
  readonly command: (path: string) => readonly string[]
  /** Exit statuses after which the input was read; with every other one it was not. */
  readonly reads: readonly number[]
  /** It takes folders too. */
  readonly folders: boolean
  readonly kind: 'ours' | 'bare' | 'scanner' | 'reference'
}

/** Zero is clean and one is bad for all scanners; what else there is means an error, no scan, or files that could not be read. */
const JUDGED = [0, 1]

const SCANNERS: readonly (Pick<Tool, 'name' | 'folders'> & { readonly args: (path: string) => readonly string[] })[] = [
  { name: 'modelscan', args: (path) => ['scan', '-p', path], folders: true },
  { name: 'picklescan', args: (path) => ['-p', path], folders: true },
  // Its default report would be written into the working directory.
  { name: 'fickling', args: (path) => ['--check-safety', '--json-output', '/dev/null', path], folders: false },
  // Its cache would give the second run what the first one found.
  { name: 'modelaudit', args: (path) => ['scan', '--no-cache', '--format', 'json', path], folders: true },
]

/** A pipe through node:zlib and nothing else. */
const BARE_ZLIB =
  'import("node:fs").then((fs)=>fs.createReadStream(process.argv[1]).pipe(require("node:zlib").createInflate({chunkSize:262144})).on("data",()=>{}))'

const LOAD = 'import gc,pickle,sys;gc.disable();pickle.load(open(sys.argv[1],"rb"))'

/** Where a program is: in `folder`, or else on the path. Undefined where it is not there. */
function find(name: string, folder: string | undefined): string | undefined {
  const folders = [...(folder === undefined ? [] : [resolve(folder)]), ...(process.env['PATH'] ?? '').split(delimiter)]
  return folders.map((place) => join(place, name)).find((path) => existsSync(path))
}

const said = (command: string, ...args: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  return `${stdout ?? ''}${stderr ?? ''}`
}

/** The version of a Python program, asked of the Python that its first line names: not every one of them can say it itself. */
function packageVersion(program: string, name: string): string {
  const [, python] = /^#!\s*(\S+)/.exec(readFileSync(program, 'utf8')) ?? []
  const version = python && said(python, '-c', `import importlib.metadata as m; print(m.version('${name}'))`).trim()
  return version && /^\d[\w.+-]*$/.test(version) ? version : 'of unknown version'
}

const numberIn = (text: string): string => /\d+\.\d+(\.\d+)?/.exec(text)?.[0] ?? 'of unknown version'

function scanners(folder: string | undefined): readonly Tool[] {
  return SCANNERS.flatMap(({ args, ...tool }) => {
    const program = find(tool.name, folder)
    return program === undefined
      ? []
      : [
          {
            ...tool,
            reads: JUDGED,
            version: packageVersion(program, tool.name),
            command: (path: string) => [program, ...args(path)],
            kind: 'scanner' as const,
          },
        ]
  })
}

/** What does a part of the work and nothing else. A version manager's stand-in for Python would be measured with it: the program itself is asked for. */
function references(node: string, nodeVersion: string): readonly Tool[] {
  const reference = (name: string, version: string, command: Tool['command']): Tool => ({
    name,
    version,
    command,
    reads: [0],
    folders: false,
    kind: 'reference',
  })
  const decoders = ['bzip2', 'xz', 'lz4'].flatMap((name) => {
    const program = find(name, undefined)
    return program === undefined ? [] : [reference(`${name} -dc`, numberIn(said(program, '--version')), (path) => [program, '-dc', path])]
  })
  const [python = '', version = ''] = said('python3', '-c', 'import sys; print(sys.executable, sys.version.split()[0])').trim().split(' ')
  const load = version === '' ? [] : [reference('pickle.load', `CPython ${version}`, (path) => [python, '-c', LOAD, path])]
  return [reference('node:zlib', nodeVersion, (path) => [node, '-e', BARE_ZLIB, path]), ...decoders, ...load]
}

export interface Wanted {
  readonly node: string
  readonly cli: string
  readonly rivals: string | undefined
  /** NAME=COMMAND, split at blanks; {} is the path. */
  readonly peers: readonly string[]
}

/** Builds of the same version differ: the command names what it loads by content, so that its own hash tells them apart. */
const build = (script: string): string => createHash('sha256').update(readFileSync(script)).digest('hex').slice(0, 8)

/** Every tool that is installed, ModelGate first. */
export function findTools({ node, cli, rivals, peers }: Wanted): readonly Tool[] {
  const nodeVersion = said(node, '--version').trim()
  const script = resolve(cli)
  const always = { reads: JUDGED, folders: true }
  return [
    {
      ...always,
      reads: [0, 1, 2],
      name: OURS,
      version: `${numberIn(said(node, script, '--version'))}+${build(script)}`,
      command: (path) => [node, script, path],
      kind: 'ours',
    },
    { ...always, name: BARE_NODE, version: nodeVersion, command: () => [node, '-e', '0'], kind: 'bare' },
    ...scanners(rivals),
    ...peers.map((peer): Tool => {
      const [name = '', command = ''] = peer.split(/=(.*)/s)
      return {
        ...always,
        name,
        version: 'as named',
        command: (path) => command.split(' ').map((word) => word.replace('{}', path)),
        kind: 'scanner',
      }
    }),
    ...references(realpathSync(node), nodeVersion),
  ]
}

/** The tools that a case is measured with, each with its command. */
export function toolsOf(row: Case, tools: readonly Tool[], isFolder: boolean): readonly Tool[] {
  return tools
    .filter(
      ({ name, kind }) =>
        kind === 'ours' || kind === 'bare' || row.tools.includes(name) || (kind === 'scanner' && row.tools.includes('all')),
    )
    .filter(({ folders }) => folders || !isFolder)
}

/** What is told of the machine. */
export function machine(tools: readonly Tool[]): Pick<About, 'platform' | 'cpus' | 'cpu' | 'memoryGib' | 'load' | 'tools'> {
  return {
    platform: `${process.platform} ${process.arch}`,
    cpus: cpus().length,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGib: Math.round(totalmem() / 2 ** 30),
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
    tools: Object.fromEntries(tools.map(({ name, version }) => [name, version])),
  }
}
