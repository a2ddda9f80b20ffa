import type { Corp } from '../../corp/corp.ts';
import type { CallLimit } from '../../corp/call-counter.ts';
import type { SecretPurpose } from '../../corp/secrets.ts';

/** An answer with an errcode of its own; `text` where WeCom's words differ from the usual ones. */
export class ContactRefusal extends Error {
  override readonly name = 'ContactRefusal';
  readonly errcode: number;
  readonly text: string | undefined;

  constructor(errcode: number, text?: string) {
    super(`errcode ${errcode}`);
    this.errcode = errcode;
    this.text = text;
  }
}

/** A call that was admitted. */
export interface ContactCall {
  readonly corp: Corp;
  readonly purpose: SecretPurpose;
  /** A parameter of the address; empty when absent. */
  readonly query: (name: string) => string;
  /** Of POST calls; empty for an empty one. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** One API: how it is called, who may call it, and the fields of its answer beside errcode and errmsg. */
export interface ContactApi {
  readonly method: 'GET' | 'POST';
  /** Below /cgi-bin/. */
  readonly path: string;
  /** The tokens that open it; `contacts:sync` and `contacts:app` tell the two kinds of the third secret apart. */
  readonly opens: readonly TokenKind[];
  readonly limit?: CallLimit;
  readonly answer: (call: ContactCall) => Readonly<Record<string, unknown>>;
}

export type TokenKind = 'archive' | 'customer_contact' | 'contacts:sync' | 'contacts:app';

export function tokenKindOf(corp: Corp, purpose: SecretPurpose): TokenKind {
  return purpose === 'contacts' ? `contacts:${corp.contactsKind}` : purpose;
}

export const APPS: readonly TokenKind[] = ['customer_contact', 'contacts:app'];
export const ANY_TOKEN: readonly TokenKind[] = ['archive', 'customer_contact', 'contacts:sync', 'contacts:app'];

export const seconds = (at: number): number => Math.floor(at / 1000);
