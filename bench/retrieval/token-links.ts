import { linkSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PassageStore } from '@askg/retrieval';
import { model, tokensOf } from './synthetic-embedder.ts';
import { digestOf, passagesPerPaper } from './synthetic-passages.ts';
import type { SyntheticVectors } from './synthetic-vectors.ts';

/** Papers whose token vectors are written; those of the others are the same files by other names. */
const written = 40;
const passagesPerFile = 32;
const tokensPerPassage = 180;

/**
 * Gives every passage token vectors: a hundred thousand would take 3.5 GB, so papers share the files of forty. Reading them is
 * the same work, from files that the system has in memory. @returns bytes a paper
 */
export async function linkTokenFiles(
  store: PassageStore,
  folder: string,
  vectors: SyntheticVectors,
  passages: number,
): Promise<number> {
  const papers = Math.ceil(passages / passagesPerPaper);
  const files = store.tokens(model);
  for (let paper = 0; paper < Math.min(written, papers); paper++) {
    for (let part = 0; part * passagesPerFile < passagesPerPaper; part++) {
      const count = Math.min(passagesPerFile, passagesPerPaper - part * passagesPerFile);
      const tokens = Array.from({ length: count }, (_, i) =>
        tokensOf(vectors, paper * passagesPerPaper + part * passagesPerFile + i, tokensPerPassage),
      );
      await files.write(digestOf(paper * passagesPerPaper), part, tokens);
    }
  }
  const index = join(folder, 'projections', `passages-${store.instance}`);
  const inside = join(index, readdirSync(index).find((name) => name.startsWith('tokens-')) ?? '');
  const names = readdirSync(inside);
  for (let paper = written; paper < papers; paper++) {
    const from = digestOf((paper % written) * passagesPerPaper);
    for (const name of names.filter((each) => each.startsWith(from))) {
      linkSync(join(inside, name), join(inside, name.replace(from, digestOf(paper * passagesPerPaper))));
    }
  }
  const bytes = names.reduce((sum, name) => sum + statSync(join(inside, name)).size, 0);
  return bytes / Math.min(written, papers);
}
