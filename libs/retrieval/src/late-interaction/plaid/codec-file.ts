import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RetrievalError } from '../../retrieval-error.ts';
import { fromHalfBits, halfBits } from '../residual/half-float.ts';
import type { ResidualBits } from '../residual/packed-buckets.ts';
import { levelsOfBucket } from '../residual/level-groups.ts';
import { RefinedCodec } from '../residual/refined-codec.ts';
import { ResidualCodec } from '../residual/residual-codec.ts';
import type { TokenVectorCodec } from '../residual/token-vector-codec.ts';
import { writeWhole } from '../whole-file.ts';

const magic = 'ASKGPLC1';
/** The mark, dimensions, bits, centroids and the number of levels in a bucket, 0 for none; all numbers little-endian. */
const headerBytes = magic.length + 4 * 4;

/** Cutoffs, weights and levels as 32-bit floats, then the centroids as 16-bit floats. */
export async function writeCodec(folder: string, name: string, codec: TokenVectorCodec): Promise<void> {
  const { coarse, levels } = partsOf(codec);
  const { cutoffs, weights } = coarse.buckets;
  const header = Buffer.alloc(headerBytes);
  header.write(magic, 'latin1');
  header.writeUInt32LE(codec.dimensions, 8);
  header.writeUInt32LE(coarse.bits, 12);
  header.writeUInt32LE(codec.centroids.count, 16);
  header.writeUInt32LE(levels.length / weights.length, 20);
  const centroids = Uint16Array.from(codec.centroids.data, halfBits);
  await writeWhole(folder, name, [header, ...[cutoffs, weights, levels, centroids].map(bytesOf)]);
}

/** @throws RetrievalError retrieval/damaged-index */
export async function readCodec(folder: string, name: string): Promise<TokenVectorCodec> {
  const file = await readFile(join(folder, name));
  const damaged = (): RetrievalError => new RetrievalError('retrieval/damaged-index', `${name} is not a whole codec.`);
  if (file.length < headerBytes || file.toString('latin1', 0, magic.length) !== magic) throw damaged();
  const [dimensions, bits, count, levels] = [8, 12, 16, 20].map((at) => file.readUInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ];
  if (!isResidualBits(bits) || ![0, levelsOfBucket].includes(levels)) throw damaged();
  const cutoffs = 2 ** bits - 1;
  const coarseNumbers = cutoffs + 2 ** bits;
  const numbers = coarseNumbers + levels * 2 ** bits;
  if (file.length !== headerBytes + 4 * numbers + 2 * count * dimensions) throw damaged();
  const floats = Float32Array.from({ length: numbers }, (_, i) => file.readFloatLE(headerBytes + 4 * i));
  const halves = headerBytes + 4 * numbers;
  const data = new Float32Array(count * dimensions);
  for (let i = 0; i < data.length; i++) data[i] = fromHalfBits(file.readUInt16LE(halves + 2 * i));
  const coarse = new ResidualCodec(
    { count, dimensions, data },
    { cutoffs: floats.subarray(0, cutoffs), weights: floats.subarray(cutoffs, coarseNumbers) },
    bits,
  );
  return levels === 0 ? coarse : new RefinedCodec(coarse, floats.subarray(coarseNumbers));
}

/** The two codecs that there are. */
function partsOf(codec: TokenVectorCodec): { coarse: ResidualCodec; levels: Float32Array } {
  if (codec instanceof RefinedCodec) return codec;
  if (codec instanceof ResidualCodec) return { coarse: codec, levels: new Float32Array() };
  throw new TypeError('The index keeps the codecs of this package only.');
}

function isResidualBits(bits: number): bits is ResidualBits {
  return bits === 1 || bits === 2 || bits === 4;
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Uint16Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
