const particles = "van|von|der|den|de|del|della|di|da|dos|das|du|la|le|ten|ter|bin|ibn|al|el|af|av|zu|zur|y|e|[’']t";
const word = `(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|\\p{Lu}\\.(?:-?\\p{Lu}\\.)*|(?:d|O|l)['’]\\p{Lu}\\p{L}+)`;
const name = new RegExp(`^${word}(?:\\s+(?:${particles}|${word})){1,5}(?:,?\\s+(?:Jr\\.?|Sr\\.?|I{2,3}|IV))?$`, 'u');
const institution =
  /universit|institut|department|dept|school|college|laborator|\blabs?\b|centre|center|facult|academy|hospital|research\b|corporation|\binc\b|\bltd\b|gmbh|google|microsoft|facebook|amazon|ibm\b|company|group\b|society|foundation|ministry|council|technolog|science|engineering|polytech|politec|hochschule|école|ecole|@|https?:|\d{3,}|street|avenue|\b(?:USA|UK|China|Germany|France|India|Japan|Canada|Italy|Spain|Australia|Korea|Netherlands|Switzerland|Mexico|Brazil)\b/iu;

export function isPersonName(text: string): boolean {
  // A short name of a place of work before its long one.
  const isAcronym = /^\p{Lu}{3,5}\s.*\p{Ll}/u.test(text);
  return name.test(text) && !institution.test(text) && !isAcronym && text.length < 60;
}

export function namesInstitution(text: string): boolean {
  return institution.test(text);
}

/** The names in a stretch of text that separates them by commas, semicolons, points in the middle or "and". */
export function splitNames(text: string): string[] {
  return text
    .split(/\s*(?:[,;·•|]|\band\b|&|\bund\b|\bet\b)\s*/u)
    .map((part) => part.replaceAll(/^[\s.,:*†‡]+|[\s,:*†‡]+$/gu, '').replaceAll(/\s+/g, ' '))
    .filter((part) => part !== '' && !/^(?:Jr|Sr|Ph\.?\s?D|M\.?D|MSc|Dr|Prof)\.?$/i.test(part));
}

/** Given and family name. The family name is the last word, with the particles before it. */
export function splitName(full: string): { name: string; given?: string; family?: string } {
  const words = full.split(' ');
  let at = words.length - 1;
  if (/^(?:Jr\.?|Sr\.?|I{2,3}|IV)$/.test(words[at] ?? '') && at > 1) at--;
  const isParticle = new RegExp(`^(?:${particles})$`, 'u');
  while (at > 1 && isParticle.test(words[at - 1] ?? '')) at--;
  const family = words.slice(at).join(' ');
  const given = words.slice(0, at).join(' ');
  return given === '' ? { name: full } : { name: full, given, family };
}
