import type { ControlAnswer } from './control.ts';
import { startProcess, type NodeProcess } from './child.ts';

export interface NodePlace { readonly name: string; readonly config: string; readonly title: string }

/** Keeps the demonstration's nodes: each a process, each stopped and started by itself. */
export function supervise(places: readonly NodePlace[], cache: string, tell: (line: string) => void) {
  const running = new Map<string, NodeProcess>();

  async function start(place: NodePlace): Promise<void> {
    const node = await startProcess(place.name, place.config, cache);
    running.set(place.name, node);
    void node.ended.then((why) => {
      if (running.get(place.name) === node) running.delete(place.name);
      if (why !== null) tell(`${place.title} stopped by itself (${why}). Its records are kept. Start it again with: npx pnpm@12 entente demo start ${place.name}`);
    });
  }

  return {
    async startAll(): Promise<void> {
      const results = await Promise.allSettled(places.map(start));
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) {
        await this.stopAll();
        throw failed.reason;
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
        return { ok: true, message: `${place.title} is stopped. The other side goes on; what it does arrives when this node starts again.` };
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
