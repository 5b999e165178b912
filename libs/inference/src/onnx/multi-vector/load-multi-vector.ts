import { readFileSync } from 'node:fs';
import { OnnxSession } from '../onnx-session.ts';
import type { Task } from '../tasks.ts';
import type { WorkerSetup } from '../worker-messages.ts';
import { type MultiVectorItem, type MultiVectorSetup, multiVectorTask } from './multi-vector-task.ts';
import { MultiVectorTokenizer } from './multi-vector-tokenizer.ts';
import { Projection } from './projection.ts';
import { readTensor } from '../../safetensors.ts';
import type { EncodedText } from '../../multi-vector-encoder.ts';

/** Loads tokenizer, graph and head, and shows with first runs that they fit together. Throws when they do not. */
export async function loadMultiVector(
  { tokenizer, weights }: Pick<WorkerSetup, 'tokenizer' | 'weights'>,
  { rules, head }: MultiVectorSetup,
): Promise<{ session: OnnxSession; task: Task<MultiVectorItem, EncodedText> }> {
  const cutter = new MultiVectorTokenizer(JSON.parse(readFileSync(tokenizer, 'utf8')) as object, rules);
  const layer = head.path === undefined ? undefined : readTensor(readFileSync(head.path), 'linear.weight');
  const projection = layer && new Projection(layer, head.dimensions);
  const session = await OnnxSession.load(weights, head.output);
  const task = multiVectorTask(head, session, cutter, projection);
  await task.prove();
  return { session, task };
}
