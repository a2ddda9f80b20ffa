import { readScenes } from '../read-scenes.ts';

/** Complaints and after-sales, in Chinese, one to one. */
export const COMPLAINTS = readScenes(`
= complaint-bruised | pair zh
C: 今天这批{fruit}压伤好多
C #image
C #image
S: 看到了{C},先跟您道个歉,底层那两排对吧
C: 对,最下面全软了
S: 您数一下坏的有多少箱,拍个全景给我
C #video
C: {low} 箱里挑出四箱多
S: 四箱我们全赔,是退款还是下次补货
C: 补货吧,客人等着要
S: 今晚加车给您送,坏的别扔,司机带回来做检查
C: 行,处理得还算快
S #face

= complaint-short-weight | pair zh
C: 你们的秤是不是有问题,十斤装只有九斤二
S: {C}您是去皮称的吗
C: 当然去皮,我开店十年了
S: 抱歉,我查下这批的过磅记录
S: 查到了,{day}那台秤漂了,涉及三十多箱
C: 那我这 {low} 箱怎么算
S: 每箱差八两,折成钱给您抵在下一单
C: 折多少
S: 一共 {price} 块,您看可以吗
C: 可以,下次别这样了
S: 秤已经停用送检,谢谢您告诉我们

= complaint-late | pair zh
C: 说好{hour}点到,现在人影都没有
S: 我马上联系司机
S: 司机在{city}北环堵着,前面有事故
C: 我的客人{hour}点半就来提货
S: 我让附近门店先调 {low} 箱过去救急,二十分钟到
C: 那赶紧
S #location 车辆当前位置 | {city}北三环高架东向西 | 113.66 | 34.79
C: 看到车了,还有三公里
S: 到了请您先验货,迟到的运费我们免
C: 货到了,{fruit}没问题
S: 谢谢{C}体谅

= complaint-taste | pair zh
C: 顾客说这批{fruit2}没味道
S: 是酸还是淡
C: 淡,像喝水
S: 前几天产地连下了一周雨,可能吸水了
C: 那你们发货前不测糖吗
S: 测的,但是抽检,这是我们的疏漏
C: 顾客要退 {low} 份
S: 照单全退,您把数量给我,不用寄回
C #record 顾客群里的反馈 | 今天的果子不甜 | 上次买的好吃,这次一般 | 能退吗
S: 看到反馈了,我转给采购
C: 下批甜了我再进
S: 下批到了先给您送样

= complaint-wrong-item | pair zh
C: 送错了吧,我要的是{fruit},来的是{fruit2}
S: 我看下出库单
S: 贴错标了,跟隔壁单子串了
C: 那边是不是收了我的货
S: 对,我已经联系他们别拆箱
C: {fruit2}先放我这?
S: 您要是能卖,按进价九折留下
C: 九折可以,留 {low} 箱,其余拉走
S: 好,司机{hour}点到您店里对调
C: 单子记得改
S: 改好了,新单号 {order}

= complaint-packaging | pair zh
C: 箱子又是塌的
C #mixed 看这个箱角 | 堆三层就塌,夏天更不行
S: 这批纸箱是新供应商的,硬度不够
C: 那换回来啊
S: 已经退给供应商了,{day}起恢复双层瓦楞
C: 手头这些怎么办
S: 我让司机带五十个空箱给您换装
C: 行吧
S #quote 2: 照片我转给采购了,谢谢{C}
C: 希望是最后一次

= complaint-refund-status | pair zh
C: 退款怎么还没到
S: {C}是 {order} 这单吗
C: 对,说三天,今天第五天了
S: 我查下财务
S: 银行退回来了,账号少一位
C: 啊,那是我填错了
S: 没关系,您重新发我一下,我当面盯着打
C: 发你短信吧,这里不发了
S: 好,这样更稳妥
S: 打款成功,{hour}点前到账
C: 收到了,谢谢{S}

= after-sales-cold-storage | pair zh
C: {fruit}到店后放几度合适
S: 四到六度,别跟香蕉放一起
C: 为什么
S: 香蕉放乙烯,会把别的果催熟
C: 怪不得上次三天就软了
S: 还有叶子别摘,留着能多放两天
S #link 常见水果存放对照表 | 温度、湿度、能不能混放 | https://www.example.com/hewang/storage
C: 这个好,我打印贴冷库门上
S: 需要的话我寄几张塑封的给您
C: 来两张
`);
