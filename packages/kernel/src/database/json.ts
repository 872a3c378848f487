/** Object ids of `json` and `jsonb`, which both engines read with `parseJson`: contents come from other parties. */
export const JSON_TYPES: readonly number[] = [114, 3802];
