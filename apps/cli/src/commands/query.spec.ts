import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Corpus } from '@askg/corpus';
import { run, type Ran } from '../testing/run.ts';

const query = 'SELECT ?s { SERVICE <http://127.0.0.1:1/sparql> { ?s ?p ?o } }';

let folder: string;
let corpus: Corpus;
const ask = (): Promise<Ran> => run(['query', '-', '--format', 'csv'], { ASKG_DATA: join(folder, 'data') }, query);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'askg-query-'));
  corpus = Corpus.create(join(folder, 'data'), { baseIri: 'http://localhost:3000/id/' });
});
afterAll(() => {
  corpus.close();
  rmSync(folder, { recursive: true });
});

describe('askg query with SERVICE', () => {
  it('is refused where no server runs, which alone may ask other endpoints', async () => {
    const { code, err } = await ask();
    expect([code, err]).toEqual([2, expect.stringMatching(/^graph\/service-refused: /)]);
  });

  it('is left to the server where one runs', async () => {
    const queries: string[] = [];
    const server = createServer(async (request, response) => {
      queries.push(await text(request));
      response.writeHead(200, { 'content-type': 'text/csv' }).end('s\r\nhttp://other.org/1\r\n');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const announced = corpus.announceServer(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    try {
      expect((await ask()).out).toBe('s\r\nhttp://other.org/1\r\n');
      expect(queries).toEqual([query]);
    } finally {
      announced.release();
      server.closeAllConnections();
      server.close();
    }
  });
});
