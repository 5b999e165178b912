import type { Abbreviation, Document, Paragraph, Section, Sentence } from '@askg/contract';
import { foldPhrase } from './fold-phrase.ts';
import { stopWords } from './stop-words.ts';
import { withoutMarks } from '../abbreviations/without-marks.ts';

/** A phrase of a paper and how it is used there. */
export type PhraseUse = {
  folded: string;
  /** Words, folded. */
  words: readonly string[];
  count: number;
  /** How often it is all that stands between two function words or signs. */
  alone: number;
  /** In how many of the paper's paragraphs. */
  paragraphs: number;
  inTitle: boolean;
  inAbstract: boolean;
  inHeading: boolean;
  /** How often it is printed in which form. */
  forms: Map<string, number>;
};

type Place = 'title' | 'abstract' | 'heading' | 'text';

const longest = 4;
/** What comes later changes little of what a text is about; books and logs would fill the memory. */
const mostPhrases = 1_000_000;
const token = /\p{L}[\p{L}\p{M}\p{N}]*(?:[.'’+#-]+[\p{L}\p{N}]+)*[+#]*|\d[\p{L}\d.,-]*|[^\s\p{L}\d]/gu;
const address = /\bhttps?:\/\/\S+|\bwww\.\S+/giu;
/** Sections whose words are about people and rules, not about the subject. */
const aside: ReadonlySet<string> = new Set(['acknowledgement', 'references', 'appendix']);

/**
 * All phrases of one to four words that stand between function words, figures and punctuation, by their folded form. An
 * abbreviation counts as what it stands for.
 */
export function countPhrases(document: Document): Map<string, PhraseUse> {
  const counter = new PhraseCounter(document.abbreviations ?? []);
  counter.add(document.title, 'title');
  counter.paragraphs(document.abstract, 'abstract');
  for (const section of document.sections) counter.section(section);
  for (const { caption } of [...document.figures, ...document.tables]) counter.sentences(caption, 'text');
  return counter.phrases;
}

class PhraseCounter {
  readonly phrases = new Map<string, PhraseUse>();
  readonly #longForms = new Map<string, string>();
  #paragraph = 0;
  readonly #last = new Map<string, number>();
  readonly #folded = new Map<string, string>();

  constructor(abbreviations: readonly Abbreviation[]) {
    for (const { short, long } of abbreviations) {
      if (this.#longForms.has(short)) continue;
      this.#longForms.set(short, long);
      this.#longForms.set(`${short}s`, long);
    }
  }

  section({ heading, role, paragraphs, sections }: Section): void {
    if (aside.has(role)) return;
    this.add(heading, 'heading');
    this.paragraphs(paragraphs, role === 'abstract' ? 'abstract' : 'text');
    for (const inner of sections) this.section(inner);
  }

  paragraphs(list: readonly Paragraph[], place: Place): void {
    for (const { kind, sentences } of list) if (kind !== 'code') this.sentences(sentences, place);
  }

  sentences(list: readonly Sentence[], place: Place): void {
    this.#paragraph++;
    // Words that nobody sees do not tell what a paper is about.
    for (const sentence of list) if (!sentence.flags?.includes('hidden')) this.add(withoutMarks(sentence), place);
  }

  add(text: string, place: Place): void {
    if (this.phrases.size > mostPhrases) return;
    let run: string[] = [];
    for (const [word] of text.replaceAll(address, ' , ').matchAll(token)) {
      if (/^\p{L}/u.test(word) && !stopWords.has(word.toLowerCase())) run.push(word);
      else {
        this.#run(run, place);
        run = [];
      }
    }
    this.#run(run, place);
  }

  #run(run: readonly string[], place: Place): void {
    for (let start = 0; start < run.length; start++) {
      let form = '';
      let folded = '';
      for (let end = start + 1; end <= Math.min(run.length, start + longest); end++) {
        const word = run[end - 1] ?? '';
        form = form === '' ? word : `${form} ${word}`;
        folded = folded === '' ? this.#fold(word) : `${folded} ${this.#fold(word)}`;
        this.#count(form, folded, place, end - start === run.length);
      }
    }
  }

  #fold(word: string): string {
    let folded = this.#folded.get(word);
    if (folded === undefined) this.#folded.set(word, (folded = foldPhrase(word)));
    return folded;
  }

  #count(form: string, printed: string, place: Place, isAlone: boolean): void {
    const long = this.#longForms.get(form);
    const folded = long === undefined ? printed : foldPhrase(long);
    if (folded.length < 2) return;
    let use = this.phrases.get(folded);
    if (!use) {
      use = {
        folded,
        words: folded.split(' '),
        count: 0,
        alone: 0,
        paragraphs: 0,
        inTitle: false,
        inAbstract: false,
        inHeading: false,
        forms: new Map(),
      };
      this.phrases.set(folded, use);
    }
    use.count++;
    if (isAlone) use.alone++;
    if (this.#last.get(folded) !== this.#paragraph) use.paragraphs++;
    this.#last.set(folded, this.#paragraph);
    if (place === 'title') use.inTitle = true;
    if (place === 'abstract') use.inAbstract = true;
    if (place === 'heading') use.inHeading = true;
    if (long === undefined) use.forms.set(form, (use.forms.get(form) ?? 0) + 1);
    else use.forms.set(long, use.forms.get(long) ?? 0);
  }
}
