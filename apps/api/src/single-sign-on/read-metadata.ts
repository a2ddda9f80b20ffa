import { X509Certificate } from 'node:crypto';
import { FaultError } from '@highwater/domain';
import { parseXml, XmlElement } from '@rgrove/parse-xml';

/** What a SAML provider's metadata says. */
export interface SamlMetadata {
  readonly issuer: string;
  readonly signInUrl: string;
  /** PEM. */
  readonly certificates: readonly string[];
}

const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const LARGEST = 256 * 1024;

/** Reads metadata of one provider. Throws `provider.refused` with what is missing as its field. */
export function readMetadata(xml: string): SamlMetadata {
  const entity = readEntity(xml);
  const issuer = entity.attributes['entityID'] ?? '';
  const provider = childrenOf(entity, 'IDPSSODescriptor')[0];
  if (issuer === '' || provider === undefined) throw refused('metadata');
  const services = childrenOf(provider, 'SingleSignOnService');
  const signInUrl = services.find(({ attributes }) => attributes['Binding'] === REDIRECT)?.attributes['Location'];
  if (signInUrl === undefined) throw refused('signInUrl');
  const certificates = childrenOf(provider, 'KeyDescriptor')
    .filter(({ attributes }) => attributes['use'] !== 'encryption')
    .flatMap((key) => [...deep(key, 'X509Certificate')])
    .map((element) => toPem(element.text));
  if (certificates.length === 0) throw refused('certificates');
  return { issuer, signInUrl, certificates };
}

function readEntity(xml: string): XmlElement {
  // Neither entities of its own nor other documents are anything that metadata needs.
  if (xml.length > LARGEST || /<!DOCTYPE/i.test(xml)) throw refused('metadata');
  try {
    const { root } = parseXml(xml);
    if (root !== null && localName(root) === 'EntityDescriptor') return root;
  } catch (cause) {
    throw refused('metadata', cause);
  }
  throw refused('metadata');
}

function toPem(text: string): string {
  const base64 = text.replaceAll(/\s/g, '');
  try {
    return new X509Certificate(Buffer.from(base64, 'base64')).toString();
  } catch (cause) {
    throw refused('certificates', cause);
  }
}

function localName({ name }: XmlElement): string {
  return name.split(':').at(-1) ?? name;
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && localName(child) === name,
  );
}

function* deep(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (!(child instanceof XmlElement)) continue;
    if (localName(child) === name) yield child;
    else yield* deep(child, name);
  }
}

function refused(field: string, cause?: unknown): FaultError {
  return new FaultError('provider.refused', { field, ...(cause === undefined ? {} : { cause }) });
}
