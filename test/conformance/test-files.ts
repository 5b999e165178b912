import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { parseQuads } from '@askg/ddm';

/** A quad as the project's parser gives it. */
export type ParsedQuad = ReturnType<typeof parseQuads>[number];

/** The first folder of a repository of tests, and the address that its files have as IRIs. */
const addresses: Record<string, string> = {
  sparql: 'https://w3c.github.io/rdf-tests/',
  rdf: 'https://w3c.github.io/rdf-tests/',
  'data-shapes-test-suite': 'https://w3c.github.io/data-shapes/',
};

/** The files of the W3C's test suites, by IRI and by path within their repository. */
export class TestFiles {
  readonly #folders: string[] = [];
  readonly #temporary: string[] = [];

  /** @param sources folders that hold `sparql` or `data-shapes-test-suite`, or archives of them, or folders with archives */
  constructor(sources: readonly string[]) {
    for (const source of sources) {
      if (!existsSync(source)) throw new Error(`There is no ${source}.`);
      const archives = source.endsWith('.tar.gz') ? [source] : archivesIn(source);
      if (archives.length === 0) this.#folders.push(source);
      for (const archive of archives) this.#folders.push(this.#unpack(archive));
    }
  }

  /** Paths of all manifests, sorted. */
  manifests(): string[] {
    const roots = Object.keys(addresses);
    const found = this.#folders.flatMap((folder) =>
      roots.flatMap((root) => globSync(`${root}/**/manifest*.ttl`, { cwd: folder })),
    );
    return found.toSorted();
  }

  iriOf(path: string): string {
    return `${addresses[path.split('/')[0] ?? ''] ?? ''}${path}`;
  }

  pathOf(iri: string): string {
    const address = Object.values(addresses).find((each) => iri.startsWith(each));
    if (address === undefined) throw new Error(`${iri} is not the address of a test file.`);
    return iri.slice(address.length);
  }

  exists(iri: string): boolean {
    return this.#find(iri) !== undefined;
  }

  text(iri: string): string {
    const file = this.#find(iri);
    if (file === undefined) throw new Error(`There is no file ${iri}.`);
    return readFileSync(file, 'utf8');
  }

  /** The triples of a Turtle, N-Triples or RDF/XML file. */
  async quads(iri: string): Promise<ParsedQuad[]> {
    const text = this.text(iri);
    if (iri.endsWith('.nt')) return parseQuads(text, 'application/n-triples');
    if (!iri.endsWith('.rdf')) return parseQuads(text, 'text/turtle', iri);
    const quads: ParsedQuad[] = [];
    const parser = Readable.from([text]).pipe(new RdfXmlParser({ baseIRI: iri }));
    for await (const quad of parser) quads.push(quad as ParsedQuad);
    return quads;
  }

  close(): void {
    for (const folder of this.#temporary) rmSync(folder, { recursive: true });
  }

  #find(iri: string): string | undefined {
    const path = this.pathOf(iri);
    return this.#folders.map((folder) => join(folder, path)).find((file) => existsSync(file));
  }

  #unpack(archive: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'askg-w3c-'));
    this.#temporary.push(folder);
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    return folder;
  }
}

function archivesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => (name.endsWith('.tar.gz') ? [join(folder, name)] : []));
}
