import { html } from 'hono/html';
import { ARCHIVE_STATES } from '../corp/corp-event.ts';
import type { Corp } from '../corp/corp.ts';
import { FAULT_KINDS, UNTIL_CLEARED, type PlannedFault } from '../corp/fault-plan.ts';
import type { ConsoleLanguage } from '../corp/refusal.ts';
import type { Html } from './layout.ts';
import { renderPeople, renderSecrets } from './people-section.ts';
import { wordsOf, type Words } from './words.ts';

/** Everything an administrator sets for one company. */
export function renderCorp(corp: Corp, language: ConsoleLanguage): Html {
  const words = wordsOf(language);
  const action = (name: string): string => `/console/corps/${corp.corpId}/${name}?lang=${language}`;
  return html`<p><a href="/console?lang=${language}">${words.back}</a></p>
    <h2>${corp.name}</h2>
    <dl>
      <dt>${words.corpId}</dt>
      <dd><code id="corp-id">${corp.corpId}</code></dd>
      <dt>${words.secret}</dt>
      <dd><code id="archive-secret">${corp.archiveSecret}</code></dd>
      <dt>${words.messages}</dt>
      <dd>${corp.messageCount}</dd>
      <dt>${words.lastSeq}</dt>
      <dd>${corp.lastSeq}</dd>
    </dl>
    <h2>${words.trustedIps}</h2>
    <form method="post" action="${action('trusted-ips')}">
      <label>${words.trustedIps}<textarea name="ips" rows="3">${corp.trustedIps.join('\n')}</textarea></label>
      <p class="hint">${words.trustedIpsHint}</p>
      <button>${words.save}</button>
    </form>
    ${renderSecrets(corp, words, action)} ${renderKeys(corp, words, action)} ${renderCallback(corp, words, action)}
    ${renderSwitches(corp, words, action)} ${renderActs(corp, words, action)} ${renderPeople(corp, words, action)}`;
}

type Action = (name: string) => string;

function renderKeys(corp: Corp, words: Words, action: Action): Html {
  return html`<h2>${words.publicKeys}</h2>
    <ul>
      ${corp.publicKeys.map(
        (key) => html`<li>${words.version} ${key.version} · ${words.since} ${new Date(key.at).toISOString()}</li>`,
      )}
    </ul>
    <form method="post" action="${action('public-keys')}">
      <label>${words.publicKeys}<textarea name="pem" rows="9" required></textarea></label>
      <p class="hint">${words.publicKeysHint}</p>
      <button>${words.addKey}</button>
    </form>`;
}

function renderCallback(corp: Corp, words: Words, action: Action): Html {
  return html`<h2>${words.callback}</h2>
    <form method="post" action="${action('callback')}">
      <label>URL<input name="url" value="${corp.callback?.url ?? ''}" required /></label>
      <label>Token<input name="token" autocomplete="off" required /></label>
      <label>EncodingAESKey<input name="encodingAesKey" autocomplete="off" required /></label>
      <p class="hint">${words.callbackHint}</p>
      <button>${words.save}</button>
    </form>`;
}

function renderSwitches(corp: Corp, words: Words, action: Action): Html {
  return html`<h2>${words.archive}</h2>
    <form method="post" action="${action('settings')}">
      <label
        >${words.archive}
        <select name="state">
          ${ARCHIVE_STATES.map(
            (state) =>
              html`<option value="${state}" ${corp.archiveState === state ? 'selected' : ''}>${words[state]}</option>`,
          )}
        </select></label
      >
      <label
        ><input type="checkbox" name="talking" value="on" ${corp.talking ? 'checked' : ''} /> ${words.talking}</label
      >
      <button>${words.save}</button>
    </form>`;
}

function renderActs(corp: Corp, words: Words, action: Action): Html {
  const kinds = Object.entries(FAULT_KINDS).flatMap(([on, names]) => names.map((kind) => `${on} ${kind}`));
  return html`<h2>${words.talk}</h2>
    <form method="post" action="${action('talk')}">
      <label>${words.howMany} <input name="messages" type="number" min="1" max="100000" value="20" /></label>
      <label>${words.overMinutes} <input name="overMinutes" type="number" min="0" max="43200" value="10" /></label>
      <button>${words.go}</button>
    </form>
    <h2>${words.samples}</h2>
    <form method="post" action="${action('samples')}"><button>${words.load}</button></form>
    <h2>${words.faults}</h2>
    <p class="hint">${words.faultsHint}</p>
    <ul>
      ${corp.faults.list().map((fault) => html`<li><code>${describeFault(fault)}</code></li>`)}
    </ul>
    <form method="post" action="${action('faults')}">
      <label
        >${words.kind}
        <select name="fault">
          ${kinds.map((kind) => html`<option>${kind}</option>`)}
        </select></label
      >
      <label>${words.times} <input name="times" type="number" min="1" value="1" /></label>
      <label>errcode <input name="errcode" type="number" value="-1" /></label>
      <label>${words.api} <input name="api" placeholder="externalcontact/get" /></label>
      <label>${words.forMinutes} <input name="forMinutes" type="number" min="1" /></label>
      <button>${words.plan}</button>
    </form>
    <form method="post" action="${action('clear-faults')}"><button>${words.clear}</button></form>`;
}

function describeFault({ on, kind, api = '', times, until }: PlannedFault): string {
  const end = until === undefined ? '' : `– ${new Date(until).toISOString()}`;
  return [on, api, kind, times === UNTIL_CLEARED ? '' : `× ${times}`, end].filter((part) => part !== '').join(' ');
}
