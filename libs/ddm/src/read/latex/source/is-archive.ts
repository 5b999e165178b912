import { inflateHead, isGzip } from '../../gzip/inflate.ts';

/** Whether a file is an archive of several: a tar, plain or compressed by gzip. */
export function isArchive(bytes: Uint8Array): boolean {
  return isTar(isGzip(bytes) ? inflateHead(bytes) : bytes);
}

/** Whether the bytes begin as a tar archive does. */
export function isTar(bytes: Uint8Array): boolean {
  // The magic of POSIX and of GNU; archives older than both have a checksum only.
  return String.fromCharCode(...bytes.subarray(257, 262)) === 'ustar' || hasTarChecksum(bytes);
}

function hasTarChecksum(bytes: Uint8Array): boolean {
  if (bytes.length < 512 || bytes[0] === 0) return false;
  const stated = Number.parseInt(String.fromCharCode(...bytes.subarray(148, 156)).replaceAll('\0', ' '), 8);
  let sum = 0;
  for (let i = 0; i < 512; i++) sum += i >= 148 && i < 156 ? 32 : (bytes[i] ?? 0);
  return sum === stated;
}
