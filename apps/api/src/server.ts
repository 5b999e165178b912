import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { authentication } from './access/authentication.ts';
import { ApiError } from './api-error.ts';
import { AppModule, type Foundations } from './app.module.ts';
import { ProblemFilter } from './problems/problem.filter.ts';
import { admission } from './security/admission.ts';
import { allowedHosts } from './security/allowed-hosts.ts';
import { asClient } from './security/asking-client.ts';
import { limitConnections } from './security/limit-connections.ts';
import { securityHeaders } from './security/security-headers.ts';

export type ServerOptions = Foundations & {
  /** 0 takes any free port. */
  port: number;
  /** Pages of other origins may read the corpus. */
  isPublished?: boolean;
};

export type RunningServer = {
  /** Where the server answers, such as `http://127.0.0.1:3000`. */
  url: string;
  close: () => Promise<void>;
};

/** Starts to answer HTTP. @throws ApiError `api/port-in-use`, `api/cannot-listen` */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { corpus, host, port, log, access = { anonymous: 'all', proxies: 0 } } = options;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.over(options), {
    logger: false,
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(
    securityHeaders,
    admission(allowedHosts(host, corpus.baseIri), options.isPublished),
    authentication(corpus, access),
    asClient,
  );
  app.useGlobalFilters(new ProblemFilter(log));
  limitConnections(app.getHttpServer(), access.proxies > 0);
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    throw listenError(error, host, port);
  }
  const address = app.getHttpServer().address() as AddressInfo;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`, close: () => app.close() };
}

function listenError(error: unknown, host: string, port: number): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'EADDRINUSE') {
    return new ApiError('api/port-in-use', `Port ${port} of ${host} is taken by another program.`, { cause: error });
  }
  return new ApiError('api/cannot-listen', `${host}, port ${port}: ${String(error.code)}.`, { cause: error });
}
