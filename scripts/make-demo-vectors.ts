/**
 * `node --conditions=source scripts/make-demo-vectors.ts`: embeds the passages of the demo papers with the default model, which
 * is looked for in ASKG_MODELS, or else in `data/models`, and keeps their vectors in `demo/vectors.bin`, so that the first start
 * does not wait for them. To be run again when the reading of the papers or the cut of passages changes.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDocument, cutSentences, enrich, readSource } from '@askg/ddm';
import { ModelStore, openEmbedder } from '@askg/inference';
import { VectorFile, cacheKey, passagesOf, searchableText } from '@askg/retrieval';

const root = join(import.meta.dirname, '..');
export const vectorsFile = join(root, 'demo', 'vectors.bin');

/** What is embedded of the papers that `npm start` loads, in the order of the files. */
export async function demoTexts(): Promise<string[]> {
  const folder = join(root, 'demo', 'papers');
  const texts: string[] = [];
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.jats.xml')) continue;
    const bytes = readFileSync(join(folder, name));
    const digest = createHash('sha256').update(bytes).digest('hex');
    const draft = await readSource(bytes, { fileName: name });
    const document = enrich(buildDocument(draft, { digest, cutSentences }));
    // Neither the key nor the base is part of the text.
    const passages = passagesOf(document, { base: 'http://localhost:3000/id/', key: digest, graphDigest: digest });
    texts.push(...passages.map(searchableText));
  }
  return [...new Set(texts)];
}

if (import.meta.main) {
  const embedder = await openEmbedder(new ModelStore(process.env['ASKG_MODELS'] ?? join(root, 'data', 'models')));
  const { model } = embedder;
  const texts = await demoTexts();
  const vectors = new Map<string, Float32Array>();
  for (const [i, text] of texts.entries()) {
    const [vector] = await embedder.embed('passage', [text]);
    if (vector) vectors.set(cacheKey(model, text), vector);
    if (i % 50 === 0) process.stderr.write(`${i} of ${texts.length}\r`);
  }
  await embedder.close();
  const bytes = VectorFile.encode(vectors, model.dimensions);
  writeFileSync(vectorsFile, bytes);
  process.stdout.write(`${vectors.size} vectors of ${model.name}, ${bytes.length} bytes, in ${vectorsFile}\n`);
}
