import type { Degraded } from '@askg/contract';
import type { TextScores } from '@askg/retrieval';
import { assess } from '../answer/assess.ts';
import type { CitablePaper } from '../evidence/citable-paper.ts';
import type { CitableUnit } from '../evidence/citable-unit.ts';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { type ExpectedValue, expectedValue, holdsValue } from '../evidence/expected-value.ts';
import { quote } from '../evidence/quote.ts';
import { scoreByWords } from '../evidence/score-by-words.ts';
import { scoreCandidates } from '../evidence/score-candidates.ts';
import { type WordRarity, wordRarity } from '../evidence/word-rarity.ts';
import { contentWords, stem, stemsOf } from '../evidence/words.ts';
import { withDeadline } from '../run/race.ts';
import type { RunContext } from '../run/run-context.ts';
import { degradedBy } from '../run/step-failure.ts';
import type { Aspect } from './aspect.ts';
import { type Cell, emptyCell } from './cell.ts';
import { shortTitle } from './short-title.ts';
import { quotedCell } from './text-cell.ts';

export type AskedCell = { cell: Cell; degraded: Degraded[] };

/** Sentences that are scored: each costs an embedder many milliseconds. */
const mostScored = 8;
const mostQuotes = 2;
/** A sentence is quoted when its score is at least this share of the best one's. */
const worthShare = 0.72;

/**
 * A cell of an aspect that nothing is known about: what the paper answers when it is asked for it, or nothing where it seems not
 * to answer. Only sentences that say its name are looked at, or the number where one is asked for.
 */
export async function askedCell({ name }: Aspect, paper: CitablePaper, context: RunContext): Promise<AskedCell> {
  const { parts, signal, view } = context;
  const question = questionOf(name, paper);
  const expected = expectedValue(question);
  const units = unitsSaying(name, expected, paper);
  if (units.length === 0 || !view.isStanding(paper.key)) return { cell: emptyCell, degraded: [] };
  const degraded: Degraded[] = [];
  try {
    const rarity = await withDeadline(
      (step) => wordRarity(parts.passages, contentWords(question), { signal: step, papers: new Set([paper.key]) }),
      parts.deadlines.passages,
      signal,
    );
    const { scored, method } = await scoreCandidates(
      units.map((unit) => candidateOf(unit, paper, context)),
      question,
      rarity,
      (texts) => scores(question, texts, rarity, context, degraded),
    );
    const placed = new Map(units.map((unit) => view.place(paper, unit)).map((each) => [each.iri, each]));
    const evidence = scored.flatMap((each): EvidenceUnit[] => {
      const at = placed.get(each.iri);
      return at ? [{ ...each, placed: at, quote: quote(at) }] : [];
    });
    const { confidence, threshold } = assess(question, { units: evidence, isOnePaper: true, method }, rarity);
    if (confidence < threshold) return { cell: emptyCell, degraded };
    const best = evidence[0]?.score ?? 0;
    const chosen = evidence.filter(({ score }) => score >= best * worthShare).slice(0, mostQuotes);
    const quoted = chosen.map((each) => each.placed.unit);
    return { cell: quotedCell(quoted, paper, view, 'supported'), degraded };
  } catch (error) {
    const note = degradedBy(error, { step: 'cells', wanted: `${name} of ${paper.key}`, used: 'the other cells' });
    return { cell: { ...emptyCell, verdict: 'no-answer' }, degraded: [...degraded, note] };
  }
}

function questionOf(aspect: string, { title }: CitablePaper): string {
  const counted = /^(?:number|amount|count) of (.+)$/iu.exec(aspect)?.[1];
  const name = shortTitle(title);
  return counted === undefined ? `What is the ${aspect} of ${name}?` : `How many ${counted} does ${name} have?`;
}

/**
 * The units that say what an aspect is called, “format” of “output format”, those that say most of its words first; or those
 * that hold the value asked for.
 */
function unitsSaying(name: string, expected: ExpectedValue | undefined, { units }: CitablePaper): CitableUnit[] {
  const wanted = contentWords(name).map(stem);
  const head = headOf(name, wanted);
  return units
    .filter(({ kind, flagged, text }) => kind !== 'metadata' && !flagged && !text.includes('\n'))
    .map((unit) => ({ unit, said: saidOf(unit, wanted) }))
    .filter(({ unit }) => (expected === undefined ? saidOf(unit, head) > 0 : holdsValue(expected, unit.text) === 1))
    .toSorted((a, b) => b.said - a.said || a.unit.order - b.unit.order)
    .slice(0, mostScored)
    .map(({ unit }) => unit);
}

/** “format” of “output format”, “number” of “number of lenses”. */
function headOf(name: string, wanted: readonly string[]): readonly string[] {
  const words = contentWords(name.replace(/\s+of\s.*$/iu, '')).map(stem);
  return words.length > 0 ? words.slice(-1) : wanted;
}

/** Words of the aspect in a unit; one in the headings above it counts half. */
function saidOf({ text, section = '' }: CitableUnit, wanted: readonly string[]): number {
  const own = stemsOf(text);
  const above = stemsOf(section);
  return wanted.reduce((sum, word) => sum + (own.has(word) ? 1 : above.has(word) ? 0.5 : 0), 0);
}

function candidateOf(
  unit: CitableUnit,
  paper: CitablePaper,
  { view }: RunContext,
): Parameters<typeof scoreCandidates>[0][0] {
  const { text, section, role } = unit;
  return {
    iri: view.place(paper, unit).iri,
    text,
    paper: paper.key,
    title: paper.title,
    ...(section === undefined ? {} : { section }),
    ...(role === undefined ? {} : { role }),
    passage: 1,
    node: 0,
    methods: ['paper'],
  };
}

/** Scores by meaning; by words when that fails or is late. */
async function scores(
  question: string,
  texts: readonly string[],
  rarity: WordRarity,
  { parts: { retriever, deadlines }, signal }: RunContext,
  degraded: Degraded[],
): Promise<TextScores> {
  const deadlineMs = deadlines.sentences;
  try {
    return await withDeadline(
      (step) => retriever.scoreTexts(question, texts, { signal: step, deadlineMs }),
      deadlineMs,
      signal,
    );
  } catch (error) {
    degraded.push(degradedBy(error, { step: 'cells', wanted: 'sentences by meaning', used: 'sentences by words' }));
    return scoreByWords(rarity, texts);
  }
}
