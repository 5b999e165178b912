import type { Answer, Citation, Document, PublicationStatus } from '@askg/contract';
import { quadsToDocument } from '@askg/ddm';
import type { Corpus } from '../../corpus.ts';
import { CorpusError } from '../../corpus-error.ts';
import type { RecordedPaper } from '../records/csl-item.ts';

/** An answer with what is told of it elsewhere: where it stands, when it was given, and the papers that it cites. */
export type ExportedAnswer = {
  answer: Answer;
  iri: string;
  base: string;
  /** ISO 8601 in UTC. */
  at?: string;
  /** In the order in which they are first cited; one that was removed is not among them. */
  papers: RecordedPaper[];
  /** The papers that are not in good standing now, by their keys. */
  statuses?: ReadonlyMap<string, PublicationStatus>;
};

/** Reads the papers that an answer cites, each in the version cited, or as it stands where that is gone. */
export async function exportedAnswer(corpus: Corpus, answer: Answer): Promise<ExportedAnswer> {
  const at = corpus.answers.givenAt(answer.id);
  const papers: RecordedPaper[] = [];
  for (const { paper: key, graphDigest } of firstCitations(answer)) {
    const paper = corpus.paper(key);
    if (paper?.graphDigest === undefined) continue;
    const document = (await documentOf(corpus, graphDigest)) ?? (await documentOf(corpus, paper.graphDigest));
    if (document) papers.push({ key, document });
  }
  const base = corpus.baseIri;
  const statuses = statusesNow(corpus, answer);
  return { answer, iri: answerIri(base, answer.id), base, papers, statuses, ...(at === undefined ? {} : { at }) };
}

/** What has become by now of the papers that an answer quotes or compares: those that are not in good standing, by their keys. */
export function statusesNow(
  { statuses }: Pick<Corpus, 'statuses'>,
  answer: Pick<Answer, 'claims' | 'nearest' | 'table'>,
): Map<string, PublicationStatus> {
  const keys = new Set(
    [...citationsOf(answer), ...answer.nearest, ...(answer.table?.rows ?? [])].map(({ paper }) => paper),
  );
  return new Map(
    [...keys].flatMap((key) => {
      const status = statuses.of(key);
      return status === undefined ? [] : [[key, status] as const];
    }),
  );
}

/** The permanent address of an answer, on the server of the corpus. */
export function answerIri(base: string, id: string): string {
  return new URL(`/a/${encodeURIComponent(id)}`, base).href;
}

/** Every quote that the claims rest on, by its number; the nearest ones where there are none. */
export function citationsOf({ claims, nearest }: Pick<Answer, 'claims' | 'nearest'>): Citation[] {
  const cited = claims.flatMap(({ citations, rows }) => [...citations, ...rows.flatMap(({ sources }) => sources)]);
  const all = cited.length > 0 ? cited : nearest;
  return [...new Map(all.map((citation) => [citation.n, citation])).values()].toSorted((a, b) => a.n - b.n);
}

function firstCitations(answer: Answer): Citation[] {
  const byPaper = new Map(
    citationsOf(answer)
      .toReversed()
      .map((citation) => [citation.paper, citation]),
  );
  return [...byPaper.values()].toReversed();
}

async function documentOf(corpus: Corpus, digest: string): Promise<Document | undefined> {
  try {
    return quadsToDocument(await corpus.readGraph(digest), { base: corpus.baseIri });
  } catch (error) {
    if (error instanceof CorpusError && error.code === 'corpus/missing-graph') return undefined;
    throw error;
  }
}
