/** What remains of a type once nothing in it can be null or undefined: what could be may not be there. */
export type Given<T> = T extends readonly (infer Entry)[]
  ? Given<Entry>[]
  : T extends object
    ? { [Field in keyof T as undefined extends T[Field] ? never : Field]: Given<Exclude<T[Field], null>> } & {
        [Field in keyof T as undefined extends T[Field] ? Field : never]?: Given<Exclude<T[Field], null | undefined>>;
      }
    : T;

/** A copy with plain objects, without the fields that are null or undefined: not given is not held. */
export function given<T>(value: T): Given<T> {
  if (Array.isArray(value)) return value.map((entry) => given(entry)) as Given<T>;
  if (typeof value !== 'object' || value === null) return value as Given<T>;
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, given(field)])) as Given<T>;
}
