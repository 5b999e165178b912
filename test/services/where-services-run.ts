import { describe } from '@jest/globals';
import type { Service } from '../../scripts/services/service.ts';

/**
 * `describe` where the service can be started and is to be: `npm run test:services` sets ASKG_TEST_SERVICES. Elsewhere the tests
 * are skipped, and their name says why.
 */
export function whereServicesRun(service: Service): (name: string, body: () => void) => void {
  const isWanted = process.env['ASKG_TEST_SERVICES'] === '1';
  const reason = isWanted ? service.lacks() : 'npm run test:services starts real servers';
  if (reason === undefined) return (name, body) => describe(name, body);
  return (name, body) => describe.skip(`${name} (skipped: ${reason})`, body);
}
