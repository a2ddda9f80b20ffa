export interface MarkdownSpan {
  readonly text: string;
  readonly style: 'plain' | 'strong' | 'code';
  readonly tone: 'info' | 'comment' | 'warning' | null;
  readonly url: string | null;
}

export interface MarkdownLine {
  readonly level: number;
  readonly quoted: boolean;
  readonly spans: readonly MarkdownSpan[];
}

// The subset that WeCom's robots may use: headings, quotes, bold, code, links and three font colours.
const SPAN =
  /\*\*(?<strong>[^*\n]+)\*\*|`(?<code>[^`\n]+)`|\[(?<label>[^\]\n]+)\]\((?<url>[^)\s]+)\)|<font color="(?<tone>info|comment|warning)">(?<colored>[^\n]*?)<\/font>/g;

function isTone(word: string | undefined): word is 'info' | 'comment' | 'warning' {
  return word === 'info' || word === 'comment' || word === 'warning';
}

function splitSpans(text: string): MarkdownSpan[] {
  const spans: MarkdownSpan[] = [];
  const plain = (part: string): void => {
    if (part !== '') spans.push({ text: part, style: 'plain', tone: null, url: null });
  };
  let from = 0;
  for (const match of text.matchAll(SPAN)) {
    plain(text.slice(from, match.index));
    from = match.index + match[0].length;
    const { strong, code, label, url, tone, colored } = match.groups ?? {};
    const style = strong !== undefined ? 'strong' : code !== undefined ? 'code' : 'plain';
    const shown = strong ?? code ?? label ?? colored ?? '';
    spans.push({ text: shown, style, tone: isTone(tone) ? tone : null, url: url ?? null });
  }
  plain(text.slice(from));
  return spans;
}

/** Lines of a robot's message. What is not of the subset stays as it was typed. */
export function splitMarkdown(content: string): MarkdownLine[] {
  return content.split(/\r?\n/).map((line) => {
    const quoted = /^\s*>/.test(line);
    const open = quoted ? line.replace(/^\s*>\s?/, '') : line;
    const heading = /^(#{1,6})\s+(.*)$/.exec(open);
    return { level: heading?.[1]?.length ?? 0, quoted, spans: splitSpans(heading?.[2] ?? open) };
  });
}
