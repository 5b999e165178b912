import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Question } from '@askg/contract';
import { ModelStore, defaultEmbedder, openEmbedder } from '@askg/inference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Retriever } from './retrieve/retriever.ts';
import { demoPapers } from './testing/demo-papers.ts';
import { useLibraries } from './testing/test-library.ts';

const root = join(import.meta.dirname, '..', '..', '..');
// oxlint-disable-next-line node/no-process-env -- Only a test looks for the weights by itself.
const store = new ModelStore(process.env['ASKG_MODELS'] ?? join(root, 'data', 'models'));
const isHere = existsSync(store.path(defaultEmbedder, 'model.onnx'));
const newLibrary = useLibraries();

const papers = ['10.21105_jose.00173', '10.21105_jose.00193', '10.21105_jose.00265'];
const questions = (JSON.parse(readFileSync(join(root, 'demo', 'questions.json'), 'utf8')) as unknown[])
  .map((each) => Question.parse(each))
  .filter(({ id, expect: { sentences = [] } }) => id.startsWith('dev-') && papers.includes(sentences[0]?.paper ?? ''));

// The weights are no part of the checkout: `askg models fetch` brings them.
(isHere ? describe : describe.skip)('retrieval with the default model', () => {
  let embedder: Awaited<ReturnType<typeof openEmbedder>>;
  beforeAll(async () => {
    embedder = await openEmbedder(store);
  });
  afterAll(() => embedder.close());

  it('finds the sentences that answer development questions on the demo papers', async () => {
    const library = newLibrary();
    for (const document of demoPapers()) if (papers.includes(document.key)) await library.addDocument(document);
    const indexer = await library.indexer(embedder);
    await indexer.catchUp();
    await indexer.embedPending();
    const retriever = new Retriever({ index: library.reader(), embedder });
    expect(questions.length).toBeGreaterThan(2);
    for (const { question, expect: wanted } of questions) {
      const { passages, degraded } = await retriever.retrieve(question, { limit: 5 });
      expect(degraded).toEqual([]);
      const texts = passages.map(({ text }) => text).join('\n');
      expect(wanted.sentences?.some(({ text }) => texts.includes(text))).toBe(true);
    }
    // A question in another language is searched too, by meaning.
    const { passages } = await retriever.retrieve('¿Cuántas semanas dura el curso de análisis espacial?', { limit: 3 });
    expect(passages.map(({ paper }) => paper)).toContain('10.21105_jose.00173');
  }, 60_000);
});
