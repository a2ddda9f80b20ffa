import type { FileHandle } from 'node:fs/promises';
import { buildHelper } from '../compile/index.ts';
import { type HelperProcess, startHelperProcess } from '../helper-process.ts';
import { openLibrary } from '../open-library.ts';
import { placeStandIn, type PlacedStandIn } from './place-stand-in.ts';

export interface StandInHelper {
  readonly standIn: PlacedStandIn;
  readonly helper: HelperProcess;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Whom helpers become in tests that run as root. */
export const NOBODY = { uid: 65_534, gid: 65_534 };
export const IS_ROOT = process.getuid?.() === 0;

/** One helper process on a stand-in of its own; as another user where this process may change it. Tests only. */
export async function startStandInHelper(): Promise<StandInHelper> {
  const standIn = await placeStandIn();
  const file: FileHandle = await openLibrary({ path: standIn.path, pinnedHashes: [standIn.sha256] });
  const helper = startHelperProcess({
    program: await buildHelper(),
    libraryFile: file.fd,
    user: IS_ROOT ? NOBODY : undefined,
  });
  return {
    standIn,
    helper,
    async [Symbol.asyncDispose]() {
      await helper.kill();
      await file.close();
      await standIn[Symbol.asyncDispose]();
    },
  };
}
