/** A domain answer as the API writes it: its words for values are in capitals. */
export type Wire<T> = T extends string ? string : T extends object ? { [Field in keyof T]: Wire<T[Field]> } : T;
