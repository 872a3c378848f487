/** A node's one configuration file: its party, its cooperations, where it keeps things, and its peers. Messages are ids of `words.ts`. */
import { z } from 'zod';

const localized = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/u), z.string().min(1));
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/u, 'config.name');
const colour = z.string().regex(/^#[0-9a-f]{6}$/iu, 'config.colour');
const zone = z.string().refine((value) => {
  try { Temporal.Now.instant().toZonedDateTimeISO(value); return true; } catch { return false; }
}, { error: 'config.zone' });

export const cooperationShape = z.strictObject({
  id: name,
  title: localized,
  parties: z.array(z.strictObject({
    id: name, name: localized, short: localized, colour: z.strictObject({ light: colour, dark: colour }), languages: z.array(z.string().min(2)).min(1), zone,
    orgId: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{1,100}$/u, 'config.org-id').optional(),
  })).min(2),
  observers: z.array(name).default([]),
  themes: z.record(z.string(), localized),
  demo: z.boolean().default(false),
});

export const peerShape = z.strictObject({
  party: name,
  /** Where its node answers, e.g. https://entente.molsw.example */
  url: z.url({ protocol: /^https?$/u, error: 'config.url' }),
  /** C2SP verifier keys of the peer, by role; their fingerprints are compared by telephone before they are written here. */
  journal: z.string().min(20),
  transport: z.string().min(20),
  /** Under which it cosigns what it holds of our journals; without it its cosignatures are not kept. */
  cosigner: z.string().min(20).optional(),
  /** The party's root: what it states of the party's keys goes into evidence. */
  root: z.string().min(20).optional(),
  /** Journal and cosigner keys it used before, for an audit of what they signed then; they sign nothing new. */
  retired: z.array(z.string().min(20)).optional(),
});

export const nodeShape = z.strictObject({
  party: name,
  /** Paths of cooperation files, relative to this file. */
  cooperations: z.array(z.string().min(1)).min(1),
  listen: z.strictObject({ host: z.string().min(1), port: z.int().min(1).max(65_535) }),
  /** Address people and peers use. */
  url: z.url({ protocol: /^https?$/u, error: 'config.url' }),
  /** Folder of the embedded database, keys, and the high-water file, relative to this file. */
  data: z.string().min(1),
  /** The high-water file, relative to this file; in the data folder when left out. Apart from it, and never in a backup, it also tells when the whole folder was put back. */
  highWater: z.string().min(1).optional(),
  /** `postgres://...`; the embedded engine when absent. ENTENTE_DATABASE_URL goes before it. */
  database: z.url({ protocol: /^postgres(ql)?$/u, error: 'config.database-url' }).optional(),
  /** PostgreSQL schema, so that several nodes may share a server. */
  schema: name.optional(),
  peers: z.array(peerShape).default([]),
  /** Map files of the places of the cooperations, those that stand today first, relative to this file (docs/maps.md). */
  maps: z.array(z.string().min(1)).default([]),
  /**
   * This side's own approvals, before it speaks to the others (decision 0019): which kinds (all joint ones when none are named), and
   * who approves in which order, by role or by login.
   */
  approvals: z.array(z.strictObject({
    coop: name.optional(), kinds: z.array(z.string().min(1)).min(1).optional(),
    steps: z.array(z.union([z.strictObject({ role: z.enum(['coordinator', 'focal-point', 'leader', 'administrator']) }), z.strictObject({ person: z.string().min(1) })])).min(1).max(20),
  })).default([]),
  /**
   * Letters that remind: `smtp` as smtps://user:password@host:port (ENTENTE_SMTP_URL goes before it, so that no password need stand
   * here); without it each letter is a file in `mail` beside the data, for another program to send.
   */
  mail: z.strictObject({ smtp: z.url({ protocol: /^smtps?$/u, error: 'config.smtp-url' }).optional(), from: z.string().regex(/^[^\s@]+@[^\s@]+$/u, 'config.sender').optional() }).optional(),
  /** Seconds between two looks at a peer when nothing wakes the node. */
  pull: z.number().min(0.05).max(3_600).default(15),
  /** Journal keys this node used before. */
  retired: z.array(z.string().min(20)).default([]),
  /** Backups every day; the folder is relative to this file. */
  backup: z.strictObject({
    folder: z.string().min(1),
    /** Recovery keys (`age1...`); whoever holds a secret half can open every backup. */
    to: z.array(z.string().regex(/^age1[a-z0-9]{20,}$/u, 'config.recovery-key')).min(1),
    /** Time of day in the party's zone. */
    at: z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/u, 'config.time').default('02:00'),
    keep: z.int().min(1).max(10_000).default(14),
    /** Each is read back into a scratch database and audited. */
    verify: z.boolean().default(true),
  }).optional(),
  demo: z.boolean().default(false),
});

export type PeerConfig = z.infer<typeof peerShape>;
export type NodeFile = z.infer<typeof nodeShape>;
export type CooperationFile = z.infer<typeof cooperationShape>;
