// Loads the YAML parser on demand.
import * as yaml from 'yaml'

/** The YAML parser, in its own module so that it loads on demand. It is CommonJS, hence the namespace import. */
export { yaml }
