import { describeKilledIndexer } from '../testing/killed-indexer-suite.ts';
import { useLibraries } from '../testing/test-library.ts';

describeKilledIndexer(useLibraries());
