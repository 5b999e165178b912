import { foldText } from '../names/fold-text.ts';
import { readName } from '../names/person-name.ts';
import type { LinkablePaper } from '../linkable-paper.ts';
import { type TitleKey, titleKey, titleWords } from './title-key.ts';

/** A paper that references may describe; `dois` in small letters, `author` the family name of the first author. */
export type Target = {
  key: string;
  dois: ReadonlySet<string>;
  title: TitleKey;
  year: number | undefined;
  author: readonly string[] | undefined;
};

/** Words with which a title must begin to be looked for in a reference that was not taken apart. */
const openingWords = 5;

/** The papers of a corpus by their titles: whole, without subtitle, and by the words they begin with. */
export class TitleIndex {
  readonly #whole = new Map<string, Target[]>();
  readonly #main = new Map<string, Target[]>();
  readonly #opening = new Map<string, Target[]>();

  constructor(papers: readonly LinkablePaper[]) {
    for (const { key, dois, facts } of papers) {
      const first = facts.people.find(({ role }) => role === 'author');
      const title = titleKey(facts.title);
      const words = titleWords(facts.title);
      const target: Target = {
        key,
        dois: new Set(dois.map((doi) => doi.toLowerCase())),
        title,
        year: facts.year,
        author: first && readName(first).family,
      };
      add(this.#whole, title.key, target);
      if (title.main) add(this.#main, title.main.key, target);
      if (words.length >= openingWords) add(this.#opening, words.slice(0, openingWords).join(''), target);
    }
  }

  /** Papers with this whole title. */
  entitled(key: string): readonly Target[] {
    return this.#whole.get(key) ?? [];
  }

  /** Papers whose title without its subtitle is this. */
  headed(key: string): readonly Target[] {
    return this.#main.get(key) ?? [];
  }

  /** Papers whose whole title of five words or more stands in this text. */
  within(text: string): readonly Target[] {
    const words = titleWords(text);
    const all = words.join('');
    return words.flatMap((_, i) =>
      (this.#opening.get(words.slice(i, i + openingWords).join('')) ?? []).filter(({ title }) =>
        all.includes(title.key),
      ),
    );
  }
}

function add(index: Map<string, Target[]>, key: string, target: Target): void {
  if (key === '') return;
  const known = index.get(key);
  if (known) known.push(target);
  else index.set(key, [target]);
}

/** The folded words of two letters and more in the name of an author, in whatever order it is written. */
export function authorWords(name: string): string[] {
  return (foldText(name).match(/[\p{L}\p{N}]{2,}/gu) ?? []).flatMap((word) => readName({ name: word }).family);
}
