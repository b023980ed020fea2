/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-head.h"
#include "xyb-return-values.h"

/* ---- heads ---- */

static void
test_heads (void)
{
  static const struct
  {
    const char *head;
    XybReturnField field;
    XybMoneyUnit unit;
  } cases[] = {
    { "序号", XYB_RETURN_POSITION, XYB_MONEY_UNIT_UNSAID },
    { "序　号", XYB_RETURN_POSITION, XYB_MONEY_UNIT_UNSAID },
    { "公司名称", XYB_RETURN_NAME, XYB_MONEY_UNIT_UNSAID },
    { "单位名称", XYB_RETURN_NAME, XYB_MONEY_UNIT_UNSAID },
    { "企业名称（全称）", XYB_RETURN_NAME, XYB_MONEY_UNIT_UNSAID },
    { "企 业\n名 称", XYB_RETURN_NAME, XYB_MONEY_UNIT_UNSAID },
    { "主营产品", XYB_RETURN_PRODUCTS, XYB_MONEY_UNIT_UNSAID },
    { "去年销售\n收入", XYB_RETURN_REVENUE, XYB_MONEY_UNIT_UNSAID },
    { "2019年销售收入(万元)", XYB_RETURN_REVENUE, XYB_MONEY_UNIT_WAN },
    { "２０１９年销售收入（元）", XYB_RETURN_REVENUE, XYB_MONEY_UNIT_YUAN },
    { "年营业收入（亿元）", XYB_RETURN_REVENUE, XYB_MONEY_UNIT_YI },
    { "员工人数", XYB_RETURN_HEADCOUNT, XYB_MONEY_UNIT_UNSAID },
    { "职工人数（人）", XYB_RETURN_HEADCOUNT, XYB_MONEY_UNIT_UNSAID },
    { "联系人*", XYB_RETURN_CONTACT, XYB_MONEY_UNIT_UNSAID },
    { "联系电话/手机", XYB_RETURN_PHONE, XYB_MONEY_UNIT_UNSAID },
    { "手机", XYB_RETURN_PHONE, XYB_MONEY_UNIT_UNSAID },
    { "注册地址", XYB_RETURN_NO_FIELD, XYB_MONEY_UNIT_UNSAID },
    { "", XYB_RETURN_NO_FIELD, XYB_MONEY_UNIT_UNSAID },
    { NULL, XYB_RETURN_NO_FIELD, XYB_MONEY_UNIT_UNSAID },
    { "请各区镇认真填写企业名称、联系人和电话并于4月15日前报送", XYB_RETURN_NO_FIELD,
      XYB_MONEY_UNIT_UNSAID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].head);
      g_assert_cmpint (xyb_return_head_field (cases[i].head, NULL), ==, cases[i].field);
      g_assert_cmpint (xyb_return_head_unit (cases[i].head), ==, cases[i].unit);
    }
}

static void
test_remembered_head (void)
{
  g_autoptr (GHashTable) remembered = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpint (xyb_return_head_field ("主体", remembered), ==, XYB_RETURN_NO_FIELD);
  g_hash_table_insert (remembered, (gpointer) "主体", GUINT_TO_POINTER (XYB_RETURN_NAME + 1));
  g_assert_cmpint (xyb_return_head_field ("主 体", remembered), ==, XYB_RETURN_NAME);
}

static gboolean
is_head_row (const char *const *heads)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (XybReturnText));
  int columns[XYB_N_RETURN_FIELDS] = { -1, -1, -1, -1, -1, -1, -1 };

  for (guint i = 0; heads[i] != NULL; i++)
    {
      XybReturnText cell = { i, heads[i] };

      g_array_append_val (cells, cell);
    }
  xyb_return_head_match ((const XybReturnText *) (gpointer) cells->data, cells->len, NULL, columns);
  return xyb_return_head_is_enough (columns);
}

static void
test_head_row (void)
{
  static const char *const official[]
    = { "序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话", NULL };
  static const char *const short_of_two[]
    = { "公司名称", "2019年销售收入(万元)", "员工人数", "联系人", "手机", NULL };
  static const char *const fill_in[]
    = { "区镇：周市镇", "业务负责人", "李示例", "联系方式", "0512-55550100", NULL };
  static const char *const contacts[] = { "姓名", "电话", "职工人数", "销售", NULL };

  g_assert_true (is_head_row (official));
  g_assert_true (is_head_row (short_of_two));
  g_assert_false (is_head_row (fill_in));
  g_assert_false (is_head_row (contacts));
}

static void
test_second_line_of_the_head (void)
{
  static const struct
  {
    const char *cells[7]; /* under 序号 企业名称 主要产品 去年销售收入 职工人数 联系方式 (blank) */
    gboolean continues;
    int contact;
    int phone;
  } cases[] = {
    { { NULL, NULL, NULL, "（万元）", "（人）", "联系人", "电话" }, TRUE, 5, 6 },
    { { NULL, NULL, NULL, NULL, NULL, "姓名", "手机" }, TRUE, 5, 6 },
    { { NULL, NULL, NULL, "单位：万元" }, TRUE, -1, 5 },
    { { "1", NULL, NULL, NULL, NULL, "联系人", "电话" }, FALSE, -1, 5 },
    { { "（1）" }, FALSE, -1, 5 },
    { { NULL, "昆山示例亿元贸易有限公司" }, FALSE, -1, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int columns[XYB_N_RETURN_FIELDS] = { 0, 1, 2, 3, 4, -1, 5 };
      XybReturnText cells[7];
      guint n = 0;

      for (guint j = 0; j < 7; j++)
        if (cases[i].cells[j] != NULL)
          cells[n++] = (XybReturnText){ j, cases[i].cells[j] };
      g_assert_cmpint (xyb_return_head_continue (cells, n, NULL, columns), ==, cases[i].continues);
      g_assert_cmpint (columns[XYB_RETURN_NAME], ==, 1);
      g_assert_cmpint (columns[XYB_RETURN_CONTACT], ==, cases[i].contact);
      g_assert_cmpint (columns[XYB_RETURN_PHONE], ==, cases[i].phone);
    }
}

/* ---- the fill-in line ---- */

static void
test_blanks (void)
{
  static const struct
  {
    const char *cells[7];
    const char *district;
    const char *officer;
    const char *phone;
  } cases[] = {
    { { "区镇：周市镇", "业务负责人：李示例", "联系方式：0512-55550100" },
      "周市镇",
      "李示例",
      "0512-55550100" },
    { { "区镇", "周市镇", "业务负责人", "李示例", "联系方式", "0512-55550100" },
      "周市镇",
      "李示例",
      "0512-55550100" },
    { { "区镇：  周市镇   业务负责人： 李示例  联系方式：13800000000" },
      "周市镇",
      "李示例",
      "13800000000" },
    { { "区镇____周市镇____ 业务负责人____ 联系方式____" }, "周市镇", NULL, NULL },
    { { "区镇：", NULL, "周市镇", "业务负责人：", NULL, "联系方式：" }, "周市镇", NULL, NULL },
    { { "2020年昆山市信用管理贯标企业汇总表" }, NULL, NULL, NULL },
    { { "区 镇 ： 锦溪镇", "联 系 方 式13800000000" }, "锦溪镇", NULL, "13800000000" },
    { { "区镇（盖章）：锦溪镇", "业务负责人（签字）：李示例" }, "锦溪镇", "李示例", NULL },
    { { "1．企业名称、联系人和电话须与营业执照一致。" }, NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybReturn) one = xyb_return_new ("a.xlsx");
      XybReturnText cells[7];

      for (guint j = 0; j < 7; j++)
        cells[j] = (XybReturnText){ j, cases[i].cells[j] };
      xyb_return_read_blanks (one, cells, 7);
      g_assert_cmpstr (one->district_text, ==, cases[i].district);
      g_assert_cmpstr (one->officer, ==, cases[i].officer);
      g_assert_cmpstr (one->officer_phone, ==, cases[i].phone);
    }
}

static XybUnit *
make_unit (gint64 id, const char *name)
{
  XybUnit *unit = xyb_unit_new ();

  unit->id = id;
  unit->kind = XYB_UNIT_KIND_DISTRICT;
  unit->name = g_strdup (name);
  return unit;
}

static void
test_district_in_a_name (void)
{
  static const char *const names[]
    = { "昆山开发区", "昆山高新区", "花桥经济开发区", "张浦镇", "周市镇", "巴城镇", "周庄镇" };
  static const struct
  {
    const char *text;
    gint64 id;
  } cases[] = {
    { "附件2 2020年昆山市信用管理贯标企业汇总表（周市镇）.xlsx", 5 },
    { "附件2-巴城.xlsx", 6 },
    { "2020贯标汇总表（张浦）.xls", 4 },
    { "花桥经济开发区附件2.et", 3 },
    { "花桥.ods", 3 },
    { "附件2-花桥开发区.xls", 3 },
    { "附件2-开发区.xls", 1 },
    { "开发区.csv", 1 },
    { "昆山高新区 - 副本 (2).xlsx", 2 },
    { "新建 工作表.xlsx", 0 },
    { "周市镇、周庄镇.xlsx", 0 },
  };
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_free);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (units, make_unit (i + 1, names[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const XybUnit *unit = xyb_return_guess_district (units, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (unit != NULL ? unit->id : 0, ==, cases[i].id);
    }
}

/* ---- rows ---- */

static XybReturnRow *
make_row (const char *const cells[XYB_N_RETURN_FIELDS])
{
  XybReturnRow *row = xyb_return_row_new (0, 4, FALSE);

  for (guint i = 0; i < XYB_N_RETURN_FIELDS; i++)
    if (cells[i] != NULL)
      xyb_raw_set (&row->raw[i], XYB_RAW_TEXT, i, cells[i]);
  return row;
}

typedef struct
{
  const char *cells[XYB_N_RETURN_FIELDS];
  XybReturnStatus status;
  int note; /* XybNoteKind that must stand there, or -1 */
} RowCase;

static gboolean
has_note (const XybReturnRow *row, int kind)
{
  for (guint i = 0; i < row->notes->len; i++)
    if ((int) ((XybReturnNote *) g_ptr_array_index (row->notes, i))->kind == kind)
      return TRUE;
  return FALSE;
}

static void
test_rows (void)
{
  static const RowCase cases[] = {
    { { "1", "昆山示例精密机械有限公司", "零件", "1.2亿", "180", "张示例", "0512-55550101" },
      XYB_RETURN_OK,
      -1 },
    { { "2", "昆山示例冷链物流有限公司", NULL, "—", "/", "无", NULL }, XYB_RETURN_OK, -1 },
    { { "3" }, XYB_RETURN_IGNORED, XYB_NOTE_BLANK_ROW },
    { { "4", "　" }, XYB_RETURN_IGNORED, XYB_NOTE_BLANK_ROW },
    { { "合计", NULL, NULL, "9876", "540" }, XYB_RETURN_IGNORED, XYB_NOTE_TOTAL_ROW },
    { { "合计" }, XYB_RETURN_IGNORED, XYB_NOTE_TOTAL_ROW },
    { { "注：以上企业均已承诺参加贯标。" }, XYB_RETURN_IGNORED, XYB_NOTE_REMARK_ROW },
    { { "请各单位于4月15日前报送" }, XYB_RETURN_IGNORED, XYB_NOTE_REMARK_ROW },
    { { "（15）" }, XYB_RETURN_IGNORED, XYB_NOTE_BLANK_ROW },
    { { "十五、" }, XYB_RETURN_IGNORED, XYB_NOTE_BLANK_ROW },
    { { NULL, "合  计", NULL, "9876" }, XYB_RETURN_IGNORED, XYB_NOTE_TOTAL_ROW },
    { { "备注：销售收入为不含税收入", "x" }, XYB_RETURN_IGNORED, XYB_NOTE_REMARK_ROW },
    { { NULL, "填表说明：请填万元" }, XYB_RETURN_IGNORED, XYB_NOTE_REMARK_ROW },
    { { "序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话" },
      XYB_RETURN_IGNORED,
      XYB_NOTE_HEAD_AGAIN },
    { { "5", "合计科技（昆山）有限公司", "软件", "3000万", "20", "李示例", "57266159" },
      XYB_RETURN_OK,
      -1 },
    { { "6", NULL, "零件", "300万" }, XYB_RETURN_QUESTION, XYB_NOTE_NO_NAME },
    { { "7", "昆山示例电路板有限公司（新增）", NULL, "4.6亿元", "530人" },
      XYB_RETURN_OK,
      XYB_NOTE_NAME_REMARK },
    { { "8", "昆山示例塑料制品有限公司", NULL, "约3000万元", "52" },
      XYB_RETURN_OK,
      XYB_NOTE_APPROXIMATE },
    { { "9", "昆山示例包装有限公司", NULL, "较好", "52" },
      XYB_RETURN_QUESTION,
      XYB_NOTE_BAD_REVENUE },
    { { "10", "昆山示例包装有限公司", NULL, NULL, "五十左右" },
      XYB_RETURN_QUESTION,
      XYB_NOTE_BAD_HEADCOUNT },
    { { "11", "昆山示例包装有限公司", NULL, NULL, NULL, NULL, "1.38E+10" },
      XYB_RETURN_QUESTION,
      XYB_NOTE_BAD_PHONE },
    { { "12", "昆山示例包装有限公司", NULL, NULL, NULL, NULL, "51257310600" },
      XYB_RETURN_OK,
      XYB_NOTE_PHONE_RESTORED },
    { { "13", "昆山示例包装有限公司", NULL, NULL, NULL, NULL, "同上" },
      XYB_RETURN_QUESTION,
      XYB_NOTE_BAD_PHONE },
    { { "14", "昆山示例包装有限公司", NULL, "#REF!" }, XYB_RETURN_QUESTION, XYB_NOTE_ERROR_CELL },
  };
  XybReturnSheet *sheet = xyb_return_sheet_new ("附件2", FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XybReturnRow *row = make_row (cases[i].cells);

      g_test_message ("%s %s", cases[i].cells[0], cases[i].cells[1]);
      xyb_return_row_interpret (row, sheet, XYB_MONEY_UNIT_WAN);
      g_assert_cmpint (row->status, ==, cases[i].status);
      if (cases[i].note >= 0)
        g_assert_true (has_note (row, cases[i].note));
      else
        g_assert_cmpuint (row->notes->len, ==, 0);
      xyb_return_row_free (row);
    }
  xyb_return_sheet_free (sheet);
}

static void
test_values (void)
{
  static const char *const cells[XYB_N_RETURN_FIELDS] = {
    "1",        "昆山 示例（精密）有限公司​", "精密　零件", "1,234.5万", "１８０人",
    " 张示例 ", "０５１２－５５５５０１０１转8012"
  };
  XybReturnSheet *sheet = xyb_return_sheet_new ("附件2", FALSE);
  XybReturnRow *row = make_row (cells);

  xyb_return_row_interpret (row, sheet, XYB_MONEY_UNIT_WAN);
  g_assert_cmpstr (row->name, ==, "昆山示例(精密)有限公司");
  g_assert_cmpstr (row->products, ==, "精密 零件");
  g_assert_cmpint (row->revenue_fen, ==, G_GINT64_CONSTANT (1234500000));
  g_assert_cmpint (row->headcount, ==, 180);
  g_assert_cmpstr (row->contact, ==, "张示例");
  g_assert_cmpstr (row->phone, ==, "0512-55550101转8012");
  g_assert_cmpstr (row->raw[XYB_RETURN_REVENUE].text, ==, "1,234.5万");
  xyb_return_row_free (row);
  xyb_return_sheet_free (sheet);
}

/* B-07: 120000000 without a unit is 8,000 万元 a person as 万元, 6,667 元 a head as 元. */
static void
test_likely_wrong_unit (void)
{
  static const struct
  {
    const char *revenue;
    const char *headcount;
    gboolean suspected;
  } cases[] = {
    { "120000000", "180", TRUE }, { "12000", "180", FALSE }, { "12000万元", "180", FALSE },
    { "12000元", "180", TRUE },   { "500", "3", FALSE },     { "1.2亿", "5000", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybReturn) one = xyb_return_new ("a.xlsx");
      const char *cells[XYB_N_RETURN_FIELDS]
        = { "1", "昆山示例模具有限公司", NULL, cases[i].revenue, cases[i].headcount };
      XybReturnRow *row = make_row (cells);

      g_ptr_array_add (one->sheets, xyb_return_sheet_new ("附件2", FALSE));
      g_ptr_array_add (one->rows, row);
      xyb_return_row_interpret (row, g_ptr_array_index (one->sheets, 0), XYB_MONEY_UNIT_WAN);
      xyb_return_check_rows (one);
      g_test_message ("%s %s", cases[i].revenue, cases[i].headcount);
      g_assert_true (has_note (row, XYB_NOTE_REVENUE_UNIT) == cases[i].suspected);
    }
}

static void
test_twice_in_a_file (void)
{
  static const char *const first[XYB_N_RETURN_FIELDS] = { "1", "昆山示例（五金）有限公司" };
  static const char *const again[XYB_N_RETURN_FIELDS] = { "2", "昆山市示例(五金) 有限公司" };
  g_autoptr (XybReturn) one = xyb_return_new ("a.xlsx");

  g_ptr_array_add (one->sheets, xyb_return_sheet_new ("附件2", FALSE));
  g_ptr_array_add (one->rows, make_row (first));
  g_ptr_array_add (one->rows, make_row (again));
  for (guint i = 0; i < 2; i++)
    xyb_return_row_interpret (g_ptr_array_index (one->rows, i), g_ptr_array_index (one->sheets, 0),
                              XYB_MONEY_UNIT_WAN);
  xyb_return_check_rows (one);
  g_assert_false (has_note (g_ptr_array_index (one->rows, 0), XYB_NOTE_DUPLICATE));
  g_assert_true (has_note (g_ptr_array_index (one->rows, 1), XYB_NOTE_DUPLICATE));
}

static void
test_column_names (void)
{
  static const struct
  {
    guint column;
    const char *name;
  } cases[]
    = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 27, "AB" }, { 701, "ZZ" }, { 702, "AAA" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = xyb_return_column_name (cases[i].column);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/return/heads-as-districts-write-them", test_heads);
  g_test_add_func ("/return/a-confirmed-head-is-remembered", test_remembered_head);
  g_test_add_func ("/return/a-head-row-is-known-by-its-words", test_head_row);
  g_test_add_func ("/return/a-head-of-two-lines", test_second_line_of_the_head);
  g_test_add_func ("/return/the-fill-in-line", test_blanks);
  g_test_add_func ("/return/district-in-a-name", test_district_in_a_name);
  g_test_add_func ("/return/every-row-has-its-reason", test_rows);
  g_test_add_func ("/return/values", test_values);
  g_test_add_func ("/return/ten-thousand-times-too-much", test_likely_wrong_unit);
  g_test_add_func ("/return/twice-in-a-file", test_twice_in_a_file);
  g_test_add_func ("/return/column-names", test_column_names);
  return g_test_run ();
}
