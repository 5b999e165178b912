const particle = String.raw`(?:van|von|vom|der|den|de|del|della|di|da|dos|das|du|la|le|ten|ter|zu|zur|af|av|of|el|al)`;
/** Initials in any of the forms A., A.B., A-B., AB, A B, Y.; "L. van" has the particle of the family name behind them. */
const initials = new RegExp(String.raw`^(?:\p{Lu}\p{Ll}?\.[\s-]?|\p{Lu}[\s-]?){1,5}(?:\s*\b${particle})*$`, 'u');
/** An institution turned round as if it were a name: "team, J. development". */
const turnedWords = /^(?:\p{Lu}\.\s?)+(?:\p{Ll}+\s?){1,3}$/u;
const suffix = /^(?:Jr|Sr|I{2,3}|IV)\.?$/i;
const others =
  /[\s,;&]*(?:\band\s+)?(?:(?:\bet|\by)\.?\s*al(?:ii|ia)?\b\.?|\bund\s+andere\b|\bu\.\s?a\.|\b(?:many\s+|other\s+)*(?:others|(?:co-?)?authors|contributors)\b|…|\.\.\.)[\s,.;]*$/iu;
const editors = /\(\s*(?:eds?|hrsg|dirs?|coords?|comps?)\.?\s*\)|,?\s+(?:eds?\.|editors?|hrsg\.)(?=\s*(?:,|$))/giu;

/**
 * The authors in the author part of a reference, as printed, without "et al.". Commas part names from each other and
 * family names from given ones; the forms of the parts tell which.
 */
export function splitAuthors(text: string): string[] {
  const whole = text.replaceAll(/\s+/g, ' ').replaceAll(editors, '').replace(others, '');
  const trimmed = whole
    .replace(/[\s,;:.]+$/, (end) => (end.includes('.') && /\b\p{Lu}\p{Ll}?\.[\s,;:.]*$/u.test(whole) ? '.' : ''))
    .replace(/^[\s,;:.]+/, '')
    .trim();
  const groups = trimmed.split(
    /\s*;\s*(?:(?:and|&|et)\s+)?|\s*,?\s+(?:and|&|und|y|et|e)\s+(?=\p{Lu}|\p{Ll}{1,3}\s\p{Lu}|['’]t\s)|\s*&\s*|\s+\/\s+/u,
  );
  const isSemicolons = /;/.test(trimmed);
  return groups
    .flatMap((group) => (isSemicolons ? [group] : splitCommas(group)))
    .map((name) =>
      name
        .replaceAll(/^[\s,.…]+|[\s,…]+$/g, '')
        .replace(others, '')
        .trim(),
    )
    .filter((name) => /\p{L}{2}/u.test(name));
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
    else if (isInitials(part) && last !== undefined && isOpen(last)) names[names.length - 1] = `${last}, ${part}`;
    else if (next !== undefined && isInitials(next)) {
      names.push(`${part}, ${next}`);
      i++;
    } else if (next !== undefined && isFamily(part) && isGiven(next, parts, i)) {
      names.push(`${part}, ${next}`);
      i++;
    } else names.push(part);
  }
  return names;
}

function isInitials(part: string): boolean {
  return initials.test(part) || turnedWords.test(part);
}

/** A family name without given ones so far; "Ford, Jr." is one too. */
function isOpen(name: string): boolean {
  const [, after, more] = name.split(', ');
  return after === undefined || (more === undefined && suffix.test(after));
}

function isFamily(part: string): boolean {
  return /^(?:\p{Ll}+\s+)*\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?$/u.test(part);
}

/**
 * A given name after a family name: "Smith, John", where the first name of the list is written so. What initials follow
 * is a family name itself.
 */
function isGiven(next: string, parts: readonly string[], at: number): boolean {
  if (!/^\p{Lu}[\p{L}'’-]+(?:\s(?:\p{Lu}\.?|\p{Lu}[\p{L}'’-]+))*$/u.test(next)) return false;
  const [first = '', second = ''] = parts;
  const isFamilyFirst = !/\s/.test(first) && second !== '';
  return isFamilyFirst && (at === 0 || /^\S+$/.test(parts[at] ?? '')) && !isInitials(parts[at + 2] ?? '');
}
