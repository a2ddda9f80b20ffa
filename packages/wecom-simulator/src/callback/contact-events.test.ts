import { createDecipheriv } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createReadyCorp } from '../testing/call-simulator.ts';
import { startNotifying } from './start-notifying.ts';

const secrets = { token: 'QDG6eK', encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' };

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).toReversed()) close();
});

/** The event inside a callback's body. */
function openBody(body: string): string {
  const sealed = /<Encrypt><!\[CDATA\[(.*?)\]\]><\/Encrypt>/.exec(body)?.[1] ?? '';
  const key = Buffer.from(`${secrets.encodingAesKey}=`, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
  return plain.subarray(20, 20 + plain.readUInt32BE(16)).toString();
}

async function open() {
  const bodies: string[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    bodies.push(Buffer.concat(parts).toString());
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => void server.close());
  const { corp } = createReadyCorp();
  const { port } = server.address() as AddressInfo;
  corp.setCallback({ url: `http://127.0.0.1:${port}/cb`, ...secrets });
  const notifying = startNotifying(corp);
  closers.push(() => notifying.stop());
  return { corp, bodies, notifying };
}

it('sends each change at once, in order, in the shape that WeCom gives it', async () => {
  const { corp, bodies, notifying } = await open();
  const room = corp.directory.rooms().find(({ name }) => name === '禾望门店群')?.id ?? '';
  corp.people.renameEmployee('ZhaoKai', '赵<凯>]]>');
  corp.rooms.renameRoom(room, '门店');
  await notifying.sent();
  const head = (createTime: number) =>
    `<xml><ToUserName><![CDATA[${corp.corpId}]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName>` +
    `<CreateTime>${createTime}</CreateTime><MsgType><![CDATA[event]]></MsgType>`;
  const at = Math.floor(corp.clock.now() / 1000);
  expect(bodies.map(openBody)).toEqual([
    `${head(at)}<Event><![CDATA[change_contact]]></Event><ChangeType><![CDATA[update_user]]></ChangeType>` +
      '<UserID><![CDATA[ZhaoKai]]></UserID><Name><![CDATA[赵<凯>]]]]><![CDATA[>]]></Name></xml>',
    `${head(at)}<Event><![CDATA[change_external_chat]]></Event><ChangeType><![CDATA[update]]></ChangeType>` +
      `<ChatId><![CDATA[${room}]]></ChatId><UpdateDetail><![CDATA[change_name]]></UpdateDetail></xml>`,
  ]);
  expect(bodies[0]).toContain('<AgentID><![CDATA[2000002]]></AgentID>');
  expect(bodies[1]).toContain('<AgentID><![CDATA[2000003]]></AgentID>');
});

it('loses an event when that was planned, and none after it', async () => {
  const { corp, bodies, notifying } = await open();
  corp.faults.plan({ on: 'callback', kind: 'lost', times: 1 });
  corp.people.renameEmployee('ZhaoKai', '赵一');
  corp.people.renameEmployee('ZhaoKai', '赵二');
  await notifying.sent();
  expect(bodies.map(openBody)).toEqual([expect.stringContaining('赵二')]);
});
