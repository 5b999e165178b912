import { ddm } from '@askg/ddm';
import type { Meaning } from '../linking/meaning.ts';
import { leadsTo } from './directed.ts';
import type { Reading, Stretch } from './reading.ts';
import { sensesOf } from './senses.ts';

/** A word that asks; false when what is asked for is known already. */
export function asks(reading: Reading, mark: Stretch): boolean {
  const isAsked = reading.askedAt !== undefined && !reading.isFirst && reading.askedAt <= mark.from;
  if (reading.items.length > 0 || isAsked) return false;
  reading.askedAt = mark.to;
  return true;
}

/** "Is one without a year? Which?", and "tables but no figures: which papers?" */
export function asksLate(reading: Reading, { from, to }: Stretch): boolean {
  const { items, words, lexicon } = reading;
  const left = words.length - to;
  if (items.length === 0 || left > 1) return false;
  if (left === 1) {
    const meanings = lexicon.lexemes.get(words[to]?.stem ?? '')?.meanings ?? [];
    if (!meanings.some(({ kind }) => kind === 'class') || words[from - 1]?.isFiller === true) return false;
    reading.askedAt = to;
    for (const item of items) item.projected = false;
  }
  reading.isYesNo = false;
  return true;
}

/** "List the papers with the number of references": what was asked for first is counted for. */
export function asksForCounts(reading: Reading, mark: Stretch): void {
  const [first] = reading.items;
  const isWith = reading.pending.joined !== undefined || reading.hints.at(-1)?.to === mark.from;
  if (reading.counts || first?.projected !== true || !isWith) return;
  first.projected = false;
  first.grouped = true;
  reading.askedAt = mark.to;
  reading.pending = {};
}

/** "Who", "when" and "where" stand for what is asked for. */
export function readQuestionWord(reading: Reading, mark: Stretch, denoted: readonly string[]): void {
  const { items, askedAt, lexicon } = reading;
  const isLater = items.length > 0 || (askedAt !== undefined && askedAt < mark.from);
  if (isLater && reading.pending.joined === undefined) return readObject(reading, mark, denoted);
  const meanings = denoted.map((iri): Meaning =>
    lexicon.vocabulary.classes.has(iri) ? { kind: 'class', iri } : { kind: 'relation', relation: iri, noun: true },
  );
  asks(reading, mark);
  // It stands where it asks, so that it is what is asked for.
  if (!isLater) reading.askedAt = mark.from;
  reading.add(mark, { senses: sensesOf(meanings, lexicon), isQuestionWord: true });
}

/** "Cite something that …": what the verb leads to. */
function readObject(reading: Reading, mark: Stretch, denoted: readonly string[]): void {
  const verb = reading.hints.at(-1);
  if (verb === undefined || verb.isWeak || verb.to !== mark.from || !denoted.includes(ddm.Paper)) return;
  const use = leadsTo(verb, reading.lexicon);
  if (use !== undefined) reading.add(mark, { senses: [{ kind: 'class', cls: verb.isReversed ? use.from : use.to }] });
}
