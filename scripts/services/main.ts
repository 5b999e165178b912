import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { services } from './services.ts';

/*
 * `npm run services -- NAME [--port N] [--folder DIR]`: starts a server, prints the settings by which askg finds it, one a
 * line, and stops it on Ctrl-C. Without a folder what it stored goes with it.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string' }, folder: { type: 'string' } },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const service = services.find(({ name }) => name === positionals[0]);
if (service === undefined || positionals.length > 1) {
  say(`Say which: ${services.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const lacking = service.lacks();
if (lacking !== undefined) {
  say(`${service.name} cannot be started here: ${lacking}.`);
  process.exit(3);
}
const folder = values.folder === undefined ? mkdtempSync(join(tmpdir(), 'askg-service-')) : resolve(values.folder);
await mkdir(folder, { recursive: true });
const ending = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
say(`Starting ${service.name} …`);
const running = await service.start({ folder, ...(values.port === undefined ? {} : { port: Number(values.port) }) });
for (const [name, value] of Object.entries(running.environment)) process.stdout.write(`${name}=${value}\n`);
say(`${service.name} runs as process ${running.pid}; Ctrl-C stops it.`);
await ending;
await running.stop();
if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
