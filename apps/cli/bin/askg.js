#!/usr/bin/env node
/*
 * Starts the command in a Node that is new enough: the running one, else the one that comes as the npm package `node`.
 * Plain JavaScript that old versions of Node can parse.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const needed = [22, 13];
const entry = new URL('../dist/main.js', import.meta.url);
const couldNotRun = 3;

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

function refuse(line) {
  process.stderr.write(`${line}\n`);
  process.exitCode = couldNotRun;
}

/** The executable of the npm package `node`, if it is installed for this system. */
function packagedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function rerun(node) {
  const flags = ['--disable-warning=ExperimentalWarning', fileURLToPath(entry)];
  const child = spawn(node, flags.concat(process.argv.slice(2)), {
    stdio: 'inherit',
    // The command ends when this process is gone.
    env: Object.assign({}, process.env, { ASKG_FOLLOW_PARENT: '1' }),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches the child by itself: it is in the same group.
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  }
  child.on('error', (error) => refuse(`cli/old-node: ${node} cannot be started (${error.message}). Run \`npm ci\`.`));
  child.on('exit', (code, signal) => {
    process.exit(signal === null ? code : 128 + constants.signals[signal]);
  });
}

if (!existsSync(entry)) {
  refuse('cli/not-built: askg has not been built. Run `npm run build` first.');
} else if (isNewEnough(process.versions.node)) {
  const emit = process.emitWarning.bind(process);
  // Same as --disable-warning=ExperimentalWarning, which cannot be given to a process that runs: SQLite is meant.
  process.emitWarning = (warning, ...rest) => {
    if (rest[0] !== 'ExperimentalWarning') emit(warning, ...rest);
  };
  await import(entry.href);
} else {
  const node = packagedNode();
  if (node === undefined) {
    refuse(
      `cli/old-node: askg needs Node ${needed.join('.')} or newer; this is ${process.versions.node}. ` +
        'Install a newer Node, or run `npm ci` in the checkout, which brings one.',
    );
  } else rerun(node);
}
