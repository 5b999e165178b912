import type { CitationMark, Mention } from '@askg/contract';
import { utf16Offsets } from './utf16-offsets.ts';
import type { Rule } from './violation.ts';

type Report = (rule: Rule, unit: string, message: string) => void;

/** Citation marks against the text they stand in and the references they point at. */
export function checkCitations(
  marks: readonly CitationMark[],
  text: string,
  unit: string,
  references: ReadonlySet<string>,
  report: Report,
): void {
  if (marks.length === 0) return;
  const toUtf16 = utf16Offsets(text);
  let last = 0;
  for (const { marker, start, end, references: cited } of marks) {
    const [from, to] = [toUtf16(start), toUtf16(end)];
    if (from === undefined || to === undefined || from > to) {
      report('offsets', unit, `The citation "${marker}" at ${start}-${end} is outside its text.`);
    } else if (text.slice(from, to) !== marker) {
      report('marker', unit, `The text at ${start}-${end} is not "${marker}".`);
    }
    if (start < last) report('citation-order', unit, `The citation "${marker}" starts before the one listed first.`);
    last = start;
    for (const id of cited) if (!references.has(id)) report('reference-exists', unit, `There is no reference ${id}.`);
    if (cited.some((id, i) => i > 0 && ordinal(id) <= ordinal(cited[i - 1] ?? id))) {
      report('reference-order', unit, `The references of "${marker}" are not in the order of the list, each once.`);
    }
  }
}

/** Mentions against the text they stand in. */
export function checkMentions(mentions: readonly Mention[], text: string, unit: string, report: Report): void {
  if (mentions.length === 0) return;
  const toUtf16 = utf16Offsets(text);
  for (const { label, start, end } of mentions) {
    if (toUtf16(start) === undefined || toUtf16(end) === undefined || start >= end) {
      report('offsets', unit, `The mention of "${label}" at ${start}-${end} is empty or outside its text.`);
    }
  }
}

function ordinal(id: string): number {
  return Number(id.slice('ref'.length));
}
