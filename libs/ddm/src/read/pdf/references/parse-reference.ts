import type { Reference } from '@askg/contract';
import type { Label } from './model/labels.ts';
import { loadWeights } from './model/load-weights.ts';
import { tag } from './model/tagger.ts';
import { type Token, tokenize } from './model/tokens.ts';
import { takeLinks } from './reference-links.ts';
import { splitAuthors } from './split-authors.ts';

export type ReferenceFields = Omit<Reference, 'id' | 'label' | 'raw' | 'boxes'>;

const yearPattern = /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/;

/** The parts of a reference. Links are taken out first; a trained tagger labels the rest. */
export function parseReference(text: string): ReferenceFields {
  const { doi, url, rest } = takeLinks(text);
  const tokens = tokenize(rest);
  const parts = partsOf(rest, tokens, tag(tokens, loadWeights(), knownLabels(tokens)));
  const part = (label: Label): string | undefined => parts.get(label)?.[0];
  const title = trimTitle(part('title'));
  const container = trimContainer(part('container') ?? (part('editor') === undefined ? undefined : afterEditor(parts)));
  const year = yearPattern.exec(parts.get('date')?.join(' ') ?? '')?.[1] ?? yearPattern.exec(rest)?.[1];
  const { volume, issue } = volumeOf(part('volume'), part('issue'));
  const pages = pagesOf(part('pages'));
  return {
    authors: splitAuthors(part('author') ?? ''),
    ...(title === undefined ? {} : { title }),
    ...(container === undefined ? {} : { container }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
    ...(pages === undefined ? {} : { pages }),
    ...(doi === undefined ? {} : { doi }),
    ...(url === undefined ? {} : { url }),
  };
}

/** Tokens from which a year in brackets is no longer that of the authors. */
const latestYear = 0.93;

/**
 * Labels that the form of a reference gives away: what stands before the first year in brackets are its authors, and a
 * title follows. Without anything after the year, the title stands before it.
 */
function knownLabels(tokens: readonly Token[]): Map<number, Label> {
  const known = new Map<number, Label>();
  const open = tokens.findIndex(({ text }, i) => text === '(' && isDate(tokens, i + 1));
  const firstYear = tokens.findIndex(({ text }) => yearPattern.test(text));
  if (
    open < 1 ||
    open > latestYear * tokens.length ||
    (firstYear >= 0 && firstYear < open) ||
    !endsAuthors(tokens, open)
  ) {
    return known;
  }
  const close = tokens.findIndex(({ text }, i) => i > open && text === ')');
  const word = tokens.findIndex(({ text }, i) => i > close && /[\p{L}\p{N}]/u.test(text));
  const hasTitle = close > 0 && word > 0 && !/^(?:retrieved|available|accessed)$/i.test(tokens[word]?.text ?? '');
  for (let i = 0; i < open; i++) known.set(i, hasTitle ? 'author' : 'title');
  for (let i = open; i <= close; i++) known.set(i, 'date');
  const end = tokens[close + 1]?.text === '.' ? sentenceEnd(tokens, word) : word;
  if (hasTitle) for (let i = word; i <= end; i++) known.set(i, 'title');
  return known;
}

/** The last token of the sentence that begins at a token: a point before a capital, not after an initial or a short form. */
function sentenceEnd(tokens: readonly Token[], from: number): number {
  for (let i = from + 1; i < tokens.length; i++) {
    const [before, sign, after] = [tokens[i - 1]?.text ?? '', tokens[i]?.text ?? '', tokens[i + 1]];
    if (!/^[.?!]$/.test(sign)) continue;
    const isShort = sign === '.' && before.length <= 2 && /^\p{L}/u.test(before);
    if (!after || (after.spaced && !isShort && !/^\p{Ll}/u.test(after.text))) return i - 1;
  }
  return tokens.length - 1;
}

function isDate(tokens: readonly Token[], at: number): boolean {
  const [first = '', second = '', third = '', fourth = ''] = tokens.slice(at, at + 4).map(({ text }) => text);
  return (
    (yearPattern.test(first) && /^(?:[),a-z–-])$/.test(second)) ||
    (first === 'n' && second === '.' && third === 'd' && fourth === '.')
  );
}

/** A journal and its volume stand before a year in brackets too; names end with a point, a bracket or a comma. */
function endsAuthors(tokens: readonly Token[], open: number): boolean {
  const before = tokens.slice(0, open);
  return before.every(({ text }) => !/^\d+$/.test(text)) && (open < 12 || /^[.,)]$/.test(before.at(-1)?.text ?? ''));
}

/** The stretches of each label, the longest first. */
function partsOf(text: string, tokens: readonly Token[], labelled: readonly Label[]): Map<Label, string[]> {
  const parts = new Map<Label, string[]>();
  let from = 0;
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length && labelled[i] === labelled[from]) continue;
    const label = labelled[from];
    if (label !== undefined) {
      parts.set(label, [...(parts.get(label) ?? []), text.slice(tokens[from]?.start, tokens[i - 1]?.end)]);
    }
    from = i;
  }
  for (const [label, list] of parts) {
    // The first author part is that of the work; others belong to a book around it.
    if (label !== 'author') {
      parts.set(
        label,
        list.toSorted((a, b) => b.length - a.length),
      );
    }
  }
  return parts;
}

function trimTitle(text: string | undefined): string | undefined {
  const title = text?.replaceAll(/^[\s"“”«»„‘'’.,:;–-]+|[\s"“”«»„‘’.,:;–-]+$/gu, '').trim();
  return title === undefined || title === '' ? undefined : title;
}

function trimContainer(text: string | undefined): string | undefined {
  const container = text
    ?.replace(/^[\s"“.,:;(–-]+/u, '')
    .replace(/^[Ii]n\s?:?\s+(?=\S)/, '')
    .replaceAll(/^[\s"“]+|[\s"”,:;(–-]+$/gu, '')
    // The point of a short form stays: "Phys. Rev. Lett."
    .replace(/(?<!\b\p{L}{1,5})\.$/u, '')
    .trim();
  return container === undefined || container === '' || /^in$/i.test(container) ? undefined : container;
}

/** A book whose editors stand before its name may have its name read as a second title. */
function afterEditor(parts: ReadonlyMap<Label, string[]>): string | undefined {
  return parts.get('title')?.[1];
}

function volumeOf(volume: string | undefined, issue: string | undefined): { volume?: string; issue?: string } {
  const both = /(\w*\d\w*)\s*\(\s*([\w–/-]+)\s*\)/.exec(`${volume ?? ''}${issue ?? ''}`);
  const number = (text: string | undefined): string | undefined =>
    /[A-Z]{0,4}-?\d+[\w./–-]*|\b[IVXLC]+\b/.exec(text ?? '')?.[0].replace(/[.,–/-]+$/, '');
  const held = both?.[1] ?? number(volume);
  const part = both?.[2] ?? number(issue);
  return { ...(held === undefined ? {} : { volume: held }), ...(part === undefined ? {} : { issue: part }) };
}

function pagesOf(text: string | undefined): string | undefined {
  const match = /[A-Za-z]{0,3}\d+(?:[.:]\d+)?(?:\s*[-–—‐]\s*[A-Za-z]{0,3}\d+(?:[.:]\d+)?)?/.exec(text ?? '');
  return match?.[0].replaceAll(/\s*[-–—‐]\s*/g, '–');
}
