import type { Degraded, SparqlRun } from '@askg/contract';
import { parseIri, paperIri } from '@askg/ddm';
import type { FactAnswer } from '../facts.ts';
import { contentWords, stem, stemsOf } from '../evidence/words.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
import { askFacts, type FactOutcome } from '../run/fact-step.ts';
import { withDeadline } from '../run/race.ts';
import type { RunContext } from '../run/run-context.ts';
import type { RunEvent } from '../run/run-events.ts';
import type { NamedPapers, PaperFacts } from './paper-facts.ts';

/** Papers to set side by side, and what was done to find them. */
export type FoundPapers = {
  /** Their keys, in the order in which the question has them. */
  keys: string[];
  queries: SparqlRun[];
  events: RunEvent[];
  degraded: Degraded[];
};

/** `the papers about bread`, `all papers`, `these two studies`: papers by what they have in common. */
const ofSet =
  /^(?:(?:all|each|both|any|the|these|those|of|my|our|two|three|four|five|six|ten|\d+|different|various|several)\s+)*(?<kind>(?:(?!(?:number|count|amount|list|of|per)\b)[\p{L}\d-]+\s+){0,3}?)(?:papers?|articles?|publications?|studies|preprints?)\b\s*(?<condition>(?!per\b).*)$/iu;
const topic =
  /^(?:(?:that|which) (?:are|deal|speak)\s+)?(?:on|about|of the topic|dealing with|concerning|with)\s+(?<words>.+)$/iu;
/** From this confidence on a query is taken to mean the condition. */
const trusted = 0.6;

/** Finds the papers that the words for them mean: by their names, or by what they have in common. */
export async function findPapers(context: RunContext, facts: PaperFacts, subject: string): Promise<FoundPapers> {
  const named = await byNames(context, facts, subject);
  if (named.keys.length > 1) return named;
  const { kind = '', condition } = ofSet.exec(subject)?.groups ?? {};
  if (condition === undefined) return named;
  if (kind === '' && condition === '') return { ...nothing(), keys: standing(context) };
  return bySet(context, kind.trim(), condition);
}

function nothing(): FoundPapers {
  return { keys: [], queries: [], events: [], degraded: [] };
}

/** The papers that a text names, among those that may be asked. @throws StepLate, RunCancelled, and what the graph throws */
export function namedIn({ parts, request, signal }: RunContext, facts: PaperFacts, text: string): Promise<NamedPapers> {
  const { papers, isConfined } = request;
  const deadlineMs = parts.deadlines.facts;
  return withDeadline(
    (step) =>
      facts.named(text, {
        signal: step,
        deadlineMs,
        ...(papers ? { papers } : {}),
        ...(isConfined ? { isConfined } : {}),
      }),
    deadlineMs,
    signal,
  );
}

async function byNames(context: RunContext, facts: PaperFacts, subject: string): Promise<FoundPapers> {
  const { view, parts } = context;
  const { papers: named, unknown } = await namedIn(context, facts, subject);
  const known = unknown.some(isLikeKey)
    ? parts.corpus.snapshot(view.commit).graphs.flatMap(({ key }) => key ?? [])
    : [];
  const byKey = unknown.map((said) => ({ said, key: known.find((key) => isKeyed(key, said)) }));
  const found = [
    ...named.map(({ iri, said }) => ({ said, key: parseIri(view.base, iri)?.key })),
    ...byKey.filter(({ key }) => key !== undefined),
  ].filter(({ key }) => key !== undefined && view.graphDigest(key) !== undefined);
  const place = ({ said }: { said: string }) => subject.indexOf(said);
  const keys = [...new Set(found.toSorted((a, b) => place(a) - place(b)).flatMap(({ key }) => key ?? []))];
  const degraded = byKey
    .filter(({ key }) => key === undefined)
    .map(({ said }): Degraded => ({
      step: 'papers',
      wanted: `a paper called “${said}”`,
      used: 'the other papers',
      reason: 'No paper here bears this name.',
    }));
  return { ...nothing(), keys, degraded };
}

/** Whether a word is a paper's key, or its end from a sign on: `jose.00206` for `10.21105_jose.00206`. */
function isKeyed(key: string, said: string): boolean {
  if (!isLikeKey(said)) return false;
  const [whole, end] = [key.toLowerCase(), said.replaceAll('/', '_').toLowerCase()];
  return whole === end || (whole.endsWith(end) && /[_.:-]$/.test(whole.slice(0, -end.length)));
}

function isLikeKey(said: string): boolean {
  return said.length >= 5 && /^\S*\d\S*$/.test(said);
}

/** `in 2021 and 2022`: two conditions of one kind. */
const twofold =
  /^(?<lead>(?:[\p{L}]+\s+){0,2}?(?:by|in|from|of|on|about)\s+)(?<one>.+?)\s+(?:and|or)\s+(?<other>.+)$/iu;

/** Papers that meet the condition as it stands; else those that meet either of its two halves. */
async function bySet(context: RunContext, kind: string, condition: string): Promise<FoundPapers> {
  const whole = await byCondition(context, kind, condition);
  const { lead = '', one, other } = twofold.exec(condition)?.groups ?? {};
  if (whole.keys.length > 1 || one === undefined || other === undefined) return whole;
  const halves = [
    await byCondition(context, kind, `${lead}${one}`),
    await byCondition(context, kind, `${lead}${other}`),
  ];
  // The query for the whole was run as well, and the answer lists what was run.
  const tried = [whole, ...halves];
  return {
    keys: [...new Set(halves.flatMap(({ keys }) => keys))],
    queries: tried.flatMap(({ queries }) => queries),
    events: inOrder(tried.flatMap(({ events }) => events)),
    degraded: tried.flatMap(({ degraded }) => degraded),
  };
}

/** The links of all before the queries of all, as the contract has them. */
function inOrder(events: readonly RunEvent[]): RunEvent[] {
  const isLinks = ({ event }: RunEvent): boolean => event === 'links';
  return [...events.filter(isLinks), ...events.filter((event) => !isLinks(event))];
}

async function byCondition(context: RunContext, kind: string, condition: string): Promise<FoundPapers> {
  const words = topic.exec(condition)?.groups?.['words'];
  const question =
    words !== undefined && kind === '' ? `Which papers are about ${words}?` : `List the ${kind} papers ${condition}`;
  const { outcome, events } = await askGraph(context, question);
  const { answer, queries, degraded } = outcome;
  const keys = answer !== undefined && answer.confidence >= trusted ? keysOf(answer, context) : [];
  if (keys.length > 1) return { keys, queries, events, degraded };
  const further = await byText(context, words ?? `${kind} ${condition}`.trim());
  return { keys: [...new Set([...keys, ...further])], queries, events, degraded };
}

async function askGraph(
  { parts, request, signal }: RunContext,
  question: string,
): Promise<{ outcome: FactOutcome; events: RunEvent[] }> {
  const { papers, isConfined } = request;
  const asking = askFacts(parts.facts, analyseQuestion(question), {
    signal,
    deadlines: parts.deadlines,
    nodes: false,
    ...(papers ? { papers } : {}),
    ...(isConfined ? { isConfined } : {}),
  });
  const events: RunEvent[] = [];
  for (;;) {
    const next = await asking.next();
    if (next.done) return { outcome: next.value, events };
    events.push(next.value);
  }
}

/** The papers of rows: those that a row names itself, or else those that its units are from. */
function keysOf({ rows }: FactAnswer, { view }: RunContext): string[] {
  const keys = rows.flatMap(({ bindings, sources }) => {
    const addresses = [...Object.values(bindings).map(({ value }) => value), ...sources].flatMap(
      (iri) => parseIri(view.base, iri) ?? [],
    );
    const papers = addresses.filter(({ id }) => id === undefined);
    return (papers.length > 0 ? papers : addresses).map(({ key }) => key);
  });
  return [...new Set(keys)].filter((key) => view.graphDigest(key) !== undefined);
}

/** Passages that are looked at for one topic, and how many of a paper must say it where neither title nor heading does. */
const mostPassages = 200;
const enoughPassages = 2;

/** The papers that say all words of a topic: in their title or a heading, or in several passages; those that say it most first. */
async function byText({ parts, request, signal, view }: RunContext, words: string): Promise<string[]> {
  const wanted = contentWords(words).map(stem);
  if (wanted.length === 0) return [];
  const { papers } = request;
  const hits = await withDeadline(
    (step) =>
      parts.passages.searchWords(words, {
        limit: mostPassages,
        signal: step,
        ...(papers ? { filter: { papers: new Set(papers) } } : {}),
      }),
    parts.deadlines.passages,
    signal,
  );
  const says = (text: string): boolean => {
    const stems = stemsOf(text);
    return wanted.every((word) => stems.has(word));
  };
  const counts = new Map<string, number>();
  for (const { passage } of hits) {
    const { paper, title, section = '', text } = passage;
    const told = says(title) || says(section) ? enoughPassages : Number(says(text));
    counts.set(paper, (counts.get(paper) ?? 0) + told);
  }
  const enough = [...counts].filter(([key, count]) => count >= enoughPassages && view.graphDigest(key) !== undefined);
  return enough.toSorted((a, b) => b[1] - a[1]).map(([key]) => key);
}

function standing({ parts, view }: RunContext): string[] {
  const { graphs } = parts.corpus.snapshot(view.commit);
  return graphs.flatMap(({ key }) => (key !== undefined && view.graphDigest(key) !== undefined ? [key] : []));
}

/** The IRIs of papers by their keys. */
export function irisOf(keys: readonly string[], { view }: Pick<RunContext, 'view'>): string[] {
  return keys.map((key) => paperIri(view.base, key));
}
