const asks =
  /\?\s*$|^(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|should|would|will|may|might|list|show|name|give|tell|compare|describe|explain|find|define|summari[sz]e|discuss|in what|in which|to what|for (?:what|which)|on (?:what|which))\b/iu;

const findings = [
  /\b(?:results?|findings?|data|analys[ei]s|stud(?:y|ies)|experiments?|we|our|these|this) (?:\p{L}+ly |also |further |here |clearly )?(?:show|demonstrat|indicat|reveal|suggest|found|find|observ|conclud|confirm|establish|identif|provide evidence|support)\p{L}*\b/iu,
  /\b(?:in conclusion|conclusions?|taken together|collectively|overall)\b/iu,
  /\bp\s?[<=>≤]\s?0?\.\d|\b(?:significant(?:ly)?|confidence interval|95 ?% CI|odds ratio|hazard ratio|correlated with|associated with)\b/iu,
];

/** Whether it is a statement to be borne out or refuted, and no question. */
export function isStatement(question: string): boolean {
  return !asks.test(question.trim());
}

/** Whether a sentence tells what was found, which bears out or refutes a statement as nothing else does. */
export function tellsFinding(text: string): boolean {
  return findings.some((pattern) => pattern.test(text));
}
