import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';
import type { GraphStore, QueryOptions, QueryResult, StoreStatus } from '@askg/graph';
import { clientOf } from '../access/client-of.ts';

const clients = new AsyncLocalStorage<string>();

/** Notes who makes a request, for all that is done for it. Comes after authentication. */
export function asClient(request: Request, _response: Response, next: NextFunction): void {
  clients.run(clientOf(request), next);
}

/**
 * The store, asked in the name of whoever made the request at hand: queries of pages, of questions and of the endpoint
 * alike count for their client. What the server asks for itself counts for nobody.
 */
export class ClientStore implements GraphStore {
  readonly #store: GraphStore;

  constructor(store: GraphStore) {
    this.#store = store;
  }

  query(sparql: string, options: QueryOptions = {}): Promise<QueryResult> {
    return this.#store.query(sparql, { client: clients.getStore(), ...options });
  }

  commit(): number {
    return this.#store.commit();
  }

  status(): StoreStatus {
    return this.#store.status();
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}
