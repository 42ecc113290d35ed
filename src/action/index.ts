// Starts the action: the entry point of dist/index.js.
import { run } from './main.ts'

// If this promise never settles, Node exits with code 13: a run that hangs does not pass.
await run(process.env)
