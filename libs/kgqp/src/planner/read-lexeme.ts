import type { Meaning } from '../linking/meaning.ts';
import { readQuestionWord } from './asking.ts';
import { aggregates, modifiers } from './pending.ts';
import { readMonth, readNumber } from './read-number.ts';
import { readOperator } from './read-operator.ts';
import type { Reading, Stretch } from './reading.ts';
import { sensesOf } from './senses.ts';
import { isYear } from './years.ts';

/** A phrase of the lexicon: the first of its meanings that has an effect here is taken. */
export function readLexeme(reading: Reading, mark: Stretch, meanings: readonly Meaning[]): void {
  const of = <K extends Meaning['kind']>(kind: K) =>
    meanings.filter((meaning): meaning is Extract<Meaning, { kind: K }> => meaning.kind === kind);
  const [superlative] = of('superlative');
  // "The first paper" is the earliest; "the first author" is the one in the first place.
  const isPlace = of('ordinal').length > 0 || of('operator').some(({ operator }) => operator === 'last');
  const isDual = superlative !== undefined && isPlace;
  if (superlative !== undefined) {
    const limit = reading.pending.number ?? reading.top ?? 1;
    reading.superlatives.push({ from: mark.from, to: mark.to, measures: superlative.measures, limit, isDual });
    if (!isDual) {
      reading.pending = {};
      return;
    }
  }
  const [value] = [...of('number'), ...of('ordinal')];
  if (value?.kind === 'number') return readNumber(reading, mark, value.value);
  if (value?.kind === 'ordinal') {
    reading.pending.ordinal = value.value;
    reading.modifiers.push(mark);
    return;
  }
  const [month] = of('month');
  if (month !== undefined) return readMonth(reading, mark, month.value);
  const [question] = of('question-word');
  if (question !== undefined) {
    readQuestionWord(reading, mark, question.denotes);
    return;
  }
  const senses = sensesOf(meanings, reading.lexicon);
  const typed = of('typed');
  if (typed.length > 0) return reading.add(mark, { senses, concepts: typed.map(({ concept }) => concept) });
  // A measure is tried before a superlative: "the maximum number of authors" may ask for a number.
  const operators = of('operator')
    .map(({ operator }) => operator)
    .toSorted((a, b) => Number(b in aggregates) - Number(a in aggregates));
  if (operators.some((operator) => readOperator(reading, mark, operator))) {
    if (operators.some((operator) => modifiers.has(operator))) reading.modifiers.push(mark);
    // "How often" counts papers without naming them.
    if (senses.length > 0 && operators.includes('count')) {
      reading.askedAt = mark.from;
      reading.add(mark, { senses });
    }
    return;
  }
  // "At which organisation do they work": the last word is the verb.
  const last = reading.items.at(-1);
  // "Retracted references": what a concept stands before is no verb.
  const isTold = last !== undefined && last.concepts.length > 0 && last.senses.length === 0;
  const isVerb = mark.to === reading.words.length && last?.to === mark.from && !isTold && hasVerb(meanings);
  if (senses.length > 0 && isVerb) return readHint(reading, mark, meanings.filter(isVerbal));
  const concepts = senses.length > 0 ? [] : of('concept').map(({ iri }) => iri);
  const isByWay = meanings.some((meaning) => meaning.kind === 'class' && meaning.byWay === true);
  if (senses.length > 0 || concepts.length > 0) reading.add(mark, { senses, concepts, isByWay });
  else readHint(reading, mark, meanings);
  if (concepts.length > 0 && isDated(reading, mark, meanings)) readHint(reading, mark, meanings.filter(isVerbal));
}

function readHint(reading: Reading, mark: Stretch, meanings: readonly Meaning[]): void {
  const relations = meanings.flatMap((meaning) => (meaning.kind === 'relation' ? [meaning.relation] : []));
  const isAny = meanings.some((meaning) => meaning.kind === 'operator' && meaning.operator === 'any-relation');
  // "At" says little; "are at" says who is where.
  const isFiller = mark.to - mark.from === 1 && reading.words[mark.from]?.isFiller === true;
  const isReversed = meanings.some((meaning) => meaning.kind === 'relation' && meaning.reversed === true);
  if (relations.length > 0 || isAny) {
    const before = reading.lexicon.lexemes.get(reading.words[mark.from - 1]?.stem ?? '')?.meanings ?? [];
    const isPassive = before.some((meaning) => meaning.kind === 'operator' && meaning.operator === 'yes-no');
    reading.hints.push({ from: mark.from, to: mark.to, relations, isWeak: isFiller || isAny, isReversed, isPassive });
  }
}

/** "When was it retracted", "retracted in 2021": the word for what became of it says also which date is meant. */
function isDated({ items, words }: Reading, { to }: Stretch, meanings: readonly Meaning[]): boolean {
  const [asked] = items;
  const isAsked = (asked?.senses ?? []).some((sense) =>
    meanings.some((meaning) => isVerbal(meaning) && sense.kind === 'value' && sense.relation === relationOf(meaning)),
  );
  return (
    hasVerb(meanings) && ((asked?.isQuestionWord === true && isAsked) || words.slice(to, to + 2).some(isYearWritten))
  );
}

function isYearWritten({ text }: Reading['words'][number]): boolean {
  return isYear(text);
}

function relationOf(meaning: Meaning): string | undefined {
  return meaning.kind === 'relation' ? meaning.relation : undefined;
}

function isVerbal(meaning: Meaning): boolean {
  return meaning.kind === 'relation' && !meaning.noun;
}

function hasVerb(meanings: readonly Meaning[]): boolean {
  return meanings.some(isVerbal);
}
