import { SequenceSession } from '../onnx/sequence/sequence-session.ts';
import { monoT5Expected, monoT5Ids, tinyMonoT5File } from './tiny-monot5.ts';

/*
 * Runs rows of token ids alone, together, filled up and with the answers changed, and prints the scores. It is no part of a test's own
 * process because the engine takes no arrays of a test's context.
 */

const rows = monoT5Expected.pairs.map(({ ids }) => ids).filter((ids) => ids.length <= monoT5Expected.maxTokens);
const columns = { relevant: monoT5Ids.true, other: monoT5Ids.false };
const longer = Array.from({ length: 200 }, () => 5);
const encoder = tinyMonoT5File('encoder_model.onnx');

const session = await SequenceSession.load(encoder, tinyMonoT5File('decoder_model.onnx'), 0);
const alone: (number | undefined)[] = [];
const padded: (number | undefined)[] = [];
for (const row of rows) {
  alone.push((await session.differences([row], columns))[0]);
  padded.push((await session.differences([row, longer], columns))[0]);
}
const together = await session.differences(rows, columns);
const turned = await session.differences(rows, { relevant: columns.other, other: columns.relevant });
const refused = await session.differences(rows, { relevant: 7000, other: 1 }).catch((error: Error) => error.message);
const others = await session.differences(rows, { relevant: monoT5Ids.true, other: monoT5Ids.blank });
await session.release();

process.stdout.write(`${JSON.stringify({ alone, padded, together, turned, refused, others })}\n`);
