/** Initials in any of the forms A., A.B., A-B., AB, A B. */
const initials = /^(?:\p{Lu}\.?[\s-]?){1,4}$/u;
const suffix = /^(?:Jr|Sr|I{2,3}|IV)\.?$/i;
const others = /^(?:et\s*al\.?|and others|others|u\.\s?a\.|…|\.\.\.)$/i;

/**
 * The authors in the author part of a reference, as printed, without "et al.". Commas part names from each other and
 * family names from given ones; the forms of the parts tell which.
 */
export function splitAuthors(text: string): string[] {
  const trimmed = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\(?\b[Ee]ds?\b\.?\)?/g, '')
    .replace(/[\s,;:.]+$/, (end) => (end.includes('.') && /\p{Lu}[\s,;:.]+$/u.test(text) ? '.' : ''))
    .trim();
  const groups = trimmed.split(
    /\s*;\s*|\s*,?\s+(?:and|&|und|y|et|e)\s+(?=\p{Lu}|\p{Ll}{1,3}\s\p{Lu}|others)|\s*&\s*|\s*\/\s*/u,
  );
  const isSemicolons = /;/.test(trimmed);
  const names: string[] = [];
  for (const group of groups) {
    if (isSemicolons) names.push(group);
    else names.push(...splitCommas(group));
  }
  return names
    .map((name) =>
      name
        .replace(/\bet\s*al\.?,?$/i, '')
        .replaceAll(/^[\s,.…]+|[\s,…]+$/g, '')
        .trim(),
    )
    .filter((name) => /\p{L}{2}/u.test(name) && !others.test(name));
}

/** "Smith, A., Doe, B." are two names; so are "A. Smith, B. Doe" and "Smith A, Doe B". */
function splitCommas(group: string): string[] {
  const parts = group.split(/\s*,\s*/).filter((part) => part !== '');
  const names: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    const next = parts[i + 1];
    const last = names.at(-1);
    if (suffix.test(part) && last !== undefined) names[names.length - 1] = `${last}, ${part}`;
    else if (initials.test(part) && last !== undefined && !last.includes(',')) {
      names[names.length - 1] = `${last}, ${part}`;
    } else if (next !== undefined && initials.test(next)) {
      names.push(`${part}, ${next}`);
      i++;
    } else if (next !== undefined && isFamily(part) && isGiven(next, parts, i)) {
      names.push(`${part}, ${next}`);
      i++;
    } else names.push(part);
  }
  return names;
}

function isFamily(part: string): boolean {
  return /^(?:\p{Ll}+\s+)*\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?$/u.test(part);
}

/** A given name after a family name: "Smith, John", where the first name of the list is written so. */
function isGiven(next: string, parts: readonly string[], at: number): boolean {
  if (!/^\p{Lu}[\p{L}'’-]+(?:\s(?:\p{Lu}\.?|\p{Lu}[\p{L}'’-]+))*$/u.test(next)) return false;
  const [first = '', second = ''] = parts;
  const isFamilyFirst = !/\s/.test(first) && second !== '';
  return isFamilyFirst && (at === 0 || /^\S+$/.test(parts[at] ?? ''));
}
