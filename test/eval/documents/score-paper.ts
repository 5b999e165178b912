import type { Document } from '@askg/contract';
import { type Facts, factsOf } from './facts.ts';
import { scoreAlignedWords } from './measures/aligned-words.ts';
import { scoreCaptions, scoreCells } from './measures/floats.ts';
import { scoreHeadings } from './measures/headings.ts';
import { letters, words } from './measures/letters.ts';
import { scoreAuthors } from './measures/names.ts';
import { scoreParagraphs } from './measures/paragraphs.ts';
import { alignReferences, scoreCitations, scoreEntries, scoreFields } from './measures/references.ts';
import { scoreRunningText, type TextPart } from './measures/running-text.ts';
import { bagTally, sum, type Tally } from './measures/tally.ts';
import type { Truth } from './truths/read-truth.ts';

export type Fault = { measure: string; expected?: string; got?: string };
/** Tallies by the name of their measure (see `measure-names.ts`), and what was wrong. */
export type PaperScore = { tallies: Record<string, Tally>; faults: Fault[] };

/** Compares a document with one truth about its paper, as far as the truth goes. */
export function scorePaper(document: Document, truth: Truth): PaperScore {
  const predicted = factsOf(document);
  const parts = [
    scoreFront(predicted, truth),
    scoreText(predicted, truth),
    scoreBack(predicted, truth),
    scoreFloats(predicted, truth),
  ];
  return {
    tallies: Object.assign({}, ...parts.map(({ tallies }) => tallies)) as Record<string, Tally>,
    faults: parts.flatMap(({ faults }) => faults),
  };
}

function scoreFront(predicted: Required<Facts>, { kind, facts }: Truth): PaperScore {
  const { title, authors, orcids, abstract } = facts;
  const tallies: Record<string, Tally> = {};
  const faults: Fault[] = [];
  if (title !== undefined) {
    const isRight = letters(title) === letters(predicted.title);
    tallies['title'] = { matched: Number(isRight), predicted: 1, expected: 1 };
    if (!isRight) faults.push({ measure: 'title', expected: title, got: predicted.title });
  }
  if (authors !== undefined) {
    const { missing, ...tally } = scoreAuthors(predicted.authors, authors, { shortened: kind === 'crossref' });
    tallies['authors'] = tally;
    if (missing.length > 0 || tally.predicted > tally.expected) {
      faults.push({ measure: 'authors', expected: authors.join('; '), got: predicted.authors.join('; ') });
    }
  }
  // Deposits and JATS give identifiers of people that the page does not: only what a template prints is asked for.
  if (orcids !== undefined && kind === 'metadata') {
    const { missing, ...tally } = bagTally(predicted.orcids, orcids);
    tallies['orcids'] = tally;
    if (missing.length > 0 || tally.predicted > tally.matched) {
      faults.push({ measure: 'orcids', expected: orcids.join('; '), got: predicted.orcids.join('; ') });
    }
  }
  if (abstract !== undefined) {
    const { missing, ...tally } = bagTally(words(predicted.abstract), words(abstract));
    tallies['abstract'] = tally;
    if (tally.matched < 0.95 * Math.max(tally.predicted, tally.expected)) {
      faults.push({
        measure: 'abstract',
        expected: `${missing.join(' ').slice(0, 200)} …`,
        got: predicted.abstract.slice(0, 200),
      });
    }
  }
  return { tallies, faults };
}

function scoreText(predicted: Required<Facts>, { kind, facts, words: loose, edges }: Truth): PaperScore {
  const tallies: Record<string, Tally> = {};
  const faults: Fault[] = [];
  const add = (measure: string, missing: readonly string[], wrong: readonly string[] = []): void => {
    faults.push(...missing.map((expected) => ({ measure, expected })), ...wrong.map((got) => ({ measure, got })));
  };
  if (facts.headings) {
    const { text, level, missing } = scoreHeadings(predicted.headings, facts.headings, facts.title ?? predicted.title);
    Object.assign(tallies, { headings: text, levels: level });
    if (missing.length > 0 || text.predicted > text.expected) {
      const show = (headings: Facts['headings'] = []): string =>
        headings.map((each) => `${each.depth} ${each.text}`).join(' | ');
      faults.push({ measure: 'headings', expected: show(facts.headings), got: show(predicted.headings) });
    }
  }
  if (facts.paragraphs) {
    const { missing, ...tally } = scoreParagraphs(predicted.paragraphs, facts.paragraphs);
    tallies['paragraphs'] = tally;
    add('paragraphs', missing);
  }
  const text = partsOf(predicted);
  if (facts.paragraphs && kind !== 'checked') {
    const score = scoreRunningText(text, partsOf(facts));
    Object.assign(tallies, { recall: score.recall, anywhere: score.anywhere, inversions: inverted(score) });
    // Markdown holds no text for what its tools make of citations and formulas, so that nothing can be called wrong.
    if (kind === 'jats') tallies['precision'] = score.precision;
    add('recall', score.missing);
    if (kind === 'jats') add('precision', [], score.wrong);
  }
  if (edges) {
    const score = scoreRunningText(text, [{ sentences: edges, counts: true }]);
    Object.assign(tallies, { edges: score.recall, inversions: inverted(score) });
    add('edges', score.missing);
  }
  if (loose) {
    const score = scoreAlignedWords(text.flatMap(({ sentences }) => sentences).join(' '), loose);
    Object.assign(tallies, { words: score.words, wordsRight: score.words, aligned: score.sentences });
    add('aligned', score.missing);
  }
  return { tallies, faults };
}

/** Among found sentences, those out of order. */
function inverted({ anywhere, inversions }: { anywhere: Tally; inversions: number }): Tally {
  return { matched: inversions, predicted: anywhere.matched, expected: anywhere.matched };
}

/** Abstract, headings and running text; sentences of code keep the text whole but do not count. */
function partsOf({ abstract = '', headings = [], paragraphs = [] }: Facts): TextPart[] {
  return [
    { sentences: abstract === '' ? [] : [abstract], counts: false },
    { sentences: headings.map(({ text }) => text), counts: false },
    ...paragraphs.map(({ kind, sentences }) => ({ sentences, counts: kind !== 'code' })),
  ];
}

/** Deposits and other converters leave entries out, so that they are no measure of how many there are. */
const countMeasures: Partial<Record<Truth['kind'], string>> = { crossref: 'depositCount', s2orc: 'converterCount' };

function scoreBack(predicted: Required<Facts>, { kind, facts, counts, entries }: Truth): PaperScore {
  const tallies: Record<string, Tally> = {};
  const faults: Fault[] = [];
  const count = counts?.references ?? facts.references?.length;
  if (count !== undefined) {
    const off = Math.abs(predicted.references.length - count);
    const measure = countMeasures[kind] ?? 'referenceCount';
    tallies[measure] = { matched: off, predicted: count, expected: count };
    if (off > 0) faults.push({ measure, expected: `${count}`, got: `${predicted.references.length}` });
  }
  const known = entries ?? facts.references;
  if (!known) return { tallies, faults };
  const pairs = alignReferences(predicted.references, known);
  const { fields, names, faults: wrong } = scoreFields(predicted.references, known, pairs);
  if (kind === 'crossref') tallies['field doi'] = fields.get('doi') ?? { matched: 0, predicted: 0, expected: 0 };
  else {
    for (const [field, tally] of fields) tallies[`field ${field}`] = tally;
    Object.assign(tallies, { fields: sum([...fields.values()]), referenceAuthors: names });
    tallies['entries'] = scoreEntries(predicted.references, known);
    faults.push(
      ...wrong.map(({ field, expected, got, raw }) => ({
        measure: `field ${field}`,
        expected,
        got: `${got} <- ${raw}`,
      })),
    );
    const lost = known.filter((_, i) => pairs[i] === -1);
    faults.push(...lost.map(({ raw, title }) => ({ measure: 'entries', expected: raw ?? title ?? '' })));
  }
  if (facts.citations) {
    // Of a checked list only some entries are known; its places are those of the page.
    const places = counts ? Array.from({ length: counts.references }, (_, i) => i) : pairs;
    tallies['citations'] = scoreCitations(predicted.citations, facts.citations, places);
    if (tallies['citations'].matched < tallies['citations'].expected) {
      const mapped = predicted.citations.map((at) => places.indexOf(at) + 1);
      const expected = facts.citations.map((at) => at + 1);
      faults.push({ measure: 'citations', expected: expected.join(' '), got: mapped.join(' ') });
    }
  }
  return { tallies, faults };
}

function scoreFloats(predicted: Required<Facts>, { facts: { captions, cells }, counts }: Truth): PaperScore {
  const tallies: Record<string, Tally> = {};
  const faults: Fault[] = [];
  const add = (name: string, { missing, ...tally }: Tally & { missing: string[] }): void => {
    tallies[name] = tally;
    faults.push(...missing.map((expected) => ({ measure: name, expected })));
  };
  if (counts) {
    const count = (kind: 'figure' | 'table'): number => predicted.captions.filter((each) => each.kind === kind).length;
    const [figures, tables] = [count('figure'), count('table')];
    const off = Math.abs(figures - counts.figures) + Math.abs(tables - counts.tables);
    const expected = counts.figures + counts.tables;
    tallies['floatCount'] = { matched: off, predicted: expected, expected };
    if (off > 0) {
      const show = (figureCount: number, tableCount: number): string => `${figureCount} figures, ${tableCount} tables`;
      faults.push({ measure: 'floatCount', expected: show(counts.figures, counts.tables), got: show(figures, tables) });
    }
  }
  if (captions) add('figureCaptions', scoreCaptions('figure', predicted.captions, captions));
  if (captions) add('tableCaptions', scoreCaptions('table', predicted.captions, captions));
  if (cells) add('cells', scoreCells(predicted.cells, cells));
  return { tallies, faults };
}
