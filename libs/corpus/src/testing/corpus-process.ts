import { randomBytes } from 'node:crypto';
import { Corpus } from '../corpus.ts';
import { add, clock, openCorpus } from './test-paper.ts';

/**
 * A process of its own that does one thing with a corpus. It says `ready` when it has begun, or how its deed has ended; the
 * listener for its parent's message keeps it alive until then.
 */
const [, , what = '', folder = '', seed = '0'] = process.argv;

process.on('message', () => process.exit(0));
process.on('disconnect', () => process.exit(1));
const deeds: Record<string, () => Promise<void> | void> = {
  hold: () => void Corpus.open(folder),
  'hold-alone': () => void Corpus.open(folder, { exclusive: true }),
  serve: () => void Corpus.open(folder).announceServer('http://localhost:4321/'),
  create: () => {
    try {
      openCorpus(folder, { id: seed });
      process.send?.('created');
    } catch (error) {
      process.send?.((error as { code?: string }).code ?? String(error));
    }
  },
  fill: async () => fill(Corpus.open(folder)),
  'fill-catalog': async () => fillCatalog(Corpus.open(folder)),
  commit: async () => commitForever(Corpus.open(folder, { clock }), Number(seed)),
  gc: async () => {
    for (;;) {
      const corpus = Corpus.open(folder, { exclusive: true, clock });
      for (let n = 0; n < 12; n++) {
        const reading = randomBytes(8).toString('hex');
        await add(corpus, { text: reading, source: `paper ${n}`, pipeline: reading });
      }
      process.send?.('ready');
      corpus.gc();
      corpus.close();
    }
  },
  rebase: async () => {
    const corpus = Corpus.open(folder, { exclusive: true, clock });
    process.send?.('ready');
    for (;;) {
      await corpus.rebase('https://papers.example/');
      await corpus.rebase('http://localhost:3000/id/');
    }
  },
};

/** Commits ever larger papers until it cannot, and says why it ended. */
async function fill(corpus: Corpus): Promise<void> {
  try {
    for (let n = 0; n < 20; n++) {
      await add(corpus, { text: randomBytes(20_000 * n).toString('hex'), source: `source ${n}` });
    }
    process.send?.('never full');
  } catch (error) {
    process.send?.((error as { code?: string }).code ?? String(error));
  }
  corpus.close();
}

/** Lets only the catalog grow, by long identifiers. */
async function fillCatalog(corpus: Corpus): Promise<void> {
  try {
    for (let n = 0; n < 4000; n++) {
      const identifiers = { doi: `10.1/${n}/${randomBytes(2000).toString('hex')}` };
      await add(corpus, { text: 'one', source: 'x', pipeline: `p${n}`, identifiers });
    }
    process.send?.('never full');
  } catch (error) {
    process.send?.((error as { code?: string }).code ?? String(error));
  }
  corpus.close();
}

async function commitForever(corpus: Corpus, first: number): Promise<void> {
  process.send?.('ready');
  for (let n = first; ; n++) {
    const paper = n % 17;
    const doi = `10.1/${paper}`;
    if (n % 11 === 10) {
      if (corpus.paper(doi)?.state === 'committed') await corpus.removePaper(doi);
      continue;
    }
    if (corpus.paper(doi)?.state === 'removed') corpus.liftTombstone(`10.1_${paper}`);
    const cited = [{ id: 'ref1', doi: `10.1/${(n * 7) % 17}` }];
    await add(corpus, { text: `text ${n}`, source: `paper ${paper}`, pipeline: `p${n}`, identifiers: { doi }, cited });
    if (n % 5 === 0) await corpus.updateLinks();
  }
}

await deeds[what]?.();
process.send?.('ready');
