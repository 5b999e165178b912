import { InferenceError, type InferenceErrorCode } from '../inference-error.ts';
import type { LastTokenEncoder } from '../last-token-encoder.ts';
import type { RunOptions } from '../run-options.ts';

/** One token in the vocabularies of the Qwen family, which cut digits one by one, and in those cut by bytes. */
const digit = '7';
const start = '<|im_start|>';
const end = '<|endoftext|>';
/** More than the 512 tokens at which many servers cut by default. */
const long = 600;

/**
 * Cosine from which on two vectors count as one. Of Qwen2.5-1.5B with 4-bit weights a digit and nine of them have 0.9998; with an
 * end token behind each 0.98, with a start token before 0.73, with `query: ` before 0.61.
 */
const same = 0.999;
/** Cosine from which on a long prompt's last token counts for nothing: a mean over 600 tokens comes within 0.000005 of 1. */
const alike = 0.9999;

/** Prompts of very different length, so that wrong padding shows. */
const company = [
  'Gravity is a force that attracts two bodies towards each other, and keeps the planets near the sun.',
  'a',
  `The capital of China is Beijing.${end}`,
  `${start}user\nWhich comes first?<|im_end|>\n`,
];

/**
 * Shows by some short calls that an encoder gives the plain state of a prompt's last token.
 *
 * A decoder with rotary positions gives a token that is repeated n times the same last state for each n: all it attends to is
 * alike, and only distances between positions count. So a server whose vector changes with n has put something before or behind,
 * whatever its weights are; and one whose vector of a long row of digits that ends in something else is still that of the
 * digit has cut the end. Whether it pools by the last token is seen in long prompts that differ in that token alone: a mean over
 * them would hardly notice.
 * @returns unitLength: whether all vectors had length 1
 * @throws InferenceError `inference/adds-tokens`, `inference/wrong-pooling`, `inference/mixes-inputs`
 */
export async function probeLastToken(
  encoder: LastTokenEncoder,
  options: RunOptions = {},
): Promise<{ unitLength: boolean }> {
  const seen: Float32Array[] = [];
  const alone = async (prompt: string): Promise<Float32Array> => {
    const [state = new Float32Array()] = await encoder.lastStates([prompt], options);
    seen.push(state);
    return state;
  };
  const repeats = async (token: string): Promise<boolean> =>
    cosine(await alone(token), await alone(token.repeat(9))) >= same;

  const plain = await alone(digit);
  if (!(await repeats(digit))) {
    const what = (await repeats(end)) ? end : 'a BOS or another end token, an instruction or a chat template';
    throw fault('inference/adds-tokens', encoder, `it adds ${what} to each text.`);
  }
  if (!(await repeats(start))) {
    throw fault('inference/adds-tokens', encoder, `it reads ${start} as letters, or adds something to special tokens.`);
  }
  const row = digit.repeat(long);
  const [one, other] = [await alone(`${row}${end}`), await alone(`${row}?`)];
  if (cosine(one, plain) >= alike) {
    throw fault(
      'inference/wrong-pooling',
      encoder,
      `a prompt of ${long} tokens has the vector of its beginning: it is cut, or pooled otherwise.`,
    );
  }
  if (cosine(one, other) >= alike) {
    throw fault('inference/wrong-pooling', encoder, 'prompts that differ in their last token have the same vector.');
  }
  if (cosine(await alone(`the river ${digit}`), await alone(`no colour ${digit}`)) > 1 - 1e-7) {
    throw fault('inference/wrong-pooling', encoder, 'what stands before the last token makes no difference.');
  }
  await checkCompany(encoder, options, alone);
  return { unitLength: seen.every((state) => Math.abs(Math.hypot(...state) - 1) < 1e-3) };
}

async function checkCompany(
  encoder: LastTokenEncoder,
  options: RunOptions,
  alone: (prompt: string) => Promise<Float32Array>,
): Promise<void> {
  const singles: Float32Array[] = [];
  for (const prompt of company) singles.push(await alone(prompt));
  const together = await encoder.lastStates(company, options);
  for (const [i, state] of together.entries()) {
    if (cosine(state, singles[i]) >= same) continue;
    const whose = singles.findIndex((single) => cosine(state, single) >= same);
    const detail =
      whose === -1 ? 'its vectors change with the texts beside.' : 'it gives the vectors of a call in another order.';
    throw fault('inference/mixes-inputs', encoder, detail);
  }
}

function fault(code: InferenceErrorCode, { model }: LastTokenEncoder, detail: string): InferenceError {
  return new InferenceError(code, `${model.name}: ${detail}`);
}

function cosine(a: Float32Array, b: Float32Array = new Float32Array()): number {
  const dot = (x: Float32Array, y: Float32Array): number => x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
