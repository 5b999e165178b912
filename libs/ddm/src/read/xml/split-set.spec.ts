import { describe, expect, it } from '@jest/globals';
import { fixture } from '../../testing/fixtures.ts';
import { readSource } from '../read-source.ts';
import { splitSource } from '../split-source.ts';

const article = (title: string): string =>
  `<article><front><article-meta><title-group><article-title>${title}</article-title></title-group></article-meta></front>` +
  `<body><p>See <ext-link x:href="http://a.org/">it</ext-link>.</p></body></article>`;
const set = (...articles: string[]): string =>
  `<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE pmc-articleset PUBLIC "-//NLM//DTD ARTICLE SET 2.0//EN" "a.dtd">\n` +
  `<pmc-articleset xmlns:x="http://www.w3.org/1999/xlink"><!-- two -->\r\n${articles.join('\r\n')}\n</pmc-articleset>`;

const titles = async (bytes: Uint8Array): Promise<string[]> => {
  const parts = await splitSource(bytes);
  return Promise.all(parts.map(async (part) => (await readSource(part.bytes)).title));
};

describe('A set of articles', () => {
  it('is divided into its articles, whatever it is encoded in and named there', async () => {
    const bytes = Buffer.from(set(article('Caf\u00e9 &ndash; one'), article('Two > one')), 'latin1');
    expect(await titles(bytes)).toEqual(['Caf\u00e9 \u2013 one', 'Two > one']);
    expect((await splitSource(bytes)).map(({ name }) => name)).toEqual(['article-1', 'article-2']);
  });

  it('gives each article as it reads by itself', async () => {
    const names = ['plos-2014-correction.xml', 'joss-2024.xml'];
    const bare = names.map((name) =>
      fixture(name)
        .toString()
        .replace(/^[\s\S]*?(?=<article\b)/, ''),
    );
    const parts = await splitSource(Buffer.from(`<pmc-articleset>${bare.join('')}</pmc-articleset>`));
    expect(await Promise.all(parts.map(({ bytes }) => readSource(bytes)))).toEqual(
      await Promise.all(names.map((name) => readSource(fixture(name)))),
    );
  });

  it('of one is not divided', async () => expect(await splitSource(Buffer.from(set(article('One'))))).toEqual([]));

  it('that is not well-formed, or declares entities, is refused', async () => {
    const broken = Buffer.from(set(article('One'), '<article>'));
    await expect(splitSource(broken)).rejects.toMatchObject({ code: 'ddm/malformed-xml' });
    const bomb = Buffer.from(
      `<!DOCTYPE pmc-articleset [<!ENTITY a "b">]>${set(article('One'), article('Two'))}`.replace(/<\?xml.*\n.*\n/, ''),
    );
    await expect(splitSource(bomb)).rejects.toMatchObject({ code: 'ddm/forbidden-entity' });
  });
});

it('A TEI corpus is divided into its papers', async () => {
  const tei = (title: string): string =>
    `<t:TEI><t:teiHeader><t:fileDesc><t:titleStmt><t:title>${title}</t:title></t:titleStmt></t:fileDesc></t:teiHeader><t:text><t:body><t:p>Words.</t:p></t:body></t:text></t:TEI>`;
  const corpus = `<t:teiCorpus xmlns:t="http://www.tei-c.org/ns/1.0"><t:teiHeader/>${tei('One')}${tei('Two')}</t:teiCorpus>`;
  expect(await titles(Buffer.from(corpus))).toEqual(['One', 'Two']);
});
