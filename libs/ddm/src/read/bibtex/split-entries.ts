/** One entry of a `.bib` file as it stands there; `kind` is in small letters. */
export type RawEntry = { kind: string; key: string; source: string };

export type SplitEntries = {
  entries: RawEntry[];
  /** `@string` definitions, which entries may use. */
  strings: RawEntry[];
  /** Entries whose closing bracket is missing; they end where the next one begins. */
  unclosed: number;
  /** Lines that a version control system left behind in a merge. */
  conflictMarkers: number;
};

const conflictMarker = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?\r?$/gm;
const opening = /@[ \t]*([a-z]+)\s*([{(])/giy;

/**
 * Cuts a `.bib` file into its entries without looking into them, so that only those that are cited need be parsed.
 * One pass, whatever the file holds.
 */
export function splitEntries(bibliography: string): SplitEntries {
  const conflictMarkers = bibliography.match(conflictMarker)?.length ?? 0;
  const text = conflictMarkers > 0 ? bibliography.replaceAll(conflictMarker, '') : bibliography;
  const found: SplitEntries = { entries: [], strings: [], unclosed: 0, conflictMarkers };
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at)) {
    opening.lastIndex = at;
    const match = opening.exec(text);
    if (!match) {
      at++;
      continue;
    }
    const kind = (match[1] ?? '').toLowerCase();
    const close = closingBracket(text, opening.lastIndex, match[2] === '(' ? ')' : '}');
    if (!close.closed) found.unclosed++;
    const source = close.closed ? text.slice(at, close.end) : `${text.slice(at, close.end).trimEnd()}}`;
    const key = /^[^{(]*[{(]\s*([^,\s=}]+)\s*,/.exec(source)?.[1] ?? '';
    if (kind === 'string') found.strings.push({ kind, key: '', source });
    else if (kind !== 'comment' && kind !== 'preamble' && key !== '') found.entries.push({ kind, key, source });
    at = close.end;
  }
  return found;
}

/** Where an entry ends: behind its bracket, or before a line that begins another one inside it. */
function closingBracket(text: string, from: number, bracket: '}' | ')'): { end: number; closed: boolean } {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const character = text[i];
    if (character === '\\') i++;
    else if (character === '{') depth++;
    else if (character === bracket && depth === 0) return { end: i + 1, closed: true };
    else if (character === '}') depth--;
    else if (character === '\n' && /^@[a-z]+\s*\{\s*[^\s,{}"=]+\s*,/i.test(text.slice(i + 1, i + 200))) {
      return { end: i + 1, closed: false };
    }
  }
  return { end: text.length, closed: false };
}
