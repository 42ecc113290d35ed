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

/**
 * Maximum number of findings per file and severity. A million findings of one severity must not hide one of another.
 */
const MAX_FINDINGS = 1_000
/** Maximum number of incomplete parts listed for one file. */
const MAX_INCOMPLETE = 500
/** Maximum number of different calls of one function shown for one artifact. */
const MAX_CALLS_SHOWN = 8

/**
 * After this many equal findings, readers need not report the same observation again: the exact count does not matter.
 */
const COUNTED = 10_000

/** Called with every judgement, for `--explain`. */
export type Explain = (observation: Observation, judgement: Judgement | undefined, artifact: Artifact) => void

type Counted = Omit<Finding, 'count'> & { count: number }
type FindingJudgement = Extract<Judgement, { kind: 'finding' }>

/** The findings about one imported name in one artifact. */
interface Named {
  /** Causes without arguments (imports), which a finding about a call replaces. */
  readonly imports: Map<string, Severity>
  worstCall: number
  /** Number of calls shown, by rule and severity. */
  readonly shown: Map<string, number>
}

const RANK: Readonly<Record<Severity, number>> = { critical: 4, high: 3, medium: 2, low: 1 }

/** Judges the observations of one file as they arrive, and keeps one finding per cause and artifact. */
export class Collector {
  private readonly policy: Policy
  private readonly explain: Explain | undefined
  private readonly byCause = new Map<string, Counted>()
  /** The previous finding: a hostile file can contain millions of the same. */
  private last: { readonly artifact: Artifact; readonly finding: Counted } | undefined
  private names: Map<string, Named> | undefined
  private readonly kept: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 }
  private readonly unread: Incomplete[] = []
  private readonly weightsOnly: Partial<Record<'pytorch' | 'pytorch-legacy', WeightsOnly>> = {}
  private dropped = 0

  constructor(policy: Policy, explain?: Explain) {
    this.policy = policy
    this.explain = explain
  }

  /**
   * Takes one observation. Returns which further ones change only the count of a finding, see `Scan.observe`.
   * With `--explain` every observation is wanted.
   */
  observe(observation: Observation, artifact: Artifact): Silence | false {
    if (observation.kind === 'incomplete') {
      // Bytes that only look like a payload are not reported when they turn out to be none.
      if (artifact.hints?.guess) return false
      this.explain?.(observation, undefined, artifact)
      this.addIncomplete(observation, artifact)
      return false
    }
    const torch = torchKind(artifact)
    if (torch) this.torchLoad(torch).observe(observation)
    const judged = judge(this.policy, observation)
    const judgement = artifact.hints?.guess ? asGuess(this.policy, judged, artifact.hints.guess) : judged
    this.explain?.(observation, judgement, artifact)
    const answer = judgement.kind === 'fine' ? judgement.silence : this.addFinding(judgement, observation, artifact)
    return this.explain === undefined && answer
  }

  /** See `Scan.harmless`. */
  harmless(name: Extract<Observation, { kind: 'global' }>): boolean {
    return isHarmlessImport(this.policy, name)
  }

  /** Returns the findings, in no order, and the incomplete parts. */
  result(): { readonly findings: readonly Finding[]; readonly incomplete: readonly Incomplete[] } {
    const findings = [...this.byCause.values()]
    const [first] = findings
    if (this.dropped > 0 && first) {
      this.unread.push({ why: 'limit', detail: `${this.dropped} more findings of this file are not listed`, path: [first.path[0]] })
    }
    return { findings, incomplete: this.unread }
  }

  /**
   * Returns whether torch's restricted unpickler accepts a file with these labels; undefined if `torch.load` unpickles
   * none of it.
   */
  torchVerdict(labels: readonly string[]): TorchVerdict | undefined {
    // torch.load tests for tar first, and reads it without restriction.
    if (labels.includes('tar')) return undefined
    const kind = labels.includes('pytorch') ? 'pytorch' : labels.includes('pytorch-legacy') ? 'pytorch-legacy' : undefined
    return kind && this.torchLoad(kind).verdict()
  }

  private torchLoad(kind: 'pytorch' | 'pytorch-legacy'): WeightsOnly {
    this.weightsOnly[kind] ??= new WeightsOnly()
    return this.weightsOnly[kind]
  }

  private addIncomplete(observation: Extract<Observation, { kind: 'incomplete' }>, artifact: Artifact): void {
    const { why, detail, remedy } = observation
    const offset = offsetOf(observation)
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

  /** Keeps one finding for each cause. Returns which further observations only count, see `Scan.observe`. */
  private addFinding(judgement: FindingJudgement, observation: Observation, artifact: Artifact): Silence | false {
    const { last } = this
    if (judgement.about === undefined && last?.artifact === artifact && isSame(judgement, last.finding)) {
      last.finding.count++
      return silenceAfter(observation, last.finding)
    }
    const place = artifact.path.join('\0')
    const cause =
      judgement.about === undefined ? causeOf(judgement, place, judgement.evidence) : this.causeAbout(judgement, observation, place)
    if (cause === undefined) return false
    const known = this.byCause.get(cause)
    if (known) {
      known.count++
      this.last = { artifact, finding: known }
      return silenceAfter(observation, known)
    }
    if (this.kept[judgement.severity] >= MAX_FINDINGS) {
      this.dropped++
      return false
    }
    this.kept[judgement.severity]++
    const offset = offsetOf(observation)
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
   * Returns the cause of a finding about an imported name. Calls replace the import unless it is more severe, and at
   * most `MAX_CALLS_SHOWN` of each rule and severity are shown. Undefined if a shown call makes the finding redundant.
   */
  private causeAbout(judgement: FindingJudgement, observation: Observation, place: string): string | undefined {
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

function causeOf({ rule, severity }: FindingJudgement, place: string, evidence: string): string {
  return `${place}\0${rule}\0${severity}\0${evidence}`
}

/** Silences a finding that was counted often enough, unless a further call could be more severe. */
function silenceAfter(observation: Observation, { severity, count }: Counted): Silence | false {
  return count >= COUNTED && (observation.kind !== 'call' || severity === 'critical') && 'literals'
}

function isSame({ rule, severity, evidence }: FindingJudgement, finding: Counted): boolean {
  return finding.rule === rule && finding.severity === severity && finding.evidence === evidence
}

/** Returns the offset of an observation. A damaged file may point before its first byte: such an offset is dropped. */
function offsetOf(observation: Observation): number | undefined {
  return 'offset' in observation && observation.offset !== undefined && observation.offset >= 0 ? observation.offset : undefined
}

/** Returns how `torch.load` reads this artifact: `data.pkl` of a zip in any letter case, or the file itself. */
function torchKind({ path, hints }: Artifact): 'pytorch' | 'pytorch-legacy' | undefined {
  if (path.length === 1) return 'pytorch-legacy'
  return path.length === 2 && hints?.pickle === 'torch' && /(?:^|\/)data\.pkl$/i.test(path[1] ?? '') ? 'pytorch' : undefined
}
