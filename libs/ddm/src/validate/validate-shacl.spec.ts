import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document } from '@askg/contract';
import { expect, it } from '@jest/globals';
import { documentToNQuads } from '../rdf/document-to-quads.ts';
import { validateShacl } from './validate-shacl.ts';

const base = 'https://example.org/id/';
const nquads = documentToNQuads(
  Document.parse(
    JSON.parse(
      readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'examples', 'document.json'), 'utf8'),
    ),
  ),
  { base, key: '10.1_x' },
);
const paper = `${base}paper/10.1_x`;

it('A violation names the node, the property and the constraint', async () => {
  const damaged = nquads.replace(/^<[^>]*s1\/p1\/t1> <[^>]*#text>.*\n/m, '');
  expect(await validateShacl(damaged)).toContainEqual({
    node: `${paper}/s1/p1/t1`,
    path: 'https://w3id.org/askg/ddm#text',
    constraint: 'MinCountConstraintComponent',
    messages: ['One text that is not empty.'],
  });
});

it.each([
  ['a property that is not known', nquads.replace('ddm#heading>', 'ddm#hading>')],
  ['a class that is not known', nquads.replace('ddm#Figure>', 'ddm#Picture>')],
  ['a node without a class', nquads.replace(/^<[^>]*\/ref1> <[^>]*#type>.*\n/m, '')],
  ['a paragraph in no section', nquads.replace(/^.*#hasParagraph> <[^>]*s1\/p1>.*\n/m, '')],
  ['a number as text', nquads.replace(/"(\d+)"\^\^<[^>]*integer>/, '"$1"')],
  ['no source', nquads.replace(/^.*#wasDerivedFrom>.*\n/m, '')],
])('A damaged graph is found: %s', async (_, damaged) => {
  expect(damaged).not.toBe(nquads);
  expect(await validateShacl(damaged)).not.toEqual([]);
});
