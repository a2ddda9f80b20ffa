import { deriveSubkey, makeDataKey, openBytes, sealBytes } from '@highwater/crypto';
import { LANGUAGES, visibleText, type CanonicalMessage, type MessageKind } from '@highwater/domain';
import { normaliseText } from '@highwater/search';
import { listMedia, parseMessage, searchableText } from '@highwater/wecom';
import { conversation, each, packInMemory, sampleMessage } from '../../packages/exports/src/testing/sample-package.ts';
import { unpack } from '../../packages/exports/src/testing/read-package.ts';
import { COVERAGE_STEPS } from '../../packages/message-view/src/kind-coverage.ts';
import type { CoverageCell, CoverageStep, KindCoverage } from '../../packages/message-view/src/kind-coverage.ts';
import { drawnText } from '../../packages/message-view/src/testing/draw-sample.tsx';
import { readSamples, type Sample } from '../../packages/message-view/src/testing/read-samples.ts';
import { readVisibleStrings, stringsIn } from '../../packages/message-view/src/testing/visible-strings.ts';
import { listLeaves } from './list-leaves.ts';

interface Proven {
  readonly sample: string;
  readonly kind: MessageKind;
  /** Per step what is missing; null where the step has nothing to do. */
  readonly missing: Readonly<Record<CoverageStep, readonly string[] | null>>;
}

/**
 * Takes every sample through the archive's own functions and says, per kind and step, how many came through whole.
 * The strings that must come through are those of visible-strings.json, which a person wrote down by hand.
 */
export async function proveKinds(): Promise<readonly KindCoverage[]> {
  const samples = readSamples();
  const parsed = samples.map(({ text }) => parseMessage(new TextEncoder().encode(text)));
  const exported = await exportAll(samples, parsed);
  const visible = readVisibleStrings();
  const proven = samples.map((sample, at): Proven => {
    const message = parsed[at];
    if (message === undefined) throw new Error('a sample was not parsed');
    const strings = visible.get(sample.name);
    const leaves = listLeaves(sample.text);
    // What our own words and formats say of a message (sizes, times, names of kinds) is drawn, not written by anybody.
    const written = (strings?.all ?? []).filter((one) => leaves.some((leaf) => visibleText(leaf).includes(one)));
    const kind = kindOf(sample.name);
    return {
      sample: sample.name,
      kind,
      missing: {
        stored: missingOfStored(sample.text, message),
        parsed: message.body.kind === kind ? [] : [message.body.kind],
        drawn: LANGUAGES.flatMap((language) => {
          const shown = drawnText(message, language);
          return stringsIn(strings, language).filter((one) => !shown.includes(one));
        }),
        searched: missingOfSearched(message, written),
        exported: written.filter((one) => !exported[at]?.some((leaf) => visibleText(leaf).includes(one))),
      },
    };
  });
  return [...new Set(proven.map(({ kind }) => kind))].map((kind) =>
    coverageOf(
      kind,
      proven.filter((one) => one.kind === kind),
    ),
  );
}

function coverageOf(kind: MessageKind, proven: readonly Proven[]): KindCoverage {
  const cell = (step: CoverageStep): CoverageCell => {
    const done = proven.flatMap(({ sample, missing }) => {
      const texts = missing[step];
      return texts === null ? [] : [{ sample, texts: [...new Set(texts)] }];
    });
    const missing = done.flatMap(({ sample, texts }) => texts.map((text) => ({ sample, text })));
    return { whole: done.filter(({ texts }) => texts.length === 0).length, of: done.length, missing };
  };
  const whole = proven.find(({ missing }) => COVERAGE_STEPS.every((step) => (missing[step]?.length ?? 0) === 0));
  const [stored, parsed, drawn, searched, exported] = [
    cell('stored'),
    cell('parsed'),
    cell('drawn'),
    cell('searched'),
    cell('exported'),
  ];
  return { kind, proof: (whole ?? proven[0])?.sample ?? '', stored, parsed, drawn, searched, exported };
}

/** A sample's name begins with its kind; a type that nobody knows must come out as such. */
function kindOf(name: string): MessageKind {
  return name.split('/')[0] as MessageKind;
}

const FILE_ID = /"sdkfileid\\*":\s*\\*"([A-Za-z0-9+/=]{20,})/g;

/** The plaintext comes back byte for byte from under the tenant's key, and every file that it names will be fetched. */
function missingOfStored(text: string, message: CanonicalMessage): readonly string[] {
  const subkey = deriveSubkey(makeDataKey(), 'plaintext');
  const place = 'tenant|messages|row|1';
  const opened = openBytes(subkey, place, sealBytes(subkey, place, Buffer.from(text, 'utf8')));
  const wanted = new Set(listMedia(message.body).map(({ sdkfileid }) => sdkfileid));
  const unfetched = [...text.matchAll(FILE_ID)].filter(([, id = '']) => !wanted.has(id));
  return [...(Buffer.from(opened).toString('utf8') === text ? [] : ['plaintext']), ...unfetched.map(() => 'sdkfileid')];
}

/** Null where nobody wrote anything that could be searched for. */
function missingOfSearched(message: CanonicalMessage, written: readonly string[]): readonly string[] | null {
  const words = written.filter((one) => normaliseText(one) !== '' && !isNumberOrId(one));
  if (words.length === 0) return null;
  const texts = searchableText(message).map(({ text }) => normaliseText(text));
  return words.filter((one) => !texts.some((text) => text.includes(normaliseText(one))));
}

/** Numbers of meetings and calls, coordinates, amounts, times: they are read and exported, nobody wrote them. */
function isNumberOrId(text: string): boolean {
  return /^[\d\s:.,-]+$/.test(text) || /^(?=.*\d)[\w@-]{16,}$/.test(text);
}

/** Writes one package of all samples, and reads back what stands in it of each. */
async function exportAll(
  samples: readonly Sample[],
  parsed: readonly CanonicalMessage[],
): Promise<readonly (readonly string[])[]> {
  const messages = parsed.map((message, at) => ({
    ...sampleMessage(message.body, { plaintext: samples[at]?.text ?? '' }),
    message,
  }));
  const { zip } = await packInMemory({ conversations: each([conversation('samples', messages)]) });
  const files = await unpack(zip);
  const lines = [...files].filter(([name]) => name.endsWith('.jsonl') && name.startsWith('messages/'));
  return lines
    .flatMap(([, bytes]) => bytes.toString('utf8').trimEnd().split('\n'))
    .map((line) => {
      // People stand in the body under their key; how WeCom wrote them stands beside it.
      const { body, written_as } = JSON.parse(line) as { body: unknown; written_as: unknown };
      return listLeaves(JSON.stringify([body, written_as]));
    });
}
