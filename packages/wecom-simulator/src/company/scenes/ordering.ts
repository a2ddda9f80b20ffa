import { readScenes } from '../read-scenes.ts';

/** Shops that order fruit, in Chinese, one to one. */
export const ORDERING = readScenes(`
= order-first-of-day | pair zh
C: {S}早,{fruit}今天有货吗
S: {C}早上好,有的,凌晨刚卸的车
S #image
S: 这是今天到的,果面比上周那批干净
C: 看着可以,糖度测过没有
S: 测了三箱,最低十三点二,最高十四点五
C: 那先给我留 {boxes} 箱
S: 好,{boxes} 箱{fruit},还是送老地址对吧
C: 对,{day}{hour}点前到就行,我那边有人卸
S: 记下了,单号 {order},司机出发前给您电话
C #face

= order-add-on | pair zh
C: {order} 那单还没发吧
S: 还没装车,怎么了{C}
C: 再加 {low} 箱{fruit2},一起送
S: 可以,不过{fruit2}剩得不多了,我先去库里看一眼
S: 库里够,给您锁住了
C: 多少钱一箱
S: 老价 {price},跟着{fruit}一车走,运费不另算
C: 行,账期一起算
S #file 补单-{order}.xlsx
S: 补单表发您了,数量对一下
C: 对的,没问题

= order-holiday-gift | pair zh
C: 公司要发福利,{boxes} 份水果礼盒能做吗
S: 能做,{C}您预算每份多少
C: 一百二以内,别太小气就行
S: 那建议双拼,{fruit}加{fruit2},带手提绳
S #link 节日礼盒一览 | 六款搭配,含提袋和贺卡 | https://www.example.com/hewang/gift
C: 第二款好看,贺卡能印我们公司名字吗
S: 满一百份可以印,{low} 份以内用通用贺卡
C: 那印吧,文字我晚点发你
C #mixed 贺卡正面照这个风格 | 字别太花,落款写工会就好
S: 收到,设计稿{day}给您看
C #quote 6: 就定这款,不改了
S: 好嘞,礼盒单号 {order}

= order-wrong-quantity | pair zh
S: {C},系统里您这单是 {boxes} 箱{fruit},跟您平时差不少,我确认一下
C: 哎呀,多打了个零
S: 我就猜到了,给您改回来
C: 谢谢提醒,差点压一屋子货
S: 应该的,改成平时的量,{low} 箱
C: 对,{low} 箱
S #recall
S: 刚才那条报错行了,以这张单为准:{order},{low} 箱
C: 看到了

= order-by-voice | pair zh
C #voice 9
C: 路上不方便打字,听语音
S: 听到了,{fruit} {boxes} 箱,{fruit2} {low} 箱,{day}早上要
C #voice 4
S: 明白,{fruit2}换小果,您那边小区团购好卖
C: 对,大果卖不动
S: 小果便宜,{price} 一箱
C: 可以
S: 单子建好了,{order},送到后让司机拍照给您

= order-new-shop | pair zh
C: 我们在{city}开了家新店,以后也从你们这拿货
S: 恭喜{C},新店地址发我一个,我看看走哪条线
C #location 禾望合作店({city}新店) | {city}人民路与解放路交口西北角 | 113.62 | 34.75
S: 这个位置顺路,每天凌晨四点的车可以带
C: 四点太早了,没人收
S: 那排第二趟,七点左右,冷藏车不影响品质
C: 七点正好
S: 首单给新店免运费,您看{fruit}先来 {low} 箱试试
C: 行,{fruit2}也来几箱做堆头
S #weapp 新店首单专享 | 满二十箱免运费 | 禾望订货
S: 以后店长可以自己在小程序里下单

= order-stock-out | pair zh
C: 小程序里{fruit}怎么是灰的
S: 今天断货了{C},高速封路,车卡在{city}
C: 那我周末活动怎么办,海报都贴出去了
S: 我给您调同级的{fruit2},价差我们承担
C: 品质一样吗
S: 一个基地的,只是晚熟几天,酸度略高一点
S #image
C: 看着还行,先来 {low} 箱顶着
S: 好,{fruit}一到我第一时间给您补
C: 别忘了
S: 忘不了,已经写在白板上了

= order-monthly-plan | pair zh
C: 下个月的量我排了一下,发你看看
C #file {month}月订货计划.xlsx
S: 收到,我对一下产地的档期
S: {fruit}前半个月没问题,后半个月要看天气
C: 后半个月不行就换{fruit2}
S: 那我按 {boxes} 箱一周给您锁,先签个意向
S #file 供货意向书-{order}.pdf
C: 意向书里违约那条再软一点,我们小店扛不住
S: 理解,改成双方协商,稍后发新版
C: 麻烦{S}了
`);
