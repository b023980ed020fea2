/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-demo-trades.h"

static const XybDemoTrade trades[] = {
  { "电子材料", "电子级胶带", XYB_INDUSTRY_MANUFACTURING },
  { "光学科技", "光学镜片", XYB_INDUSTRY_MANUFACTURING },
  { "供应链管理", "供应链管理服务", XYB_INDUSTRY_PRODUCER_SERVICES },
  { "汽车零部件", "汽车座椅骨架", XYB_INDUSTRY_MANUFACTURING },
  { "精密机械", "精密零部件", XYB_INDUSTRY_MANUFACTURING },
  { "紧固件", "高强度螺栓", XYB_INDUSTRY_MANUFACTURING },
  { "新型建材", "轻质隔墙板", XYB_INDUSTRY_MANUFACTURING },
  { "纺织科技", "功能性面料", XYB_INDUSTRY_MANUFACTURING },
  { "食品", "烘焙食品", XYB_INDUSTRY_MANUFACTURING },
  { "工艺品", "丝绸工艺品", XYB_INDUSTRY_MANUFACTURING },
  { "环保设备", "废水处理设备", XYB_INDUSTRY_MANUFACTURING },
  { "自动化设备", "自动化装配线", XYB_INDUSTRY_MANUFACTURING },
  { "半导体材料", "晶圆载具", XYB_INDUSTRY_MANUFACTURING },
  { "软件服务", "工业软件", XYB_INDUSTRY_PRODUCER_SERVICES },
  { "冷链物流", "冷链运输服务", XYB_INDUSTRY_PRODUCER_SERVICES },
  { "模具", "注塑模具", XYB_INDUSTRY_MANUFACTURING },
  { "包装材料", "彩色纸箱", XYB_INDUSTRY_MANUFACTURING },
  { "机床附件", "数控刀柄", XYB_INDUSTRY_MANUFACTURING },
  { "电线电缆", "特种电缆", XYB_INDUSTRY_MANUFACTURING },
  { "生物科技", "体外诊断试剂", XYB_INDUSTRY_MANUFACTURING },
  { "家居用品", "竹木家居用品", XYB_INDUSTRY_MANUFACTURING },
  { "水处理科技", "净水滤芯", XYB_INDUSTRY_MANUFACTURING },
  { "显示器件", "背光模组", XYB_INDUSTRY_MANUFACTURING },
  { "集成电路", "封装测试服务", XYB_INDUSTRY_MANUFACTURING },
  { "金融外包服务", "数据处理服务", XYB_INDUSTRY_PRODUCER_SERVICES },
  { "新能源", "储能电池组", XYB_INDUSTRY_MANUFACTURING },
  { "检测技术", "检验检测服务", XYB_INDUSTRY_PRODUCER_SERVICES },
  { "五金制品", "冲压件", XYB_INDUSTRY_MANUFACTURING },
  { "橡塑制品", "密封圈", XYB_INDUSTRY_MANUFACTURING },
  { "轨道交通配件", "受电弓滑板", XYB_INDUSTRY_MANUFACTURING },
  { "船艇", "玻璃钢船艇", XYB_INDUSTRY_MANUFACTURING },
  { "旅游用品", "户外帐篷", XYB_INDUSTRY_MANUFACTURING },
  { "农业科技", "设施农业装备", XYB_INDUSTRY_MANUFACTURING },
  { "连接器", "高速连接器", XYB_INDUSTRY_MANUFACTURING },
  { "机器人", "工业机器人", XYB_INDUSTRY_MANUFACTURING },
  { "设计服务", "工业设计服务", XYB_INDUSTRY_PRODUCER_SERVICES },
  { "焊接材料", "无铅焊料", XYB_INDUSTRY_MANUFACTURING },
  { "数控设备", "数控机床", XYB_INDUSTRY_MANUFACTURING },
  { "童车", "婴儿推车", XYB_INDUSTRY_MANUFACTURING },
  { "铝业", "铝型材", XYB_INDUSTRY_MANUFACTURING },
  { "服装", "针织服装", XYB_INDUSTRY_MANUFACTURING },
  { "仪器仪表", "压力变送器", XYB_INDUSTRY_MANUFACTURING },
  { "文化用品", "绘图文具", XYB_INDUSTRY_MANUFACTURING },
  { "净化工程", "洁净室设备", XYB_INDUSTRY_MANUFACTURING },
  { "印刷电路", "多层电路板", XYB_INDUSTRY_MANUFACTURING },
  { "航空配件", "航空紧固件", XYB_INDUSTRY_MANUFACTURING },
  { "人力资源服务", "人力资源服务", XYB_INDUSTRY_PRODUCER_SERVICES },
  { "食品机械", "灌装设备", XYB_INDUSTRY_MANUFACTURING },
  { "传动设备", "减速机", XYB_INDUSTRY_MANUFACTURING },
  { "玩具", "益智玩具", XYB_INDUSTRY_MANUFACTURING },
  { "涂料", "水性涂料", XYB_INDUSTRY_MANUFACTURING },
  { "化纤", "再生化纤", XYB_INDUSTRY_MANUFACTURING },
  { "医疗器械", "医用耗材", XYB_INDUSTRY_MANUFACTURING },
  { "园艺工具", "园艺工具", XYB_INDUSTRY_MANUFACTURING },
  { "陶瓷科技", "陶瓷基板", XYB_INDUSTRY_MANUFACTURING },
  { "电机", "微型电机", XYB_INDUSTRY_MANUFACTURING },
  { "激光科技", "激光切割设备", XYB_INDUSTRY_MANUFACTURING },
  { "信息技术", "信息系统集成", XYB_INDUSTRY_PRODUCER_SERVICES },
  { "磁性材料", "磁芯", XYB_INDUSTRY_MANUFACTURING },
  { "液压设备", "液压缸", XYB_INDUSTRY_MANUFACTURING },
  { "钢结构", "钢结构件", XYB_INDUSTRY_MANUFACTURING },
  { "玻璃", "钢化玻璃", XYB_INDUSTRY_MANUFACTURING },
  { "印刷", "标签印刷", XYB_INDUSTRY_MANUFACTURING },
  { "照明", "照明灯具", XYB_INDUSTRY_MANUFACTURING },
  { "电梯部件", "电梯导轨", XYB_INDUSTRY_MANUFACTURING },
  { "家具", "办公家具", XYB_INDUSTRY_MANUFACTURING },
  { "润滑油", "工业润滑油", XYB_INDUSTRY_MANUFACTURING },
  { "传感器", "温度传感器", XYB_INDUSTRY_MANUFACTURING },
  { "轴承", "精密轴承", XYB_INDUSTRY_MANUFACTURING },
  { "压缩机", "螺杆压缩机", XYB_INDUSTRY_MANUFACTURING },
  { "乐器", "管弦乐器", XYB_INDUSTRY_MANUFACTURING },
  { "纸业", "特种纸", XYB_INDUSTRY_MANUFACTURING },
  { "阀门", "工业阀门", XYB_INDUSTRY_MANUFACTURING },
  { "泵业", "离心泵", XYB_INDUSTRY_MANUFACTURING },
  { "热处理", "热处理加工", XYB_INDUSTRY_MANUFACTURING },
  { "电源", "开关电源", XYB_INDUSTRY_MANUFACTURING },
  { "散热器", "散热模组", XYB_INDUSTRY_MANUFACTURING },
  { "仓储服务", "仓储服务", XYB_INDUSTRY_PRODUCER_SERVICES },
  { "广告标识", "标识标牌", XYB_INDUSTRY_MANUFACTURING },
  { "质量认证", "认证咨询服务", XYB_INDUSTRY_PRODUCER_SERVICES },
};

/**
 * xyb_demo_get_trade:
 * @index: any number; after the last trade the first comes again
 */
const XybDemoTrade *
xyb_demo_get_trade (guint index)
{
  return &trades[index % G_N_ELEMENTS (trades)];
}

/**
 * xyb_demo_get_n_trades:
 *
 * Returns: how many different trades there are
 */
guint
xyb_demo_get_n_trades (void)
{
  return G_N_ELEMENTS (trades);
}
