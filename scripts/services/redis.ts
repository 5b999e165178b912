import { connect } from 'node:net';
import { startChild } from './child-service.ts';
import { freePort } from './free-port.ts';
import { missing } from './program.ts';
import type { Service } from './service.ts';

const patienceMs = 10_000;

/** Redis as it is installed on the machine, with what it holds kept in its folder. */
export const redis: Service = {
  name: 'redis',
  lacks: () => missing('redis-server'),
  async start({ folder, port }) {
    const chosen = port ?? (await freePort());
    const where = ['--bind', '127.0.0.1', '--port', String(chosen), '--dir', folder];
    return startChild({
      command: 'redis-server',
      parameters: [...where, '--appendonly', 'yes', '--maxmemory-policy', 'noeviction'],
      folder,
      settings: { REDIS_URL: `redis://127.0.0.1:${chosen}` },
      isReady: () => answersPing(chosen),
      patienceMs,
    });
  },
};

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (data) => {
      resolve(data.toString() === '+PONG\r\n');
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}
