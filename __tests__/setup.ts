import fc from 'fast-check'

/** The same cases on every machine, so that a required check fails for a change and not by chance; FC_SEED=2 npm test looks at others. */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 1) })
