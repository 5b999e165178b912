import { describe, expect, it } from '@jest/globals';
import { resultSection } from './result-section.ts';
import type { ResultTerm } from './result-view.ts';

const measures = { commit: 7, ms: 1 };
const base = 'http://localhost:3000/id/';
const asked = { query: 'q', baseIri: base, path: '/sparql' };

describe('a result on the query page', () => {
  it('escapes what it shows and links IRIs only where they can be looked at', () => {
    const terms: ResultTerm[] = [
      { type: 'literal', value: '<script>alert(1)</script>' },
      { type: 'uri', value: 'javascript:alert(1)' },
      { type: 'uri', value: `${base}paper/k/s1` },
    ];
    const bindings = terms.map((x) => ({ x }));
    const page = resultSection(
      { kind: 'bindings', variables: ['x'], bindings, rows: 3, ...measures },
      asked,
    ).toString();
    expect(page).not.toContain('<script');
    expect(page).not.toContain('href="javascript:');
    expect(page).toContain('href="/id/paper/k/s1"');
  });

  it('says so when it shows a part only', () => {
    const bindings = Array.from({ length: 1200 }, (_, i) => ({ x: { type: 'literal' as const, value: `v${i}` } }));
    const page = resultSection(
      { kind: 'bindings', variables: ['x'], bindings, rows: 1200, ...measures },
      asked,
    ).toString();
    expect(page).toContain('1,200 rows, the first 1000 shown here');
    expect(page.match(/v\d+/g)).toHaveLength(1000);
  });

  it('offers the formats that fit the kind of result, with the query', () => {
    const page = resultSection(
      { kind: 'graph', turtle: '<a> <b> <c> .', rows: 1, ...measures },
      { ...asked, query: 'CONSTRUCT {}&', path: '/sparql/oaks' },
    ).toString();
    expect(page).toContain('/sparql/oaks?query=CONSTRUCT%20%7B%7D%26&amp;format=turtle');
    expect(page).toContain('&lt;a&gt; &lt;b&gt; &lt;c&gt; .');
  });
});
