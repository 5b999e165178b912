import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Answer } from '@askg/contract';
import { exportedPaper, paperFormats } from '@askg/corpus';
import { addPaper } from '../../../apps/api/src/testing/add-paper.ts';
import { send } from '../../../apps/api/src/testing/http-client.ts';
import { startTestServer, type TestServer } from '../../../apps/api/src/testing/test-server.ts';
import { activeParts } from './active-parts.ts';
import { hostileDocument, payloads } from './hostile-document.ts';

const base = 'https://kg.example.org/id/';
const bad = payloads.join(' ');
const browser = { host: 'localhost', accept: 'text/html' };
/** Pages that are looked at; links of pages lead to more of the same. */
const mostPages = 150;

let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await startTestServer(base);
  key = await addPaper(server.corpus, hostileDocument('10.1/hostile'));
  await server.corpus.updateLinks();
  server.corpus.collections.add('hostile', [key]);
  expect(() => server.corpus.collections.add(bad, [key])).toThrow(
    expect.objectContaining({ code: expect.any(String) }),
  );
  await server.until(async () => (await send(server.url, `/id/paper/${key}`, { headers: browser })).status === 200);
  const example = Answer.parse(
    JSON.parse(readFileSync(new URL('../../../docs/examples/answer.json', import.meta.url), 'utf8')),
  );
  const [claim] = example.claims;
  const [cited] = claim?.citations ?? [];
  if (!claim || !cited) throw new Error('the example has a claim with a citation');
  server.corpus.answers.put({
    ...example,
    id: 'hostile',
    question: bad,
    answer: bad,
    claims: [{ ...claim, text: bad, citations: [{ ...cited, quote: bad, title: bad, section: bad, paper: key }] }],
    links: [
      {
        phrase: bad,
        chosen: `${base}paper/${key}`,
        alternatives: [{ iri: `${base}paper/${key}`, label: bad, score: 1, kind: bad }],
      },
    ],
    degraded: [{ step: bad, wanted: bad, used: bad, reason: bad }],
    plan: [bad],
    settings: { model: bad },
  });
});
afterAll(() => server.close());

describe('markup and scripts of documents', () => {
  it('are text on every page that shows them', async () => {
    const addresses = [
      '/',
      `/id/paper/${key}`,
      '/a/hostile',
      ...['/', '/sparql', '/papers', '/search'].flatMap((path) =>
        ['q', 'query', 'question', 'text', 'paper', 'from'].map((name) => `${path}?${name}=${encodeURIComponent(bad)}`),
      ),
      `/id/${encodeURIComponent(bad)}`,
      `/a/${encodeURIComponent(bad)}`,
    ];
    const seen = new Set<string>();
    const faults: string[] = [];
    let holding = 0;
    for (let address = addresses.shift(); address !== undefined; address = addresses.shift()) {
      if (seen.has(address) || seen.size >= mostPages) continue;
      seen.add(address);
      const { text, headers } = await send(server.url, address, { headers: browser });
      if (!(headers['content-type'] ?? '').startsWith('text/html')) continue;
      if (text.includes('&lt;script&gt;alert(1)')) holding += 1;
      faults.push(...activeParts(text).map((part) => `${address}: ${part}`));
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      for (const [, link = ''] of text.matchAll(/href="([^"#]+)/g)) {
        const local = link.replaceAll('&amp;', '&').replace('https://kg.example.org', '');
        if (local.startsWith('/') && !local.startsWith('//')) addresses.push(local);
      }
    }
    expect(faults).toEqual([]);
    expect(holding).toBeGreaterThan(20);
  });

  it('never come as a page where they are asked for as data', async () => {
    for (const address of [`/id/paper/${key}`, '/api/answers/hostile', `/api/papers/${key}`]) {
      const { headers } = await send(server.url, address, {
        headers: { host: 'localhost', accept: 'application/json' },
      });
      expect(headers['content-type']).not.toMatch(/html/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });
});

describe('a hostile paper that is given out', () => {
  const written = async (format: keyof typeof paperFormats): Promise<string> =>
    paperFormats[format](await exportedPaper(server.corpus, key));

  it('as Markdown holds no tag, no link and no picture of its own', async () => {
    const outside = (await written('markdown')).replaceAll(/^(`{3,}|\$\$)\n[\s\S]*?\n\1$/gm, '');
    expect(await written('markdown')).not.toMatch(/^\$\$\n.*<[a-z]/m);
    expect(outside.replaceAll(/\\[<(]/g, '')).not.toMatch(/<[a-z/!?]|\]\(/i);
    expect(outside.match(/^# /gm)).toHaveLength(1);
  });

  it('as RIS is one record, whatever its texts say', async () => {
    const lines = (await written('ris')).split('\r\n');
    expect(lines.filter((line) => /^(?:TY|ER) {2}- /.test(line))).toHaveLength(2);
    expect(lines.every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
  });

  it('as BibTeX is one entry, whatever its texts say', async () => {
    const text = await written('bibtex');
    expect(text.match(/^@/gm)).toHaveLength(1);
    const plain = text.replaceAll(/\\./g, '');
    expect(plain.match(/\{/g)?.length).toBe(plain.match(/\}/g)?.length);
    expect(
      depthsOf(plain)
        .slice(0, -1)
        .every((depth) => depth > 0),
    ).toBe(true);
  });

  it('as JSON-LD and CSL-JSON is JSON that says the same', async () => {
    const [item] = JSON.parse(await written('csl')) as { title: string }[];
    expect(item?.title).toContain('Forged');
    expect(JSON.parse(await written('jsonld'))).toHaveProperty('@context');
  });
});

/** How deep in braces a text stands after each brace. */
function depthsOf(text: string): number[] {
  let depth = 0;
  return [...text.matchAll(/[{}]/g)].map(([brace]) => (depth += brace === '{' ? 1 : -1));
}
