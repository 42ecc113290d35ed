import type { Artifact } from '../types/artifact.ts'
import type { Finding, Incomplete, Severity } from '../types/finding.ts'
import type { Observation } from '../types/observation.ts'
import type { TorchVerdict } from '../types/report.ts'
import { asGuess } from './code/guess.ts'
import { judge } from './judge.ts'
import type { Judgement } from './judgement.ts'
import type { Policy } from './policy.ts'
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

/** Judges the facts of one file as they come and keeps what is to be reported: one finding per cause and artifact. */
export class Collector {
  private readonly policy: Policy
  private readonly explain: Explain | undefined
  private readonly byCause = new Map<string, Counted>()
  /** The finding of the fact before, of which a hostile file may hold millions. */
  private last: { readonly artifact: Artifact; readonly finding: Counted } | undefined
  private shown: Map<string, number> | undefined
  private readonly kept: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 }
  private readonly unread: Incomplete[] = []
  private readonly weightsOnly: Partial<Record<'pytorch' | 'pytorch-legacy', WeightsOnly>> = {}
  private cut = 0

  constructor(policy: Policy, explain?: Explain) {
    this.policy = policy
    this.explain = explain
  }

  /** Takes one fact. A true answer: see `Scan.observe`. */
  observe(observation: Observation, artifact: Artifact): boolean {
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
    if (judgement.kind === 'fine') return judgement.settled && this.explain === undefined
    return this.addFinding(judgement, observation, artifact) && this.explain === undefined
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

  /** True where further facts of this cause would change nothing but its count. */
  private addFinding(judgement: Extract<Judgement, { kind: 'finding' }>, observation: Observation, artifact: Artifact): boolean {
    const { last } = this
    if (judgement.about === undefined && last?.artifact === artifact && isSame(judgement, last.finding)) {
      last.finding.count++
      return last.finding.count >= COUNTED && this.explain === undefined
    }
    const place = artifact.path.join('\0')
    const about = judgement.about === undefined ? undefined : `${place}\0${judgement.about}`
    let cause = `${place}\0${judgement.rule}\0${judgement.evidence}`
    let full = false
    if (about !== undefined) {
      const isCall = observation.kind === 'call' && judgement.evidence !== judgement.about
      this.shown ??= new Map()
      const shown = this.shown.get(about) ?? 0
      full = shown >= MAX_CALLS_SHOWN
      if (!isCall) {
        // The calls of a name say more than its import.
        if (shown > 0) return false
        cause = about
      } else if (full) cause = `${about}\0more`
      else if (!this.byCause.has(cause)) {
        this.shown.set(about, shown + 1)
        const replaced = this.byCause.get(about)
        if (replaced) this.kept[replaced.severity]--
        this.byCause.delete(about)
        this.last = undefined
      }
    }
    const known = this.byCause.get(cause)
    if (known) {
      known.count++
      this.last = { artifact, finding: known }
      return full
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
}

function isSame({ rule, evidence }: Extract<Judgement, { kind: 'finding' }>, finding: Counted): boolean {
  return finding.rule === rule && finding.evidence === evidence
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
