import { DdmError } from '../../ddm-error.ts';
import { parseQuads } from '../../rdf/parse-quads.ts';
import { decodeText } from '../markdown/decode-text.ts';
import { TripleGraph } from './triple-graph.ts';

/** The largest text that is parsed, in bytes: some 400,000 triples, a few seconds, and half of what a worker may take. */
const largest = 48 * 1024 * 1024;
/** Relative IRIs are rare in published graphs; they must not lead anywhere. */
const nowhere = 'http://relative.invalid/';

/**
 * Parses Turtle, N-Triples or N-Quads; names of graphs are left out.
 * @throws DdmError `ddm/too-large`, `ddm/malformed-text`, `ddm/malformed-rdf`
 */
export function parseGraph(bytes: Uint8Array): TripleGraph {
  const text = decodeText(bytes, largest).replace(/^\ufeff/, '');
  try {
    return new TripleGraph(parseQuads(text, isQuads(text) ? 'application/n-quads' : 'text/turtle', nowhere));
  } catch (error) {
    if (error instanceof DdmError) throw error;
    // The parser's own checks of escapes and IRIs throw errors of their own.
    throw new DdmError('ddm/malformed-rdf', error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Whether the first statement has a line and four terms. */
function isQuads(text: string): boolean {
  return /^(?:\s*#.*\n|\s)*<[^<>\s]*> <[^<>\s]*> (?:<[^<>\s]*>|".*"\S*) <[^<>\s]*> \.\s*$/m.test(
    text
      .slice(0, 64 * 1024)
      .split('\n')
      .find((line) => line.trim() !== '' && !line.trimStart().startsWith('#')) ?? '',
  );
}
