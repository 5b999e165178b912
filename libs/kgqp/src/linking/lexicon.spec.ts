import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ddm, fileOnly } from '@askg/ddm';
import { guardQuery, writeQuery } from '@askg/graph';
import { defaultLexicon } from './default-lexicon.ts';
import { lexemeKey } from './lexemes.ts';
import { operators } from './meaning.ts';
import { ontolex } from './namespaces.ts';
import { RdfReader } from './rdf-reader.ts';

const lexicon = defaultLexicon();
const file = readFileSync(new URL('../../../../ontology/lexicon.ttl', import.meta.url), 'utf8');
const relations = [...lexicon.relations.values()].flat();

describe('The vocabulary', () => {
  it('tells from the shapes where each property is used', () => {
    expect(lexicon.vocabulary.uses).toContainEqual({
      property: ddm.venue,
      from: ddm.Paper,
      to: ddm.Venue,
      always: false,
    });
    expect(lexicon.vocabulary.uses).toContainEqual(
      expect.objectContaining({ property: ddm.key, from: ddm.Paper, always: true }),
    );
  });

  it('has nothing that the store does not hold', () => {
    const terms = [...lexicon.vocabulary.classes.keys(), ...lexicon.vocabulary.properties.keys()];
    expect(terms.filter((term) => fileOnly.has(term))).toEqual([]);
  });

  it('knows derived properties, which no shape speaks of, by domain and range', () => {
    expect(lexicon.vocabulary.uses).toContainEqual({
      property: ddm.citesPaper,
      from: ddm.Paper,
      to: ddm.Paper,
      always: false,
    });
  });
});

describe('The lexicon', () => {
  it('denotes only what the vocabulary or the lexicon itself has', () => {
    const reader = new RdfReader(file);
    const known = new Set([
      ...lexicon.vocabulary.classes.keys(),
      ...lexicon.vocabulary.concepts.keys(),
      ...lexicon.relations.keys(),
    ]);
    const strange = reader
      .subjects(`${ontolex}denotes`)
      .flatMap((entry) => reader.objects(entry, `${ontolex}denotes`))
      .filter(({ termType, value }) => termType === 'NamedNode' && !known.has(value))
      .map(({ value }) => value.replace('https://w3id.org/askg/lexicon#', ''));
    const names: readonly string[] = operators;
    expect(strange.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('has relations between classes of the vocabulary, as paths that the grammar takes', () => {
    for (const { id, from, to, steps } of relations) {
      expect([id, lexicon.vocabulary.classes.has(from)]).toEqual([id, true]);
      if (to !== undefined) expect([id, lexicon.vocabulary.classes.has(to)]).toEqual([id, true]);
      for (const { path } of steps) {
        const text = writeQuery({ ask: [{ subject: { variable: 'a' }, path, object: { variable: 'b' } }] });
        expect(guardQuery(text).form).toBe('ask');
      }
    }
  });

  it('names the measure of each superlative by a property or relation of the class measured', () => {
    const measures = [...lexicon.lexemes.values()].flatMap(({ meanings }) =>
      meanings.flatMap((meaning) => (meaning.kind === 'superlative' ? meaning.measures : [])),
    );
    expect(measures.length).toBeGreaterThan(10);
    for (const { measure, of } of measures) {
      const uses = lexicon.relations.get(measure) ?? [];
      expect([measure, uses.some(({ from, to }) => from === of || to === of)]).toEqual([measure, true]);
    }
  });

  it('finds words by any of their forms', () => {
    for (const key of ['papers', 'article', 'how many', 'published', 'ORCID']) {
      expect(lexicon.lexemes.has(lexemeKey(key))).toBe(true);
    }
  });
});
