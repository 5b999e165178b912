import type { Box, Place } from '@askg/contract';
import type { DraftDocument } from '../../../document/draft.ts';
import { joinBoxes } from '../../../document/join-boxes.ts';
import type { TextBlock } from '../blocks/block.ts';
import type { PageLayout } from '../layout/lay-out-page.ts';
import { type Fragment, textOf } from '../lines/fragment.ts';
import { findLines } from '../lines/find-lines.ts';
import type { Line } from '../lines/line.ts';
import { type BoxMaker, flowText, toDraftText } from '../text/flow-text.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { findText, type Searchable, searchable } from './find-text.ts';
import { isoDate, printedDates } from './printed-dates.ts';

export type Metadata = Pick<
  DraftDocument,
  'title' | 'identifiers' | 'venue' | 'date' | 'licence' | 'keywords' | 'contributors'
>;

export type FrontPages = {
  title: readonly TextBlock[];
  /** Blocks between title and text. */
  below: readonly TextBlock[];
  pages: readonly PageLayout[];
  lexicon: Lexicon;
  box: BoxMaker;
};

/** Pages on which a paper says who wrote it and where it appeared. */
const frontPages = 2;

/**
 * Finds where each text of the metadata is printed: in the head of the paper first, then on its first pages, their
 * margins, heads and feet. What is only linked has the box of the link; what stands nowhere is left out.
 */
export function findPlaces(metadata: Metadata, front: FrontPages): Place[] {
  const strips = stripsOf(front);
  const printed = (...forms: string[]): Box[] => {
    for (const form of forms) {
      for (const strip of strips()) {
        const found = findText(form, strip);
        if (found) return boxesOf(found, front.box);
      }
    }
    return [];
  };
  const linked = (test: (uri: string) => boolean): Box[] => linksTo(test, front);
  const { title, identifiers, venue, date, licence, keywords, contributors } = metadata;
  const places = new Map<string, Box[]>();
  const place = (text: string | undefined, boxes: (text: string) => Box[]): void => {
    if (text !== undefined && !places.has(text)) places.set(text, boxes(text));
  };
  place(title, printed);
  for (const { name, orcid, email, affiliations } of contributors) {
    place(name, printed);
    place(orcid, (id) =>
      either(
        printed(id),
        linked((uri) => uri.includes(id)),
      ),
    );
    place(email, (address) =>
      either(
        printed(address),
        linked((uri) => uri.includes(address)),
      ),
    );
    for (const affiliation of affiliations) place(affiliation, printed);
  }
  for (const id of Object.values(identifiers)) {
    place(id, (text) =>
      either(
        printed(text),
        linked((uri) => uri.includes(text)),
      ),
    );
  }
  place(venue, printed);
  if (date) {
    const boxes = printed(...printedDates(date));
    for (const form of [String(date.year), isoDate(date)]) place(form, () => boxes);
  }
  place(licence, (uri) => linked((other) => other === uri));
  for (const keyword of keywords) place(keyword, printed);
  return [...places].flatMap(([text, boxes]) => (boxes.length === 0 ? [] : [{ text, boxes }]));
}

/** The texts to look in, the likeliest first; each is made when it is first needed. */
function stripsOf({ title, below, pages, lexicon }: FrontPages): () => Iterable<Searchable> {
  const first = pages.slice(0, frontPages);
  const lines: (() => readonly Line[])[] = [
    () => title.flatMap((block) => block.lines),
    () => below.flatMap((block) => block.lines),
    ...first.flatMap(({ page, columns, margin }) => [
      () => margin,
      () => findLines(page.number, page.fragments.filter(isNoPageNumber)),
      ...columns.map((column) => () => column.lines),
    ]),
  ];
  const made: Searchable[] = [];
  return function* () {
    for (const [i, make] of lines.entries()) yield (made[i] ??= searchable(flowText(make(), lexicon)));
  };
}

/** The number of the page may stand between the words of a running foot. */
function isNoPageNumber({ pieces }: Fragment): boolean {
  return !/^\d{1,5}$/.test(textOf(pieces));
}

function boxesOf(flow: Parameters<typeof toDraftText>[0], box: BoxMaker): Box[] {
  return joinBoxes(toDraftText(flow, box).marks.flatMap((mark) => (mark.kind === 'box' ? [mark.box] : [])));
}

function linksTo(test: (uri: string) => boolean, { pages, box }: FrontPages): Box[] {
  for (const { page } of pages.slice(0, frontPages)) {
    for (const link of page.links) if ('uri' in link && test(link.uri)) return [box(page.number, link)];
  }
  return [];
}

function either(boxes: Box[], others: Box[]): Box[] {
  return boxes.length > 0 ? boxes : others;
}
