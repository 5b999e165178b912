/** The things that a query is about, as one and as several: “paper that cites …”, “papers that cite …”. */
export type ReadingPhrase = { one: string; several: string };

/** `papers that have …`: the things, a verb in the plural, and what follows. */
const reading =
  /^(?<things>people|[\p{L}-]+s|[\p{L} ]+ entities) (?<who>that|who) (?<verb>have|are|cite|mention|name) (?<rest>.+)$/u;
const ofOne: Record<string, string> = { have: 'has', are: 'is', cite: 'cites', mention: 'mentions', name: 'names' };

/**
 * Turns a query's reading into a phrase that fits any number of results.
 * @returns undefined for a reading that does not begin with the things it is about and a clause about them
 */
export function readingPhrase(text: string): ReadingPhrase | undefined {
  const plain = tidied(text);
  if (/^[\p{L} ]+ entities$/u.test(plain)) return { one: plain.replace(/ies$/, 'y'), several: plain };
  const { things = '', who = '', verb = '', rest = '' } = reading.exec(plain)?.groups ?? {};
  const thing = singularOf(things);
  if (thing === undefined) return undefined;
  const about =
    verb === 'are' ? rest.replace(/^([\p{L}-]+)s of /u, (_, role: string) => `${article(role)} ${role} of `) : rest;
  const further = about.replaceAll(/ and (have|are|cite|mention|name) /g, (_, next: string) => ` and ${ofOne[next]} `);
  return { one: `${thing} ${who} ${ofOne[verb]} ${further}`, several: plain };
}

/** `year of the paper “X”`: a property, and whose it is. */
const property = /^(?<head>(?!the |an? )[\p{L}][\p{L} -]*?) of (?<whole>(?:the|both) [^“”]*“[^”]*”)$/u;

/**
 * What opens a sentence that tells a property of one thing: “The year of the paper “X” is ”, “The keywords of … are ”.
 * @returns undefined for a reading of another form, or several values of what is named as one
 */
export function propertyOpening(text: string, values: number): string | undefined {
  const { head = '', whole = '' } = property.exec(tidied(text))?.groups ?? {};
  if (head === '' || / and /.test(head)) return undefined;
  const isMany = head === 'people' || /[^s]s$/.test(head);
  if (values === 1) return `The ${isMany ? (singularOf(head) ?? head) : head} of ${whole} is `;
  return isMany ? `The ${head} of ${whole} are ` : undefined;
}

/** A reading as a sentence has it: `data set entities` for entities that are such, and a role with its article. */
export function tidied(text: string): string {
  return text
    .replace(
      /\bentities that are an? ([\p{L} ]+?) entity(?: and (?=(?:have|are|cite|mention|name) )|$)/u,
      (all, kind: string) => (all.endsWith(' ') ? `${kind} entities that ` : `${kind} entities`),
    )
    .replaceAll(
      /(?<= is )(author|editor|topic|keyword|reference|caption|affiliation)(?= of )/g,
      (role: string) => `${article(role)} ${role}`,
    );
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
