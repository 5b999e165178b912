import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '@askg/corpus';

/** One digest of all that must not change: the files of sources and graphs, and what the catalog says of them. */
export function stateDigest(corpus: Corpus): string {
  const hash = createHash('sha256');
  for (const folder of ['sources', 'graphs']) {
    for (const name of readdirSync(join(corpus.folder, folder)).toSorted()) {
      hash.update(`${folder}/${name}\n`).update(readFileSync(join(corpus.folder, folder, name)));
    }
  }
  const { collections, keys } = corpus;
  hash.update(JSON.stringify([corpus.snapshot(), corpus.papers(), collections.list(), keys.list()]));
  return hash.digest('hex');
}
