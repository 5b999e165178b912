import { type Figure, figuresOf } from './figures.ts';

type Row = { set: string; what: string; measure: string };

/** Where answers were compared: the set's name in the result files, the reader's words, and the measure's name in the file. */
const rows: readonly Row[] = [
  { set: 'qasper', what: 'QASPER: paragraphs quoted, F1', measure: 'evidence F1' },
  { set: 'qasper', what: 'the same, papers as PDF', measure: 'evidence F1 where the paper is a PDF' },
  { set: 'qasper', what: 'QASPER: words of the answer, F1', measure: 'answer F1' },
  { set: 'paper2lkg', what: 'paper2lkg: sentences quoted, F1', measure: 'evidence F1' },
  { set: 'paper2lkg', what: 'paper2lkg: words of the answer, F1', measure: 'answer F1' },
  { set: 'pubmedqa', what: 'PubMedQA: yes, no or maybe, accuracy', measure: 'accuracy' },
  { set: 'scifact', what: 'SciFact: sentences quoted, F1', measure: 'rationale F1' },
  { set: 'scifact', what: 'SciFact: supported, contradicted or neither, accuracy', measure: 'label accuracy' },
  { set: 'bamboo', what: 'BAMBOO: option chosen, accuracy', measure: 'accuracy' },
  { set: 'scholarqabench', what: 'ScholarQABench: quotes that are gold, share', measure: 'citation precision' },
  { set: 'scholarqabench', what: 'ScholarQABench: gold that is quoted, share', measure: 'citation recall' },
];

/** What answers are compared with, by their names in the result files, and how the table calls them. */
const baselines = [
  ['text alone', 'text alone'],
  ['BM25, same composer', 'BM25'],
  ['whole abstract', 'abstract'],
  ['sentences at equal words', 'nearest sentences'],
] as const;

/** A Markdown table of answers and baselines. A result that does not exist yet has no row. */
export function againstBaselines(): string {
  const head = ['what', 'askg', ...baselines.map(([, name]) => name)];
  return [head, head.map(() => '---'), ...rows.flatMap(line)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function line({ set, what, measure }: Row): string[][] {
  const file = `eval/qa-${set}-development.json`;
  const figures = figuresOf(file);
  if (!figures) return [];
  const named = (name: string): Figure | undefined => figures.find((figure) => figure.name === name);
  const own = named(`askg, ${measure}`);
  if (!own) throw new Error(`results/${file} has no figure “askg, ${measure}”.`);
  const others = baselines.map(([name]) => {
    const other = named(`${name}, ${measure}`);
    const gain = named(`askg over ${name}, ${measure}`);
    return other && gain ? `${shown(other.value)} ${signOf(gain)}` : '';
  });
  return [[what, `**${shown(own.value)}**`, ...others]];
}

/** By the interval of the difference, which stands in the unit: `(-0.01 to 0.2)`. */
function signOf({ unit }: Figure): string {
  const [, low = '', high = ''] = /\((-?[\d.]+) to (-?[\d.]+)/u.exec(unit) ?? [];
  if (low === '' || high === '') throw new Error(`“${unit}” is no interval.`);
  if (Number(low) > 0) return 'worse';
  return Number(high) < 0 ? 'better' : 'alike';
}

function shown(value: number): string {
  return value.toFixed(3).replace(/^0/u, '');
}
