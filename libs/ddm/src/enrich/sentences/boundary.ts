import type { Atoms } from './atoms.ts';

/** A place where a sentence may end. All offsets in UTF-16 code units. */
export type Boundary = {
  /** The first character of the stop ("." of "...", "?" of "?!"). */
  stop: number;
  /** The stop itself. */
  sign: string;
  /** Where the sentence would end: past the stop, closing quotes and brackets, and reference signs. */
  end: number;
  /** Where the following sentence would start; the length of the text when there is none. */
  next: number;
  /** Whether white space parts the two. */
  spaced: boolean;
  /** A reference sign stands between the stop and `end`. */
  cited: boolean;
};

const stops = /(?:\.(?:[ \u00a0]\.){2,}|[.?!…]+|[。！？｡]+)/gu;
const closers = /["'”’»›)\]}」』）】〉》]/u;
const bareClosers = /[”»›)\]}]/u;
const squareNumbers = /\[\s*\d{1,4}[a-z]?(?:\s*[,;–—-]\s*\d{1,4}[a-z]?)*\s*\]/uy;
const superscripts = /[⁰¹²³⁴-⁹][⁰¹²³⁴-⁹,⁻–-]*/uy;
const fileNotes = /\((?:[\d.,]+ [KMG]B )?[A-Z][A-Z0-9]{1,4}\)(?=\s*$)/uy;
const joiners = /[,;–—-]\s?/uy;

/** All places where a stop is followed by something that may part it from the next sentence. */
export function* findBoundaries(text: string, atoms: Atoms): Generator<Boundary> {
  for (const { 0: sign, index: stop } of text.matchAll(stops)) {
    let end = skipClosers(text, stop + sign.length);
    const afterSigns = skipReferenceSigns(text, end, atoms);
    const cited = afterSigns > end;
    end = skipClosers(text, afterSigns);
    let next = skipSpace(text, end);
    while (next > end && bareClosers.test(text[next] ?? '')) {
      end = skipClosers(text, next);
      next = skipSpace(text, end);
    }
    const apart = skipAside(text, end, next, atoms);
    if (apart > end) {
      end = apart;
      next = skipSpace(text, end);
    }
    if (!atoms.parts(end)) yield { stop, sign, end, next, spaced: next > end, cited: cited || apart > 0 };
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text[at] ?? '')) at++;
  return at;
}

function skipClosers(text: string, from: number): number {
  let at = from;
  while (at < text.length && closers.test(text[at] ?? '')) at++;
  return at;
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Past reference signs that stand directly at the stop: "shown.[12]", "shown.¹²", and "shown.12,13" where marks tell. */
function skipReferenceSigns(text: string, from: number, atoms: Atoms): number {
  let at = from;
  for (;;) {
    const bracket = match(squareNumbers, text, at) || bracketedAtoms(text, at, atoms);
    const sign = atoms.noteSignAt(at);
    if (bracket > 0) at += bracket;
    else if (sign) at = sign.end;
    else {
      const raised = match(superscripts, text, at);
      if (raised > 0) at += raised;
      else {
        const joined = at > from ? match(joiners, text, at) : 0;
        if (joined === 0 || !atoms.noteSignAt(at + joined)) return at;
        at += joined;
      }
    }
  }
}

/** Length of a bracket at this place that holds little else than marks: "[<1>, <2>]", "(<Smith et al., 2020>)". */
function bracketedAtoms(text: string, at: number, atoms: Atoms): number {
  const closer = text[at] === '[' ? ']' : text[at] === '(' ? ')' : undefined;
  if (closer === undefined) return 0;
  const whole = atoms.startingAt(at);
  const close = text.slice(at, at + 240).indexOf(closer, whole ? whole.end - at - 1 : 0);
  if (close < 0) return 0;
  const inner = text.slice(at + 1, at + close);
  if (/[.?!]\s*$/u.test(inner)) return 0;
  const letters = inner.replaceAll(/\s/gu, '').length;
  return atoms.covered(at + 1, at + close) >= 0.6 * letters && letters > 0 ? close + 1 : 0;
}

/**
 * Past what stands apart but closes the sentence before it: a reference ("shown. [3,4] Next", "shown. (Smith, 2020). Next"),
 * or the kind of a file ("Strains used. (0.3 MB DOC)").
 */
function skipAside(text: string, end: number, next: number, atoms: Atoms): number {
  if (next === end) return 0;
  const fileNote = match(fileNotes, text, next);
  if (fileNote > 0) return next + fileNote;
  const length = match(squareNumbers, text, next) || bracketedAtoms(text, next, atoms) || numberAtom(text, next, atoms);
  if (length === 0) return 0;
  let after = next + length;
  if (text[after] === '.') after++;
  const follower = text[skipSpace(text, after)];
  if (follower === undefined) return after;
  return /\s/u.test(text[after] ?? '') && /[\p{Lu}\p{N}"“‘(]/u.test(follower) ? after : 0;
}

function numberAtom(text: string, at: number, atoms: Atoms): number {
  const sign = atoms.noteSignAt(at);
  return sign && /\d/u.test(text.slice(sign.start, sign.end)) ? sign.end - sign.start : 0;
}
