import { describe, expect, it } from '@jest/globals';
import { isRepeatable } from './answer-query.ts';

describe('repeatable queries', () => {
  it.each(['SELECT * { ?s ?p ?o }', 'SELECT ?known { ?s ddm:nowhere ?known }'])('are: %s', (query) =>
    expect(isRepeatable(query)).toBe(true),
  );

  it.each(['SELECT (NOW() AS ?t) {}', 'SELECT * { ?s ?p ?o } ORDER BY rand ()', 'SELECT (UUID() AS ?u) {}'])(
    'are not: %s',
    (query) => expect(isRepeatable(query)).toBe(false),
  );
});
