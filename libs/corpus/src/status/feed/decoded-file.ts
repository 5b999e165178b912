import { createReadStream } from 'node:fs';

/** The bytes of a file, piece by piece, until the signal ends it. */
async function* bytesOf(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of createReadStream(path)) {
    if (signal?.aborted) return;
    yield chunk as Uint8Array;
  }
}

/** The text of a file in UTF-8, or, where it is not that, in Windows-1252. The file is read twice. */
export async function* decodedFile(path: string, signal?: AbortSignal): AsyncGenerator<string, void> {
  const decoder = new TextDecoder((await isUtf8(path, signal)) ? 'utf-8' : 'windows-1252');
  for await (const bytes of bytesOf(path, signal)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function isUtf8(path: string, signal?: AbortSignal): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of bytesOf(path, signal)) decoder.decode(bytes, { stream: true });
    if (!signal?.aborted) decoder.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}
