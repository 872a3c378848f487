/** Where a record's evidence is downloaded. */
export const evidencePath = (kind: string, record: string, version: string): string => `/evidence/${encodeURIComponent(kind)}/${record}?version=${version}`;
/** Where what was found against a party is downloaded. */
export const accusationPath = (party: string): string => `/evidence/against/${encodeURIComponent(party)}`;
