import { crc32 } from 'node:zlib';

/** 1 January 1980 at midnight, the first time that the format knows: the same files make the same bytes. */
const date = 0x0021;
const isUtf8 = 0x0800;
const version = 20;

/**
 * Files in a ZIP archive, stored as they are (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3). For files
 * whose sizes and number fit the plain format: below 4 GiB together, and fewer than 65,535.
 */
export function zipFiles(files: readonly { name: string; bytes: Uint8Array }[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const path = Buffer.from(name);
    const common = commonPart(path.length, bytes);
    const header = Buffer.concat([uint32(0x04034b50), common, path]);
    local.push(header, Buffer.from(bytes));
    central.push(
      // Made by, comment, disk and attributes are nothing; what follows is where the file begins.
      Buffer.concat([uint32(0x02014b50), uint16(version), common, Buffer.alloc(10), uint32(offset), path]),
    );
    offset += header.length + bytes.byteLength;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.concat([
    uint32(0x06054b50),
    Buffer.alloc(4),
    uint16(files.length),
    uint16(files.length),
    uint32(directory.length),
    uint32(offset),
    uint16(0),
  ]);
  return Buffer.concat([...local, directory, end]);
}

/** What the header before a file and its entry in the directory have in common. */
function commonPart(nameLength: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([
    uint16(version),
    uint16(isUtf8),
    uint16(0),
    uint16(0),
    uint16(date),
    uint32(crc32(bytes)),
    uint32(bytes.byteLength),
    uint32(bytes.byteLength),
    uint16(nameLength),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
