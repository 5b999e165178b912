import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseQuads, type ReadableRdf, serialise } from '@askg/ddm';
import { GraphError } from '../graph-error.ts';
import type { GraphFeed } from './graph-feed.ts';
import { stillFeed } from './still-feed.ts';

const fileName = 'graph.nq';

/** Media types of RDF files by the end of their names. */
const endings: readonly (readonly [RegExp, ReadableRdf])[] = [
  [/\.(?:ttl|turtle)$/iu, 'text/turtle'],
  [/\.nt$/iu, 'application/n-triples'],
  [/\.nq$/iu, 'application/n-quads'],
  [/\.trig$/iu, 'application/trig'],
];

/** @returns undefined for a name that is none of an RDF file */
export function rdfTypeOf(name: string): ReadableRdf | undefined {
  return endings.find(([ending]) => ending.test(name))?.[1];
}

/**
 * Keeps the triples of an RDF text in a folder, as one named graph that an engine can load.
 * @param graph name of the graph
 * @param baseIri what relative IRIs are resolved against
 * @returns how many triples there are
 * @throws DdmError `ddm/malformed-rdf`; GraphError `graph/unloadable-graph` for a text without triples
 */
export async function keepGraph(
  folder: string,
  graph: string,
  texts: readonly { text: string; mediaType: ReadableRdf }[],
  baseIri: string,
): Promise<number> {
  const lines = new Set<string>();
  texts.forEach(({ text, mediaType }, i) => {
    const quads = parseQuads(text, mediaType, baseIri);
    // Blank nodes of two files are different nodes.
    const ntriples = serialise(quads, 'application/n-triples').replaceAll(/_:(\w+)/gu, (whole, label: string) =>
      texts.length > 1 ? `_:f${i}${label}` : whole,
    );
    for (const line of ntriples.split('\n')) {
      if (line !== '') lines.add(`${line.replace(/\s*\.$/u, '')} <${graph}> .\n`);
    }
  });
  if (lines.size === 0) throw new GraphError('graph/unloadable-graph', 'The file holds no triples.');
  await mkdir(folder, { recursive: true });
  const partial = join(folder, `${fileName}.part`);
  await writeFile(partial, [...lines].toSorted().join(''));
  await writeFile(join(folder, 'name.txt'), graph);
  await rename(partial, join(folder, fileName));
  return lines.size;
}

/** The graph that `keepGraph` has put into a folder. @throws GraphError `graph/unloadable-graph` when the folder holds no graph */
export async function openFeed(folder: string): Promise<GraphFeed> {
  try {
    const name = await readFile(join(folder, 'name.txt'), 'utf8');
    const digest = createHash('sha256')
      .update(await readFile(join(folder, fileName)))
      .digest('hex');
    return stillFeed(1, [{ name, digest }], () => readFile(join(folder, fileName), 'utf8'));
  } catch (cause) {
    throw new GraphError('graph/unloadable-graph', `${folder} holds no graph.`, { cause });
  }
}
