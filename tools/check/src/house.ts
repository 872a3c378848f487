/** The import rules of docs/decisions/0001: who may import whom. Names are folders of the workspace. */
export interface Room { readonly folder: string; readonly name: string; readonly dependencies: ReadonlySet<string>; readonly development: ReadonlySet<string> }

/** Floors a workspace member may stand on; `modules` and `apps` never import their own floor. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  apps: ['apps/node', 'modules', 'packages', 'examples'],
  examples: ['modules', 'packages'],
  bench: ['apps', 'modules', 'packages', 'examples', 'tools'],
  modules: ['packages'],
  tools: ['packages'],
};

/** Package to package, as drawn in the architecture. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  verify: [],
  text: [],
  kernel: ['verify', 'text'],
  exchange: ['kernel', 'verify', 'text'],
  ui: ['text'],
  sheets: ['text'],
  reports: ['sheets', 'text'],
  web: ['kernel', 'sheets', 'ui', 'text'],
};

/** Every edge between two rooms that the house does not have, as a sentence that says what to do. */
export function forbiddenEdges(rooms: readonly Room[]): string[] {
  const byName = new Map(rooms.map((room) => [room.name, room]));
  const faults: string[] = [];
  for (const room of rooms) {
    for (const dependency of room.dependencies) {
      const target = byName.get(dependency);
      if (target && !mayImport(room.folder, target.folder)) {
        faults.push(`${room.folder} may not depend on ${target.folder}: move what both need down a floor, or meet through the registry (docs/decisions/0001)`);
      }
    }
  }
  return [...faults, ...cycles(rooms, byName)];
}

function mayImport(from: string, to: string): boolean {
  const [floor = '', name = ''] = from.split('/');
  const [targetFloor = '', target = ''] = to.split('/');
  if (floor === 'packages') return targetFloor === 'packages' && (PACKAGES[name] ?? []).includes(target);
  return (FLOORS[floor] ?? []).some((allowed) => allowed === targetFloor || allowed === to);
}

function cycles(rooms: readonly Room[], byName: ReadonlyMap<string, Room>): string[] {
  const faults: string[] = [];
  const done = new Set<Room>();
  const visit = (room: Room, path: readonly Room[]): void => {
    const at = path.indexOf(room);
    if (at >= 0) {
      faults.push(`cycle: ${[...path.slice(at), room].map((each) => each.folder).join(' -> ')}`);
      return;
    }
    if (done.has(room)) return;
    for (const dependency of room.dependencies) {
      const next = byName.get(dependency);
      if (next) visit(next, [...path, room]);
    }
    done.add(room);
  };
  for (const room of rooms) visit(room, []);
  return faults;
}
