import type { TextSigns } from './aspect.ts';

const groups = String.raw`students?|learners?|researchers?|scientists?|\p{L}{2,}ologists?|engineers?|developers?|users?|educators?|teachers?|instructors?|beginners?|newcomers?|practitioners?|professionals?|participants?|graduates?|undergraduates?|postgraduates?|professors?|assistants?|clinicians?|readers?|providers?|anyone|individuals?`;

/** A word written like a name, and none that only opens a sentence. */
const properName = String.raw`\b(?!(?:The|This|These|Those|Our|Its|Their|All|Any|Some|Such|Both|Most|Many|No|In|For|With|By|From|As|When|While|Although)\b)\p{Lu}[\p{L}\d+.-]+`;
/** Data that are a thing of their own, and no part of another: “data science” is none. */
const ownData = String.raw`data\b(?!-)(?! (?:science|analysis|quality|pipelines?|scientists?|engineers?|frames?|structures?|types?|loss|corruption|loading)\b)`;

/** How sentences tell of what papers are usually compared by. Chosen on the development questions. */
export const textSigns = {
  problem: {
    strong:
      /\b(?:need(?:s|ed)? (?:for|to be|exists?)|is needed|lack(?:s|ed|ing)?\b|challeng\w+|difficult\w*|unexplored\b|problems?\b|gaps?\b|barriers?\b|missing\b|shortcomings?|hard to|bottleneck|limited (?:access|exposure|availability)|few (?:\p{L}+ ){0,3}(?:resources|tools|courses)|do(?:es)? not (?:offer|fit|provide|cater))/iu,
    weak: /\b(?:however|despite|although|surprisingly|unfortunately|yet|often)\b/iu,
    outright:
      /\b(?:lack(?:s|ed|ing)?|is needed|need(?:s|ed)? (?:for|to)|challeng\w+|gaps?|unexplored|difficult\w*|few)\b/iu,
    isOfOthers: true,
    roles: ['introduction'],
    heading: /\bneed\b|motivation|problem|background/iu,
  },
  purpose: {
    strong:
      /\b(?:aims? (?:to|at|is|of)|aim(?:ed|ing) (?:to|at)|goals? (?:of|is|are|was)|purpose (?:of|is|was)|objectives? (?:of|is|are|was)|designed (?:to|for)|intended to|seeks? to|we (?:present|introduce|propose|have created|created|have developed|developed|describe|implement)|is an? (?:\p{L}+[ -]){0,4}(?:package|library|tool|framework|software|toolkit|course|collection|repository|workshop)\b|provides? an? (?:way|tool|framework|platform))/iu,
    weak: /\b(?:for|help\w*|enabl\w+|allow\w*|facilitat\w+)\b/iu,
    roles: ['abstract', 'introduction', 'conclusion'],
    heading: /summary|abstract|\bneed\b|objective/iu,
  },
  method: {
    strong:
      /\b(?:we (?:use|used|employ(?:ed)?|appl(?:y|ied)|train(?:ed)?|implement(?:ed)?|adopt(?:ed)?|follow(?:ed)?)|employs?|utili[sz]es?|(?:is|are) (?:based|built) (?:on|around|upon)|approach\b|algorithms?\b|methods?\b|methodolog\w+|implements?\b|by means of|techniques?\b|workflows?\b|consists? of|combines?\b)/iu,
    weak: /\b(?:using|model\w*|architecture|procedure|modules?|interactive|analys\w+|structured|such as)\b/iu,
    outright:
      /\b(?:we (?:use|used|employ(?:ed)?|appl(?:y|ied)|train(?:ed)?|implement(?:ed)?|adopt(?:ed)?|propose[d]?)|employs?|utili[sz]es?|(?:is|are) (?:based|built) (?:on|around|upon)|implementations? of|is an? (?:\p{L}+[ -]){0,3}(?:model|algorithm|method)|combin(?:es|ing))\b/iu,
    against: /\b(?:most|other|others|existing|traditional|in the field|often|many)\b/iu,
    roles: ['method'],
    heading: /method|design|approach|implementation|architecture|materials/iu,
  },
  data: {
    strong: new RegExp(
      String.raw`\b(?:[Dd]ata ?sets?\b|[Dd]ata ?bases?\b|[Cc]orp(?:us|ora)\b|[Bb]enchmarks?\b|[Ss]amples?\b|[Oo]bservations?\b|[Mm]easurements?\b|[Ss]urvey(?:s|ed)?\b|(?:\p{L}+(?:al|ic|ed|ive|ble|based|open|survey|training|test|time-series)|the|The|real|use[sd]?|using|access(?:es|ing)?|analy[sz]e[sd]?) ${ownData}|${properName} ${ownData})`,
      'u',
    ),
    weak: /\b(?:publicly|uses?|using|analysed?|accessing|features?|utili[sz]es?|collected|download\w*|from|derived|\d[\d.,]* (?:different )?\p{L}+|[A-Z]{3,})\b/u,
    outright: new RegExp(String.raw`${properName} (?:data ?sets?|data ?bases?|${ownData}|corpus|benchmark)`, 'u'),
    against: /\bneeds?\b|source code|\bdata loading\b/iu,
    roles: ['experiment', 'method'],
    heading: /\bdata\b|materials|corpus/iu,
  },
  result: {
    strong:
      /\b(?:results? (?:show|indicate|suggest|reveal|demonstrate)\w*|we (?:find|found|show|showed|observed?|demonstrated?) (?:that|an?|no)\b|outperform\w*|improv(?:es|ed)\b|achiev(?:es|ed)\b|reveal(?:s|ed)\b|findings?\b|significant(?:ly)?\b|feedback (?:\p{L}+ ){0,4}(?:was|is|were|has|highlights?)|(?:has|have) been (?:used|delivered|successfully|adapted|positive)|superior\b|competitive\b|proved\b)/iu,
    weak: /\b(?:\d[\d.,]* ?%|than|positive|success\w*|over \d+|around \d+)\b/iu,
    roles: ['result', 'discussion', 'conclusion'],
    heading: /result|outcome|evaluation|experience|conclusion/iu,
  },
  evaluation: {
    strong:
      /\b(?:evaluat(?:ed?|ion) (?:of|on|by|with|against|shows?)|we evaluat\w+|benchmark(?:s|ed|ing)?\b|validat(?:ed|ion) (?:of|on|by|with|against)|(?:is|are|was|were) (?:\p{L}+ )?(?:tested|evaluated|assessed|validated) |(?:unit|automated|regression) tests?\b|tests? (?:that )?(?:are|were)\b|experiments? (?:show|on)|comparative analysis|compared (?:to|with|against)|performance\b|accuracy\b|baselines?\b|case stud(?:y|ies)\b|feedback (?:was|is|from|of))/iu,
    weak: /\b(?:results?|measured?|speed|time|score)\b/iu,
    roles: ['experiment', 'result'],
    heading: /evaluation|outcome|benchmark|experiment|results/iu,
  },
  metric: {
    strong:
      /\b(?:accuracy|precision|recall|F1|F-?score|RMSE|MAE|BLEU|ROUGE|AUC|error rates?|metrics?|success rate|loss function|R2|p-values?)\b/u,
    roles: ['experiment', 'result'],
  },
  limitation: {
    strong:
      /\b(?:limitations?\b|limited (?:to|by)\b|drawbacks?\b|shortcomings?\b|only (?:supports?|supporting|works?|available)|can ?not\b|unable to\b|(?:is|are) not (?:yet |currently )?(?:possible|available|supported|included|covered|shared)|does not (?:seek|cover|support|include|work)|caveats?\b|disadvantages?\b)/iu,
    weak: /\b(?:however|currently|although|note)\b/iu,
    roles: ['discussion', 'conclusion'],
    heading: /limitation|discussion/iu,
  },
  future: {
    strong:
      /\b(?:future (?:work|directions?|versions?|research|contributions?|improvements?)|in the future|we (?:also )?plan\b|subsequent versions?|next steps?|will be (?:extended|added|supported)|could be (?:complemented|extended))/iu,
    weak: /\b(?:extend\w*|develop\w*|further)\b/iu,
    roles: ['conclusion', 'discussion'],
    heading: /future|outlook|conclusion/iu,
  },
  audience: {
    strong: new RegExp(
      String.raw`\b(?:audience\b|(?:aimed at|(?:designed|intended|geared|developed|suitable|suited|targeted|targeting|course|tutorial|material|training) (?:for|towards?|to)|accessible to|of interest (?:for|to)|target(?:s|ed)? (?:at|group)|targets?|appeals? to|empowers?|introduces?|(?:enabl(?:es?|ing)|allow(?:s|ing)?|helps?|equips?|educat(?:es?|ing))|introducing|benefit)(?:[ ,]+(?!by\b)[\p{L}\d()/-]+){0,8}?[ ,]+(?:${groups})\b|(?:${groups})\b[^.;]{0,90}?\b(?:can|will|may) benefit)`,
      'iu',
    ),
    weak: /\b(?:level|(?:under|post)?graduates?|beginners?|newcomers|prior|interested)\b/iu,
    outright:
      /\baudiences?\b|\b(?:aimed at|accessible to|of interest (?:for|to)|(?:designed|intended|suitable|suited|targeted|developed) (?:for|to teach|to introduce))\b/iu,
    against: /\b(?:difficult|not|however|other|existing|missing|experienced|often|most)\b/iu,
    needs: new RegExp(String.raw`\b(?:${groups}|people|community|teams?)\b`, 'iu'),
    heading: /audience|learners|users/iu,
  },
  duration: {
    strong:
      /\b(?:(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|ten|twelve|fourteen|half|single|an?|several)(?:[ -](?:or|to|and)[ -]\d[\d.]*)?[ -](?:\p{L}+[ -])?(?:seconds?|minutes?|hours?|days?|weeks?|months?|semesters?|terms?)\b|semester-long|week-long|day-long|(?:over|spans?) (?:a|one|the) (?:month|week|day|semester|year)s?\b)/iu,
    weak: /\b(?:takes?|long|length|spans?|lasts?|over|sessions?|workshops?|course|tutorial|modules?|complet\w+|deliver\w+|designed|structured|run|per week|require)\b/iu,
    heading: /course|schedule|content|delivery|design|tutorial|summary/iu,
  },
  funding: {
    strong:
      /\b(?:fund(?:ed|ing)\b|financ(?:ed|ial)\b|sponsor\w*|grants?\b|(?:support|supported) (?:\p{L}+ ){0,4}(?:by|from|through) (?:the |an? )?\p{Lu}|received support)/u,
    weak: /\b(?:grants?|numbers?|foundation|council|programme?|agency)\b/iu,
    needs: /\b(?:fund|financ|sponsor|grant|foundation|council|programme?|agency|supported)/iu,
    roles: ['acknowledgement'],
    heading: /funding|acknowledg/iu,
  },
  software: {
    strong:
      /\b(?:packages?\b|librar(?:y|ies)\b|software\b|toolkits?\b|notebooks?\b|software dependenc\w+|(?:built|written|implemented) (?:with|in|using|on top of)\b|tools?\b|frameworks?\b)/iu,
    weak: /(?<!^)(?<![.] )\b\p{Lu}[\p{L}\d]*(?:\.\p{L}+)?\b/u,
    outright:
      /\b(?:uses?|utili[sz]es?|built (?:on|with)|written in|based on|installed|(?:via|using|with|includes?) the)\b/iu,
    against: /\b(?:other|existing|similar|like|difficult|experienced|lack\w*|however|furthermore|alternatives?)\b/iu,
    roles: ['method'],
    heading: /resources|implementation|software|infrastructure|design|environment/iu,
  },
  prerequisite: {
    strong:
      /\b(?:prerequisites?\b|(?:prior|previous) (?:\p{L}+ )?(?:knowledge|experience)|(?:basic|working|good) (?:\p{L}+ )?(?:knowledge|understanding|ability|skills?|experience|background)|familiar(?:ity)? with|(?:no|without|limited|little|minimal)(?: \(?\p{L}+\)?)? (?:prior|previous|programming|background|experience)|assumes? an?\b|should have\b|background (?:in|knowledge))/iu,
    weak: /\b(?:required?|requires|expected|recommended|advised|assum\w+|need)\b/iu,
    heading: /audience|prerequisite|requirements/iu,
  },
  availability: {
    strong:
      /\b(?:available (?:at|on|from|under|via|through|as|in|online)|hosted (?:on|at|in)|repositor(?:y|ies)\b|GitHub|GitLab|Zenodo|accessible (?:through|at|via)|source code)/iu,
    weak: /\b(?:https?:|public\w*|open|free\w*)/iu,
    heading: /availability|access|reuse/iu,
  },
  contribution: {
    strong:
      /\b(?:contributions? (?:of|is|are)|novel\b|for the first time|the first (?:\p{L}+ )?to\b|the only \p{L}+|to our knowledge|in contrast\b|unlike\b|offers? more|newly added|new features?\b(?! requests?))/iu,
    weak: /\b(?:we|our|this)\b/iu,
    isOfOthers: true,
    roles: ['introduction', 'conclusion'],
  },
  conclusion: {
    strong:
      /\b(?:conclu\w+|in summary\b|overall,|we have (?:shown|presented)|this (?:module|course|paper|work) (?:provides|equips|shows|presents))/iu,
    roles: ['conclusion'],
    heading: /conclusion|summary/iu,
  },
  model: {
    strong: /\b(?:models?\b|architectures?\b|networks?\b|classifiers?\b|regressions?\b)/iu,
    weak: /\b(?:we|trained|based|use[sd]?|using|[A-Z]{2,})\b/u,
    roles: ['method', 'experiment'],
  },
  licence: {
    strong: /\blicen[cs]e[ds]?\b|\blicensed under\b/iu,
    needs: /\b(?:CC|Creative Commons|MIT|BSD|Apache|GPL|GNU|MPL|EUPL|licen[cs]ed under)\b/u,
  },
} as const satisfies Record<string, TextSigns>;
