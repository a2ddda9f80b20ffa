import { escapeHtml } from './escape-html.ts';
import type { MailBlock, MailParts } from './mail-content.ts';

const FONT = `font-family:'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Noto Sans SC',-apple-system,'Segoe UI',sans-serif`;

/**
 * Tables and inline styles, because that is what mail programs draw alike; nothing is loaded from outside.
 * The style sheet only turns colours for dark themes, so a program that drops it still shows a readable mail.
 */
export function renderHtml({ language, title, blocks, footer, subject }: MailParts): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #161b1d !important; }
  .card { background: #1f2628 !important; border-color: #35403f !important; }
  .ink { color: #e4eae9 !important; }
  .soft { color: #a3b1b0 !important; }
  .line { border-color: #35403f !important; }
  .attention { color: #f0b45a !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f6f6;">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f6f6;">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #d8e0e0;border-radius:6px;">
<tr><td align="left" style="padding:28px 28px 20px 28px;${FONT};text-align:left;">
<h1 class="ink" style="margin:0 0 16px 0;font-size:20px;line-height:1.4;font-weight:600;color:#1a2325;word-break:break-word;">${escapeHtml(title)}</h1>
${blocks.map(htmlOf).join('\n')}
</td></tr>
<tr><td class="line" style="padding:14px 28px;border-top:1px solid #d8e0e0;${FONT};">
<p class="soft" style="margin:0;font-size:12px;line-height:1.6;color:#566567;">${escapeHtml(footer)}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function htmlOf(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p class="ink" style="margin:0 0 16px 0;font-size:14px;line-height:1.7;color:#1a2325;word-break:break-word;">${escapeHtml(block.text)}</p>`;
    case 'note':
      return `<p class="soft" style="margin:0 0 8px 0;font-size:12px;line-height:1.7;color:#566567;word-break:break-word;">${escapeHtml(block.text)}</p>`;
    case 'rows':
      return rowsOf(block.rows);
    case 'action':
      return actionOf(block);
  }
}

function rowsOf(rows: Extract<MailBlock, { kind: 'rows' }>['rows']): string {
  const lines = rows.map(({ label, value, attention }) => {
    const colour = attention ? '#8a5200' : '#1a2325';
    return `<tr>
<th scope="row" class="line soft" align="left" style="padding:8px 0;border-bottom:1px solid #d8e0e0;font-size:14px;font-weight:400;color:#566567;text-align:left;">${escapeHtml(label)}</th>
<td class="line ink${attention ? ' attention' : ''}" align="right" style="padding:8px 0;border-bottom:1px solid #d8e0e0;font-size:14px;font-weight:${attention ? 600 : 400};color:${colour};text-align:right;font-variant-numeric:tabular-nums;">${attention ? '▲ ' : ''}${escapeHtml(value)}</td>
</tr>`;
  });
  return `<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px 0;border-collapse:collapse;">\n${lines.join('\n')}\n</table>`;
}

function actionOf({ label, link, hint }: Extract<MailBlock, { kind: 'action' }>): string {
  const address = escapeHtml(link);
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px 0;">
<tr><td style="border-radius:6px;background:#13696d;"><a href="${address}" style="display:inline-block;padding:10px 20px;font-size:14px;line-height:1.4;font-weight:600;color:#ffffff;text-decoration:none;">${escapeHtml(label)}</a></td></tr>
</table>
<p class="soft" style="margin:0 0 16px 0;font-size:12px;line-height:1.7;color:#566567;word-break:break-all;">${escapeHtml(hint)}<br><a class="soft" href="${address}" style="color:#566567;">${address}</a></p>`;
}
