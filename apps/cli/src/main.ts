import { runCommand } from './run-command.ts';
import { followParent } from './shell/follow-parent.ts';

const { stdin, stdout, stderr, env } = process;

for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the output has gone (`askg papers | head`): nobody is left to tell.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

if (env['ASKG_FOLLOW_PARENT'] === '1' || env['npm_lifecycle_event'] !== undefined) {
  followParent(() => process.kill(process.pid, 'SIGTERM'));
}

const exitCode = await runCommand(process.argv.slice(2), {
  environment: env,
  stdin,
  writeOut: (text) => void stdout.write(text),
  screen: {
    write: (text) => void stderr.write(text),
    isTerminal: stderr.isTTY,
    get columns() {
      // Some terminals say 0.
      return stderr.columns || 80;
    },
    now: () => performance.now(),
  },
});
// What was written has to leave before the process does.
stdout.write('', () => process.exit(exitCode));
