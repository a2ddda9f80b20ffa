import { setTimeout } from 'node:timers/promises';
import { REQUEST } from '../frames.ts';
import { startStandInHelper } from './start-stand-in-helper.ts';

// A parent to be killed while its helper is inside a call that never returns. Prints the helper's process id then.
const { standIn, helper } = await startStandInHelper();
await helper.call(REQUEST.init, ['ww1', 'secret'], 5000);
await standIn.control('GetChatData.print_bytes 1', 'GetChatData.hang 1');
const call = helper.call(REQUEST.chat, [0n, 1, 'http://127.0.0.1:1', '', 1], 60_000);
while (helper.strayBytes === 0) await setTimeout(5);
process.stdout.write(`${JSON.stringify({ pid: helper.pid, folder: standIn.folder })}\n`);
await call;
