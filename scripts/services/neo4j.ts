import { connect } from 'node:net';
import { join } from 'node:path';
import { startChild } from './child-service.ts';
import { downloaded } from './downloads.ts';
import { freePort } from './free-port.ts';
import { missing, runProgram } from './program.ts';
import type { Service } from './service.ts';

const version = '5.26.0';
const source = join(import.meta.dirname, 'neo4j');
const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
const heap = '512m';
const patienceMs = 180_000;
/** Neo4j reaches into these packages of Java. */
const opened = ['java.nio', 'java.lang'].flatMap((name) => ['--add-opens', `java.base/${name}=ALL-UNNAMED`]);

/** Neo4j community over Bolt, fetched by Maven from whatever repositories its settings name. */
export const neo4j: Service = {
  name: 'neo4j',
  lacks: () => missing('java', 'mvn'),
  async start({ folder, port }) {
    const home = await downloaded(`neo4j-${version}`, fetchJars);
    const chosen = port ?? (await freePort());
    const program = join(source, 'EmbeddedNeo4j.java');
    return startChild({
      command: 'java',
      parameters: [`-Xmx${heap}`, ...opened, '-cp', join(home, '*'), program, join(folder, 'home'), String(chosen)],
      folder,
      settings: { NEO4J_URL: `bolt://127.0.0.1:${chosen}` },
      isReady: () => speaksBolt(chosen),
      patienceMs,
    });
  },
};

async function fetchJars(folder: string): Promise<void> {
  const where = ['-f', join(source, 'pom.xml'), `-DoutputDirectory=${folder}`];
  await runProgram('mvn', ['-q', '-B', ...where, copy, '-DincludeScope=runtime'], folder);
}

/** Whether a handshake is answered with a version: https://neo4j.com/docs/bolt/current/bolt/handshake/ */
function speaksBolt(port: number): Promise<boolean> {
  // The magic number, then four versions of the protocol that are offered.
  const handshake = Buffer.from('6060b01700000005000004050000000400000000', 'hex');
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(handshake));
    socket.setTimeout(2000, () => socket.destroy());
    socket.once('data', (data) => {
      resolve(data.length === 4 && data.readUInt32BE() !== 0);
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
