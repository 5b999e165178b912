import { median } from '../../../bench/statistics.ts';
import type { Figure } from '../main.ts';
import type { Prediction } from './prediction.ts';

/** What a chat model cost: calls and tokens read, a question. */
export function modelFigures(asked: readonly Prediction[] | undefined): Figure[] {
  if (asked === undefined || asked.length === 0) return [];
  const calls = asked.map((each) => each.calls);
  const tokens = asked.map(({ inputTokens }) => inputTokens);
  const ms = asked.map((each) => each.ms);
  const fallen = asked.filter(({ degraded }) => degraded.includes('claims')).length;
  return [
    { name: 'model calls a question, median', value: median(calls), unit: '', bar: '<= 3' },
    { name: 'model calls a question, most', value: Math.max(...calls), unit: '', bar: '<= 6' },
    { name: 'input tokens a question, median', value: median(tokens), unit: '', bar: '<= 6000' },
    { name: 'input tokens a question, most', value: Math.max(...tokens), unit: '' },
    { name: 'claims of the model dropped or none made', value: fallen, unit: `of ${asked.length}` },
    { name: 'askg with a chat model, answer, median', value: median(ms), unit: 'ms' },
  ];
}
