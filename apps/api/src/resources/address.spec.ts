import { describe, expect, it } from '@jest/globals';
import { readAddress } from './address.ts';

describe('addresses below /id/', () => {
  it.each([
    ['paper/10.1_x', { kind: 'paper', key: '10.1_x' }],
    ['paper/10.1_x/s2/p3/t1', { kind: 'paper', key: '10.1_x', id: 's2/p3/t1' }],
    ['paper/10.1_x/abstract/p1/t1/c2', { kind: 'paper', key: '10.1_x', id: 'abstract/p1/t1/c2' }],
    ['paper/10.1_x~28a~29/venue', { kind: 'paper', key: '10.1_x~28a~29', id: 'venue' }],
    ['graph/10.1_x', { kind: 'graph', key: '10.1_x' }],
    ['graph/enriched/10.1_x', { kind: 'enriched', key: '10.1_x' }],
    ['graph/status/10.1_x', { kind: 'status', key: '10.1_x' }],
    ['graph/links', { kind: 'derived', graph: 'links' }],
    ['graph/people', { kind: 'derived', graph: 'people' }],
    ['person/0000-0002-1825-0097', { kind: 'canonical', graph: 'people' }],
    ['person/10.1_x/person2', { kind: 'canonical', graph: 'people' }],
    ['entity/10.1_x/ent2', { kind: 'canonical', graph: 'entities' }],
    [`source/${'a'.repeat(64)}`, { kind: 'source', digest: 'a'.repeat(64) }],
  ])('reads %s', (path, expected) => {
    expect(readAddress(path)).toEqual({ ...expected, rest: path });
  });

  it('reads percent-encodings of characters that need none', () => {
    expect(readAddress('p%61per/10.1%5Fx/%731')).toMatchObject({ kind: 'paper', key: '10.1_x', id: 's1' });
  });

  it('keeps an encoded slash inside its segment', () => {
    expect(readAddress('paper/10.1%2Fx')).toMatchObject({ kind: 'paper', key: '10.1/x' });
    expect(readAddress('paper/10.1%2Fx/s1')).toMatchObject({ key: '10.1/x', id: 's1' });
  });

  it.each([
    '',
    'paper',
    'paper/',
    'paper//s1',
    'paper/..',
    'paper/%2e%2e/x',
    'paper/k/../../graph',
    'paper/k/s1/',
    'paper/k/s1//t1',
    'paper/k/<script>',
    'graph/k/s1',
    'source/../../etc/passwd',
    'person/jane',
    'entity/10.1_x',
    'graph/people/x',
    'graph/enriched/',
    'graph/status/',
    'graph/enriched/10.1_x/s1',
    'person/10.1_x/s1',
    'person/0000-0002-1825-0097/match1',
    'other/k',
  ])('knows that %s is none', (path) => expect(readAddress(path)).toBeUndefined());
});
