import { html, raw } from 'hono/html';
import type { ConsoleLanguage } from '../corp/refusal.ts';
import { wordsOf } from './words.ts';

const CSS = `
:root { color-scheme: light dark; --line: #8884; --accent: #2563eb }
body { font: 15px/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; max-width: 880px; margin: 0 auto; padding: 24px 16px 64px }
h1 { font-size: 20px; margin: 0 }
h2 { font-size: 16px; margin: 32px 0 8px; padding-top: 16px; border-top: 1px solid var(--line) }
.notice { border: 1px dashed var(--line); border-radius: 8px; padding: 8px 12px; margin: 12px 0 }
.path, .hint { opacity: .75; font-size: 13px }
.refused { border: 1px solid #dc2626; border-radius: 8px; padding: 8px 12px; margin: 12px 0 }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: 6px 8px; border-bottom: 1px solid var(--line); vertical-align: top }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere }
dd code { user-select: all }
fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 12px 0 }
select { max-width: 100% }
label { display: block; margin: 8px 0 }
input, select, textarea { font: inherit; padding: 6px 8px; border: 1px solid var(--line); border-radius: 6px }
textarea { width: 100%; box-sizing: border-box; font: 13px/1.5 ui-monospace, monospace }
button { font: inherit; padding: 6px 14px; border: 0; border-radius: 6px; background: var(--accent); color: #fff; cursor: pointer }
header { display: flex; gap: 16px; align-items: baseline; justify-content: space-between; flex-wrap: wrap }
dl { display: grid; grid-template-columns: fit-content(40%) 1fr; gap: 4px 16px }
dd { margin: 0 }
`;

export type Html = ReturnType<typeof html>;

export interface PageInput {
  readonly language: ConsoleLanguage;
  readonly path: string;
  readonly body: Html;
  /** A sentence about an input that was not taken. */
  readonly refused?: string | undefined;
}

/** A whole page of the console; works without scripts. */
export function renderPage({ language, path, body, refused }: PageInput): Html {
  const words = wordsOf(language);
  const other = language === 'en' ? 'zh-CN' : 'en';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${words.title}</title>
        <style>
          ${raw(CSS)}
        </style>
      </head>
      <body>
        <header>
          <h1>${words.title}</h1>
          <a href="${path}?lang=${other}" lang="${other}">${language === 'en' ? '中文' : 'English'}</a>
        </header>
        <p class="notice">${words.notice}</p>
        <p class="path">${words.path}</p>
        ${refused === undefined ? '' : html`<p class="refused" role="alert">${refused}</p>`} ${body}
      </body>
    </html>`;
}
