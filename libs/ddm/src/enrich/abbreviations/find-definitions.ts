import { matchLongForm } from './match-long-form.ts';

/** A short form and what it stands for, as one sentence says it. */
export type Definition = { short: string; long: string };

const bracketed = /\(([^()]{2,200})\)|\[([^()[\]]{2,200})\]/gu;
/** What may follow a short form inside its brackets: `(SVM; Vapnik 1995)`, `(SVM, for short)`. */
const aside = /\s*[;,]\s.*$|\s+(?:hereafter|henceforth|for short|in short)\b.*$/u;
const introduced = /^(?:(?:abbreviated|called|named|termed|denoted|hereafter|henceforth|or|aka|i\.e\.,?|as)\s+)+/iu;
/** How far before a bracket a long form can begin, in UTF-16 units. */
const reach = 400;

/**
 * The abbreviations that a sentence defines with brackets: `support vector machine (SVM)`, `SVM (support vector machine)` and
 * `(support vector machine, SVM)`.
 * @param text a sentence without its citations (see `withoutMarks`)
 */
export function findDefinitions(text: string): Definition[] {
  const found: Definition[] = [];
  for (const { 0: whole, 1: round, 2: square, index } of text.matchAll(bracketed)) {
    const inner = (round ?? square ?? '').trim();
    const before = text.slice(Math.max(0, index - reach), index);
    const short = unquoted(inner.replace(introduced, '').replace(aside, ''));
    if (isShortForm(short) && !/[.,;:!?]\s*$/u.test(before)) {
      const definition = define(short, before);
      if (definition) found.push(definition);
    } else if (
      /\s/u.test(inner) &&
      /^(?:[\s.,;:]|$)/u.test(text.slice(index + whole.length, index + whole.length + 1))
    ) {
      const outside = unquoted(before.trimEnd().split(/\s/u).at(-1) ?? '');
      const [, first = '', second = ''] = /^(.+),\s+(\S+)$/u.exec(inner) ?? [];
      const pairs = [
        { short: outside, long: inner.replace(aside, '') },
        { short: second, long: first },
      ];
      found.push(...pairs.filter(({ short: form, long }) => isShortForm(form) && matchLongForm(form, long) === long));
    }
  }
  return found;
}

function define(short: string, before: string): Definition | undefined {
  const singular = /^.*\p{Lu}.*[\p{Lu}\d]s$/u.test(short) ? short.slice(0, -1) : undefined;
  // The plural may be the short form's only: "each hidden Markov model (HMMs)".
  for (const form of singular === undefined ? [short] : [singular, short]) {
    const long = matchLongForm(form, before);
    if (long !== undefined) return { short: form, long };
  }
  return undefined;
}

/** One or two words of two to ten signs, a capital in each; no roman number, no amount with its unit, no pointer to a figure. */
export function isShortForm(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 10 &&
    /^[\p{L}\p{N}][^=<>%:;,()[\]\s_#]*(?:\s[^=<>%:;,()[\]\s_#]*\p{Lu}[^=<>%:;,()[\]\s_#]*)?$/u.test(text) &&
    /^\S*\p{Lu}/u.test(text) &&
    /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text) &&
    !/\.\w|^(?:Fig|Figs|Tab|Eq|Eqs|Sec|Ref|Refs|Table|Tables|Figure|Figures|Section|Appendix|Box|Text|File|Movie|Video|Data|Note|See|Step)\b/iu.test(
      text,
    ) &&
    !/^(?:[IVX]{2,}|\d+\s?\p{L}{1,2}|\p{Lu}\p{Ll}{4,})$/u.test(text)
  );
}

function unquoted(text: string): string {
  return text.replaceAll(/^["“”'‘’]+|["“”'‘’.,;:]+$/gu, '').trim();
}
