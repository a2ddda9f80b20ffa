export type { MediaCopies, MediaState, MessageContext, PictureCopy } from './message-context.ts';
export { MessageView } from './message-view.tsx';
export { foldPlainly, splitHighlights } from './split-highlights.ts';
export type { Piece } from './split-highlights.ts';
