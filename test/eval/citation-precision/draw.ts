/**
 * `node --conditions=source test/eval/citation-precision/draw.ts DATA`: draws the claims of rows and quotes anew, with the same seed,
 * and writes them into `claims.json`.
 */
import { join } from 'node:path';
import { drawClaims } from './draw-claims.ts';
import type { JudgedClaim } from './judged-claim.ts';
import { places } from './places.ts';
import { replaceClaims } from './write-claims.ts';

const [data = ''] = process.argv.slice(2);
const root = join(import.meta.dirname, '..', '..', '..');
const options = {
  data,
  models: process.env['ASKG_MODELS'] ?? join(root, 'data', 'models'),
  cache: join(root, 'node_modules', '.cache', 'askg-eval'),
};
const drawn: JudgedClaim[] = [];
for (const { name, quotas, open } of places) {
  if (Object.keys(quotas).length === 0) continue;
  process.stderr.write(`${name}\n`);
  const place = await open(options);
  try {
    drawn.push(...(await drawClaims(place, quotas)));
  } finally {
    await place.close();
  }
}
replaceClaims(['rows', 'quotes'], drawn);
