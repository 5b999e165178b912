import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Corpus, documentFacts } from '@askg/corpus';
import { buildDocument, cutSentences, documentToNQuads, enrich, readJats } from '@askg/ddm';
import { OxigraphPool } from '@askg/graph';

const demo = new URL('../../../../demo/papers/', import.meta.url);
const base = 'http://localhost:3000/id/';

export type DemoGraph = { store: OxigraphPool; corpus: Corpus; base: string; close: () => Promise<void> };

/** The papers of the demo in a corpus of their own, with an engine that answers SPARQL over them. */
export async function openDemoGraph(): Promise<DemoGraph> {
  const folder = mkdtempSync(join(tmpdir(), 'askg-facts-'));
  const corpus = Corpus.create(join(folder, 'corpus'), { baseIri: base });
  for (const name of readdirSync(demo)
    .filter((file) => file.endsWith('.jats.xml'))
    .toSorted()) {
    await addPaper(corpus, name);
  }
  await corpus.updateLinks();
  const store = new OxigraphPool({
    folder: join(folder, 'corpus'),
    feed: corpus,
    now: () => performance.now(),
    engines: 1,
  });
  await store.start();
  return {
    store,
    corpus,
    base,
    close: async () => {
      await store.close();
      corpus.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addPaper(corpus: Corpus, name: string): Promise<void> {
  const bytes = readFileSync(new URL(name, demo));
  const digest = createHash('sha256').update(bytes).digest('hex');
  const { digest: source } = corpus.addSource(bytes);
  corpus.jobs.enqueue([{ source, path: `/papers/${name}`, format: 'jats' }], 'test');
  const document = enrich(buildDocument(readJats(bytes), { digest, cutSentences }));
  const key = corpus.keyFor(document.identifiers, source);
  const graph = await corpus.writeGraph(documentToNQuads(document, { base, key }));
  corpus.commitPaper({
    key,
    source,
    format: 'jats',
    pipeline: 'test',
    graph,
    facts: documentFacts(document),
    ms: {},
  });
}
