import type { Answer } from '@askg/contract';
import { median, round } from '../../../bench/statistics.ts';
import { letters } from '../documents/measures/letters.ts';
import type { EvaluationReport, Figure } from '../main.ts';
import { demoPapers, makeCorpus, papersIn, type SourceFormat } from '../stack/demo-corpus.ts';
import { openStack } from '../stack/open-stack.ts';
import type { Input } from './questions.ts';

type Told = { verdict: Answer['verdict']; values: string[]; quotes: string[] };
type Compared = { id: string; question: string; sameVerdict: boolean; sameValues?: boolean; quotes?: number; jats: Told; other: Told };

/**
 * Asks the same questions of the demo's papers as JATS, and of those of them that a folder has in another format: two
 * corpora of the same papers. Many questions are about other papers, and are to get no answer from either.
 */
export async function compareForms(
  papers: string,
  from: SourceFormat,
  questions: readonly Input[],
  models: string,
): Promise<EvaluationReport> {
  const demo = new Set(papersIn(demoPapers, 'jats'));
  const names = papersIn(papers, from).filter((name) => demo.has(name));
  if (names.length === 0) throw new Error(`${papers} has no paper of the demo in the format ${from}.`);
  const [jats, other] = [
    await askAll(demoPapers, 'jats', names, questions, models),
    await askAll(papers, from, names, questions, models),
  ];
  const compared = questions.map((question, i) => compare(question, jats[i] as Told, other[i] as Told));
  return { figures: figuresOf(compared, names.length), details: { papers: names, compared } };
}

async function askAll(
  papers: string,
  from: SourceFormat,
  names: readonly string[],
  questions: readonly Input[],
  models: string,
): Promise<Told[]> {
  const told: Told[] = [];
  const stack = await openStack({ models, makeCorpus: (folder) => makeCorpus(folder, papers, from, names) });
  try {
    for (const { id, question } of questions) {
      for await (const event of stack.qa.ask({ question })) {
        if (event.event === 'failed') throw new Error(`${id}: ${event.problem.detail}`);
        if (event.event === 'done') told.push(toldBy(event.answer));
      }
    }
    return told;
  } finally {
    await stack.close();
  }
}

/** Values are literals: the IRIs of a paper follow from what its file knows of its DOI. */
function toldBy({ verdict, claims }: Answer): Told {
  const bindings = claims.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.bindings)));
  const values = bindings.filter(({ type }) => type === 'literal').map(({ value }) => letters(value));
  const units = claims.flatMap(({ citations }) => citations).filter(({ unit }) => unit !== 'metadata');
  const unique = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted();
  return { verdict, values: unique(values), quotes: unique(units.map(({ quote }) => letters(quote))) };
}

function compare({ id, question }: Input, jats: Told, other: Told): Compared {
  const hasValues = jats.values.length + other.values.length > 0;
  const quotes = new Set(other.quotes);
  const shared = jats.quotes.filter((quote) => quotes.has(quote)).length;
  const most = Math.max(jats.quotes.length, other.quotes.length);
  return {
    id,
    question,
    sameVerdict: jats.verdict === other.verdict,
    ...(hasValues ? { sameValues: jats.values.join('|') === other.values.join('|') } : {}),
    ...(hasValues || most === 0 ? {} : { quotes: shared / most }),
    jats,
    other,
  };
}

function figuresOf(compared: readonly Compared[], papers: number): Figure[] {
  const count = (test: (each: Compared) => boolean): number => compared.filter(test).length;
  const withValues = count(({ sameValues }) => sameValues !== undefined);
  const quoting = compared.flatMap(({ quotes }) => quotes ?? []);
  return [
    { name: 'papers', value: papers, unit: '' },
    { name: 'answered from JATS', value: count(({ jats }) => jats.verdict !== 'not-in-corpus'), unit: `of ${compared.length}` },
    { name: 'same verdict', value: count(({ sameVerdict }) => sameVerdict), unit: `of ${compared.length}` },
    { name: 'same values', value: count(({ sameValues }) => sameValues === true), unit: `of ${withValues}` },
    { name: 'same quotes, all of them', value: quoting.filter((share) => share === 1).length, unit: `of ${quoting.length}` },
    { name: 'share of quotes that are the same, median', value: round(median(quoting.length > 0 ? quoting : [1]), 3), unit: '' },
  ];
}
