import { readScenes } from '../read-scenes.ts';

/** Colleagues among themselves, in pairs and in the two internal rooms. */
export const INTERNAL = readScenes(`
= staff-stock-check | staff zh T=HeJun
S: 何哥,{fruit}库里实数多少
T: 系统 {boxes},实际少两箱,昨天破损没扣
S: 那我按少两箱卖
T: 对,我下班前把账平了
S: {day}有个大客户自提,装车口帮留一个
T: 几点
S: {hour}点
T: 三号口给你
S: 谢何哥,回头请你喝奶茶
T: 少糖

= staff-cover-shift | staff zh
S: {day}我孩子家长会,能替我半天吗
T: 上午还是下午
S: 下午,{hour}点以后
T: 行,把你手上的客户跟我说一下
S: 就两个要盯:一个等报价,一个等退款
S #file 交接清单.docx
T: 看到了,报价那个多少底线
S: {price},再低要问陈经理
T: 明白,放心去
S: 欠你一次

= staff-claim-approval | staff zh T=chen.min
S: 陈经理,{order} 客户要赔 {low} 箱
T: 什么原因
S: 压伤,照片我存了
S #image
T: 司机签收的时候没看出来?
S: 底层看不到,翻箱才发现
T: 赔,但要写清楚是哪辆车
S: 好,赔付单我填完发您
S #file 赔付单-{order}.xlsx
T: 批了,同类问题这个月第三次,周会说一下
S: 收到

= staff-new-colleague | staff zh
T: {S},新来的实习生跟你跑两天客户行不
S: 行啊,会开车吗
T: 会,但刚拿本
S: 那我开
T: 让他先背价目表
S: 先别背,跟我去冷库搬两趟,比背管用
T: 哈哈,有道理
S: {day}{hour}点让他在门口等我

= staff-lunch | staff zh
S: 中午吃什么
T: 楼下新开的烩面
S: 排队吗
T: 十二点前去不排
S: 那十一点五十走
T: 叫上孙悦
S: 她带饭了
T: 那就咱俩
S #face

= staff-en-handover | staff en S=Mia.Olsen
S: Are you in the office on {day}?
T: In the morning, yes.
S: The Rotterdam buyer calls at nine, could you take it?
T: Sure, what is it about?
S: Credit note for {low} cartons, everything is in the folder.
S #doc Rotterdam credit notes | https://doc.example.com/hewang/credit-notes
T: Read it. We pay half, the insurer the rest?
S: Exactly.
T: Then I am ready.
S: Thank you, I owe you a coffee.

= staff-en-forecast | staff en T=Mia.Olsen
S: Do you have the forecast for {month}?
T: Draft only, {boxes} pallets so far.
S: Including the two new chains?
T: One of them, the other signs next week.
S: Could you send it before {hour}?
T #file Forecast-{month}.xlsx
S: Great, the orchard needs a number today.
T: Tell them {boxes}, we can add later.
S: Will do.

= sales-weekly-meeting | sales
S #meeting 销售周会 | 二楼小会议室 | 带上本周客诉
T: {day}我在外地,能线上吗
S: 可以,会议号一样
U: 我要讲五分钟新品,{fruit2}
S: 好,排第二个
T: 客诉表谁汇总
S: 孙悦发我了,我投屏
U: 那我准备样品
S #todo 周会待办 | 各人更新客户跟进表,{hour}点前

= sales-target | sales
S: 这个月还差 {boxes} 箱到目标
T: 我手上有个学校的单,{low} 箱,{day}签
U: 我这边两个商超在走合同
S: 加起来差不多了
T: {fruit}别再涨价了,客户快跑光了
S: 我去跟采购争取,稳两周
U: 支持
S #file {month}月目标跟踪.xlsx
T: 我那行写错了,应该是 {low}
S: 改好了

= sales-poster | sales
U: 海报设计出来了,大家看看
U #image
S: 标题再大一点
T: 电话号码印错了,尾号是八
U: 哎,好险,马上改
U #image
S: 这版可以
T: 同意
U: 那送印了,{day}到货
S: 印五百张够了

= sales-robot-report | sales
R #markdown # 今日订单\\n> 新增 **{low}** 单\\n> 金额 {price}00 元\\n> <font color="warning">待付款 3 单</font>
S: 待付款那三单谁的
T: 两单我的,客户{day}打款
U: 一单我的,已经催了
S: 好,别过夜
R #markdown # 库存提醒\\n> {fruit} 低于安全库存,剩余 **{low}** 箱
U: {fruit}我这边先别接新单了
T: 收到
S: 采购说{day}补一车

= everyone-all-hands | everyone
S: 大家好,{day}下午四点消防演习,十五分钟
T: 冷库人员也要出来吗
S: 都要,制冷不会停
U: 正好有客户来访怎么办
S: 请客户一起,发反光背心
T: 好
R #markdown # 值班安排\\n> 周六:何军\\n> 周日:孙悦\\n[查看全月](https://www.example.com/hewang/duty)
U: 我周日换一下,跟赵凯说好了
S: 记得在系统里改

= everyone-welcome | everyone
S: 欢迎新同事入职,负责华东线路
T: 欢迎欢迎
U #face
T: 工位在靠窗那排
S: 中午一起吃饭,部门请
U: 有没有不吃香菜的
T: 我
S: 那就{hour}点,楼下集合

= everyone-lost-keys | everyone
T: 谁看到三号库的钥匙了
S: 昨天盘点我用过,放前台了
T: 前台没有
U: 在打印机上
U #image
T: 找到了,谢谢
S: 建议挂个大牌子
T: 这就去做

= everyone-picnic | everyone
S: 秋游投个票:爬山还是采摘
T: 天天跟果子打交道还采摘
U: 哈哈哈哈
S: 那爬山?
T: 爬山,{city}西边那座
U: 我膝盖不行,在山脚看包
S: 也行,山脚有茶馆
S #calendar 秋游 | {city}西山 | 穿运动鞋,自带水
T: 收到
U: 收到
`);
