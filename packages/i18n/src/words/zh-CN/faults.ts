import type { AllFaultWords } from '../../fault-words.ts';
import { accessFaults } from './access-faults.ts';

export const faults = {
  ...accessFaults,
  'request.malformed': { title: '有内容填得不对', cure: '按标出的说明改好后再提交。' },
  'request.too_large': { title: '提交的内容太大', cure: '减少内容后再提交。' },
  'saved_search.name_taken': { title: '已有同名的搜索', cure: '换一个名称，或先删除原来的那一个。' },
  'saved_search.too_many': { title: '保存的搜索已满 100 个', cure: '先删除不再使用的搜索。' },
  'request.conflict': { title: '这项内容刚刚被别人改过', cure: '刷新页面，看过最新内容后再改。' },
  'request.too_many': { title: '操作太频繁', cure: '等一分钟再试。' },
  'host.refused': {
    title: '不能访问这个地址',
    cure: '请填写互联网上可以访问的 https 地址，地址里不要带用户名。',
  },
  'host.unreachable': {
    title: '这个地址没有应答',
    cure: '检查地址是否正确、证书是否有效、能否从互联网访问，然后重试。',
  },
  'host.too_large': { title: '这个地址返回的内容过大', cure: '检查地址是否正确。' },
  'mail_link.expired': { title: '链接已过期或已使用', cure: '重新获取邮件；只有最新的链接有效。' },
  'enrolment.expired': {
    title: '这个链接已用过或已过期',
    cure: '链接只能用一次，30 分钟内有效。重新生成：npm run highwater -- operator invite。',
  },
  'thing.missing': { title: '没有找到', cure: '检查地址是否完整；内容也可能已删除，或不在你的查看范围内。' },
  'cursor.invalid': { title: '翻页位置无效', cure: '从第一页重新开始。' },
  'idempotency.mismatch': { title: '同一个请求编号提交了不同的内容', cure: '刷新页面后重新提交。' },
  'corp_id.malformed': {
    title: '企业 ID 的格式不对',
    cure: '企业 ID 以 ww 开头，共 18 位。在企业微信管理后台 我的企业 › 企业信息 页面最下方复制。',
  },
  'corp_id.wrong': {
    title: '企业微信不认识这个企业 ID',
    cure: '到企业微信管理后台 我的企业 › 企业信息，复制页面最下方的“企业ID”，不要带空格。',
  },
  'corp.already_connected': {
    title: '这家企业已经接入了一家公司',
    cure: '同一个企业 ID 只能接入一次。找你们公司已有的管理员邀请你，或联系我们核实归属。',
  },
  'secret.wrong': {
    title: '会话存档 Secret 不正确',
    cure: '到企业微信管理后台 管理工具 › 企业会话内容存档，点开 Secret 右侧的“查看”，在手机上收取后整段复制。重置过 Secret 的话，旧的已经失效。',
  },
  'secret.wrong_kind': {
    title: '这个 Secret 有效，但不是会话存档的 Secret',
    cure: '会话存档、客户联系、通讯录各有自己的 Secret。请用 管理工具 › 企业会话内容存档 页面里的那一个。',
  },
  'secret.unproven': {
    title: '企业微信暂时没有给出核实结果，Secret 没有更换',
    cure: '没有任何改动，仍在使用原来的 Secret。过几分钟再填一次新的 Secret。',
  },
  'ip.untrusted': {
    title: '企业微信拒绝了我们的地址：它看到的是 {{ip}}',
    cure: '到企业微信管理后台 管理工具 › 企业会话内容存档 › 可信IP地址，把 {{ip}} 加进去并保存，约一分钟后生效，再检查一次。',
  },
  'archive.not_opened': {
    title: '这家企业还没有开通会话内容存档',
    cure: '到企业微信管理后台 管理工具 › 企业会话内容存档 开通，并设置开启存档的成员范围。开通后回到这里再检查一次。',
  },
  'archive.expired': {
    title: '会话内容存档的服务已到期',
    cure: '到企业微信管理后台 管理工具 › 企业会话内容存档 续期。企业微信只保留最近 5 天的消息：续期时早于 5 天的已经丢失，其余的会自动补齐。',
  },
  'wecom.unreachable': {
    title: '暂时连不上企业微信',
    cure: '系统会自动重试。持续一小时以上时再联系我们。',
  },
  'wecom.throttled': {
    title: '企业微信限制了调用频率',
    cure: '系统会放慢速度自动重试，不需要操作。',
  },
  'wecom.busy': { title: '企业微信繁忙', cure: '系统会自动重试，不需要操作。' },
  'wecom.token_refused': {
    title: '企业微信没有发放访问凭证',
    cure: '系统会自动重试。如果一直不恢复，在“接入”页重新检查企业 ID、Secret 和可信IP。',
  },
  'wecom.failing': {
    title: '企业微信的服务器没有正常答复（HTTP {{status}}）',
    cure: '系统会自动重试。持续一小时以上时再联系我们。',
  },
  'wecom.error': { title: '企业微信返回了错误 {{code}}', cure: '系统会自动重试。持续出现时把这个错误码发给我们。' },
  'wecom.certificate': {
    title: '企业微信一侧的证书没有通过校验，连接已中断',
    cure: '网络途中可能有设备在代为加密。检查服务器的出口代理和系统时间；在证书正确之前不会发送任何密钥。',
  },
  'wecom.arguments': {
    title: '调用企业微信的参数被拒绝（{{code}}）',
    cure: '这是本服务的问题，已经记录。企业 ID 或 Secret 为空时也会这样，可在“接入”页重新检查。',
  },
  'library.missing': {
    title: '没有找到企业微信的会话存档组件',
    cure: '由运维人员从企业微信下载组件，在配置里写明它的位置，再运行 highwater doctor 检查。',
  },
  'library.refused': {
    title: '会话存档组件与登记的校验值不符，没有加载',
    cure: '由运维人员核对组件来源，确认无误后登记它的 SHA-256，再运行 highwater doctor 检查。',
  },
  'helper.died': {
    title: '拉取进程意外中断，已自动重新启动',
    cure: '系统会从中断的地方继续。反复出现时联系我们。',
  },
  'helper.timed_out': {
    title: '拉取进程没有在限定时间内应答，已自动重新启动',
    cure: '系统会从中断的地方继续。反复出现时联系我们。',
  },
  'page.garbled': { title: '企业微信返回的一批消息不完整', cure: '这一批没有入库，游标也没有移动；系统会重新拉取。' },
  'page.order': { title: '企业微信返回的消息序号不合次序', cure: '这一批没有入库，游标也没有移动；系统会重新拉取。' },
  'envelope.conflict': {
    title: '序号 {{seq}} 先后收到了两份不同的内容',
    cure: '两份都已保存。核对企业微信是否更换过企业或重置过存档，必要时联系我们。',
  },
  'key.missing': {
    title: '有 {{count}} 条消息在等待版本 {{publickeyVer}} 的私钥',
    cure: '在 完整性 › 密钥 导入版本 {{publickeyVer}} 的私钥，封存的消息会自动打开。版本号见企业微信管理后台 管理工具 › 企业会话内容存档 › 消息加密公钥。',
  },
  'key.wrong': {
    title: '版本 {{publickeyVer}} 的私钥打不开 {{count}} 条消息',
    cure: '核对企业微信管理后台 管理工具 › 企业会话内容存档 › 消息加密公钥 里的公钥与 完整性 › 密钥 里显示的是否一致，再补上正确的私钥。',
  },
  'key.malformed': {
    title: '这不是可用的 RSA 2048 位私钥',
    cure: '粘贴完整的 PEM 内容，从 -----BEGIN 到 -----END，支持 PKCS#1 和 PKCS#8，不能带密码。',
  },
  'key.known': { title: '这把密钥已经在密钥环里', cure: '不需要再次添加，在密钥列表里可以看到它。' },
  'key.needed': {
    title: '这把密钥还不能移除：有 {{count}} 条消息需要它，或可能需要它',
    cure: '密钥要一直保留，直到没有任何消息需要它。',
  },
  'key.only': {
    title: '这是这个接入唯一的密钥，不能移除',
    cure: '先新建或导入另一把密钥，并在企业微信管理后台换上它的公钥。',
  },
  'envelope.unreadable': {
    title: '有 {{count}} 条消息的密文已损坏，打不开',
    cure: '原始密文已保存。系统会再次尝试；持续打不开时联系我们。',
  },
  'message.unknown': {
    title: '有 {{count}} 条消息的类型尚不认识',
    cure: '原文已完整保存并照原样显示，系统更新后会自动识别。',
  },
  'envelope.opened_differently': {
    title: '序号 {{seq}} 用两种方法打开的内容不一致',
    cure: '原始内容已经完整保存。请联系我们核对。',
  },
  'archive.silent': {
    title: '已经 {{hours}} 小时没有收到企业微信的应答',
    cure: '企业微信只保留最近 5 天的消息，离开始丢失还有 {{hoursLeft}} 小时。先处理列出的接入问题，再立即拉取一次；没有其他问题时，检查服务器的网络，并联系我们。',
  },
  'archive.window_passed': {
    title: '{{from}} 至 {{until}} 的消息可能已经丢失，无法证明完整',
    cure: '企业微信只保留最近 5 天的消息，恢复应答之前，丢失的部分会继续增加，之后的部分会自动补齐。先处理列出的接入问题，再立即拉取一次；没有其他问题时，检查服务器的网络，并联系我们。“完整性”页会一直标出没有应答的时间。',
  },
  'pull.too_soon': { title: '刚刚拉取过', cure: '{{seconds}} 秒后可以再拉取一次。' },
  'range.invalid': {
    title: '序号范围不对',
    cure: '起点要小于或等于终点，一次最多 {{most}} 个序号，并且不能超过已经拉取到的位置。',
  },
  'callback.refused': {
    title: '回调请求没有通过校验',
    cure: '核对企业微信管理后台里填写的 Token 和 EncodingAESKey 与这里给出的一致。',
  },
  'ledger.broken': { title: '账本从第 {{page}} 批起与链上的校验值不符', cure: '不要改动任何数据，立即联系我们。' },
  'messages.none': {
    title: '接入正常，但已经 {{hours}} 小时没有消息；往常同一时段约有 {{expected}} 条',
    cure: '其间收到企业微信的回调 {{callbacks}} 次。三种可能：确实没有新消息（例如放假）；没有读到（先处理下面列出的其他问题）；不在存档范围内——到 管理工具 › 企业会话内容存档 确认成员范围里有人、服务没有到期，外部会话还需客户同意存档。请一位在范围内的成员发一条消息，几分钟后再看。',
  },
  'selection.empty': { title: '没有符合条件的消息', cure: '去掉一个条件，或换一段时间，再导出一次。' },
  'contact.unknown': {
    title: '企业微信里查不到这个外部联系人',
    cure: '可能已被删除。存下的消息和 ID 不受影响，不需要操作。',
  },
  'person.unknown': {
    title: '企业微信里查不到这位员工',
    cure: '可能已离职或更换了账号。存下的消息和 ID 不受影响，不需要操作。',
  },
  'department.unknown': {
    title: '企业微信里查不到这个部门',
    cure: '可能已被删除。存下的消息不受影响，不需要操作。',
  },
  'room.unknown': {
    title: '企业微信里查不到这个群',
    cure: '可能已解散，或是从微信一侧发起的群。系统还会再查，间隔从一小时逐次加倍，最长七天；不需要操作。',
  },
  'room.internal': { title: '这是内部群，不是客户群', cure: '系统会按内部群再查一次，不需要操作。' },
  'secret.missing': {
    title: '没有填写这类 Secret',
    cure: '在“接入”页补上对应的 Secret；在此之前相关的人以编号显示，消息照常存档。',
  },
  'copy.no_decoder': { title: '这台服务器没有能解开它的程序', cure: '原件完好，可以下载后打开。' },
  'copy.unreadable': { title: '文件内容损坏或不是它所说的格式', cure: '原件按收到的样子保存，可以下载。' },
  'copy.too_costly': { title: '文件太大或太复杂，没有为它制作副本', cure: '原件完好，可以下载后打开。' },
  'copy.pending': { title: '副本还在制作中', cure: '片刻之后重试。' },
  'scope.missing': {
    title: '应用没有权限读取这位成员、部门或客户',
    cure: '到企业微信管理后台 应用管理 › 自建 › 可见范围，把要显示姓名的部门加进去。消息不受影响，在此之前显示 ID。',
  },
  'app.not_permitted': {
    title: '应用没有权限调用这个接口',
    cure: '到企业微信管理后台 客户联系 › 可调用接口的应用，勾选这个应用。消息不受影响。',
  },
  'login.unregistered': {
    title: '本站地址还没有登记为企业微信登录的回调域',
    cure: '到企业微信管理后台 应用管理 › 自建 › 企业微信授权登录，填写本站地址。消息不受影响。',
  },
  'media.expired': { title: '文件已超过企业微信的保留期，取不到了', cure: '消息文字不受影响。可向发送人索取原文件。' },
  'media.bad_id': { title: '企业微信不认可这个文件的编号', cure: '消息文字不受影响。可向发送人索取原文件。' },
  'media.undecryptable': { title: '企业微信解不开这个文件', cure: '消息文字不受影响。可向发送人索取原文件。' },
  'media.no_id': {
    title: '企业微信没有给出这个文件的编号',
    cure: '无法取回。消息文字不受影响，可向发送人索取原文件。',
  },
  'media.size_differs': {
    title: '取回的文件大小与消息中写的不一致',
    cure: '系统会再取一次；仍不一致时按实际取回的保存并标明。',
  },
  'media.md5_differs': {
    title: '取回的文件校验值与消息中写的不一致',
    cure: '系统会再取一次；仍不一致时按实际取回的保存并标明。',
  },
  'media.too_large': { title: '文件超过了可存档的大小', cure: '消息文字不受影响。可向发送人索取原文件。' },
  'media.pending': { title: '文件还在取回', cure: '过几分钟刷新页面。' },
  'media.interrupted': { title: '取回文件时中断', cure: '系统会从中断处继续，不需要操作。' },
  'export.not_ready': { title: '导出还在进行', cure: '可以离开此页，完成后会在“导出”页出现下载。' },
  'export.expired': { title: '导出的文件已过期删除', cure: '用同样的条件重新导出一次。' },
  'export.beyond_rights': {
    title: '这个包里有你现在无权查看的消息，不能下载',
    cure: '导出之后，你可以查看的范围变小了。用同样的条件重新导出一次，新的包只含你现在可以查看的消息。',
  },
  'export.failed': { title: '导出没有完成', cure: '再试一次。仍然失败时把导出编号发给我们。' },
  'export.cancelled': { title: '导出已取消', cure: '需要时重新导出一次。' },
  'object.missing': { title: '存储里没有找到这个文件', cure: '稍后再试。仍然没有时联系我们，我们会从备份核查。' },
  'object.damaged': { title: '存储里的文件校验不通过', cure: '为免给出错误的内容，下载已停止。请联系我们从备份恢复。' },
  'storage.unavailable': {
    title: '文件存储暂时不可用',
    cure: '过一会儿再试。如果一直如此，请联系我们检查存储的空间和连接。',
  },
  'index.drifted': {
    title: '搜索索引与存档有 {{count}} 处不一致，已经修好',
    cure: '缺少 {{missing}} 条、多出 {{extra}} 条、内容不同 {{differing}} 条。存档本身没有受影响；之后的检查全部一致时，这个问题会自动关闭。',
  },
  'index.unreadable': {
    title: '{{count}} 条消息无法按文字搜到',
    cure: '这些消息保存的原文打不开，仍可按人员、时间和类型找到。联系我们检查密钥和存储。',
  },
  'index.refused': {
    title: '快速搜索服务器拒绝了 {{count}} 条消息',
    cure: '搜索会直接使用存档，结果完整，只是稍慢；系统会继续重试。长时间没有恢复时，联系我们。',
  },
  'index.not_offered': {
    title: '这里没有配置快速搜索服务器',
    cure: '存档自带的索引一直可用，结果完整。需要快速搜索服务器时，联系我们。',
  },
  'search.unavailable': {
    title: '快速搜索服务暂时没有回应',
    cure: '搜索改由存档本身完成，结果完整，只是稍慢。这里不需要操作。',
  },
  'search.refused': {
    title: '快速搜索服务拒绝了请求',
    cure: '搜索改由存档本身完成。请联系我们检查搜索服务的密钥和版本。',
  },
  'search.missing': {
    title: '快速搜索服务里没有这个索引',
    cure: '搜索改由存档本身完成。可在索引页重新建立索引。',
  },
  'mail.refused': { title: '邮件没有送出', cure: '核对收件地址。系统会自动重试，内容也可以在站内直接打开。' },
  'database.full': {
    title: '存储空间已满，暂时无法保存新消息',
    cure: '游标没有移动；腾出空间后系统会从这里自动继续。',
  },
  'database.unavailable': { title: '系统暂时无法读写数据', cure: '过一会儿再试。已收到的消息不会丢失。' },
  internal: { title: '系统出了问题', cure: '再试一次。仍然不行时把页面上的请求编号发给我们。' },
} as const satisfies AllFaultWords;
