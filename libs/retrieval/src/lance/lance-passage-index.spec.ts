import { describePassageIndex } from '../testing/passage-index-suite.ts';
import { useLibraries } from '../testing/test-library.ts';

describePassageIndex(useLibraries());
