/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "office-fixture.h"
#include "xyb-return-answer.h"
#include "xyb-return-match.h"

/* Whom a returned row means (B-13, B-14, ENT-08). */

static XybReturn *
returned (gint64 district, const char *const *names)
{
  XybReturn *taken = xyb_return_new ("附件2.xlsx");

  taken->district_id = district;
  g_ptr_array_add (taken->sheets, xyb_return_sheet_new ("Sheet1", FALSE));
  for (guint i = 0; names[i] != NULL; i++)
    {
      XybReturnRow *row = xyb_return_row_new (0, i + 5, FALSE);

      g_free (row->name);
      row->name = g_strdup (names[i]);
      g_ptr_array_add (taken->rows, row);
    }
  return taken;
}

static XybReturn *
match (Office *office, gint64 district, const char *const *names)
{
  g_autoptr (GError) error = NULL;
  XybReturn *taken = returned (district, names);

  xyb_return_match (office->store, taken, 2020, &error);
  g_assert_no_error (error);
  return taken;
}

static const XybReturnRow *
row_at (const XybReturn *taken, guint i)
{
  return g_ptr_array_index (taken->rows, i);
}

static const XybReturnNote *
find_note (const XybReturnRow *row, XybNoteKind kind)
{
  for (guint i = 0; i < row->notes->len; i++)
    if (((XybReturnNote *) g_ptr_array_index (row->notes, i))->kind == kind)
      return g_ptr_array_index (row->notes, i);
  return NULL;
}

static gint64
nominate (Office *office, int year, gint64 unit_id, gint64 enterprise_id, const char *accepted_on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();

  nomination->plan_id = office_plan_id (office, year);
  nomination->unit_id = unit_id;
  nomination->enterprise_id = enterprise_id;
  nomination->confirmed_on = g_strdup (accepted_on);
  nomination->signed_on = g_strdup (accepted_on);
  nomination->accepted_on = g_strdup (accepted_on);
  xyb_nomination_store_save (office->store, nomination, &error);
  g_assert_no_error (error);
  return nomination->id;
}

/* ---- how sure ---- */

typedef struct
{
  const char *name; /* as it was returned */
  int how;          /* XybCompanyMatch */
  gboolean asked;
} Spelling;

static const Spelling spellings[] = {
  { "昆山示例精密机械有限公司", XYB_COMPANY_MATCH_EXACT, FALSE },
  { "昆山 示例精密机械 有限公司", XYB_COMPANY_MATCH_EXACT, FALSE },
  { "昆山市示例精密机械有限公司", XYB_COMPANY_MATCH_LIKELY, TRUE },
  { "示例精密机械（昆山）有限公司", XYB_COMPANY_MATCH_POSSIBLE, TRUE },
  { "示例精密机械厂", XYB_COMPANY_MATCH_POSSIBLE, TRUE },
  { "昆山示例精密模具有限公司", XYB_COMPANY_MATCH_NONE, FALSE },
};

static void
test_how_sure (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = office_add_enterprise (office, "昆山示例精密机械有限公司", ZHOUSHI);

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      const char *const names[] = { spellings[i].name, NULL };
      g_autoptr (XybReturn) taken = match (office, ZHOUSHI, names);
      const XybReturnRow *row = row_at (taken, 0);

      g_test_message ("%s", spellings[i].name);
      g_assert_cmpint (row->match != NULL ? row->match->how : XYB_COMPANY_MATCH_NONE, ==,
                       spellings[i].how);
      g_assert_cmpint (find_note (row, XYB_NOTE_ALIKE) != NULL, ==, spellings[i].asked);
      g_assert_cmpint (row->status, ==, spellings[i].asked ? XYB_RETURN_QUESTION : XYB_RETURN_OK);
      if (row->match == NULL)
        continue;
      g_assert_cmpint (row->match->enterprise_id, ==, id);
      g_assert_cmpstr (row->match->district, ==, "周市镇");
      g_assert_cmpint (row->candidates != NULL, ==, spellings[i].asked);
    }
}

/* All that may be meant, the likeliest first; the clerk sees them side by side. */
static void
test_candidates (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  const char *const names[] = { "昆山市示例检测技术有限公司", NULL };
  gint64 factory = office_add_enterprise (office, "示例检测技术服务部", ZHANGPU);
  gint64 shanghai = office_add_enterprise (office, "上海示例检测技术有限公司", ZHOUSHI);
  gint64 same = office_add_enterprise (office, "昆山示例检测技术股份有限公司", HUAQIAO);
  g_autoptr (XybReturn) taken = match (office, ZHOUSHI, names);
  const GPtrArray *candidates = row_at (taken, 0)->candidates;
  const gint64 expected[] = { same, factory, shanghai };

  g_assert_cmpuint (candidates->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((XybReturnMatch *) candidates->pdata[i])->enterprise_id, ==, expected[i]);
  g_assert_cmpint (row_at (taken, 0)->match->enterprise_id, ==, same);
  g_assert_cmpstr (((XybReturnMatch *) candidates->pdata[0])->district, ==, "花桥经济开发区");
}

static void
test_many_candidates (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  const char *const names[] = { "示例多有限公司", NULL };
  g_autoptr (XybReturn) taken = NULL;

  for (int i = 0; i < 25; i++)
    office_add_enterprise (office, i % 2 == 0 ? "昆山示例多有限公司" : "上海示例多有限公司",
                           ZHOUSHI);
  taken = match (office, ZHOUSHI, names);
  g_assert_cmpuint (row_at (taken, 0)->candidates->len, ==, XYB_RETURN_MAX_CANDIDATES);
}

/* A firm that was renamed comes back under its old name. */
static void
test_former_name (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  const char *const names[] = { "昆山示例旧名有限公司", "昆山示例新名有限公司", NULL };
  gint64 id = office_add_enterprise (office, "昆山示例旧名有限公司", ZHOUSHI);
  g_autoptr (XybEnterprise) enterprise = office_get_enterprise (office, id);
  g_autoptr (XybReturn) taken = NULL;
  g_autoptr (GError) error = NULL;

  g_free (enterprise->name);
  enterprise->name = g_strdup ("昆山示例新名有限公司");
  xyb_enterprise_store_save (office->store, enterprise, "2020-04-02", &error);
  g_assert_no_error (error);
  taken = match (office, ZHOUSHI, names);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (row_at (taken, i)->match->enterprise_id, ==, id);
      g_assert_cmpint (row_at (taken, i)->match->how, ==, XYB_COMPANY_MATCH_EXACT);
      g_assert_cmpstr (row_at (taken, i)->match->name, ==, "昆山示例新名有限公司");
    }
  /* Under both names in one file it stands there twice. */
  g_assert_null (find_note (row_at (taken, 0), XYB_NOTE_DUPLICATE));
  g_assert_nonnull (find_note (row_at (taken, 1), XYB_NOTE_DUPLICATE));
}

/* ---- what its history asks ---- */

static void
test_history (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  const char *const names[]
    = { "昆山示例往年有限公司", "昆山示例别处有限公司", "昆山示例本处有限公司", NULL };
  gint64 earlier = office_add_enterprise (office, names[0], ZHOUSHI);
  gint64 elsewhere = office_add_enterprise (office, names[1], ZHANGPU);
  gint64 here = office_add_enterprise (office, names[2], ZHOUSHI);
  g_autoptr (XybReturn) taken = NULL;
  const XybReturnNote *note;

  nominate (office, 2019, ZHOUSHI, earlier, "2019-10-15");
  nominate (office, 2020, ZHANGPU, elsewhere, NULL);
  nominate (office, 2020, ZHOUSHI, here, NULL);
  nominate (office, 2019, ZHANGPU, here, NULL);
  taken = match (office, ZHOUSHI, names);

  note = find_note (row_at (taken, 0), XYB_NOTE_EARLIER);
  g_assert_nonnull (note);
  g_assert_cmpint (note->other, ==, 2019);
  g_assert_cmpint (row_at (taken, 0)->match->accepted_year, ==, 2019);

  note = find_note (row_at (taken, 1), XYB_NOTE_ELSEWHERE);
  g_assert_nonnull (note);
  g_assert_cmpint (note->other, ==, ZHANGPU);
  g_assert_cmpstr (note->other_name, ==, "张浦镇");

  /* Its own, and put forward before without having passed: nothing to ask. */
  g_assert_cmpuint (row_at (taken, 2)->notes->len, ==, 0);
}

/* What is closed cannot be put forward: said when the file is read, not when it is imported. */
static void
test_closed (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  const char *const names[] = { "昆山示例关门有限公司", NULL };
  gint64 id = office_add_enterprise (office, names[0], ZHOUSHI);
  g_autoptr (XybEnterprise) enterprise = office_get_enterprise (office, id);
  g_autoptr (XybReturn) taken = NULL;
  g_autoptr (GError) error = NULL;
  const XybReturnNote *note;
  XybAnswer answers[XYB_MAX_ANSWERS];

  enterprise->closed = TRUE;
  xyb_enterprise_store_save (office->store, enterprise, "2020-04-02", &error);
  g_assert_no_error (error);
  taken = match (office, ZHOUSHI, names);
  note = find_note (row_at (taken, 0), XYB_NOTE_CLOSED);
  g_assert_nonnull (note);
  g_assert_cmpuint (xyb_return_list_answers (taken, row_at (taken, 0), note, answers), ==, 1);
  g_assert_cmpint (answers[0], ==, XYB_ANSWER_LEAVE);
}

/* A typed name is looked up like one of the file, and forgotten when it is taken back. */
static void
test_typed (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  const char *const names[] = { "", NULL };
  gint64 earlier = office_add_enterprise (office, "昆山示例往年有限公司", ZHOUSHI);
  g_autoptr (XybReturn) taken = NULL;
  g_autoptr (GError) error = NULL;
  XybReturnRow *row;
  XybReturnNote *note;

  nominate (office, 2019, ZHOUSHI, earlier, "2019-10-15");
  taken = match (office, ZHOUSHI, names);
  row = g_ptr_array_index (taken->rows, 0);
  note = xyb_return_row_note (row, XYB_NOTE_NO_NAME, XYB_RETURN_NAME, TRUE, "没有企业名称");
  g_assert_true (
    xyb_return_answer (taken, row, note, XYB_ANSWER_TYPED, "昆山示例往年有限公司", 0, &error));
  g_assert_cmpint (xyb_return_row_fate (row), ==, XYB_FATE_TAKEN);
  g_assert_true (xyb_return_match_typed (office->store, taken, 2020, &error));
  g_assert_true (xyb_return_match_typed (office->store, taken, 2020, &error));
  g_assert_cmpint (xyb_return_row_enterprise (row), ==, earlier);
  g_assert_cmpint (xyb_return_row_fate (row), ==, XYB_FATE_OPEN);
  g_assert_cmpuint (row->notes->len, ==, 2);
  g_assert_true (xyb_return_answer (taken, row, note, XYB_ANSWER_LEAVE, NULL, 0, &error));
  g_assert_true (xyb_return_match_typed (office->store, taken, 2020, &error));
  g_assert_null (row->match);
  g_assert_cmpuint (row->notes->len, ==, 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  office_test ("/return-match/how-sure", test_how_sure);
  office_test ("/return-match/candidates-best-first", test_candidates);
  office_test ("/return-match/at-most-twenty-candidates", test_many_candidates);
  office_test ("/return-match/former-name-is-the-same-firm", test_former_name);
  office_test ("/return-match/a-typed-name-is-looked-up", test_typed);
  office_test ("/return-match/closed-firms-are-asked-about", test_closed);
  office_test ("/return-match/history-is-asked-about", test_history);
  return g_test_run ();
}
