/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise.h"

#include <string.h>

#include "xyb-core-error.h"

#define GOOD_CODE "9144030071526726XG"     /* §19.1 */
#define DOUBTFUL_CODE "91350100M0001TGQXM" /* §19.1: a legal code that fails the check */

static XybEnterprise *
enterprise (void)
{
  XybEnterprise *self = xyb_enterprise_new ();

  self->name = g_strdup ("昆山示例精密机械有限公司");
  return self;
}

static XybNomination *
nomination (void)
{
  XybNomination *self = xyb_nomination_new ();

  self->unit_id = 106;
  return self;
}

static void
set (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static char *
characters (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, "䶮");
  return g_string_free (text, FALSE);
}

static void
expect_good (XybEnterprise *self)
{
  g_autoptr (GError) error = NULL;
  gboolean valid = xyb_enterprise_validate (self, &error);

  g_assert_no_error (error);
  g_assert_true (valid);
}

static void
expect_bad (XybEnterprise *self, int code, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (xyb_enterprise_validate (self, &error));
  g_assert_error (error, XYB_CORE_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, field));
}

static void
test_nothing_said (void)
{
  g_autoptr (XybEnterprise) self = enterprise ();

  expect_good (self);
  g_assert_cmpint (self->above_scale, ==, XYB_TRI_UNSAID);
  g_assert_cmpint (self->industry, ==, XYB_INDUSTRY_UNSAID);
  g_assert_cmpint (self->headcount, ==, XYB_UNSAID);
  g_assert_null (self->credit_code);
  g_assert_null (self->phone);
  g_assert_null (self->founded_on);
}

static void
test_names (void)
{
  static const struct
  {
    const char *given;
    const char *kept; /* NULL: refused */
    int code;
  } cases[] = {
    { "=1+1", "=1+1", 0 },
    { "昆山“示例”'O\"Brien'有限公司", "昆山“示例”'O\"Brien'有限公司", 0 },
    { "昆山🏭䶮𬭎有限公司", "昆山🏭䶮𬭎有限公司", 0 },
    { "　昆山示例　有限公司\n", "昆山示例 有限公司", 0 },
    { "昆山\xE2\x80\x8B示例有限公司", "昆山示例有限公司", 0 },
    { "", NULL, XYB_CORE_ERROR_EMPTY },
    { " \t　\xE2\x80\x8B", NULL, XYB_CORE_ERROR_EMPTY },
    { NULL, NULL, XYB_CORE_ERROR_EMPTY },
    { "昆山\x01示例", NULL, XYB_CORE_ERROR_INVALID_TEXT },
    { "昆山\xFF示例", NULL, XYB_CORE_ERROR_INVALID_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybEnterprise) self = xyb_enterprise_new ();

      set (&self->name, cases[i].given);
      if (cases[i].kept == NULL)
        {
          expect_bad (self, cases[i].code, "企业名称");
          g_assert_cmpstr (self->name, ==,
                           cases[i].code == XYB_CORE_ERROR_EMPTY ? NULL : cases[i].given);
          continue;
        }
      expect_good (self);
      g_assert_cmpstr (self->name, ==, cases[i].kept);
    }
}

static void
test_lengths (void)
{
  static const struct
  {
    gsize field;
    guint max;
    const char *name;
  } cases[] = {
    { G_STRUCT_OFFSET (XybEnterprise, name), 200, "企业名称" },
    { G_STRUCT_OFFSET (XybEnterprise, legal_person), 200, "法定代表人" },
    { G_STRUCT_OFFSET (XybEnterprise, products), 200, "主要产品" },
    { G_STRUCT_OFFSET (XybEnterprise, contact), 200, "联系人" },
    { G_STRUCT_OFFSET (XybEnterprise, phone), 200, "电话" },
    { G_STRUCT_OFFSET (XybEnterprise, note), 2000, "备注" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybEnterprise) self = enterprise ();
      g_autofree char *too_long = characters (cases[i].max + 1);
      char **field = &G_STRUCT_MEMBER (char *, self, cases[i].field);

      set (field, too_long);
      expect_bad (self, XYB_CORE_ERROR_TOO_LONG, cases[i].name);
      g_assert_cmpstr (*field, ==, too_long);
      if (strcmp (cases[i].name, "电话") == 0)
        continue;
      (*field)[strlen (*field) - strlen ("䶮")] = '\0';
      expect_good (self);
    }
}

static void
test_blank_is_not_said (void)
{
  g_autoptr (XybEnterprise) self = enterprise ();

  set (&self->credit_code, " ");
  set (&self->founded_on, "");
  set (&self->legal_person, "　");
  set (&self->products, "\t");
  set (&self->contact, "");
  set (&self->phone, "\xE2\x80\x8B");
  set (&self->note, "\n");
  self->code_confirmed = TRUE;
  expect_good (self);
  g_assert_null (self->credit_code);
  g_assert_false (self->code_confirmed);
  g_assert_null (self->founded_on);
  g_assert_null (self->legal_person);
  g_assert_null (self->products);
  g_assert_null (self->contact);
  g_assert_null (self->phone);
  g_assert_null (self->note);
}

static void
test_code_of_the_licence (void)
{
  g_autoptr (XybEnterprise) self = enterprise ();

  set (&self->credit_code, "９１４４０３００ 71526726-xg");
  self->code_confirmed = TRUE;
  expect_good (self);
  g_assert_cmpstr (self->credit_code, ==, GOOD_CODE);
  g_assert_false (self->code_confirmed);
}

static void
test_doubtful_code (void)
{
  g_autoptr (XybEnterprise) self = enterprise ();

  set (&self->credit_code, DOUBTFUL_CODE);
  expect_bad (self, XYB_CORE_ERROR_UNCONFIRMED, "统一社会信用代码");
  self->code_confirmed = TRUE;
  expect_good (self);
  g_assert_cmpstr (self->credit_code, ==, DOUBTFUL_CODE);
  g_assert_true (self->code_confirmed);
}

static void
test_impossible_code (void)
{
  static const char *const codes[] = { "123", "9144030071526726XGG", "91350100M000100Y4Z" };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (XybEnterprise) self = enterprise ();

      set (&self->credit_code, codes[i]);
      self->code_confirmed = TRUE;
      expect_bad (self, XYB_CORE_ERROR_INVALID_CODE, "统一社会信用代码");
      g_assert_cmpstr (self->credit_code, ==, codes[i]);
    }
}

static void
test_dates (void)
{
  static const char *const bad[] = { "2020-02-30", "2020-13-01", "昨天", "0000-00-00" };
  g_autoptr (XybEnterprise) self = enterprise ();

  set (&self->founded_on, "2015年4月3日");
  expect_good (self);
  g_assert_cmpstr (self->founded_on, ==, "2015-04-03");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      set (&self->founded_on, bad[i]);
      expect_bad (self, XYB_CORE_ERROR_INVALID_DATE, "成立日期");
    }
}

static void
test_phones (void)
{
  static const char *const kept[][2] = {
    { "57266159", "57266159" },
    { "0512-57310600", "0512-57310600" },
    { "82620620-7005", "82620620-7005" },
    { "１３９００００００００", "13900000000" },
    { "无", NULL },
    { "—", NULL },
    { "12345", "12345" },
    { "1.39E+10", "1.39E+10" },
    { "57266159 下午", "57266159 下午" },
  };
  g_autoptr (XybEnterprise) self = enterprise ();

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      set (&self->phone, kept[i][0]);
      expect_good (self);
      g_assert_cmpstr (self->phone, ==, kept[i][1]);
    }
  set (&self->phone, "请打总机");
  expect_bad (self, XYB_CORE_ERROR_INVALID_PHONE, "电话");
}

static void
test_counts_and_choices (void)
{
  g_autoptr (XybEnterprise) self = enterprise ();

  self->headcount = 0;
  expect_good (self);
  g_assert_cmpint (self->headcount, ==, 0);
  self->headcount = -1;
  expect_bad (self, XYB_CORE_ERROR_INVALID_NUMBER, "职工人数");
  self->headcount = 13900000000;
  expect_bad (self, XYB_CORE_ERROR_INVALID_NUMBER, "职工人数");
  self->headcount = 180;
  self->industry = (XybIndustry) 4;
  expect_bad (self, XYB_CORE_ERROR_INVALID_NUMBER, "行业");
  self->industry = XYB_INDUSTRY_OTHER;
  self->above_scale = (XybTri) 2;
  expect_bad (self, XYB_CORE_ERROR_INVALID_NUMBER, "规模以上");
  self->above_scale = XYB_TRI_NO;
  self->closed = 7;
  expect_good (self);
  g_assert_cmpint (self->closed, ==, TRUE);
}

static void
test_former_names (void)
{
  g_autoptr (XybEnterprise) self = enterprise ();
  XybFormerName *former = xyb_former_name_new ();

  g_ptr_array_add (self->former_names, former);
  former->name = g_strdup (" 昆山旧示例有限公司 ");
  former->until = g_strdup ("2019/12/31");
  expect_good (self);
  g_assert_cmpstr (former->name, ==, "昆山旧示例有限公司");
  g_assert_cmpstr (former->until, ==, "2019-12-31");
  set (&former->until, "2019-02-29");
  expect_bad (self, XYB_CORE_ERROR_INVALID_DATE, "曾用名");
  set (&former->until, NULL);
  set (&former->name, "");
  expect_bad (self, XYB_CORE_ERROR_EMPTY, "曾用名");
}

static void
test_enterprise_copy (void)
{
  g_autoptr (XybEnterprise) self = enterprise ();
  g_autoptr (XybEnterprise) copy = NULL;
  XybFormerName *former = xyb_former_name_new ();

  former->name = g_strdup ("旧名");
  g_ptr_array_add (self->former_names, former);
  self->id = 5;
  self->headcount = 180;
  self->closed = TRUE;
  set (&self->credit_code, GOOD_CODE);
  copy = xyb_enterprise_copy (self);
  g_clear_pointer (&self, xyb_enterprise_free);

  g_assert_cmpint (copy->id, ==, 5);
  g_assert_cmpstr (copy->name, ==, "昆山示例精密机械有限公司");
  g_assert_cmpstr (copy->credit_code, ==, GOOD_CODE);
  g_assert_cmpint (copy->headcount, ==, 180);
  g_assert_true (copy->closed);
  g_assert_null (copy->phone);
  former = copy->former_names->pdata[0];
  g_assert_cmpstr (former->name, ==, "旧名");
}

static void
expect_nomination (XybNomination *self, int code, const char *field)
{
  g_autoptr (GError) error = NULL;
  gboolean valid = xyb_nomination_validate (self, &error);

  if (field == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (valid);
      return;
    }
  g_assert_false (valid);
  g_assert_error (error, XYB_CORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, field));
}

static void
test_revenue (void)
{
  g_autoptr (XybNomination) self = nomination ();

  g_assert_cmpint (self->revenue_unit, ==, XYB_MONEY_UNIT_WAN);
  expect_nomination (self, 0, NULL);
  g_assert_cmpint (self->revenue_fen, ==, XYB_UNSAID);
  self->revenue_fen = 0;
  self->revenue_unit = XYB_MONEY_UNIT_UNSAID;
  expect_nomination (self, 0, NULL);
  g_assert_cmpint (self->revenue_unit, ==, XYB_MONEY_UNIT_WAN);
  self->revenue_unit = XYB_MONEY_UNIT_YI;
  expect_nomination (self, 0, NULL);
  g_assert_cmpint (self->revenue_unit, ==, XYB_MONEY_UNIT_YI);
  self->revenue_fen = -1;
  expect_nomination (self, XYB_CORE_ERROR_INVALID_NUMBER, "去年销售收入");
  self->revenue_fen = 1;
  self->revenue_unit = (XybMoneyUnit) 4;
  expect_nomination (self, XYB_CORE_ERROR_INVALID_NUMBER, "去年销售收入");
}

static void
test_nomination_fields (void)
{
  g_autoptr (XybNomination) self = nomination ();
  g_autofree char *too_long = characters (2001);

  self->unit_id = 0;
  expect_nomination (self, XYB_CORE_ERROR_UNKNOWN_UNIT, "区镇");
  self->unit_id = 106;
  self->position = XYB_UNSAID;
  expect_nomination (self, XYB_CORE_ERROR_INVALID_NUMBER, "序号");
  self->position = 3;
  self->headcount = -5;
  expect_nomination (self, XYB_CORE_ERROR_INVALID_NUMBER, "职工人数");
  self->headcount = 64;
  set (&self->accepted_on, "2020-08-32");
  expect_nomination (self, XYB_CORE_ERROR_INVALID_DATE, "验收通过");
  set (&self->accepted_on, "2020.8.14");
  set (&self->confirmed_on, "");
  set (&self->phone, "电话");
  expect_nomination (self, XYB_CORE_ERROR_INVALID_PHONE, "电话");
  set (&self->phone, " 57266159 ");
  set (&self->note, too_long);
  expect_nomination (self, XYB_CORE_ERROR_TOO_LONG, "备注");
  set (&self->note, "");
  expect_nomination (self, 0, NULL);
  g_assert_cmpstr (self->accepted_on, ==, "2020-08-14");
  g_assert_null (self->confirmed_on);
  g_assert_cmpstr (self->phone, ==, "57266159");
  g_assert_null (self->note);
}

static void
test_nomination_copy (void)
{
  g_autoptr (XybNomination) self = nomination ();
  g_autoptr (XybNomination) copy = NULL;

  self->revenue_fen = 123450000;
  set (&self->enterprise_name, "昆山示例塑料制品有限公司");
  set (&self->accepted_on, "2020-08-14");
  copy = xyb_nomination_copy (self);
  g_clear_pointer (&self, xyb_nomination_free);
  g_assert_cmpint (copy->unit_id, ==, 106);
  g_assert_cmpint (copy->revenue_fen, ==, 123450000);
  g_assert_cmpstr (copy->enterprise_name, ==, "昆山示例塑料制品有限公司");
  g_assert_cmpstr (copy->accepted_on, ==, "2020-08-14");
  g_assert_null (copy->signed_on);
}

static void
test_submission (void)
{
  g_autoptr (XybSubmission) self = xyb_submission_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (self->state, ==, XYB_SUBMISSION_MISSING);
  self->unit_id = 106;
  set (&self->officer, " 李示例 ");
  set (&self->officer_phone, "");
  set (&self->received_on, "2020年4月15日");
  g_assert_true (xyb_submission_validate (self, &error));
  g_assert_cmpstr (self->officer, ==, "李示例");
  g_assert_null (self->officer_phone);
  g_assert_cmpstr (self->received_on, ==, "2020-04-15");

  self->state = (XybSubmissionState) 0;
  g_assert_false (xyb_submission_validate (self, &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER);
}

static void
test_words (void)
{
  static const char *const industries[] = { "制造业", "生产性服务业", "其他" };
  static const char *const states[] = { "未报", "已报", "有疑问", "退回", "已确认" };

  for (gsize i = 0; i < G_N_ELEMENTS (industries); i++)
    {
      g_assert_cmpint (xyb_industry_from_name (industries[i]), ==, i + 1);
      g_assert_cmpstr (xyb_industry_name ((XybIndustry) (i + 1)), ==, industries[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_assert_cmpint (xyb_submission_state_from_name (states[i]), ==, i + 1);
      g_assert_cmpstr (xyb_submission_state_name ((XybSubmissionState) (i + 1)), ==, states[i]);
    }
  g_assert_null (xyb_industry_name (XYB_INDUSTRY_UNSAID));
  g_assert_cmpint (xyb_industry_from_name ("农业"), ==, XYB_INDUSTRY_UNSAID);
  g_assert_cmpint (xyb_submission_state_from_name (NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/enterprise/a-name-is-enough", test_nothing_said);
  g_test_add_func ("/enterprise/names-kept-or-refused", test_names);
  g_test_add_func ("/enterprise/too-long-names-the-field-and-changes-nothing", test_lengths);
  g_test_add_func ("/enterprise/blank-is-not-said", test_blank_is_not_said);
  g_test_add_func ("/enterprise/code/good-needs-no-confirmation", test_code_of_the_licence);
  g_test_add_func ("/enterprise/code/doubtful-needs-one-and-keeps-it", test_doubtful_code);
  g_test_add_func ("/enterprise/code/impossible-is-refused-even-confirmed", test_impossible_code);
  g_test_add_func ("/enterprise/dates-become-iso", test_dates);
  g_test_add_func ("/enterprise/phones-kept-or-refused", test_phones);
  g_test_add_func ("/enterprise/counts-and-choices", test_counts_and_choices);
  g_test_add_func ("/enterprise/former-names-are-checked", test_former_names);
  g_test_add_func ("/enterprise/copy-owns-everything", test_enterprise_copy);
  g_test_add_func ("/nomination/revenue-in-ten-thousands-unless-said", test_revenue);
  g_test_add_func ("/nomination/every-field-is-checked-by-name", test_nomination_fields);
  g_test_add_func ("/nomination/copy-owns-everything", test_nomination_copy);
  g_test_add_func ("/submission/fields-are-checked", test_submission);
  g_test_add_func ("/enterprise/words", test_words);
  return g_test_run ();
}
