import type { Example } from './example.js';
import { healthcareAssistant, imagingPractitioner } from './people.js';

const CANTERBURY = { programme: 'canterbury-christ-church-diagnostic-radiography', stage: 2, intake: '2028-09' };
const EXETER = { programme: 'exeter-diagnostic-radiography-app', stage: 2, intake: '2028-09' };

/** What an adviser asks: how soon a register can be reached, when to begin, and what to study first. */
export const ADVISER: readonly Example[] = [
  {
    title: 'Routes',
    query: `# The shortest part-time routes of a healthcare assistant to the register of adult nurses.
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
      learner: healthcareAssistant,
      registerPart: 'nurse-adult',
      first: '2027-01',
      constraints: { releaseDays: 2, institutions: ['middlesex'] },
    },
  },
  {
    title: 'Routes to several registers',
    query: `# The same person, several registers side by side: the shortest part-time route to each.
query RoutesToParts($learner: LearnerInput!, $registerParts: [ID!]!, $first: Month, $constraints: ConstraintsInput) {
  routesToParts(learner: $learner, registerParts: $registerParts, first: $first, constraints: $constraints) {
    answers {
      registerPartName
      summary
      proof
      routes { months registered learnerPart releaseDays }
    }
    problems { code message field }
  }
}
`,
    variables: {
      learner: healthcareAssistant,
      registerParts: ['nurse-adult', 'nurse-mental-health'],
      first: '2027-01',
      constraints: { releaseDays: 2, institutions: ['middlesex'] },
    },
  },
  {
    title: 'The best month to begin',
    query: `# When should they begin? The shortest route from each of the next months.
query RouteProfile($learner: LearnerInput!, $registerParts: [ID!]!, $first: Month, $months: Int, $constraints: ConstraintsInput) {
  routeProfile(
    learner: $learner
    registerParts: $registerParts
    first: $first
    months: $months
    constraints: $constraints
  ) {
    profiles {
      registerPartName
      summary
      best
      rows { first months starts registered proof }
      notes
    }
    problems { code message field }
  }
}
`,
    variables: {
      learner: healthcareAssistant,
      registerParts: ['nurse-adult'],
      first: '2027-01',
      months: 12,
      constraints: { releaseDays: 2, institutions: ['middlesex'] },
    },
  },
  {
    title: 'Prepare',
    query: `# What should they study first, so as to join in the second year? The fewest modules, with a schedule.
query Prepare($learner: LearnerInput!, $targets: [TargetInput!]!, $first: Month) {
  prepare(learner: $learner, targets: $targets, first: $first) {
    preparation {
      summary
      proof
      modules
      credits
      fees
      legs { title institutionName credits start end releaseDays fee says }
      targets { institutionName title stage intake says }
      short { says }
      restsOn { id says }
      notes
    }
    problems { code message field }
  }
}
`,
    variables: { learner: imagingPractitioner, targets: [CANTERBURY], first: '2026-09' },
  },
  {
    title: 'Prepare, undecided',
    query: `# Not yet decided between two degrees: which modules open most doors, and which leave the least regret?
query PrepareUndecided($learner: LearnerInput!, $targets: [TargetInput!]!, $first: Month) {
  prepareUndecided(learner: $learner, targets: $targets, first: $first) {
    undecided {
      summary
      proof
      targets { title institutionName stage intake fewest }
      doors { count modules { module title } says }
      leastRegret { count regret modules { module title } says }
      notes
    }
    problems { code message field }
  }
}
`,
    variables: { learner: imagingPractitioner, targets: [CANTERBURY, EXETER], first: '2026-09' },
  },
];
