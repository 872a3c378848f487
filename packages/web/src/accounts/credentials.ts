/** What names and passwords may be, and what a session's cookie is called. */

export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 200;
export const LOGIN = /^[a-z0-9][a-z0-9._-]{1,58}[a-z0-9]$/u;

/** Cookies are named by party, so that the nodes of two parties can be open in one browser (cookies ignore ports). */
export const sessionCookieName = (party: string): string => `entente-${party.toLowerCase()}-session`;
