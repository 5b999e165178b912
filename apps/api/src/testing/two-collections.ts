import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { OxigraphPool } from '@askg/graph';
import { defaultEmbedder, ModelStore } from '@askg/inference';
import { GraphFacts } from '@askg/kgqp';
import { openPassageIndex, PassageIndexer } from '@askg/retrieval';
import type { Anonymous } from '../access/anonymous.ts';
import { LocalQuestions } from '../engine/local-questions.ts';
import { startServer } from '../server.ts';
import { addPaper } from './add-paper.ts';
import { sampleDocument } from './sample-document.ts';

/** Stands in the key, the title, the text and the names of the closed paper, and nowhere in the open one. */
export const secret = 'quokka';

const ada = { name: 'Ada Okonkwo-Lindqvist', affiliations: [], role: 'author' as const };

function paper(doi: string, title: string, words: string, more: Partial<Document> = {}): Document {
  const sample = sampleDocument();
  const [section] = sample.sections;
  const text = (id: string, sentence: string) => ({
    id,
    kind: 'text' as const,
    sentences: [{ id: `${id}/t1`, text: sentence, boxes: [], citations: [] }],
  });
  return {
    ...sample,
    key: doi.replace('/', '_'),
    title,
    identifiers: { doi },
    venue: `Journal of ${words}`,
    keywords: [words],
    contributors: [ada],
    abstract: [text('abstract/p1', `We ask how ${words} grow in the shade of tall trees.`)],
    sections: section
      ? [{ ...section, heading: 'Methods', paragraphs: [text('s1/p1', `Trees feed the ${words}.`)], sections: [] }]
      : [],
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    references: [],
    findings: [],
    ...more,
  };
}

/**
 * A server with all its real parts over an open and a closed paper, each in a collection of its own. Both are by one person,
 * and the closed one cites the open one, so that what is derived from both tells of it:
 * the IRI of the person holds the key of the closed paper, as that is the first in order.
 */
export async function startTwoCollections(anonymous: Anonymous) {
  const folder = await mkdtemp(join(tmpdir(), 'askg-access-'));
  const corpus = Corpus.create(join(folder, 'data'), { baseIri: 'http://localhost:3000/id/' });
  const open = await addPaper(corpus, paper('10.1/moss', 'How mosses grow', 'mosses'));
  const closed = await addPaper(
    corpus,
    paper(`10.1/a-${secret}`, `How the ${secret} lives`, secret, {
      contributors: [ada, { name: `Jo ${secret}`, affiliations: [], role: 'author' }],
      references: [{ id: 'ref1', raw: 'How mosses grow', authors: [], doi: '10.1/moss', boxes: [] }],
    }),
    { pmid: '4711' },
  );
  await corpus.updateLinks();
  corpus.collections.add('open', [open]);
  corpus.collections.add('closed', [closed]);
  const indexer = await PassageIndexer.open({ corpus, newId: () => 'index' });
  await indexer.catchUp();
  await indexer.close();
  const now = () => performance.now();
  const log = () => undefined;
  const store = new OxigraphPool({ folder: corpus.folder, feed: corpus, now, engines: 1, deadlineMs: 5000 });
  const questions = new LocalQuestions({
    corpus,
    facts: new GraphFacts({ store, base: corpus.baseIri, now }),
    passages: await openPassageIndex(corpus.folder),
    models: new ModelStore(join(folder, 'models')),
    embedder: { name: defaultEmbedder },
    log,
  });
  const access = { anonymous, proxies: 0, ownerKey: 'the-owner' };
  const server = await startServer({ corpus, store, questions, host: '127.0.0.1', port: 0, log, access });
  await store.start();
  await questions.start();
  return {
    url: server.url,
    corpus,
    open,
    closed,
    async close(): Promise<void> {
      await server.close();
      await questions.close();
      await store.close();
      corpus.close();
      await rm(folder, { recursive: true });
    },
  };
}
