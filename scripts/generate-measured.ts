/**
 * Writes the table of measured figures into README.md, from the committed result files. Run by `npm run generate`; a test
 * fails when the table differs from what the files give.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

type Figure = { name: string; value: number; unit: string; bar?: number | string };
type Source = { file: string; command: string; rows: readonly (readonly [what: string, figure: string])[] };

const root = join(import.meta.dirname, '..');
const start = '<!-- measured: written by scripts/generate-measured.ts -->';
const end = '<!-- /measured -->';

/** What the table shows, in its order: the reader's words for a figure, and its name in the result file. */
const sources: readonly Source[] = [
  {
    file: 'eval/demo-test.json',
    command: 'npm run eval -- demo --split test --save',
    rows: [
      ['verdicts right, 20 questions kept aside, no chat model', 'verdicts right'],
      ['values exactly right, share of the graph questions', 'values exactly right'],
      ['quotes word for word in the stored text, share', 'quotes word for word'],
    ],
  },
  {
    file: 'bench/ask.json',
    command: 'npm run bench -- ask --save',
    rows: [
      ['answer without a chat model, median', 'answer without a chat model, median'],
      ['first event of an answer, slowest', 'first event, slowest'],
      ['memory of all processes that answer', 'memory of all processes'],
    ],
  },
  {
    file: 'bench/embed.json',
    command: 'npm run bench -- embed --save',
    rows: [['passages of about 100 tokens embedded, two threads', 'passages, two threads']],
  },
  {
    file: 'bench/corpus.json',
    command: 'npm run bench -- corpus --save',
    rows: [
      ['words of the demo papers that reach no unit', 'words that reach no sentence, caption, cell or note'],
      ['JATS read and mapped, median paper', 'reading and mapping, median paper'],
      ['triples in the store for each sentence', 'store triples a sentence'],
      ['commit of a paper, median', 'commit, median'],
    ],
  },
  {
    file: 'bench/serve.json',
    command: 'npm run bench -- serve --save',
    rows: [
      ['server ready with the demo papers, median', 'ready, median'],
      ['memory of all its processes, without models', 'memory of all processes after queries, median'],
    ],
  },
];

/** The README with the table as the result files give it. A result that does not exist yet has no row. */
export async function withMeasured(readme: string): Promise<string> {
  const [before, rest] = readme.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('README.md lacks the marks of the table.');
  const lines = sources.flatMap(({ file, command, rows }) => {
    const figures = figuresOf(file);
    return rows.flatMap(([what, name]) => {
      const figure = figures?.find((candidate) => candidate.name === name);
      if (figures && !figure) throw new Error(`results/${file} has no figure “${name}”.`);
      return figure ? [`| ${what} | ${shown(figure)} | ${figure.bar ?? ''} | \`${command}\` |`] : [];
    });
  });
  const table = ['| what | measured | bar | command |', '| --- | --- | --- | --- |', ...lines].join('\n');
  const path = join(root, 'README.md');
  return format(`${before}${start}\n\n${table}\n\n${end}${after}`, { ...(await resolveConfig(path)), filepath: path });
}

function figuresOf(file: string): Figure[] | undefined {
  const path = join(root, 'results', file);
  if (!existsSync(path)) return undefined;
  const report = JSON.parse(readFileSync(path, 'utf8')) as { measures?: Figure[]; figures?: Figure[] };
  return report.measures ?? report.figures ?? [];
}

function shown({ value, unit }: Figure): string {
  return unit === '' ? String(value) : `${value.toLocaleString('en')} ${unit}`;
}

if (import.meta.main) {
  const path = join(root, 'README.md');
  writeFileSync(path, await withMeasured(readFileSync(path, 'utf8')));
}
