import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { documentOf, readArticle } from '../../../testing/read-article.ts';

const related = (type: string, href: string): string =>
  `<related-article related-article-type="${type}" ext-link-type="doi" xlink:href="${href}"/>`;

function read(articleType: string, meta: string): { notices: unknown; codes: string[] } {
  const { notices, findings } = readArticle({
    meta,
    attributes: `article-type="${articleType}" xmlns:xlink="http://www.w3.org/1999/xlink"`,
  });
  return { notices, codes: findings.map(({ code }) => code).filter((code) => code.includes('notice')) };
}

describe('A notice', () => {
  it.each([
    ['retraction', 'retracted-article', 'retracted'],
    ['correction', 'corrected-article', 'corrected'],
    ['expression-of-concern', 'object-of-concern', 'expression-of-concern'],
  ])('of type %s names the article that it is about', (type, relation, status) => {
    expect(read(type, related(relation, 'https://doi.org/10.5555/ABC'))).toEqual({
      notices: [{ status, doi: '10.5555/abc' }],
      codes: ['ddm/notice'],
    });
  });

  it('of a journal is understood as it came', () => {
    const fixture = new URL('../../../../../../test/fixtures/jats/plos-2014-correction.xml', import.meta.url);
    const { notices } = documentOf(readFileSync(fixture));
    expect(notices).toEqual([{ status: 'corrected', doi: '10.1371/journal.pone.0103411' }]);
  });

  it('may be about several, each told once', () => {
    const meta = ['10.5555/b', '10.5555/a', '10.5555/b'].map((doi) => related('retracted-article', doi)).join('');
    expect(read('retraction', meta).notices).toEqual([
      { status: 'retracted', doi: '10.5555/a' },
      { status: 'retracted', doi: '10.5555/b' },
    ]);
  });

  it.each([
    ['its type says something else', 'research-article', related('retracted-article', '10.5555/a')],
    ['the relation says something else', 'retraction', related('corrected-article', '10.5555/a')],
    ['there is no DOI', 'retraction', related('retracted-article', 'see volume 3')],
    ['no article is named', 'retraction', ''],
  ])('is only a finding where %s', (_, type, meta) => {
    expect(read(type, meta)).toEqual({ notices: undefined, codes: ['ddm/unsure-notice'] });
  });

  it('is none where an article only points at its companions', () => {
    expect(read('research-article', related('companion', '10.5555/a'))).toEqual({ notices: undefined, codes: [] });
  });
});
