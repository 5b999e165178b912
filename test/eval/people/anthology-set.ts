import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
// oxlint-disable-next-line no-restricted-imports -- the list of name variants is YAML; no reader is involved.
import { parse } from 'yaml';
import { linkingVersion } from '../../../libs/corpus/src/links/facts/linking-facts.ts';
import type { LinkablePaper } from '../../../libs/corpus/src/links/linkable-paper.ts';
import { type Half, halfOf, type MentionSet, mentionId } from './mention-set.ts';

type Name = { first?: string; last: string };
type Author = Name & { id?: string };
type AnthologyPaper = { id: string; title: string; authors: Author[]; year: number; venue?: string };
type KnownPerson = { id?: string; canonical: Name; variants?: Name[]; comment?: string };

/**
 * People of the ACL Anthology whom its keepers know under several names, or under a name that others bear too: all their
 * papers, with all co-authors. What the keepers know is the gold, and draws the sample; the linker sees titles, years,
 * venues and names as printed.
 * @param sample how many people to take, spread evenly over all
 */
export function anthologySet(folder: string, half: Half, sample: number | undefined): MentionSet {
  const papers = readGzip(folder, 'papers.jsonl.gz')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AnthologyPaper);
  const keepers = new Keepers(parse(readGzip(folder, 'name_variants.yaml.gz')) as KnownPerson[], papers);
  const people = [...keepers.people].filter(([, family]) => halfOf(family) === half).map(([id]) => id);
  const step = sample === undefined ? 1 : Math.max(1, people.length / sample);
  const chosen = new Set(people.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)));
  const sampled = papers.filter(({ authors }) => authors.some((author) => chosen.has(keepers.personOf(author) ?? '')));
  return {
    name: basename(folder),
    papers: sampled.map(linkable),
    gold: () => {
      const all = new Map<string, string>();
      const homonyms = new Map<string, string>();
      for (const { id, authors } of sampled) {
        for (const [i, author] of authors.entries()) {
          const person = keepers.personOf(author);
          if (person === undefined || !chosen.has(person)) continue;
          all.set(mentionId(id, `person${i + 1}`), person);
          if (keepers.isShared(author)) homonyms.set(mentionId(id, `person${i + 1}`), person);
        }
      }
      return [
        { group: 'variants and homonyms', persons: all },
        { group: 'homonyms alone', persons: homonyms, isPart: true },
      ];
    },
  };
}

/** Who is who, as the keepers of the Anthology say by hand: by an id on the paper, or by a name that is one person's. */
class Keepers {
  /** Family names by person, of those with several names or whose name others bear. */
  readonly people = new Map<string, string>();
  readonly #owners = new Map<string, Set<string>>();
  /** Ids of papers whose author of that name is not known to be any of those who bear it. */
  readonly #anybody: ReadonlySet<string>;

  constructor(known: readonly KnownPerson[], papers: readonly AnthologyPaper[]) {
    this.#anybody = new Set(
      known.flatMap(({ id, comment = '' }) => (id !== undefined && /may refer to/i.test(comment) ? [id] : [])),
    );
    for (const { id, canonical, variants = [] } of known) {
      const person = id ?? written(canonical);
      for (const name of [canonical, ...variants]) this.#own(name, person);
      if (variants.length > 0) this.people.set(person, canonical.last);
    }
    for (const { authors } of papers) {
      for (const { id, ...name } of authors) if (id !== undefined) this.#own(name, id);
    }
    for (const { authors } of papers) {
      for (const author of authors) {
        const person = author.id === undefined ? undefined : this.personOf(author);
        if (person !== undefined && this.isShared(author)) this.people.set(person, author.last);
      }
    }
  }

  personOf(author: Author): string | undefined {
    if (author.id !== undefined) return this.#anybody.has(author.id) ? undefined : author.id;
    const owners = this.#owners.get(written(author));
    return owners?.size === 1 ? [...owners][0] : undefined;
  }

  isShared(name: Name): boolean {
    return (this.#owners.get(written(name))?.size ?? 0) > 1;
  }

  #own(name: Name, person: string): void {
    const key = written(name);
    this.#owners.set(key, (this.#owners.get(key) ?? new Set()).add(person));
  }
}

function linkable({ id, title, authors, year, venue }: AnthologyPaper): LinkablePaper {
  return {
    key: id,
    dois: [],
    facts: {
      version: linkingVersion,
      title,
      year,
      ...(venue === undefined ? {} : { venue }),
      keywords: [],
      references: [],
      entities: [],
      people: authors.map(({ first, last }, i) => ({
        id: `person${i + 1}`,
        name: written({ ...(first === undefined ? {} : { first }), last }),
        ...(first === undefined ? {} : { given: first }),
        family: last,
        affiliations: [],
        role: 'author',
      })),
    },
  };
}

function written({ first, last }: Name): string {
  return first === undefined ? last : `${first} ${last}`;
}

function readGzip(folder: string, file: string): string {
  return gunzipSync(readFileSync(join(folder, file))).toString();
}
