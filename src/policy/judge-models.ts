import { judgeConfig } from './judge-config.ts'
import { judgeGraph } from './judge-graph.ts'
import { judgeTemplate } from './judge-template.ts'

/** The judges of configurations, graphs and templates, whose tables are long and which pickles and archives do not need. Loaded by `judge.ts`. */
export const modelJudges = { judgeConfig, judgeGraph, judgeTemplate } as const
