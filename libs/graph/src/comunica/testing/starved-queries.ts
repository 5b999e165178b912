/* Asks a federated store three times while the process may open no more files, and prints the codes of what it throws. */
import { openSync } from 'node:fs';
import { GraphError } from '../../graph-error.ts';
import type { GraphStore } from '../../store.ts';
import { FederatedStore } from '../federated-store.ts';

const endpoint = 'http://127.0.0.1/sparql';
const query = `SELECT * { SERVICE <${endpoint}> { ?s ?p ?o } }`;
// What is below is not asked: the query is for the other endpoint alone.
const below = { query: () => Promise.reject(new Error('asked')) } as unknown as GraphStore;
const store = new FederatedStore(below, {
  services: new Set([endpoint]),
  now: () => performance.now(),
  deadlineMs: 20_000,
  limits: { rows: 10, bytes: 1000 },
});

async function codeOf(): Promise<string> {
  try {
    await store.query(query, { client: 'one' });
    return 'answered';
  } catch (error) {
    return error instanceof GraphError ? error.code : String(error);
  }
}

function takeAllFiles(): void {
  try {
    for (;;) openSync('/dev/null', 'r');
  } catch {
    // None is left.
  }
}

takeAllFiles();
const codes: string[] = [];
for (let n = 0; n < 3; n++) codes.push(await codeOf());
process.stdout.write(`${codes.join(' ')}\n`);
