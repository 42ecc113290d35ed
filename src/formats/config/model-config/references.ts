import type { ConfigLoader } from '../../../facts/config.ts'
import type { Observation } from '../../../facts/observation.ts'
import type { Scan } from '../../../types/format.ts'

type Reference = Extract<Observation, { kind: 'config-reference' }>

export interface Stated {
  readonly loader: ConfigLoader
  /** Dotted, `module.Class`; for `module` and `remote` the whole thing. */
  readonly target: string
  readonly where: string
  readonly use: Reference['use']
  readonly detail?: string
  /** No ordinary file has this, wherever it lies. */
  readonly unmistakable?: boolean
  /** No loader is known to take this name: only its danger counts, near a model too. */
  readonly ordinary?: boolean
}

/** Longer names are none: they are shown cut. */
const MAX_TARGET = 500
/** References whose place in the text is looked up; of more, the beginning of the file is told. */
const MAX_LOCATED = 100

/** States the references of one configuration, each once. */
export class References {
  /** Whose the configuration is. */
  place: 'model' | 'elsewhere' | 'other-tool' = 'elsewhere'
  /** Is it that of a NeMo model, whose class is called `target` (nemo/core/classes/common.py)? */
  nemo = false
  stated = 0
  /** Is there a file of this name in the folder of the configuration? */
  beside: (name: string) => boolean = () => false
  private readonly scan: Scan
  private readonly text: string
  private readonly seen = new Set<string>()

  constructor(scan: Scan, text: string) {
    this.scan = scan
    this.text = text
  }

  state({ loader, target: whole, where, use, detail, unmistakable, ordinary }: Stated): void {
    const target = whole.trim().slice(0, MAX_TARGET)
    const key = `${loader}\n${target}\n${use}`
    if (target === '' || this.seen.has(key)) return
    this.seen.add(key)
    this.stated++
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
      ...(!ordinary && (this.place === 'model' || (unmistakable && this.place !== 'other-tool')) ? {} : { ordinary: true }),
    })
  }

  /** A file that the loader reads besides. */
  file(path: string, role: string): void {
    const key = `file\n${path}`
    if (this.seen.has(key)) return
    this.seen.add(key)
    this.stated++
    this.scan.observe({ kind: 'external-file', format: 'model-config', path: path.slice(0, MAX_TARGET), role, offset: this.locate(path) })
  }

  /** Where the name first stands in the file, in bytes of UTF-8; 0 where it is written another way. */
  private locate(target: string): number {
    const at = this.text.indexOf(target)
    return at <= 0 ? 0 : new TextEncoder().encode(this.text.slice(0, at)).length
  }
}

function isDotted(target: string): boolean {
  const isName = /^[\w./-]+$/.test(target) && /^\.\w+$/.test(target.slice(target.lastIndexOf('.')))
  return isName && !/^[./]|\.(?:py|so|zip|gz|git|whl)$/.test(target)
}
