import type { OpenSearchSettings } from './open-search-settings.ts';
import { wordAnalysis } from './word-analysis.ts';

const keyword = { type: 'keyword' };
/** What passages and vectors are filtered by; the units are found, but never sorted or counted. */
const filtered = {
  iri: keyword,
  paper: keyword,
  graph: keyword,
  role: keyword,
  year: { type: 'integer' },
  ordinal: { type: 'integer' },
  unitIris: { type: 'keyword', doc_values: false },
};
const kept = { type: 'keyword', index: false, doc_values: false };

/** An index of passages; what is only given back is not indexed. */
export function passagesBody(settings: OpenSearchSettings): object {
  return {
    settings: { index: general(settings), analysis: wordAnalysis },
    mappings: {
      dynamic: 'strict',
      _source: { excludes: ['words', 'unitIris'] },
      properties: {
        ...filtered,
        title: kept,
        section: kept,
        kind: kept,
        text: kept,
        units: { type: 'object', enabled: false },
        words: { type: 'text', analyzer: 'askg_words', index_options: 'freqs', similarity: 'BM25' },
      },
    },
  };
}

/** An index of vectors of one model: a graph of neighbours by Lucene, without native libraries. */
export function vectorsBody(settings: OpenSearchSettings, dimensions: number): object {
  const method = {
    name: 'hnsw',
    engine: 'lucene',
    space_type: 'cosinesimil',
    parameters: { m: 16, ef_construction: 128 },
  };
  return {
    settings: { index: { ...general(settings), knn: true } },
    mappings: {
      dynamic: 'strict',
      // Numbers as text take four times their place, and nobody reads them again.
      _source: { excludes: ['vector', 'unitIris'] },
      properties: { ...filtered, vector: { type: 'knn_vector', dimension: dimensions, method } },
    },
  };
}

/** The one writer says when readers shall see what it has written. */
function general({ shards, replicas }: OpenSearchSettings): object {
  return {
    number_of_shards: shards,
    ...(replicas === undefined ? { auto_expand_replicas: '0-1' } : { number_of_replicas: replicas }),
    refresh_interval: '-1',
  };
}
