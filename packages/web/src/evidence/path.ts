/** Where a record's evidence is downloaded. */
export const evidencePath = (kind: string, record: string, version: string): string => `/evidence/${encodeURIComponent(kind)}/${record}?version=${version}`;
