import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Mention } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { buildDocument } from '../document/build-document.ts';
import { findAbbreviations } from '../enrich/abbreviations/find-abbreviations.ts';
import { tagEntities } from '../enrich/entities/tag-entities.ts';
import { cutSentences } from '../enrich/sentences/cut-sentences.ts';
import { readJats } from '../read/jats/read-jats.ts';
import { validateShacl } from '../validate/validate-shacl.ts';
import { documentToNQuads } from './document-to-quads.ts';
import { keptEntities } from './kept-entities.ts';
import { leanNQuads } from './lean.ts';
import { quadsToDocument } from './quads-to-document.ts';
import { ddm } from './terms.ts';

const options = { base: 'https://example.org/id/', key: '10.1_x' };
const file = join(import.meta.dirname, '..', '..', '..', '..', 'demo', 'papers', 'jose.00206.jats.xml');
const read = buildDocument(readJats(readFileSync(file)), { digest: '0'.repeat(64), cutSentences });
const tagged = tagEntities(findAbbreviations(read));

/** A paper whose sentences mention these things. */
function mentioning(sentences: Partial<Mention>[][]): Document {
  const mention = { start: 0, end: 4, type: 'method', label: 'x', score: 0.9 } as const;
  return {
    ...read,
    abstract: [],
    figures: [],
    tables: [],
    footnotes: [],
    sections: [
      {
        id: 's1',
        heading: '',
        depth: 1,
        role: 'method',
        sections: [],
        paragraphs: [
          {
            id: 's1/p1',
            kind: 'text',
            sentences: sentences.map((mentions, i) => ({
              id: `s1/p1/t${i + 1}`,
              text: 'Text of a sentence.',
              boxes: [],
              citations: [],
              mentions: mentions.map((given) => ({ ...mention, ...given })),
            })),
          },
        ],
      },
    ],
  };
}

describe('Entities of a graph', () => {
  it('are what the paper names often and surely, numbered as they are first met', () => {
    const often = Array.from({ length: 4 }, () => [{ label: 'often' }]);
    const seldom = Array.from({ length: 8 }, (_, i) => [{ label: `seldom ${i}`, score: 0.3 }]);
    const kept = [...keptEntities(mentioning([...seldom, ...often, [{ label: 'own', type: 'solution' }]])).values()];
    expect(kept.map(({ label }) => label)).toEqual(expect.arrayContaining(['often', 'own']));
    expect(kept.map(({ id }) => id)).toEqual(kept.map((_, i) => `ent${i + 1}`));
    expect(kept.length).toBeLessThan(10);
  });

  it('know the abbreviation of their label', () => {
    const document = mentioning([[{ label: 'support vector machine' }]]);
    const abbreviations = [{ short: 'SVM', long: 'support vector machine', sentence: 's1/p1/t1' }];
    expect([...keptEntities({ ...document, abbreviations }).values()]).toEqual([
      { id: 'ent1', type: 'method', label: 'support vector machine', otherLabels: ['SVM'] },
    ]);
  });
});

describe('A paper with mentions', () => {
  const nquads = documentToNQuads(tagged, options);

  it('comes back from its graph exactly, with those in passing in their places', () => {
    expect(nquads).toContain(ddm.passingMentions);
    expect(nquads).toContain(ddm.hasMention);
    expect(quadsToDocument(nquads, options)).toEqual({ ...tagged, key: options.key });
  });

  it('has a graph that conforms to the shapes', async () => {
    expect(await validateShacl(nquads)).toEqual([]);
  });

  it('costs the store 30 statements at most, and 6 for every hundred sentences', () => {
    const count = (text: string): number => leanNQuads(text).split('\n').length;
    const sentences = nquads.split(`> <${ddm.Sentence}> `).length - 1;
    const plain = documentToNQuads(findAbbreviations(read), options);
    expect(count(nquads) - count(plain)).toBeGreaterThan(10);
    expect(count(nquads) - count(plain)).toBeLessThanOrEqual(30 + 0.06 * sentences);
  });
});
