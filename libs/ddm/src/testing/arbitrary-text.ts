import { type Box, type CitationMark, EntityType, type Mention, type Paragraph, type Sentence } from '@askg/contract';
import * as fc from 'fast-check';

const pieces = fc.constantFrom(
  '"',
  '\\',
  '\n',
  '\r',
  '\t',
  '\b',
  '\u007f',
  '\u0000',
  '\uffff',
  '𝒳',
  '🧬',
  'שלום',
  '\ufb01',
  ' | ',
  '; ',
  '\\u0041',
  '> <',
  '" .',
);
/** Texts of any characters: quotes, line breaks, control characters, right-to-left, beyond the basic plane. */
export const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 6 })
    .map((all) => all.join('')),
);
const sentenceText = text.map((value) => value.trim()).filter((value) => value !== '');
const fraction = fc.double({ min: 0, max: 0.5, noNaN: true }).map((value) => value + 0);
export const boxes = fc.array(
  fc.record<Box>({
    page: fc.integer({ min: 1, max: 400 }),
    x0: fraction,
    y0: fraction,
    x1: fraction.map((value) => value + 0.5),
    y1: fraction.map((value) => value + 0.5),
  }),
  { maxLength: 2 },
);

/** From none to `most` items, made from their ordinals. */
export function listOf<T>(most: number, make: (ordinal: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc
    .integer({ min: 0, max: most })
    .chain((length) => fc.tuple(...Array.from({ length }, (_, i) => make(i + 1))));
}

export function paragraphs(parent: string, references: number): fc.Arbitrary<Paragraph[]> {
  return listOf(2, (i) => {
    const id = `${parent}/p${i}`;
    return fc.record<Paragraph>(
      {
        id: fc.constant(id),
        kind: fc.constantFrom(...(['text', 'item', 'quote', 'code', 'caption'] as const)),
        heading: text,
        list: fc.record(
          { depth: fc.integer({ min: 1, max: 5 }), ordered: fc.boolean(), marker: text },
          { requiredKeys: ['depth', 'ordered'] },
        ),
        sentences: sentences(id, references),
      },
      { requiredKeys: ['id', 'kind', 'sentences'] },
    );
  });
}

export function sentences(parent: string, references: number): fc.Arbitrary<Sentence[]> {
  return listOf(2, (i) =>
    sentenceText.chain((value) =>
      fc.record<Sentence>(
        {
          id: fc.constant(`${parent}/t${i}`),
          text: fc.constant(value),
          boxes,
          citations: fc.array(citation(value, references), { maxLength: 2 }).map(inOrder),
          mentions: fc.array(mention(value), { minLength: 1, maxLength: 2 }),
          flags: fc.constantFrom<('hidden' | 'suspicious')[]>(['hidden'], ['suspicious'], ['hidden', 'suspicious']),
        },
        { requiredKeys: ['id', 'text', 'boxes', 'citations'] },
      ),
    ),
  );
}

/** Two ascending offsets in code points. */
function span(value: string, least: number): fc.Arbitrary<{ start: number; end: number }> {
  const length = Array.from(value).length;
  return fc
    .integer({ min: 0, max: length - least })
    .chain((start) => fc.record({ start: fc.constant(start), end: fc.integer({ min: start + least, max: length }) }));
}

export function citation(value: string, references: number): fc.Arbitrary<CitationMark> {
  const ids = Array.from({ length: references }, (_, i) => `ref${i + 1}`);
  return span(value, 0).chain(({ start, end }) =>
    fc.record<CitationMark>(
      {
        marker: fc.constant(Array.from(value).slice(start, end).join('')),
        start: fc.constant(start),
        end: fc.constant(end),
        references: fc.subarray(ids),
        function: fc.oneof(
          text,
          fc.constantFrom('usesMethodIn', 'usesDataFrom', 'extends', 'agreesWith', 'disagreesWith'),
        ),
      },
      { requiredKeys: ['marker', 'start', 'end', 'references'] },
    ),
  );
}

export function inOrder(marks: CitationMark[]): CitationMark[] {
  return marks.toSorted((a, b) => a.start - b.start);
}

function mention(value: string): fc.Arbitrary<Mention> {
  return span(value, 1).chain(({ start, end }) =>
    fc.record({
      start: fc.constant(start),
      end: fc.constant(end),
      type: fc.constantFrom(...EntityType.options),
      label: fc.oneof(fc.constantFrom('BERT', 'SQuAD'), text),
      score: fc.double({ noNaN: true, noDefaultInfinity: true }),
    }),
  );
}
