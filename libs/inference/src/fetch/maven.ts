import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, resolve as absolute } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { MavenSource } from '../manifest/model-entry.ts';
import { SourceFailure } from './source-failure.ts';

/** Pinned, so that what runs is what was tried. */
const unpack = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack';
const keptOutput = 4_000;

/** An artifact's name as Maven writes it. */
export function coordinates(source: MavenSource): string {
  return `${source.group}:${source.artifact}:${source.version}`;
}

/**
 * Lets Maven fetch an artifact, from whatever repositories its own settings name, and unpack some entries of the jar into
 * a folder. Paths in the jar are kept. Throws `SourceFailure` when there is no Maven or it finds no artifact.
 */
export async function unpackArtifact(
  source: MavenSource,
  entries: readonly string[],
  folder: string,
  options: { command: string; signal: AbortSignal; connectTimeoutMs: number; stallTimeoutMs: number },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  // Maven runs in the folder, so that no project file lies about; a relative path would be taken from there.
  const output = absolute(folder);
  const parameters = [
    '--batch-mode',
    '--quiet',
    // Otherwise it remembers for a day that an artifact could not be had.
    '--update-snapshots',
    unpack,
    `-Dartifact=${coordinates(source)}`,
    `-DoutputDirectory=${output}`,
    `-Dmdep.unpack.includes=${entries.join(',')}`,
    `-DmarkersDirectory=${join(output, '.markers')}`,
    `-Daether.connector.connectTimeout=${options.connectTimeoutMs}`,
    `-Daether.connector.requestTimeout=${options.stallTimeoutMs}`,
  ];
  await run(options.command, parameters, folder, options.signal);
}

function run(command: string, parameters: string[], folder: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: folder, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (text: string): void => {
      output = (output + text).slice(0, keptOutput);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error: NodeJS.ErrnoException) => {
      const missing = `needs Maven, and there is no ${command} on the PATH`;
      const reason = error.code === 'ENOENT' ? missing : `Maven cannot be started (${error.message})`;
      reject(signal.aborted ? error : new SourceFailure(reason, { cause: error }));
    });
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new SourceFailure(`Maven gave up: ${firstError(output)}`));
    });
  });
}

/** Maven says much; the first line that it marks as an error says it best. */
function firstError(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim());
  const line =
    lines.find((candidate) => candidate.startsWith('[ERROR]')) ?? lines.find((candidate) => candidate !== '');
  return (line ?? 'it said nothing')
    .replace(/^\[ERROR\] (Failed to execute goal .*? on project \S+: )?/, '')
    .replace(/ -> \[Help 1\]$/, '')
    .slice(0, 400);
}
