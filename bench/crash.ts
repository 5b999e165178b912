/**
 * `npm run test:crash -- [FOLDER] [--kills N] [--seed N] [--save]`: ends an ingest of all JATS papers of a folder (those in
 * `.tar.gz` archives too) by `kill -9` at N random moments, gives the same command again, and compares every graph digest
 * with those of an undisturbed run. After each kill it also proves that nothing committed was lost and nothing is half
 * there. `--save` writes the report to `results/crash.json`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { graphsOf, ingestUndisturbed, startIngest } from './crash/ingest-command.ts';
import { differences, proveSound } from './crash/prove.ts';
import { randomNumbers } from './crash/random-numbers.ts';
import { jatsFiles } from './jats-files.ts';

const root = join(import.meta.dirname, '..');
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    save: { type: 'boolean', default: false },
  },
});
const folder = positionals[0] ?? join(root, 'demo', 'papers');
const kills = Number(values.kills);
const seed = Number(values.seed);
/** Kills that one corpus lives through, at most, before it is read to the end and compared. */
const killsPerCorpus = 3;

const random = randomNumbers(seed);
const scratch = mkdtempSync(join(tmpdir(), 'askg-crash-'));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  const papers = join(scratch, 'papers');
  mkdirSync(papers);
  const files = await jatsFiles(folder);
  for (const [n, { name, bytes }] of files.entries()) {
    writeFileSync(join(papers, `${String(n).padStart(4, '0')}-${name.replaceAll('/', '_')}`), bytes);
  }
  const calm = join(scratch, 'calm');
  const calmMs = await ingestUndisturbed(calm, papers);
  const expected = graphsOf(calm);
  say(`${files.length} files, ${expected.size} graphs, undisturbed in ${Math.round(calmMs)} ms`);

  let done = 0;
  const faults: string[] = [];
  let round = 1;
  for (; done < kills; round++) {
    const data = join(scratch, `round-${round}`);
    let committed = new Map<string, string>();
    for (let n = 0; n < killsPerCorpus && done < kills; n++) {
      const moment = random() * calmMs;
      const what = random() < 0.5 ? 'all processes' : 'the command';
      const wasRunning = await startIngest(data, papers).killAfter(moment, what);
      const now = graphsOf(data);
      faults.push(...(await proveSound(data, committed, now)));
      committed = now;
      if (!wasRunning) break;
      done++;
      say(`kill ${done} of ${kills} after ${Math.round(moment)} ms: ${now.size} of ${expected.size} graphs`);
    }
    await ingestUndisturbed(data, papers);
    faults.push(...(await proveSound(data, committed, graphsOf(data))), ...differences(expected, graphsOf(data)));
    rmSync(data, { recursive: true });
  }
  const report = {
    test: 'kill -9 at random moments of an ingest, then the same command again',
    machine: { node: process.version, cores: cpus().length },
    files: files.length,
    graphs: expected.size,
    undisturbedMs: Math.round(calmMs),
    kills: done,
    corpora: round - 1,
    seed,
    sameDigests: faults.length === 0,
    faults,
  };
  const text = `${JSON.stringify(report, null, 2)}\n`;
  if (values.save) {
    mkdirSync(join(root, 'results'), { recursive: true });
    writeFileSync(join(root, 'results', 'crash.json'), text);
  }
  process.stdout.write(text);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
