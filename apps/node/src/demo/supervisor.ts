import type { ControlAnswer } from './control.ts';
import { startProcess, type NodeProcess } from './child.ts';
import type { Loaded } from './load.ts';

export interface NodePlace { readonly name: string; readonly config: string; readonly title: string }

/** Keeps the demonstration's nodes: each a process, each stopped and started by itself. */
export function supervise(places: readonly NodePlace[], tell: (line: string) => void) {
  const running = new Map<string, NodeProcess>();

  /** Starts a node and waits until it answers; with `folders` it loads the example first, as soon as those are made. */
  async function start(place: NodePlace, folders?: Promise<unknown>): Promise<Loaded | null> {
    const node = startProcess(place.name, place.config, folders !== undefined);
    running.set(place.name, node);
    let began = false;
    void node.ended.then((why) => {
      if (running.get(place.name) === node) running.delete(place.name);
      if (began && why !== null) tell(`${place.title} stopped by itself (${why}). Its records are kept. Start it again with: npx pnpm@12 entente demo start ${place.name}`);
    });
    void folders?.then(() => { node.go(); }, () => undefined);
    const [loaded] = await Promise.all([node.ready, folders]);
    began = true;
    return loaded;
  }

  return {
    /** Starts every node, or none: what one of them says when it cannot is thrown, and the others are stopped. */
    async startAll(folders?: Promise<unknown>): Promise<ReadonlyMap<string, Loaded>> {
      const loaded = new Map<string, Loaded>();
      try {
        await Promise.all(places.map(async (place) => {
          const answer = await start(place, folders);
          if (answer) loaded.set(place.name, answer);
        }));
        return loaded;
      } catch (error) {
        await this.stopAll();
        throw error;
      }
    },
    async stopAll(): Promise<void> {
      await Promise.all([...running.values()].map((node) => node.stop()));
    },
    async control(action: string, name: string): Promise<ControlAnswer> {
      const place = places.find((each) => each.name === name);
      if (!place) return { ok: false, message: `There is no node "${name}"; there are ${places.map((each) => each.name).join(', ')}.` };
      const node = running.get(name);
      if (action === 'stop') {
        if (!node) return { ok: false, message: `${place.title} is not running.` };
        await node.stop();
        return { ok: true, message: `${place.title} is stopped. ${running.size > 0 ? 'The other side goes on; what it does arrives when this node starts again.' : 'No node runs now; everything is kept.'}` };
      }
      if (action === 'start') {
        if (node) return { ok: false, message: `${place.title} is running already.` };
        await start(place);
        return { ok: true, message: `${place.title} is running.` };
      }
      return { ok: false, message: `"${action}" is not something to ask; stop or start.` };
    },
    pids: (): Record<string, number | undefined> => Object.fromEntries([...running].map(([name, node]) => [name, node.pid])),
  };
}
