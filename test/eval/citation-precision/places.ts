import { join } from 'node:path';
import { Corpus } from '@askg/corpus';
import { enrich } from '@askg/ddm';
import { openEmbedder, openModelStore } from '@askg/inference';
import { papersOf } from '../abstention/ask-pairs.ts';
import { openPapers, patience } from '../abstention/open-papers.ts';
import { paper2lkg } from '../abstention/sources/paper2lkg.ts';
import { pubmedqa } from '../abstention/sources/pubmedqa.ts';
import { qasper } from '../abstention/sources/qasper.ts';
import { scifact } from '../abstention/sources/scifact.ts';
import type { Source } from '../abstention/sources/sourced-paper.ts';
import { readPairs } from '../abstention/pair.ts';
import { keyOfPaper, sourceOf } from '../retrieval/collection.ts';
import { KeptEmbedder } from '../retrieval/kept-embedder.ts';
import { addDocument, baseIri } from '../stack/demo-corpus.ts';
import { openStack } from '../stack/open-stack.ts';
import type { Stratum } from './judged-claim.ts';
import type { Place, Quotas } from './place.ts';
import { demoPool, paper2lkgGraphPool, textPool } from './pool.ts';

export type PlaceOptions = {
  /** Folder of the data sets. */
  data: string;
  /** Folder of the models. */
  models: string;
  /** Folder of what is kept between runs. */
  cache: string;
};

const deadlines = { facts: patience, passages: patience, sentences: patience, writing: patience };

/** Where claims are made: which kinds, and how many of a kind are drawn. Each place is to be closed before the next is opened. */
export const places: readonly {
  name: string;
  set: string;
  strata: readonly Stratum[];
  quotas: Quotas;
  open: (options: PlaceOptions) => Promise<Place>;
}[] = [
  { name: 'demo', set: 'demo', strata: ['rows', 'quotes'], quotas: { rows: 34, quotes: 6 }, open: openDemo },
  { name: 'paper2lkg, graph', set: 'paper2lkg', strata: ['rows'], quotas: { rows: 12 }, open: openPaper2lkgGraph },
  ...Object.entries({ qasper, paper2lkg, pubmedqa, scifact }).map(([name, read]) => ({
    name,
    set: name,
    strata: ['quotes', 'model'] as const,
    // What SciFact asks are claims, which are no questions to find an answer to.
    quotas: name === 'scifact' ? {} : { quotes: 10 },
    open: (options: PlaceOptions) => openText(read(options.data), options),
  })),
];

async function openDemo({ models }: PlaceOptions): Promise<Place> {
  const stack = await openStack({ models, deadlines });
  return { ...stack, set: 'demo', pool: demoPool(), keyOf: (paper) => paper };
}

/** The papers of paper2lkg with their graph, for questions that rows answer. */
async function openPaper2lkgGraph({ data, models }: PlaceOptions): Promise<Place> {
  const { papers } = paper2lkg(data);
  const makeCorpus = async (folder: string): Promise<Corpus> => {
    const corpus = Corpus.create(folder, { baseIri });
    for (const { document } of papers) await addDocument(corpus, enrich(document), sourceOf(document));
    await corpus.updateLinks();
    return corpus;
  };
  const stack = await openStack({ models, makeCorpus, deadlines });
  return { ...stack, set: 'paper2lkg', pool: paper2lkgGraphPool(), keyOf: (paper) => paper };
}

/** A set of text, its papers as the abstention pairs ask them. */
async function openText(source: Source, { models, cache }: PlaceOptions): Promise<Place> {
  const pairs = readPairs().filter(({ set, split }) => set === source.name && split === 'development');
  const papers = papersOf(source, pairs);
  const embedder = new KeptEmbedder(await openEmbedder(openModelStore(models)), join(cache, 'vectors'));
  const opened = await openPapers(
    `${source.name}-development`,
    papers.map(({ document }) => document),
    { embedder, folder: join(cache, 'abstention') },
  );
  const keys = new Map(papers.map(({ id, document }) => [id, keyOfPaper(document)]));
  return {
    ...opened,
    set: source.name,
    pool: textPool(source),
    keyOf: (paper) => keys.get(paper) ?? paper,
    close: async () => {
      await opened.close();
      await embedder.close();
    },
  };
}
