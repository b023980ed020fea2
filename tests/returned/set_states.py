"""Returned 附件2 in states that the eleven of 2020 do not show: each file is read for itself. All firms, people
and numbers are made up."""

import datetime

import writers
from returned import (
    FIELDS, HEADS, YI, YUAN, Error, File, Formula, Number, Row, Runs, Sheet, about, above, alike, bad_headcount,
    bad_phone, bad_revenue, earlier, firm, head_again, hidden, in_hidden_sheet, name_remark, no_name, no_value,
    numbered, other, point_off, remark_row, total, twice, wrong_unit, zero_back,
)  # fmt: skip

BEFORE = [
    {"name": "昆山示例老牌（光学）有限公司", "district": "周市镇", "was": None, "accepted": None},
    {"name": "昆山示例旧贯标有限公司", "district": "张浦镇", "was": None, "accepted": "2019-08-01"},
    {"name": "昆山示例新名称有限公司", "district": "锦溪镇", "was": "昆山示例旧名称有限公司", "accepted": None},
]

QUOTAS = None

NOTES = """
每个文件旁边的 `.json` 写着它说了什么：每一行的状态、值、提示（`words` 是提示里必须有的词）；读不了的文件，`error`
是那句话里必须有的词。`before.json` 是读之前企业库里已有的企业。文件由 `tests/returned/make.py` 生成。
"""

TITLE = "2020年昆山市信用管理贯标企业汇总表"


def plain(position, number, revenue=3000, headcount=50):
    """A firm about which nothing is doubtful."""
    name = f"昆山示例第{'零一二三四五六七八九十'[number]}精工有限公司"
    return firm(position, name, "零件", revenue, headcount, "张示例", f"0512-5555{number:04}")


def simple(name, made_by, kind, district, rows, defects, holds, writer, *, by_hand=False, officer=(None, None),
           file_notes=(), **sheet):  # fmt: skip
    """A file of one sheet called Sheet1."""
    title = sheet.pop("title", "Sheet1")
    return File(name, made_by, kind, district, [Sheet(title, rows, **sheet)], defects, holds, officer, writer, by_hand,
                file_notes)  # fmt: skip


FAR_DOWN_HEADS = (None, None, *HEADS)
FAR_DOWN = simple(
    "表头在下面.xlsx", "openpyxl", "xlsx", "张浦镇",
    [
        above("附件2"),
        above(),
        above(None, None, TITLE),
        above(None, None, "填表要求"),
        *[above(None, None, f"（{n}）企业名称、联系人和电话须与营业执照一致，第{n}条。") for n in range(1, 12)],
        above(None, None, "区镇", None, "张浦镇人民政府"),
        above(None, None, "业务负责人", None, "李示例"),
        above(None, None, "联系方式", None, "13800000021"),
        above(*FAR_DOWN_HEADS),
        plain("1", 1),
        plain("2", 2),
    ],
    "B-01 B-02", "表头在第 19 行、从 C 列起，区镇、负责人、联系方式各占一行",
    writers.openpyxl_file, officer=("李示例", "13800000021"), head_row=19, heads=FAR_DOWN_HEADS,
    columns=(None, None, *FIELDS), merged=("C3:I3",),
)  # fmt: skip

SHUFFLED_HEADS = ("公司名称（须与公章一致）", "手 机", "联系人姓名：", "从业人员数*", "2019年度应税销售收入（单位：元）", "纳税额")
SHUFFLED = simple(
    "周市 列序不同.xls", "Excel 5 的格式（BIFF5，代码页 936）", "xls", "周市镇",
    [
        above(*SHUFFLED_HEADS),
        firm(None, "昆山示例第一精工有限公司", None, 30_000_000, 50, "张示例", "13800000011", extra=(12.5,), products="",
             revenue_yuan=30_000_000),
        firm(None, "昆山示例第二精工有限公司", None, 3000, 50, "李示例", "13800000012",
             wrong_unit("3000", "3000万元", 30_000_000), extra=(3,), products="", revenue_yuan=3000),
        firm(None, "昆山示例第三精工有限公司", None, "4500万元", 60, "王示例", "13800000013", products="",
             revenue_yuan=45_000_000),
    ],
    "B-01 B-03 B-04 B-06 B-07 B-15 B-20", "没有序号和主要产品，列的次序不同，多一列，单位是元，一行按万元填",
    writers.biff5_file, head_row=1, heads=SHUFFLED_HEADS,
    columns=("name", "phone", "contact", "headcount", "revenue", None), unit=YUAN, file_notes=(("纳税额", "F"),),
)  # fmt: skip

WIDTHS = simple(
    "全角和看不见的字.xlsx", "手写XML", "xlsx", "锦溪镇",
    [
        above(TITLE),
        above("区 镇 ： 锦 溪 镇"),
        above("序　号", "企 业 名 称", "主要\u200b产品", "去年\n销售\n收入", "职工\u00a0人数", "联系人", "电　话"),
        firm("１", "\ufeff昆山示例（昆山）精工有限公司", "ＰＣＢ", "１，２３４．５万元", "１８０", "张示例\u3000", "０５１２－５５５５０００１",
             name="昆山示例(昆山)精工有限公司", products="PCB", revenue_yuan=12_345_000, headcount=180, contact="张示例",
             phone="0512-55550001"),
        firm("２", "昆\u200b山示例\u00ad第二精工有限公司", "零\u2060件", "3000", "50人", "李示例", "１３８００００００２２",
             name="昆山示例第二精工有限公司", products="零件", revenue_yuan=30_000_000, headcount=50, phone="13800000022"),
        firm("３", Runs(("昆山示例", "Ａ＆Ｂ", "精工有限公司"), "a"), "零件", 3000, 50, "王示例", "0512 5555 0003",
             name="昆山示例A&B精工有限公司", phone="0512-55550003"),
        firm("４", "昆山示例旧名称有限公司", "零件", 3000, 50, "赵示例", "0512-55550004",
             match={"how": "exact", "name": "昆山示例新名称有限公司", "accepted_year": None}),
    ],
    "B-02 B-04 B-05 B-06 B-14 B-16", "全角数字、字母、括号，U+3000、U+00A0、零宽字符、软连字符，标签里夹空格",
    writers.hand_made_file, head_row=3, merged=("A1:G1",),
)  # fmt: skip

AMOUNTS = simple(
    "千灯 金额写法.ods", "SheetJS", "ods", "千灯镇",
    [
        above(*HEADS),
        firm(1, "昆山示例第一精工有限公司", "零件", "1亿2000万元", 150, "张示例", "0512-55550001", revenue_yuan=120_000_000),
        firm(2, "昆山示例第二精工有限公司", "零件", "￥3,000,000元", 50, "张示例", "0512-55550002", revenue_yuan=3_000_000),
        firm(3, "昆山示例第三精工有限公司", "零件", "3000万元左右", 50, "张示例", "0512-55550003", about("3000万元左右"),
             revenue_yuan=30_000_000),
        firm(4, "昆山示例第四精工有限公司", "零件", "——", 50, "张示例", "0512-55550004", revenue_yuan=None),
        firm(5, "昆山示例第五精工有限公司", "零件", "300万美元", 50, "张示例", "0512-55550005",
             bad_revenue("300万美元", "人民币"), revenue_yuan=None),
        firm(6, "昆山示例第六精工有限公司", "零件", "3000-4000万", 50, "张示例", "0512-55550006",
             bad_revenue("3000-4000万"), revenue_yuan=None),
        firm(7, "昆山示例第七精工有限公司", "零件", "三千万元", 50, "张示例", "0512-55550007", bad_revenue("三千万元"),
             revenue_yuan=None),
        firm(8, "昆山示例第八精工有限公司", "零件", "-500", 50, "张示例", "0512-55550008", bad_revenue("-500", "负数"),
             revenue_yuan=None),
        firm(9, "昆山示例第九精工有限公司", "零件", "5千万元", 50, "张示例", "0512-55550009", revenue_yuan=50_000_000),
        firm(10, "昆山示例第十精工有限公司", "零件", 0, 50, "张示例", "0512-55550010", revenue_yuan=0),
    ],
    "B-06 B-20", "约数、外币、区间、负数、汉字、零，没有写的写成“——”",
    writers.sheetjs_file("ods"), by_hand=True, head_row=1,
)  # fmt: skip

PHONES = simple(
    "陆家镇电话.xlsx", "LibreOffice", "xlsx", "陆家镇",
    [
        above(*HEADS),
        firm(1, "昆山示例第一精工有限公司", "零件", 3000, 50, "张示例", "1.39E+10", bad_phone("1.39E+10", "科学计数"),
             phone="13900000000"),
        firm(2, "昆山示例第二精工有限公司", "零件", 3000, 50, "张示例", "82620620-7005"),
        firm(3, "昆山示例第三精工有限公司", "零件", 3000, 50, "张示例", "张示例13800000023", bad_phone("张示例13800000023"),
             phone="张示例；13800000023"),
        firm(4, "昆山示例第四精工有限公司", "零件", 3000, 50, "张示例", "1380000002", bad_phone("1380000002"),
             phone="1380000002"),
        firm(5, "昆山示例第五精工有限公司", "零件", 3000, 50, "张示例", "13800000025，55550025 转 12",
             phone="13800000025；55550025转12"),
        firm(6, "昆山示例第六精工有限公司", "零件", 3000, 50, "张示例", "(0512)5555-0026", phone="0512-55550026"),
        firm(7, "昆山示例第七精工有限公司", "零件", 3000, 50, "张示例", "同上", bad_phone("同上"), phone="同上"),
        firm(8, "昆山示例第八精工有限公司", "零件", 3000, 50, "张示例", 51255550028, zero_back("51255550028"),
             phone="0512-55550028"),
    ],
    "B-08 B-20", "科学计数、丢了的 0、少一位、分机、两个号码、“同上”",
    writers.libreoffice_file("xlsx"), by_hand=True, head_row=1,
)  # fmt: skip

FOOT_HEADS = tuple(HEADS)
FOOT = simple(
    "巴城镇 表尾.xls", "LibreOffice", "xls", "巴城镇",
    [
        above(TITLE),
        above(*HEADS),
        plain(1, 1),
        plain(2, 2),
        other(head_again(), *HEADS),
        plain(3, 3),
        *numbered(4, 15),
        other(total(), None, "合  计", None, 9000, 150),
        other(total(), "共计3家"),
        other(remark_row(), "备注：", "以上企业都愿意参加"),
        other(remark_row(), "制表人：李示例", None, None, "审核人：王示例", None, "2020年4月10日"),
        other(remark_row(), None, None, None, None, None, "填报日期：2020年4月10日"),
        other(remark_row(), "请市信用办尽早安排培训，谢谢！"),
    ],
    "B-09 B-10 B-15 B-20", "表中重复表头，12 行预编号空行，合计、备注、制表人、日期、附言",
    writers.libreoffice_file("xls"), by_hand=True, head_row=2, merged=("A1:G1",),
)  # fmt: skip

SEVERAL = File(
    "多个工作表.xls", "LibreOffice", "xls", "淀山湖镇",
    [
        Sheet("说明", [above("本表一式两份。")]),
        Sheet(
            "淀山湖镇工业区",
            [
                above(*HEADS),
                plain(1, 1),
                plain(2, 2),
                firm(3, "昆山示例第四精工有限公司", "零件", 3000, 50, "张示例", "0512-55550004", hidden(), hidden_row=True),
                firm(4, "昆山示例第五精工有限公司", "零件", 3000, 50, "张示例", "0512-55550005", hidden(), hidden_row=True),
            ],
            head_row=1,
        ),
        Sheet(
            "安上村",
            [
                above("村委会：安上村"),
                above(*HEADS),
                plain(1, 3),
                firm(2, "昆山市示例第一精工有限责任公司", "零件", 3000, 50, "张示例", "0512-55550001",
                     twice(2, "淀山湖镇工业区")),
            ],
            head_row=2,
        ),
        Sheet(
            "备份",
            [
                above(*HEADS),
                Row([1, "昆山示例第六精工有限公司", "零件", 3000], {}, (in_hidden_sheet(),), True),
            ],
            head_row=1, hidden="veryHidden",
        ),
        Sheet("Sheet5", []),
    ],
    "B-11 B-12 B-13 B-15", "说明、两张表、深藏的备份、空表；两行被筛选隐藏，同一家在两张表里",
    (None, None), writers.libreoffice_file("xls"), by_hand=True,
    file_notes=(("淀山湖镇工业区", "4 家"), ("安上村", "2 家"), ("备份", "隐藏", "1 家")),
)  # fmt: skip

KNOWN = simple(
    "花桥 库里有的.csv", "UTF-8 的 csv，分号隔开", "csv", "花桥经济开发区",
    [
        above(*HEADS),
        firm("1", "昆山示例老牌(光学)有限公司", "镜头", "3000", "50", "张示例", "0512-55550001", revenue_yuan=30_000_000,
             headcount=50, match={"how": "exact", "name": "昆山示例老牌（光学）有限公司", "accepted_year": None}),
        firm("2", "昆山市示例老牌光学有限公司", "镜头", "3000", "50", "张示例", "0512-55550002", twice(2),
             alike("昆山示例老牌（光学）有限公司", False), revenue_yuan=30_000_000, headcount=50,
             match={"how": "likely", "name": "昆山示例老牌（光学）有限公司", "accepted_year": None}),
        firm("3", "昆山示例旧贯标有限公司（续报）", "零件", "3000", "50", "张示例", "0512-55550003", name_remark("续报"),
             earlier(2019), name="昆山示例旧贯标有限公司", revenue_yuan=30_000_000, headcount=50,
             match={"how": "exact", "name": "昆山示例旧贯标有限公司", "accepted_year": 2019}),
        firm("4", "昆山示例第四精工有限公司", "零件", "3000", "50", "张示例", "0512-55550004", revenue_yuan=30_000_000,
             headcount=50),
        firm("5", "昆山示例第四精工股份有限公司", "零件", "3000", "50", "张示例", "0512-55550005", twice(5),
             revenue_yuan=30_000_000, headcount=50),
    ],
    "B-13 B-14 B-20", "企业库里同名、近名的企业，以前年度已贯标的，改了形式的同一家",
    writers.csv_file("utf-8-sig", ";"), title="花桥 库里有的", head_row=1,
)  # fmt: skip

FORMULAS = simple(
    "周庄公式.xlsx", "openpyxl", "xlsx", "周庄镇",
    [
        above(*HEADS),
        firm(1, "昆山示例第一精工有限公司", "零件", Formula("=[1]Sheet1!$D$4"), 50, "张示例", "0512-55550001",
             no_value("revenue", "没有算出结果"), revenue_yuan=None),
        firm(2, "昆山示例第二精工有限公司", "零件", 3000, Error("#N/A"), "张示例", "0512-55550002", no_value("headcount", "#N/A"),
             headcount=None),
        firm(3, Error("#REF!"), "零件", 3000, 50, "张示例", "0512-55550003", no_value("name", "#REF!"), name=""),
        firm(4, "昆山示例第四精工有限公司", "零件", 3000, datetime.date(1930, 2, 19), "张示例", "0512-55550004",
             bad_headcount("1930-02-19", "日期"), headcount=None),
        firm(5, "昆山示例第五精工有限公司", "零件", datetime.date(2020, 4, 15), 50.5, "张示例", "0512-55550005",
             bad_revenue("2020-04-15", "日期"), bad_headcount("50.5", "小数"), revenue_yuan=None, headcount=None),
        firm(6, 20200415, "零件", 3000, "详见附件", None, None, bad_headcount("详见附件"), name="20200415", headcount=None,
             contact="", phone=""),
        firm(7, None, "零件", 3000, 50, "张示例", "0512-55550007", no_name(), name=""),
    ],
    "B-17 B-18 B-20", "外部链接没有结果，#N/A、#REF!，人数和金额里是日期，没有名称",
    writers.openpyxl_file, head_row=1,
)  # fmt: skip

UNICODE = simple(
    "锦溪 Unicode文本.csv", "Excel 的“Unicode 文本”（UTF-16，制表符）", "csv", "锦溪镇",
    [above(*HEADS), firm("1", "昆山示例第一精工有限公司", "零件,螺栓", "3000", "50", "张示例", "051255550001",
                         revenue_yuan=30_000_000, headcount=50, phone="0512-55550001")],
    "B-15 B-20", "UTF-16 带 BOM，制表符隔开，开头的 0 还在",
    writers.csv_file("utf-16", "\t"), title="锦溪 Unicode文本", head_row=1,
)  # fmt: skip

WRONG_NAME = simple(
    "张浦镇 报送.xlsx", "SheetJS", "xlsx", "周市镇",
    [above("区镇：周市镇"), above(*HEADS), plain(1, 1)],
    "B-20", "表里写周市镇，文件名是张浦镇：以表里的为准，要提醒",
    writers.sheetjs_file("xlsx"), by_hand=True, head_row=2, file_notes=(("周市镇", "张浦镇"),),
)  # fmt: skip

NOBODY = simple(
    "汇总表(3).xlsx", "openpyxl", "xlsx", None,
    [above(TITLE), above("区镇________ 业务负责人________ 联系方式________"), above(*HEADS), plain(1, 1)],
    "B-02 B-20", "表、工作表、文件名都没说是哪个区镇",
    writers.openpyxl_file, head_row=3, merged=("A1:G1", "A2:G2"), file_notes=(("区镇", "没有"),),
)  # fmt: skip

YI_ONLY = simple(
    "陆家 名称里有亿.csv", "GB18030 的 csv", "csv", "陆家镇",
    [
        above("公司名称", "去年销售收入（亿元）", "人数", "电话"),
        firm(None, "昆山示例亿元贸易有限公司", None, None, None, None, None, products="", contact="", phone=""),
        firm(None, "昆山示例万亿有限公司", None, "0.3", "50", None, "55550001", products="", contact="",
             revenue_yuan=30_000_000, headcount=50),
    ],
    "B-01 B-03 B-15 B-20", "表头下第一行只有名称，名称里有“亿元”",
    writers.csv_file("gb18030"), title="陆家 名称里有亿", head_row=1,
    columns=("name", "revenue", "headcount", "phone"), unit=YI,
)  # fmt: skip

XML_LEAN = simple(
    "周庄 缺这缺那.xlsx", "手写XML，行和格都没有位置", "xlsx", "周庄镇",
    [above(*HEADS), plain(1, 1), firm(2, Runs(("昆山示例", "第二精工", "有限公司"), "kun"), "零件", Formula("1+2999", 3000), 50,
                                      "张示例", Number("13800000022.0"), point_off("13800000022.0"), revenue_yuan=30_000_000,
                                      phone="13800000022", name="昆山示例第二精工有限公司")],
    "B-08 B-16 B-17 B-20", "没有前缀的元素名，行和格没有 r，缺 dimension 和 count",
    writers.lean_file, head_row=1,
)  # fmt: skip


# What is hidden is not taken before somebody says so: the values of those columns are not said.
HIDDEN_COLUMNS = simple(
    "巴城镇 隐藏列.xlsx", "LibreOffice", "xlsx", "巴城镇",
    [
        above(*HEADS),
        firm(1, "昆山示例第一精工有限公司", "零件", 3000, 50, "张示例", "0512-55550001", headcount=None, phone=""),
        firm(2, "昆山示例第二精工有限公司", "零件", 4000, 999999999, "李示例", "同上", headcount=None, phone=""),
    ],
    "B-11 B-20", "职工人数和电话两列隐藏，里面的值不通也不问",
    writers.libreoffice_file("xlsx"), by_hand=True, head_row=1, hidden_columns=(4, 6),
    file_notes=(("职工人数", "E", "隐藏"), ("电话", "G", "隐藏")),
)  # fmt: skip

MACROS = simple(
    "周庄 带宏.xlsm", "手写XML，带 vbaProject.bin", "xlsx", "周庄镇",
    [above(*HEADS), plain(1, 1)],
    "B-15 B-16 B-20", "带宏的工作簿：宏不运行，要说一声",
    writers.macro_file, head_row=1, file_notes=(("宏",),),
)  # fmt: skip


def broken(name, made_by, words, defects, holds, writer):
    return File(name, made_by, None, None, [], defects, holds, (None, None), writer, error=words)


LOCKED = broken("周市 加密.xlsx", "照 Excel 加密后的样子", ("周市 加密.xlsx", "密码"), "B-15", "打开需要密码", writers.locked_file)
TORN = broken(
    "张浦 传坏了.xlsx", "手写XML，中间一段成了零", ("张浦 传坏了.xlsx", "损坏"), "B-22", "压缩包里一段数据成了零", writers.torn_file
)  # fmt: skip
CUT = broken("锦溪 没传完.xls", "BIFF5，只有前 3000 字节", ("锦溪 没传完.xls", "损坏"), "B-22", "文件只有一半", writers.cut_file)
WEB = broken(
    "千灯 网页表格.xls", "OA 导出的网页", ("千灯 网页表格.xls", "HTML", "另存为 .xlsx"), "B-15", "扩展名是 .xls 的网页", writers.html_file
)  # fmt: skip
OTHER = broken(
    "巴城 通讯录.xlsx", "openpyxl", ("巴城 通讯录.xlsx", "表头"), "B-01", "是一张别的表", writers.address_book_file
)  # fmt: skip

FILES = [
    FAR_DOWN, SHUFFLED, WIDTHS, AMOUNTS, PHONES, FOOT, SEVERAL, KNOWN, FORMULAS, UNICODE, WRONG_NAME, NOBODY, YI_ONLY,
    XML_LEAN, HIDDEN_COLUMNS, MACROS, LOCKED, TORN, CUT, WEB, OTHER,
]  # fmt: skip
