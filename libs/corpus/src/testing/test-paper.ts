import type { Finding, Format, Identifiers, StatusNotice } from '@askg/contract';
import { canonicalText, graphIri, paperIri } from '@askg/ddm';
import type { CommitResult } from '../commit/paper-commit.ts';
import { Corpus } from '../corpus.ts';
import type { LocalEntity } from '../links/facts/local-entity.ts';
import { type CitedWork, type LinkingFacts, linkingVersion, type NamedPerson } from '../links/facts/linking-facts.ts';

export const base = 'http://localhost:3000/id/';
export const clock = (): Date => new Date('2025-01-02T03:04:05.000Z');

/** What a test says of a paper; the text makes its graph. */
export type TestPaper = {
  text: string;
  identifiers?: Identifiers;
  format?: Format;
  /** Bytes of the source, where they shall not follow from the text and format. */
  source?: string;
  pipeline?: string;
  cited?: (Partial<CitedWork> & { id: string })[];
  people?: (Partial<NamedPerson> & { name: string })[];
  entities?: (Partial<LocalEntity> & { label: string })[];
  year?: number;
  findings?: Finding[];
  notices?: StatusNotice[];
};

export type Committed = CommitResult & { key: string; source: string; graph: string };

export function openCorpus(folder: string, options: { baseIri?: string; id?: string } = {}): Corpus {
  return Corpus.create(folder, { baseIri: base, clock, ...options });
}

/** A small graph that holds this text. */
export function graphOf(key: string, text: string, at = base): string {
  const paper = paperIri(at, key);
  const end = ` <${graphIri(at, key)}> .`;
  return canonicalText([
    `<${paper}> <http://purl.org/dc/terms/title> ${JSON.stringify(text)}${end}`,
    `<${paper}> <http://purl.org/dc/terms/hasPart> <${paper}/s1>${end}`,
    `<${paper}> <http://purl.org/dc/terms/relation> <https://example.org/${key}>${end}`,
  ]);
}

/** Stores and queues the source, as the reading of a paper begins. */
export function queue(corpus: Corpus, paper: TestPaper): string {
  const format = paper.format ?? 'jats';
  const { digest } = corpus.addSource(Buffer.from(paper.source ?? `${format} ${paper.text}`));
  corpus.jobs.enqueue([{ source: digest, path: `/papers/${digest}`, format }], paper.pipeline ?? 'p1');
  return digest;
}

/** Takes a paper all the way into the corpus. */
export async function add(corpus: Corpus, paper: TestPaper): Promise<Committed> {
  const source = queue(corpus, paper);
  const identifiers = paper.identifiers ?? {};
  const key = corpus.keyFor(identifiers, source);
  const graph = await corpus.writeGraph(graphOf(key, paper.text, corpus.baseIri));
  const result = corpus.commitPaper({
    key,
    source,
    format: paper.format ?? 'jats',
    pipeline: paper.pipeline ?? 'p1',
    graph,
    facts: {
      title: paper.text,
      identifiers,
      findings: paper.findings ?? [],
      ...(paper.notices ? { notices: paper.notices } : {}),
      linking: linkingOf(paper),
    },
    ms: { read: 1 },
  });
  return { ...result, key, source, graph };
}

/** The facts of a paper that says no more than this. */
export function linkingOf({ text, cited = [], people = [], entities = [], year }: TestPaper): LinkingFacts {
  return {
    version: linkingVersion,
    title: text,
    ...(year === undefined ? {} : { year }),
    keywords: [],
    people: people.map((person, i) => ({ id: `person${i + 1}`, affiliations: [], role: 'author', ...person })),
    references: cited.map((reference) => ({ authors: [], ...reference })),
    entities: entities.map((entity, i) => ({ id: `ent${i + 1}`, type: 'method', otherLabels: [], ...entity })),
  };
}
