/** What an entry says of the work it describes, besides its year. */
export type EntryFields = {
  authors: string[];
  title?: string;
  container?: string;
  volume?: string;
  issue?: string;
  pages?: string;
};

/** Longer stretches are no list of authors, and no title, but an entry that is built otherwise. In characters. */
const longestAuthors = 1000;
const longestTitle = 400;

const opening = /^(?<authors>[^()]{2,}(?:\([A-Z]{2,12}\))?)\s*\((?:1[5-9]|20)\d\d[a-z]?\)[.,:]?\s+(?<rest>\S.*)$/su;
/** Where to find the work on the web, and all behind it. */
const address = /[\s,.;]*\b(?:Available(?: at| from)?:|https?:\/\/|www\.|doi:).*$/su;
const place =
  /^(?<container>\p{Lu}[^\d]{1,150}?),?\s+(?<volume>\d{1,5})(?:\s?\((?<issue>[^()]{1,20})\))?[,:]\s?(?<pages>[A-Z]{0,2}\d+(?:\s?[-–]\s?[A-Z]{0,2}\d+)?)/u;

/**
 * Reads an entry without markup in the form "Authors (year) Title. Container volume(issue): pages", which most styles
 * with a year behind the names share. Authors are "Family, Given". What does not fit stays untold.
 * @param raw the entry as one text
 */
export function readUnmarkedEntry(raw: string): EntryFields {
  const { authors = '', rest = '' } = opening.exec(raw)?.groups ?? {};
  if (rest === '' || authors.length > longestAuthors) return { authors: [] };
  const names = readNames(authors.trim());
  const title = titleAt(rest.replace(address, '').replace(/(?<![.?!])$/u, '.'));
  if (names === undefined || title === undefined) return { authors: names ?? [] };
  const where = place.exec(rest.slice(title.length).replace(/^[.?!\s]+(?:In:?\s)?/u, ''))?.groups;
  return {
    authors: names,
    title: title.replace(/[.,;]$/u, ''),
    ...(where?.container ? { container: where.container.replace(/[.,]$/u, '') } : {}),
    ...(where?.volume ? { volume: where.volume } : {}),
    ...(where?.issue ? { issue: where.issue } : {}),
    ...(where?.pages ? { pages: where.pages.replaceAll(/\s?[-–]\s?/g, '-') } : {}),
  };
}

/** Up to the first stop that a new part of the entry follows: a capital, an address; not one behind an initial. */
function titleAt(rest: string): string | undefined {
  const title =
    /^[\p{Lu}\p{N}“"‘'].*?(?:[^\s.]{2}[.)”"’]?\.|[?!][”"’]?)(?=\s+(?:[\p{Lu}“"(]|https?:|doi:)|\s*$)/su.exec(rest)?.[0];
  return title !== undefined && title.length <= longestTitle && /\s/u.test(title) ? title : undefined;
}

const suffixed = /^(?<family>\p{L}[\p{L}'’ -]*?) (?<given>\p{Lu}{1,4}(?:-\p{Lu}{1,2})?)(?: (?<suffix>Jr|Sr|II|III))?$/u;
const withStops =
  /(?<family>\p{L}[\p{L}'’ -]*), (?<given>(?:\p{Lu}\p{L}?\.[ -]?)+)(?:, (?:& |and )?|(?: &| and)? |$)/uy;

/** "Doe J, Roe RS, et al." or "Doe, J., & Roe, R. S."; a text without commas is a group; anything else is unclear. */
function readNames(text: string): string[] | undefined {
  if (/\beditors?\b|\beds?\./iu.test(text)) return undefined;
  const list = text.replace(/[,.\s]*\bet al\b[.\s]*$/u, '').replace(/,?\s+(?:and|&)\s+(?=[^,]*$)/u, ', ');
  const people = list.split(/,\s*/u).map((name) => suffixed.exec(name)?.groups);
  if (people.every((person) => person !== undefined)) {
    return people.map(({ family, given, suffix }) => [family, given, suffix].filter(Boolean).join(', '));
  }
  return namesWithStops(text) ?? (/[,;.]/u.test(text) ? undefined : [text]);
}

function namesWithStops(text: string): string[] | undefined {
  const names: string[] = [];
  withStops.lastIndex = 0;
  for (let at = 0; at < text.length; at = withStops.lastIndex) {
    const { family, given } = withStops.exec(text)?.groups ?? {};
    if (family === undefined || given === undefined) return undefined;
    names.push(`${family}, ${given.trim()}`);
  }
  return names;
}
