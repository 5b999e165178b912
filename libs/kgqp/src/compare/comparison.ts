import type { AnswerTable, Degraded, Verdict } from '@askg/contract';
import { KgqpError } from '../kgqp-error.ts';
import type { Conclusion } from '../run/conclusion.ts';
import type { KindOfRun } from '../run/kind-of-run.ts';
import { orAborted } from '../run/race.ts';
import type { RunContext } from '../run/run-context.ts';
import type { RunEvent } from '../run/run-events.ts';
import { passFailure } from '../run/step-failure.ts';
import type { Aspect } from './aspect.ts';
import { fillTable, type TableRow } from './fill-table.ts';
import { findPapers, type FoundPapers, namedIn } from './find-papers.ts';
import { usualAspects } from './known-aspects.ts';
import type { PaperFacts } from './paper-facts.ts';
import { type Comparison, readComparison } from './read-comparison.ts';
import { shortTitle } from './short-title.ts';
import { summarise } from './summarise.ts';
import { wordedSummary } from './worded-summary.ts';

/** The largest table: more can neither be read on a page nor filled in time. */
const mostPapers = 12;
const mostAspects = 6;
/** So many papers are called by their names. */
const fewPapers = 3;

type Asked = { found: FoundPapers; aspects: Aspect[] };

/** The run for a question that sets papers side by side; undefined where it does not, or names fewer than two papers. */
export async function comparison(context: RunContext, text: string): Promise<KindOfRun | undefined> {
  const { parts, request } = context;
  const facts = parts.facts.papers;
  const read = readComparison(text);
  // A table rests on what the graph knows of the papers, and on their text.
  const isPlain = (request.mode ?? 'answer') === 'answer' && (request.ways ?? 'both') === 'both';
  if (read === undefined || facts === undefined || !isPlain) return undefined;
  const asked = await parts.watch.time('papers', () => orAborted(asParts(context, facts, read), context.signal));
  return asked && ((run, question) => compare(run, facts, question, asked));
}

/** The papers and aspects that are meant; undefined where the graph cannot tell, so that the question is asked in another way. */
async function asParts(context: RunContext, facts: PaperFacts, read: Comparison): Promise<Asked | undefined> {
  try {
    const whole = read.guesses.length > 0 ? (await namedIn(context, facts, read.subject)).papers : [];
    for (const { subject, rest, aspects } of read.guesses) {
      // A title may hold such a word too: what follows it is then part of a name, or has one in it.
      const isCut = whole.some(({ said }) => !subject.includes(said));
      if (isCut || (await namedIn(context, facts, rest)).papers.length > 0) continue;
      const found = await findPapers(context, facts, subject);
      if (found.keys.length > 1) return { found, aspects };
    }
    const found = await findPapers(context, facts, read.subject);
    return found.keys.length > 1 ? { found, aspects: read.aspects ?? usualAspects() } : undefined;
  } catch (error) {
    passFailure(error);
    return undefined;
  }
}

async function* compare(
  context: RunContext,
  facts: PaperFacts,
  question: string,
  { found, aspects: all }: Asked,
): AsyncGenerator<RunEvent, Conclusion> {
  const aspects = all.slice(0, mostAspects);
  const keys = found.keys.slice(0, mostPapers);
  const names = aspects.map(({ name }) => name);
  yield {
    event: 'plan',
    steps: [`Set ${keys.length} papers side by side`, ...names.map((name) => `Look for: ${name}`)],
  };
  yield* found.events;
  const { rows, queries, degraded } = await orAborted(fillTable(context, facts, keys, aspects), context.signal);
  for (const query of queries) yield { event: 'query', query };

  const worded = await orAborted(wordedSummary(context, question, rows), context.signal);
  const summary = [...summarise(aspects, rows), ...worded.claims];
  const cells = rows.flatMap((row) => row.cells);
  const verdict = verdictOf(rows);
  return {
    verdict,
    nearest: [],
    ...(verdict === 'no-answer' ? { problem: nothingRead.toProblem() } : {}),
    stretches: [
      { lead: leadOf(names, rows), claims: summary, query: found.queries.length },
      { claims: cells.flatMap(({ claims }) => claims), text: '', query: found.queries.length },
    ],
    gathered: {
      links: found.events.flatMap((event) => (event.event === 'links' ? event.links : [])),
      queries: [...found.queries, ...queries],
      passages: [],
      models: [],
      degraded: [...found.degraded, ...cut(found.keys, all), ...distinct(degraded), ...worded.degraded],
    },
    extras: { table: tableOf(names, rows, summary.length) },
  };
}

/** @param before claims of the answer that come before those of the cells */
function tableOf(aspects: string[], rows: readonly TableRow[], before: number): AnswerTable {
  let next = before;
  return {
    aspects,
    rows: rows.map(({ paper, cells }) => ({
      paper: paper.key,
      title: paper.title,
      cells: cells.map(({ text, verdict, claims }) => ({ text, verdict, claims: claims.map(() => next++) })),
    })),
  };
}

const nothingRead = new KgqpError('kgqp/no-evidence', 'No cell of the table could be looked up.');

/** Supported where at least half of the cells are filled. What could not be read does not show that nothing is there. */
function verdictOf(rows: readonly TableRow[]): Verdict {
  const cells = rows.flatMap((row) => row.cells);
  const filled = cells.filter(({ text }) => text !== '').length;
  const isUnread = cells.length === 0 || cells.some(({ verdict }) => verdict === 'no-answer');
  if (filled === 0) return isUnread ? 'no-answer' : 'not-in-corpus';
  return filled * 2 >= cells.length ? 'supported' : 'partly-supported';
}

function leadOf(aspects: readonly string[], rows: readonly TableRow[]): string {
  const cells = rows.flatMap((row) => row.cells);
  const empty = cells.filter(({ verdict }) => verdict === 'not-in-corpus').length;
  const listed = (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words);
  const papers =
    rows.length <= fewPapers ? listed(rows.map(({ paper }) => shortTitle(paper.title))) : `${rows.length} papers`;
  const verb = empty === 1 ? 'is' : 'are';
  const silence =
    empty === 0 ? '' : ` ${empty} of ${cells.length} cells ${verb} empty: nothing was found in the paper.`;
  return `${papers} by ${listed(aspects)}.${silence}`;
}

function cut(keys: readonly string[], aspects: readonly Aspect[]): Degraded[] {
  const reason = `A table has at most ${mostPapers} papers and ${mostAspects} aspects.`;
  const note = (what: string, all: number, most: number): Degraded[] =>
    all > most ? [{ step: 'table', wanted: `${all} ${what}`, used: `the first ${most}`, reason }] : [];
  return [...note('papers', keys.length, mostPapers), ...note('aspects', aspects.length, mostAspects)];
}

function distinct(notes: readonly Degraded[]): Degraded[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}
