import type { CitationMark, Sentence } from '@askg/contract';
import type { DraftText, Mark } from '../../../document/draft.ts';

/** A text with citations as a draft has it. */
export function markedText(text: string, citations: readonly CitationMark[] = []): DraftText {
  const toUnits = unitOffsets(text);
  return {
    text,
    marks: citations.map(({ start, end, references }) => ({
      kind: 'citation',
      start: toUnits(start),
      end: toUnits(end),
      targets: references,
    })),
  };
}

/** Sentences as one text, marked so that the same sentences are cut again, with their boxes, citations and flags. */
export function sentencesText(sentences: readonly Sentence[]): DraftText {
  let text = '';
  const marks: Mark[] = [];
  for (const sentence of sentences) {
    if (text !== '') {
      marks.push({ kind: 'break', start: text.length, end: text.length });
      text += ' ';
    }
    const start = text.length;
    text += sentence.text;
    const span = { start, end: text.length };
    marks.push({ kind: 'atom', ...span });
    for (const box of sentence.boxes) marks.push({ kind: 'box', box, ...span });
    for (const kind of sentence.flags ?? []) marks.push({ kind, ...span });
    for (const mark of markedText(sentence.text, sentence.citations).marks) {
      marks.push({ ...mark, start: mark.start + start, end: mark.end + start });
    }
  }
  return { text, marks: marks.toSorted((a, b) => a.start - b.start || a.end - b.end) };
}

/** Offsets in code points as offsets in UTF-16 code units. */
function unitOffsets(text: string): (point: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => point;
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  return (point) => units[point] ?? text.length;
}
