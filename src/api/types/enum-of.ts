import { registerEnumType } from '../decorators.js';

/**
 * A GraphQL enum over the values of a domain union, each with its description: none can be forgotten, as the compiler
 * asks for all. `full-time` is written FULL_TIME in the API, `atLeast` AT_LEAST.
 */
export const enumOf =
  <Value extends string>() =>
  (name: string, description: string, values: Record<Value, string>): Record<string, Value> => {
    const named = (Object.entries(values) as [Value, string][]).map(([value, says]) => ({
      key: capitals(value),
      value,
      says,
    }));
    const registered = Object.fromEntries(named.map(({ key, value }) => [key, value]));
    const valuesConfig = Object.fromEntries(named.map(({ key, says }) => [key, { description: says }]));
    registerEnumType(registered, { name, description, valuesConfig });
    return registered;
  };

const capitals = (value: string): string =>
  value
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/[- ]/g, '_')
    .toUpperCase();
