import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '@askg/contract';
import { splitSource } from '@askg/ddm';
import type { SplitRequest, SplitReply } from './split-apart.ts';

/*
 * The entry of a thread that divides one file into its papers. Files are not to be trusted: what this takes in time and
 * memory is limited by the thread that started it.
 */

const { bytes, format } = workerData as SplitRequest;

async function reply(): Promise<SplitReply> {
  try {
    return { parts: await splitSource(bytes, { as: format }) };
  } catch (error) {
    if (error instanceof CodedError) return { problem: error.toProblem() };
    throw error;
  }
}

// The rule is about windows; a thread has one parent.
// eslint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(await reply());
