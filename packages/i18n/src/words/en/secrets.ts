export const secrets = {
  title: 'WeCom’s three secrets',
  lead: 'Each secret opens other calls and none stands in for another. Only the message archive’s is required; without the other two, messages are archived and read all the same, with fewer names.',
  optional: 'Optional',
  purpose: {
    archive: 'Message archive',
    customer_contact: 'Customer contact',
    contacts: 'Contacts',
  },
  opens: {
    archive: 'Messages and files, who is in the archive’s scope, which customers agreed to it, internal rooms, robots.',
    customer_contact:
      'Nickname, remark, tags and company of external contacts; name, owner and members of customer rooms; names of colleagues in the app’s visible range.',
    contacts:
      'With the secret of an app of your own: names of colleagues and departments in its visible range. With that of contacts sync: accounts and department numbers of all colleagues and who left, without names.',
  },
  without: {
    customer_contact: 'Without it, external contacts show as fixed short numbers, and customer rooms have no names.',
    contacts: 'Without it, the customer contact app reads names and departments, within its visible range.',
  },
  where: {
    archive: 'View (or reset) it in WeCom’s admin console; it arrives on a phone:',
    customer_contact: 'In WeCom’s admin console add an app of your own here, then copy the secret on that app’s page:',
    contacts:
      'In WeCom’s admin console open the app (for names) or contacts sync (for accounts and who left), and copy its secret:',
  },
  state: {
    accepted: 'Works',
    refused: 'Does not work',
    unproven: 'Waits for its proof',
    none: 'Not set',
  },
  setToday: 'Set today by {{name}}',
  setAgo_one: 'Set {{count}} day ago by {{name}}',
  setAgo_other: 'Set {{count}} days ago by {{name}}',
  checkedAt: 'Last checked {{time}}',
  field: 'Secret',
  add: 'Enter the secret',
  save: 'Check and save',
  replace: 'Replace',
  replaceLead: 'The new secret is proven with WeCom first; one that works is replaced only after that.',
  checkAgain: 'Check again',
  remove: 'Remove',
  removeWarning: {
    customer_contact:
      'External contacts and customer rooms are no longer read. Names, remarks and history that were read stay, with the time they were last seen.',
    contacts:
      'It is no longer used for colleagues and departments. Names, departments and history that were read stay.',
  },
  removeConfirm: 'Remove this secret',
  cause: {
    wrong: {
      title: 'WeCom does not know this secret',
      cure: 'See that it is this company’s and this app’s secret: 43 characters, pasted whole. After a reset the old one no longer works.',
    },
    kind: {
      customer_contact: {
        title: 'The secret works, but its app may not call customer contact',
        cure: 'Tick the app under Customer contact › Customers › API › Apps that may call (客户联系 › 客户 › API › 可调用接口的应用) and check again.',
      },
      contacts: {
        title: 'The secret works, but it does not open the contacts',
        cure: 'Use the secret of Tools › Contacts sync (管理工具 › 通讯录同步), or that of an app of your own.',
      },
    },
    ip: {
      title: 'WeCom refused our address: it sees {{ip}}',
      customer_contact:
        'Add {{ip}} under Apps › the app › Trusted IP (应用管理 › 自建 › 企业可信IP), save, and check again after about a minute.',
      contacts:
        'Add {{ip}} on the page that the secret is from (应用管理 › 自建 › 企业可信IP of the app, or 管理工具 › 通讯录同步 › 企业可信IP), save, and check again after about a minute.',
    },
    kept: 'The present secret was not changed and is still used.',
    later: 'WeCom gave no answer for now; it is checked again by itself.',
  },
  laterTitle: 'Afterwards, optional',
  laterText:
    'With the secrets of customer contact and of contacts, names, remarks, departments and room names show too. Archiving does not need them.',
} as const;
