import type { FaultError } from '@highwater/domain';
import type { HelperProxy } from '../native/lease-helper.ts';
import type { CallLimits } from '../limits/create-call-limits.ts';
import type { Egress } from './egress.ts';

export interface PassOptions {
  readonly corpId: string;
  readonly egress: Egress;
  /** The budget of gettoken; the other calls are counted by whoever makes them. */
  readonly limits: CallLimits;
}

/** What the relay saw of the calls made with a pass: what the library hides. */
export interface RelayNotes {
  /** The library asked for a new access token. */
  tokenAsked: boolean;
  /** Why a call did not get through: network, certificate, or the fault of a gettoken answer. */
  fault: FaultError | undefined;
  /** An errcode other than 0 that a data call was answered with. */
  refusal: { readonly errcode: number; readonly errmsg: unknown } | undefined;
}

/** The right to use the relay for one lease. */
export interface RelayPass {
  readonly proxy: HelperProxy;
  readonly notes: Readonly<RelayNotes>;
  /** Nothing more is relayed with this login; open exchanges are cut. */
  end(): void;
}

/** A pass as the relay holds it. */
export interface OpenPass {
  readonly options: PassOptions;
  readonly notes: RelayNotes;
  /** Aborted when the pass ends. */
  readonly signal: AbortSignal;
}
