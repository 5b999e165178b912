import type { Role } from '@askg/contract';
import type { Quote } from '../../evidence/quote.ts';
import type { DraftClaim } from '../draft-answer.ts';
import { isInStanding } from '../in-standing.ts';
import { verbatim } from '../support.ts';
import { askedStatement, type AskedStatement } from './asked-statement.ts';
import { isRelevant } from './is-relevant.ts';
import { readStance } from './read-stance.ts';
import type { Stance } from './reading.ts';
import { isTelling, type Similarity, type ToldSentence, withLeaning } from './told-sentence.ts';

/** What one paper says, the quotes it is read from, and the claims that these are, by position. */
export type PaperReading = Stance & { paper: string; title: string; quotes: Quote[]; claims: number[] };

/** What the papers say together. `isSure`: often enough right to be told. */
export type PolarityReading = Stance & {
  papers: PaperReading[];
  /** What read it, for the support of a claim. */
  method: string;
};

/** A unit of evidence, as far as it is read here. */
export type ReadUnit = { quote: Quote; placed: { unit: { role?: Role } } };

/** From this probability on a paper that is not sure stands against those that are. */
const counts = 0.6;

/**
 * Reads whether the papers that an answer quotes say yes or no, paper by paper and together. Of each paper the units of evidence
 * that tell what came out are read, or else what is quoted of it; only those about the question can make a reading sure. Papers
 * that are sure on both sides make it `maybe`.
 * @returns undefined for a question that asks for neither, or where nothing is said
 */
export async function readPolarity(
  question: string,
  units: readonly ReadUnit[],
  claims: readonly DraftClaim[],
  similarity: Similarity,
): Promise<PolarityReading | undefined> {
  const asked = askedStatement(question);
  if (!asked) return undefined;
  const told = toldByPaper(units, claims);
  const texts = [...new Set([...told.values()].flatMap((quotes) => quotes.map(({ quote }) => quote)))];
  const leaning = await withLeaning(asked, texts, similarity);
  const sentences = new Map(leaning.map((sentence) => [sentence.text, sentence]));
  const papers = [...told.values()].flatMap((quotes) => readPaper(asked, quotes, sentences, claims));
  const whole = together(papers);
  if (!whole) return undefined;
  const byMeaning = leaning.every(({ lean }) => lean !== undefined);
  return { ...whole, papers, method: byMeaning ? 'cues in words, embedding' : 'cues in words' };
}

/** What is read of each paper that is quoted, by its key. */
function toldByPaper(units: readonly ReadUnit[], claims: readonly DraftClaim[]): Map<string, Quote[]> {
  const quoted = claims.flatMap(({ parts, support }) =>
    support === verbatim ? parts.flatMap(({ quotes }) => quotes) : [],
  );
  const keys = [...new Set(quoted.map(({ paper }) => paper))];
  return new Map(
    keys.flatMap((key) => {
      const results = units.filter((unit) => unit.quote.paper === key && tellsResults(unit)).map(({ quote }) => quote);
      const read = [results, quoted.filter(({ paper }) => paper === key)].map((quotes) => quotes.filter(isRead));
      const said = read.find((quotes) => quotes.length > 0);
      return said ? [[key, said] as const] : [];
    }),
  );
}

function tellsResults({ quote, placed }: ReadUnit): boolean {
  const { role } = placed.unit;
  if (role === 'result' || role === 'discussion' || role === 'conclusion') return true;
  return /result|finding|discussion|conclu/i.test(quote.section ?? '');
}

/** A sentence, caption or item that says something, of a paper that was not taken back. */
function isRead(quote: Quote): boolean {
  const { unit } = quote;
  return unit !== 'metadata' && unit !== 'table-row' && isInStanding(quote) && isTelling(quote.quote);
}

function readPaper(
  asked: AskedStatement,
  quotes: readonly Quote[],
  sentences: ReadonlyMap<string, ToldSentence>,
  claims: readonly DraftClaim[],
): PaperReading[] {
  const told = quotes.map((quote) => ({ quote, sentence: sentences.get(quote.quote) ?? { text: quote.quote } }));
  const relevant = told.filter(({ sentence }) => isRelevant(asked, sentence));
  const sure = stanceOf(asked, relevant);
  const all = stanceOf(asked, told);
  if (sure?.isSure) return [paperReading(sure, relevant, claims)];
  // What is not about the question is not told, but may lean to a side.
  return all ? [paperReading({ ...all, isSure: false }, told, claims)] : [];
}

type Told = { quote: Quote; sentence: ToldSentence };

function stanceOf(asked: AskedStatement, told: readonly Told[]): Stance | undefined {
  return readStance(
    asked,
    told.map(({ sentence }) => sentence),
  );
}

function paperReading(stance: Stance, told: readonly Told[], claims: readonly DraftClaim[]): PaperReading {
  const quotes = told.map(({ quote }) => quote);
  const iris = new Set(quotes.map(({ iri }) => iri));
  const cited = claims.flatMap(({ parts }, i) =>
    parts.some((part) => part.quotes.some(({ iri }) => iris.has(iri))) ? [i] : [],
  );
  return { ...stance, paper: quotes[0]?.paper ?? '', title: quotes[0]?.title ?? '', quotes, claims: cited };
}

/** What several papers say together: those that are sure, unless others stand against them. */
function together(papers: readonly PaperReading[]): Stance | undefined {
  const byProbability = papers.toSorted((a, b) => b.probability - a.probability);
  const sure = byProbability.filter(({ isSure }) => isSure);
  const [best] = sure.length > 0 ? sure : byProbability;
  if (!best) return undefined;
  const { reading, probability } = best;
  if (sure.length === 0) return { reading, probability, isSure: false };
  const other = sure.find((each) => each.reading !== reading);
  if (other) return { reading: 'maybe', probability: other.probability, isSure: true };
  const isDoubted = papers.some((each) => each.reading !== reading && each.probability >= counts);
  const mean = sure.reduce((sum, each) => sum + each.probability, 0) / sure.length;
  return { reading, probability: mean, isSure: !isDoubted };
}
