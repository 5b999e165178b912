import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The text of a file, unpacked where its name ends in `.gz`. */
export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The rows of a file with a JSON value on each line. */
export function readRows<Row>(path: string): Row[] {
  const lines = readText(path).split('\n');
  return lines.flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Row]));
}
