// Rules about chat templates written in Jinja.
import type { Rule } from './rule.ts'

export const templateRules = [
  {
    id: 'template/injection',
    severity: 'critical',
    title: 'A chat template reaches into the Python interpreter',
    description:
      'The template uses attributes or calls that lead from a value to arbitrary Python code. Libraries that render it without a sandbox run that code at the first message.',
    help: 'Do not use this model. Compare its template with the one the author publishes.',
    cwe: [1336, 94],
  },
  {
    id: 'template/hidden-name',
    severity: 'high',
    title: 'A chat template hides the name of an attribute',
    description:
      'The template works out the name of an attribute from texts of its own, in a way that cannot be followed without running it. Templates that fill in messages write such names out.',
    help: 'Do not use this model before somebody has read its template, or render it in a sandbox only.',
    cwe: [1336, 94],
  },
  {
    id: 'template/include',
    severity: 'high',
    title: 'A chat template loads other templates',
    description:
      'The template uses import, include, from or extends. Chat templates stand alone; a loader that follows such a tag reads a file that the template names.',
    help: 'Ask for a template without these tags, or write the included text into it.',
    cwe: [1336],
  },
  {
    id: 'template/unparsable',
    severity: 'medium',
    title: 'A chat template could not be followed',
    description:
      'The template is no valid Jinja, or it works out names that only running it could tell, so that nothing is known of what it does.',
    help: 'Read the template by hand, or render it in a sandbox only.',
    cwe: [1336],
  },
] as const satisfies readonly Rule[]
