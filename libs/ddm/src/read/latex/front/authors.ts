import type { Contributor } from '@askg/contract';
import { hasCheckDigit } from '../../jats/front/orcid.ts';
import { isPersonName, namesInstitution, splitName, splitNames } from '../../pdf/front/person-names.ts';
import { collapse } from '../../xml/tree.ts';
import type { LatexContext } from '../article/context.ts';
import { rawTextOf } from '../tree/plain.ts';
import { authorText, signs } from './author-text.ts';
import { assignEmails, takeEmails } from './emails.ts';
import type { PeopleItem } from './front-matter.ts';

/** A person with the marks that tie them to places. */
type Marked = { person: Contributor; marks: string[] };

/**
 * The authors of a paper as the common classes have them: each with commands of their own (acmart, revtex, elsarticle,
 * authblk), by numbers of institutes (llncs), in blocks (IEEE), or as lines of one block (article, ACL, NeurIPS).
 */
export function readAuthors(items: readonly PeopleItem[], context: LatexContext): Contributor[] {
  const reader = new AuthorReader(context);
  for (const item of items) reader.read(item);
  return reader.finish();
}

class AuthorReader {
  readonly #context: LatexContext;
  readonly #people: Marked[] = [];
  readonly #places = new Map<string, string>();
  readonly #emails: string[] = [];
  /** Authors named since the last place, who share the next. */
  #waiting: Marked[] = [];
  #placeEnded = false;

  constructor(context: LatexContext) {
    this.#context = context;
  }

  read({ command, marks, nodes }: PeopleItem): void {
    switch (command) {
      case 'author':
        this.#author(authorText(nodes, this.#context), marks);
        break;
      case 'institute':
        this.#institutes(authorText(nodes, this.#context));
        break;
      case 'email':
      case 'ead':
        this.#email(rawTextOf(nodes).replaceAll('\\', ''));
        break;
      case 'orcid':
      case 'orcidauthor':
        this.#orcid(this.#people.at(-1)?.person, rawTextOf(nodes));
        break;
      default:
        this.#place(authorText(nodes, this.#context), marks);
    }
  }

  finish(): Contributor[] {
    for (const { person, marks } of this.#people) {
      const places = marks.flatMap((mark) => this.#places.get(mark) ?? []);
      person.affiliations = [...new Set([...person.affiliations, ...places])];
    }
    const people = this.#people.map(({ person }) => person);
    const [only] = this.#places.values();
    if (this.#places.size === 1 && only !== undefined) {
      for (const person of people) if (person.affiliations.length === 0) person.affiliations = [only];
    }
    assignEmails(people, this.#emails);
    return people;
  }

  #author(text: string, option: string | undefined): void {
    if (this.#placeEnded) this.#waiting = [];
    this.#placeEnded = false;
    const marks = marksOf(option ?? '');
    for (const block of text.split(signs.author)) this.#block(block, marks);
  }

  /** Lines of names, then lines of places and addresses. */
  #block(block: string, outer: readonly string[]): void {
    const people: Marked[] = [];
    const places: { marks: string[]; text: string }[] = [];
    for (const line of block.split('\n')) {
      const { emails, rest } = takeEmails(line);
      const isFirst = people.length === 0 && places.length === 0;
      const isPlace = rest.includes(signs.place) || (places.length > 0 && /^\s*\ue001/.test(rest));
      const names = isPlace ? undefined : this.#names(rest, isFirst);
      // Behind a place come no more names, but for those of a next row of authors.
      if (names && (places.length === 0 || names.length > 1)) people.push(...names);
      else places.push(...placesOf(rest.replaceAll(signs.place, '').replaceAll(signs.gap, ' ')));
      if (people.length === 1 && emails.length === 1 && emails[0] && people[0]) people[0].person.email ??= emails[0];
      this.#emails.push(...emails);
    }
    for (const each of people) each.marks.push(...outer);
    for (const { marks, text } of places) for (const mark of marks) this.#places.set(mark, text);
    const shared = places.filter(({ marks }) => marks.length === 0).map(({ text }) => text);
    const isTied = places.some(({ marks }) => marks.length > 0);
    if (shared.length > 0 && !isTied) for (const { person } of people) person.affiliations.push(shared.join(', '));
    this.#people.push(...people);
    this.#waiting.push(...people);
  }

  /** The people of a line, if it holds nothing else. Only the first line may be a name of one word. */
  #names(line: string, isFirst: boolean): Marked[] | undefined {
    const orcids = [...line.matchAll(/\ue006([^\ue006]*)\ue006/g)].map(([, id = '']) => id);
    const parts = line
      .replaceAll(/\ue006[^\ue006]*\ue006/g, '')
      .replaceAll(/(?<=\ue002)\s+(?=\p{Lu})/gu, signs.gap)
      .split(signs.gap)
      .flatMap((part) =>
        splitNames(part.replaceAll(/\ue001([^\ue002]*)\ue002/g, (whole) => whole.replaceAll(/[,;]/g, '\ue007'))),
      );
    const plain = parts
      .map((part) => collapse(part.replaceAll(/\ue001[^\ue002]*\ue002/g, '')).replace(/[.,*†‡]+$/, ''))
      .filter((name) => name !== '');
    if (plain.length === 0 || !areNames(plain, isFirst)) return undefined;
    const found: Marked[] = [];
    for (const part of parts) {
      const name = collapse(part.replaceAll(/\ue001[^\ue002]*\ue002/g, '')).replace(/[.,*†‡]+$/, '');
      const marks = [...part.matchAll(/\ue001([^\ue002]*)\ue002/g)].flatMap(([, content = '']) =>
        marksOf(content.replaceAll('\ue007', ',')),
      );
      if (name === '') continue;
      found.push({ person: { ...splitName(name), affiliations: [], role: 'author' }, marks });
    }
    for (const [i, id] of orcids.entries()) this.#orcid(found[orcids.length === 1 ? found.length - 1 : i]?.person, id);
    return found.length === 0 ? undefined : found;
  }

  #institutes(text: string): void {
    for (const [i, institute] of text.split(signs.author).entries()) {
      const { emails, rest } = takeEmails(institute.replaceAll(signs.gap, ' '));
      this.#emails.push(...emails);
      this.#places.set(String(i + 1), tidy(rest.replaceAll(/\s*\n\s*/g, ', ')));
    }
  }

  #place(text: string, option: string | undefined): void {
    const { emails, rest } = takeEmails(text.replaceAll(signs.gap, ' '));
    this.#emails.push(...emails);
    const place = tidy(
      organisation(rest)
        .replaceAll(/\ue001[^\ue002]*\ue002/g, '')
        .replaceAll(/\s*\n\s*/g, ', '),
    );
    this.#placeEnded = true;
    if (place === '' || /^correspond/i.test(place)) return;
    const marks = marksOf(option ?? '');
    if (option !== undefined) for (const mark of marks) this.#places.set(mark, place);
    else for (const { person } of this.#waiting) person.affiliations.push(place);
  }

  #email(text: string): void {
    const { emails } = takeEmails(text);
    const last = this.#people.at(-1)?.person;
    const [first] = emails;
    if (last && last.email === undefined && emails.length === 1 && first !== undefined) last.email = first;
    else this.#emails.push(...emails);
  }

  #orcid(person: Contributor | undefined, text: string): void {
    const id = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/i.exec(text)?.[0].toUpperCase();
    if (person && id !== undefined && hasCheckDigit(id)) person.orcid = id;
  }
}

/** Whether the parts of a line are names: each of them, or most of a list that holds no institution. */
function areNames(parts: readonly string[], isFirst: boolean): boolean {
  const names = parts.filter((part) => isPersonName(part) || isPlainName(part));
  const whole = names.filter((name) => /\s/.test(name)).length;
  if (names.length === parts.length) return whole > names.length / 2 || (isFirst && names.length === 1);
  return (
    parts.length > 2 &&
    names.length >= 0.6 * parts.length &&
    !parts.some((part) => namesInstitution(part) || /\d/.test(part))
  );
}

function isPlainName(text: string): boolean {
  return /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){0,4}$/u.test(text) && !namesInstitution(text);
}

function marksOf(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .flatMap((mark) => (/^[a-z0-9]+$/i.test(mark) ? [mark] : [...mark]))
    .filter((mark) => mark !== '' && mark !== '*' && mark !== '∗');
}

/** Places of a line: one, or several that each begin with a mark. */
function placesOf(line: string): { marks: string[]; text: string }[] {
  const pieces = line.split(/(?=\ue001)/);
  return pieces.flatMap((piece) => {
    const marks = marksOf(/^\ue001([^\ue002]*)\ue002/.exec(piece)?.[1] ?? '');
    const text = tidy(piece.replaceAll(/\ue001[^\ue002]*\ue002/g, ''));
    return text === '' ? [] : [{ marks, text }];
  });
}

/** `organization={…}, city={…}` of elsarticle. */
function organisation(text: string): string {
  const parts = [
    ...text.matchAll(
      /(?:^|,)\s*(?:organi[sz]ation|addressline|city|postcode|state|country)\s*=\s*([^,=]*(?:,(?!\s*\w+\s*=)[^,=]*)*)/g,
    ),
  ];
  return parts.length === 0 ? text : parts.map(([, value = '']) => value.trim()).join(', ');
}

function tidy(text: string): string {
  return collapse(text)
    .replaceAll(/\s+([,;.])/g, '$1')
    .replaceAll(/,(?:\s*,)+/g, ',')
    .replace(/^[\s,;.:]+/, '')
    .replace(/[\s,;]+$/, '');
}
