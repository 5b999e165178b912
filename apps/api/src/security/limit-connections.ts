import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../access/client-address.ts';

/** Connections of one address, or of one /64 network of IPv6, at the same time; a proxy in front makes many of one. */
const mostOfAddress = 256;

/**
 * Slow or endless requests do not hold a connection, and no address takes all: a request has to arrive whole within these
 * times, in milliseconds.
 * @param hasProxy whether connections come from a proxy, which speaks for many
 */
export function limitConnections(server: Server, hasProxy: boolean): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 5_000;
  server.maxHeadersCount = 100;
  // How often the times above are looked at; only read when the server begins to listen, and missing in its types.
  Object.assign(server, { connectionsCheckingInterval: 1000 });
  const most = hasProxy ? Infinity : mostOfAddress;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = networkOf(socket.remoteAddress ?? '') ?? '';
    const count = (open.get(address) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
}
