/** What is known of an input besides its bytes. */
export interface Facts {
  /** Of a file, or of all files of a folder. */
  readonly bytes?: number
  /** Bytes once decompressed. */
  readonly inflated?: number
  readonly opcodes?: number
  readonly members?: number
  readonly files?: number
}

/**
 * How one run of a tool ended. `read`: it says that it read the input. `unread`: its exit status says that it could not, so that its time is not a fair
 * one. `time`, `memory`: it was ended at that limit. `failed`: it could not be started, or died.
 */
export type Outcome = 'read' | 'unread' | 'time' | 'memory' | 'failed'

/** One run of one tool on one input. */
export interface Sample {
  readonly case: string
  readonly tool: string
  /** Runs of the same round came one after the other: their times are compared. Round 0 warms caches. */
  readonly round: number
  /** Wall time of the whole process. */
  readonly seconds: number
  /** Peak resident memory in MiB; null where the system does not tell. */
  readonly rss: number | null
  readonly status: number | null
  readonly outcome: Outcome
  /** Only of the run that looks at the report: files by their status in it. */
  readonly files?: Readonly<Record<string, number>>
}

/** What was measured with what. */
export interface About {
  readonly date: string
  readonly platform: string
  readonly cpus: number
  readonly cpu: string
  readonly memoryGib: number
  /** Processes that ran or waited, on average over the minute before the start: above the number of CPUs, seconds say little. */
  readonly load: number
  /** Rounds asked for. */
  readonly rounds: number
  /** Limits of one run of another tool. */
  readonly limitSeconds: number
  readonly limitGib: number
  /** Versions by the name of the tool, with Node. */
  readonly tools: Readonly<Record<string, string>>
}

/** The results file: everything that is printed and drawn comes from it. */
export interface Results {
  readonly schema: 1
  readonly about: About
  readonly facts: Readonly<Record<string, Facts>>
  /** Inputs that could not be made here, and why. */
  readonly skipped: Readonly<Record<string, string>>
  readonly samples: readonly Sample[]
}

/** Which question a case answers; `--only` takes these too. */
export type Group = 'scanners' | 'decoders' | 'discovery' | 'scaling' | 'hostile'

/** One input, and who is measured on it. */
export interface Case {
  readonly name: string
  readonly group: Group
  readonly what: string
  /** The file or folder, where another case has made it: its name. */
  readonly input?: string
  readonly make: (path: string) => Facts | Promise<Facts>
  /** Arguments of ModelGate, where it does something else than scanning to a JSON report. */
  readonly args?: readonly string[]
  /** Names of the other tools that are measured; `all` are all scanners. */
  readonly tools: readonly string[]
  /** What the report has to say of every file: else the time says nothing. `any`: nothing is asked. */
  readonly expect: 'clean' | 'clean or no model' | 'any'
}
