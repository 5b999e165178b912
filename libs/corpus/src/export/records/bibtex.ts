import { type CslName, cslItem, type RecordedPaper } from './csl-item.ts';

/** Months as the styles know them. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const marks: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** The paper as one entry of BibTeX, in UTF-8. Braces around the title keep its capitals. */
export function bibtex(paper: RecordedPaper): string {
  const item = cslItem(paper);
  const { arxiv } = paper.document.identifiers;
  const [year, month] = item.issued?.['date-parts'][0] ?? [];
  const fields: [name: string, value: string | undefined][] = [
    ['title', `{{${escaped(item.title)}}}`],
    ['author', namesOf(item.author)],
    ['editor', namesOf(item.editor ?? [])],
    ['journal', braced(item['container-title'])],
    ['year', braced(year?.toString())],
    ['month', month === undefined ? undefined : months[month - 1]],
    ['doi', verbatim(item.DOI)],
    ['eprint', verbatim(arxiv)],
    ['archiveprefix', arxiv === undefined ? undefined : '{arXiv}'],
    ['url', verbatim(item.URL)],
    ['keywords', braced(item.keyword)],
  ];
  const told = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  const type = item.type === 'article-journal' ? 'article' : 'misc';
  return `@${type}{${item.id.replaceAll(/[^\w.:-]/g, '-')},\n${told.join(',\n')}\n}\n`;
}

function namesOf(names: readonly CslName[]): string | undefined {
  if (names.length === 0) return undefined;
  const written = names.map((name) => {
    // A name in one piece is not cut at its spaces.
    if ('literal' in name) return `{${escaped(name.literal)}}`;
    return name.given === undefined ? escaped(name.family) : `${escaped(name.family)}, ${escaped(name.given)}`;
  });
  return `{${written.join(' and ')}}`;
}

function braced(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `{${escaped(text)}}`;
}

/** Addresses are read as they stand; only braces would end them early. */
function verbatim(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `{${text.replaceAll('{', '%7B').replaceAll('}', '%7D')}}`;
}

/** On one line: some readers take each line that begins with `@` for an entry. */
function escaped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\~^&%$#_{}]/g, (mark) => marks[mark] ?? `\\${mark}`);
}
