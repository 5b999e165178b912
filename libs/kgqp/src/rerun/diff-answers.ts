import type {
  Answer,
  AnswerDiff,
  Citation,
  Claim,
  ClaimChange,
  QueryChange,
  QuoteChange,
  RowChange,
} from '@askg/contract';
import { canonicalJson, citationsOf, redacted } from '@askg/corpus';
import type { UnitTexts } from './unit-texts.ts';

type Side = { from: Answer; to: Answer };

/**
 * What is different between two answers to one question. A claim changed where another one rests on a quote or row of it; a
 * quote changed where its address holds other words.
 * @param now words that the addresses of the first answer's quotes hold now; without it only quotes of both are compared
 */
export function diffAnswers({ from, to }: Side, now?: UnitTexts): AnswerDiff {
  const changes = {
    ...(from.verdict === to.verdict ? {} : { verdict: { from: from.verdict, to: to.verdict } }),
    claims: claimChanges(from.claims, to.claims),
    rows: rowChanges(from, to),
    quotes: quoteChanges(from, to, now),
    queries: queryChanges(from, to),
  };
  const { claims, rows, quotes } = changes;
  return {
    schema: 'askg.answer-diff/1',
    from: { id: from.id, version: from.corpus.version },
    to: { id: to.id, version: to.corpus.version },
    on: 'current',
    same: changes.verdict === undefined && [claims, rows, quotes].every((list) => list.length === 0),
    ...changes,
    notes: notesOf(from, to),
  };
}

function claimChanges(from: readonly Claim[], to: readonly Claim[]): ClaimChange[] {
  const later = new Map(to.map((claim) => [claim.text, claim]));
  const earlier = new Set(from.map(({ text }) => text));
  const came = new Set(to.filter(({ text }) => !earlier.has(text)));
  const changes = from.flatMap((claim): ClaimChange[] => {
    const same = later.get(claim.text);
    if (same) return supportChange(claim, same);
    const successor = [...came].find((candidate) => sharesGround(claim, candidate));
    if (!successor) return [{ change: 'went', from: claim.text }];
    came.delete(successor);
    return [{ ...supportChange(claim, successor)[0], change: 'changed', from: claim.text, to: successor.text }];
  });
  return [...changes, ...[...came].map(({ text }): ClaimChange => ({ change: 'came', to: text }))];
}

function supportChange({ text, support: { label: from } }: Claim, { support: { label: to } }: Claim): ClaimChange[] {
  return from === to ? [] : [{ change: 'changed', from: text, to: text, support: { from, to } }];
}

function sharesGround(one: Claim, other: Claim): boolean {
  const ground = groundOf(one);
  return groundOf(other).some((each) => ground.includes(each));
}

/** Addresses of the quotes and values of the rows that a claim rests on. */
function groundOf({ citations, rows }: Claim): string[] {
  return [...citations.map(({ iri }) => iri), ...rows.map(({ bindings }) => canonicalJson(bindings))];
}

function rowChanges(from: Answer, to: Answer): RowChange[] {
  const [earlier, later] = [rowsOf(from), rowsOf(to)];
  return [
    ...[...earlier].flatMap(([id, bindings]): RowChange[] => (later.has(id) ? [] : [{ change: 'went', bindings }])),
    ...[...later].flatMap(([id, bindings]): RowChange[] => (earlier.has(id) ? [] : [{ change: 'came', bindings }])),
  ];
}

/** A row is known by its values: which query gave it does not matter. */
function rowsOf({ claims }: Answer): Map<string, RowChange['bindings']> {
  return new Map(
    claims.flatMap(({ rows }) => rows.map(({ bindings }) => [canonicalJson(bindings), bindings] as const)),
  );
}

function quoteChanges(from: Answer, to: Answer, now: UnitTexts | undefined): QuoteChange[] {
  const earlier = citationsOf(from).filter(({ quote }) => quote !== redacted);
  const later = citationsOf(to).filter(({ quote }) => quote !== redacted);
  const isIn = (all: readonly Citation[], { iri, textDigest }: Citation): boolean =>
    all.some((each) => each.iri === iri && each.textDigest === textDigest);
  const taken = new Set<Citation>();
  const changes = earlier
    .filter((citation) => !isIn(later, citation))
    .map((citation): QuoteChange => {
      const { iri, paper, quote } = citation;
      const other = later.find((each) => each.iri === iri && !isIn(earlier, each) && !taken.has(each));
      if (other) {
        taken.add(other);
        return { change: 'changed', iri, paper, from: quote, to: other.quote };
      }
      const texts = now?.get(iri);
      if (texts === undefined || texts.includes(quote)) return { change: 'went', iri, paper, from: quote };
      const [only, ...others] = texts;
      return {
        change: 'changed',
        iri,
        paper,
        from: quote,
        ...(only === undefined || others.length > 0 ? {} : { to: only }),
      };
    });
  const came = later.filter((citation) => !isIn(earlier, citation) && !taken.has(citation));
  return [...changes, ...came.map(({ iri, paper, quote }): QuoteChange => ({ change: 'came', iri, paper, to: quote }))];
}

function queryChanges(from: Answer, to: Answer): QueryChange[] {
  const [earlier, later] = [queriesOf(from), queriesOf(to)];
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((text): QueryChange[] => {
    const [before, after] = [earlier.get(text), later.get(text)];
    if (before && after && before.rows === after.rows && before.state === after.state) return [];
    return [{ text, ...(before ? { from: before } : {}), ...(after ? { to: after } : {}) }];
  });
}

function queriesOf({ sparql }: Answer): Map<string, { rows: number; state: string }> {
  return new Map(sparql.map(({ text, rows, state }) => [text, { rows, state }]));
}

function notesOf(from: Answer, to: Answer): string[] {
  const isRedacted = [from, to].some(({ degraded }) => degraded.some(({ step }) => step === 'redaction'));
  const [before, after] = [from.settings?.model, to.settings?.model];
  return [
    ...(isRedacted ? ['Quotes of papers that were removed are not compared.'] : []),
    ...(before !== undefined && after !== undefined && before !== after
      ? [`The first was written by ${before}, the second by ${after}.`]
      : []),
    ...(from.question === to.question ? [] : ['The questions are not the same.']),
  ];
}
