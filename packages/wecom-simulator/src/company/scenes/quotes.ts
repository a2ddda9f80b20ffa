import { readScenes } from '../read-scenes.ts';

/** Prices and terms, in Chinese, one to one. */
export const QUOTES = readScenes(`
= quote-compare | pair zh
C: {fruit}现在什么价
S: 统货 {price} 一箱,精品加十二
C: 隔壁市场才 {low}8
S: {C},市场那批是冷库果,我们的是树上熟的
C: 吃着区别大吗
S: 我让司机给您带两箱样品,您切开比一比
C: 行,样品不收钱吧
S: 样品我请,{day}跟车到
C: 好,吃完再谈

= quote-volume | pair zh
C: 一次要 {boxes} 箱能便宜多少
S: 五十箱起每箱减三块,一百箱起减五块
C: 我分两次提行不行
S: 三天内提完就按一次算
C: 那就 {boxes} 箱,分{day}和周日两趟
S #file 报价单-{order}.pdf
S: 报价单您过目,有效期五天
C #quote 2: 按这个来,别到时候又变
S: 白纸黑字写着,变不了

= quote-annual | pair zh
S: {C},年度框架合同到期了,想约您聊聊明年的价
C: 我正要找你,今年{fruit}涨得有点多
S: 产地那边人工涨了,不过我们可以把运费让出来
C: 让多少
S: 市内全免,郊区收一半
C: 账期呢,三十天太紧
S: 老客户可以谈到四十五天,我去跟陈经理申请
C: 申请下来就签
S #call 312 2
S: 刚电话里说的几点我整理成文字发您
S #file {month}月价格备忘.txt
C: 没出入,走流程吧

= quote-invoice | pair zh
C: 上个月的发票什么时候开
S: 对账单您还没确认呢{C}
C: 哪张,我翻翻
S #file 对账单-{month}月.xlsx
C: 第七行{fruit2}多算了两箱,那天退了
S: 您说得对,退货单漏录了,我改一下
C: 改完直接开票,抬头没变
S: 开专票还是普票
C: 专票
S: {day}给您寄,顺丰到付改成我们付
C: 客气了

= quote-consent | pair zh
S: {C}您好,我是禾望果品的{S},之前在展会上加过您
C: 有印象,你们那个{fruit}挺甜
S: 为了服务质量,聊天会做存档,您那边会弹一个确认
C #agree
C: 点过了,应该可以了吧
S: 可以了,谢谢配合
C: 有价目表吗
S #file 禾望价目表-{month}月.pdf
C: 我先看看,有问题问你
S: 随时

= quote-frozen | pair zh
C: 有冷冻果肉吗,做饮品用
S: 有芒果和百香果,五公斤一袋
C: 一袋多少
S: 芒果 {price},百香果贵一点,加二十
C: 保质期多久
S: 零下十八度一年,开袋三天内用完
C: 先拿 {low} 袋试水
S: 冷冻要单独配车,满二十袋才发
C: 那凑 {low} 袋芒果,其余百香果
S: 好,我跟仓库确认温区
S #weapp 饮品原料专区 | 冻果、果浆、果干 | 禾望订货

= quote-deposit | pair zh
C: 定金打过去了,查一下
S: 哪个户名付的
C: 我爱人的卡,姓周
S: 看到了,金额 {price}00,备注写的是{fruit}
C: 对
S: 财务{hour}点前上账,收据先给您
S #image
C: 收据看到了
S: 尾款装车前付清就行
C: 知道,不会拖
`);
