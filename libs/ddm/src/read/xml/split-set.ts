import { contentHead } from '../gzip/inflate.ts';
import type { SourcePart } from '../source-part.ts';
import { decodeXml } from './decode.ts';
import { parseXml } from './parse.ts';

/** The sets that papers come in, and what their papers are called there. */
const papersOf: Readonly<Record<string, string>> = {
  'pmc-articleset': 'article',
  pmcarticleset: 'article',
  teicorpus: 'TEI',
};

/** Whether a file looks like a set of papers: one of articles, as PubMed Central's services give them, or a TEI corpus. */
export function looksLikeSet(bytes: Uint8Array): boolean {
  return /<(?:[\w.-]+:)?(?:pmc-?articleset|teiCorpus)[\s>]/i.test(new TextDecoder().decode(contentHead(bytes)));
}

/**
 * Divides a set of several papers into sets of one, which are read like the paper by itself: what stands before the set
 * and its start tag, which may declare names, come with each. Nothing where there is one paper or none. The parts are in
 * UTF-8, whatever the set was in.
 * @throws DdmError as `parseXml` does
 */
export function splitSet(bytes: Uint8Array): SourcePart[] {
  const ends: number[] = [];
  const children: { name: string; from: number; to: number }[] = [];
  const root = parseXml(bytes, undefined, {
    root: (end) => void ends.push(end),
    child: ({ name }, end) => {
      children.push({ name, from: ends.at(-1) ?? end, to: end });
      ends.push(end);
    },
  });
  // The names of TEI's elements are canonical with their namespace.
  const localName = (name: string): string => name.replace(/^(?:\{.*\}|[a-z]+:)/, '');
  const wanted = papersOf[localName(root.name).toLowerCase()];
  const papers = children.filter(({ name }) => localName(name) === wanted);
  if (papers.length < 2) return [];
  const text = decodeXml(bytes);
  const head = text.slice(0, ends[0]).replace(/^\ufeff?<\?xml[^>]*\?>/, '');
  const [, tag = ''] = /<([^\s<>/]+)[^<>]*>$/.exec(head) ?? [];
  return papers.map(({ from, to }, i) => ({
    name: `${wanted}-${i + 1}`,
    bytes: Buffer.from(`${head}${text.slice(from, to)}</${tag}>`),
  }));
}
