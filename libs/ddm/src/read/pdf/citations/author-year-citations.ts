import type { FlowText } from '../text/flow-text.ts';
import type { CitedEntry } from './cited-entry.ts';
import type { CitedRange } from './link-citations.ts';

const year = /(?<![\d.])((?:1[89]|20)\d\d[a-z]?|n\.\s?d\.)(?![\d%])/g;
/** Letters before a year in which the names of its authors stand. */
const window = 140;

type Pattern = { id: string; first: string; expression: RegExp };

/** Citations by names and year: `(Doe and Roe, 2020)`, `Doe et al. (2020b)`. */
export class AuthorYearCitations {
  readonly #byYear = new Map<string, Pattern[]>();

  constructor(entries: readonly CitedEntry[]) {
    for (const { id, families, year: printed } of entries) {
      const [first] = families;
      if (first === undefined || printed === undefined) continue;
      const pattern = { id, first: firstWord(fold(first)), expression: patternOf(families.map(fold)) };
      // Without its letter a year stands for each work of that year.
      for (const key of new Set([printed, printed.replace(/[a-z]$/, '')])) {
        this.#byYear.set(key, [...(this.#byYear.get(key) ?? []), pattern]);
      }
    }
  }

  find({ text: printed }: FlowText): CitedRange[] {
    const text = fold(printed);
    if (this.#byYear.size === 0) return [];
    const ranges: CitedRange[] = [];
    let names: { pattern: RegExp; end: number } | undefined;
    for (const match of text.matchAll(year)) {
      const candidates = this.#byYear.get(match[1]?.replace(/\s/, '') ?? '') ?? [];
      const before = text.slice(Math.max(0, match.index - window), match.index);
      const end = match.index + match[0].length;
      // "Doe, 2019, 2020": the names hold for the second year too.
      const between = names ? text.slice(names.end, match.index) : '';
      const repeated =
        names && /^\s*[,;]\s*$/.test(between)
          ? candidates.filter(({ expression }) => expression.source === names?.pattern.source)
          : [];
      const found = candidates.flatMap((candidate) => {
        if (!before.includes(candidate.first)) return [];
        const at = candidate.expression.exec(before);
        return at ? [{ candidate, start: Math.max(0, match.index - window) + at.index }] : [];
      });
      const best = found.toSorted((a, b) => a.start - b.start)[0];
      if (best) {
        const same = found.filter(({ start }) => start === best.start);
        ranges.push({ start: best.start, end, targets: same.map(({ candidate }) => candidate.id) });
        const more = this.#lettersAfter(text, end, match[1] ?? '', best.candidate);
        ranges.push(...more);
        names = { pattern: best.candidate.expression, end: more.at(-1)?.end ?? end };
      } else if (repeated.length > 0 && names) {
        ranges.push({ start: match.index, end, targets: repeated.map(({ id }) => id) });
        names = { pattern: names.pattern, end };
      }
    }
    return ranges;
  }

  /** "2013a,b": the letters after a year with one stand for other works of the same authors and year. */
  #lettersAfter(text: string, end: number, printed: string, { expression }: Pattern): CitedRange[] {
    const list = /[a-z]$/.test(printed)
      ? (/^(?:\s*[,;&]\s*[a-z](?![\p{L}\d]))+/u.exec(text.slice(end))?.[0] ?? '')
      : '';
    return [...list.matchAll(/[a-z]/g)].flatMap(({ 0: letter, index }) => {
      const works = this.#byYear.get(printed.slice(0, -1) + letter) ?? [];
      const targets = works.filter((work) => work.expression.source === expression.source).map(({ id }) => id);
      return targets.length === 0 ? [] : [{ start: end + index, end: end + index + 1, targets }];
    });
  }
}

/** A part of a name that is printed the same wherever the name is cut or hyphenated. */
function firstWord(name: string): string {
  return /[\p{L}\p{M}]+/u.exec(name)?.[0] ?? name;
}

/** Accents are set in more ways than letters are: names are compared without them. The length stays the same. */
function fold(text: string): string {
  return text.replaceAll(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize('NFD').charAt(0));
}

/** The first family name, the ways others may follow, and an opening bracket or comma before the year. */
function patternOf([first = '', second = '', ...rest]: readonly string[]): RegExp {
  const name = escaped(first);
  // Of two authors both are named; of more, the last of them or none.
  const last = rest.length === 0 && second !== '' ? escaped(second) : String.raw`[\p{L}'’ -]{2,40}`;
  const others = String.raw`(?:,?\s+et\s+al\.?,?|,?\s+and\s+(?:others|colleagues)|(?:,\s+[\p{L}'’ -]{2,30}){0,4},?\s+(?:and|&|y|und)\s+${last})?`;
  return new RegExp(String.raw`(?<![\p{L}-])${name}(?:['’]s)?${others}(?:['’]s)?,?\s*[([]?\s*$`, 'u');
}

function escaped(text: string): string {
  return text
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/[-‐]/g, '[-‐]')
    .replaceAll(/\s+/g, String.raw`\s+`)
    .replaceAll(/['’]/g, "['’]");
}
