/**
 * Tests run the TypeScript sources: packages resolve each other through the `source` export condition,
 * and swc emits the decorator metadata that Nest needs.
 * @type {import('jest').Config}
 */
export default {
  testEnvironment: 'node',
  // Tests start real processes; how long that takes is for the machine to say, and no test is about time.
  testTimeout: 60_000,
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
