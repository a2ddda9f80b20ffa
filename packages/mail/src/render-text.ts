import type { MailBlock, MailParts } from './mail-content.ts';

export function renderText({ title, blocks, footer }: MailParts): string {
  return `${[title, ...blocks.map(textOf), `-- \n${footer}`].join('\n\n')}\n`;
}

function textOf(block: MailBlock): string {
  if (block.kind === 'rows') {
    return block.rows.map(({ label, value, attention }) => `${attention ? '▲ ' : ''}${label}: ${value}`).join('\n');
  }
  return block.kind === 'action' ? `${block.label}:\n${block.link}` : block.text;
}
