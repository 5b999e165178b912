import type { Document, Identifiers } from '@askg/contract';
import { type Corpus, documentFacts } from '@askg/corpus';
import { documentToNQuads } from '@askg/ddm';

/** Takes a document all the way into a corpus, as if a file had been read; a paper that is there is read again. @returns the key of the paper */
export async function addPaper(corpus: Corpus, document: Document, more: Identifiers = {}): Promise<string> {
  const identifiers = { ...document.identifiers, ...more };
  const { digest: source } = corpus.addSource(Buffer.from(JSON.stringify(identifiers)));
  const { format, title } = document;
  const pipeline = `test ${title}`;
  corpus.jobs.enqueue([{ source, path: '/papers/sample.xml', format }], pipeline);
  const key = corpus.keyFor(identifiers, source);
  const graph = await corpus.writeGraph(
    documentToNQuads({ ...document, key, identifiers, digest: source }, { base: corpus.baseIri, key }),
  );
  const facts = { ...documentFacts(document), identifiers };
  corpus.commitPaper({ key, source, format, pipeline, graph, facts, ms: { reading: 1 } });
  return key;
}
