// Loads the YAML parser on demand.
import * as yaml from 'yaml'

/** The YAML parser, in a module of its own so that it is loaded only where a configuration asks for it. It is CommonJS: imported like this, all names are there. */
export { yaml }
