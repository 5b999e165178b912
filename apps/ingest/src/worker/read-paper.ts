import type { Document, Timings } from '@askg/contract';
import { type Corpus, CorpusError, documentFacts, type Job, stageKey } from '@askg/corpus';
import { buildDocument, checkDocument, cutSentences, documentToNQuads, enrich } from '@askg/ddm';
import type { FullTextService } from '../grobid/full-text-service.ts';
import { IngestError } from '../ingest-error.ts';
import { pipelineOf } from '../stages.ts';
import { readDraft } from './read-draft.ts';

export type ReadStage = 'reading' | 'enriching' | 'mapping';

export type ReadPaperOptions = {
  /** Called before each stage; what it throws ends the reading, with nothing committed. */
  enter: (stage: ReadStage) => Promise<void>;
  /** Milliseconds of a monotone clock. */
  now: () => number;
  /** Lets a paper come back that was removed. */
  restoreRemoved?: boolean;
  /** Reads PDFs, as far as it can; otherwise the reader of this program does. */
  fullText?: FullTextService;
};

export type ReadPaper = { key: string; title: string; unchanged: boolean; ms: Timings };

/** How often a paper may be told anew what its key is; each time another source of it was committed meanwhile. */
const moves = 5;

/**
 * Takes one queued file all the way into the corpus: read, enrich, check, map, commit.
 * @throws DdmError, CorpusError; IngestError ingest/invalid-document
 */
export async function readPaper(corpus: Corpus, job: Job, options: ReadPaperOptions): Promise<ReadPaper> {
  const ms: Timings = {};
  const timed = async <T>(stage: string, run: () => T | Promise<T>): Promise<T> => {
    const start = options.now();
    const result = await run();
    ms[stage] = Math.round((options.now() - start) * 10) / 10;
    return result;
  };
  await options.enter('reading');
  const { built, ...read } = await timed('read', async () => {
    const { draft, ...rest } = await readDraft(corpus, job, options.fullText);
    return { ...rest, built: buildDocument(draft, { digest: job.source, cutSentences }) };
  });
  await options.enter('enriching');
  const document = await timed('enrich', () => enrich(built));
  await timed('check', () => requireValid(document));
  await options.enter('mapping');
  for (let attempt = 1; ; attempt++) {
    const key = corpus.keyFor(document.identifiers, job.source);
    const nquads = await timed('map', () =>
      documentToNQuads(document, { base: corpus.baseIri, key, stages: read.stages }),
    );
    const graph = await timed('store', () => corpus.writeGraph(nquads));
    try {
      const facts = documentFacts(document);
      const committed = corpus.commitPaper({
        key,
        source: job.source,
        format: document.format,
        pipeline: stageKey(pipelineOf(facts.findings), job.companions),
        graph,
        facts: { ...facts, findings: [...facts.findings, ...read.findings] },
        ms,
      });
      return { key, title: document.title, unchanged: committed.unchanged, ms };
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      const mayAgain =
        (error.code === 'corpus/key-moved' && attempt < moves) ||
        (error.code === 'corpus/removed' && options.restoreRemoved === true && corpus.liftTombstone(key));
      if (!mayAgain) throw error;
    }
  }
}

function requireValid(document: Document): void {
  const [first, ...others] = checkDocument(document);
  if (!first) return;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  throw new IngestError('ingest/invalid-document', `${JSON.stringify(first)}${more}.`);
}
