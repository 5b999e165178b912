import type { TextBlock } from '../blocks/block.ts';
import type { Line } from '../lines/line.ts';

/** The lines of one entry; the label as printed, without brackets, where the list has labels. */
export type Entry = { lines: Line[]; label?: string };

type ListLine = { line: Line; indent: number; gap: number };

const bracketed = /^\[([^\]\s]{1,12}(?:\s?[^\]\s]{1,12}){0,3})\]\s*/u;
const numbered = /^(\d{1,3})[.)]?\s+(?=\S)/;

/** Cuts the lines of a reference list into entries: by labels, else by hanging indents, else by the gaps between them. */
export function splitEntries(blocks: readonly TextBlock[]): Entry[] {
  const lines = blocks.flatMap((block) =>
    block.lines.map((line, i) => ({
      line,
      indent: line.x0 - block.margins.left,
      gap: gapBefore(block.lines[i - 1], line),
    })),
  );
  for (const [i, entry] of lines.entries()) if (i > 0) entry.gap = gapBefore(lines[i - 1]?.line, entry.line);
  return byLabels(lines) ?? byIndents(lines) ?? byGaps(lines);
}

/** Infinity where the next line stands in another column. */
function gapBefore(above: Line | undefined, line: Line): number {
  if (!above || above.page !== line.page || line.baseline < above.baseline) return Infinity;
  return line.baseline - above.baseline;
}

function collect(lines: readonly ListLine[], starts: (line: ListLine, index: number) => boolean): Entry[] {
  const entries: Entry[] = [];
  for (const [i, line] of lines.entries()) {
    if (entries.length === 0 || starts(line, i)) entries.push({ lines: [line.line] });
    else entries.at(-1)?.lines.push(line.line);
  }
  return entries;
}

function byLabels(lines: readonly ListLine[]): Entry[] | undefined {
  for (const pattern of [bracketed, numbered]) {
    const labels = lines.map(({ line }) => pattern.exec(line.text)?.[1]);
    const counting = countingLabels(labels);
    const starts =
      pattern === bracketed && counting.size < 0.5 * labels.filter(Boolean).length ? allOf(labels) : counting;
    if (starts.size < 2 || (lines[0] && !starts.has(0) && ![...starts].some((at) => at < 4))) continue;
    // A few labels in a list without them come from the entries.
    if (starts.size < lines.length / 12) continue;
    const entries = collect(lines, (_, i) => starts.has(i));
    const first = Math.min(...starts);
    return entries.map((entry, i) => {
      const label = i === 0 && first > 0 ? undefined : labels[lines.findIndex(({ line }) => line === entry.lines[0])];
      return { ...entry, ...(label === undefined ? {} : { label }) };
    });
  }
  return undefined;
}

function allOf(labels: readonly (string | undefined)[]): Set<number> {
  return new Set(labels.flatMap((label, i) => (label === undefined ? [] : [i])));
}

/** Lines whose label is one more than the label before: years and volumes at the start of a line are none. */
function countingLabels(labels: readonly (string | undefined)[]): Set<number> {
  const starts = new Set<number>();
  let next = 1;
  for (const [i, label] of labels.entries()) {
    if (label === undefined || !/^\d+$/.test(label)) continue;
    if (Number(label) === next || (Number(label) === next + 1 && starts.size > 2)) {
      starts.add(i);
      next = Number(label) + 1;
    }
  }
  return starts;
}

function byIndents(lines: readonly ListLine[]): Entry[] | undefined {
  const em = lines[0]?.line.size ?? 10;
  // The edge of the list may be moved in as a whole.
  const edges = new Map<number, number>();
  for (const { indent } of lines) edges.set(Math.round(indent), (edges.get(Math.round(indent)) ?? 0) + 1);
  const edge = Math.min(...[...edges].filter(([, count]) => count >= 0.08 * lines.length).map(([indent]) => indent));
  const isStart = ({ indent }: ListLine): boolean => indent < edge + 0.4 * em;
  const starting = lines.filter(isStart).length;
  if (!Number.isFinite(edge) || starting === lines.length || lines.length - starting < 0.12 * lines.length) {
    return undefined;
  }
  // In a list whose first lines are moved in, what stands at the edge is the rest of an entry.
  const longRuns = lines.filter(
    (line, i) => !isStart(line) && lines[i + 1] && isStart(lines[i + 1] as ListLine),
  ).length;
  const isInverted = lines[0] !== undefined && !isStart(lines[0]) && starting > 0.5 * lines.length && longRuns > 2;
  return collect(lines, (line) => isStart(line) !== isInverted);
}

function byGaps(lines: readonly ListLine[]): Entry[] {
  const gaps = lines
    .map(({ gap }) => gap)
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b);
  const tight = gaps[Math.floor(gaps.length / 10)] ?? 0;
  const loose = gaps.filter((gap) => gap > 1.12 * tight).length;
  const hasGaps = loose > 0 && loose < 0.95 * gaps.length;
  return collect(lines, ({ line, gap }, i) => {
    if (hasGaps && Number.isFinite(gap)) return gap > 1.12 * tight;
    const above = lines[i - 1]?.line;
    if (!above) return true;
    return /[.)\d/]$/.test(above.text) && opensEntry(line.text);
  });
}

/** A name and initials, initials and a name, or an institution before a year in brackets. */
function opensEntry(text: string): boolean {
  if (/^\p{Lu}[\p{L}\p{M}\s.&,'’-]{2,60}\((?:(?:1[89]|20)\d\d|n\. ?d\.)/u.test(text)) return true;
  return /^(?:\p{Lu}[\p{L}'’-]+,?\s+(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+)|(?:\p{Lu}\.[\s-]?){1,3}\s*\p{Lu}\p{L}+)/u.test(text);
}

/** The label and the white space after it, at the start of the text of an entry. */
export function labelLength(text: string): number {
  return (bracketed.exec(text) ?? numbered.exec(text))?.[0].length ?? 0;
}
