import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { Answer, Hit } from '@askg/contract';
import { root, useAskg } from './testing/askg.ts';

// Each command is a process or several; a busy machine takes its time.
jest.setTimeout(120_000);
const askg = useAskg();
const fixtures = join(root, 'test', 'fixtures', 'jats');
const ask = ['ask', 'What is the kernel-independent fast multipole method?', '--collection', 'maths', '--json'];
const count = 'SELECT (COUNT(?p) AS ?n) { ?p a <https://w3id.org/askg/ddm#Paper> }';

describe('a server that opens nothing to those without a key', () => {
  it('answers keys within their collections, and the commands of the owner', async () => {
    await askg.run(['ingest', join(fixtures, 'joss-2024.xml'), '--collection', 'maths']);
    await askg.run(['ingest', join(fixtures, 'plos-2013-excerpt.xml'), '--collection', 'biology', '--wait', 'indexed']);
    const made = await askg.run(['keys', 'add', '--label', 'a program', '--collections', 'biology']);
    const { url } = await askg.serve([], { environment: { ASKG_ANONYMOUS: 'none' } });
    const countFor = async (headers: Record<string, string>) => {
      const response = await fetch(`${url}/sparql?format=csv&query=${encodeURIComponent(count)}`, { headers });
      return [response.status, response.status === 200 ? (await response.text()).split(/\s+/)[1] : undefined];
    };
    expect(await countFor({})).toEqual([401, undefined]);
    expect(await countFor({ authorization: `Bearer ${made.out.trim()}` })).toEqual([200, '1']);

    const queried = await askg.run(['query', '-', '--format', 'csv'], { input: count });
    expect(queried.out.split(/\s+/)[1]).toBe('2');
    const some = await askg.run(['query', '-', '--collection', 'maths', '--format', 'csv'], { input: count });
    expect(some.out.split(/\s+/)[1]).toBe('1');
    const found = await askg.run(['search', 'method', '--collection', 'biology', '--json']);
    const papers = Hit.array()
      .parse(JSON.parse(found.out))
      .map(({ paper }) => paper);
    expect(new Set(papers)).toEqual(new Set(['10.1371_journal.pone.0067227']));
    expect(Answer.parse(JSON.parse((await askg.run(ask)).out)).corpus.collection).toBe('maths');
    // The key of the owner is for whoever owns the folder.
    expect(statSync(askg.folder('data', 'server.json')).mode & 0o777).toBe(0o600);
  });

  it('answers the commands of the owner, who has started none', async () => {
    const environment = { ASKG_ANONYMOUS: 'none' };
    await askg.run(['ingest', join(fixtures, 'joss-2024.xml'), '--collection', 'maths', '--wait', 'indexed']);
    const answered = await askg.run(ask, { environment });
    expect(Answer.parse(JSON.parse(answered.out)).corpus.collection).toBe('maths');
  });
});
