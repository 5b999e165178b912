import type { DraftText } from '../../../document/draft.ts';
import type { Rect } from '../engine/matrix.ts';
import { bottomOf, type Script, topOf } from '../lines/fragment.ts';
import type { Line } from '../lines/line.ts';
import type { Lexicon } from './lexicon.ts';

/** Where a stretch of a text stands on its page, in points of that page. Offsets are UTF-16 code units. */
export type Place = Rect & { start: number; end: number; page: number; script: Script; bold: boolean; italic: boolean };

/** The running text of some lines, and the place of every piece of it. */
export type FlowText = { text: string; places: Place[] };

const hyphen = /[-‐]$/;
const lineEndUrl = /(?:https?:\/\/|www\.|doi\.org|10\.\d{4,})\S*$/i;

/** Puts lines together to one text: words apart by single spaces, words cut at the end of a line whole again. */
export function flowText(lines: readonly Line[], lexicon: Lexicon): FlowText {
  let text = '';
  const places: Place[] = [];
  for (const [i, line] of lines.entries()) {
    if (i > 0) {
      const join = joinOf(text, line.text, lexicon);
      if (join === 'drop-hyphen') {
        text = text.slice(0, -1);
        const last = places.at(-1);
        if (last && last.end > text.length) last.end = text.length;
      } else if (join === 'space') text += ' ';
    }
    let isFirst = true;
    for (const piece of line.pieces) {
      const clean = repair(piece.text);
      if (clean === '') continue;
      if (!isFirst && piece.space) text += ' ';
      isFirst = false;
      const start = text.length;
      text += clean;
      const { font, script } = piece;
      // All boxes of a line have its height, so that words side by side make one box.
      places.push({
        start,
        end: text.length,
        page: line.page,
        x0: piece.x0,
        x1: piece.x1,
        y0: topOf(line),
        y1: bottomOf(line),
        script,
        bold: font.bold,
        italic: font.italic,
      });
    }
  }
  return { text, places: places.filter(({ start, end }) => end > start) };
}

/** Appends the next line of a text: words apart by a space, a word cut at the end of the line whole again. */
export function appendLine(before: string, after: string, lexicon: Lexicon): string {
  const join = joinOf(before, after, lexicon);
  if (join === 'drop-hyphen') return before.slice(0, -1) + after;
  return join === 'space' ? `${before} ${after}` : before + after;
}

function joinOf(before: string, after: string, lexicon: Lexicon): 'space' | 'none' | 'drop-hyphen' {
  if (before === '' || before.endsWith(' ')) return 'none';
  if (hyphen.test(before) && /\p{L}[-‐]$/u.test(before)) {
    if (!/^[\p{L}\p{N}]/u.test(after)) return 'space';
    if (lineEndUrl.test(before)) return 'none';
    return lexicon.keepsHyphen(before.slice(0, -1), after) ? 'none' : 'drop-hyphen';
  }
  if (/\bhttps?:$/i.test(before) && after.startsWith('//')) return 'none';
  // An address goes on in the next line where it was cut at one of its signs.
  if (lineEndUrl.test(before) && /[/._=&?%-]$/.test(before) && /^[\w%/?&=#.-]/.test(after)) return 'none';
  if (lineEndUrl.test(before) && /^[/.?&=#_%]\w/.test(after)) return 'none';
  if (cutsDoi(before, after)) return 'none';
  return /[/\u2014]$/.test(before) && /^\p{Ll}/u.test(after) && !/\s\S?$/.test(before) ? 'none' : 'space';
}

/** A DOI cut at one of its brackets or colons, with nothing but its rest in the next line. */
function cutsDoi(before: string, after: string): boolean {
  const isRest = /^\S+$/.test(after) && /\d/.test(after) && !/^\(?(?:19|20)\d\d\b/.test(after);
  return isRest && /\b10\.\d{4,9}\/\S*[:;()<>\]]$/.test(before);
}

const ligatures: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'ft', ﬆ: 'st' };

/** Ligatures as letters, and the normal form NFC. */
export function repair(text: string): string {
  return text.replaceAll(/[ﬀ-ﬆ]/g, (ligature) => ligatures[ligature] ?? ligature).normalize('NFC');
}

/** The part of a flow between two offsets, without white space at its ends. */
export function sliceFlow({ text, places }: FlowText, from: number, to = text.length): FlowText {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const trimmed = raw.trim();
  const end = start + trimmed.length;
  return {
    text: trimmed,
    places: places
      .filter((place) => place.end > start && place.start < end)
      .map((place) => ({
        ...place,
        start: Math.max(place.start, start) - start,
        end: Math.min(place.end, end) - start,
      })),
  };
}

/** Turns the places of a flow into boxes on the page. */
export type BoxMaker = (page: number, rect: Rect) => { page: number; x0: number; y0: number; x1: number; y1: number };

/** `citations` are ranges of the text with the ids of what they cite. */
export function toDraftText(
  flow: FlowText,
  box: BoxMaker,
  citations: readonly { start: number; end: number; targets: string[] }[] = [],
): DraftText {
  const marks: DraftText['marks'] = stretchesOf(flow).map(({ start, end, page, ...rect }) => ({
    kind: 'box',
    start,
    end,
    box: box(page, rect),
  }));
  for (const citation of citations) marks.push({ kind: 'citation', ...citation });
  return { text: flow.text, marks: marks.toSorted((a, b) => a.start - b.start || a.end - b.end) };
}

type Stretch = Rect & { start: number; end: number; page: number };

/** Signs after which a sentence may begin: there boxes are cut, so that a box belongs to one sentence. */
const mayEnd = /[.?!:;…。？！]["”’)\]\s]*$/u;

/** Places side by side on one line, as far as they are sure to be of one sentence. */
function stretchesOf({ text, places }: FlowText): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { start, end, page, x0, y0, x1, y1 } of places) {
    const last = stretches.at(-1);
    const goesOn =
      last !== undefined &&
      last.page === page &&
      last.y0 === y0 &&
      last.y1 === y1 &&
      x0 >= last.x0 &&
      !mayEnd.test(text.slice(Math.max(last.start, last.end - 8), start));
    if (goesOn) {
      last.end = end;
      last.x1 = Math.max(last.x1, x1);
    } else stretches.push({ start, end, page, x0, y0, x1, y1 });
  }
  return stretches;
}
