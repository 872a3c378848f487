/** The real cooperation as data: read from the files of this package, checked as a whole before anything is made of it. */
import { fileURLToPath } from 'node:url';
import { ok, type Cooperation, type Problem, type Result } from '@entente/kernel';
import { countLater, readFile, type Contents, type Intake, type Later } from './files.ts';
import { referenceProblems } from './references.ts';
import type { ActivityFact, Body, CommitmentFact, CooperationFile, Demonstration, Exercise, GrantFact, InstrumentFact, LineageFact, MeetingFact, NamedEntry, Office, Person, ProposalEntry, Source, TwinningFact, WorkPlanFile } from './shape.ts';
import { everywhere } from './words.ts';

export interface Facts {
  readonly cooperation: Cooperation;
  readonly sources: readonly Source[];
  readonly offices: readonly Office[];
  readonly bodies: readonly Body[];
  readonly people: readonly Person[];
  readonly meetings: readonly MeetingFact[];
  readonly instruments: readonly InstrumentFact[];
  readonly commitments: readonly CommitmentFact[];
  readonly twinnings: readonly TwinningFact[];
  readonly lineage: readonly LineageFact[];
  readonly activities: readonly ActivityFact[];
  readonly grants: readonly GrantFact[];
  readonly statistics: readonly NamedEntry[];
  /** Made up for practice, labelled so. */
  readonly exercise: Exercise;
  /** Work plans made up for practice, labelled so. */
  readonly workPlan: WorkPlanFile;
  /** Project proposals, of the sources and made up for practice. */
  readonly proposals: readonly ProposalEntry[];
  /** Who records and confirms what in the demonstration. */
  readonly demonstration: Demonstration;
  /** Entries that no kind holds yet, by topic: counted, not loaded. */
  readonly later: Readonly<Record<Later, number>>;
}

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/**
 * Reads and checks every data file. All problems come at once, each with file and line (`params.file`, `params.line`);
 * messages are in the catalogue `facts`. Nothing is written anywhere.
 */
export function loadFacts(folder: string = DATA): Result<Facts> {
  const intake: Intake = { folder, documents: new Map(), problems: [], faulty: new Set() };
  const read: { readonly [K in keyof Contents]: Contents[K] | undefined } = {
    cooperation: readFile(intake, 'cooperation'), sources: readFile(intake, 'sources'), offices: readFile(intake, 'offices'),
    people: readFile(intake, 'people'), meetings: readFile(intake, 'meetings'), instruments: readFile(intake, 'instruments'),
    commitments: readFile(intake, 'commitments'), twinnings: readFile(intake, 'twinnings'), lineage: readFile(intake, 'lineage'), exercise: readFile(intake, 'exercise'),
    activities: readFile(intake, 'activities'), grants: readFile(intake, 'grants'), statistics: readFile(intake, 'statistics'), workPlan: readFile(intake, 'workPlan'), proposals: readFile(intake, 'proposals'),
    demonstration: readFile(intake, 'demonstration'),
  };
  const later = countLater(folder, intake.problems);
  if (isWhole(read)) {
    intake.problems.push(...referenceProblems(read, intake.documents, intake.faulty));
    if (intake.problems.length === 0) return ok(factsOf(read, later));
  }
  return { ok: false, problems: inOrder(intake.problems) };
}

function isWhole(read: { readonly [K in keyof Contents]: Contents[K] | undefined }): read is Contents {
  return Object.values(read).every((contents) => contents !== undefined);
}

function factsOf(contents: Contents, later: Facts['later']): Facts {
  return {
    cooperation: cooperationOf(contents.cooperation), ...contents.sources, ...contents.offices, ...contents.people, ...contents.meetings,
    ...contents.instruments, ...contents.commitments, ...contents.twinnings, ...contents.lineage, ...contents.activities, ...contents.grants, ...contents.statistics, ...contents.proposals,
    exercise: contents.exercise, workPlan: contents.workPlan, demonstration: contents.demonstration, later,
  };
}

function cooperationOf(file: CooperationFile): Cooperation {
  return {
    ...file,
    title: everywhere(file.title),
    parties: file.parties.map((party) => ({ ...party, name: everywhere(party.name), short: everywhere(party.short) })),
    themes: Object.fromEntries(file.themes.map((theme) => [theme.id, everywhere(theme.label)])),
  };
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const place = ({ params }: Problem) => [String(params?.['file'] ?? ''), Number(params?.['line'] ?? 0)] as const;
  return problems.toSorted((a, b) => {
    const [fileA, lineA] = place(a);
    const [fileB, lineB] = place(b);
    return fileA < fileB ? -1 : fileA > fileB ? 1 : lineA - lineB;
  });
}

/** The cooperation itself. Throws where its file is broken: without it there is no node to say so. */
export const cooperation: Cooperation = (() => {
  const intake: Intake = { folder: DATA, documents: new Map(), problems: [], faulty: new Set() };
  const file = readFile(intake, 'cooperation');
  if (!file || intake.problems.length > 0) throw new Error(`cooperation.yaml: ${JSON.stringify(intake.problems)}`);
  return cooperationOf(file);
})();
