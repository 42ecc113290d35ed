// Bundles the judges of configurations, graphs and templates, which are loaded on demand.
import { judgeConfig } from './config.ts'
import { judgeGraph } from './graph.ts'
import { judgeTemplate } from './template.ts'

/** The judges of configurations, graphs and templates, whose tables are long and which pickles and archives do not need. Loaded by `judge.ts`. */
export const modelJudges = { judgeConfig, judgeGraph, judgeTemplate } as const
