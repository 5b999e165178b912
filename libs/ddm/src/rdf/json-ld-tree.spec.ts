import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { documentToNQuads } from './document-to-quads.ts';
import { describe as describeNode } from './describe.ts';
import { serialiseTree } from './json-ld-tree.ts';
import { serialise } from './serialise.ts';

// Another's implementation judges our JSON-LD.
const jsonld = createRequire(import.meta.url)('jsonld') as {
  toRDF(document: object, options: object): Promise<string>;
};
const file = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'examples', 'document.json');
const example = JSON.parse(readFileSync(file, 'utf8')) as Document;
const graph = documentToNQuads(example, { base: 'https://e.org/', key: '10.1_x' });
const paper = 'https://e.org/paper/10.1_x';
const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

async function triplesOf(text: string): Promise<string[]> {
  return lines(await jsonld.toRDF(JSON.parse(text) as object, { format: 'application/n-quads' })).toSorted();
}

/** Ids of all objects in a JSON text. */
function idsIn(text: string): string[] {
  const ids: string[] = [];
  JSON.parse(text, (key, value: unknown) => {
    if (key === 'id' && value !== '@id') ids.push(String(value));
    return value;
  });
  return ids;
}

type Tree = { id: string; hasSection?: Tree | Tree[]; hasParagraph?: Tree | Tree[]; hasSentence?: Tree | Tree[] };

describe('A tree of JSON-LD', () => {
  it.each([paper, `${paper}/s1`, `${paper}/ref1`])('says the same as the triples: %s', async (iri) => {
    const about = describeNode(graph, iri);
    expect(about).not.toBe('');
    expect(await triplesOf(serialiseTree(about, iri))).toEqual(
      lines(serialise(about, 'application/n-triples')).toSorted(),
    );
  });

  it('says the same as the triples of a whole graph, with what is below no paper', async () => {
    const [first, ...others] = idsIn(serialiseTree(graph)).filter((id) => !id.startsWith(`${paper}/`));
    expect([first, others.length]).toEqual([paper, 1]);
    expect(await triplesOf(serialiseTree(graph))).toEqual(lines(serialise(graph, 'application/n-triples')).toSorted());
  });

  it('has one root, and holds each node once, in the node that its IRI continues', () => {
    const text = serialiseTree(describeNode(graph, paper), paper);
    const root = JSON.parse(text) as Tree;
    expect(root.id).toBe(paper);
    const [section] = [root.hasSection ?? []].flat();
    const [paragraph] = [section?.hasParagraph ?? []].flat();
    const [sentence] = [paragraph?.hasSentence ?? []].flat();
    expect(sentence?.id).toMatch(/^https:\/\/e\.org\/paper\/10\.1_x\/\w+\/p1\/t1$/);
    const ids = idsIn(text);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids)).toEqual(
      new Set(lines(describeNode(graph, paper)).map((line) => line.slice(1, line.indexOf('>')))),
    );
  });

  it('puts siblings in order', () => {
    const name = (index: number) => `<https://e.org/p/s${index}>`;
    const nquads = [1, 10, 2]
      .flatMap((index) => [
        `<https://e.org/p> <https://w3id.org/askg/ddm#hasSection> ${name(index)} <https://e.org/g> .`,
        `${name(index)} <https://w3id.org/askg/ddm#index> "${index}"^^<http://www.w3.org/2001/XMLSchema#integer> <https://e.org/g> .`,
      ])
      .join('\n');
    const { hasSection } = JSON.parse(serialiseTree(nquads)) as { hasSection: { index: number }[] };
    expect(hasSection.map(({ index }) => index)).toEqual([1, 2, 10]);
  });

  it('ends where nodes refer to each other in a circle', async () => {
    const canonical = 'https://w3id.org/askg/ddm#canonical';
    const nquads = ['a b', 'b c', 'c a', 'c b', 'c c']
      .map((pair) => pair.split(' ').map((name) => `<https://e.org/p/${name}>`))
      .map(([from, to]) => `${from} <${canonical}> ${to} <https://e.org/g> .`)
      .concat('<https://e.org/p> <http://purl.org/dc/terms/title> "T" <https://e.org/g> .')
      .join('\n');
    const text = serialiseTree(nquads, 'https://e.org/p/b');
    expect(await triplesOf(text)).toEqual(lines(serialise(nquads, 'application/n-triples')).toSorted());
  });
});
