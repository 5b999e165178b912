import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Document } from '@askg/contract';
import { Corpus, documentFacts } from '@askg/corpus';
import { documentToNQuads, parseQuads } from '@askg/ddm';
import { run, type Ran } from '../testing/run.ts';

const example = new URL('../../../../docs/examples/document.json', import.meta.url);
const doi = '10.1234/x_&y';
const bytes = Buffer.from('<article>the file that was read</article>');

let folder: string;
let nquads: string;
const exported = (...words: string[]): Promise<Ran> => run(['export', ...words], { ASKG_DATA: join(folder, 'data') });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'askg-export-'));
  const corpus = Corpus.create(join(folder, 'data'), { baseIri: 'https://papers.example/id/' });
  const { digest } = corpus.addSource(bytes);
  const document: Document = {
    ...Document.parse(JSON.parse(readFileSync(example, 'utf8'))),
    format: 'jats',
    digest,
    title: 'Growth of 50% & more {in} Trees',
    identifiers: { doi },
    venue: 'Journal of Trees',
    date: { year: 2024, month: 5 },
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    contributors: [
      {
        name: 'Ann Oak',
        given: 'Ann',
        family: 'Oak',
        orcid: '0000-0002-1825-0097',
        affiliations: ['A'],
        role: 'author',
      },
      { name: 'The Forest Group', affiliations: ['A', 'B'], role: 'author' },
      { name: 'Ed Elm', given: 'Ed', family: 'Elm', affiliations: [], role: 'editor' },
    ],
  };
  corpus.jobs.enqueue([{ source: digest, path: '/papers/one.xml', format: 'jats' }], 'test');
  const key = corpus.keyFor({ doi }, digest);
  nquads = documentToNQuads(document, { base: corpus.baseIri, key });
  const graph = await corpus.writeGraph(nquads);
  corpus.commitPaper({
    key,
    source: digest,
    format: 'jats',
    pipeline: 'test',
    graph,
    facts: documentFacts(document),
    ms: {},
  });
  corpus.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

type Entity = { '@id': string; '@type': string; [property: string]: unknown };

/** Every reference in a value. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('@id' in value && Object.keys(value).length === 1) return [String(value['@id'])];
  return Object.values(value).flatMap(referencesIn);
}

describe('askg export', () => {
  it('gives the graph as it is stored, and the same in Turtle', async () => {
    expect((await exported(doi, '--format', 'nquads')).out).toBe(nquads);
    const { out } = await exported(doi, '--format', 'turtle');
    expect(parseQuads(out, 'text/turtle')).toHaveLength(nquads.trimEnd().split('\n').length);
  });

  it('gives a tree and a text of the paper', async () => {
    const tree = JSON.parse((await exported(doi, '--format', 'jsonld')).out) as { '@graph': { id: string }[] };
    expect(tree['@graph'][0]?.id).toMatch(/^https:\/\/papers\.example\/id\/paper\/10\.1234/);
    expect((await exported(doi, '--format', 'markdown')).out).toMatch(/^# Growth of 50% & more \{in\} Trees\n/);
  });

  it('gives records that other programs cite the paper by', async () => {
    const [item] = JSON.parse((await exported(doi, '--format', 'csl')).out) as [Record<string, unknown>];
    expect(item).toMatchObject({
      type: 'article-journal',
      author: [{ family: 'Oak', given: 'Ann' }, { literal: 'The Forest Group' }],
      editor: [{ family: 'Elm', given: 'Ed' }],
      issued: { 'date-parts': [[2024, 5]] },
      DOI: doi,
    });
    const { out: ris } = await exported(doi, '--format', 'ris');
    expect(ris).toMatch(/^TY {2}- JOUR\r\n/);
    expect(ris).toContain(
      'AU  - Oak, Ann\r\nAU  - The Forest Group\r\nED  - Elm, Ed\r\nPY  - 2024\r\nDA  - 2024/05//\r\n',
    );
    expect(ris).toMatch(/\r\nER {2}- \r\n$/);
    const { out: bibtex } = await exported(doi, '--format', 'bibtex');
    expect(bibtex).toContain('title = {{Growth of 50\\% \\& more \\{in\\} Trees}}');
    expect(bibtex).toContain('author = {Oak, Ann and {The Forest Group}}');
    expect(bibtex).toContain('month = may,\n  doi = {10.1234/x_&y}');
  });

  it('writes an RO-Crate whose metadata is true and holds together', async () => {
    const crate = join(folder, 'crate');
    const { code, out } = await exported(doi, '--format', 'ro-crate', '--out', crate);
    expect([code, out.trim().split('\n').toSorted()]).toEqual([0, readdirSync(crate).toSorted()]);
    const text = readFileSync(join(crate, 'ro-crate-metadata.json'), 'utf8');
    const { '@graph': graph } = JSON.parse(text) as { '@graph': Entity[] };
    const entities = new Map(graph.map((each) => [each['@id'], each]));
    expect(entities.size).toBe(graph.length);
    expect(entities.get('ro-crate-metadata.json')).toMatchObject({
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
    });
    expect(entities.get('./')).toMatchObject({
      '@type': 'Dataset',
      name: 'Growth of 50% & more {in} Trees',
      description: expect.any(String),
      datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      license: { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    });
    expect(entities.get('https://creativecommons.org/licenses/by/4.0/')).toMatchObject({ name: 'CC BY 4.0' });
    expect(entities.get('https://orcid.org/0000-0002-1825-0097')).toMatchObject({ '@type': 'Person', name: 'Ann Oak' });
    const elsewhere = new Set(['https://w3id.org/ro/crate/1.2']);
    const dangling = graph.flatMap(referencesIn).filter((id) => !entities.has(id) && !elsewhere.has(id));
    expect(dangling).toEqual([expect.stringMatching(/^https:\/\/papers\.example\/id\/paper\//)]);
    const files = graph.filter((each) => each['@type'] === 'File');
    expect(files.map((file) => file['@id']).toSorted()).toEqual(
      readdirSync(crate)
        .filter((name) => name !== 'ro-crate-metadata.json')
        .toSorted(),
    );
    for (const { '@id': name, contentSize, sha256 } of files) {
      const content = readFileSync(join(crate, name));
      expect([contentSize, sha256]).toEqual([
        String(content.length),
        createHash('sha256').update(content).digest('hex'),
      ]);
    }
    expect(readFileSync(join(crate, 'source.xml'))).toEqual(bytes);
  });

  it('writes over nothing', async () => {
    const full = mkdtempSync(join(folder, 'full-'));
    writeFileSync(join(full, 'mine'), '');
    const { code, err } = await exported(doi, '--format', 'ro-crate', '--out', full);
    expect([code, err]).toEqual([2, expect.stringContaining('is not empty')]);
    expect(readdirSync(full)).toEqual(['mine']);
  });

  it.each([
    [['10.1/unknown', '--format', 'turtle'], 'corpus/unknown-paper'],
    [[doi, '--format', 'docx'], 'cli/wrong-use'],
    [[doi], 'cli/wrong-use'],
    [[doi, '--format', 'ro-crate'], 'cli/wrong-use'],
    [[doi, '--format', 'turtle', '--out', 'x'], 'cli/wrong-use'],
  ])('refuses %j', async (words, code) => {
    expect(await exported(...words)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(code) });
  });
});
