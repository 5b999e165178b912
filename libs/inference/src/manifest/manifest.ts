import { readFileSync } from 'node:fs';
import { Manifest } from './model-entry.ts';

/** The models askg knows, from `models.json` beside the sources. Throws when that file is not of the form agreed. */
export const manifest: Manifest = Manifest.parse(
  JSON.parse(readFileSync(new URL('../../models.json', import.meta.url), 'utf8')),
);

/** The embedder used where none is named. */
export const defaultEmbedder: string = manifest.defaults.embedder;

/** The pair scorer used where none is named. */
export const defaultPairScorer: string = manifest.defaults.pairScorer;
