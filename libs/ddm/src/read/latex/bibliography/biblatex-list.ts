/** Fields that are called otherwise in a `.bib` file. */
const fieldNames: Readonly<Record<string, string>> = { journaltitle: 'journal' };
const fields = new Set([
  'title',
  'subtitle',
  'journaltitle',
  'booktitle',
  'year',
  'date',
  'volume',
  'number',
  'pages',
  'doi',
  'url',
  'eprint',
  'eprinttype',
  'series',
  'edition',
  'note',
  'howpublished',
  'type',
  'eventtitle',
  'maintitle',
  'chapter',
  'version',
]);

/** Whether a `.bbl` file was written for biblatex: it holds data, not text. */
export function isBiblatexList(text: string): boolean {
  return /\\(?:refsection|datalist|sortlist|entry)\s*\{/.test(text) && text.includes('\\endentry');
}

/**
 * The entries of such a file as those of a `.bib` file, from which they came.
 * @returns also their keys in the order of the printed list
 */
export function biblatexToBibtex(text: string): { bibtex: string; keys: string[] } {
  const keys: string[] = [];
  const entries: string[] = [];
  for (const [, key = '', kind = 'misc', body = ''] of text.matchAll(
    /\\entry\{([^{}]*)\}\{([^{}]*)\}\{[^{}]*\}(?:\{[^{}]*\})?([\s\S]*?)\\endentry/g,
  )) {
    keys.push(key);
    entries.push(`@${kind}{${key},\n${[...people(body), ...values(body)].join(',\n')}\n}`);
  }
  return { bibtex: entries.join('\n'), keys };
}

function people(body: string): string[] {
  return ['author', 'editor'].flatMap((role) => {
    const start = body.search(new RegExp(`\\\\name\\{${role}\\}`));
    if (start < 0) return [];
    const end = body.slice(start + 1).search(/\\(?:name|list|strng|field|range|verb|endentry)\b/);
    const list = body.slice(start, end < 0 ? undefined : start + 1 + end);
    const names = [...list.matchAll(/family=\{((?:[^{}]|\{[^{}]*\})*)\}([\s\S]*?)(?=family=|$)/g)].map(
      ([, family = '', rest = '']) => {
        const given = /\bgiven=\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(rest)?.[1] ?? '';
        const prefix = /\bprefix=\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(rest)?.[1] ?? '';
        const full = prefix === '' ? family : `${prefix} ${family}`;
        return given === ''
          ? `{${full}}`
          : `${full}, ${given.replaceAll('\\bibinitperiod', '.').replaceAll('\\bibinitdelim', ' ')}`;
      },
    );
    return names.length === 0 ? [] : [`${role} = {${names.join(' and ')}}`];
  });
}

function values(body: string): string[] {
  const found: string[] = [];
  for (const [, name = '', value = ''] of body.matchAll(
    /\\(?:field|strng)\{(\w+)\}\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g,
  )) {
    if (fields.has(name)) found.push(`${fieldNames[name] ?? name} = {${value}}`);
  }
  const pages = /\\field\{pages\}\{([^{}]*(?:\\bibrangedash\s*)?[^{}]*)\}/
    .exec(body)?.[1]
    ?.replace(/\\bibrangedash\s*/, '--');
  const verbatim = [...body.matchAll(/\\verb\{(doi|url|eprint)\}\s*\\verb (\S+)/g)].map(
    ([, name = '', value = '']) => `${name} = {${value}}`,
  );
  const publisher = /\\list\{(?:publisher|institution|organization)\}\{\d+\}\{\s*\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(
    body,
  )?.[1];
  return [
    ...found.filter((field) => !field.startsWith('pages')),
    ...(pages === undefined ? [] : [`pages = {${pages}}`]),
    ...verbatim,
    ...(publisher === undefined ? [] : [`publisher = {${publisher}}`]),
  ];
}
