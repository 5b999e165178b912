import { statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { Corpus } from '@askg/corpus';
import { bytes } from '../shell/quantities.ts';
import { withCorpus } from '../shell/with-corpus.ts';
import type { Check } from './check.ts';

/**
 * Bytes of a compressed graph file for one triple of the store (24 for articles of PLOS, 23 for the demo papers), and of an
 * engine process for one triple and for none.
 */
const fileBytesPerTriple = 24;
const engineBytesPerTriple = 610;
const engineBytes = 90 * 1024 ** 2;
/** Above this a SPARQL server of its own serves better than engines that each hold a copy. */
const mostTriples = 5_000_000;

/** Estimates what the engine processes take from the sizes of the graph files. */
export const checkMemory: Check = async (shell) => {
  const { data, engines, sparqlServer } = shell.config;
  // A SPARQL server holds the graph in place of engines.
  if (!Corpus.exists(data) || sparqlServer !== undefined) return [];
  const fileBytes = await withCorpus(shell, {}, (corpus) =>
    corpus.snapshot().graphs.reduce((sum, { digest }) => sum + sizeOf(join(data, 'graphs', `${digest}.nq.gz`)), 0),
  );
  const triples = Math.round(fileBytes / fileBytesPerTriple);
  const need = engines * (engineBytes + triples * engineBytesPerTriple);
  const detail = `${engines} engines with about ${triples} triples take about ${bytes(need)} of ${bytes(totalmem())}`;
  if (triples > mostTriples) {
    const advice =
      'This is more than engines with a copy each are made for: move to a SPARQL server (SPARQL_ENDPOINT).';
    return [{ what: 'Memory', state: 'warning', detail, advice }];
  }
  if (need > totalmem() * 0.7) {
    return [{ what: 'Memory', state: 'warning', detail, advice: 'Lower ASKG_ENGINES, or use a larger machine.' }];
  }
  return [{ what: 'Memory', state: 'ok', detail }];
};

/** A missing file is for `verify` to tell. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
