/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-award-answer.h"
#include "xyb-award-check.h"
#include "xyb-award-sheet.h"
#include "xyb-award-words.h"
#include "xyb-core-error.h"

#define TODAY "2020-07-24"

static void
add_unit (GPtrArray *units, gint64 id, const char *name)
{
  XybUnit *unit = xyb_unit_new ();

  unit->id = id;
  unit->kind = XYB_UNIT_KIND_DISTRICT;
  unit->name = g_strdup (name);
  unit->position = units->len + 1;
  g_ptr_array_add (units, unit);
}

static XybAwardRoll *
new_list (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_free);

  add_unit (units, 1, "周市镇");
  add_unit (units, 2, "巴城镇");
  add_unit (units, 3, "花桥经济开发区");
  return xyb_award_roll_new (units, TODAY);
}

static XybAwardRoll *
paste (const char *text)
{
  g_autoptr (XybTextTable) table = xyb_text_table_parse (text);
  g_autoptr (GError) error = NULL;
  XybAwardRoll *list = new_list ();

  g_assert_nonnull (xyb_award_roll_paste (list, table, &error));
  g_assert_no_error (error);
  xyb_award_roll_update (list);
  return list;
}

static XybAwardRow *
row_at (const XybAwardRoll *list, guint number)
{
  for (guint i = 0; i < list->rows->len; i++)
    if (((XybAwardRow *) list->rows->pdata[i])->row == number)
      return list->rows->pdata[i];
  g_assert_not_reached ();
}

static void
assert_asks (const XybAwardRow *row, XybAwardAsk ask)
{
  const XybAwardNote *question = xyb_award_row_question (row);

  g_assert_nonnull (question);
  g_assert_cmpint (question->ask, ==, ask);
}

static void
assert_reason (const XybAwardRow *row, XybAwardFate fate, const char *words)
{
  g_autofree char *reasons = xyb_award_row_reasons (row);

  g_assert_cmpint (row->fate, ==, fate);
  if (strstr (reasons, words) == NULL)
    g_error ("“%s” says “%s”, not “%s”", row->name, reasons, words);
}

/* ---- words ---- */

static void
test_heads_are_found_by_their_words (void)
{
  static const struct
  {
    const char *head;
    XybAwardColumn column;
  } cases[] = {
    { "序号", XYB_AWARD_COLUMN_POSITION },
    { "企业名称", XYB_AWARD_COLUMN_NAME },
    { "单 位\n名 称", XYB_AWARD_COLUMN_NAME },
    { "公司名称（全称）", XYB_AWARD_COLUMN_NAME },
    { "统一社会信用代码", XYB_AWARD_COLUMN_CODE },
    { "统一社会信用代码/组织机构代码", XYB_AWARD_COLUMN_CODE },
    { "所属区镇", XYB_AWARD_COLUMN_DISTRICT },
    { "区（镇）", XYB_AWARD_COLUMN_DISTRICT },
    { "贯标年度", XYB_AWARD_COLUMN_YEAR },
    { "通过年份", XYB_AWARD_COLUMN_YEAR },
    { "验收通过日期", XYB_AWARD_COLUMN_DAY },
    { "发文时间", XYB_AWARD_COLUMN_DAY },
    { "级别", XYB_AWARD_COLUMN_TRACK },
    { "证书编号", XYB_AWARD_COLUMN_NUMBER },
    { "认定文号", XYB_AWARD_COLUMN_NUMBER },
    { "备注", XYB_AWARD_COLUMN_NOTE },
    { "成立日期", XYB_AWARD_NO_COLUMN },
    { "有效日期", XYB_AWARD_NO_COLUMN },
    { "主要产品", XYB_AWARD_NO_COLUMN },
    { "昆山市2015年度企业信用管理贯标企业名称一览表", XYB_AWARD_NO_COLUMN },
    { "", XYB_AWARD_NO_COLUMN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].head);
      g_assert_cmpint (xyb_award_head_column (cases[i].head), ==, cases[i].column);
    }
}

static void
test_titles_speak_of_one_year_or_of_none (void)
{
  static const struct
  {
    const char *text;
    int year;
  } cases[] = {
    { "2015年贯标企业名单", 2015 },
    { "2015", 2015 },
    { "2015年度", 2015 },
    { "贯标企业2016", 2016 },
    { "二〇一七年贯标企业", 2017 },
    { "贯标企业名单", 0 },
    { "市级示范企业（43家）", 0 },
    { "2011—2018年贯标企业名单", XYB_AWARD_YEAR_UNCLEAR },
    { "2011年至2018年贯标企业", XYB_AWARD_YEAR_UNCLEAR },
    { "截至2018年底贯标企业名单（590家）", XYB_AWARD_YEAR_UNCLEAR },
    { "2018年以前通过的企业", XYB_AWARD_YEAR_UNCLEAR },
    { "2018年12月31日", XYB_AWARD_YEAR_UNCLEAR },
    { "名单2018-12-31", XYB_AWARD_YEAR_UNCLEAR },
    { "320583", 0 },
    { "1234号", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (xyb_award_year_in (cases[i].text), ==, cases[i].year);
    }
}

static void
test_levels_are_told_apart (void)
{
  static const struct
  {
    const char *text;
    XybTrack track;
    gboolean several;
  } cases[] = {
    { "贯标", XYB_TRACK_ACCREDITATION, FALSE },
    { "昆山市2015年贯标企业名单", XYB_TRACK_ACCREDITATION, FALSE },
    { "市级示范", XYB_TRACK_CITY_MODEL, FALSE },
    { "市级示范企业（43家）", XYB_TRACK_CITY_MODEL, FALSE },
    { "苏州市信用管理示范企业", XYB_TRACK_CITY_MODEL, FALSE },
    { "省级示范", XYB_TRACK_PROVINCE_MODEL, FALSE },
    { "江苏省信用管理示范企业", XYB_TRACK_PROVINCE_MODEL, FALSE },
    { "贯标和市级示范企业名单", 0, TRUE },
    { "示范企业", 0, FALSE },
    { "国家级", 0, FALSE },
    { "", 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean several;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (xyb_award_track_in (cases[i].text, &several), ==, cases[i].track);
      g_assert_cmpint (several, ==, cases[i].several);
    }
}

static void
test_years_are_read_as_clerks_write_them (void)
{
  static const struct
  {
    const char *text;
    int year; /* -1: not understood */
    const char *day;
  } cases[] = {
    { "2015", 2015, NULL },
    { "２０１５年", 2015, NULL },
    { "2015年度", 2015, NULL },
    { "2015.6", 2015, NULL },
    { "2015.0", 2015, NULL },
    { "2015-06", 2015, NULL },
    { "2015年6月", 2015, NULL },
    { "201506", 2015, NULL },
    { "二〇一五年", 2015, NULL },
    { "2015年第一批", 2015, NULL },
    { "2015-06-01", 2015, "2015-06-01" },
    { "2015年6月1日", 2015, "2015-06-01" },
    { "2015-06-01 00:00:00", 2015, "2015-06-01" },
    { "", 0, NULL },
    { "/", 0, NULL },
    { "15年", -1, NULL },
    { "2015-2016", -1, NULL },
    { "201513", -1, NULL },
    { "42005", -1, NULL },
    { "是", -1, NULL },
    { "2015年13月", -1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = NULL;
      int year;
      gboolean understood = xyb_award_read_year (cases[i].text, &year, &day);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (understood, ==, cases[i].year >= 0);
      if (understood)
        g_assert_cmpint (year, ==, cases[i].year);
      g_assert_cmpstr (day, ==, cases[i].day);
    }
}

/* ---- sheets ---- */

static void
test_a_plain_list (void)
{
  g_autoptr (XybAwardRoll) list = paste ("昆山市贯标企业名单\n"
                                         "序号\t企业名称\t属地\t年度\t文号\n"
                                         "1\t昆山示例模具有限公司\t周市\t2015\t昆信〔2015〕3号\n"
                                         "2\t昆山示例五金有限公司\t巴城镇\t2016年度\t/\n"
                                         "3\t\t\t\t\n"
                                         "合计\t2家\t\t\t\n"
                                         "注：以上企业均已通过验收\n");
  const XybAwardRow *row = row_at (list, 3);

  g_assert_cmpint (row->fate, ==, XYB_AWARD_TAKEN);
  g_assert_cmpstr (row->name, ==, "昆山示例模具有限公司");
  g_assert_cmpint (row->unit_id, ==, 1);
  g_assert_cmpint (row->year, ==, 2015);
  g_assert_cmpint (row->track, ==, XYB_TRACK_ACCREDITATION);
  g_assert_cmpstr (row->number, ==, "昆信〔2015〕3号");
  g_assert_null (row_at (list, 4)->number);
  g_assert_cmpuint (xyb_award_roll_count (list, XYB_AWARD_TAKEN), ==, 2);
  g_assert_cmpuint (xyb_award_roll_count (list, XYB_AWARD_OPEN), ==, 0);
  assert_reason (row_at (list, 6), XYB_AWARD_LEFT, "合计");
  assert_reason (row_at (list, 7), XYB_AWARD_LEFT, "说明");
}

static void
test_lines_between_the_rows_say_year_and_level (void)
{
  g_autoptr (XybAwardRoll) list = paste ("截至2018年底信用管理企业名单\n"
                                         "序号\t企业名称\n"
                                         "一、贯标企业（3家）\n"
                                         "2015年\n"
                                         "1\t昆山甲一科技有限公司\n"
                                         "2016年\n"
                                         "2\t昆山乙二电子有限公司\n"
                                         "序号\t企业名称\n"
                                         "3\t昆山丙三化工有限公司\n"
                                         "二、市级示范企业\n"
                                         "4\t昆山甲一科技有限公司\n"
                                         "2018年\n"
                                         "5\t昆山乙二电子有限公司\n");

  g_assert_cmpint (row_at (list, 5)->year, ==, 2015);
  g_assert_cmpint (row_at (list, 7)->year, ==, 2016);
  g_assert_cmpint (row_at (list, 9)->year, ==, 2016);
  g_assert_cmpint (row_at (list, 9)->track, ==, XYB_TRACK_ACCREDITATION);
  assert_reason (row_at (list, 8), XYB_AWARD_LEFT, "表头");
  /* The years of 贯标 are not those of 市级示范. */
  g_assert_cmpint (row_at (list, 11)->track, ==, XYB_TRACK_CITY_MODEL);
  assert_asks (row_at (list, 11), XYB_AWARD_ASK_YEAR);
  g_assert_cmpint (row_at (list, 13)->year, ==, 2018);
  g_assert_cmpint (row_at (list, 13)->fate, ==, XYB_AWARD_TAKEN);
}

static void
test_a_level_below_a_year_keeps_the_year (void)
{
  g_autoptr (XybAwardRoll) list = paste ("企业名称\t备注\n"
                                         "2016年\t\n"
                                         "贯标\t\n"
                                         "昆山甲一科技有限公司\t\n"
                                         "市级示范\t\n"
                                         "昆山乙二电子有限公司\t\n"
                                         "2017年\t\n"
                                         "贯标\t\n"
                                         "昆山丙三化工有限公司\t\n");

  g_assert_cmpint (row_at (list, 4)->year, ==, 2016);
  g_assert_cmpint (row_at (list, 6)->year, ==, 2016);
  g_assert_cmpint (row_at (list, 6)->track, ==, XYB_TRACK_CITY_MODEL);
  g_assert_cmpint (row_at (list, 9)->year, ==, 2017);
  g_assert_cmpint (row_at (list, 9)->track, ==, XYB_TRACK_ACCREDITATION);
}

static void
test_a_column_for_each_level (void)
{
  g_autoptr (XybAwardRoll) list = paste ("企业名称\t贯标年度\t市级示范年度\t省级示范时间\n"
                                         "昆山甲一科技有限公司\t2012\t2014\t2016-05-01\n"
                                         "昆山乙二电子有限公司\t2013\t/\t\n");

  g_assert_cmpuint (list->rows->len, ==, 4);
  g_assert_cmpuint (xyb_award_roll_count_track (list, XYB_TRACK_ACCREDITATION), ==, 2);
  g_assert_cmpuint (xyb_award_roll_count_track (list, XYB_TRACK_CITY_MODEL), ==, 1);
  g_assert_cmpuint (xyb_award_roll_count_track (list, XYB_TRACK_PROVINCE_MODEL), ==, 1);
  /* One enterprise is made once. */
  g_assert_cmpuint (xyb_award_roll_count_new (list), ==, 2);
}

static void
test_a_kind_of_trade_is_no_level (void)
{
  g_autoptr (XybAwardRoll) list = paste ("2015年市级示范企业\n"
                                         "企业名称\t类别\n"
                                         "昆山甲一科技有限公司\t制造业\n"
                                         "昆山乙二电子有限公司\t服务业\n");
  g_autoptr (XybAwardRoll) model = paste ("2015年市级示范企业\n"
                                          "企业名称\t称号\n"
                                          "昆山甲一科技有限公司\t示范企业\n"
                                          "昆山乙二电子有限公司\t市级示范企业\n");
  g_autofree char *words = xyb_award_file_words (list, list->files->pdata[0]);

  g_assert_cmpuint (xyb_award_roll_count_track (list, XYB_TRACK_CITY_MODEL), ==, 2);
  g_assert_nonnull (strstr (words, "没有读的列：类别"));
  g_assert_cmpuint (xyb_award_roll_count_track (model, XYB_TRACK_CITY_MODEL), ==, 2);
}

static void
test_names_alone_are_told_by_what_they_look_like (void)
{
  g_autoptr (XybAwardRoll) list
    = paste ("昆山甲一科技有限公司\n昆山乙二电子有限公司\n昆山丙三化工厂\n");
  XybAwardFile *file = list->files->pdata[0];

  g_assert_cmpuint (xyb_award_file_count_ask (list, file, XYB_AWARD_ASK_YEAR), ==, 3);
  g_assert_cmpuint (xyb_award_file_count_ask (list, file, XYB_AWARD_ASK_TRACK), ==, 3);
  g_assert_true (xyb_award_file_lacks (list, file, XYB_AWARD_COLUMN_YEAR));
  file->year = 2014;
  file->track = XYB_TRACK_ACCREDITATION;
  xyb_award_roll_update (list);
  g_assert_cmpuint (xyb_award_roll_count (list, XYB_AWARD_TAKEN), ==, 3);
  g_assert_cmpint (row_at (list, 2)->year, ==, 2014);
}

static void
test_what_holds_no_names_is_refused (void)
{
  static const struct
  {
    const char *text;
    XybCoreError code;
  } cases[] = {
    { "", XYB_CORE_ERROR_EMPTY },
    { "1\t2\t3\n4\t5\t6\n", XYB_CORE_ERROR_INVALID_TEXT },
    { "产品\t数量\n螺丝\t12\n", XYB_CORE_ERROR_INVALID_TEXT },
    { "\n\n\t\t\n", XYB_CORE_ERROR_INVALID_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybTextTable) table = xyb_text_table_parse (cases[i].text);
      g_autoptr (XybAwardRoll) list = new_list ();
      g_autoptr (GError) error = NULL;

      g_assert_null (xyb_award_roll_paste (list, table, &error));
      g_assert_error (error, XYB_CORE_ERROR, (int) cases[i].code);
      g_assert_cmpuint (list->files->len, ==, 0);
      g_assert_cmpuint (list->rows->len, ==, 0);
    }
}

/* ---- what is doubtful ---- */

static void
test_years_that_cannot_be_are_asked (void)
{
  g_autoptr (XybAwardRoll) list = paste ("企业名称\t年度\t认定日期\t级别\n"
                                         "昆山甲一科技有限公司\t2021\t\t贯标\n"
                                         "昆山乙二电子有限公司\t1985\t\t贯标\n"
                                         "昆山丙三化工有限公司\t\t2020-07-25\t贯标\n"
                                         "昆山丁四光电有限公司\t前年\t\t贯标\n"
                                         "昆山戊五材料有限公司\t2015\t去年底\t贯标\n"
                                         "昆山己六机械有限公司\t2015\t2015-03-04\t国家级\n"
                                         "昆山庚七塑料有限公司\t2020\t2020-07-24\t贯标\n");

  for (guint i = 2; i <= 5; i++)
    assert_asks (row_at (list, i), XYB_AWARD_ASK_GOOD_YEAR);
  assert_reason (row_at (list, 6), XYB_AWARD_TAKEN, "看不懂日期");
  assert_asks (row_at (list, 7), XYB_AWARD_ASK_GOOD_TRACK);
  g_assert_cmpint (row_at (list, 8)->fate, ==, XYB_AWARD_TAKEN);

  xyb_award_answer_year (list, row_at (list, 2), 2019);
  g_assert_cmpint (row_at (list, 2)->fate, ==, XYB_AWARD_TAKEN);
  xyb_award_answer_year (list, row_at (list, 3), 2031);
  assert_asks (row_at (list, 3), XYB_AWARD_ASK_GOOD_YEAR);
  xyb_award_answer_leave (list, row_at (list, 3), TRUE);
  assert_reason (row_at (list, 3), XYB_AWARD_LEFT, "已决定不导入");
  xyb_award_row_forget (list, row_at (list, 3));
  assert_asks (row_at (list, 3), XYB_AWARD_ASK_GOOD_YEAR);
  xyb_award_answer_track (list, row_at (list, 7), XYB_TRACK_CITY_MODEL);
  g_assert_cmpint (row_at (list, 7)->fate, ==, XYB_AWARD_TAKEN);
}

static void
test_an_unknown_district_is_asked_once_for_all (void)
{
  g_autoptr (XybAwardRoll) list = paste ("企业名称\t区镇\t年度\t级别\n"
                                         "昆山甲一科技有限公司\t玉山开发区\t2015\t贯标\n"
                                         "昆山乙二电子有限公司\t玉山开发区\t2015\t贯标\n"
                                         "昆山丙三化工有限公司\t巴 城\t2015\t贯标\n"
                                         "昆山丁四光电有限公司\t—\t2015\t贯标\n");

  assert_asks (row_at (list, 2), XYB_AWARD_ASK_DISTRICT);
  assert_asks (row_at (list, 3), XYB_AWARD_ASK_DISTRICT);
  g_assert_cmpint (row_at (list, 4)->unit_id, ==, 2);
  g_assert_cmpint (row_at (list, 5)->unit_id, ==, 0);
  xyb_award_answer_district (list, row_at (list, 2), 3);
  g_assert_cmpint (row_at (list, 2)->unit_id, ==, 3);
  g_assert_cmpint (row_at (list, 3)->unit_id, ==, 3);
  g_assert_cmpuint (xyb_award_roll_count (list, XYB_AWARD_TAKEN), ==, 4);
  g_assert_true (xyb_award_row_is_answered (list, row_at (list, 3)));
  xyb_award_row_forget (list, row_at (list, 3));
  assert_asks (row_at (list, 2), XYB_AWARD_ASK_DISTRICT);
  xyb_award_answer_usual (list);
  g_assert_cmpint (row_at (list, 2)->unit_id, ==, 0);
  g_assert_cmpint (row_at (list, 2)->fate, ==, XYB_AWARD_TAKEN);
}

static void
test_twice_in_the_list_counts_the_first_year (void)
{
  g_autoptr (XybAwardRoll) list = paste ("企业名称\t年度\t级别\n"
                                         "昆山甲一科技有限公司\t2016\t贯标\n"
                                         "昆山 甲一科技有限公司\t2014\t贯标\n"
                                         "昆山甲一科技有限公司\t2017\t贯标\n"
                                         "昆山甲一科技有限公司\t2018\t市级示范\n");

  /* AMB-33 */
  assert_reason (row_at (list, 2), XYB_AWARD_LEFT, "只计首次");
  g_assert_cmpint (row_at (list, 3)->fate, ==, XYB_AWARD_TAKEN);
  assert_reason (row_at (list, 4), XYB_AWARD_LEFT, "第 3 行");
  g_assert_cmpint (row_at (list, 5)->fate, ==, XYB_AWARD_TAKEN);
  g_assert_true (row_at (list, 5)->first == row_at (list, 3)->first);
  g_assert_cmpuint (xyb_award_roll_count_new (list), ==, 1);
}

static void
test_nearly_the_same_name_in_the_list_is_asked (void)
{
  g_autoptr (XybAwardRoll) list = paste ("企业名称\t年度\t级别\n"
                                         "昆山甲一科技有限公司\t2016\t贯标\n"
                                         "昆山市甲一科技股份有限公司\t2017\t贯标\n");

  assert_asks (row_at (list, 3), XYB_AWARD_ASK_TWIN);
  xyb_award_answer_twin (list, row_at (list, 3), FALSE);
  g_assert_cmpuint (xyb_award_roll_count_new (list), ==, 2);
  xyb_award_answer_twin (list, row_at (list, 3), TRUE);
  assert_reason (row_at (list, 3), XYB_AWARD_LEFT, "只计首次");
}

static void
test_codes_tell_who_is_who (void)
{
  g_autoptr (XybAwardRoll) list = paste ("企业名称\t统一社会信用代码\t年度\t级别\n"
                                         "昆山甲一科技有限公司\t91320583MA1MTT0000\t2015\t贯标\n"
                                         "昆山乙二电子有限公司\t91350100M000100Y43\t2015\t贯标\n"
                                         "昆山丙三电子有限公司\t9135 0100 M000 100Y43\t2016\t贯标\n"
                                         "昆山丁四光电有限公司\t12345678X\t2016\t贯标\n");

  assert_reason (row_at (list, 2), XYB_AWARD_TAKEN, "校验不对");
  g_assert_null (row_at (list, 2)->code);
  g_assert_cmpstr (row_at (list, 2)->bad_code, ==, "91320583MA1MTT0000");
  g_assert_cmpstr (row_at (list, 3)->code, ==, "91350100M000100Y43");
  assert_reason (row_at (list, 4), XYB_AWARD_LEFT, "只计首次");
  assert_reason (row_at (list, 5), XYB_AWARD_TAKEN, "组织机构代码");
}

static void
test_a_level_without_the_one_below_is_warned_of (void)
{
  g_autoptr (XybAwardRoll) list = paste ("企业名称\t年度\t级别\n"
                                         "昆山甲一科技有限公司\t2015\t市级示范\n"
                                         "昆山乙二电子有限公司\t2016\t市级示范\n"
                                         "昆山乙二电子有限公司\t2017\t贯标\n"
                                         "昆山丙三化工有限公司\t2014\t贯标\n"
                                         "昆山丙三化工有限公司\t2016\t市级示范\n"
                                         "昆山丙三化工有限公司\t2018\t省级示范\n");

  assert_reason (row_at (list, 2), XYB_AWARD_TAKEN, "没有贯标的记录");
  assert_reason (row_at (list, 3), XYB_AWARD_TAKEN, "早于贯标");
  g_assert_cmpuint (row_at (list, 6)->notes->len, ==, 0);
  g_assert_cmpuint (row_at (list, 7)->notes->len, ==, 0);
}

/* ---- the register ---- */

static XybAwardCandidate *
candidate (gint64 id, const char *name, const char *code, XybCompanyMatch how)
{
  XybAwardCandidate *one = xyb_award_candidate_new ();

  one->enterprise_id = id;
  one->name = g_strdup (name);
  one->code = g_strdup (code);
  one->how = how;
  return one;
}

static void
set_candidates (XybAwardRow *row, XybAwardCandidate *a, XybAwardCandidate *b)
{
  GPtrArray *candidates
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_award_candidate_free);

  g_ptr_array_add (candidates, a);
  if (b != NULL)
    g_ptr_array_add (candidates, b);
  xyb_award_row_set_candidates (row, candidates);
}

static void
test_the_register_decides_or_the_clerk_does (void)
{
  g_autoptr (XybAwardRoll) list = paste ("企业名称\t统一社会信用代码\t年度\t级别\n"
                                         "昆山甲一科技有限公司\t\t2015\t贯标\n"
                                         "昆山乙二电子有限公司\t91350100M000100Y43\t2015\t贯标\n"
                                         "昆山丙三化工有限公司\t\t2015\t贯标\n"
                                         "昆山丁四光电有限公司\t\t2015\t贯标\n"
                                         "昆山戊五材料有限公司\t\t2015\t贯标\n");
  XybAwardCandidate *held = candidate (14, "昆山丁四光电有限公司", NULL, XYB_COMPANY_MATCH_EXACT);

  held->held[0] = 2013;
  set_candidates (row_at (list, 2),
                  candidate (11, "昆山甲一科技有限公司", NULL, XYB_COMPANY_MATCH_EXACT), NULL);
  set_candidates (row_at (list, 3),
                  candidate (12, "昆山乙二电子有限公司", "91320583744812345R",
                             XYB_COMPANY_MATCH_EXACT),
                  NULL);
  set_candidates (row_at (list, 4),
                  candidate (13, "昆山市丙三化工有限公司", NULL, XYB_COMPANY_MATCH_LIKELY), NULL);
  set_candidates (row_at (list, 5), held, NULL);
  set_candidates (row_at (list, 6),
                  candidate (15, "苏州戊五材料有限公司", NULL, XYB_COMPANY_MATCH_POSSIBLE), NULL);
  xyb_award_roll_update (list);

  g_assert_cmpint (row_at (list, 2)->fate, ==, XYB_AWARD_TAKEN);
  g_assert_cmpint (row_at (list, 2)->enterprise_id, ==, 11);
  assert_asks (row_at (list, 3), XYB_AWARD_ASK_ENTERPRISE);
  assert_asks (row_at (list, 4), XYB_AWARD_ASK_ENTERPRISE);
  assert_reason (row_at (list, 5), XYB_AWARD_LEFT, "已登记为 2013 年贯标（名单写 2015 年）");
  assert_asks (row_at (list, 6), XYB_AWARD_ASK_ENTERPRISE);

  /* The same name under two codes nobody but her can decide. */
  xyb_award_answer_usual (list);
  assert_asks (row_at (list, 3), XYB_AWARD_ASK_ENTERPRISE);
  g_assert_cmpint (row_at (list, 4)->enterprise_id, ==, 13);
  g_assert_cmpint (row_at (list, 6)->enterprise_id, ==, 0);
  g_assert_cmpint (row_at (list, 6)->fate, ==, XYB_AWARD_TAKEN);
  xyb_award_answer_enterprise (list, row_at (list, 3), 0);
  g_assert_cmpint (row_at (list, 3)->fate, ==, XYB_AWARD_TAKEN);
  g_assert_cmpuint (xyb_award_roll_count_new (list), ==, 2);
}

static void
test_answers_in_a_word (void)
{
  g_autoptr (XybAwardRoll) list = paste ("企业名称\t区镇\t年度\t级别\n"
                                         "昆山甲一科技有限公司\t玉山\t2016\t贯标\n"
                                         "昆山乙二电子有限公司\t\t2030\t示范\n");
  g_autoptr (GError) error = NULL;

  g_assert_true (xyb_award_answer_word (list, row_at (list, 2), "花桥", NULL));
  g_assert_cmpint (row_at (list, 2)->unit_id, ==, 3);
  g_assert_true (xyb_award_answer_word (list, row_at (list, 3), "2018", NULL));
  g_assert_true (xyb_award_answer_word (list, row_at (list, 3), "city_model", NULL));
  g_assert_cmpint (row_at (list, 3)->track, ==, XYB_TRACK_CITY_MODEL);
  g_assert_true (xyb_award_answer_word (list, row_at (list, 3), "leave", NULL));
  g_assert_cmpint (row_at (list, 3)->fate, ==, XYB_AWARD_LEFT);
  g_assert_false (xyb_award_answer_word (list, row_at (list, 2), "same", &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT);
  g_clear_error (&error);
  g_assert_false (xyb_award_answer_word (list, row_at (list, 2), "2030", &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT);
}

static void
test_files_join_and_go (void)
{
  g_autoptr (XybAwardRoll) list
    = paste ("企业名称\t年度\t级别\n昆山甲一科技有限公司\t2016\t贯标\n");
  XybAwardRoll *part = paste ("企业名称\t年度\t级别\n昆山甲一科技有限公司\t2014\t贯标\n"
                              "昆山乙二电子有限公司\t2014\t贯标\n");

  xyb_award_roll_join (list, part);
  xyb_award_roll_update (list);
  g_assert_cmpuint (list->files->len, ==, 2);
  g_assert_cmpuint (xyb_award_roll_count (list, XYB_AWARD_TAKEN), ==, 2);
  g_assert_cmpuint (xyb_award_roll_count (list, XYB_AWARD_LEFT), ==, 1);
  xyb_award_roll_remove_file (list, list->files->pdata[0]);
  xyb_award_roll_update (list);
  g_assert_cmpuint (list->rows->len, ==, 2);
  g_assert_cmpuint (xyb_award_roll_count (list, XYB_AWARD_TAKEN), ==, 2);
}

static void
test_hidden_rows_wait_until_they_are_wanted (void)
{
  static const XybAwardCell head[] = { { 0, "企业名称" }, { 1, "年度" }, { 2, "级别" } };
  static const XybAwardCell cells[]
    = { { 0, "昆山甲一科技有限公司" }, { 1, "2015" }, { 2, "贯标" } };
  g_autoptr (XybAwardRoll) list = new_list ();
  XybAwardFile *file = xyb_award_roll_add_file (list, "名单.xlsx", "/名单.xlsx");
  g_autoptr (XybAwardSheetReader) reader = xyb_award_sheet_reader_new (list, file, "Sheet1", FALSE);

  xyb_award_sheet_reader_add (reader, 1, FALSE, head, G_N_ELEMENTS (head));
  xyb_award_sheet_reader_add (reader, 2, TRUE, cells, G_N_ELEMENTS (cells));
  xyb_award_sheet_reader_end (reader);
  xyb_award_roll_update (list);
  assert_reason (row_at (list, 2), XYB_AWARD_LEFT, "隐藏");
  g_assert_cmpuint (xyb_award_roll_count_hidden (list), ==, 1);
  list->with_hidden = TRUE;
  xyb_award_roll_update (list);
  g_assert_cmpint (row_at (list, 2)->fate, ==, XYB_AWARD_TAKEN);
}

static void
test_merged_years_hold_for_their_rows (void)
{
  static const XybAwardCell head[] = { { 0, "年度" }, { 1, "企业名称" }, { 2, "级别" } };
  static const XybAwardCell first[]
    = { { 0, "2015" }, { 1, "昆山甲一科技有限公司" }, { 2, "贯标" } };
  static const XybAwardCell second[] = { { 1, "昆山乙二电子有限公司" }, { 2, "贯标" } };
  static const XybAwardCell third[] = { { 1, "昆山丙三化工有限公司" }, { 2, "贯标" } };
  g_autoptr (XybAwardRoll) list = new_list ();
  XybAwardFile *file = xyb_award_roll_add_file (list, "名单.xlsx", "/名单.xlsx");
  g_autoptr (XybAwardSheetReader) reader = xyb_award_sheet_reader_new (list, file, "Sheet1", FALSE);

  xyb_award_sheet_reader_add (reader, 1, FALSE, head, G_N_ELEMENTS (head));
  xyb_award_sheet_reader_add (reader, 2, FALSE, first, G_N_ELEMENTS (first));
  xyb_award_sheet_reader_add (reader, 3, FALSE, second, G_N_ELEMENTS (second));
  xyb_award_sheet_reader_add (reader, 4, FALSE, third, G_N_ELEMENTS (third));
  xyb_award_sheet_reader_end (reader);
  xyb_award_sheet_reader_fill (reader, 2, 3, 0, 0);
  xyb_award_roll_update (list);
  g_assert_cmpint (row_at (list, 3)->year, ==, 2015);
  assert_asks (row_at (list, 4), XYB_AWARD_ASK_YEAR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/award-roll/heads-by-their-words", test_heads_are_found_by_their_words);
  g_test_add_func ("/award-roll/titles-of-one-year-or-none",
                   test_titles_speak_of_one_year_or_of_none);
  g_test_add_func ("/award-roll/levels", test_levels_are_told_apart);
  g_test_add_func ("/award-roll/years", test_years_are_read_as_clerks_write_them);
  g_test_add_func ("/award-roll/plain", test_a_plain_list);
  g_test_add_func ("/award-roll/lines-between", test_lines_between_the_rows_say_year_and_level);
  g_test_add_func ("/award-roll/level-below-year", test_a_level_below_a_year_keeps_the_year);
  g_test_add_func ("/award-roll/column-for-each-level", test_a_column_for_each_level);
  g_test_add_func ("/award-roll/kind-of-trade", test_a_kind_of_trade_is_no_level);
  g_test_add_func ("/award-roll/names-alone", test_names_alone_are_told_by_what_they_look_like);
  g_test_add_func ("/award-roll/no-names", test_what_holds_no_names_is_refused);
  g_test_add_func ("/award-roll/impossible-years", test_years_that_cannot_be_are_asked);
  g_test_add_func ("/award-roll/unknown-district", test_an_unknown_district_is_asked_once_for_all);
  g_test_add_func ("/award-roll/twice", test_twice_in_the_list_counts_the_first_year);
  g_test_add_func ("/award-roll/nearly-twice", test_nearly_the_same_name_in_the_list_is_asked);
  g_test_add_func ("/award-roll/codes", test_codes_tell_who_is_who);
  g_test_add_func ("/award-roll/level-below", test_a_level_without_the_one_below_is_warned_of);
  g_test_add_func ("/award-roll/register", test_the_register_decides_or_the_clerk_does);
  g_test_add_func ("/award-roll/answers-in-a-word", test_answers_in_a_word);
  g_test_add_func ("/award-roll/files-join-and-go", test_files_join_and_go);
  g_test_add_func ("/award-roll/hidden", test_hidden_rows_wait_until_they_are_wanted);
  g_test_add_func ("/award-roll/merged", test_merged_years_hold_for_their_rows);
  return g_test_run ();
}
