import type { Preamble } from '../expand/preamble.ts';

/** How citations look: by author and year, by number, or by the labels of the list. */
export type CitationStyle = {
  kind: 'author-year' | 'number';
  open: string;
  close: string;
  /** Between works. */
  separator: string;
  /** Between names and year in brackets. */
  beforeYear: string;
  /** Whether numbers stand raised, without brackets. */
  raised: boolean;
  /** Whether the works of a group are put in the order of the list. */
  sorts: boolean;
  /** Whether three numbers or more in a row become a range. */
  compresses: boolean;
  /** Whether each number has brackets of its own. */
  bracketsEach: boolean;
  /** What `\cite` by itself does: names in the text, or all in brackets, or without brackets. */
  plain: 'textual' | 'bracketed' | 'bare';
};

/** Packages and classes of venues that print authors and years, by their names. */
const authorYearVenues =
  /^(?:acl|naacl|emnlp|eacl|coling|iclr|icml|neurips|nips|tacl|colm|aaai|jmlr|uai|aistats|rlc|mnras|aastex|apa|chicago|apj)/i;
/** Styles of lists without names and years in their labels. */
const numberedLists = /^(?:plain|unsrt|abbrv|alpha|acm|ieeetr|siam|IEEEtran\w*|elsarticle-num|vancouver|splncs\w*)$/i;
const compressingClasses = /^(?:IEEEtran|ieeeconf|revtex)/i;

/**
 * The style that a preamble asks for: by the options of natbib or biblatex, else by the venue, else by the labels of the
 * list.
 * @param hasAuthorYearLabels whether the entries of the list carry names and years
 * @param setStyle options of `\setcitestyle`, and `\citestyle`
 * @param listStyle that of `\bibliographystyle`
 */
export function citationStyle(
  preamble: Preamble,
  hasAuthorYearLabels: boolean,
  { setStyle, listStyle }: { setStyle: readonly string[]; listStyle: string },
): CitationStyle {
  const isBiblatex = preamble.uses('biblatex');
  const usesNatbib =
    preamble.uses('natbib') ||
    preamble.usesLike(authorYearVenues) ||
    preamble.usesLike(/^(?:elsarticle|acmart|deepseek)/);
  const options = [...preamble.options('natbib'), ...preamble.options(preamble.documentClass), ...setStyle];
  const kind = isBiblatex
    ? biblatexKind(preamble.options('biblatex'))
    : natbibKind(preamble, options, hasAuthorYearLabels, listStyle);
  const isNumber = kind === 'number';
  const raised = isNumber && options.some((option) => option === 'super' || option === 'superscript');
  const compresses = options.includes('sort&compress') || preamble.uses('cite') || preamble.usesLike(/^revtex/);
  const squares = isNumber ? !options.includes('round') : options.includes('square');
  const commas = isNumber ? !options.includes('semicolon') : options.includes('comma');
  const isAcl = preamble.usesLike(/^(?:acl|naacl|emnlp|eacl|coling|tacl|aaai)/i);
  return {
    kind,
    open: raised ? '' : squares ? '[' : '(',
    close: raised ? '' : squares ? ']' : ')',
    separator: raised ? ',' : commas ? ', ' : '; ',
    beforeYear: isBiblatex ? ' ' : ', ',
    raised,
    sorts: compresses || options.includes('sort') || isBiblatex,
    compresses: isNumber && compresses,
    bracketsEach: isNumber && preamble.usesLike(/^(?:IEEEtran|ieeeconf)$/i) && !raised,
    plain:
      isNumber || isAcl || preamble.usesLike(/^acmart$/) || !usesNatbib
        ? isBiblatex && !isNumber
          ? 'bare'
          : 'bracketed'
        : 'textual',
  };
}

function natbibKind(
  preamble: Preamble,
  options: readonly string[],
  hasAuthorYearLabels: boolean,
  listStyle: string,
): CitationStyle['kind'] {
  if (options.some((option) => /^(?:numbers|super|numeric|acmnumeric)$/.test(option))) return 'number';
  if (options.some((option) => /^(?:authoryear|acmauthoryear|author-year)$/.test(option))) return 'author-year';
  if (preamble.usesLike(compressingClasses) || preamble.usesLike(/^(?:acmart|llncs|cite|elsarticle)$/)) return 'number';
  if (preamble.usesLike(authorYearVenues)) return 'author-year';
  // natbib shows numbers only where the list has nothing else.
  if (preamble.uses('natbib') && !numberedLists.test(listStyle)) return 'author-year';
  return hasAuthorYearLabels ? 'author-year' : 'number';
}

function biblatexKind(options: readonly string[]): CitationStyle['kind'] {
  const style =
    options
      .find((option) => /^(?:style|citestyle)\s*=/.test(option))
      ?.split('=')[1]
      ?.trim() ?? 'numeric';
  return /^(?:authoryear|apa|chicago|mla|harvard|authortitle|verbose|bwl|nature-year|ext-authoryear)/.test(style)
    ? 'author-year'
    : 'number';
}
