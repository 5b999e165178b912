import { type CslItem, type CslName, cslItem, type RecordedPaper } from './csl-item.ts';

/** The paper as one record of RIS: a tag and a value a line, lines ended as the format wants them. */
export function ris(paper: RecordedPaper): string {
  const item = cslItem(paper);
  const { year, date } = dateOf(item);
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', item.type === 'article-journal' ? 'JOUR' : 'GEN'],
    ['ID', item.id],
    ['TI', item.title],
    ...item.author.map((name): [string, string] => ['AU', nameOf(name)]),
    ...(item.editor ?? []).map((name): [string, string] => ['ED', nameOf(name)]),
    ['PY', year],
    ['DA', date],
    ['T2', item['container-title']],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['LA', item.language],
    ...paper.document.keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['AB', item.abstract],
  ];
  const told = lines.filter((line): line is [string, string] => line[1] !== undefined && line[1] !== '');
  return `${told.map(([tag, value]) => `${tag}  - ${value.replaceAll(/\s+/g, ' ')}\r\n`).join('')}ER  - \r\n`;
}

function nameOf(name: CslName): string {
  if ('literal' in name) return name.literal;
  return name.given === undefined ? name.family : `${name.family}, ${name.given}`;
}

function dateOf({ issued }: CslItem): { year?: string; date?: string } {
  const [year, ...rest] = issued?.['date-parts'][0] ?? [];
  if (year === undefined) return {};
  const [month = '', day = ''] = rest.map((part) => String(part).padStart(2, '0'));
  return { year: String(year), date: `${year}/${month}/${day}/` };
}
