import { describe, expect, it } from '@jest/globals';
import { doiLink, orcidLink, safeLink } from './safe-link.ts';

describe('links out of untrusted papers', () => {
  it('takes web addresses only', () => {
    expect(safeLink('https://example.org/a b')).toBe('https://example.org/a%20b');
    for (const hostile of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'file:///etc',
      '//x',
      '/id',
    ]) {
      expect(safeLink(hostile)).toBeUndefined();
    }
  });

  it('keeps the reserved characters of a DOI inside its path', () => {
    expect(doiLink('10.1002/(sici)1<1::aid>2.0.co;2-#?')).toBe(
      'https://doi.org/10.1002/(sici)1%3C1::aid%3E2.0.co;2-%23%3F',
    );
  });

  it('reads an ORCID iD bare or as an address', () => {
    expect(orcidLink('0000-0002-1825-009X')).toBe('https://orcid.org/0000-0002-1825-009X');
    expect(orcidLink('http://orcid.org/0000-0002-1825-0097')).toBe('https://orcid.org/0000-0002-1825-0097');
    expect(orcidLink('javascript:alert(1)')).toBeUndefined();
  });
});
