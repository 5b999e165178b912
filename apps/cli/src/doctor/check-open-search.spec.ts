import { describe, expect, it } from '@jest/globals';
import { findingOf } from './check-open-search.ts';

const well = { version: '2.19.1', nodes: 2, withoutVectors: [], health: 'green' as const };
const state = (change: Partial<Parameters<typeof findingOf>[0]>) => findingOf({ ...well, ...change }, 'http://x').state;

describe('what is said of an OpenSearch', () => {
  it('is that it is well when all is there', () => {
    expect(findingOf(well, 'http://x')).toMatchObject({
      state: 'ok',
      detail: 'http://x, version 2.19.1, 2 nodes with k-NN',
    });
  });

  it('is what is wrong otherwise', () => {
    expect(state({ version: '2.5.0' })).toBe('failure');
    expect(state({ version: '3.1.0' })).toBe('ok');
    expect(state({ withoutVectors: ['n2'] })).toBe('failure');
    expect(state({ health: 'red' })).toBe('failure');
    expect(state({ health: 'yellow' })).toBe('warning');
  });
});
