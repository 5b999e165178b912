import type { TextPage } from '../lines/text-page.ts';
import type { PageLink } from '../page/page-content.ts';
import { mapPoint } from '../engine/matrix.ts';
import type { FlowText } from '../text/flow-text.ts';
import type { CitedEntry } from './cited-entry.ts';

export type CitedRange = { start: number; end: number; targets: string[] };

/** Points that the place a link points to may be above or below the first line of its entry. */
const above = 26;
const below = 10;

/** Links that point at entries of the reference list, by their page. */
export class LinkCitations {
  readonly #byPage = new Map<number, { link: PageLink; id: string }[]>();

  constructor(pages: readonly TextPage[], entries: readonly CitedEntry[]) {
    const matrices = new Map(pages.map((page) => [page.number, page.fromFile]));
    for (const page of pages) {
      const links = page.links.flatMap((link) => {
        if (!('target' in link)) return [];
        const matrix = matrices.get(link.target.page);
        if (!matrix || link.target.y === undefined) return [];
        const place = mapPoint(matrix, link.target.x ?? 0, link.target.y);
        const id = entryAt(entries, link.target.page, place.y, link.target.x === undefined ? undefined : place.x);
        return id === undefined ? [] : [{ link, id }];
      });
      if (links.length > 0) this.#byPage.set(page.number, links);
    }
  }

  /** The stretches of a text under links; neighbours that point at one entry are one citation. */
  find({ text, places }: FlowText): CitedRange[] {
    const ranges: CitedRange[] = [];
    for (const place of places) {
      for (const { link, id } of this.#byPage.get(place.page) ?? []) {
        const middle = (place.y0 + place.y1) / 2;
        if (middle < link.y0 - 1 || middle > link.y1 + 1 || place.x1 <= link.x0 + 0.5 || place.x0 >= link.x1 - 0.5) {
          continue;
        }
        const { start, end } = coveredPart(text, place, link);
        if (end > start) addRange(ranges, text, { start, end, targets: [id] });
      }
    }
    return ranges.toSorted((a, b) => a.start - b.start);
  }
}

function entryAt(entries: readonly CitedEntry[], page: number, y: number, x: number | undefined): string | undefined {
  let best: { id: string; distance: number } | undefined;
  for (const { id, first } of entries) {
    if (first.page !== page) continue;
    if (x !== undefined && x > 1 && Math.abs(first.x0 - x) > 120) continue;
    const offset = first.top - y;
    if (offset < -below || offset > above) continue;
    const distance = Math.abs(offset - 1);
    if (distance < (best?.distance ?? Infinity)) best = { id, distance };
  }
  return best?.id;
}

/** A link may cover a part of a piece only, such as the number in "[12,". */
function coveredPart(text: string, place: FlowText['places'][number], link: PageLink): { start: number; end: number } {
  const width = place.x1 - place.x0;
  const length = place.end - place.start;
  const at = (x: number): number => place.start + Math.round((length * (x - place.x0)) / width);
  let start = link.x0 <= place.x0 + 0.15 * (width / length) ? place.start : Math.max(place.start, at(link.x0));
  let end = link.x1 >= place.x1 - 0.15 * (width / length) ? place.end : Math.min(place.end, at(link.x1));
  const isOutside = (sign: string): boolean => /[\s,;:()[\]]/.test(sign);
  while (start < end && isOutside(text.charAt(start))) start++;
  while (end > start && isOutside(text.charAt(end - 1))) end--;
  return { start, end };
}

function addRange(ranges: CitedRange[], text: string, range: CitedRange): void {
  const last = ranges.at(-1);
  const between = last ? text.slice(last.end, range.start) : '';
  if (last && last.targets[0] === range.targets[0] && /^[\s,(]*$/.test(between) && range.start >= last.end) {
    last.end = range.end;
  } else if (!last || range.start >= last.end || range.targets[0] !== last.targets[0]) ranges.push(range);
}
