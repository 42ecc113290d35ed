// Starts the action: the entry point of dist/index.js.
import { run } from './main.ts'

// A promise that never settles ends the process with Node's exit code 13: a gate that hangs does not pass.
await run(process.env)
