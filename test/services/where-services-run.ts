import { describe } from '@jest/globals';
import type { Service } from '../../scripts/services/service.ts';

/** `npm run test:services` sets it. */
export const areServicesWanted = process.env['ASKG_TEST_SERVICES'] === '1';

/**
 * `describe` where the service can be started and is to be. Elsewhere the tests
 * are skipped, and their name says why.
 */
export function whereServicesRun(service: Service): (name: string, body: () => void) => void {
  const reason = areServicesWanted ? service.lacks() : 'npm run test:services starts real servers';
  if (reason === undefined) return (name, body) => describe(name, body);
  return (name, body) => describe.skip(`${name} (skipped: ${reason})`, body);
}
