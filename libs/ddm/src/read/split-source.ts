import type { Format } from '@askg/contract';
import { detectFormat } from './detect-format.ts';
import { inflate, isGzip } from './gzip/inflate.ts';
import type { SourcePart } from './source-part.ts';
import { looksLikeSet, splitSet } from './xml/split-set.ts';

/** Most bytes that a compressed file may hold. */
const mostInflated = 64 * 1024 * 1024;

/** Whether a file may hold several papers: a graph, or what looks like a set of articles in XML. */
export function mayHoldSeveral(bytes: Uint8Array, format: Format): boolean {
  return format === 'ddm-turtle' || ((format === 'jats' || format === 'tei') && looksLikeSet(bytes));
}

/**
 * The papers of a source that holds several, in order of their names; nothing where it holds one or none, and is to be read
 * as it is. A part's bytes are the same whenever the source says the same of its paper.
 * @throws DdmError `ddm/too-large`, `ddm/malformed-gzip`, and what the format's parser throws
 */
export async function splitSource(
  bytes: Uint8Array,
  options: { as?: Format; fileName?: string } = {},
): Promise<SourcePart[]> {
  const format = options.as ?? detectFormat(bytes, options.fileName);
  if (format === undefined || !mayHoldSeveral(bytes, format)) return [];
  const content = isGzip(bytes) ? inflate(bytes, mostInflated) : bytes;
  if (format !== 'ddm-turtle') return splitSet(content);
  const { splitPapers } = await import('./turtle/split-papers.ts');
  return splitPapers(content);
}
