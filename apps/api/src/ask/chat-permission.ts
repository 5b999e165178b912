import type { IncomingHttpHeaders } from 'node:http';

const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])\.?(:\d{1,5})?$/i;
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'];

/** Whether a server that listens on this address is reached from its own machine only. */
export function isLoopback(host: string): boolean {
  return loopbackNames.test(host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
}

/**
 * Whether a request may use a chat model that costs money: only one that comes from this machine itself. A proxy that
 * serves other machines connects from here too, so the name that was called and the traces of forwarding count as well.
 */
export function mayUseChat({ headers }: { headers: IncomingHttpHeaders }, listenHost: string): boolean {
  return (
    isLoopback(listenHost) &&
    loopbackNames.test(headers.host ?? '') &&
    forwarding.every((name) => headers[name] === undefined)
  );
}
