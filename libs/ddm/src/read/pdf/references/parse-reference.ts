import type { Reference } from '@askg/contract';
import { knownLabels } from './known-labels.ts';
import type { Label } from './model/labels.ts';
import { loadWeights } from './model/load-weights.ts';
import { tag, type Weights } from './model/tagger.ts';
import { type Token, tokenize } from './model/tokens.ts';
import { takeLinks } from './reference-links.ts';
import { splitAuthors } from './split-authors.ts';

export type ReferenceFields = Omit<Reference, 'id' | 'label' | 'raw' | 'boxes'>;

const yearPattern = /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/;

/** The parts of a reference. Links are taken out first; a trained tagger, by default the package's own, labels the rest. */
export function parseReference(text: string, weights: Weights = loadWeights()): ReferenceFields {
  const { doi, url, rest } = takeLinks(text);
  const tokens = tokenize(rest);
  const parts = partsOf(rest, tokens, withSeries(tokens, tag(tokens, weights, knownLabels(tokens))));
  const part = (label: Label): string | undefined => parts.get(label)?.[0];
  const book = part('container') ?? (part('editor') === undefined ? undefined : afterEditor(parts));
  const { title, container } = titlesOf(part('title'), book);
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

/** "Nucl. Phys. B266": a letter without a space before the volume is that of its series. */
function withSeries(tokens: readonly Token[], labelled: readonly Label[]): Label[] {
  return labelled.map((label, i) => {
    const next = tokens[i + 1];
    const isGlued = /^\p{Lu}$/u.test(tokens[i]?.text ?? '') && next?.spaced === false && /^\d+$/.test(next.text);
    return label === 'container' && isGlued && labelled[i + 1] === 'volume' ? 'volume' : label;
  });
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

/** What follows a title: "In" and the name of the book around it, or anything behind its closing quote. */
const bookAfter = /^(.{8,}?[.?!”"’'])\s+In:?\s+(?=[\p{Lu}\d])(.{8,})$/u;
const afterQuotes = /^(["“„«][^"”“»]{8,}(?:[.,?!]["”“»]|["”“»][.,]))\s+(\p{Lu}.{3,})$/u;

function titlesOf(text: string | undefined, book: string | undefined): { title?: string; container?: string } {
  const own = text?.replace(beforeQuote, '');
  const parts = afterQuotes.exec(own ?? '') ?? (book === undefined ? bookAfter.exec(own ?? '') : null);
  const title = trimTitle(parts?.[1] ?? own);
  const container = trimContainer(book ?? parts?.[2]);
  return { ...(title === undefined ? {} : { title }), ...(container === undefined ? {} : { container }) };
}

/** A number or a name before a title in quotes. */
const beforeQuote = /^[^“"„]{0,40}[.:,]\s*(?=[“"„]\p{L})/u;
const editors = /^[\s(]*(?:eds?|editors?|hrsg|dirs?)\b\.?\s*\)?[\s.,:;]*/i;

function trimTitle(text: string | undefined): string | undefined {
  const title = text
    ?.replace(editors, '')
    .replace(/^(?:in|[Dd]ans)(?:\s*:\s*|\s+)(?=["“„]?\p{Lu})/u, '')
    .replaceAll(/^[\s"“”«»„‘'’.,:;–-]+|[\s"“”«»„‘’.,:;–-]+$/gu, '')
    .trim();
  return title === undefined || title === '' ? undefined : title;
}

function trimContainer(text: string | undefined): string | undefined {
  const container = text
    ?.replace(editors, '')
    .replace(/^[\s"“.,:;(–-]+/u, '')
    .replace(/^(?:[Ii]n|[Dd]ans)\s?:?\s+(?=\S)/, '')
    .replaceAll(/^[\s"“]+|[\s"”,:;(–-]+$/gu, '')
    // The point of a short form stays: "Phys. Rev. Lett."
    .replace(/(?<!\b\p{L}{1,5})\.$|^([^.]+)\.$/u, '$1')
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
  // "40.1": the issue stands behind the volume.
  const pair = issue === undefined ? /^\D*(\d{1,4})\.(\d{1,3})\D*$/.exec(volume ?? '') : null;
  const repository = /\babs\/\d{4}\.\d{4,5}/.exec(volume ?? '')?.[0];
  const held = both?.[1] ?? pair?.[1] ?? repository ?? number(volume);
  const part = both?.[2] ?? pair?.[2] ?? number(issue);
  return { ...(held === undefined ? {} : { volume: held }), ...(part === undefined ? {} : { issue: part }) };
}

const page = String.raw`[A-Za-z]{0,3}\d+(?:[.:]\d+)?[a-z]?(?![A-Za-z])`;
const pageRange = new RegExp(String.raw`(?<![A-Za-z])${page}\s*[-–—‐−]+\s*${page}`);
const singlePage = new RegExp(`(?<![A-Za-z])${page}`);

/** A range rather than a number before it: "V. 1 (pp. 3–9)". One page is sometimes written as a range. */
function pagesOf(text = ''): string | undefined {
  const pages = (pageRange.exec(text) ?? singlePage.exec(text))?.[0].replaceAll(/\s*[-–—‐−]+\s*/g, '–');
  const [from, to] = pages?.split('–') ?? [];
  return from === to ? from : pages;
}
