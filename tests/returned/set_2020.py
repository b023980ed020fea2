"""The eleven files in which the 2020 plan's 66 enterprises come back: one of every 区镇 that has a quota
(requirements §4), each from another program or in another state. All firms, people and numbers are made up."""

import datetime

import writers
from returned import (
    HEADS, YI, Error, File, Formula, Missing, Number, Row, Runs, Sheet, about, above, alike, bad_headcount,
    bad_phone, earlier, firm, hidden, in_hidden_sheet, name_remark, no_name, no_value, numbered, other, point_off,
    remark_row, total, twice, wrong_unit, zero_back,
)  # fmt: skip

TITLE = "2020年昆山市信用管理贯标企业汇总表"

# What the register holds before anything comes back. `was`: the name under which it was registered first;
# `accepted`: the day its 贯标 of an earlier year was accepted.
BEFORE = [
    {"name": "昆山示例老牌光学有限公司", "district": "昆山高新区", "was": None, "accepted": "2019-09-20"},
    {"name": "昆山示例物流有限公司", "district": "花桥经济开发区", "was": None, "accepted": None},
    {"name": "昆山示例橡胶有限公司", "district": "巴城镇", "was": None, "accepted": None},
    {"name": "苏州示例灯具有限公司", "district": "陆家镇", "was": None, "accepted": None},
    {"name": "昆山示例门窗科技有限公司", "district": "千灯镇", "was": "昆山示例门窗有限公司", "accepted": None},
]

QUOTAS = {
    "昆山开发区": 10, "昆山高新区": 10, "花桥经济开发区": 6, "张浦镇": 8, "周市镇": 8, "陆家镇": 5, "巴城镇": 6,
    "千灯镇": 5, "淀山湖镇": 3, "周庄镇": 2, "锦溪镇": 3,
}  # fmt: skip


def exact(name):
    return {"how": "exact", "name": name, "accepted_year": None}


KAIFAQU = File(
    "01 昆山开发区 附件2.xlsx", "openpyxl", "xlsx", "昆山开发区",
    [
        Sheet(
            "附件2",
            [
                above(TITLE),
                above("区镇：昆山开发区　　业务负责人：张示例　　联系方式：0512-55550001"),
                above(*HEADS),
                firm(1, "昆山示例精密机械有限公司", "精密零部件", 12000, 180, "赵示例", "0512-55550101"),
                firm(2, "昆山示例光电科技（集团）有限公司", "光电器件", 23456.78, 420, "钱示例", 13800000102,
                     name="昆山示例光电科技(集团)有限公司"),
                firm(3, "昆山　示例半导体材料有限公司", "硅片", "9,800", 95, "孙示例", "０５１２－５５５５０１０３",
                     name="昆山示例半导体材料有限公司", revenue_yuan=98_000_000, phone="0512-55550103"),
                firm(4, "昆山示例汽车\u200b零部件有限公司 ", "刹车片", 31000, 650, "李\u00a0示例", "55550104",
                     name="昆山示例汽车零部件有限公司", contact="李 示例"),
                firm(5, "昆山示例电子元件有限公司", "电容器", 7600.5, 130, "周示例", 13800000105),
                firm(6, "昆山示例自动化设备有限公司", "自动化产线", 5400, "１２０人", "吴示例", "13800000106",
                     headcount=120),
                firm(7, "昆山示例新材料有限公司", "改性塑料", 8800, "—", "郑示例", "0512-55550107-801",
                     headcount=None),
                firm(8, "昆山示例模具有限公司", "注塑模具", "/", 60, "王示例", "无", revenue_yuan=None, phone=""),
                firm(9, "昆山示例仪器仪表有限公司", "流量计", 4300, 88, "冯示例", "0512-55550109"),
                firm(10, "昆山示例智能装备股份有限公司", "AGV小车", 15000, 210, "陈示例", 13800000110),
                *numbered(11, 15),
                other(total(), "合计", None, None, Formula("=SUM(D4:D13)")),
            ],
            head_row=3, merged=("A1:G1", "A2:G2", "A19:C19"),
        )
    ],
    "B-01 B-02 B-05 B-06 B-09 B-10", "合并的标题和填表行，全角数字与空格，预编号空行，没有算出的合计",
    ("张示例", "0512-55550001"), writers.openpyxl_file,
)  # fmt: skip

GAOXINQU_HEADS = ("序　号", "单位名称", "主营\n产品", "2019年\n销售收入(万元)", "员工人数", "联系人", "联系电话/手机")
GAOXINQU = File(
    "02 高新区企业汇总表.xls", "LibreOffice", "xls", "昆山高新区",
    [
        Sheet(
            "Sheet1",
            [
                above(TITLE),
                above(),
                above("区镇", "昆山高新区管委会", "业务负责人", "李示例", "联系方式", "0512-55550002"),
                above(*GAOXINQU_HEADS),
                firm(1, "昆山示例机器人有限公司", "工业机器人", "1.2亿", 260, "褚示例", "0512-55550201转8012",
                     revenue_yuan=120_000_000),
                firm(2, "昆山示例生物医药有限公司", "原料药", "1,234.5万", 75, "卫示例", "13800000202",
                     revenue_yuan=12_345_000),
                firm(3, "昆山示例医疗器械有限公司", "导管", "约3000万元", 55, "蒋示例", "0512-55550203/13800000203",
                     about("约3000万元"), revenue_yuan=30_000_000, phone="0512-55550203；13800000203"),
                firm(4, "昆山示例传感器有限公司", "压力传感器", 6500, 90, "沈示例", 13800000204),
                firm(5, "昆山示例老牌光学有限公司", "镜头", 8000, 140, "韩示例", "13800000205", earlier(2019),
                     match={"how": "exact", "name": "昆山示例老牌光学有限公司", "accepted_year": 2019}),
                firm(6, "昆山示例软件有限公司", "管理软件", 2200, 48, "杨示例", "13800000206", hidden(), hidden_row=True),
                firm(7, "昆山示例检测技术有限公司", "检测服务", 1800.25, 36, "朱示例", "0512-55550207"),
                firm(8, "昆山示例激光设备有限公司", "切割机", "8500", 112, "秦示例", 13800000208, revenue_yuan=85_000_000),
                firm(9, "昆山示例数控机床有限公司", "加工中心", 19000, 230, "尤示例", "13800000209"),
                firm(10, "昆山示例环保科技有限公司", "除尘设备", 4100, 66, "许示例", "0512-55550210"),
                firm(11, "昆山示例电机有限公司", "伺服电机", 27500, 390, "何示例", "13800000211"),
                other(total(), "合计", "11家", None, 91334.75),
                other(remark_row(), "备注：数据由企业自报，高新区经发局汇总。"),
            ],
            head_row=4, heads=GAOXINQU_HEADS, merged=("A1:G1", "A17:G17"),
        ),
        Sheet("Sheet2", []),
        Sheet("Sheet3", []),
    ],
    "B-01 B-02 B-03 B-04 B-06 B-08 B-10 B-11 B-12 B-13 B-15",
    "标签和值分格，表头换行、空格和别名，金额带单位，一行隐藏，一家2019年已贯标",
    ("李示例", "0512-55550002"), writers.libreoffice_file("xls"), by_hand=True,
)  # fmt: skip

HUAQIAO_HEADS = ("序号", "统一社会信用代码", "公司名称", "主营业务", "2019年营业收入（亿元）", "从业人数", "联系人",
                 "手机号码", "备注")  # fmt: skip
HUAQIAO_COLUMNS = ("position", None, "name", "products", "revenue", "headcount", "contact", "phone", None)
HUAQIAO = File(
    "03 花桥.ods", "LibreOffice", "ods", "花桥经济开发区",
    [
        Sheet("填写说明", [above("请各单位认真填写。"), above("销售收入以亿元为单位，保留两位小数。")]),
        Sheet(
            "汇总表",
            [
                above(TITLE),
                above("填报单位：花桥经济开发区管委会", None, None, "负责人：王示例", None, "联系电话：0512-55550003"),
                above(*HUAQIAO_HEADS),
                firm(1, "昆山示例商务服务有限公司", "商务外包", 0.85, 320, "吕示例", 13800000301, extra=("", "规上")),
                firm(2, "昆山示例供应链管理有限公司", "供应链", 3.2, 150, "施示例", 13800000302, extra=("", "")),
                firm(3, "昆山示例物流有限公司", "仓储运输", 1.5, 210, "张示例", 13800000303, match=exact("昆山示例物流有限公司")),
                firm(4, "昆山示例金融信息有限公司", "金融数据", 0.4, 45, "孔示例", "13800000304、13800000394",
                     phone="13800000304；13800000394"),
                firm(5, "昆山示例呼叫中心服务有限公司", "呼叫中心", 0.62, Formula("=1/0", Error("#DIV/0!")), "曹示例",
                     13800000305, no_value("headcount", "#DIV/0!"), headcount=None),
                firm(6, "昆山示例设计咨询有限公司", "工业设计", "2,600万元", 70, "严示例", 13800000306,
                     revenue_yuan=26_000_000),
                above(),
                other(remark_row(), "注：以上企业均已承诺参加贯标。"),
            ],
            head_row=3, heads=HUAQIAO_HEADS, columns=HUAQIAO_COLUMNS, unit=YI, merged=("A1:I1", "A2:C2"),
        ),
        Sheet(
            "2019年",
            [
                above(*HEADS),
                Row([1, "昆山示例旧名单一有限公司", "外包", 1000, 50], {}, (in_hidden_sheet(),), True),
                Row([2, "昆山示例旧名单二有限公司", "外包", 2000, 60], {}, (in_hidden_sheet(),), True),
            ],
            head_row=1, hidden="hidden",
        ),
    ],
    "B-02 B-03 B-06 B-08 B-11 B-12 B-17", "亿元为单位，多两列，一张隐藏的旧表，一格公式错误",
    ("王示例", "0512-55550003"), writers.libreoffice_file("ods"), by_hand=True,
    file_notes=(("“2019年”", "隐藏", "2 家"), ("统一社会信用代码", "B"), ("备注", "I")),
)  # fmt: skip

ZHANGPU = File(
    "04 张浦镇（WPS）.xlsx", "手写XML，照WPS的写法", "xlsx", "张浦镇",
    [
        Sheet(
            "Sheet1",
            [
                above(Runs(("2020年昆山市", "信用管理贯标企业汇总表"), "kunshan")),
                above("区镇：", "张浦镇", None, "业务负责人：", "赵示例", "联系方式：", "0512-55550004"),
                above("序号", Runs(("企业", "名称"), "qiye"), "主要产品", "去年销售\n收入", "职工人数", "联系人", "电话"),
                firm(1, Runs(("昆山", "示例", "食品有限公司"), "shipin"), "糕点", 5200, 160, "华示例", Number("13800000401"),
                     name="昆山示例食品有限公司"),
                firm(2, "昆山示例包装有限公司", "纸箱", 3100, 80, Missing(), "0512-55550402", contact=""),
                firm(3, "昆山示例阀门有限公司", "球阀", Formula("2000+2500", 4500), 105, "金示例", Number("1.3800000403E10"),
                     bad_phone("1.3800000403E10", "科学计数"), revenue_yuan=45_000_000, phone="13800000403"),
                firm(4, "昆山示例泵业有限公司", "水泵", 6700, 140, "魏示例", "13800000404.0", point_off("13800000404.0"),
                     phone="13800000404"),
                firm(5, "昆山示例轴承有限公司", "轴承", 9300, 200, "陶示例", Number("51255550405"), zero_back("51255550405"),
                     phone="0512-55550405"),
                firm(6, "昆山示例塑胶制品有限公司", Formula('"注塑"&"件"', "注塑件"), 2800, 72, "姜示例", "13800000406",
                     products="注塑件"),
                firm(7, "昆山示例五金有限公司", "冲压件", 2450.5, 64, "戚示例", "+86 13800000407", phone="13800000407"),
                firm(8, "昆山示例联合精密有限公司", "轴类零件", 11800, 190, "谢示例", "13800000408"),
                *numbered(9, 15),
            ],
            head_row=3, merged=("A1:G1",),
        )
    ],
    "B-02 B-04 B-08 B-09 B-16 B-17", "带前缀的元素名，行内文字、分段文字和注音，缺spans和count，缺<v>，公式只有结果",
    ("赵示例", "0512-55550004"), writers.hand_made_file,
)  # fmt: skip

ZHOUSHI_HEADS = ("序号", "企业名称", "主要产品", "2019年销售收入（万元）", "职工人数", "联系人", "联系电话")
ZHOUSHI = File(
    "05 周市镇贯标企业.xlsx", "SheetJS", "xlsx", "周市镇",
    [
        Sheet(
            "企业汇总",
            [
                above(TITLE),
                above("所属区镇：周市　　业务负责人：钱示例　　联系方式：0512-55550005"),
                above(*ZHOUSHI_HEADS),
                firm(1, "昆山示例电路板有限公司（新增）", "电路板", 46000, 530, "邹示例", "13800000501", name_remark("新增"),
                     name="昆山示例电路板有限公司"),
                firm(2, "昆山示例紧固件有限公司", "螺栓", 120000000, 150, "喻示例", 13800000502,
                     wrong_unit("120000000", "12000万元", 120_000_000)),
                firm(3, "昆山示例齿轮有限公司", "齿轮", 8600, 122, "柏示例", 51255550503, zero_back("51255550503"),
                     phone="0512-55550503"),
                other(total(), "小计", "东片"),
                firm(4, "昆山示例弹簧有限公司", "弹簧", 1.2, 150, "水示例", "13800000504",
                     wrong_unit("1.2", "12000万元", 120_000_000)),
                firm(5, "昆山示例电缆有限公司", "电缆", 46000000, None, "窦示例", "13800000505",
                     wrong_unit("46000000", "4600万元", 46_000_000)),
                firm(6, "昆山示例电路板 有限公司", "线路板", 46000, 530, "邹示例", "13800000501", twice(4),
                     name="昆山示例电路板有限公司"),
                firm(7, "昆山示例涂料有限公司", "水性涂料", 3900, 58, "章示例", "13800000507"),
                firm(8, "昆山示例联合精密有限公司", "轴类零件", 11800, 190, "谢示例", "13800000408", elsewhere="张浦镇"),
                firm(9, "昆山示例玻璃制品有限公司", "钢化玻璃", 7200, 115, "云示例", "13800000509"),
                firm(10, "昆山示例机床附件有限公司", "卡盘", 2100, 40, "苏示例", "1.38E+10", bad_phone(
                     "1.38E+10", "科学计数", answer="TYPED", text="13800000510", phone="13800000510"),
                     phone="13800000000"),
                other(total(), "合计"),
            ],
            head_row=3, heads=ZHOUSHI_HEADS, merged=("A1:G1", "A2:G2"),
        )
    ],
    "B-02 B-03 B-07 B-08 B-10 B-13 B-14", "三处万元与元、亿元相混，一家写了两次，一家张浦镇也报了，名称后面有备注",
    ("钱示例", "0512-55550005"), writers.sheetjs_file("xlsx"), by_hand=True,
)  # fmt: skip

LUJIA = File(
    "06 附件2（陆家镇）.csv", "GB18030 的 csv", "csv", "陆家镇",
    [
        Sheet(
            "06 附件2（陆家镇）",
            [
                above(TITLE),
                above(*HEADS),
                firm("1", "昆山示例童车有限公司", "婴儿推车", "5600", "230", "潘示例", "13800000601\n0512-55550601",
                     revenue_yuan=56_000_000, headcount=230, phone="13800000601；0512-55550601"),
                firm("2", "昆山示例玩具有限公司", '积木，"拼装"类', "1,850.00", "90", "葛示例", "051255550602",
                     products='积木,"拼装"类', revenue_yuan=18_500_000, headcount=90, phone="0512-55550602"),
                firm("3", "昆山示例家具有限公司", "办公家具", "3000万", "约120人", "范示例", "13800000603",
                     bad_headcount("约120人", answer="TYPED", text="120", headcount=120), revenue_yuan=30_000_000,
                     headcount=None),
                firm("4", "昆山示例灯具有限公司", "LED灯具", "4200", "85", "彭示例", "13800000604",
                     alike("苏州示例灯具有限公司", False), revenue_yuan=42_000_000, headcount=85,
                     match={"how": "possible", "name": "苏州示例灯具有限公司", "accepted_year": None}),
                firm("5", "昆山示例日用品有限公司", "牙刷", "980", "44", "鲁示例", "13800000605", revenue_yuan=9_800_000,
                     headcount=44),
                other(remark_row(), "填表说明：销售收入单位为万元"),
            ],
            head_row=2,
        )
    ],
    "B-05 B-06 B-08 B-10 B-14 B-15 B-18 B-20", "没有填表行，区镇只在文件名里；一格里换行，人数带“约”，库里有相近的名称",
    (None, None), writers.csv_file ("gb18030"),
)  # fmt: skip

BACHENG_HEADS = ("序号", "企业全称", "主要产品", "销售收入（万元）", "职工总数", "企业联系人", "电话", "街道备注")
BACHENG = File(
    "07 新建 Microsoft Excel 工作表.xls", "Excel 5 的格式（BIFF5，代码页 936）", "xls", "巴城镇",
    [
        Sheet(
            "Sheet1",
            [
                above(TITLE),
                above("区镇", None, "巴城镇", "业务负责人", "孙示例", "联系方式", "0512-55550007"),
                above(*BACHENG_HEADS),
                firm(1, "昆山市示例橡胶有限责任公司", "密封件", 5800, 135, "韦示例", 13800000701,
                     alike("昆山示例橡胶有限公司", True),
                     match={"how": "likely", "name": "昆山示例橡胶有限公司", "accepted_year": None}),
                firm(2, "昆山示例印刷有限公司", "包装印刷", 2600, 70, "昌示例", 13800000702),
                firm(3, "昆山示例纸业有限公司", "瓦楞纸", 7400.5, 110, "马示例", "0512-55550703"),
                firm(4, "昆山示例陶瓷有限公司", "工业陶瓷", "6千万元", 96, "苗示例", 13800000704, revenue_yuan=60_000_000),
                firm(5, "昆山示例化工设备有限公司", "反应釜", 9100, 150, "凤示例", "13800000705 / 0512-55550705",
                     phone="13800000705；0512-55550705"),
                firm(6, "昆山示例电梯部件有限公司", "导轨", 13500, 240, "花示例", 13800000706),
            ],
            head_row=3, heads=BACHENG_HEADS, columns=("position", "name", "products", "revenue", "headcount",
            "contact", "phone", None), hidden_columns=(7,), merged=("A1:G1", "A2:B2"),
        )
    ],
    "B-01 B-02 B-03 B-06 B-08 B-11 B-14 B-15", "很早的格式，文件名什么也没说，一列隐藏，名称与企业库只差“市”和“责任”",
    ("孙示例", "0512-55550007"), writers.biff5_file,
    file_notes=(("街道备注", "H", "隐藏"), ("多了一列", "街道备注")),
)  # fmt: skip

QIANDENG_HEADS = ("序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系方式", None)
QIANDENG = File(
    "08 千灯镇贯标企业.et", "WPS 的 .et（OLE2，BIFF8）", "xls", "千灯镇",
    [
        Sheet(
            "附件2",
            [
                above(TITLE),
                above("区镇：千灯镇", None, "业务负责人：李示例", None, "联系方式：0512-55550008"),
                above(*QIANDENG_HEADS),
                above(None, None, None, "（万元）", "（人）", "联系人", "电话"),
                firm(1, "昆山示例电镀设备有限公司", "电镀线", 3300, 62, "方示例", 13800000801),
                firm(2, "昆山示例线路材料有限公司", "覆铜板", 14200, 310, "俞示例", "0512-55550802"),
                firm(3, "昆山示例门窗有限公司", "铝合金门窗", 2700, 85, "任示例", 13800000803,
                     match=exact("昆山示例门窗科技有限公司")),
                firm(4, None, "空调配件", 1500, 33, "袁示例", 13800000804, no_name(), name=""),
                firm(5, "昆山示例制冷设备有限公司", "冷库", 6100, 128, "柳示例", 13800000805),
                firm(6, "昆山示例健身器材有限公司", "跑步机", 4800, 140, "酆示例", "138 0000 0806", phone="13800000806"),
                firm(7, "昆山示例电镀设备有限责任公司", "电镀线", 3300, 62, "方示例", 13800000801, hidden(), twice(5),
                     hidden_row=True),
                *numbered(8, 15),
            ],
            head_row=3, merged=("A1:G1", "F3:G3", "A3:A4"),
        )
    ],
    "B-02 B-08 B-09 B-11 B-13 B-14 B-15", "两行表头，“联系方式”下分联系人和电话；一行没有名称，一家用曾用名",
    ("李示例", "0512-55550008"), writers.et_file,
)  # fmt: skip

DIANSHANHU = File(
    "09 淀山湖镇.xlsx", "LibreOffice", "xlsx", "淀山湖镇",
    [
        Sheet(
            "工业园区",
            [
                above(TITLE),
                above("区镇：淀山湖镇　　业务负责人：________　　联系方式：________"),
                above(*HEADS),
                firm(1, "昆山示例航空部件有限公司", "紧固组件", 8700, datetime.date(2020, 3, 1), "史示例", 13800000901,
                     bad_headcount("2020-03-01", "日期", answer="TYPED", text="160", headcount=160), headcount=None),
                firm(2, "昆山示例高尔夫用品有限公司", "球杆", 3600, 92, "唐示例", 13800000902),
                other(total(), "合 计", None, None, Formula("=SUM(D4:D5)", 12300)),
            ],
            head_row=3, merged=("A1:G1", "A2:G2"),
        ),
        Sheet(
            "金家庄村",
            [
                above(*HEADS),
                firm(1, "昆山示例游艇配件有限公司", "船用五金", 2900, 51, "费示例", "0512-55550903"),
            ],
            head_row=1,
        ),
        Sheet("Sheet3", []),
    ],
    "B-02 B-10 B-12 B-17 B-18", "一村一表，负责人没有填，人数里是日期，合计是公式",
    (None, None), writers.libreoffice_file("xlsx"), by_hand=True,
    file_notes=(("工业园区", "2 家"), ("金家庄村", "1 家")),
)  # fmt: skip

ZHOUZHUANG_HEADS = ("编号", "单位名称", "主导产品", "上年销售收入", "在职人数", "联络人", "联系号码")
ZHOUZHUANG = File(
    "10 汇总表（报信用办）.xls", "SheetJS", "xls", "周庄镇",
    [
        Sheet(
            "周庄",
            [
                above(),
                above("贯标企业汇总表"),
                above(*ZHOUZHUANG_HEADS),
                firm(1, "昆山示例旅游用品有限公司", "箱包", "3200万", 76, "廉示例", "0512-55551001转802",
                     revenue_yuan=32_000_000),
                firm(2, "昆山示例工艺品有限公司", "根雕", "0.35亿元", 28, "岑示例", 13800001002, revenue_yuan=35_000_000),
            ],
            head_row=3, heads=ZHOUZHUANG_HEADS,
        )
    ],
    "B-01 B-03 B-06 B-08 B-15 B-20", "区镇只在工作表的名称里，表头是别名",
    (None, None), writers.sheetjs_file("biff8"), by_hand=True,
)  # fmt: skip

JINXI = File(
    "11 锦溪报送.xls", "openpyxl，扩展名是 .xls，其实是 xlsx", "xlsx", "锦溪镇",
    [
        Sheet(
            "Sheet",
            [
                above("附件2"),
                above(TITLE),
                above("填报要求："),
                *[above(f"{n}．{text}") for n, text in enumerate(
                    ("企业名称填写全称。", "主要产品不超过三种。", "单位为万元。", "人数以年末为准。", "请勿改动表头。"), 1)],
                above(),
                above(*HEADS),
                firm(1, "昆山示例袜业有限公司", "棉袜", 2300, 110, "薛示例", 13800001101),
                firm(2, "昆山示例刀具有限公司", "铣刀", Error("#REF!"), 57, "雷示例", 13800001102,
                     no_value("revenue", "#REF!"), revenue_yuan=None),
                above(),
                firm(3, "昆山示例纺织有限公司", "针织面料", 3000, 85, "贺示例", "0512-55551103"),
                other(remark_row(), "以上企业均为规模以上企业。"),
            ],
            head_row=10, merged=("A2:G2",),
        )
    ],
    "B-01 B-10 B-15 B-17 B-20", "扩展名改过，区镇只在文件名里，表头在第 10 行，表中夹一个空行，一格 #REF!",
    (None, None), writers.openpyxl_file,
)  # fmt: skip

FILES = [
    KAIFAQU, GAOXINQU, HUAQIAO, ZHANGPU, ZHOUSHI, LUJIA, BACHENG, QIANDENG, DIANSHANHU, ZHOUZHUANG, JINXI,
]  # fmt: skip

NOTES = """
每个文件旁边的 `.json` 写着它说了什么：每一行的状态、值、提示（`words` 是提示里必须有的词）。带 `question` 的要由
经办人决定，`answer` 是本例的决定（XybAnswer 的名称，`text` 是键入的内容）。`elsewhere` 的行另一个区镇也报了，
只有与那个文件一起看才知道；本例不收后一个（LEAVE）。

- `before.json`：收表之前企业库里已有的企业（`was` 曾用名，`accepted` 以前年度通过验收的日期）。
- `nominations.json`：全部决定之后列入附件2的 66 家，按区镇顺序，与附件1的指标 10、10、6、8、8、5、6、5、3、2、3 相符。

文件由 `tests/returned/make.py` 生成；企业、人名、电话都是编的。
"""
