import { availableParallelism } from 'node:os';

/**
 * Tests run the TypeScript sources: packages resolve each other through the `source` export condition,
 * and swc emits the decorator metadata that Nest needs.
 * @type {import('jest').Config}
 */
export default {
  testEnvironment: 'node',
  // Tests start real processes; how long that takes is for the machine to say, and no test is about time.
  testTimeout: 60_000,
  // A process keeps the modules of every file that it has run: one worker would not hold those of all of them.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  workerIdleMemoryLimit: '1500MB',
  testEnvironmentOptions: { customExportConditions: ['source', 'node'] },
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/{libs,apps,test,scripts}/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
};
