import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ontologyFiles, parseQuads } from '@askg/ddm';
import { readVocabulary } from './vocabulary.ts';

describe('the vocabulary', () => {
  const quads = parseQuads(readFileSync(ontologyFiles.vocabulary, 'utf8'), 'text/turtle');
  const { classes, properties, concepts, version } = readVocabulary(quads);

  it('has its classes, properties and concepts, each with a label and a comment', () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(classes.map(({ name }) => name)).toEqual(expect.arrayContaining(['Paper', 'Sentence', 'Reference']));
    expect(properties.map(({ name }) => name)).toEqual(expect.arrayContaining(['text', 'hasSentence', 'cites']));
    expect(concepts.map(({ name }) => name)).toEqual(expect.arrayContaining(['role-method', 'type-dataset']));
    for (const { label, comment } of [...classes, ...properties, ...concepts]) {
      expect(label).not.toBe('');
      expect(comment).not.toBe('');
    }
  });

  it('tells what a term belongs to and what stays in the graph file', () => {
    expect(properties.find(({ name }) => name === 'hasRow')).toMatchObject({
      domain: ['https://w3id.org/askg/ddm#Table'],
      range: ['https://w3id.org/askg/ddm#TableRow'],
      fileOnly: false,
    });
    expect(classes.find(({ name }) => name === 'Citation')?.fileOnly).toBe(true);
  });

  it('of suggestions stands by itself, with no term of that of papers', () => {
    const namespace = 'https://w3id.org/askg/suggestions#';
    const own = readVocabulary(parseQuads(readFileSync(ontologyFiles.suggestions, 'utf8'), 'text/turtle'), namespace);
    expect(own.label).toBe('Suggestions of language models');
    expect(own.classes.map(({ iri }) => iri)).toContain(`${namespace}Enrichment`);
    expect(own.properties.find(({ name }) => name === 'paper')?.range).toEqual(['https://w3id.org/askg/ddm#Paper']);
    expect([...own.classes, ...own.properties].every(({ iri }) => iri.startsWith(namespace))).toBe(true);
  });
});
