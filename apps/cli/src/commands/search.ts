import { InvalidArgumentError } from 'commander';
import { Hit, statusWords } from '@askg/contract';
import type { AddCommand } from '../program.ts';
import { request } from '../server/request.ts';
import { withServer } from '../server/with-server.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import type { Shell } from '../shell/shell.ts';

type SearchOptions = JsonOptions & { k: number; paper?: string; collection?: string };

export const searchCommand: AddCommand = (program, shell) => {
  const command = program
    .command('search')
    .description('Find passages by words and by meaning.')
    .argument('<WORDS...>')
    .option('-k <N>', 'number of passages, at most 100', toCount, 10)
    .option('--paper <KEY>', 'only in this paper')
    .option('--collection <name>', 'only in the papers of this collection');
  addJsonOptions(command, { lines: true }).action((words: string[], options: SearchOptions) =>
    search(shell, words.join(' '), options),
  );
};

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 100) throw new InvalidArgumentError('A whole number, 1 to 100.');
  return count;
}

async function search(shell: Shell, words: string, options: SearchOptions): Promise<void> {
  const interrupt = listenForInterrupt(() => shell.say('Stopping …'));
  try {
    const { k, paper, collection } = options;
    const query = new URLSearchParams({
      q: words,
      k: String(k),
      ...(paper === undefined ? {} : { paper }),
      ...(collection === undefined ? {} : { collection }),
    });
    const hits = await withServer(shell, interrupt.stop, async (server) => {
      const response = await request(server, { path: `/api/search?${query.toString()}`, signal: interrupt.stop });
      const degraded = response.headers.get('askg-degraded');
      for (const { step, used, reason } of degraded === null ? [] : (JSON.parse(degraded) as Note[])) {
        shell.say(`${step}: ${used}. ${reason}`);
      }
      return Hit.array().parse(await response.json());
    });
    if (options.json) return shell.printJson(hits);
    if (options.jsonl) return hits.forEach((hit) => shell.printJsonLine(hit));
    if (hits.length === 0) return shell.say('Nothing was found.');
    for (const line of hits.flatMap(hitLines)) shell.print(line);
  } finally {
    interrupt.release();
  }
}

type Note = { step: string; used: string; reason: string };

function hitLines({ iri, title, section, text, status }: Hit, place: number): string[] {
  return [
    `${place + 1}. ${status ? `(${statusWords(status)}) ` : ''}${title}${section === undefined ? '' : ` › ${section}`}`,
    `   ${text.replaceAll(/\s+/g, ' ')}`,
    `   ${iri}`,
    '',
  ];
}
