import type { IndexedLabel, LabelIndex } from './label-index.ts';
import type { LabelMatch } from './label-match.ts';
import { initialedName } from './people-names.ts';
import { stemOf } from './stem.ts';
import type { Word } from './words.ts';

/** A word of the question with what is known of it: whether it only makes it a question. */
export type QuestionWord = Word & { isFiller: boolean };

const longestName = 16;
const mostLoose = 120;
const leastLoose = 0.55;

/**
 * Everything that stretches of a question may name, best first. Names are found whole, by the part before a colon, by
 * initials, by words side by side, and loosely by most of the telling words of the stretch.
 */
export function matchLabels(index: LabelIndex, words: readonly QuestionWord[]): LabelMatch[] {
  const spelt = words.map((word) => respell(index, word));
  const matches = [...wholeNames(index, spelt), ...partsOfNames(index, spelt)];
  return merged(matches, words).toSorted(
    (a, b) => b.score - a.score || b.to - b.from - (a.to - a.from) || a.from - b.from || compare(a, b),
  );
}

/** A misspelt word becomes the nearest word of any name. */
function respell(index: LabelIndex, word: QuestionWord): QuestionWord {
  if (word.isFiller || index.hasStem(word.stem) || word.plain.length < 5) return word;
  const plain = index.corrected(word);
  return plain === undefined ? word : { ...word, stem: stemOf(plain), plain };
}

type Found = Omit<LabelMatch, 'said'> & { key: string };

function wholeNames(index: LabelIndex, words: readonly QuestionWord[]): Found[] {
  return words.flatMap((_, from) => {
    const found: Found[] = [];
    for (let to = from + 1; to <= Math.min(words.length, from + longestName); to += 1) {
      const key = words
        .slice(from, to)
        .map(({ plain }) => plain)
        .join(' ');
      const add = (ids: readonly number[], kind: LabelMatch['kind'], score: number) => {
        for (const id of ids) {
          const label = index.label(id);
          if (label !== undefined && isFit(label, words.slice(from, to), kind)) {
            found.push(matchOf(label, { from, to, score, kind, key: `${kind} ${key}` }));
          }
        }
      };
      add(index.named(key), 'exact', 1);
      add(index.named(`:${key}`), 'short', 0.97);
      if (to === from + 1) add(index.named(`.${key}`), 'initials', 0.9);
      const initialed = areNames(words.slice(from, to)) ? initialedName(words.slice(from, to)) : undefined;
      if (initialed !== undefined) add(index.named(`:${initialed}`), 'short', 0.95);
    }
    return found;
  });
}

/** Two to four words that are written like a person's name. */
function areNames(words: readonly QuestionWord[]): boolean {
  return words.length > 1 && words.length < 5 && words.every(({ text }) => /^\p{Lu}/u.test(text));
}

/** A name of one letter, or initials, must be written with capitals; a word like "can" is no name. */
function isFit(label: IndexedLabel, words: readonly QuestionWord[], kind: LabelMatch['kind']): boolean {
  const [only] = words;
  // "In ecology" names no journal.
  if ((label.isWhole || label.isPeople) && !/^[\p{Lu}\d]/u.test(only?.text ?? '')) return false;
  if (label.isWhole && only?.text[0] !== label.label[0]) return false;
  if (words.length > 1 || only === undefined) return true;
  if (kind === 'initials') return /^\p{Lu}[\p{Lu}\d]+s?$/u.test(only.text);
  return only.plain.length > 1 ? !only.isFiller || only.text === label.label : only.text === label.label;
}

function partsOfNames(index: LabelIndex, words: readonly QuestionWord[]): Found[] {
  const telling = words.filter(({ isFiller, stem }) => !isFiller && index.hasStem(stem));
  const found = index.sharing(new Set(telling.map(({ stem }) => stem)), mostLoose);
  return found.flatMap(({ id }) => {
    const label = index.label(id);
    return label === undefined ? [] : bestStretches(index, label, words);
  });
}

/** The stretches of the question that hold words of a label, without gaps of more than two other words. */
function bestStretches(index: LabelIndex, label: IndexedLabel, words: readonly QuestionWord[]): Found[] {
  const stems = new Set(label.stems);
  const acronyms = new Set(label.acronyms);
  const isOf = (word: QuestionWord) =>
    stems.has(word.stem) || (acronyms.has(word.plain) && /^\p{Lu}+$/u.test(word.text));
  const hits = words.flatMap((word, i) => (!word.isFiller && isOf(word) ? [i] : []));
  const groups: number[][] = [];
  for (const hit of hits) {
    const last = groups.at(-1);
    const gap = last === undefined ? [] : words.slice((last.at(-1) ?? 0) + 1, hit);
    if (
      last !== undefined &&
      last.length < longestName &&
      gap.filter(({ isFiller }) => !isFiller).length <= 2 &&
      gap.length <= 4
    ) {
      last.push(hit);
    } else groups.push([hit]);
  }
  return groups.flatMap((group) => bestPart(index, label, words, group));
}

/** The part of a stretch that fits the label best for its length: "the course in X cite the course" ends at X. */
function bestPart(
  index: LabelIndex,
  label: IndexedLabel,
  words: readonly QuestionWord[],
  group: readonly number[],
): Found[] {
  const parts = group.flatMap((_, i) =>
    group.slice(i).flatMap((__, j) => stretchOf(index, label, words, group.slice(i, i + j + 1))),
  );
  const stems = new Set(label.stems);
  // A word that is said twice speaks for the label once.
  const told = ({ from, to }: Found) =>
    new Set(words.slice(from, to).flatMap(({ stem }) => (stems.has(stem) ? [stem] : []))).size;
  const worth = (found: Found) => found.score * told(found);
  return parts.toSorted((a, b) => worth(b) - worth(a) || a.from - b.from).slice(0, 1);
}

function stretchOf(
  index: LabelIndex,
  label: IndexedLabel,
  words: readonly QuestionWord[],
  group: readonly number[],
): Found[] {
  const from = group[0] ?? 0;
  const to = (group.at(-1) ?? 0) + 1;
  const stretch = words.slice(from, to);
  const weigh = (list: readonly { stem: string; isFiller?: boolean }[]) =>
    list.reduce((sum, word) => sum + (word.isFiller === true ? 0 : index.weight(word.stem)), 0);
  const matched = weigh(group.map((i) => words[i] ?? { stem: '' }));
  const told = new Set(group.map((i) => words[i]?.stem ?? ''));
  const ofStretch = matched / Math.max(weigh(stretch), 1e-9);
  const ofLabel = Math.min(
    1,
    weigh([...told].map((stem) => ({ stem }))) /
      Math.max(weigh([...new Set(label.stems)].map((stem) => ({ stem }))), 1e-9),
  );
  const key = stretch.map(({ stem }) => stem).join(' ');
  if (isSideBySide(label, stretch)) {
    if (!isCased(label, stretch)) return [];
    return [matchOf(label, { from, to, score: 0.7 + 0.2 * ofLabel, kind: 'within', key: `within ${key}` })];
  }
  const score = ofStretch * (0.55 + 0.45 * Math.sqrt(ofLabel));
  if (group.length < 2 || ofStretch < leastLoose || ofLabel < 0.2) return [];
  return [matchOf(label, { from, to, score, kind: 'loose', key: `loose ${label.stems.join(' ')}` })];
}

/** A single letter is a name only as it is written. */
function isCased({ label }: IndexedLabel, [first, ...more]: readonly QuestionWord[]): boolean {
  if (first === undefined || more.length > 0 || first.plain.length > 1) return true;
  return label.split(/[^\p{L}\p{N}]+/u).includes(first.text);
}

function isSideBySide(label: IndexedLabel, stretch: readonly QuestionWord[]): boolean {
  return ` ${label.stems.join(' ')} `.includes(` ${stretch.map(({ stem }) => stem).join(' ')} `);
}

type Place = Pick<LabelMatch, 'from' | 'to' | 'score' | 'kind'> & { key: string };

function matchOf(label: IndexedLabel, place: Place): Found {
  const { cls, property, iris, canonicals, unresolved } = label;
  const across = canonicals.size === 0 ? {} : { canonicals: [...canonicals] };
  return { ...place, cls, property, labels: [label.label], iris, unresolved, ...across };
}

/** Matches of one stretch, class and property whose words are the same become one, with all their labels. */
function merged(matches: readonly Found[], words: readonly QuestionWord[]): LabelMatch[] {
  const groups = new Map<string, Found[]>();
  for (const match of matches) {
    const key = [match.from, match.to, match.cls, match.property, match.key].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), match]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { key: _, unresolved: __, canonicals: ___, ...match } = first;
    return [
      {
        ...match,
        said: words
          .slice(match.from, match.to)
          .map(({ text }) => text)
          .join(' '),
        labels: [...new Set(group.flatMap(({ labels }) => labels))].toSorted().slice(0, 200),
        iris: [...new Set(group.flatMap(({ iris }) => iris))].toSorted().slice(0, 200),
        score: Math.max(...group.map(({ score }) => score)),
        ...acrossPapers(group),
      },
    ];
  });
}

/** What nodes are across papers, where that is known of any. */
function acrossPapers(group: readonly Found[]): Pick<LabelMatch, 'canonicals' | 'unresolved'> {
  const canonicals = [...new Set(group.flatMap((match) => match.canonicals ?? []))].toSorted();
  if (canonicals.length === 0) return {};
  const unresolved = [...new Set(group.flatMap((match) => match.unresolved ?? []))].toSorted();
  return { canonicals: canonicals.slice(0, 200), unresolved: unresolved.slice(0, 200) };
}

function compare(a: LabelMatch, b: LabelMatch): number {
  const one = `${a.cls} ${a.property} ${a.labels[0] ?? ''}`;
  const other = `${b.cls} ${b.property} ${b.labels[0] ?? ''}`;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
