/** The things that a query is about, as one and as several: “paper that cites …”, “papers that cite …”. */
export type ReadingPhrase = { one: string; several: string };

/** `papers that have …`: the things, a verb in the plural, and what follows. */
const reading = /^(?<things>people|[\p{L}-]+s) (?<who>that|who) (?<verb>have|are|cite|mention|name) (?<rest>.+)$/u;
const ofOne: Record<string, string> = { have: 'has', are: 'is', cite: 'cites', mention: 'mentions', name: 'names' };

/**
 * Turns a query's reading into a phrase that fits any number of results.
 * @returns undefined for a reading that does not begin with the things it is about and a clause about them
 */
export function readingPhrase(text: string): ReadingPhrase | undefined {
  const { things = '', who = '', verb = '', rest = '' } = reading.exec(text)?.groups ?? {};
  const thing = singularOf(things);
  if (thing === undefined) return undefined;
  const about =
    verb === 'are' ? rest.replace(/^([\p{L}-]+)s of /u, (_, role: string) => `${article(role)} ${role} of `) : rest;
  const further = about.replaceAll(/ and (have|are|cite|mention|name) /g, (_, next: string) => ` and ${ofOne[next]} `);
  return { one: `${thing} ${who} ${ofOne[verb]} ${further}`, several: text };
}

function article(noun: string): string {
  return /^[aeiou]/i.test(noun) ? 'an' : 'a';
}

/** The singular of a plural as the readings of queries form it. */
function singularOf(things: string): string | undefined {
  if (things === 'people') return 'person';
  if (things.endsWith('ies')) return `${things.slice(0, -3)}y`;
  return things.endsWith('s') ? things.slice(0, -1) : undefined;
}
