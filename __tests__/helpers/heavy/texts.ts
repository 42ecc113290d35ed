import { count, fill, join, numbered, type Shapes, times } from './bytes.ts'

/** JSON whose object begins with `first`, in all shapes. */
export const json = (first: string): Shapes => ({
  'deep lists': (size) => join(`{${first},"a":`, fill(size / 2, '['), fill(size / 2, ']'), '}'),
  'deep lists without an end': (size) => join(`{${first},"a":`, fill(size, '[')),
  'deep objects': (size) => join(`{${first},"a":`, times(count(size, '{"a":}'), '{"a":'), '0', fill(count(size, '{"a":}'), '}'), '}'),
  'many keys': (size) => join(`{${first},`, numbered(size, '"k', '":1,'), '"z":0}'),
  'many keys twice': (size) => join(`{${first},`, numbered(size / 2, '"k', '":1,'), numbered(size / 2, '"k', '":1,'), '"z":NaN}'),
  'a long key': (size) => join(`{${first},"`, fill(size, 'k'), '":0}'),
  'a long text': (size) => join(`{${first},"k":"`, fill(size, 'v'), '"}'),
  'a long text of many scripts': (size) => join(`{${first},"k":"`, fill(size, 'é字'), '"}'),
  'a long text with one letter of another script': (size) => join(`{${first},"k":"字`, fill(size, 'v'), '"}'),
  'long keys': (size) =>
    join(`{${first}`, ...Array.from({ length: 50 }, (_, index) => join(`,"${index}`, fill(size / 50, 'k'), '":0')), '}'),
  'many objects': (size) => join(`{${first},"k":[`, fill(size, '{},'), '0]}'),
  'many objects of one key': (size) => join(`{${first},"k":[`, fill(size, '{"a":{}},'), '0]}'),
  'many lists': (size) => join(`{${first},"k":[`, fill(size, '[],'), '0]}'),
  'many numbers': (size) => join(`{${first},"k":[`, fill(size, '0,'), '0]}'),
  'many texts': (size) => join(`{${first},"k":[`, numbered(size, '"t', '",'), '0]}'),
  'many escapes': (size) => join(`{${first},"k":"`, fill(size, '\\u0041'), '"}'),
  'many texts that are JSON': (size) => join(`{${first},"k":[`, fill(size, '"[{\\"a\\":[]}]",'), '0]}'),
  comments: (size) => join(`{${first},`, fill(size, '//a\n'), '"k":0,}'),
  quotes: (size) => join(`{${first},"k":`, fill(size, '"')),
})

export const yaml: Shapes = {
  'deep lists': (size) => join('_target_: x\na: ', fill(size / 2, '['), fill(size / 2, ']')),
  'deep blocks': (size) => {
    const depth = Math.floor(Math.sqrt(2 * size))
    return join('_target_: x\n', Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}a:\n`).join(''))
  },
  'deep items': (size) => join('_target_: x\na:\n', fill(size, '- ')),
  aliases: (size) =>
    join(
      '_target_: x\na0: &a0 [x]\n',
      Array.from({ length: count(size, 'a00000: &a00000 [*a00000,*a00000]\n') }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i},*a${i}]\n`).join(
        '',
      ),
    ),
  anchors: (size) => join('_target_: x\n', numbered(size, 'k: &a', ' [x]\n')),
  'one alias of all': (size) => join('_target_: x\na: &a [x]\nb:\n', fill(size, '- *a\n')),
  'merged keys': (size) => join('_target_: x\na: &a {b: c}\nd:\n', fill(size, '- <<: *a\n')),
  'many keys': (size) => join('_target_: x\n', numbered(size, 'k', ': 1\n')),
  'many items': (size) => join('_target_: x\na:\n', fill(size, '- b\n')),
  'many documents': (size) => join('_target_: x\n', fill(size, '---\n')),
  'many tags': (size) => join('_target_: x\n', fill(size, '- !!python/name:a.b x\n')),
  'a long key': (size) => join('_target_: x\n', fill(size, 'k'), ': 1\n'),
  'a long text': (size) => join('_target_: x\nb: |\n', fill(size, '  text\n')),
}

export const textProto = (first: string, node: string): Shapes => ({
  'deep messages': (size) => join(first, fill(size, `${node} { `)),
  'many nodes': (size) => join(first, fill(size, `${node} {}\n`)),
  'many operators': (size) => join(first, numbered(size, `${node} { name: "n" op: "o`, '" type: "Python" }\n')),
  lists: (size) => join(first, fill(size, `${node}: [`)),
  'a long name': (size) => join(first, `${node} { op: "`, fill(size, 'o'), '" }'),
  'a long key': (size) => join(first, fill(size, 'k'), ': 1'),
})

export const xml = (root: string, item: string, first = ''): Shapes => ({
  'deep elements': (size) => join(`<?xml version="1.0"?><${root}>${first}`, fill(size, `<${item}>`)),
  'many elements': (size) =>
    join(`<?xml version="1.0"?><${root}>${first}`, numbered(size, `<${item} name="n" type="t`, '" version="x"/>'), `</${root}>`),
  'many attributes': (size) => join(`<?xml version="1.0"?><${root}>${first}<${item} `, numbered(size, 'a', '="1" '), `/></${root}>`),
  'a long name': (size) => join(`<?xml version="1.0"?><${root}>${first}<`, fill(size, 'n'), '/>'),
  'a long attribute': (size) => join(`<?xml version="1.0"?><${root}>${first}<${item} type="`, fill(size, 'n'), '"/>'),
  'a long document type': (size) => join(`<?xml version="1.0"?><!DOCTYPE ${root} [`, fill(size, '<!ENTITY a "b">'), `]><${root}/>`),
})

export const jinja: Shapes = {
  'deep brackets': (size) => join('{{', fill(size, '('), '}}'),
  'deep lists': (size) => join('{{', fill(size / 2, '['), fill(size / 2, ']'), '}}'),
  'deep blocks': (size) => fill(size, '{% if a %}'),
  'many outputs': (size) => fill(size, '{{a}}'),
  'many variables': (size) => join(numbered(size, '{%set a', '="b"%}'), '{{a}}'),
  'a growing text': (size) => join('{%set a="a"%}', fill(size, '{%set a=a~a%}'), '{{a}}'),
  'a long name': (size) => join('{{', fill(size, 'a'), '}}'),
  'a long text': (size) => join('{{"', fill(size, 'a'), '"}}'),
  'a long chain': (size) => join('{{a', fill(size, '.a'), '}}'),
  'a long sum': (size) => join('{{a', fill(size, '+a'), '}}'),
  'many filters': (size) => join('{{a', fill(size, '|a'), '}}'),
}

export const python: Shapes = {
  'deep brackets': (size) => join('import os\n', fill(size, '(')),
  'deep blocks': (size) =>
    join('import os\n', Array.from({ length: Math.floor(Math.sqrt(2 * size)) }, (_, i) => `${' '.repeat(i)}if a:\n`).join('')),
  'many names': (size) => join('import os\n', numbered(size, 'a', '.b()\n')),
  'many imports': (size) => numbered(size, 'import a', '\n'),
  'a long name': (size) => join('import os\n', fill(size, 'a')),
  'a long text': (size) => join('import os\na="""', fill(size, 'a')),
}

export const toml: Shapes = {
  'deep lists': (size) => join('_target_ = "x"\na = ', fill(size / 2, '['), fill(size / 2, ']'), '\n'),
  'deep tables': (size) => join('_target_ = "x"\n[a', fill(size, '.a'), ']\n'),
  'deep keys': (size) => join('_target_ = "x"\na', fill(size, '.a'), ' = 1\n'),
  'many keys': (size) => join('_target_ = "x"\n', numbered(size, 'k', ' = 1\n')),
  'many tables': (size) => join('_target_ = "x"\n', numbered(size, '[t', ']\n')),
  'many tables in a list': (size) => join('_target_ = "x"\n', fill(size, '[[t]]\n')),
  'many values': (size) => join('_target_ = "x"\na = [', fill(size, '1,'), ']\n'),
  'a long key': (size) => join('_target_ = "x"\n', fill(size, 'k'), ' = 1\n'),
  'a long text': (size) => join('_target_ = "x"\na = """', fill(size, 'v'), '"""\n'),
}

export const ini: Shapes = {
  'many sections': (size) => join('[a]\n_target_ = x\n', numbered(size, '[s', ']\n')),
  'many keys': (size) => join('[a]\n_target_ = x\n', numbered(size, 'k', ' = 1\n')),
  'many lines of one value': (size) => join('[a]\n_target_ = x\n', fill(size, '  text\n')),
  'many evaluated values': (size) => join('[handlers]\nkeys = a\n', numbered(size, '[handler_', ']\nargs = (os,)\n')),
  'JSON values': (size) => join('[a]\n_target_ = x\n', numbered(size, 'k', ' = [{"a": []}]\n')),
  'a long section': (size) => join('[a]\n_target_ = x\n[', fill(size, 's'), ']\n'),
  'a long value': (size) => join('[a]\n_target_ = ', fill(size, 'v'), '\n'),
}

export const jsonLines: Shapes = {
  'many lines': (size) => join('{"_target_":"x"}\n', fill(size, '{"a":[]}\n')),
  'deep lines': (size) => join('{"_target_":"x"}\n', fill(size, `${'['.repeat(500)}${']'.repeat(500)}\n`)),
  'a long line': (size) => join('{"_target_":"x","a":"', fill(size, 'v'), '"}\n'),
}

export const requirements: Shapes = {
  'many lines': (size) => numbered(size, 'git+https://example.org/a', '\n'),
  'continued lines': (size) => join('git+https://example.org/a ', fill(size, 'a\\\n')),
  'a long line': (size) => join('git+https://example.org/', fill(size, 'a')),
}

export const lightgbm: Shapes = {
  'many trees': (size) => join('tree\nversion=v4\nnum_class=1\n\n', numbered(size, 'Tree=', '\nnum_leaves=1\nleaf_value=0\n\n')),
  'many keys': (size) => join('tree\nversion=v4\n', numbered(size, 'k', '=1\n')),
  'a long line': (size) => join('tree\nversion=v4\nfeature_names=', fill(size, 'a ')),
  'many values': (size) => join('tree\nversion=v4\n\nTree=0\nnum_leaves=1\nleaf_value=', fill(size, '1 ')),
}
