import { splitWords } from '../linking/words.ts';

/** Words by which a term may be called, as stems, with how sure each source is. */
export type TermPhrase = { stems: readonly string[]; source: 'label' | 'name' | 'genus' | 'comment' };

const longestComment = 30;

/**
 * The phrases that name a term: its labels, the last part of its IRI, and the words of its comments one by one:
 * the first that tells something says what kind of thing the term is ("Any ship of the fleet").
 * A label like "depth (mm)" is said without what stands in brackets, and "has part" without the "has".
 */
export function termPhrases(
  {
    iri,
    labels,
    comments,
  }: {
    iri: string;
    labels: readonly string[];
    comments: readonly string[];
  },
  isFiller: (stem: string) => boolean = () => false,
): TermPhrase[] {
  const phrases = new Map<string, TermPhrase>();
  const add = (text: string, source: TermPhrase['source']) => {
    const stems = splitWords(text).map(({ stem }) => stem);
    const key = stems.join(' ');
    if (stems.length > 0 && !phrases.has(key)) phrases.set(key, { stems, source });
  };
  for (const label of labels) {
    add(label, 'label');
    add(withoutBrackets(label), 'label');
    add(withoutVerb(withoutBrackets(label)), 'label');
    for (const [, abbreviation] of label.matchAll(/\(([^)]{2,})\)/gu)) add(abbreviation ?? '', 'label');
  }
  add(withoutVerb(localName(iri)), 'name');
  add(localName(iri), 'name');
  for (const comment of comments) {
    const genus = splitWords(comment).find(({ stem }) => !isFiller(stem));
    if (genus !== undefined) add(genus.text, 'genus');
    for (const { text } of splitWords(comment).slice(0, longestComment)) add(text, 'comment');
  }
  return [...phrases.values()];
}

/** The last part of an IRI as words: "hasProductManager" as "has product manager". */
export function localName(iri: string): string {
  const name = /[^/#]+[/#]?$/u.exec(iri)?.[0]?.replace(/[/#]$/u, '') ?? iri;
  const plain = decoded(name);
  return plain
    .replaceAll(/[_\-.+]+/gu, ' ')
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function withoutBrackets(label: string): string {
  return label.replaceAll(/\s*\([^)]*\)/gu, '').trim();
}

function withoutVerb(label: string): string {
  return label.replace(/^(?:has|is)\s+/iu, '').replace(/\s+(?:of|by|in|for)$/iu, '');
}
