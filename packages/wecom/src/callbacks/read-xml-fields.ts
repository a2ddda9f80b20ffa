import { isUtf8 } from 'node:buffer';
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';

/** WeCom's events have less than twenty elements; more markup than this is not one, however small. */
const MOST_MARKUP = 200;

/**
 * The children of the root of a flat XML document, with their texts. Undefined for what is no such document, and for any
 * with a document type or entities of its own: WeCom sends none.
 */
export function readXmlFields(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = Buffer.from(bytes).toString('utf8');
  if (/<!(?!\[CDATA\[)/.test(text) || text.split('<').length > MOST_MARKUP) return undefined;
  try {
    const { root } = parseXml(text);
    if (root === null || root.name !== 'xml') return undefined;
    const fields = new Map<string, string>();
    for (const child of root.children) {
      if (!(child instanceof XmlElement)) continue;
      if (fields.has(child.name)) return undefined;
      const isFlat = child.children.every((part) => part instanceof XmlText);
      if (isFlat) fields.set(child.name, child.text);
    }
    return fields;
  } catch {
    // Not XML, as its own error says in the words of whoever sent it.
    return undefined;
  }
}
