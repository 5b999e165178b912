import { join } from 'node:path';
import { openStack } from '../test/eval/stack/open-stack.ts';
import { demoQuestions, measureAnswers } from './ask/measure-answers.ts';
import type { Bench } from './main.ts';
import { memoryOf, processTree } from './process-memory.ts';
import { round } from './statistics.ts';

/** The model is looked for in ASKG_MODELS, or else in `data/models`; without it the answers are found by words alone. */
export const bench: Bench = {
  describe: 'Questions to the demo corpus without a chat model: first event, whole answer, memory of all processes.',
  async run({ data }) {
    const models = process.env['ASKG_MODELS'] ?? join(import.meta.dirname, '..', 'data', 'models');
    const stack = await openStack({ papers: data, models });
    try {
      const measures = await measureAnswers(stack.qa, demoQuestions(), { rounds: 3, bar: 1500 });
      const memory = round(memoryOf(processTree(process.pid)), 0);
      return [
        ...measures,
        { name: 'memory of all processes', value: memory, unit: 'MiB', bar: 1536 },
        {
          name: 'start',
          value: Object.values(stack.startMs).reduce((a, b) => a + b),
          unit: 'ms',
          details: { embedder: stack.embedderName, ...stack.startMs },
        },
      ];
    } finally {
      await stack.close();
    }
  },
};
