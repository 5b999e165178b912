import { ddm, unitIri } from '@askg/ddm';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base, linkingOf, type TestPaper } from '../../testing/test-paper.ts';
import type { Decision } from '../decisions/decision.ts';
import type { LinkablePaper } from '../linkable-paper.ts';
import { entityGraph } from './entity-graph.ts';
import { linkEntities } from './link-entities.ts';

function papers(...entities: NonNullable<TestPaper['entities']>[]): LinkablePaper[] {
  return entities.map((own, i) => ({
    key: `10.1_${'abcdefghij'[i]}`,
    dois: [],
    facts: linkingOf({ text: `paper ${i}`, entities: own }),
  }));
}

/** Keys and labels of each thing that several papers name. */
function things(given: readonly LinkablePaper[], decisions: readonly Decision[] = []): string[][] {
  return linkEntities(given, decisions).map(({ members }) =>
    members.map(({ key, entity }) => `${key.slice(-1)} ${entity.label}`),
  );
}

const svm = 'support vector machine';

describe('Linking entities', () => {
  it('takes names for one that differ in case, hyphens or plural', () => {
    expect(things(papers([{ label: svm }], [{ label: 'Support-Vector Machines' }], [{ label: 'boosting' }]))).toEqual([
      [`a ${svm}`, 'b Support-Vector Machines'],
    ]);
  });

  it('takes an abbreviation for what it stands for in its paper', () => {
    expect(things(papers([{ label: svm }], [{ label: 'SVM', otherLabels: [svm] }], [{ label: 'SVMs' }]))).toEqual([
      [`a ${svm}`, 'b SVM', 'c SVMs'],
    ]);
  });

  it('keeps apart abbreviations that stand for different things', () => {
    const crf = { label: 'CRF', otherLabels: ['conditional random field'] };
    const other = { label: 'CRF', otherLabels: ['corticotropin releasing factor'] };
    expect(things(papers([crf], [other]))).toEqual([]);
  });

  it('takes the solution of one paper for the method of another, but no measure for a language', () => {
    const bert = 'BERT';
    expect(things(papers([{ label: bert, type: 'solution' }], [{ label: bert, type: 'method' }]))).toHaveLength(1);
    expect(things(papers([{ label: bert, type: 'metric' }], [{ label: bert, type: 'language' }]))).toEqual([]);
  });

  it('merges and splits as it was decided, the last decision first', () => {
    const given = papers([{ label: 'LSTM' }], [{ label: 'long memory' }], [{ label: 'LSTM' }]);
    const place = (key: string, name: string): { key: string; id: string; name: string } => ({ key, id: 'ent1', name });
    const merge = { id: 1, kind: 'merge', members: [place('10.1_a', 'LSTM'), place('10.1_b', 'long memory')] } as const;
    const split = {
      id: 2,
      kind: 'split',
      members: [place('10.1_a', 'LSTM')],
      others: [place('10.1_b', 'long memory'), place('10.1_c', 'LSTM')],
    } as const;
    const decisions = (...list: readonly object[]): Decision[] => list as Decision[];
    expect(things(given, decisions(merge))).toEqual([['a LSTM', 'b long memory', 'c LSTM']]);
    expect(things(given, decisions(merge, split))).toEqual([]);
    expect(things(given, decisions(split, { ...merge, id: 3 }))).toEqual([['a LSTM', 'b long memory']]);
  });

  it('does not depend on the order of papers', () => {
    const label = fc.constantFrom('LSTM', 'LSTMs', 'long memory', 'SVM', svm, 'accuracy', 'BERT');
    const entity = fc.record({
      label,
      type: fc.constantFrom('method', 'solution', 'metric', 'tool'),
      otherLabels: fc.array(label, { maxLength: 1 }),
    });
    const lists = fc.array(fc.uniqueArray(entity, { selector: (one) => one.label, maxLength: 3 }), { maxLength: 5 });
    fc.assert(
      fc.property(lists, (entities) => {
        const given = papers(...(entities as NonNullable<TestPaper['entities']>[]));
        const graph = entityGraph(linkEntities(given, []), base);
        expect(entityGraph(linkEntities(given.toReversed(), []), base)).toBe(graph);
      }),
    );
  });
});

describe('The graph of entities', () => {
  const given = papers([{ label: svm, type: 'method' }], [{ label: 'SVM', otherLabels: [svm] }]);
  const graph = entityGraph(linkEntities(given, []), base);

  it('ties the entities of papers to one, with the evidence', () => {
    const iri = `${base}entity/10.1_a/ent1`;
    expect(graph).toContain(`<${unitIri(base, '10.1_b', 'ent1')}> <${ddm.canonicalEntity}> <${iri}> `);
    expect(graph).toContain(`<${iri}/match1> <${ddm.evidence}> "abbreviation: ${svm}" `);
    expect(graph).toContain(`"${svm}" <${base}graph/entities>`);
  });

  it('names the topic of the Computer Science Ontology', () => {
    expect(graph).toContain('https://cso.kmi.open.ac.uk/topics/');
  });
});
