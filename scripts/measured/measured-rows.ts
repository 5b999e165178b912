import { type Figure, figuresOf } from './figures.ts';

type Source = { file: string; command: string; rows: readonly (readonly [what: string, figure: string])[] };

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
    file: 'eval/documents-development.json',
    command: 'npm run eval -- documents --data FOLDERS --save',
    rows: [
      ['PDF: sentences found, in order, share', 'sentences found, in order'],
      ['PDF: headings with their level, F1', 'headings with level F1'],
      ['PDF: fields of references, F1', 'reference fields F1'],
      ['PDF: sentences whose boxes hold their text, share', 'sentences whose boxes hold their text'],
    ],
  },
  {
    file: 'bench/pdf.json',
    command: 'npm run bench -- pdf --save',
    rows: [
      ['PDF read in full, median file', 'speed, median file'],
      ['memory for a PDF of 503 pages', 'peak memory, long document'],
    ],
  },
  {
    file: 'eval/retrieval-development.json',
    command: 'npm run eval -- retrieval --data FOLDERS --save',
    rows: [
      ['passages for the 809 claims of SciFact, nDCG@10', 'scifact, chain, nDCG@10'],
      ['the same, recall@100', 'scifact, chain, recall@100'],
    ],
  },
  {
    file: 'eval/text2sparql-competency-test.json',
    command: 'npm run eval -- text2sparql --split test --save',
    rows: [
      ['75 competency questions kept aside, no chat model, F1 of the values found', 'competency, F1'],
      ['the same, median question', 'competency, time, median'],
    ],
  },
  {
    file: 'eval/text2sparql-sp2bench-development.json',
    command: 'npm run eval -- text2sparql --data SP2BENCH --gold test/eval/gold/sp2bench --save',
    rows: [['a graph and 20 questions that nothing was made for (SP2Bench), F1', 'sp2bench, F1']],
  },
  {
    file: 'eval/text2sparql-ck25-development.json',
    command: 'npm run eval -- text2sparql --data CK25 --save',
    rows: [['a graph and 26 questions that were developed on (CK25), F1', 'ck25, F1']],
  },
  {
    file: 'eval/textual-nodes-development.json',
    command: 'npm run eval -- textual-nodes --data PAPER2LKG --save',
    rows: [
      ['sentences that answer, found among ten, graph and text', 'graph and text, answering sentences found'],
      ['the same, BM25 within as many words', 'BM25, answering sentences found'],
    ],
  },
  {
    file: 'eval/abstention-test.json',
    command: 'npm run eval -- abstention --data FOLDER --split test --save',
    rows: [
      ['252 pairs of a question and a paper kept aside: F1 of keeping silent', 'abstention F1'],
      ['answerable questions that are refused, share', 'over-refusal'],
    ],
  },
  {
    file: 'eval/citation-precision-development.json',
    command: 'npm run eval -- citation-precision --save',
    rows: [
      [
        'citations that support their claim, 204 of rows and of a chat model, judged one by one',
        'judge a, claims from rows and by a model, citation precision',
      ],
      ['the same by a second judge, blind', 'judge b, claims from rows and by a model, citation precision'],
      [
        'quoted sentences that answer the question, 36 judged one by one',
        'judge b, quotes (do they answer?), citation precision',
      ],
    ],
  },
  {
    file: 'eval/claims-test.json',
    command: 'npm run eval -- claims --split test --save',
    rows: [
      ['68 pairs of claim and quote kept aside: those called supported that are', 'check: precision'],
      ['supported ones that are called so', 'check: recall'],
    ],
  },
  {
    file: 'eval/parts-test.json',
    command: 'npm run eval -- parts --split test --save',
    rows: [
      ['questions in several parts, kept aside: parts answered', 'parts answered, asked in parts'],
      ['the same questions, asked whole', 'parts answered, asked whole'],
    ],
  },
  {
    file: 'eval/comparisons-test.json',
    command: 'npm run eval -- comparisons --split test --save',
    rows: [
      ['comparisons kept aside: cells of their tables that are right', 'cells right'],
      ['the same, median table', 'table, median'],
    ],
  },
  {
    file: 'bench/ask-large.json',
    command: 'npm run bench -- ask-large --save',
    rows: [['answer over 100,000 passages, median', 'answer without a chat model, median']],
  },
  {
    file: 'bench/cancel.json',
    command: 'npm run bench -- cancel --save',
    rows: [['cancelling a question is acknowledged, slowest', 'one question, slowest']],
  },
  {
    file: 'bench/retrieval.json',
    command: 'npm run bench -- retrieval --save',
    rows: [
      ['words and vectors over 100,000 passages, median', '100000 passages: hybrid search, median'],
      ['the same, 99th percentile', '100000 passages: hybrid search, 99th percentile'],
      ['words and vectors over 1 million passages, median', '1000000 passages: hybrid search, median'],
      ['the same while passages are indexed', '1000000 passages: hybrid search while passages are indexed, median'],
    ],
  },
  {
    file: 'bench/plaid.json',
    command: 'npm run bench -- plaid --save',
    rows: [
      [
        'MaxSim of 200 candidates of 180 tokens, 384 dimensions',
        'MaxSim of 200 candidates of 180 tokens with 32 query tokens, 384 dimensions',
      ],
    ],
  },
  {
    file: 'bench/sparql.json',
    command: 'npm run bench -- sparql --data FOLDER --save',
    rows: [
      ['SPARQL, 1 million triples: loaded', 'papers-1000000: loaded'],
      ['memory of an engine', 'papers-1000000: memory of the engine process'],
      ['ready again after a query was killed', 'papers-1000000: ready again after a query was killed'],
      ['HTTP, guard and processes add, median query', 'papers-1000000: endpoint adds, median query'],
      [
        'median query of Jena Fuseki, as a multiple of ours',
        'papers-1000000: Jena Fuseki over the endpoint, median query',
      ],
      [
        'median query of Comunica over N3, as a multiple of ours',
        'papers-1000000: Comunica + N3 over the endpoint, median query',
      ],
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

/** The rows that README.md shows. */
const headlines: ReadonlySet<string> = new Set([
  'verdicts right, 20 questions kept aside, no chat model',
  'values exactly right, share of the graph questions',
  'quotes word for word in the stored text, share',
  'answer without a chat model, median',
  'answer over 100,000 passages, median',
  'PDF: sentences found, in order, share',
  'PDF: fields of references, F1',
  'passages for the 809 claims of SciFact, nDCG@10',
  '75 competency questions kept aside, no chat model, F1 of the values found',
  'a graph and 20 questions that nothing was made for (SP2Bench), F1',
  '252 pairs of a question and a paper kept aside: F1 of keeping silent',
  'answerable questions that are refused, share',
  'citations that support their claim, 204 of rows and of a chat model, judged one by one',
  'questions in several parts, kept aside: parts answered',
  'comparisons kept aside: cells of their tables that are right',
  'words and vectors over 1 million passages, median',
  'median query of Jena Fuseki, as a multiple of ours',
  'memory of all processes that answer',
]);

/** All figures. */
export function measuredRows(): string {
  return tableOf(() => true);
}

/** Those that README.md shows. */
export function headlineRows(): string {
  return tableOf((what) => headlines.has(what));
}

/** A Markdown table of figures with their bars and commands. A result that does not exist yet has no row. */
function tableOf(isShown: (what: string) => boolean): string {
  const lines = sources.flatMap(({ file, command, rows }) => {
    const figures = figuresOf(file);
    return rows.flatMap(([what, name]) => {
      const figure = figures?.find((candidate) => candidate.name === name);
      if (figures && !figure) throw new Error(`results/${file} has no figure “${name}”.`);
      return figure && isShown(what) ? [`| ${what} | ${shown(figure)} | ${figure.bar ?? ''} | \`${command}\` |`] : [];
    });
  });
  return ['| what | measured | bar | command |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function shown({ value, unit }: Figure): string {
  return unit === '' ? String(value) : `${value.toLocaleString('en')} ${unit}`;
}
