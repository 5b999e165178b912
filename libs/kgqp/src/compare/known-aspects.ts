import type { Aspect } from './aspect.ts';
import { graphFields } from './graph-field.ts';
import { programmingLanguages } from './programming-languages.ts';
import { textSigns } from './text-signs.ts';

type Known = { name: string; words: RegExp; aspect: Omit<Aspect, 'name'> };

/** What papers are usually compared by, and the words for it. The first whose words are the whole phrase is meant. */
const known: readonly Known[] = [
  knownAs('year', /(?:publication )?years?(?: of publication)?/, { field: graphFields.year }),
  knownAs('date', /(?:publication )?dates?(?: of publication)?/, { field: graphFields.date }),
  knownAs('journal', /journals?|venues?|publishers?|proceedings/, { field: graphFields.journal }),
  knownAs('authors', /authors?|writers?|creators?/, { field: graphFields.authors }),
  knownAs('organisations', /affiliations?|institutions?|organi[sz]ations?|universit(?:y|ies)/, {
    field: graphFields.organisations,
  }),
  knownAs('keywords', /key ?words?|topics?|subjects?/, { field: graphFields.keywords }),
  knownAs('DOI', /dois?|identifiers?/, { field: graphFields.doi }),
  knownAs('number of references', /(?:number of |how many )?references|reference counts?/, {
    field: graphFields.references,
  }),
  knownAs('licence', /(?:\w+ )?licen[cs]es?|licen[cs]ing/, { field: graphFields.licence, signs: textSigns.licence }),
  knownAs('programming language', /(?:programming |implementation |computer |coding )languages?/, {
    names: programmingLanguages,
  }),
  knownAs(
    'problem',
    /(?:research )?(?:problems?|questions?|gaps?|motivations?|needs?|challenges?)|statements? of need/,
    {
      signs: textSigns.problem,
      entities: graphFields.problems,
    },
  ),
  knownAs(
    'purpose',
    /(?:main )?(?:purposes?|goals?|aims?|objectives?|tasks?|learning (?:goals|objectives)|functions?)/,
    {
      signs: textSigns.purpose,
    },
  ),
  knownAs('method', /(?:\w+ )?(?:methods?|methodolog(?:y|ies)|approach(?:es)?|techniques?|algorithms?|designs?)/, {
    signs: textSigns.method,
    entities: graphFields.methods,
  }),
  knownAs('data', /(?:the )?(?:\w+ )?(?:data|data ?sets?|corpora|corpus|data ?bases?|samples?|materials)(?: used)?/, {
    signs: textSigns.data,
    entities: graphFields.datasets,
  }),
  knownAs('results', /(?:main |key )?(?:results?|findings?|outcomes?)/, { signs: textSigns.result }),
  knownAs('evaluation', /evaluations?|validations?|testing|tests|experiments?|benchmarks?|performance/, {
    signs: textSigns.evaluation,
  }),
  knownAs('metrics', /(?:evaluation )?(?:metrics?|measures?)/, {
    signs: textSigns.metric,
    entities: graphFields.metrics,
  }),
  knownAs('limitations', /limitations?|weaknesses?|drawbacks?|shortcomings?|limits/, { signs: textSigns.limitation }),
  knownAs('future work', /future (?:work|directions?|plans?)|outlook|next steps/, { signs: textSigns.future }),
  knownAs('audience', /(?:target |intended )?(?:audiences?|users?|groups?|learners?|readers(?:hip)?)/, {
    signs: textSigns.audience,
  }),
  knownAs('duration', /(?:course )?(?:durations?|lengths?|time ?frames?)|how long/, { signs: textSigns.duration }),
  knownAs('funding', /fund(?:ing|ers?)(?: sources?)?|grants?|financial support|sponsors?/, {
    signs: textSigns.funding,
  }),
  knownAs(
    'software',
    /(?:\w+ )?(?:software|tools?|packages?|librar(?:y|ies)|frameworks?|platforms?|dependenc(?:y|ies))/,
    {
      signs: textSigns.software,
      entities: graphFields.tools,
    },
  ),
  knownAs('prerequisites', /prerequisites?|requirements?|(?:prior|required|previous) (?:knowledge|experience|skills)/, {
    signs: textSigns.prerequisite,
  }),
  knownAs('availability', /(?:code |data )?availability|(?:code )?repositor(?:y|ies)|source code|access/, {
    signs: textSigns.availability,
  }),
  knownAs('contribution', /(?:main )?contributions?|novelt(?:y|ies)|innovations?/, { signs: textSigns.contribution }),
  knownAs('conclusion', /conclusions?/, { signs: textSigns.conclusion }),
  knownAs('models', /models?|architectures?/, { signs: textSigns.model }),
];

function knownAs(name: string, words: RegExp, aspect: Known['aspect']): Known {
  return { name, words: new RegExp(`^(?:${words.source})$`, 'iu'), aspect };
}

/** The aspect that a phrase means; undefined for one that is not known. */
export function knownAspect(phrase: string): Aspect | undefined {
  const found = known.find(({ words }) => words.test(phrase));
  return found && { name: phrase, ...found.aspect };
}

/** What papers are compared by where the question does not say it. */
export function usualAspects(): Aspect[] {
  const usual = ['year', 'problem', 'method', 'data', 'results', 'limitations'];
  return usual.flatMap((name) => {
    const found = known.find((each) => each.name === name);
    return found ? [{ name, ...found.aspect }] : [];
  });
}
