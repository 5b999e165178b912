import { beforeEach, describe, expect, it } from '@jest/globals';
import { GraphError } from '../graph-error.ts';
import { ClientLedger } from './client-ledger.ts';

let now: number;
let ledger: ClientLedger;

beforeEach(() => {
  now = 1000;
  ledger = new ClientLedger({ queries: 2, millisecondsPerMinute: 6000 }, () => now);
});

function refusal(client: string): [string, number | undefined] | undefined {
  try {
    ledger.open(client);
    return undefined;
  } catch (error) {
    if (error instanceof GraphError) return [error.code, error.retryAfterMs];
    throw error;
  }
}

function spend(client: string, milliseconds: number): void {
  ledger.open(client);
  ledger.begin(client, true);
  now += milliseconds;
  ledger.charge(client, milliseconds);
  ledger.end(client, true);
  ledger.close(client);
}

describe('the account of a client', () => {
  it('allows so many queries at the same time, to each client its own', () => {
    expect([refusal('a'), refusal('a'), refusal('a')?.[0], refusal('b')]).toEqual([
      undefined,
      undefined,
      'graph/client-busy',
      undefined,
    ]);
    ledger.close('a');
    expect(refusal('a')).toBeUndefined();
  });

  it('is closed when its engine time is used up, until enough has come in', () => {
    spend('a', 9000);
    // It had 6000, so that 3000 are owed, at 100 a second.
    expect(refusal('a')).toEqual(['graph/client-budget', 30_010]);
    expect(refusal('b')).toBeUndefined();
    now += 30_010;
    expect(refusal('a')).toBeUndefined();
  });

  it('never holds more than a minute of saving', () => {
    now += 3_600_000;
    spend('a', 7000);
    expect(refusal('a')?.[0]).toBe('graph/client-budget');
  });

  it('counts heavy queries that run', () => {
    ledger.begin('a', true);
    ledger.begin('a', false);
    expect([ledger.heavyOf('a'), ledger.heavyOf('b')]).toEqual([1, 0]);
    ledger.end('a', true);
    ledger.end('a', false);
    expect(ledger.heavyOf('a')).toBe(0);
  });

  it('remembers for a minute that a query was not as cheap as it looked', () => {
    ledger.distrust('a');
    expect([ledger.isDistrusted('a'), ledger.isDistrusted('b')]).toEqual([true, false]);
    now += 60_000;
    expect(ledger.isDistrusted('a')).toBe(false);
  });

  it('is forgotten when it is as good as new, however many clients come', () => {
    for (let n = 0; n < 3000; n += 1) {
      ledger.open(`client ${n}`);
      ledger.close(`client ${n}`);
    }
    spend('a', 9000);
    expect(refusal('a')?.[0]).toBe('graph/client-budget');
  });
});
