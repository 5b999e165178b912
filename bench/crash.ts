/**
 * `npm run test:crash -- [FOLDER] [--kills N] [--seed N] [--save]`: ingests all JATS papers of a folder (those in `.tar.gz`
 * archives too) beside a server that clients read from, ends one or the other by `kill -9` at N random moments, and starts it
 * again. Nothing committed may be lost, nothing half there, no client may see the corpus go back, the server has to start
 * each time, and in the end every graph digest has to be that of an undisturbed run and what is served has to be what was
 * committed. `--save` writes the report to `results/crash.json`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { graphsOf, ingestUndisturbed, startIngest } from './crash/ingest-command.ts';
import { differences, lostGraphs, proveSound, servedFaults } from './crash/prove.ts';
import { randomNumbers } from './crash/random-numbers.ts';
import { Readers } from './crash/readers.ts';
import { RunningServer } from './crash/running-server.ts';
import { jatsFiles } from './jats-files.ts';
import { median } from './statistics.ts';

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
const victims = ['the server', 'the server', 'all processes', 'the command'] as const;
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
  const readyMs: number[] = [];
  let answers = 0;
  let round = 1;
  for (; done < kills; round++) {
    const data = join(scratch, `round-${round}`);
    let committed = new Map<string, string>();
    let server: RunningServer | undefined = await RunningServer.start(data);
    const readers = new Readers(() => server?.url);
    let ingest = startIngest(data, papers);
    try {
      for (let n = 0; n < killsPerCorpus && done < kills; n++) {
        const moment = random() * calmMs;
        const victim = victims[Math.floor(random() * victims.length)] ?? 'the server';
        if (victim === 'the server') {
          await delay(moment);
          const killed: RunningServer = server;
          server = undefined;
          await killed.kill();
        } else if (!(await ingest.killAfter(moment, victim))) break;
        const now = graphsOf(data);
        faults.push(...lostGraphs(committed, now));
        committed = now;
        done++;
        say(
          `kill ${done} of ${kills}, ${victim} after ${Math.round(moment)} ms: ${now.size} of ${expected.size} graphs`,
        );
        server ??= await RunningServer.start(data);
        readyMs.push(...(victim === 'the server' ? [server.readyMs] : []));
        if (victim !== 'the server') ingest = startIngest(data, papers);
      }
      await ingest.ended;
      await ingestUndisturbed(data, papers);
      faults.push(...(await servedFaults(server.url, graphsOf(data))));
    } finally {
      await readers.stop();
      await server?.kill();
      await ingest.killAfter(0, 'all processes');
    }
    answers += readers.answers;
    faults.push(...readers.faults);
    faults.push(...(await proveSound(data, committed, graphsOf(data))), ...differences(expected, graphsOf(data)));
    rmSync(data, { recursive: true });
  }
  const report = {
    test: 'kill -9 at random moments of a server that is read from and of an ingest beside it, then the same again',
    machine: { node: process.version, cores: cpus().length },
    files: files.length,
    graphs: expected.size,
    undisturbedMs: Math.round(calmMs),
    kills: done,
    killsOfServer: readyMs.length,
    serverReadyAgainMs: Math.round(median(readyMs)),
    answersRead: answers,
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
