import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { buildDocument } from '../document/build-document.ts';
import { paperKey } from '../document/paper-key.ts';
import { cutSentences } from '../enrich/sentences/cut-sentences.ts';
import { readJats } from '../read/jats/read-jats.ts';
import { checkDocument } from '../validate/check-document.ts';
import { validateShacl } from '../validate/validate-shacl.ts';
import { documentToNQuads } from './document-to-quads.ts';
import { leanNQuads } from './lean.ts';
import { quadsToDocument } from './quads-to-document.ts';

const base = 'http://localhost:3000/id/';
const folder = join(import.meta.dirname, '..', '..', '..', '..', 'demo', 'papers');
const papers = readdirSync(folder)
  .filter((name) => name.endsWith('.jats.xml'))
  .map((name): [string, Document & { key: string }] => {
    const bytes = readFileSync(join(folder, name));
    const digest = createHash('sha256').update(bytes).digest('hex');
    const document = buildDocument(readJats(bytes), { digest, cutSentences });
    return [name, { ...document, key: paperKey(document.identifiers, digest) }];
  });

describe('A paper of the demo', () => {
  it.each(papers)('%s is valid, and comes back from its graph exactly', (_, document) => {
    expect(checkDocument(document)).toEqual([]);
    const nquads = documentToNQuads(document, { base, key: document.key });
    expect(quadsToDocument(nquads, { base })).toEqual(document);
  });

  it.each(papers.slice(0, 3))('%s has a graph that conforms to the shapes', async (_, document) => {
    expect(await validateShacl(documentToNQuads(document, { base, key: document.key }))).toEqual([]);
  });

  it('takes at most ten statements of the store a sentence, over all of these short papers', () => {
    const stores = papers.map(([, document]) => leanNQuads(documentToNQuads(document, { base, key: document.key })));
    const lines = stores.flatMap((store) => store.trimEnd().split('\n'));
    const sentences = lines.filter((line) => line.includes('ddm#Sentence> <'));
    expect(lines.length / sentences.length).toBeLessThan(10);
  });
});
