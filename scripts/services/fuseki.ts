import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from './child-service.ts';
import { checkDigest, downloaded } from './downloads.ts';
import { freePort } from './free-port.ts';
import { fusekiConfig } from './fuseki-config.ts';
import { missing, runProgram } from './program.ts';
import type { RunningService, Service, ServiceOptions } from './service.ts';

const version = '5.6.0';
const jar = `jena-fuseki-server-${version}.jar`;
const digest = 'd28c1eaf703122ee628895a460c20fa4aa60a892f435d403ea8c036f241da1f8';
/** Pinned, so that what runs is what was tried. */
const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy';
const heap = '512m';
const patienceMs = 120_000;

export type FusekiOptions = ServiceOptions & {
  /** As it is switched on for askg; off to see what happens without. */
  unionDefaultGraph?: boolean;
  /** The one who is let in, by basic authentication; default: everybody. */
  login?: { user: string; password: string };
};

/** Apache Jena Fuseki with TDB2, fetched by Maven from whatever repositories its settings name. */
export const fuseki: Omit<Service, 'start'> & { start(options: FusekiOptions): Promise<RunningService> } = {
  name: 'fuseki',
  lacks: () => missing('java', 'mvn'),
  async start({ folder, port, unionDefaultGraph = true, login }) {
    const home = await downloaded(`fuseki-${version}`, fetchJar);
    const chosen = port ?? (await freePort());
    const config = join(folder, 'config.ttl');
    const access = login && { user: login.user, passwords: join(folder, 'passwords') };
    if (access && login) await writeFile(access.passwords, `${login.user}: ${login.password}\n`);
    await writeFile(config, fusekiConfig({ location: join(folder, 'tdb2'), unionDefaultGraph, access }));
    const url = `http://127.0.0.1:${chosen}`;
    return startChild({
      command: 'java',
      parameters: [`-Xmx${heap}`, '-jar', join(home, jar), '--localhost', '--port', String(chosen), '--config', config],
      folder,
      environment: { FUSEKI_BASE: join(folder, 'base') },
      settings: {
        SPARQL_ENDPOINT: `${url}/askg/query`,
        SPARQL_UPDATE_ENDPOINT: `${url}/askg/update`,
        SPARQL_GRAPH_STORE: `${url}/askg/data`,
      },
      isReady: async () => (await fetch(`${url}/$/ping`)).ok,
      patienceMs,
    });
  },
};

async function fetchJar(folder: string): Promise<void> {
  const artifact = `org.apache.jena:jena-fuseki-server:${version}`;
  await runProgram('mvn', ['-q', '-B', copy, `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`], folder);
  await checkDigest(join(folder, jar), digest);
}
