import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { tinyProjector } from '../../testing/tiny-listwise.ts';
import { cosine } from './cosine.ts';
import { Projector, readProjector } from './projector.ts';

const folder = mkdtempSync(join(tmpdir(), 'projector-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tensor = (shape: number[], ...numbers: number[]) => ({ shape, data: Float32Array.from(numbers) });

/** A safetensors file of these tensors, given as bytes. */
function written(tensors: Record<string, { dtype: string; shape: number[]; bytes: number[] }>): string {
  let at = 0;
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  for (const [name, { dtype, shape, bytes }] of Object.entries(tensors)) {
    header[name] = { dtype, shape, data_offsets: [at, (at += bytes.length)] };
  }
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  const path = join(folder, `${createHash('sha256').update(text).digest('hex')}.safetensors`);
  writeFileSync(path, Buffer.concat([length, text, Buffer.from(Object.values(tensors).flatMap(({ bytes }) => bytes))]));
  return path;
}

describe('the projector', () => {
  it('is a layer, ReLU and a layer', () => {
    const projector = new Projector(tensor([2, 3], 1, 2, 0, -1, 0, 1), tensor([2, 2], 1, 10, -1, 1));
    // First layer: 1·1 + 2·2 = 5 and -1 + 3 = 2; with the sign of the state turned both are cut to 0.
    expect([...projector.project(Float32Array.of(1, 2, 3))]).toEqual([25, -3]);
    expect([...projector.project(Float32Array.of(-1, -2, -3))]).toEqual([0, 0]);
    expect(projector.inputs).toBe(3);
  });

  it('makes a longer state a longer vector of the same direction', async () => {
    const projector = await readProjector(tinyProjector);
    const state = Float32Array.from({ length: 64 }, (_, i) => Math.sin(i + 1));
    const [once, tenfold] = [projector.project(state), projector.project(state.map((value) => value * 10))];
    expect(once).toHaveLength(32);
    expect(cosine(once, tenfold)).toBeCloseTo(1, 6);
    expect(Math.hypot(...tenfold) / Math.hypot(...once)).toBeCloseTo(10, 4);
  });

  it('is read from 16-bit floats too', async () => {
    const path = written({
      // 1, -2 as bfloat16, then 0.5 as IEEE half.
      'projector.0.weight': { dtype: 'BF16', shape: [1, 2], bytes: [0x80, 0x3f, 0x00, 0xc0] },
      'projector.2.weight': { dtype: 'F16', shape: [1, 1], bytes: [0x00, 0x38] },
    });
    const projector = await readProjector(path);
    expect([...projector.project(Float32Array.of(7, 2))]).toEqual([1.5]);
  });

  it.each([
    ['is not there', () => join(folder, 'none'), 'ENOENT'],
    ['is empty', () => write('empty', Buffer.alloc(0)), 'too short'],
    ['ends within its header', () => write('short', Buffer.from([200, 0, 0, 0, 0, 0, 0, 0, 123])), 'cut off'],
    [
      'lacks a layer',
      () => written({ 'projector.0.weight': { dtype: 'F16', shape: [1, 1], bytes: [0, 0] } }),
      'projector.2.weight',
    ],
    [
      'is made of whole numbers',
      () => written({ 'projector.0.weight': { dtype: 'I8', shape: [1, 1], bytes: [0] } }),
      'I8',
    ],
    [
      'has layers that do not fit',
      () =>
        written({
          'projector.0.weight': { dtype: 'F16', shape: [2, 1], bytes: [0, 0, 0, 0] },
          'projector.2.weight': { dtype: 'F16', shape: [1, 1], bytes: [0, 0] },
        }),
      '2 outputs does not fit one of 1 inputs',
    ],
  ])('is refused when its file %s', async (_, path, message) => {
    await expect(readProjector(path())).rejects.toThrow(
      expect.objectContaining({ code: 'inference/damaged-model', message: expect.stringContaining(message) }),
    );
  });

  it('is refused when its file is another than the manifest names', async () => {
    const digest = createHash('sha256').update(readFileSync(tinyProjector)).digest('hex');
    await expect(readProjector(tinyProjector, digest)).resolves.toBeInstanceOf(Projector);
    await expect(readProjector(tinyProjector, 'a'.repeat(64))).rejects.toThrow('not the file the manifest names');
  });
});

function write(name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
