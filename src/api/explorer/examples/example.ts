/** A question to begin with: a tab of the explorer, and an example of the README. */
export interface Example {
  title: string;
  query: string;
  variables: Record<string, unknown>;
}
