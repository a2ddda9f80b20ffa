import { html } from 'hono/html';
import type { Corp } from '../corp/corp.ts';
import type { ConsoleLanguage } from '../corp/refusal.ts';
import type { Html } from './layout.ts';
import { wordsOf } from './words.ts';

/** The list of companies and the form that makes one. */
export function renderCorps(corps: readonly Corp[], language: ConsoleLanguage): Html {
  const words = wordsOf(language);
  const row = (corp: Corp): Html =>
    html`<tr>
      <td><a href="/console/corps/${corp.corpId}?lang=${language}">${corp.name}</a></td>
      <td><code>${corp.corpId}</code></td>
      <td>${corp.talking ? words.on : words.off}</td>
      <td>${corp.messageCount}</td>
    </tr>`;
  const list = html`<table>
    <thead>
      <tr>
        <th>${words.name}</th>
        <th>${words.corpId}</th>
        <th>${words.talking}</th>
        <th>${words.messages}</th>
      </tr>
    </thead>
    <tbody>
      ${corps.map(row)}
    </tbody>
  </table>`;
  return html`<h2>${words.corps}</h2>
    ${corps.length === 0 ? html`<p>${words.noCorps}</p>` : list}
    <h2>${words.newCorp}</h2>
    <form method="post" action="/console/corps?lang=${language}">
      <label>${words.name} <input name="name" maxlength="60" /></label>
      <label><input type="checkbox" name="talking" value="on" checked /> ${words.talking}</label>
      <button>${words.create}</button>
    </form>`;
}
