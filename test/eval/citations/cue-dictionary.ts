import type { CitationClass } from '../../../libs/ddm/src/enrich/citation-function/classes.ts';

const comparison =
  /\b(?:consistent with|in (?:agreement|accordance|line|contrast) (?:with|to)|agrees? with|similar (?:to|results|findings)|contrary to|confirms?|differs? from|as reported)\b/iu;
const use =
  /\b(?:we (?:used|use|applied|adopted|followed|employed|performed)|(?:was|were) (?:performed|used|measured|calculated|determined|obtained|assessed)|using|according to|as (?:previously )?described|based on)\b/iu;

/** The baseline of a handful of cue phrases, written before anything was measured and not tuned. */
export function classByCues(text: string): CitationClass {
  if (comparison.test(text)) return 'comparison';
  return use.test(text) ? 'use' : 'background';
}
