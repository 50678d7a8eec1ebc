/** A question to begin with: a tab of the explorer, and an example of the README. */
export interface Example {
  title: string;
  query: string;
  variables: Record<string, unknown>;
}

/** An assistant practitioner with a foundation degree of the Open University, working in a hospital. */
const learner = {
  awards: [
    { award: 'ou-fd-healthcare-practice-x16', on: '2024-07', mark: 62 },
    { award: 'gcse-english', grade: '5', on: '2015-08' },
    { award: 'gcse-maths', grade: '4', on: '2015-08' },
  ],
  experience: [{ setting: 'care', months: 60, hoursPerWeek: 37.5, ongoing: true, evidenced: true }],
  employment: { employer: 'NHS trust', sector: 'nhs', hoursPerWeek: 37.5, nominated: true, ongoing: true },
  declarations: [
    { declaration: 'dbs', holds: true },
    { declaration: 'occupational-health', holds: true },
    { declaration: 'good-character', holds: true },
  ],
  home: { region: 'letb-north-east' },
  band: 4,
};

/** The questions that show what the API answers, in the order in which a newcomer would ask them. */
export const EXAMPLES: readonly Example[] = [
  {
    title: 'Credit into one programme',
    query: `# What credit can this assistant practitioner carry into this programme, and why?
query Credit($learner: LearnerInput!, $programme: ID!, $start: Month) {
  credit(learner: $learner, programme: $programme, start: $start) {
    assessment {
      summary
      proof
      credits
      entryStage
      creditsLeft
      byStage { stage credits credited whole }
      claims { id credits strength sources targets rows { id basis source { document url } } }
      limits { says used allowed unit binding }
      notCredited { module sentence nearestMiss }
      restsOn { id says }
      notes
    }
    problems { code message field }
  }
}
`,
    variables: { learner, programme: 'ou-nursing-adult-r39', start: '2027-10' },
  },
  {
    title: 'Credit across programmes',
    query: `# Into which of all programmes does the foundation degree carry most?
query CreditAcross($learner: LearnerInput!, $start: Month, $filter: ProgrammeFilterInput) {
  creditAcross(learner: $learner, start: $start, filter: $filter, first: 10) {
    totalCount
    counts { none under60 from60 from120 }
    nodes { programme title institution credits programmeCredits entryStage monthsLeft fee }
    pageInfo { hasNextPage endCursor }
    problems { code message field }
  }
}
`,
    variables: { learner, start: '2027-10', filter: { registerParts: ['nurse-adult', 'nurse-mental-health'] } },
  },
  {
    title: 'Credit into a programme',
    query: `# Who comes with credit into this programme: which awards and modules of which institutions, and how far?
query CreditInto($programme: ID!, $start: Month, $filter: IntoFilterInput) {
  creditInto(programme: $programme, start: $start, filter: $filter, first: 10) {
    summary
    counts { none under60 from60 from120 }
    institutions { institution { title } own awards most }
    nodes {
      title
      institution { title }
      most
      core { credits entryStage monthsLeft bands { weakest credits } }
      conditional { registration { title } employer credits }
      rows { id used says source { document url } }
    }
    modules(first: 10) { nodes { title institution { title } credits level ways { targets { title } stands says } } }
    experience { settings months practiceHours targets { title } }
    problems { code message field }
  }
}
`,
    variables: { programme: 'southampton-nursing-adult', start: '2026-09', filter: { kinds: ['FdSc'] } },
  },
  {
    title: 'Entry',
    query: `# May they start at all? The tree of every rule, and the smallest sets of what is missing.
query Entry($learner: LearnerInput!, $programme: ID!, $start: Month) {
  entry(learner: $learner, programme: $programme, start: $start) {
    verdict {
      verdict
      summary
      rules { name verdict owner root { verdict asks finds children { verdict asks finds } } }
      repairs { asks byLearner { title months fee } bySystem { change owner } }
      notes
    }
    problems { code message field }
  }
}
`,
    variables: { learner, programme: 'ou-nursing-adult-r39', start: '2027-10' },
  },
  {
    title: 'Routes',
    query: `# The shortest part-time routes to the register of adult nurses.
query Routes($learner: LearnerInput!, $registerPart: ID!, $first: Month, $constraints: ConstraintsInput) {
  routes(learner: $learner, registerPart: $registerPart, first: $first, constraints: $constraints) {
    answer {
      summary
      proof
      routes {
        months
        registered
        learnerPart
        releaseDays
        summary
        legs { title institutionName start end fromStage toStage pace employment learnerPart whyNotEarlier }
      }
      obstacles { obstacles { says } opensMonths }
      notes
    }
    problems { code message field }
  }
}
`,
    variables: {
      learner,
      registerPart: 'nurse-adult',
      first: '2027-01',
      constraints: { releaseDays: 2, institutions: ['open-university'], legs: 2 },
    },
  },
  {
    title: 'Walk the graph',
    query: `# Where can holders of this foundation degree go? Who refuses functional skills in English?
query Walk($award: ID!, $kind: String!) {
  opensTo(award: $award) { programme title agreements { id stage strength } mappings { mapping } }
  whoRefuses(kind: $kind) { name subject verdict programmes }
}
`,
    variables: { award: 'ou-fd-healthcare-practice-x16', kind: 'functional-skills-english' },
  },
  {
    title: 'The catalogue',
    query: `# What is in the catalogue, and what does it rest on?
query Catalogue {
  catalogue {
    count
    withoutSource
    kinds { kind count published partlyAssumed assumed illustrative }
  }
  registerParts { id name regulator }
}
`,
    variables: {},
  },
];
