import type { Passage } from '@askg/retrieval';
import { jatsFiles } from '../jats-files.ts';
import { generator } from './synthetic-vectors.ts';

export const passagesPerPaper = 100;
const wordsPerPassage = 120;
const wordsPerSentence = 24;
const wordsPerQuestion = 8;
/** Words of a passage that stand beside one another in a paper too. */
const stretch = 12;
/** One word of so many is a name that few other passages hold, as in a library of many papers. */
const namesEvery = 25;
const names = 500_000;
const paperPrefix = '10.1000_';

/** Passages and questions of stretches of real papers, the same for the same number; where each stands decides its text. */
export class SyntheticPassages {
  readonly #words: readonly string[];

  private constructor(words: readonly string[]) {
    this.#words = words;
  }

  /** @param data a folder with JATS files */
  static async of(data: string): Promise<SyntheticPassages> {
    const files = await jatsFiles(data);
    if (files.length === 0) throw new Error(`no JATS file in ${data}`);
    return new SyntheticPassages(
      files.flatMap(({ bytes }) =>
        bytes
          .toString('utf8')
          .replaceAll(/<[^>]+>/g, ' ')
          .split(/\s+/)
          .filter(Boolean),
      ),
    );
  }

  passage(number: number): Passage {
    const random = generator(Math.imul(number + 1, 0x27d4eb2f));
    const paper = `${paperPrefix}${Math.floor(number / passagesPerPaper)}`;
    const ordinal = number % passagesPerPaper;
    const paragraph = `http://localhost:3000/id/paper/${paper}/s${1 + Math.floor(ordinal / 10)}/p${1 + (ordinal % 10)}`;
    const words: string[] = [];
    while (words.length < wordsPerPassage) words.push(...this.#stretch(stretch, random));
    for (let at = 0; at < words.length; at += namesEvery) words[at] = name(random);
    const sentences = chunks(words, wordsPerSentence).map((each) => each.join(' '));
    return {
      iri: `${paragraph}/t1`,
      ordinal,
      paper,
      graphDigest: digestOf(number),
      title: `Paper ${paper}`,
      section: 'Results',
      role: 'result',
      year: 1990 + (Math.floor(number / passagesPerPaper) % 36),
      kind: 'text',
      text: sentences.join(' '),
      units: unitsOf(paragraph, sentences),
    };
  }

  question(number: number): string {
    return this.#stretch(wordsPerQuestion, generator(Math.imul(number + 1, 0x165667b1))).join(' ');
  }

  #stretch(count: number, random: () => number): string[] {
    const at = Math.floor(random() * (this.#words.length - count));
    return this.#words.slice(at, at + count);
  }
}

/** The number that a passage was made from. */
export function numberOf({ paper, ordinal }: Passage): number {
  return Number(paper.slice(paperPrefix.length)) * passagesPerPaper + ordinal;
}

/** What stands for the digest of the graph of a passage's paper. */
export function digestOf(passage: number): string {
  return Math.floor(passage / passagesPerPaper)
    .toString(16)
    .padStart(64, '0');
}

/** The frequency of words falls with their rank. */
function name(random: () => number): string {
  return `q${Math.floor(names ** random()).toString(36)}x`;
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

function unitsOf(paragraph: string, sentences: readonly string[]): Passage['units'] {
  let start = 0;
  return sentences.map((sentence, i) => {
    const end = start + [...sentence].length;
    const unit = { iri: `${paragraph}/t${i + 1}`, start, end };
    start = end + 1;
    return unit;
  });
}
