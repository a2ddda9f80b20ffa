/** Refusals about who somebody is and what they may do; the others stand in faults.ts. */
export const accessFaults = {
  'session.missing': { title: '还没有登录，或登录已失效', cure: '重新登录后继续。' },
  'api_key.refused': { title: '密钥无效', cure: '检查密钥是否完整、是否已过期或被停用；需要时请管理员新建一个。' },
  'api_key.with_session': { title: '密钥不能和登录会话一起使用', cure: '调用接口时只带密钥，不要带 Cookie。' },
  'api_key.outside': {
    title: '这个密钥不能从 {{address}} 使用',
    cure: '从密钥允许的网络调用，或请管理员在“接口密钥”页加入这个地址。',
  },
  'api_key.not_for_this': { title: '密钥不能做这项操作', cure: '这项操作要由成员登录后完成。' },
  'api_key.ended': {
    title: '申请导出的接口密钥已到期或停用',
    cure: '在“接口密钥”页新建一个，再导出一次；或登录后自己导出。',
  },
  'api_key.of_another': {
    title: '这个密钥是别的成员创建的',
    cure: '只有创建它的成员可以更换密钥；你可以停用它，再新建自己的。',
  },
  'address.outside': {
    title: '公司不允许从 {{address}} 访问',
    cure: '换到公司允许的网络，或请管理员在“网络地址”页加入这个地址。',
  },
  'address.own_missing': {
    title: '名单里没有你现在的地址 {{address}}',
    cure: '先把它加入名单，以免保存后把自己挡在门外。',
  },
  'session.csrf': { title: '这个页面已经过期，操作没有执行', cure: '刷新页面后再做一次。' },
  'provider.refused': {
    title: '这不是身份提供方的应答',
    cure: '把地址、客户端 ID 和密钥与身份提供方页面上显示的核对一遍。',
  },
  'domain.unproven': {
    title: '没有找到 TXT 记录',
    cure: '按这里显示的内容添加记录。记录在各处生效可能需要一小时，之后再检查。',
  },
  'domain.taken': {
    title: '另一家公司已经验证过这个域名',
    cure: '先在那家公司移除；如果不知道是谁验证的，请联系我们。',
  },
  'single_sign_on.unknown': {
    title: '没有公司使用这个域名登录',
    cure: '检查 @ 之后的部分，或者用邮箱和密码登录。',
  },
  'single_sign_on.refused': {
    title: '公司登录没有被接受',
    cure: '从登录页再试一次。仍然不行时请联系本公司的管理员：日志里写有原因。',
  },
  'single_sign_on.untested': {
    title: '还没有试过这个登录',
    cure: '先验证一个域名并做一次测试登录，再启用。',
  },
  'single_sign_on.required': {
    title: '这家公司只能用公司登录进入',
    cure: '先退出，再选择“用公司账号登录”。',
  },
  'single_sign_on.only': {
    title: '用公司登录时不能这样做',
    cure: '密码和第二重验证由公司管理。要进入别的公司，请用邮箱和密码登录。',
  },
  'reason.missing': { title: '打开内容之前要先写明理由', cure: '写下这次查看的理由，之后继续。' },
  'proof.needed': { title: '请先证明是你本人', cure: '输入密码或验证码，然后再做一次。' },
  'proof.wrong': { title: '不正确', cure: '检查密码或验证码后重新输入。连错十次要等一小时。' },
  'password.short': { title: '密码太短', cure: '至少用 10 个字符。' },
  'factor.required': { title: '这家公司要求两步验证', cure: '在“账号安全”里设置，或用两步验证重新登录。' },
  'factor.exists': { title: '已经设置了验证器应用', cure: '要换一个时，先移除原来的。' },
  'factor.own_first': { title: '你自己还没有用两步验证登录', cure: '先在“账号安全”里设置，以免把自己挡在门外。' },
  'factor.shared': { title: '不能在这里重置这个人的两步验证', cure: '请本人使用恢复码。' },
  'permission.missing': { title: '你的角色没有这项权限', cure: '需要时请所有者或管理员在“成员”页调整你的角色。' },
  'support.owner_only': { title: '支持访问只能由所有者决定', cure: '请公司的所有者来处理。' },
  'support.outside': {
    title: '这次支持访问不包括这里',
    cure: '它只能读取所有者指定的内容，不能修改，也不能带走文件。需要更多时，写明原因重新申请。',
  },
  'support.over': { title: '这次支持访问已经结束', cure: '它已被结束、已到时间，或不是你的。需要时写明原因重新申请。' },
  'support.decided': { title: '这个申请已经有结果了', cure: '刷新页面查看结果。' },
  'tenant.none': { title: '你还没有加入任何公司', cure: '创建一家公司，或打开邀请邮件里的链接。' },
  'invitation.expired': { title: '邀请已过期或已使用', cure: '请邀请人重新发送邀请。' },
  'invitation.wrong_person': {
    title: '这份邀请是发给另一个邮箱的',
    cure: '退出登录，用收到邀请的邮箱登录后再打开链接。',
  },
  'member.exists': { title: '这个人已经是成员', cure: '在“成员”页直接调整角色和查看范围。' },
  'rights.beyond_own': {
    title: '不能给出自己没有的权限',
    cure: '请由拥有这些权限的成员（例如所有者）来授予，或者缩小范围。',
  },
  'role.in_use': {
    title: '这个角色还有人在用',
    cure: '先给这些成员换一个角色，并撤回提供这个角色的邀请，再删除它。',
  },
  'role.name_taken': { title: '已经有同名的角色', cure: '换一个名称。' },
  'member.last_owner': { title: '这是唯一的所有者，不能移除或降级', cure: '先把另一位成员设为所有者。' },
  'link.expired': { title: '下载链接已过期', cure: '在“导出”页重新下载，或重新导出一次。' },
  'link.wrong_person': { title: '这个链接是发给另一位成员的', cure: '用收到邮件的账号登录后再打开。' },
  'audit.broken': {
    title: '审计日志与校验链不符：{{problems}} 处',
    cure: '到“审计”页核验，看清是哪些记录被改动、移除、调换或截断，然后联系我们。',
  },
} as const;
