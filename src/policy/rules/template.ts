// Rules about chat templates written in Jinja.
import type { Rule } from './rule.ts'

export const templateRules = [
  {
    id: 'template/injection',
    severity: 'critical',
    title: 'A chat template reaches into the Python interpreter',
    description:
      'The template uses attributes or calls that lead from a value to arbitrary Python code. A library that renders it without a sandbox runs that code at the first message.',
    help: 'Do not use this model. Compare its template with the one that the author publishes.',
    cwe: [1336, 94],
  },
  {
    id: 'template/hidden-name',
    severity: 'high',
    title: 'A chat template hides the name of an attribute',
    description:
      'The template computes the name of an attribute from its own text, in a way that only running it can resolve. Templates that fill in messages write such names literally.',
    help: 'Read the template before you use this model, or render it only in a sandbox.',
    cwe: [1336, 94],
  },
  {
    id: 'template/include',
    severity: 'high',
    title: 'A chat template loads other templates',
    description:
      'The template uses import, include, from or extends. Chat templates are self-contained; a loader that follows such a tag reads a file that the template names.',
    help: 'Ask for a template without these tags, or copy the included text into it.',
    cwe: [1336],
  },
  {
    id: 'template/unparsable',
    severity: 'medium',
    title: 'A chat template could not be analysed',
    description: 'The template is not valid Jinja, or it computes names that only running it can resolve, so what it does is not known.',
    help: 'Read the template yourself, or render it only in a sandbox.',
    cwe: [1336],
  },
] as const satisfies readonly Rule[]
