import { readScenes } from '../read-scenes.ts';

/** Schedules, deliveries and small talk around them, in Chinese, one to one. */
export const DELIVERY = readScenes(`
= delivery-reschedule | pair zh
C: {day}的货能改到后天吗,店里停电检修
S: 可以,我把 {order} 往后挪一天
C: 会不会影响新鲜
S: 果子还没下树,晚摘一天更好
C: 那太好了
S: 后天{hour}点到,还是老司机
C: 让他走后门,前门修路
S: 备注好了
C #face

= delivery-receipt | pair zh
S: {C},货到了吗
C: 刚卸完,正在点
C: {boxes} 箱齐了
S: 麻烦签收单拍一张给我
C #image
S: 收到,字签得真好看
C: 哈哈,练过
S: 这两天降温,{fruit}先别进冷库,放阴凉处就行
C: 明白

= delivery-visit | pair zh
S: {C},下周三我去{city}出差,想顺路到店里看看
C: 欢迎啊,几点
S: {hour}点左右,看看陈列,带点新品给您尝
C: 新品是啥
S: {fruit2},今年第一茬,外面还没有
C: 那我叫上我们采购一起
S: 好,到了给您电话
C #location 门店正门 | {city}中山南路农贸市场东门 | 113.58 | 34.72
S: 导航到东门就行对吧
C: 对,东门好停车

= delivery-video | pair zh
C: 能不能开个视频看看货
S: 可以,我这会儿就在库里
S #call 186 1
C: 看清楚了,个头挺匀
S: 这批是机选的,上下差不超过五毫米
C: 给我留 {boxes} 箱,{day}提
S: 好,自提还是送
C: 自提,我们车闲着
S: {hour}点以后来,装车口不排队
C: 行

= delivery-temperature | pair zh
C: 这趟车的温度记录给我一份
S: 好的,全程四点五度上下
S #file 温度记录-{order}.csv
C: 凌晨两点那一段怎么到九度了
S: 那是在{city}服务区开门抽检,十一分钟
C: 哦,那没事
S: 您看得真细
C: 超市要求的,没有记录不给上架
S: 以后每趟我都主动发
C: 省事了,谢谢

= delivery-season-end | pair zh
S: {C},跟您说一声,{fruit}这季差不多收尾了
C: 这么快
S: 今年花期早,比去年提前十天
C: 还能拿几次
S: 最多两车,您要的话先给您留 {boxes} 箱
C: 留吧,老顾客就认这个
S: 下一季主推{fruit2},样品{day}到
C: 到了叫我
S: 一定

= delivery-quick-check | pair zh
C: 在吗
S: 在的{C}
C: {fruit}还剩多少
S: {boxes} 箱多一点
C: 都给我
S: 全要?库里放得下吗
C: 学校订的餐后水果,{day}就发完
S: 那我今晚连夜装,{order}
C: 辛苦
S: 学校要检测报告,我一起发您
S #file 检测报告-{order}.pdf
C: 想得周到
`);
