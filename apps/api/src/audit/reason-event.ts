/** The line that holds a typed reason, sealed like searched words and opened for whoever may see the log. */
export const REASON_EVENT = 'reason.given';
