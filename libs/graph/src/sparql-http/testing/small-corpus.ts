import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { Corpus, documentFacts } from '@askg/corpus';
import { graphIri, paperIri } from '@askg/ddm';

export const base = 'http://localhost:3000/id/';
export const titleOf = 'http://purl.org/dc/terms/title';

/** A real corpus in a temporary folder, whose papers say no more than a title. */
export class SmallCorpus {
  corpus: Corpus;
  readonly folder: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'askg-graph-'));
    this.corpus = Corpus.create(join(this.folder, 'data'), { baseIri: base });
  }

  /** Adds a paper, or another version of it. @returns the name of its graph */
  async add(name: string, title = name): Promise<string> {
    const { corpus } = this;
    const key = `10.1_${name}`;
    const { digest } = corpus.addSource(Buffer.from(name));
    corpus.jobs.enqueue([{ source: digest, path: `/papers/${name}`, format: 'jats' }], title);
    const graphName = graphIri(base, key);
    const graph = await corpus.writeGraph(
      `<${paperIri(base, key)}> <${titleOf}> ${JSON.stringify(title)} <${graphName}> .\n`,
    );
    const facts = documentFacts(documentOf(title, digest, `10.1/${name}`));
    corpus.commitPaper({ key, source: digest, format: 'jats', pipeline: title, graph, facts, ms: {} });
    return graphName;
  }

  async remove(name: string): Promise<void> {
    await this.corpus.removePaper(`10.1_${name}`);
  }

  async rebase(to: string): Promise<void> {
    const { folder } = this.corpus;
    this.corpus.close();
    this.corpus = Corpus.open(folder, { exclusive: true });
    await this.corpus.rebase(to);
  }

  close(): void {
    this.corpus.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function documentOf(title: string, digest: string, doi: string): Document {
  return {
    schema: 'askg.document/1',
    format: 'jats',
    digest,
    title,
    identifiers: { doi },
    abstract: [],
    keywords: [],
    contributors: [],
    sections: [],
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    references: [],
    findings: [],
  };
}
