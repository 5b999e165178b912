import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseQuads } from '../../rdf/parse-quads.ts';
import { ddm } from '../../rdf/terms.ts';
import { validateShacl } from '../../validate/validate-shacl.ts';
import { mergeSuggestions } from './merge-suggestions.ts';
import { suggestionGraph } from './suggestion-graph.ts';
import { sug, wasGeneratedBy } from './suggestion-terms.ts';
import type { Suggestions } from './suggestions.ts';

const base = 'http://localhost:3000/id/';
const origin = { paperGraph: 'f'.repeat(64), model: 'tiny', prompt: 'suggest.v1', run: 'r' };
const name = `${base}graph/enriched/10.1_a`;
const entity = (label: string, type: 'method' | 'dataset', id: string): Suggestions['entities'][number] => ({
  label,
  type,
  sentences: [id],
});
const one: Suggestions = {
  entities: [entity('BERT', 'method', 's1/p1/t1'), entity('SQuAD', 'dataset', 's1/p1/t1')],
  relations: [{ kind: 'evaluates-on', from: 'BERT', to: 'SQuAD', sentence: 's1/p1/t1' }],
  dropped: { malformed: 1 },
};

describe('the graph of suggestions', () => {
  const nquads = suggestionGraph(one, origin, { base, key: '10.1_a' });
  const quads = parseQuads(nquads, 'application/n-quads');

  it('is one named graph in which each node tells what it comes from', () => {
    expect(new Set(quads.map(({ graph }) => graph.value))).toEqual(new Set([name]));
    const nodes = new Set(quads.map(({ subject }) => subject.value).filter((iri) => iri !== name));
    expect(nodes.size).toBe(3);
    const generated = quads.filter(
      ({ predicate, object }) => predicate.value === wasGeneratedBy && object.value === name,
    );
    expect(new Set(generated.map(({ subject }) => subject.value))).toEqual(nodes);
  });

  it('uses no property and no class by which papers are described', () => {
    const used = quads.flatMap(({ predicate, object }) => [predicate.value, object.value]);
    const own = used.filter((iri) => iri.startsWith(ddm.Paper.slice(0, -'Paper'.length)));
    expect(own.toSorted()).toEqual([ddm['type-dataset'], ddm['type-method']]);
  });

  it('breaks no shape of papers', async () => {
    expect(await validateShacl(nquads)).toEqual([]);
  });

  it('tells who suggested nothing, too', () => {
    const nothing = suggestionGraph({ entities: [], relations: [], dropped: {} }, origin, { base, key: '10.1_a' });
    expect(nothing.split('\n').filter(Boolean)).toHaveLength(6);
  });
});

describe('suggestions of several batches', () => {
  it('become one entity a label, of the type given most often', () => {
    const other = (id: string): Suggestions => ({
      entities: [entity('BERT', 'dataset', id)],
      relations: [],
      dropped: {},
    });
    const merged = mergeSuggestions([one, other('s2/p1/t1'), other('s3/p1/t1'), one]);
    expect(merged.entities[0]).toEqual({
      label: 'BERT',
      type: 'method',
      sentences: ['s1/p1/t1', 's2/p1/t1', 's3/p1/t1'],
    });
    expect(mergeSuggestions([one, other('a'), other('b')]).entities[0]?.type).toBe('dataset');
    expect(merged.relations).toHaveLength(1);
    expect(merged.dropped).toEqual({ malformed: 2 });
  });
});

describe('the terms of suggestions', () => {
  it('are those that their vocabulary defines', () => {
    const file = new URL('../../../../../ontology/suggestions.ttl', import.meta.url);
    const defined = parseQuads(readFileSync(file, 'utf8'), 'text/turtle')
      .filter(({ predicate, subject }) => predicate.value.endsWith('#comment') && subject.value.includes('#'))
      .map(({ subject }) => subject.value);
    expect(defined.toSorted()).toEqual(Object.values(sug).toSorted());
  });
});
