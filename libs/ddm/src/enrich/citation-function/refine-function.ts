import type { CitationClass } from './classes.ts';
import type { CitationFunction } from './functions.ts';

/** Words by which a paper speaks of itself. */
const own =
  /\b(?:we|our|ours|us|this (?:paper|work|study|article|package|software|library|tool|chapter|course)|here|the (?:present|proposed|current) (?:\w+ )?(?:paper|work|study|method|approach|model|framework))\b/iu;

const extension =
  /\b(?:extend(?:s|ed|ing)?|extensions? (?:of|to)|buil(?:d|ds|t|ding) (?:up)?on(?: top of)?|generali[sz](?:e|es|ing)|generali[sz]ation of|improve(?:s|d)? (?:up)?on|refinement of)\b/iu;
/** These need no "we": nobody else's work would be told so. */
const derivation =
  /\b(?:(?:adapted|modified|extended|derived|forked) from|modif(?:ied version|ication) of|fork of|built on top of)\b/iu;

const data =
  /\b(?:data ?sets?|data ?bases?|corpus|corpora|benchmarks?|treebanks?|repositor(?:y|ies)|registr(?:y|ies)|census|survey data|archives?|(?:obtained|taken|downloaded|retrieved|collected|extracted) from|(?:using|used|use|uses) (?:the |\w+ )?data (?:of|from))\b/iu;

const future =
  /\b(?:future (?:work|research|studies|versions?|directions?|releases?|efforts?|investigations?|experiments?)|in (?:the|near) future|further (?:work|research|studies|investigations?) (?:will|should|could|may|might|is|are|needs?)|we (?:\w+ )?(?:plan|intend|hope) to|would be (?:interesting|worthwhile|useful|valuable) to|remains? to be|could be (?:extended|explored|combined|replaced))\b/iu;

const disagreement =
  /\b(?:contrary to|in contrast|contrasts? (?:with|to)|contradict\w*|inconsistent|not (?:\w+ )?(?:consistent|agree|confirm|support|replicate|in (?:line|agreement|accordance))|disagree\w*|differ(?:s|ed|ent|ently)? (?:\w+ )?from|unlike|discrepan\w*|conflict(?:s|ing|ed)?|opposite|fail(?:s|ed)? to (?:replicate|confirm|reproduce)|at odds)\b/iu;
const agreement =
  /\b(?:consisten(?:t|tly|cy)|agree(?:s|d|ment|ing)?|in (?:line|accord|accordance|keeping|concordance)|similar(?:ly)?|support(?:s|ed|ing|ive)?|confirm\w*|corroborat\w*|replicat\w*|reproduc\w*|concord\w*|comparable|as (?:\w+ )?(?:reported|observed|shown|found|described|seen)|same|match(?:es|ed)?|compatible|correspond(?:s|ed|ing)? (?:to|with)|resembl\w*|reinforc\w*|validat\w*|verif(?:y|ies|ied)|parallel(?:s|ed)?)\b/iu;

const comparing =
  /\b(?:consistent with|in (?:line|agreement|accordance|accord|keeping|contrast) (?:with|to)|agree(?:s|d|ment)? (?:well )?with|corroborate[sd]?|contrary to|confirm(?:s|ed|ing)? (?:the |previous|earlier|those)|similar (?:to|results|findings|observations|effects?|values?)|(?:results|findings|data|observations) (?:\w+ ){0,3}(?:similar|comparable) to)\b/iu;
const ownFindings = /\b(?:this|these|our|we|the present|the current)\b/iu;

/** Whether a sentence holds its own findings against others in so many words: of those in SciCite that do, 87 % are comparisons. */
export function comparesFindings(sentence: string): boolean {
  return comparing.test(sentence) && ownFindings.test(sentence);
}

/**
 * The function of one citation: the class of its sentence, made finer by cue words of the clause around it.
 * @param clause masked text (see `maskCitations`) of the part of the sentence that holds the citation
 * @param sentence masked text of all of it
 */
export function refineFunction(found: CitationClass, clause: string, sentence: string): CitationFunction {
  switch (found) {
    case 'comparison':
      if (disagreement.test(clause)) return 'disagreesWith';
      if (agreement.test(clause)) return 'agreesWith';
      return agreement.test(sentence) && !disagreement.test(sentence) ? 'agreesWith' : 'discusses';
    case 'use':
      if (isExtension(clause, sentence)) return 'extends';
      return data.test(clause) ? 'usesDataFrom' : 'usesMethodIn';
    default:
      if (future.test(clause)) return 'citesAsPotentialSolution';
      return isExtension(clause, sentence) ? 'extends' : 'obtainsBackgroundFrom';
  }
}

/** Whether a sentence speaks of the paper it stands in, or of its authors. */
export function speaksOfItself(sentence: string): boolean {
  return own.test(sentence);
}

function isExtension(clause: string, sentence: string): boolean {
  return derivation.test(clause) || (extension.test(clause) && speaksOfItself(sentence));
}
