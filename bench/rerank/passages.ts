import type { Passage } from '@askg/retrieval';
import { jatsFiles } from '../jats-files.ts';

/** Words of running text that make about as many tokens, in English papers. */
const wordsPerToken = 0.7;

/** Passages of about so many tokens, cut from the running text of papers. */
export async function cutPassages(folder: string, count: number, tokens: number): Promise<Passage[]> {
  const size = Math.round(tokens * wordsPerToken);
  const words = (await jatsFiles(folder)).flatMap(({ bytes }) => textOf(bytes.toString('utf8')).split(/\s+/u));
  return Array.from({ length: count }, (_, i) => ({
    iri: `http://localhost:3000/id/paper/bench/p${i + 1}`,
    paper: 'bench',
    title: '',
    kind: 'text',
    role: 'other',
    ordinal: i,
    graphDigest: '0'.repeat(64),
    text: words.slice(i * size, (i + 1) * size).join(' '),
    units: [],
  }));
}

function textOf(xml: string): string {
  const body = /<body[^>]*>([^]*)<\/body>/.exec(xml)?.[1] ?? '';
  return body.replaceAll(/<[^>]+>/g, ' ').trim();
}
