/* Comunica over an N3 store: `comunica-process FILE.nt`. Results are taken as bindings, not serialised. */
import { createReadStream } from 'node:fs';
import { QueryEngine } from '@comunica/query-sparql';
import { Store, StreamParser } from 'n3';
import { serveLines } from './serve-lines.ts';

const [file = ''] = process.argv.slice(2);
const store = new Store();
for await (const quad of createReadStream(file).pipe(new StreamParser({ format: 'N-Triples' }))) store.addQuad(quad);

const engine = new QueryEngine();
let rows = 0;
await serveLines(
  async (query) => {
    rows = 0;
    const result = await engine.query(query, { sources: [store] });
    if (result.resultType === 'boolean') {
      await result.execute();
      rows = 1;
    } else if (result.resultType !== 'void') {
      for await (const _ of await result.execute()) rows += 1;
    }
  },
  () => rows,
);
