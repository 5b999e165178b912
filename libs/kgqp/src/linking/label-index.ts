import { peopleIn } from './people-names.ts';
import { SpellingIndex } from './spelling.ts';
import { nameKey, splitWords, type Word } from './words.ts';

/**
 * `hasParts`: what stands between the commas of the label is a name too, as in an address. `isWhole`: some of its words are
 * no name. `isPeople`: the label lists people, as the entries of a bibliography do.
 */
export type LabelEntry = {
  cls: string;
  property: string;
  label: string;
  iri: string;
  /** The thing across papers that the node is. */
  canonical?: string | undefined;
  hasParts?: boolean;
  isWhole?: boolean;
  isPeople?: boolean;
  /** It is found when all of it is said, and by none of its words. */
  isExact?: boolean;
};
/** A label of the index: one for each class, property and spelling. */
export type IndexedLabel = {
  cls: string;
  property: string;
  label: string;
  isWhole: boolean;
  isPeople: boolean;
  stems: readonly string[];
  acronyms: readonly string[];
  iris: string[];
  canonicals: Set<string>;
  /** Nodes of which no canonical is known, at most as many as `iris` holds. */
  unresolved: string[];
};

const mostIris = 50;
/** Words borne by more labels than this say little; a question of only such words looks at this many. */
const mostPostings = 20_000;

/**
 * The names of everything in the graph, found by their words. An inverted index: the cost of a look-up grows with the
 * number of labels that share rare words with the question, not with the number of labels.
 */
export class LabelIndex {
  readonly #labels: IndexedLabel[] = [];
  readonly #byLabel = new Map<string, number[]>();
  readonly #byName = new Map<string, number[]>();
  readonly #byStem = new Map<string, number[]>();
  readonly #spelling = new SpellingIndex();
  readonly #resolved = new Set<string>();
  readonly #unresolved = new Set<string>();

  get size(): number {
    return this.#labels.length;
  }

  /** Whether it is known of all nodes of a class which thing across papers they are. */
  isResolved(cls: string): boolean {
    return this.#resolved.has(cls) && !this.#unresolved.has(cls);
  }

  add({
    cls,
    property,
    label,
    iri,
    canonical,
    hasParts = false,
    isWhole = false,
    isPeople = false,
    isExact = false,
  }: LabelEntry): void {
    (canonical === undefined ? this.#unresolved : this.#resolved).add(cls);
    const same = this.#byLabel.get(label)?.find((id) => isOf(this.#labels[id], cls, property));
    const known = same === undefined ? undefined : this.#labels[same];
    if (known !== undefined) {
      if (known.iris.length < mostIris && !known.iris.includes(iri)) known.iris.push(iri);
      resolve(known, iri, canonical);
      return;
    }
    const words = splitWords(label);
    if (words.length === 0) return;
    const id = this.#labels.length;
    const stems = words.map(({ stem }) => stem);
    const acronyms = acronymsIn(words);
    push(this.#byLabel, label, id);
    const added = {
      cls,
      property,
      label,
      isWhole,
      isPeople,
      stems,
      acronyms,
      iris: [iri],
      canonicals: new Set<string>(),
      unresolved: [],
    };
    resolve(added, iri, canonical);
    this.#labels.push(added);
    const names = isExact ? [nameKey(label)] : isPeople ? peopleIn(label) : namesOf(label, words, hasParts);
    for (const name of names) push(this.#byName, name, id);
    if (isWhole || isPeople || isExact) return;
    for (const stem of new Set([...stems, ...acronyms])) push(this.#byStem, stem, id);
    for (const { plain } of words) if (plain.length > 4) this.#spelling.add(plain);
  }

  label(id: number): IndexedLabel | undefined {
    return this.#labels[id];
  }

  /** Ids of the labels that are called so: the whole name, its part before a colon, or its initials. */
  named(key: string): readonly number[] {
    return this.#byName.get(key) ?? [];
  }

  /** How much a word tells, as in BM25's inverse document frequency; words that no label has tell most. */
  weight(stem: string): number {
    return Math.log(1 + (this.#labels.length + 0.5) / ((this.#byStem.get(stem)?.length ?? 0) + 0.5));
  }

  hasStem(stem: string): boolean {
    return this.#byStem.has(stem);
  }

  /** The nearest word of any label, for one that no label has. */
  corrected(word: Word): string | undefined {
    const [nearest] = this.#spelling.nearest(word.plain);
    return nearest;
  }

  /** The labels that share the most telling words with a text, most first. */
  sharing(stems: ReadonlySet<string>, limit: number): { id: number; weight: number }[] {
    const rarestFirst = [...stems]
      .flatMap((stem) => {
        const postings = this.#byStem.get(stem);
        return postings === undefined ? [] : [{ stem, postings, weight: this.weight(stem) }];
      })
      .toSorted((a, b) => a.postings.length - b.postings.length);
    const weights = new Map<number, number>();
    let looked = 0;
    for (const { stem, postings, weight } of rarestFirst) {
      const isAffordable = looked + postings.length <= mostPostings;
      // Of a word that is too common, only those labels are weighed that a rarer one has found.
      const ids = isAffordable || weights.size === 0 ? postings.slice(0, mostPostings) : this.#having(stem, weights);
      for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + weight);
      looked += isAffordable ? postings.length : 0;
    }
    return [...weights]
      .map(([id, weight]) => ({ id, weight }))
      .toSorted((a, b) => b.weight - a.weight || a.id - b.id)
      .slice(0, limit);
  }

  #having(stem: string, found: ReadonlyMap<number, number>): number[] {
    return [...found.keys()].filter((id) => this.#labels[id]?.stems.includes(stem) === true);
  }
}

function resolve({ canonicals, unresolved }: IndexedLabel, iri: string, canonical: string | undefined): void {
  if (canonical !== undefined) canonicals.add(canonical);
  else if (unresolved.length < mostIris && !unresolved.includes(iri)) unresolved.push(iri);
}

function isOf(known: IndexedLabel | undefined, cls: string, property: string): boolean {
  return known?.cls === cls && known.property === property;
}

/** The ways in which a label may be said whole. */
function namesOf(label: string, words: readonly Word[], hasParts: boolean): Set<string> {
  const whole = words.map(({ plain }) => plain).join(' ');
  // The whole of an address may be a part of another one.
  const names = new Set([hasParts ? `:${whole}` : whole]);
  const colon = label.indexOf(': ');
  const short = nameKey(colon > 1 ? label.slice(0, colon) : label);
  if (colon > 1) names.add(`:${short}`);
  // "EvoDynamics.jl" is called EvoDynamics too.
  const [, stem] = /^(\p{L}{3,})\.\p{L}{1,4}$/u.exec(short) ?? [];
  if (stem !== undefined) names.add(`:${stem}`);
  const parts = hasParts ? label.split(/[,;.]\s/u) : [];
  for (const part of parts) names.add(`:${nameKey(part)}`);
  // "UK" for "United Kingdom", "RL" for "Reinforcement learning: …".
  for (const part of colon > 1 ? [...parts, label.slice(0, colon)] : parts) {
    const letters = initialsOf(splitWords(part));
    if (letters.length >= 2) names.add(`.${letters}`);
  }
  const initials = initialsOf(words);
  if (initials.length >= 3) names.add(`.${initials}`);
  for (const [, abbreviation] of label.matchAll(/\(([A-Z][\w-]{1,9})\)/g)) names.add(`.${nameKey(abbreviation ?? '')}`);
  return names;
}

/** First letters of the words that carry meaning: "Journal of Open Source Software" gives "joss". */
function initialsOf(words: readonly Word[]): string {
  return words
    .filter(({ text }) => /^\p{Lu}/u.test(text))
    .map(({ plain }) => plain[0] ?? '')
    .join('');
}

/** The initials of three to six capitalised words side by side, as in "National Ecological Observatory Network". */
function acronymsIn(words: readonly Word[]): string[] {
  const acronyms = new Set<string>();
  for (let from = 0; from < words.length; from += 1) {
    let initials = '';
    for (
      let at = from;
      at < Math.min(words.length, from + 6) && /^\p{Lu}\p{Ll}/u.test(words[at]?.text ?? '');
      at += 1
    ) {
      initials += words[at]?.plain[0] ?? '';
      if (initials.length >= 3) acronyms.add(initials);
    }
  }
  return [...acronyms];
}

function push(map: Map<string, number[]>, key: string, id: number): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else if (ids.at(-1) !== id) ids.push(id);
}
