import { html } from 'hono/html';
import { CONTACTS_KINDS } from '../corp/secrets.ts';
import type { Corp } from '../corp/corp.ts';
import type { EmployeeEntry } from '../directory/entries.ts';
import type { Html } from './layout.ts';
import type { Words } from './words.ts';

type Action = (name: string) => string;

/** More people than a page can show are left to the JSON API. */
const SHOWN = 200;

/** The two further secrets and what they depend on. */
export function renderSecrets(corp: Corp, words: Words, action: Action): Html {
  return html`<h2>${words.furtherSecrets}</h2>
    <dl>
      <dt>${words.customerContactSecret}</dt>
      <dd><code id="customer-contact-secret">${corp.secrets.customer_contact}</code></dd>
      <dt>${words.contactsSecret}</dt>
      <dd><code id="contacts-secret">${corp.secrets.contacts}</code></dd>
    </dl>
    <p class="hint">${words.copyHint}</p>
    <form method="post" action="${action('app')}">
      <label
        >${words.contactsSecret}
        <select name="kind">
          ${CONTACTS_KINDS.map(
            (kind) =>
              html`<option value="${kind}" ${corp.contactsKind === kind ? 'selected' : ''}>${words[kind]}</option>`,
          )}
        </select></label
      >
      <label>${words.appIps}<textarea name="ips" rows="2">${corp.appTrustedIps.join('\n')}</textarea></label>
      <button>${words.save}</button>
    </form>`;
}

/** Who and what the corp has, and the changes that tell most. */
export function renderPeople(corp: Corp, words: Words, action: Action): Html {
  const { directory } = corp;
  const employees = directory.employees().take(SHOWN).toArray();
  const customers = directory.customers().take(SHOWN).toArray();
  const rooms = directory.rooms().take(SHOWN).toArray();
  const nameOf = (id: string): string => customers.find((customer) => customer.id === id)?.name ?? id;
  const relations = employees
    .flatMap(({ userid, name }) => directory.followsOf(userid).map((follow) => ({ name, follow })))
    .slice(0, SHOWN);
  const row = (name: string, id: string, note: string): Html =>
    html`<tr>
      <td>${name}</td>
      <td><code>${id}</code></td>
      <td>${note}</td>
    </tr>`;
  const option = (value: string, label: string): Html => html`<option value="${value}">${label}</option>`;
  const act = (name: string, title: string, fields: Html): Html =>
    html`<form method="post" action="${action('directory')}">
      <input type="hidden" name="act" value="${name}" />
      <fieldset>
        <legend>${title}</legend>
        ${fields} <button>${words.go}</button>
      </fieldset>
    </form>`;
  const newName = html`<label>${words.newName} <input name="name" maxlength="60" required /></label>`;
  return html`<h2>${words.people}</h2>
    <p class="hint">${words.peopleHint}</p>
    <table>
      <tbody>
        ${employees.map((employee) => row(employee.name, employee.userid, describeEmployee(employee, words)))}
        ${customers.map(({ name, id, corpName }) => row(name, id, corpName))}
        ${[...directory.robots()].map(({ name, id }) => row(name, id, words.robot))}
        ${rooms.map(({ name, id, kind }) => row(name, id, words[`room_${kind}`]))}
      </tbody>
    </table>
    ${act(
      'renameCustomer',
      words.renameCustomer,
      html`<label
          >${words.customer}
          <select name="id">
            ${customers.map(({ id, name }) => option(id, name))}
          </select></label
        >${newName}`,
    )}
    ${act(
      'changeRemark',
      words.changeRemark,
      html`<label
          >${words.relation}
          <select name="relation">
            ${relations.map(({ name, follow }) =>
              option(
                `${follow.userid} ${follow.externalId}`,
                `${name} · ${nameOf(follow.externalId)} · ${follow.remark}`,
              ),
            )}
          </select></label
        ><label>${words.remark} <input name="remark" maxlength="60" /></label>`,
    )}
    ${act(
      'removeEmployee',
      words.removeEmployee,
      html`<label
        >${words.employee}
        <select name="userid">
          ${employees.map(({ userid, name }) => option(userid, name))}
        </select></label
      >`,
    )}
    ${act(
      'renameRoom',
      words.renameRoom,
      html`<label
          >${words.room}
          <select name="id">
            ${rooms.map(({ id, name }) => option(id, name))}
          </select></label
        >${newName}`,
    )}
    ${renderCalls(corp, words)}`;
}

function describeEmployee({ position, status, isVisible, permits }: EmployeeEntry, words: Words): string {
  const notes = [
    position,
    status === 1 ? '' : words[`status_${status}`],
    isVisible ? '' : words.outOfRange,
    permits.length > 0 ? '' : words.withoutPermit,
  ];
  return notes.filter((note) => note !== '').join(' · ');
}

function renderCalls(corp: Corp, words: Words): Html {
  const rows = Object.entries(corp.calls.read());
  if (rows.length === 0) return html``;
  return html`<h2>${words.calls}</h2>
    <table>
      <thead>
        <tr>
          <th>API</th>
          <th>${words.callCount}</th>
          <th>${words.highestMinute}</th>
          <th>${words.highestHour}</th>
          <th>${words.overLimit}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([api, count]) =>
            html`<tr>
              <td><code>${api}</code></td>
              <td>${count.calls}</td>
              <td>${count.highestMinute}</td>
              <td>${count.highestHour}</td>
              <td>${count.over}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}
