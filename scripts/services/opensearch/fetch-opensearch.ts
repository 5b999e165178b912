import { chmod, copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../program.ts';
import { descriptionOf, serverModules } from './server-modules.ts';

export const version = '2.19.1';
/** Pinned, so that what runs is what was tried. */
const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';
/** k-NN, and the neural search that it is a part of for hybrid queries. */
const plugins = ['opensearch-knn', 'neural-search'];

/** Puts together what the distribution of OpenSearch holds, from what Maven has: core, modules, the k-NN plugin. */
export async function fetchOpenSearch(folder: string): Promise<void> {
  const stage = join(folder, 'stage');
  await copyDependencies('core', join(folder, 'lib'), folder);
  await copyDependencies('modules', stage, folder);
  for (const name of plugins) await addPlugin(name, stage, folder);
  const jars = await readdir(stage);
  for (const each of serverModules) {
    const home = join(folder, 'modules', each.name);
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'plugin-descriptor.properties'), descriptionOf(each, version));
    if (each.policy !== undefined) await writeFile(join(home, 'plugin-security.policy'), each.policy);
    for (const jar of jars.filter(
      (name) => name.endsWith('.jar') && each.jars.some((start) => name.startsWith(start)),
    )) {
      await copyFile(join(stage, jar), join(home, jar));
    }
  }
  await rm(stage, { recursive: true });
  // The server wants to see it there.
  await mkdir(join(folder, 'bin'));
  // The server refuses to run as root, so that another user may have to read it.
  await chmod(folder, 0o755);
}

async function copyDependencies(pom: string, to: string, folder: string): Promise<void> {
  const where = ['-f', join(import.meta.dirname, `${pom}.pom.xml`), `-DoutputDirectory=${to}`];
  await runProgram('mvn', ['-q', '-B', ...where, `${plugin}:copy-dependencies`, '-DincludeScope=runtime'], folder);
}

async function addPlugin(name: string, stage: string, folder: string): Promise<void> {
  const artifact = `org.opensearch.plugin:${name}:${version}.0:zip`;
  await runProgram(
    'mvn',
    ['-q', '-B', `${plugin}:copy`, `-Dartifact=${artifact}`, `-DoutputDirectory=${stage}`],
    folder,
  );
  const home = join(folder, 'plugins', name.startsWith('opensearch-') ? name : `opensearch-${name}`);
  await mkdir(home, { recursive: true });
  await runProgram('unzip', ['-q', '-o', join(stage, `${name}-${version}.0.zip`), '-d', home], folder);
}
