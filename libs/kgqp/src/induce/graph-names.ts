import { LabelIndex } from '../linking/label-index.ts';
import type { LabelMatch } from '../linking/label-match.ts';
import { matchLabels, type QuestionWord } from '../linking/match-labels.ts';
import { splitWords } from '../linking/words.ts';
import type { GraphName } from './load-names.ts';

/** Whole names that differ from the question in the form of words only. */
const otherForm = 0.9;
const longestName = 8;

/** The names of a graph: what stretches of a question may name in it. */
export class GraphNames {
  readonly #index = new LabelIndex();
  /** By the stems of their words. */
  readonly #byStems = new Map<string, GraphName[]>();

  constructor(names: readonly GraphName[]) {
    for (const name of names) {
      const { cls, property, label, iri, kind } = name;
      this.#index.add({ cls, property, label, iri, isExact: kind === 'identifier' });
      if (kind === 'identifier') continue;
      const key = keyOf(splitWords(label));
      this.#byStems.set(key, [...(this.#byStems.get(key) ?? []), name]);
      // The parts of a code are said by themselves: "the U990 inductor" of one labelled "U990-5234138 - Inductor".
      const parts = kind === 'name' ? label.replaceAll(/(\w)-(?=\w)/gu, '$1 ') : label;
      if (parts !== label && /\d/u.test(label)) this.#index.add({ cls, property, label: parts, iri });
    }
  }

  /** Names that hold the word nearest to one that no name has. */
  nearest(text: string): string[] {
    const corrected = splitWords(text).flatMap((word) => this.#index.corrected(word) ?? []);
    const stems = new Set(corrected.flatMap((word) => splitWords(word).map(({ stem }) => stem)));
    return this.#index.sharing(stems, 3).flatMap(({ id }) => this.#index.label(id)?.label ?? []);
  }

  hasStem(stem: string): boolean {
    return this.#index.hasStem(stem);
  }

  /** Everything that stretches of a question may name, whole names in other forms of their words first. */
  match(words: readonly QuestionWord[], demonyms: ReadonlyMap<string, string> = new Map()): LabelMatch[] {
    const spelt = words.map((word) => {
      const isOpen = !word.isFiller && !this.#index.hasStem(word.stem) && word.plain.length > 4;
      const corrected = isOpen ? this.#index.corrected(word) : undefined;
      return corrected === undefined ? word : (splitWords(corrected)[0] ?? word);
    });
    return [
      ...matchLabels(this.#index, words),
      ...this.#inOtherForm(words, spelt),
      ...words.flatMap((word, at) => this.#ofCountry(demonyms.get(word.stem), word.text, at)),
    ];
  }

  /** "Polish" for "Poland". */
  #ofCountry(country: string | undefined, said: string, from: number): LabelMatch[] {
    if (country === undefined) return [];
    const names = this.#byStems.get(keyOf(splitWords(country))) ?? [];
    return names.map(({ cls, property, label, iri }) => ({
      from,
      to: from + 1,
      said,
      cls,
      property,
      labels: [label],
      iris: [iri],
      score: otherForm,
      kind: 'within',
    }));
  }

  #inOtherForm(words: readonly QuestionWord[], spelt: readonly { stem: string }[]): LabelMatch[] {
    return words.flatMap((_, from) => {
      const found: LabelMatch[] = [];
      for (let to = from + 1; to <= Math.min(words.length, from + longestName); to += 1) {
        const names = this.#byStems.get(keyOf(spelt.slice(from, to))) ?? [];
        const said = words
          .slice(from, to)
          .map(({ text }) => text)
          .join(' ');
        for (const same of Map.groupBy(names, ({ cls, property }) => `${cls} ${property}`).values()) {
          const [{ cls, property }] = same as [GraphName];
          const iris = [...new Set(same.map(({ iri }) => iri))].toSorted().slice(0, 200);
          const labels = [...new Set(same.map(({ label }) => label))].toSorted().slice(0, 200);
          found.push({ from, to, said, cls, property, labels, iris, score: otherForm, kind: 'within' });
        }
      }
      return found;
    });
  }
}

function keyOf(words: readonly { stem: string }[]): string {
  return words.map(({ stem }) => stem).join(' ');
}
