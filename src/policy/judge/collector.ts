// Collects the findings of one file and merges observations that have the same cause.
import type { Observation } from '../../facts/observation.ts'
import type { Silence } from '../../facts/pickle.ts'
import type { Artifact } from '../../types/artifact.ts'
import type { Finding, Incomplete, Severity } from '../../types/finding.ts'
import type { TorchVerdict } from '../../types/report.ts'
import type { Policy } from '../policy.ts'
import { asGuess } from './guess.ts'
import { isHarmlessImport } from './import.ts'
import { judge } from './judge.ts'
import type { Judgement } from './judgement.ts'
import { WeightsOnly } from './weights-only.ts'

/** Findings of one file and severity that are kept: a hostile file can hold a million different ones, and must not hide a bad one behind them. */
const MAX_FINDINGS = 1_000
/** Parts of one file that are listed as unread. */
const MAX_INCOMPLETE = 500
/** Different calls of one function that are shown for one artifact. */
const MAX_CALLS_SHOWN = 8

/** Nobody who reads a report tells ten thousand of the same from a million: then the facts need not be stated any more. */
const COUNTED = 10_000

/** Hears every judgement, for `--explain`. */
export type Explain = (observation: Observation, judgement: Judgement | undefined, artifact: Artifact) => void

type Counted = Omit<Finding, 'count'> & { count: number }
type Found = Extract<Judgement, { kind: 'finding' }>

/** What was found about one imported name in one artifact. */
interface Named {
  /** Causes that are no calls with arguments, of which a call takes the place. */
  readonly imports: Map<string, Severity>
  worstCall: number
  /** Calls that are shown, for each rule and severity. */
  readonly shown: Map<string, number>
}

const RANK: Readonly<Record<Severity, number>> = { critical: 4, high: 3, medium: 2, low: 1 }

/** Judges the facts of one file as they come and keeps what is to be reported: one finding per cause and artifact. */
export class Collector {
  private readonly policy: Policy
  private readonly explain: Explain | undefined
  private readonly byCause = new Map<string, Counted>()
  /** The finding of the fact before, of which a hostile file may hold millions. */
  private last: { readonly artifact: Artifact; readonly finding: Counted } | undefined
  private names: Map<string, Named> | undefined
  private readonly kept: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 }
  private readonly unread: Incomplete[] = []
  private readonly weightsOnly: Partial<Record<'pytorch' | 'pytorch-legacy', WeightsOnly>> = {}
  private cut = 0

  constructor(policy: Policy, explain?: Explain) {
    this.policy = policy
    this.explain = explain
  }

  /** Takes one fact. The answer: see `Scan.observe`. What it spares would change no finding but its count, so that `--explain` may do without. */
  observe(observation: Observation, artifact: Artifact): Silence | false {
    if (observation.kind === 'incomplete') {
      // Bytes that only look like a payload need not be one that can be read.
      if (artifact.hints?.guess) return false
      this.explain?.(observation, undefined, artifact)
      this.addIncomplete(observation, artifact)
      return false
    }
    const torch = torchKind(artifact)
    if (torch) this.watch(torch).observe(observation)
    const judged = judge(this.policy, observation)
    const judgement = artifact.hints?.guess ? asGuess(this.policy, judged, artifact.hints.guess) : judged
    this.explain?.(observation, judgement, artifact)
    const answer = judgement.kind === 'fine' ? judgement.settled : this.addFinding(judgement, observation, artifact)
    return this.explain === undefined && answer
  }

  /** See `Scan.harmless`. */
  harmless(name: Extract<Observation, { kind: 'global' }>): boolean {
    return isHarmlessImport(this.policy, name)
  }

  /** What was found, in no order, and what was not read. */
  result(): { readonly findings: readonly Finding[]; readonly incomplete: readonly Incomplete[] } {
    const findings = [...this.byCause.values()]
    const first = findings[0]
    if (this.cut > 0 && first) {
      this.unread.push({ why: 'limit', detail: `${this.cut} more findings of this file are not listed`, path: [first.path[0]] })
    }
    return { findings, incomplete: this.unread }
  }

  /** What torch's restricted unpickler makes of the file, whose formats are `labels`; undefined where `torch.load` unpickles nothing of it. */
  torchVerdict(labels: readonly string[]): TorchVerdict | undefined {
    // A tar goes before everything else in torch.load, and is never restricted.
    if (labels.includes('tar')) return undefined
    const kind = labels.includes('pytorch') ? 'pytorch' : labels.includes('pytorch-legacy') ? 'pytorch-legacy' : undefined
    return kind && this.watch(kind).verdict()
  }

  private watch(kind: 'pytorch' | 'pytorch-legacy'): WeightsOnly {
    this.weightsOnly[kind] ??= new WeightsOnly()
    return this.weightsOnly[kind]
  }

  private addIncomplete(observation: Extract<Observation, { kind: 'incomplete' }>, artifact: Artifact): void {
    const { why, detail, remedy } = observation
    const offset = placeIn(observation)
    const same = this.unread.some((part) => part.why === why && part.detail === detail && part.path.join('\0') === artifact.path.join('\0'))
    if (same || this.unread.length >= MAX_INCOMPLETE) return
    this.unread.push({
      why,
      detail,
      ...(remedy === undefined ? {} : { remedy }),
      path: artifact.path,
      ...(offset === undefined ? {} : { offset }),
    })
  }

  /** Keeps one finding for each cause. The answer: see `Scan.observe`. */
  private addFinding(judgement: Found, observation: Observation, artifact: Artifact): Silence | false {
    const { last } = this
    if (judgement.about === undefined && last?.artifact === artifact && isSame(judgement, last.finding)) {
      last.finding.count++
      return enough(observation, last.finding)
    }
    const place = artifact.path.join('\0')
    const cause =
      judgement.about === undefined ? causeOf(judgement, place, judgement.evidence) : this.causeAbout(judgement, observation, place)
    if (cause === undefined) return false
    const known = this.byCause.get(cause)
    if (known) {
      known.count++
      this.last = { artifact, finding: known }
      return enough(observation, known)
    }
    if (this.kept[judgement.severity] >= MAX_FINDINGS) {
      this.cut++
      return false
    }
    this.kept[judgement.severity]++
    const offset = placeIn(observation)
    this.byCause.set(cause, {
      rule: judgement.rule,
      severity: judgement.severity,
      message: judgement.message,
      path: artifact.path,
      ...(offset === undefined ? {} : { offset }),
      ...(offset === undefined || artifact.fileOffset === undefined ? {} : { fileOffset: artifact.fileOffset + offset }),
      ...('opcode' in observation && observation.opcode !== undefined ? { opcode: observation.opcode } : {}),
      evidence: judgement.evidence,
      count: 1,
    })
    return false
  }

  /**
   * The cause of a finding about an imported name: its calls say more than its import, and so many are shown of each rule and severity. A finding never
   * gives way to a milder one. Undefined where another says it all.
   */
  private causeAbout(judgement: Found, observation: Observation, place: string): string | undefined {
    const about = `${place}\0${judgement.about}`
    this.names ??= new Map()
    const name: Named = this.names.get(about) ?? { imports: new Map(), worstCall: 0, shown: new Map() }
    this.names.set(about, name)
    const kind = `${judgement.rule}\0${judgement.severity}`
    if (observation.kind !== 'call' || judgement.evidence === judgement.about) {
      if (name.worstCall >= RANK[judgement.severity]) return undefined
      const cause = `${about}\0${kind}`
      name.imports.set(cause, judgement.severity)
      return cause
    }
    const cause = causeOf(judgement, place, judgement.evidence)
    if (this.byCause.has(cause)) return cause
    const shown = name.shown.get(kind) ?? 0
    if (shown >= MAX_CALLS_SHOWN) return `${about}\0${kind}\0more`
    name.shown.set(kind, shown + 1)
    name.worstCall = Math.max(name.worstCall, RANK[judgement.severity])
    for (const [replaced, severity] of name.imports) {
      if (RANK[severity] > name.worstCall) continue
      name.imports.delete(replaced)
      if (this.byCause.delete(replaced)) this.kept[severity]--
      this.last = undefined
    }
    return cause
  }
}

function causeOf({ rule, severity }: Found, place: string, evidence: string): string {
  return `${place}\0${rule}\0${severity}\0${evidence}`
}

/** Nothing is worse than critical; of a fact without arguments, a further one says the same. */
function enough(observation: Observation, { severity, count }: Counted): Silence | false {
  return count >= COUNTED && (observation.kind !== 'call' || severity === 'critical') && 'literals'
}

function isSame({ rule, severity, evidence }: Found, finding: Counted): boolean {
  return finding.rule === rule && finding.severity === severity && finding.evidence === evidence
}

/** Where a fact is. What a damaged file points at may lie before its first byte, and that is no place. */
function placeIn(observation: Observation): number | undefined {
  return 'offset' in observation && observation.offset !== undefined && observation.offset >= 0 ? observation.offset : undefined
}

/** The pickle that `torch.load` would run: `data.pkl` of a zip, in any case, or the file itself. */
function torchKind({ path, hints }: Artifact): 'pytorch' | 'pytorch-legacy' | undefined {
  if (path.length === 1) return 'pytorch-legacy'
  return path.length === 2 && hints?.pickle === 'torch' && /(?:^|\/)data\.pkl$/i.test(path[1] ?? '') ? 'pytorch' : undefined
}
