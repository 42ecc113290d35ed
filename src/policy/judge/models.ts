// Bundles the judges of configurations, graphs and templates, which are loaded on demand.
import { judgeConfig } from './config.ts'
import { judgeGraph } from './graph.ts'
import { judgeTemplate } from './template.ts'

/** The judges of configurations, graphs and templates. `judge.ts` loads them on demand: their tables are long. */
export const modelJudges = { judgeConfig, judgeGraph, judgeTemplate } as const
