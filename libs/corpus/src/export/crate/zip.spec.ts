import { crc32 } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { zipFiles } from './zip.ts';

const files = [
  { name: 'a.txt', bytes: Buffer.from('one') },
  { name: 'ü/b.bin', bytes: Buffer.from([0, 255, 80, 75]) },
  { name: 'empty', bytes: Buffer.alloc(0) },
];

/** The files of an archive, by way of its directory as programs read it. */
function filesOf(zip: Buffer): { name: string; bytes: Buffer }[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [sum, size, length] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + length);
    expect([zip.readUInt32LE(local), zip.toString('utf8', local + 30, local + 30 + length)]).toEqual([
      0x04034b50,
      name,
    ]);
    const bytes = zip.subarray(local + 30 + length, local + 30 + length + size);
    expect(crc32(bytes)).toBe(sum);
    at += 46 + length;
    return { name, bytes };
  });
}

it('an archive gives back the names and bytes that it was made of, and is the same each time', () => {
  expect(filesOf(zipFiles(files))).toEqual(files);
  expect(zipFiles(files)).toEqual(zipFiles(files));
  expect(filesOf(zipFiles([]))).toEqual([]);
});
