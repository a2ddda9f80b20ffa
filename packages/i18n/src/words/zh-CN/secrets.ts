export const secrets = {
  title: '企业微信的三个 Secret',
  lead: '每个 Secret 打开不同的接口，不能互相代替。只有会话内容存档是必填的；没有另外两个，消息照常存档和阅读，只是少一些姓名。',
  optional: '可选',
  purpose: {
    archive: '会话内容存档',
    customer_contact: '客户联系',
    contacts: '通讯录',
  },
  opens: {
    archive: '消息和文件、存档范围内的成员、客户是否同意存档、内部群、机器人。',
    customer_contact: '外部联系人的昵称、备注、标签和企业，客户群的群名、群主和成员，以及应用可见范围内同事的姓名。',
    contacts:
      '填自建应用的 Secret：可见范围内同事的姓名和部门名称。填通讯录同步的 Secret：全部同事的账号、部门编号和谁已离职，没有姓名。',
  },
  without: {
    customer_contact: '没有它，外部联系人显示为固定的编号，客户群没有群名。',
    contacts: '没有它，同事的姓名和部门由客户联系的应用读取，限于它的可见范围。',
  },
  where: {
    archive: '在企业微信管理后台查看（或重置），在手机上收取：',
    customer_contact: '先在企业微信管理后台把一个自建应用加进去，再打开这个应用的页面，复制它的 Secret：',
    contacts: '在企业微信管理后台打开应用（要姓名）或通讯录同步（要账号和离职情况），复制 Secret：',
  },
  state: {
    accepted: '可用',
    refused: '不可用',
    unproven: '等待核实',
    none: '未设置',
  },
  setToday: '今天由 {{name}} 设置',
  setAgo_one: '{{count}} 天前由 {{name}} 设置',
  setAgo_other: '{{count}} 天前由 {{name}} 设置',
  checkedAt: '最近核实 {{time}}',
  field: 'Secret',
  add: '填写 Secret',
  save: '核实并保存',
  replace: '更换',
  replaceLead: '先用新的 Secret 向企业微信核实；现在的可用时，核实通过后才替换。',
  checkAgain: '再核实一次',
  remove: '移除',
  removeWarning: {
    customer_contact: '移除后不再读取外部联系人和客户群。已经读到的姓名、备注和历史都会保留，标注最近一次读到的时间。',
    contacts: '移除后不再用它读取同事和部门。已经读到的姓名、部门和历史都会保留。',
  },
  removeConfirm: '移除这个 Secret',
  cause: {
    wrong: {
      title: '企业微信不认这个 Secret',
      cure: '核对是不是这家企业、这个应用的 Secret，共 43 位，整段粘贴。重置过的话，旧的已经失效。',
    },
    kind: {
      customer_contact: {
        title: '这个 Secret 有效，但它的应用不能调用客户联系的接口',
        cure: '到 客户联系 › 客户 › API › 可调用接口的应用，勾选这个应用，再核实一次。',
      },
      contacts: {
        title: '这个 Secret 有效，但读不到通讯录',
        cure: '请用 管理工具 › 通讯录同步 页面里的 Secret，或一个自建应用的 Secret。',
      },
    },
    ip: {
      title: '企业微信拒绝了我们的地址：它看到的是 {{ip}}',
      customer_contact: '到 应用管理 › 自建 › 这个应用 › 企业可信IP，加入 {{ip}} 并保存，约一分钟后再核实一次。',
      contacts:
        '到这个 Secret 所在的页面（应用管理 › 自建 › 这个应用，或 管理工具 › 通讯录同步）的 企业可信IP，加入 {{ip}} 并保存，约一分钟后再核实一次。',
    },
    kept: '现在的 Secret 没有改动，仍在使用。',
    later: '企业微信暂时没有答复，稍后会自动再核实。',
  },
  laterTitle: '接入之后，可选',
  laterText: '再填客户联系和通讯录的 Secret，就能看到客户和同事的姓名、备注、部门和群名。不填不影响存档。',
} as const;
