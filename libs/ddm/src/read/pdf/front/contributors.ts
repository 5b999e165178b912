import type { Contributor } from '@askg/contract';
import type { TextBlock } from '../blocks/block.ts';
import type { PageLink } from '../page/page-content.ts';
import { emailsInNotes } from './contact-notes.ts';
import { assignEmails, findEmails } from './emails.ts';
import { headerTokens, type HeaderToken } from './marked-text.ts';
import { mayBeName, nameLines } from './name-lines.ts';
import { isPersonName, namesInstitution, splitName, splitNames } from './person-names.ts';

/** A name in the header, with its markers and its place. */
type Author = {
  name: string;
  markers: string[];
  row: number;
  x0: number;
  x1: number;
  baseline: number;
  size: number;
  affiliations: string[];
  orcid?: string;
};

type Segment = { markers: string[]; text: string; row: number; x0: number; x1: number };

const remark =
  /contribut(?:ed|ion)|correspond|work (?:was )?(?:done|performed)|equal|alphabetical|first author|now at|these authors|author order/i;

/**
 * Authors with their affiliations, addresses and ORCIDs, from the blocks between title and text. `notes` are texts at the
 * foot of the first page, which may tell addresses too.
 */
export function readContributors(
  blocks: readonly TextBlock[],
  links: readonly PageLink[],
  notes: readonly string[] = [],
): Contributor[] {
  const tokens = headerTokens(blocks);
  const { authors, segments } = readHeader(tokens);
  const emails = findEmails(tokens.map(({ kind, text }) => (kind === 'gap' ? ' ' : text)).join(''));
  affiliate(authors, segments);
  addOrcids(authors, links);
  const addresses = assignEmails(
    authors.map(({ name }) => name),
    emails,
  );
  const noted = emailsInNotes(authors, notes);
  return authors.map((author, i) => {
    const email = addresses[i] ?? noted[i];
    return {
      ...splitName(author.name),
      ...(author.orcid === undefined ? {} : { orcid: author.orcid }),
      ...(email === undefined ? {} : { email }),
      affiliations: author.affiliations,
      role: 'author' as const,
    };
  });
}

/** Walks through the header: stretches that are names become authors, all else segments of affiliations. */
function readHeader(tokens: readonly HeaderToken[]): { authors: Author[]; segments: Segment[] } {
  const authors: Author[] = [];
  const segments: Segment[] = [];
  const lines = [...new Set(tokens.map(({ line }) => line))];
  const isNameLine = nameLines(lines);
  let pending: string[] = [];
  let isAfterName = false;
  for (const token of tokens) {
    const row = lines.indexOf(token.line);
    if (token.kind === 'gap') continue;
    const last = authors.at(-1);
    if (token.kind === 'marker') {
      const marks = token.text
        .split(/[\s,;]+/)
        .flatMap((mark) => (/^\d+$/.test(mark) ? [mark] : [...mark]))
        .filter((mark) => /[\d\p{L}*∗†‡§¶‖]/u.test(mark) && mark !== 'ID');
      // A marker after a name belongs to it; one at the start of an affiliation opens it.
      if (last && isAfterName && !token.opens) last.markers.push(...marks);
      else pending.push(...marks);
      continue;
    }
    const parts = splitNames(token.text);
    const known = namesIn(parts, segments.length === 0);
    const names = known.length === 0 && isNameLine(token.line) ? parts.filter(mayBeName) : known;
    const isNames =
      names.length > 0 && names.length >= 0.5 * parts.length && pending.length === 0 && !namesInstitution(token.text);
    if (isNames && !segments.some((segment) => segment.row === row)) {
      isAfterName = true;
      for (const name of names) {
        authors.push({
          name,
          markers: [],
          row,
          x0: token.x0,
          x1: token.x1,
          baseline: token.line.baseline,
          size: token.line.size,
          affiliations: [],
        });
      }
      continue;
    }
    if (/^(?:[,;&]|and)*$/.test(token.text.trim())) continue;
    isAfterName = false;
    const before = segments.at(-1);
    const goesOn = before !== undefined && pending.length === 0 && before.markers.length > 0;
    if (goesOn) before.text += ` ${token.text}`;
    else segments.push({ markers: pending, text: token.text, row, x0: token.x0, x1: token.x1 });
    pending = [];
  }
  // Among names in small letters, capitals without a marker are the short name of a place of work.
  const isCapitals = ({ name, markers }: Author): boolean => !/\p{Ll}/u.test(name) && markers.length === 0;
  const written = authors.filter((author) => !isCapitals(author));
  return { authors: written.length >= 0.5 * authors.length ? written : authors, segments };
}

/** The names among some parts; where a header begins with them, "Roe, Jane" is one too. */
function namesIn(parts: readonly string[], isHead: boolean): string[] {
  const names = parts.filter(isPersonName);
  const [family = '', given = ''] = parts;
  const turned = `${given} ${family}`;
  // Nobody is listed by one name only.
  const isTurned = parts.length === 2 && /^\p{Lu}[\p{L}'’-]+$/u.test(given) && isPersonName(turned);
  return isHead && isTurned ? [turned] : names;
}

function affiliate(authors: readonly Author[], segments: readonly Segment[]): void {
  const usable = segments.filter(({ text }) => !remark.test(text) && /\p{L}{3}/u.test(text) && !isAddress(text));
  const marked = usable.filter(({ markers }) => markers.length > 0);
  for (const author of authors) {
    const own = marked.filter(({ markers }) => markers.some((mark) => author.markers.includes(mark)));
    if (own.length > 0) author.affiliations = own.map(({ text }) => clean(text));
  }
  if (marked.length > 0) return;
  for (const group of rowsOfAuthors(authors)) {
    placeUnder(
      group.authors,
      usable.filter(({ row }) => row > group.from && row < group.to),
    );
  }
}

function isAddress(text: string): boolean {
  return /@|https?:|orcid/i.test(text) && !/\p{L}{4,}\s+\p{L}{4,}\s+\p{L}{4,}/u.test(text.replaceAll(/\S*@\S*/g, ''));
}

function clean(text: string): string {
  return text
    .replaceAll(/\{[^}]*\}\s*@\S+|\S+@\S+/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,.;:–-]+|[\s,.;:–-]+$/g, '')
    .trim();
}

/** Authors side by side, and the rows until the next authors. */
function rowsOfAuthors(authors: readonly Author[]): { authors: Author[]; from: number; to: number }[] {
  const rows = [...new Set(authors.map(({ row }) => row))];
  const starts = rows.filter((row, i) => i === 0 || row > (rows[i - 1] ?? 0) + 1);
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? Infinity;
    const group = authors.filter(({ row }) => row >= from && row < to);
    return { authors: group, from: Math.max(...group.map(({ row }) => row)), to };
  });
}

/** Without markers an affiliation belongs to the author above it, or to all if there is one for all. */
function placeUnder(authors: readonly Author[], segments: readonly Segment[]): void {
  const isShared = (segment: Segment): boolean =>
    segments.every((other) => other === segment || other.row !== segment.row);
  const sharesAll = authors.length > 0 && segments.every(isShared);
  const texts = new Map<Author, string[]>();
  for (const segment of segments) {
    const middle = (segment.x0 + segment.x1) / 2;
    const distance = ({ x0, x1 }: Author): number => Math.abs((x0 + x1) / 2 - middle);
    const nearest = authors.toSorted((a, b) => distance(a) - distance(b))[0];
    for (const author of sharesAll ? authors : nearest ? [nearest] : []) {
      texts.set(author, [...(texts.get(author) ?? []), clean(segment.text)]);
    }
  }
  for (const [author, parts] of texts) {
    const text = parts.filter((part) => part !== '').join(', ');
    if (text !== '') author.affiliations = [text];
  }
}

/** The link on the mark behind a name. */
function addOrcids(authors: readonly Author[], links: readonly PageLink[]): void {
  for (const link of links) {
    const orcid = 'uri' in link ? /orcid\.org\/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/i.exec(link.uri)?.[1] : undefined;
    if (orcid === undefined) continue;
    const middle = (link.y0 + link.y1) / 2;
    const row = authors.filter(({ baseline, size }) => Math.abs(baseline - 0.3 * size - middle) < size);
    const owner = row.filter(({ x0 }) => x0 < link.x1).toSorted((a, b) => b.x0 - a.x0)[0] ?? row[0];
    if (owner && owner.orcid === undefined) owner.orcid = orcid.toUpperCase();
  }
}
