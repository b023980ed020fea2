/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "return-fixture.h"
#include "xyb-return-answer.h"
#include "xyb-return-letter.h"

/* 退回说明: every problem by sheet, row and column, with what to correct. */

static void
check_letter (const XybReturn *one, const char *expected)
{
  g_autofree char *letter = xyb_return_letter (one);

  g_assert_cmpstr (letter, ==, expected);
}

static void
answer (XybReturn *one, XybReturnRow *row, XybNoteKind kind, XybAnswer what)
{
  g_assert_true (xyb_return_answer (one, row, find_note (row, kind), what, "已核对", 0, NULL));
}

/* The letter of the mockup, and how it shrinks while the clerk decides. */
static void
test_decisions (void)
{
  g_autoptr (XybReturn) one = make_return (5, "周市镇");
  XybReturnRow *unit = add_row (one, "昆山示例模具有限公司", "120000000", "150", "57310600");
  XybReturnRow *elsewhere = add_row (one, "昆山示例五金制品有限公司", "300", "20", NULL);
  XybReturnRow *earlier = add_row (one, "昆山示例包装制品有限公司", "300", "20", NULL);

  elsewhere->match = make_match (1, elsewhere->name, XYB_COMPANY_MATCH_EXACT);
  elsewhere->match->elsewhere_id = 4;
  elsewhere->match->elsewhere = g_strdup ("张浦镇");
  earlier->match = make_match (2, earlier->name, XYB_COMPANY_MATCH_EXACT);
  earlier->match->accepted_year = 2018;
  xyb_return_row_note_match (elsewhere, elsewhere->match);
  xyb_return_row_note_match (earlier, earlier->match);
  xyb_return_check_rows (one);
  check_letter (one, "周市镇：请核对后重报。第 4 行“去年销售收入”（D4）没有写单位，请注明万元或元；"
                     "第 5 行“昆山示例五金制品有限公司”与张浦镇重复，请确认属地；"
                     "第 6 行“昆山示例包装制品有限公司”2018 年已贯标，请更换。");
  answer (one, unit, XYB_NOTE_REVENUE_UNIT, XYB_ANSWER_OTHER_UNIT);
  answer (one, elsewhere, XYB_NOTE_ELSEWHERE, XYB_ANSWER_HERE);
  answer (one, earlier, XYB_NOTE_EARLIER, XYB_ANSWER_LEAVE);
  check_letter (one,
                "周市镇：请核对后重报。第 6 行“昆山示例包装制品有限公司”2018 年已贯标，请更换。");
  answer (one, earlier, XYB_NOTE_EARLIER, XYB_ANSWER_TAKE);
  check_letter (one, NULL);
}

static void
test_every_kind (void)
{
  static const struct
  {
    const char *cells[XYB_N_RETURN_FIELDS];
    gboolean hidden;
    const char *sentence;
    int column;
  } cases[] = {
    { { "1", "昆山示例有限公司", NULL, "较好" },
      FALSE,
      "第 4 行“去年销售收入”（D4）“较好”不是金额，请填数字并注明万元或元",
      3 },
    { { "1", "昆山示例有限公司", NULL, NULL, "五十左右" },
      FALSE,
      "第 4 行“职工人数”（E4）“五十左右”不是人数，请填整数",
      4 },
    { { "1", "昆山示例有限公司", NULL, NULL, NULL, NULL, "同上" },
      FALSE,
      "第 4 行“电话”（G4）“同上”不像电话号码，请填写完整的号码",
      6 },
    { { "1", "昆山示例有限公司", NULL, NULL, NULL, NULL, "1.38E+10" },
      FALSE,
      "第 4 行“电话”（G4）“1.38E+10”是科学计数，请把单元格设成文本后重填号码",
      6 },
    { { "1", "昆山示例有限公司", NULL, "#REF!" },
      FALSE,
      "第 4 行“去年销售收入”（D4）是公式错误，请直接填写内容",
      3 },
    { { "1", NULL, "零件" }, FALSE, "第 4 行“企业名称”（B4）没有填写，请补填", 1 },
    { { "1", "昆山示例有限公司" },
      TRUE,
      "第 4 行“昆山示例有限公司”在表里是隐藏的，请确认是否申报",
      -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybReturn) one = make_return (5, "周市镇");
      g_autoptr (GPtrArray) items = NULL;
      const XybReturnLetterItem *item;

      add_hidden_row (one, cases[i].hidden, cases[i].cells);
      items = xyb_return_letter_items (one);
      g_assert_cmpuint (items->len, ==, 1);
      item = g_ptr_array_index (items, 0);
      g_assert_cmpstr (item->sentence, ==, cases[i].sentence);
      g_assert_cmpint (item->column, ==, cases[i].column);
      g_assert_cmpuint (item->row, ==, 4);
      g_assert_true (g_str_has_suffix (item->sentence, item->correction));
    }
}

/* One reason a row is enough where the second follows from the first. */
static void
test_once (void)
{
  g_autoptr (XybReturn) one = make_return (5, "周市镇");
  XybReturnRow *again;

  add_row (one, "昆山示例五金有限公司", "300", "20", NULL);
  again = add_row (one, "昆山市示例五金有限公司", "300", "20", NULL);
  xyb_return_check_rows (one);
  again->match = make_match (1, "昆山示例五金有限公司", XYB_COMPANY_MATCH_LIKELY);
  xyb_return_row_note (again, XYB_NOTE_ALIKE, XYB_RETURN_NAME, TRUE, "很可能是企业库里的");
  check_letter (
    one, "周市镇：请核对后重报。第 5 行“昆山市示例五金有限公司”与第 4 行重复，请只保留一行。");
  answer (one, again, XYB_NOTE_DUPLICATE, XYB_ANSWER_DIFFERENT);
  check_letter (
    one, "周市镇：请核对后重报。第 5 行“昆山市示例五金有限公司”与已有企业“昆山示例五金有限公司”"
         "名称相近，请核对企业全称。");
}

static void
test_several_sheets (void)
{
  g_autoptr (XybReturn) one = make_return (5, "周市镇");
  XybReturnSheet *west = xyb_return_sheet_new ("西区", FALSE);

  add_row (one, "昆山示例甲有限公司", "较好", "20", NULL);
  for (guint i = 0; i < XYB_N_RETURN_FIELDS; i++)
    west->columns[i] = i;
  g_ptr_array_add (one->sheets, west);
  add_row (one, "昆山示例乙有限公司", "300", "很多", NULL);
  add_row (one, "昆山示例甲有限公司", "300", "20", NULL);
  xyb_return_check_rows (one);
  g_clear_pointer (&one->officer, g_free);
  check_letter (
    one, "周市镇：请核对后重报。\n"
         "工作表“Sheet1”：第 4 行“去年销售收入”（D4）“较好”不是金额，请填数字并注明万元或元。\n"
         "工作表“西区”：第 5 行“职工人数”（E5）“很多”不是人数，请填整数；"
         "第 6 行“昆山示例甲有限公司”与工作表“Sheet1”第 4 行重复，请只保留一行。\n"
         "没有填写业务负责人，请补填。");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/return-letter/shrinks-with-decisions", test_decisions);
  g_test_add_func ("/return-letter/every-problem-has-its-place", test_every_kind);
  g_test_add_func ("/return-letter/one-fact-is-said-once", test_once);
  g_test_add_func ("/return-letter/a-paragraph-for-each-sheet", test_several_sheets);
  return g_test_run ();
}
