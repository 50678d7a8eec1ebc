import type { Example } from './example.js';

/** What is in the catalogue, and how it hangs together. */
export const ANYONE: readonly Example[] = [
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
    title: 'Find by a code',
    query: `# A code pasted from a prospectus or the national course data: which programmes or institutions are meant?
query Find($code: String!) {
  find(code: $code) { kind id name }
}
`,
    variables: { code: 'R39' },
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
