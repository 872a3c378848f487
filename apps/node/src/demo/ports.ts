import { createServer } from 'node:net';

/** Throws the system's own error, with the port, when somebody listens on one of these: before anything is loaded for nothing. */
export async function needFreePorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    await new Promise<void>((resolve, reject) => {
      const server = createServer().once('error', reject);
      server.listen(port, '127.0.0.1', () => { server.close(() => { resolve(); }); });
    });
  }
}
