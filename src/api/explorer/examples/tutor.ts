import type { Example } from './example.js';
import { practitioner } from './people.js';

/** What a tutor asks: what may be carried in, and whether one may start. */
export const TUTOR: readonly Example[] = [
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
    variables: { learner: practitioner, programme: 'ou-nursing-adult-r39', start: '2027-10' },
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
    variables: {
      learner: practitioner,
      start: '2027-10',
      filter: { registerParts: ['nurse-adult', 'nurse-mental-health'] },
    },
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
    variables: { learner: practitioner, programme: 'ou-nursing-adult-r39', start: '2027-10' },
  },
];
