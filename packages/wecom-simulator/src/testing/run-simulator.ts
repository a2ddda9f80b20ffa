import { startSimulator } from '../server/start-simulator.ts';

/** A simulator as a process of its own, for tests that kill it: `node run-simulator.ts FOLDER` prints its address. */
const [dataDir = ''] = process.argv.slice(2);
const clock = { now: () => Date.now() };
const running = await startSimulator({ host: '127.0.0.1', port: 0, dataDir, clock, talkEveryMs: 1 });
process.stdout.write(`${running.url}\n`);
