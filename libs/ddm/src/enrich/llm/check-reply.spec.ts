import { describe, expect, it } from '@jest/globals';
import { checkReply } from './check-reply.ts';

const batch = [
  { id: 's1/p1/t1', text: 'We evaluate BERT on SQuAD.' },
  { id: 's1/p1/t2', text: 'ALBERTs start from BERT.' },
];
const bert = { label: 'BERT', type: 'method', sentence: 1 };
const squad = { label: 'SQuAD', type: 'dataset', sentence: 1 };
const relation = { from: 'BERT', kind: 'evaluates-on', to: 'SQuAD', sentence: 1 };

describe('checking what a model says of sentences', () => {
  it('keeps what the sentences bear out, with their ids', () => {
    expect(checkReply({ entities: [bert, squad], relations: [relation] }, batch)).toEqual({
      entities: [
        { label: 'BERT', type: 'method', sentences: ['s1/p1/t1'] },
        { label: 'SQuAD', type: 'dataset', sentences: ['s1/p1/t1'] },
      ],
      relations: [{ from: 'BERT', kind: 'evaluates-on', to: 'SQuAD', sentence: 's1/p1/t1' }],
      dropped: {},
    });
  });

  it.each([
    ['whose words the sentence does not hold', { ...bert, label: 'bert' }, 'not-in-sentence'],
    ['that is a part of a longer word', { ...bert, label: 'ALBERT', sentence: 2 }, 'not-in-sentence'],
    ['of no known type', { ...bert, type: 'model' }, 'unknown-type'],
    ['of a sentence that was not shown', { ...bert, sentence: 3 }, 'unknown-sentence'],
    ['of sentence 0', { ...bert, sentence: 0 }, 'unknown-sentence'],
    ['without a letter', { ...bert, label: '.' }, 'malformed'],
    ['that is no object', 'BERT', 'malformed'],
  ])('drops an entity %s', (_, entity, reason) => {
    expect(checkReply({ entities: [entity], relations: [] }, batch)).toEqual({
      entities: [],
      relations: [],
      dropped: { [reason]: 1 },
    });
  });

  it.each([
    ['of no known kind', { ...relation, kind: 'beats' }, 'unknown-relation'],
    ['with something that is no entity of the reply', { ...relation, to: 'We' }, 'unknown-entity'],
    ['of a thing with itself', { ...relation, to: 'BERT' }, 'unknown-entity'],
    ['whose sentence holds only one of its ends', { ...relation, sentence: 2 }, 'not-in-sentence'],
    ['of a sentence that was not shown', { ...relation, sentence: 7 }, 'unknown-sentence'],
  ])('drops a relation %s', (_, wrong, reason) => {
    expect(checkReply({ entities: [bert, squad], relations: [wrong] }, batch)).toMatchObject({
      relations: [],
      dropped: { [reason]: 1 },
    });
  });

  it.each([[null], [[]], ['text'], [{ entities: [] }], [{ entities: {}, relations: [] }]])(
    'takes nothing of %j, which is not of the form asked for',
    (reply) => {
      expect(checkReply(reply, batch)).toBeUndefined();
    },
  );
});
