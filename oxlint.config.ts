/**
 * The layer rules of ARCHITECTURE.md, held by the linter: who may import whom, and in which one folder each engine lives.
 */
import { defineConfig } from 'oxlint';

const packages = ['contract', 'ddm', 'corpus', 'graph', 'inference', 'retrieval', 'kgqp'];

/** A package may import those listed; apps meet in the corpus, never in each other's code. */
const layers: Record<string, string[]> = {
  'libs/contract': [],
  'libs/ddm': ['contract'],
  'libs/corpus': ['contract', 'ddm'],
  'libs/graph': ['contract', 'ddm', 'corpus'],
  'libs/inference': ['contract'],
  'libs/retrieval': ['contract', 'ddm', 'corpus', 'inference'],
  'libs/kgqp': ['contract', 'ddm', 'corpus', 'graph', 'inference', 'retrieval'],
  'apps/ingest': ['contract', 'ddm', 'corpus', 'inference', 'retrieval'],
  'apps/api': packages,
  'apps/cli': packages,
};

/** Each engine and the one folder that may import it. */
const engines: Record<string, string> = {
  n3: 'libs/ddm/src/rdf',
  saxes: 'libs/ddm/src/read/xml',
  'tar-stream': 'libs/ddm/src/read/latex',
  parse5: 'libs/ddm/src/read/html',
  'remark-*': 'libs/ddm/src/read/markdown',
  unified: 'libs/ddm/src/read/markdown',
  yaml: 'libs/ddm/src/read/markdown',
  '@retorquere/bibtex-parser': 'libs/ddm/src/read/bibtex',
  '@hyzyla/pdfium': 'libs/ddm/src/read/pdf',
  'rdf-validate-shacl': 'libs/ddm/src/validate',
  '@zazuko/env': 'libs/ddm/src/validate',
  'node:sqlite': 'libs/corpus/src/catalog',
  oxigraph: 'libs/graph/src/oxigraph',
  'neo4j-driver': 'libs/graph/src/neo4j',
  '@comunica/*': 'libs/graph/src/comunica',
  undici: 'libs/graph/src/comunica',
  '@traqula/*': 'libs/graph/src/guard',
  'onnxruntime-node': 'libs/inference/src/onnx',
  '@huggingface/tokenizers': 'libs/inference/src/onnx',
  'node-llama-cpp': 'libs/inference/src/llama',
  openai: 'libs/inference/src/openai',
  '@lancedb/lancedb': 'libs/retrieval/src/lance',
  'apache-arrow': 'libs/retrieval/src/lance',
  '@nestjs/*': 'apps/api/src',
  express: 'apps/api/src',
  commander: 'apps/cli/src',
};

function restrictions(allowedPackages: readonly string[], home?: string): ['error', object] {
  const foreignEngines = Object.entries(engines)
    .filter(([, folder]) => folder !== home)
    .map(([engine, folder]) => ({ group: [engine], message: `${engine} is imported in ${folder} only.` }));
  const higherLayers = packages
    .filter((name) => !allowedPackages.includes(name))
    .map((name) => ({ group: [`@askg/${name}`], message: 'This layer may not import that one: see ARCHITECTURE.md.' }));
  const deep = { group: ['@askg/*/*'], message: 'Import a package by its root.' };
  return ['error', { patterns: [...foreignEngines, ...higherLayers, deep] }];
}

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'node'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true },
  env: { node: true, es2024: true },
  ignorePatterns: ['**/dist/**', 'node_modules/**', 'demo/**', 'test/fixtures/**'],
  rules: {
    curly: ['error', 'multi-line'],
    eqeqeq: 'error',
    'no-console': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/consistent-type-imports': 'error',
    'import/no-cycle': 'error',
    'import/no-unassigned-import': ['error', { allow: ['reflect-metadata'] }],
    // fast-check's own documents write `fc.string()`.
    'import/no-named-as-default-member': 'off',
    // Spreading a string gives its code points, which is the unit of all our offsets.
    'typescript/no-misused-spread': 'off',
    'unicorn/consistent-function-scoping': 'off',
    // Rows of a database and parsed JSON have to be named somewhere; `any` stays forbidden.
    'typescript/no-unsafe-type-assertion': 'off',
    'no-restricted-imports': restrictions(packages),
  },
  overrides: [
    ...Object.entries(layers).map(([folder, allowed]) => ({
      files: [`${folder}/src/**`],
      rules: { 'no-restricted-imports': restrictions(allowed) },
    })),
    {
      files: ['libs/*/src/**'],
      rules: { 'node/no-process-env': 'error' },
    },
    {
      // What is measured here are the engines themselves.
      files: ['bench/sparql/**', 'test/conformance/**', 'test/services/**'],
      rules: { 'no-restricted-imports': 'off' },
    },
    ...[...new Set(Object.values(engines))].map((home) => ({
      files: [`${home}/**`],
      rules: {
        'no-restricted-imports': restrictions(
          layers[Object.keys(layers).find((folder) => home.startsWith(folder)) ?? ''] ?? [],
          home,
        ),
      },
    })),
  ],
});
