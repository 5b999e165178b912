import type { DraftText, Mark } from '../../../document/draft.ts';
import type { ReferenceEntry, ReferenceIndex } from './reference-index.ts';

type Citation = Extract<Mark, { kind: 'citation' }>;

/** What stands between the two markers of a range: `[1]–[3]`, `1-3`, `1 to 3`. */
const joiner = /^\s*\]?\)?\s*(?:[-\u2010-\u2015\u2212~]|to|through)\s*\(?\[?\s*$/;
const numberOnly = /^[[(]?\d+[\])]?$/;
const numberRange = /(\d{1,6})\s?[-\u2010-\u2015\u2212]\s?(\d{1,6})/g;
/** A range wider than this is a misreading (years, pages), not a citation of everything between. */
const widest = 200;

/**
 * Gives ranges their inner members: of two markers joined by a dash or "to" the closing one gets what stands between
 * them in the list; one marker printed as `4–7` gets all it names, however few of them the source links.
 */
export function expandRanges(text: DraftText, index: ReferenceIndex, scope: number): DraftText {
  const citations = text.marks.filter((mark): mark is Citation => mark.kind === 'citation');
  for (const [i, citation] of citations.entries()) {
    const opener = citations[i - 1];
    const printed = text.text.slice(citation.start, citation.end).trim();
    const inner = [
      ...withinMarker(printed, citation.targets, index, scope),
      ...(opener && numberOnly.test(printed) ? betweenMarkers(text.text, opener, citation, index, scope) : []),
    ];
    if (inner.length > 0) {
      citation.targets = [...new Set([...citation.targets, ...inner.map(({ sourceIds }) => sourceIds[0] ?? '')])];
    }
  }
  return text;
}

function betweenMarkers(
  text: string,
  opener: Citation,
  closer: Citation,
  index: ReferenceIndex,
  scope: number,
): readonly ReferenceEntry[] {
  const openerText = text.slice(opener.start, opener.end).trim();
  if (!joiner.test(text.slice(opener.end, closer.start)) || !/^(?:[[(]?\d+[\])]?)?$/.test(openerText)) return [];
  const first = index.find(opener.targets.at(-1) ?? '', scope);
  const last = index.find(closer.targets[0] ?? '', scope);
  if (!first || !last || last.position - first.position > widest) return [];
  return index.between(first, last);
}

function withinMarker(
  printed: string,
  targets: readonly string[],
  index: ReferenceIndex,
  scope: number,
): ReferenceEntry[] {
  const linked = new Set(targets.flatMap((target) => index.find(target, scope) ?? []));
  return [...printed.matchAll(numberRange)].flatMap(([, from, to]) => {
    const first = Number(from);
    const last = Number(to);
    if (last <= first || last - first > widest) return [];
    const members = Array.from({ length: last - first + 1 }, (_, i) => index.numbered(first + i, scope));
    // Numbers that name no linked entry are not numbers of entries.
    return members.some((member) => member && linked.has(member)) ? members.flatMap((member) => member ?? []) : [];
  });
}
