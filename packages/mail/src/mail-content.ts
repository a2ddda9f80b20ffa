/** A mail without its addresses. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a mail is made of, once for both of its forms. */
export type MailBlock =
  | { readonly kind: 'paragraph' | 'note'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly MailRow[] }
  | { readonly kind: 'action'; readonly label: string; readonly link: string; readonly hint: string };

export interface MailRow {
  readonly label: string;
  readonly value: string;
  /** Marked by a sign and weight, not by colour alone. */
  readonly attention?: boolean;
}

export interface MailParts {
  readonly language: string;
  readonly subject: string;
  readonly title: string;
  readonly blocks: readonly MailBlock[];
  readonly footer: string;
}
