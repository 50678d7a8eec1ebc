import type { Example } from './example.js';

/** The people of Kent, Surrey and Sussex who have radiography in mind. */
const ASKED = { region: 'letb-kent-surrey-sussex', registerParts: ['diagnostic-radiographer'], first: '2026-09' };

/** Two changes, as the changes of a scenario are written: a year for the foundation degree, and no floor of practice hours. */
const CHANGES = [
  {
    op: 'put',
    kind: 'agreements',
    row: {
      id: 'imaging-to-canterbury-year-2',
      award: 'canterbury-christ-church-fdsc-imaging-ap',
      programme: 'canterbury-christ-church-diagnostic-radiography',
      stage: 2,
      strength: 'discretion',
      status: 'agreed',
      source: { document: 'Tried in the explorer' },
      basis: 'assumed',
    },
  },
  { op: 'remove', kind: 'policies', id: 'radiography-practice-hours' },
];

/** What a commissioner asks: who is stopped, what would free them, and what is run where. */
export const COMMISSIONER: readonly Example[] = [
  {
    title: 'Blockages',
    query: `# Who is stopped in this region, by what and whose it is, and which changes would free the most? Proven.
query Blockages($region: ID!, $registerParts: [ID!]!, $first: Month, $budgets: [Float!]) {
  blockages(region: $region, registerParts: $registerParts, first: $first, budgets: $budgets) {
    blockages {
      summary
      funnel { says people }
      benchmark { says }
      barriers { says stops alone owner source }
      best { budget within freed proof levers says others { count } changes { from changes } }
      places { says }
      notes
    }
    problems { code message field }
  }
}
`,
    variables: { ...ASKED, budgets: [1, 3] },
  },
  {
    title: 'What if',
    query: `# What would these changes do, where employers nominate: who is freed, and what does it cost a head?
query WhatIf(
  $region: ID!
  $registerParts: [ID!]!
  $first: Month
  $nominated: Boolean
  $changes: [String!]!
  $cost: Float
) {
  whatIf(
    region: $region
    registerParts: $registerParts
    first: $first
    nominated: $nominated
    changes: $changes
    cost: $cost
  ) {
    whatIf { says before after freed stopped freedCohorts monthsSaved costPerPerson }
    problems { code message field }
  }
}
`,
    variables: { ...ASKED, nominated: true, changes: CHANGES.map((change) => JSON.stringify(change)), cost: 40_000 },
  },
  {
    title: 'Portability',
    query: `# How far do these foundation degrees carry, and how much of that is at their own university alone?
query Portability($awards: [ID!], $registerParts: [ID!], $start: Month, $months: Int) {
  portability(awards: $awards, registerParts: $registerParts, start: $start, months: $months, first: 10) {
    portability { summary notes }
    nodes {
      award { title }
      institution { title }
      reach
      reachOwn
      cells { programme { title } institution { title } credits entryStage monthsLeft conditional { who } }
    }
    problems { code message field }
  }
}
`,
    variables: {
      awards: ['uclan-fdsc-assistant-practitioner', 'essex-fdsc-health-science'],
      registerParts: ['nurse-adult'],
      start: '2026-09',
      months: 12,
    },
  },
  {
    title: 'Provision',
    query: `# What is run in this region, in which mode? And what does the source cover?
query Provision($regions: [ID!], $registerParts: [ID!], $asOf: Day) {
  provision(regions: $regions, registerParts: $registerParts, asOf: $asOf) {
    provision {
      summary
      lines { registerPart { title } where region { title } counts { mode says institutions } }
      notes
    }
    problems { code message field }
  }
}
`,
    variables: {
      regions: ['letb-north-west'],
      registerParts: ['nurse-adult', 'diagnostic-radiographer'],
      asOf: '2026-09-01',
    },
  },
  {
    title: 'Lost and gained',
    query: `# Which part-time courses were lost and gained in England between two releases, like with like?
query ProvisionChange($from: ID!, $to: ID!, $modes: [Pace!], $nations: [Country!]) {
  provisionChange(from: $from, to: $to, modes: $modes, nations: $nations, first: 50) {
    change { summary counts { nation coursesBefore coursesAfter lost gained kept } notes }
    nodes { outcome name registerPart { title } mode before { course } after { course } }
    totalCount
    problems { code message field }
  }
}
`,
    variables: { from: '2018', to: '2025', modes: ['PART_TIME'], nations: ['ENGLAND'] },
  },
];
