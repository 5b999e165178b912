import { Answer, AnswerDiff } from '@askg/contract';
import { request } from '../server/request.ts';
import { withServer } from '../server/with-server.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import type { Shell } from '../shell/shell.ts';

export type RerunOptions = { on: 'kept' | 'current'; model?: string };

export type Rerun = { diff: AnswerDiff; answer?: Answer };

/** Has the question of an answer asked again by the server, or its queries run on the graphs of its commit. */
export async function rerunAnswer(shell: Shell, id: string, { on, model }: RerunOptions): Promise<Rerun> {
  const interrupt = listenForInterrupt(() => shell.say('Stopping …'));
  try {
    return await withServer(shell, interrupt.stop, async (server) => {
      const response = await request(server, {
        path: `/api/answers/${encodeURIComponent(id)}/rerun`,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ on, ...(model === undefined ? {} : { model }) }),
        signal: interrupt.stop,
      });
      const { diff, answer } = (await response.json()) as Rerun;
      return { diff: AnswerDiff.parse(diff), ...(answer === undefined ? {} : { answer: Answer.parse(answer) }) };
    });
  } finally {
    interrupt.release();
  }
}
