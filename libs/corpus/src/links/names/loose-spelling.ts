/** What is written in one way or another when a name comes into Latin letters from elsewhere. */
const alike: readonly [pattern: RegExp, form: string][] = [
  [/(.)\1+/gu, '$1'],
  [/[yj](?=[aeo]$)/g, 'i'],
  [/(?<=[aeiou])[yj](?![aeiou])|(?<!^)y(?![aeiou])/g, 'i'],
  [/^i(?=[au])/g, 'y'],
  [/sch|shch/g, 'sh'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/t[sz]|cz/g, 'c'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ou/g, 'u'],
  [/ie(?=[nvl])/g, 'e'],
];

/** A folded name part so that spellings of one name in several transliterations fall together: Sergey and Sergei. */
export function looseSpelling(part: string): string {
  const loose = alike.reduce((text, [pattern, form]) => text.replaceAll(pattern, form), part);
  return loose.replaceAll(/(.)\1+/gu, '$1');
}
