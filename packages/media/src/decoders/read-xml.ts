import { SaxesParser } from 'saxes';
import { DecodeFault } from './decode-fault.ts';

/** What a reader of XML is told. Names come without their prefix: writers choose those freely. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Deeper documents are made to exhaust a reader. */
const MOST_DEPTH = 1_000;

/**
 * Reads XML as it comes until it ends or `isEnough`. Entities of its own are never expanded: a document that declares
 * any is refused with `copy.unreadable`. Throws the parser's error where it is not well-formed.
 */
export async function readXml(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  isEnough: () => boolean,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder();
  let depth = 0;
  parser.on('doctype', () => {
    throw new DecodeFault('copy.unreadable');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > MOST_DEPTH) throw new DecodeFault('copy.too_costly');
    handlers.open?.(localName(name), attributes);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close?.(localName(name));
  });
  for await (const block of bytes) {
    parser.write(decoder.decode(block, { stream: true }));
    if (isEnough()) return;
  }
  parser.write(decoder.decode()).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
