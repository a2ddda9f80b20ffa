import { readScenes } from '../read-scenes.ts';

/** The customer room of the shops, in Chinese. */
export const SHOP_ROOM = readScenes(`
= shops-morning-price | shops
S: 各位老板早,今日到货播报
S: {fruit} {boxes} 箱,{fruit2} {low} 箱,都在一号库
S #image
C: {fruit}今天什么价
S: {price},跟昨天一样
D: 我要 {low} 箱
C: 我也 {low} 箱,{day}送
S: 好的,两位的单子我分开建
E: {fruit2}有小果吗
S: 有,小果便宜十块
E: 那给我留五箱
S: 记下了,还有要的吗,{hour}点截单

= shops-road-closed | shops
T: 通知一下,{city}方向大雾封路,今天的车会晚两小时
C: 我那车鸡蛋也在里面吗
T: 您那车走的国道,不受影响
D: 我的呢
T: {D}的在高速口等着,一放行就走
D: 行,注意安全
T #location 大雾封路路段 | {city}绕城高速西段 | 113.51 | 34.83
E: 安全第一,晚点没事
T: 谢谢大家理解,有变化我随时说

= shops-group-buy | shops
S: 群里的团购链接放这了,{fruit}五斤装
S #weapp 本周拼团:{fruit}五斤装 | 三人成团,隔日送达 | 禾望订货
C: 起送多少
S: 三份起
D: 我们小区能拼吗
S: 同一个小区满十份就单独送一趟
D: 那我去群里吆喝一下
E: 上次那个{fruit2}还有吗,邻居都问
S: {day}补货,先给您登记
E: 登记二十份
C: 你们小区真能吃
E #face

= shops-quality-feedback | shops
C: 昨天的{fruit}反馈不错,回头客好几个
S: 太好了,我告诉果农去
D: 我这有两箱磕碰的
D #image
S: {D}这两箱补给您,跟{day}的车
D: 谢谢
E: 售后真不错,我朋友那家供货商半个月不回话
S: 大家有问题直接在群里说,别憋着
T: 售后找我,工作日{hour}点前当天处理
C #quote 1: 我这边也是,都说甜

= shops-holiday-hours | shops
T: 假期安排:初一到初三停运,初四恢复
C: 初二能自提吗
T: 可以,仓库有人值班,提前一天说
D: 节前最后一车什么时候
T: 二十九凌晨,截单到二十八下午
E: 那我早点报数
S: 大家按平时的一倍半备货比较稳
C: 去年备少了,亏大了
S #file 假期配送安排.txt
T: 表发群里了,有疑问找我

= shops-tasting | shops
S: {day}下午仓库开放日,新品随便尝
C: 带孩子行吗
S: 欢迎,门口有停车位
S #location 禾望果品一号仓 | {city}冷链物流园 C 区 6 号 | 113.71 | 34.69
D: 我报名,两个人
E: 三个人
S: 好,{fruit}和{fruit2}都切好等着
D: 能直接拉货走吗
S: 能,当天自提九五折
C: 那必须去
`);

/** The customer room of the buyers abroad, in English. */
export const OVERSEAS_ROOM = readScenes(`
= overseas-sailing-update | overseas
S: Morning all, vessel update for this week.
S: The reefer left {city} last night, arrival moves to {day}.
C: Does that change the cut-off for documents?
S: No, documents still go out today.
D: Please add the phytosanitary certificate for the {fruit}.
S: Already in the pack, page four.
S #file Shipping-pack-{order}.pdf
C: Got it, thanks.
T: Container temperature was steady at 1.5 degrees all night.
D: Good to hear.

= overseas-label-question | overseas
C: Our customs office wants the grower code on every carton.
S: We print it on the side panel, next to the lot number.
S #image
C: They ask for 10 mm letters, these look smaller.
T: They are 8 mm. We can change the stencil for the next lot.
C: And the {boxes} cartons that are on the water?
S: We will send stickers by courier, they arrive before the ship.
D: Same problem here, could you send us a set too?
S: Sure, two sets then.
C #quote 5: That works, please confirm once it is done.
T: Stencil is changed, photo tomorrow.

= overseas-price-round | overseas
S: Opening price for {fruit} this month is {price} per carton, ex works.
D: Higher than last season.
S: Picking started late, supply is tight until mid {month}.
C: Any room for a full container?
S: For a full container we can take off four per carton.
C: Then put us down for one, loading on {day}.
D: We will wait one more week.
S: Fine, I will keep {low} pallets in your name without obligation.
D: Appreciated.

= overseas-claim | overseas
D: We opened the container this morning, {pct} percent soft {fruit2}.
D #image
S: Sorry to see that. Which pallets?
D: The two by the door.
T: The logger shows the door was open for forty minutes at transfer.
C: We had that at the same port last year.
S: Let us split it: we credit half now, the insurer settles the rest.
D: Agreed, please send the form.
S #file Claim-form-{order}.xlsx
D: Filled in, coming back tonight.
`);
