/** The process that reads foreign bytes: started by run-job.ts with limits, `decode.ts KIND SIZE`. */
import { DecodeFault } from '../decoders/decode-fault.ts';
import { encodeAnswer, READY, type Answer } from './answer.ts';
import { closeDoors } from './close-doors.ts';
import { readJobKind, type JobKind } from './job-kind.ts';
import { readInput, writeOutput } from './standard-streams.ts';

type Decoder = (file: Uint8Array) => Answer | Promise<Answer>;

const DECODERS: Readonly<Record<JobKind, () => Promise<Decoder>>> = {
  idle: async () => () => ({ absent: 'copy.no_decoder' }),
  voice: async () => (await import('../decoders/decode-voice.ts')).decodeVoice,
  picture: async () => (await import('../decoders/decode-picture.ts')).decodePicture,
  pdf: async () => (await import('../decoders/read-pdf.ts')).readPdf,
  docx: async () => (await import('../decoders/read-docx.ts')).readDocx,
  xlsx: async () => (await import('../decoders/read-xlsx.ts')).readXlsx,
  office: async () => (await import('../decoders/read-office.ts')).readOffice,
  plain: async () => (await import('../decoders/read-plain-text.ts')).readPlainText,
  named: async () => (await import('../decoders/read-named-text.ts')).readNamedText,
};

const kind = readJobKind(process.argv[2]);
closeDoors();
const load = DECODERS[kind];
const decode = await load();
writeOutput([READY]);
writeOutput(encodeAnswer(await answer(decode, readInput(Number(process.argv[3])))));
// Whatever a decoder still has under way is of no use to anyone.
process.exit(0);

async function answer(run: Decoder, file: Uint8Array): Promise<Answer> {
  try {
    return await run(file);
  } catch (error) {
    return { absent: error instanceof DecodeFault ? error.fault : nameFailure(error) };
  }
}

/** A decoder that was refused memory says so in words of its own. */
function nameFailure(error: unknown): 'copy.too_costly' | 'copy.unreadable' {
  const message = error instanceof Error ? error.message : '';
  return /out of memory|insufficient memory|allocation failed|(?:cannot|unable to) allocate/i.test(message)
    ? 'copy.too_costly'
    : 'copy.unreadable';
}
