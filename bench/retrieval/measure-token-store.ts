import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type ModelStore, defaultEmbedder, openEmbedder } from '@askg/inference';
import { PassageIndexer } from '@askg/retrieval';
import { makeCorpus } from '../../test/eval/stack/demo-corpus.ts';
import type { Measure } from '../main.ts';
import { round } from '../statistics.ts';
import { folderBytes } from './folder-bytes.ts';

/** The token vectors that the indexer keeps of a folder of papers; nothing where the weights of the default model are not there. */
export async function measureTokenStore(papers: string, models: ModelStore): Promise<Measure[]> {
  if (!existsSync(papers) || !(await models.has(defaultEmbedder))) {
    process.stderr.write('Without the token vectors of the papers: the weights of the default model are not there.\n');
    return [];
  }
  const outer = mkdtempSync(join(tmpdir(), 'askg-tokens-'));
  const embedder = await openEmbedder(models, defaultEmbedder, { threads: availableParallelism() });
  try {
    const corpus = await makeCorpus(join(outer, 'data'), papers);
    const indexer = await PassageIndexer.open({ corpus, embedder, newId: randomUUID });
    await indexer.catchUp();
    const { added } = await indexer.embedPending();
    await indexer.close();
    corpus.close();
    const projections = join(outer, 'data', 'projections');
    const tokens = readdirSync(projections, { recursive: true })
      .map(String)
      .find((name) => basename(name).startsWith('tokens-'));
    const bytes = folderBytes(join(projections, tokens ?? ''));
    return [
      {
        name: 'token vectors of a paper of the demo, mean',
        value: round(bytes / added / 2 ** 20, 2),
        unit: 'MiB',
        bar: round(2e6 / 2 ** 20, 2),
        details: { papers: added },
      },
    ];
  } finally {
    await embedder.close();
    rmSync(outer, { recursive: true, force: true });
  }
}
