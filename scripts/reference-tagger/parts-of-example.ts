import type { Label } from '../../libs/ddm/src/read/pdf/references/model/labels.ts';
import type { Example } from '../../libs/ddm/src/read/pdf/references/model/train.ts';
import { splitAuthors } from '../../libs/ddm/src/read/pdf/references/split-authors.ts';

/** An author: "Doe", "J. M."; an institution has no initials. */
export type Person = { family: string; initials: string };

/** What a labelled reference says, free of how it is written. */
export type ReferenceParts = {
  authors: Person[];
  title: string;
  year: string;
  container?: string;
  volume?: string;
  issue?: string;
  pages?: { from: string; to?: string };
  publisher?: string;
  location?: string;
  doi?: string;
  url?: string;
};

/** The parts of a reference that are needed to write it anew; undefined if it lacks authors, title or year. */
export function partsOfExample(example: Example): ReferenceParts | undefined {
  const text = (label: Label): string | undefined => stretch(example, label);
  const authors = authorsOf(text('author') ?? '');
  const title = text('title');
  const year = /(?:1[89]|20)\d\d/.exec(text('date') ?? '')?.[0];
  if (authors.length === 0 || title === undefined || year === undefined || title.length < 12) return undefined;
  const container = text('container')?.replace(/^[Ii]n:?\s+/, '');
  const number = (label: Label): string | undefined => /[A-Z]?\d[\w/–-]*/.exec(text(label) ?? '')?.[0];
  const range = /([A-Za-z]{0,2}\d+)(?:\s*[-–—]+\s*([A-Za-z]{0,2}\d+))?/.exec(text('pages') ?? '');
  const doi = /10\.\d{4,}\/\S+/.exec(text('identifier') ?? '')?.[0].replace(/[.,;]$/, '');
  return defined({
    authors,
    title,
    year,
    container: container !== undefined && container.length > 2 ? container : undefined,
    volume: number('volume'),
    issue: number('issue'),
    pages: range?.[1] === undefined ? undefined : defined({ from: range[1], to: range[2] }),
    publisher: text('publisher'),
    location: text('location'),
    doi,
    url: /(?:https?:|www\.)\S+/.exec(text('url') ?? '')?.[0],
  });
}

/** The first stretch of a label, as it is written, without the signs around it. */
function stretch({ tokens, labels }: Example, label: Label): string | undefined {
  const from = labels.indexOf(label);
  if (from < 0) return undefined;
  let text = '';
  for (let i = from; i < tokens.length && labels[i] === label; i++) {
    text += (tokens[i]?.spaced && text !== '' ? ' ' : '') + (tokens[i]?.text ?? '');
  }
  const trimmed = text
    .replaceAll(/^[\s"“”«»„‘'’.,:;()[\]–-]+|[\s"“”«»„‘’,:;(–-]+$/gu, '')
    // The point of a short form stays: "Phys. Rev. Lett."
    .replace(label === 'title' ? /\.+$/ : /(?<=\p{L}{5}|\d)\.$/u, '');
  return trimmed === '' ? undefined : trimmed;
}

const institution =
  /\b(?:of|for)\s|universit|institut|organi[sz]ation|ministry|commission|agency|team|group|committee/i;

/** People, or one institution; none if only some of the names are known for what they are. */
function authorsOf(text: string): Person[] {
  const names = splitAuthors(text);
  const people = names.flatMap((name) => personOf(name) ?? []);
  if (people.length === names.length) return people;
  const [only] = names;
  return names.length === 1 && only !== undefined && institution.test(only) ? [{ family: only, initials: '' }] : [];
}

/** "Doe, J. M.", "J. M. Doe", "Doe JM", "Jane M. Doe"; undefined for institutions and whatever has no given name. */
function personOf(name: string): Person | undefined {
  if (institution.test(name)) return undefined;
  const [before = '', after] = name.split(/,\s*/);
  if (after !== undefined) return person(before, after);
  const words = name.split(/\s+/);
  const last = words.at(-1) ?? '';
  if (words.length > 1 && /^\p{Lu}{1,3}$/u.test(last)) return person(words.slice(0, -1).join(' '), [...last].join(' '));
  const at = words.findIndex((word, i) => i > 0 && !/^\p{Lu}\.?(?:-?\p{Lu}\.?)*$/u.test(word));
  return at > 0 ? person(words.slice(at).join(' '), words.slice(0, at).join(' ')) : undefined;
}

function person(family: string, given: string): Person | undefined {
  const initials = given
    .split(/[\s.]+/)
    .filter((part) => /^-?\p{Lu}/u.test(part))
    .map((part) => `${/^-?\p{Lu}/u.exec(part)?.[0] ?? ''}.`)
    .join(' ');
  return /^[\p{L}'’ -]{2,30}$/u.test(family) && initials !== '' ? { family, initials } : undefined;
}

function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}
