import type { InducedLexicon } from '../induce/induced-lexicon.ts';
import type { LabelMatch } from '../linking/label-match.ts';
import type { ForeignMark } from './foreign-mark.ts';
import type { ForeignWord } from './foreign-word.ts';

const mostNames = 40;
/** A word of a comment alone is a weak sign that a term is meant. */
const leastWorth = 0.2;

/** Every stretch of the question that the words of the graph, its names or general English know. */
export function markForeign(
  words: readonly ForeignWord[],
  lexicon: InducedLexicon,
  matches: readonly LabelMatch[],
): ForeignMark[] {
  return [
    ...phraseMarks(words, lexicon),
    ...wordMarks(words, lexicon),
    ...numberMarks(words),
    ...nameMarks(words, lexicon, matches),
  ];
}

function phraseMarks(words: readonly ForeignWord[], lexicon: InducedLexicon): ForeignMark[] {
  const { general } = lexicon;
  return words.flatMap((_, from) => {
    const marks: ForeignMark[] = [];
    for (let to = from + 1; to <= Math.min(words.length, from + lexicon.longest); to += 1) {
      const stretch = words.slice(from, to);
      const key = stretch.map(({ stem }) => stem).join(' ');
      const extra = 0.3 * (to - from - 1);
      const telling = stretch.filter(({ isFiller }) => !isFiller).length;
      for (const { kind, iri, worth } of lexicon.named(key)) {
        // "Name all …" asks for things.
        if (from === 0 && general.names.has(key)) continue;
        marks.push({ kind, iri, worth, from, to, gain: worth * Math.max(telling, 0.9) + extra });
      }
      const place = { from, to };
      const product = general.products.get(key);
      if (product !== undefined) marks.push({ ...place, kind: 'product', product, gain: telling + extra });
      const adjectives = general.adjectives.get(key);
      if (adjectives !== undefined) {
        marks.push({ ...place, kind: 'adjective', adjectives, gain: 0.9 * telling + extra });
      }
      const isLeast = general.generic.get(key);
      if (isLeast !== undefined) {
        marks.push({ ...place, kind: 'generic', isLeast, counts: general.counting.has(key), gain: 0.9 });
      }
      const compare = general.comparing.get(key);
      if (compare !== undefined) marks.push({ ...place, kind: 'compare', compare, gain: 0.9 });
      const number = general.numbers.get(key);
      if (number !== undefined) marks.push({ ...place, kind: 'number', value: number, gain: 0.6 });
      const ordinal = general.ordinals.get(key);
      if (ordinal !== undefined) marks.push({ ...place, kind: 'ordinal', value: ordinal, gain: 0.6 });
      const asksFor = general.interrogatives.get(key);
      if (asksFor !== undefined) marks.push({ ...place, kind: 'interrogative', asksFor, gain: 1.5 + extra });
      const operators = general.operators.get(key);
      if (operators !== undefined) {
        marks.push({ ...place, kind: 'operator', operators, gain: to - from > 1 ? 0.6 * (to - from) : 0.3 });
      }
    }
    return marks;
  });
}

/** Single words that stand in labels or comments of terms. */
function wordMarks(words: readonly ForeignWord[], lexicon: InducedLexicon): ForeignMark[] {
  return words.flatMap(({ stem, isFiller }, from) => {
    if (isFiller) return [];
    return lexicon
      .spoken(stem)
      .filter(({ worth }) => worth >= leastWorth)
      .toSorted((a, b) => b.worth - a.worth || (a.iri < b.iri ? -1 : 1))
      .slice(0, 6)
      .map(({ kind, iri, worth }) => ({ kind, iri, worth: worth * 0.9, from, to: from + 1, gain: worth * 0.8 }));
  });
}

function numberMarks(words: readonly ForeignWord[]): ForeignMark[] {
  return words.flatMap(({ text }, from): ForeignMark[] => {
    const value = Number(text.replaceAll(',', ''));
    const [, ordinal] = /^(\d+)(?:st|nd|rd|th)$/iu.exec(text) ?? [];
    if (ordinal !== undefined) return [{ kind: 'ordinal', from, to: from + 1, gain: 0.9, value: Number(ordinal) }];
    return /^\d[\d,]*(?:\.\d+)?$/u.test(text) ? [{ kind: 'number', from, to: from + 1, gain: 0.9, value }] : [];
  });
}

function nameMarks(
  words: readonly ForeignWord[],
  lexicon: InducedLexicon,
  matches: readonly LabelMatch[],
): ForeignMark[] {
  const counts = new Map<string, number>();
  const wholes = new Set(matches.flatMap((match) => (isWhole(match) ? [`${match.from} ${match.to}`] : [])));
  const seen = new Set<string>();
  const ordered = [...matches.filter(isWhole), ...matches.filter((match) => !isWhole(match))];
  const kept = ordered.filter(({ from, to, cls, property, iris }) => {
    const key = `${from} ${to} ${cls} ${property}`;
    const same = `${from} ${to} ${cls} ${iris.join(' ')}`;
    if (seen.has(same)) return false;
    seen.add(same);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return (counts.get(key) ?? 0) <= 2;
  });
  return kept.slice(0, mostNames).flatMap((match): ForeignMark[] => {
    const stretch = words.slice(match.from, match.to);
    const telling = stretch.filter(({ isFiller }) => !isFiller).length;
    const isNumber = stretch.length === 1 && /^\d{1,4}$/u.test(stretch[0]?.plain ?? '');
    const isCapital = stretch.some(({ text }) => /^\p{Lu}|\d/u.test(text));
    const isTerm = stretch.length === 1 && lexicon.spoken(stretch[0]?.stem ?? '').length > 0;
    // Numbers name nothing, unless they are the whole of a name.
    if (match.kind !== 'exact' && !stretch.some(({ plain, isFiller }) => !isFiller && /\p{L}/u.test(plain))) return [];
    if (telling === 0 && !(match.kind === 'exact' && isCapital)) return [];
    const naming = lexicon.namings.get(match.cls);
    const isValue = match.iris.every((iri) => match.labels.includes(iri));
    const gain =
      Math.max(telling, 0.8) * qualityOf(match) +
      0.3 * (telling - 1) -
      (isNumber ? 0.4 : 0) -
      (isCapital ? 0 : 0.25) +
      0.1 * popularity(match.cls, lexicon) -
      (isTerm ? (isWhole(match) ? 0.2 : 0.6) : 0) -
      (!isWhole(match) && wholes.has(`${match.from} ${match.to}`) ? 0.5 : 0) -
      (naming?.name === match.property || isValue ? 0 : 0.1) -
      (isValue ? 0.05 : 0);
    return [{ kind: 'name', from: match.from, to: match.to, gain, match, isValue }];
  });
}

/** Whole names are likelier meant than parts; a part that many things share, least. */
function qualityOf({ kind, score, iris, labels }: LabelMatch): number {
  const many = 0.06 * Math.log2(Math.max(1, Math.min(iris.length, labels.length)));
  if (kind === 'exact' || kind === 'short') return iris.length > 1 ? 0.9 : 1.15;
  if (kind === 'initials') return 0.95;
  // Words of a name side by side: 0.9 stands for the whole name in another form.
  if (kind === 'within') return (score >= 0.895 ? 1.1 : 0.5 + 2 * (score - 0.7)) - many;
  return 0.9 * score - many;
}

/** A whole name, also in another form of its words. */
function isWhole({ kind, score }: LabelMatch): boolean {
  return kind === 'exact' || kind === 'short' || (kind === 'within' && score >= 0.895);
}

/** How many things lead to one of a class, as a power of ten: what many things have is named more often. */
function popularity(cls: string, { schema }: InducedLexicon): number {
  const fans = schema.edges.flatMap(({ to, backFan }) => (to === cls ? [backFan] : []));
  return Math.log10(Math.max(1, ...fans));
}
