// Reports each name in a configuration that a loader imports or downloads, without duplicates.
import type { ConfigLoader } from '../../../facts/config.ts'
import type { Observation } from '../../../facts/observation.ts'
import type { Scan } from '../../../types/format.ts'

type Reference = Extract<Observation, { kind: 'config-reference' }>

/** A name in a configuration that its loader imports or downloads. */
export interface NamedReference {
  readonly loader: ConfigLoader
  /** Dotted, `module.Class`. For the uses `module` and `remote`: the module, repository or file. */
  readonly target: string
  readonly where: string
  readonly use: Reference['use']
  readonly detail?: string
  /** Whether no other program uses this key: it then counts even if no model is near. */
  readonly unmistakable?: boolean
  /** Whether no known loader uses this name: only dangerous names are findings, even near a model. */
  readonly ordinary?: boolean
}

/** Maximum length of a name; longer ones are cut. */
const MAX_TARGET = 500
/** Maximum number of references whose offset is searched; later ones have the offset 0. */
const MAX_LOCATED = 100

/** Reports the references of one configuration, each once. */
export class References {
  /** Whether the configuration belongs to a model, to a known other tool, or to an unknown program. */
  belongsTo: 'model' | 'other-tool' | 'unknown' = 'unknown'
  /**
   * Whether this is the configuration of a NeMo model, whose key `target` is its class (nemo/core/classes/common.py).
   */
  nemo = false
  reportedCount = 0
  /** Returns whether a file of this name exists in the folder of the configuration. */
  beside: (name: string) => boolean = () => false
  private readonly scan: Scan
  private readonly text: string
  private readonly seen = new Set<string>()

  constructor(scan: Scan, text: string) {
    this.scan = scan
    this.text = text
  }

  report({ loader, target: whole, where, use, detail, unmistakable, ordinary }: NamedReference): void {
    const target = whole.trim().slice(0, MAX_TARGET)
    const key = `${loader}\n${target}\n${use}`
    if (target === '' || this.seen.has(key)) return
    this.seen.add(key)
    this.reportedCount++
    const dot = use === 'module' || (use === 'remote' && !isDotted(target)) ? -1 : target.lastIndexOf('.')
    const module = use === 'module' ? target : target.slice(0, Math.max(0, dot))
    this.scan.observe({
      kind: 'config-reference',
      loader,
      module,
      name: use === 'module' ? '' : target.slice(dot + 1),
      where,
      use,
      offset: this.seen.size <= MAX_LOCATED ? this.locate(target) : 0,
      ...(detail === undefined ? {} : { detail }),
      ...(!ordinary && (this.belongsTo === 'model' || (unmistakable && this.belongsTo !== 'other-tool')) ? {} : { ordinary: true }),
    })
  }

  /** Reports another file that the loader reads. */
  file(path: string, role: string): void {
    const key = `file\n${path}`
    if (this.seen.has(key)) return
    this.seen.add(key)
    this.reportedCount++
    this.scan.observe({ kind: 'external-file', format: 'model-config', path: path.slice(0, MAX_TARGET), role, offset: this.locate(path) })
  }

  /** Returns the offset at which the name first occurs, in bytes of UTF-8; 0 if it is written in another way. */
  private locate(target: string): number {
    const at = this.text.indexOf(target)
    return at <= 0 ? 0 : new TextEncoder().encode(this.text.slice(0, at)).length
  }
}

function isDotted(target: string): boolean {
  const isName = /^[\w./-]+$/.test(target) && /^\.\w+$/.test(target.slice(target.lastIndexOf('.')))
  return isName && !/^[./]|\.(?:py|so|zip|gz|git|whl)$/.test(target)
}
