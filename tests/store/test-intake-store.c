/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "office-fixture.h"
#include "store-fixture.h"
#include "xyb-attachment-store.h"
#include "xyb-choice-store.h"
#include "xyb-decision-store.h"
#include "xyb-intake-store.h"
#include "xyb-origin-store.h"
#include "xyb-return-match.h"
#include "xyb-return-reader.h"

/* Returned 附件2 on their way into the office: all of it, or nothing, and every value with the cell
 * it came from. */

#define HEAD                                                                                       \
  "附件2\n"                                                                                      \
  "2020年昆山市信用管理贯标企业汇总表\n"
#define COLUMNS "序号,企业名称,主要产品,去年销售收入,职工人数,联系人,电话\n"
#define ZHOUSHI_HEAD HEAD "区镇：,周市镇,,业务负责人：王示例,,联系方式：0512-57000001,\n" COLUMNS
#define ZHANGPU_HEAD HEAD "区镇：,张浦镇,,业务负责人：李示例,,联系方式：0512-57000002,\n" COLUMNS

#define MACHINES "1,昆山示例精密机械有限公司,精密零件,12000万元,86人,张示例,0512-55550001\n"
#define MOULDS "2,昆山示例模具有限公司,注塑模具,3500万元,42,钱示例,0512-55550002\n"
#define BOARDS "3,昆山示例电路板有限公司,印制电路板,1.2亿元,230,孙示例,0512-55550003\n"

static char *
in_folder (Office *office, const char *name)
{
  return g_build_filename (office->folder, name, NULL);
}

/* ---- a batch ---- */

/* As the window and xyb do it. */
static XybIntakeFile *
add_file (Office *office, XybIntake *intake, const char *name, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = in_folder (office, name);
  g_autoptr (GPtrArray) districts
    = xyb_unit_store_list (office->store, XYB_UNIT_KIND_DISTRICT, &error);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GHashTable) heads = xyb_head_store_list (office->store, &error);
  XybIntakeFile *file;
  XybReturn *taken;
  XybReturnOptions options = { 0 };

  g_assert_no_error (error);
  fixture_write (path, content, strlen (content));
  file = xyb_intake_add_path (intake, path);
  options.districts = districts;
  options.remembered = heads;
  options.usual = XYB_MONEY_UNIT_WAN;
  options.choices = file->choices;
  taken = xyb_return_read (path, &options, NULL, &error);
  g_assert_no_error (error);
  xyb_return_match (office->store, taken, intake->year, &error);
  g_assert_no_error (error);
  xyb_decision_store_recall (office->store, taken, intake->year, &error);
  g_assert_no_error (error);
  xyb_intake_set_read (file, taken);
  before = office_list_nominations (office, taken->district_id);
  xyb_intake_set_before (file, before);
  xyb_intake_check (intake);
  return file;
}

static XybIntakeReport
import (Office *office, XybIntake *intake)
{
  g_autoptr (GError) error = NULL;
  XybIntakeReport report;

  xyb_intake_store_import (office->store, intake, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  return report;
}

static XybIntakeReport
import_one (Office *office, const char *name, const char *content)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);

  add_file (office, intake, name, content);
  return import (office, intake);
}

static void
assert_refused (Office *office, XybIntake *intake, XybStoreError code, const char *about)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (office->store);
  g_autofree char *files_before = fixture_list (office->folder);
  g_autofree char *after = NULL;
  g_autofree char *files_after = NULL;
  XybIntakeReport report;

  g_assert_false (
    xyb_intake_store_import (office->store, intake, NULL, NULL, NULL, &report, &error));
  g_assert_error (error, XYB_STORE_ERROR, (int) code);
  fixture_assert_sentence (error, about);
  after = fixture_dump (office->store);
  g_assert_cmpstr (after, ==, before);
  files_after = fixture_list (office->folder);
  g_assert_cmpstr (files_after, ==, files_before);
  g_assert_cmpuint (report.added, ==, 0);
}

static gint64
count (Office *office, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);

  return fixture_query (office->store, sql);
}

static char *
names_of (Office *office, gint64 unit_id)
{
  g_autoptr (GPtrArray) rows = office_list_nominations (office, unit_id);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const XybNomination *row = rows->pdata[i];

      g_assert_cmpint (row->position, ==, i + 1);
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", row->enterprise_name);
    }
  return g_string_free (names, FALSE);
}

static void
assert_names (Office *office, gint64 unit_id, const char *expected)
{
  g_autofree char *names = names_of (office, unit_id);

  g_assert_cmpstr (names, ==, expected);
}

static XybReturnRow *
row_at (const XybIntakeFile *file, guint i)
{
  return g_ptr_array_index (file->taken->rows, i);
}

static XybReturnNote *
question_of (XybReturnRow *row, XybNoteKind kind)
{
  for (guint i = 0; i < row->notes->len; i++)
    if (((XybReturnNote *) g_ptr_array_index (row->notes, i))->kind == kind)
      return g_ptr_array_index (row->notes, i);
  g_error ("row %u does not ask", row->row);
}

static void
answer (XybIntake *intake, XybIntakeFile *file, guint i, XybNoteKind kind, XybAnswer answer)
{
  g_autoptr (GError) error = NULL;
  XybReturnRow *row = row_at (file, i);

  xyb_intake_answer (intake, file, row, question_of (row, kind), answer, "有理由", 0, &error);
  g_assert_no_error (error);
}

/* ---- one revision ---- */

static void
test_one_revision (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  g_autofree char *empty = fixture_dump (office->store);
  g_autofree char *full = NULL;
  g_autofree char *again = NULL;
  g_autofree char *back = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (XybSubmission) submission = NULL;
  gint64 revisions = count (office, "revision");
  const XybNomination *row;
  XybIntakeReport report;

  add_file (office, intake, "附件2 周市镇.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  add_file (office, intake, "附件2 张浦镇.csv", ZHANGPU_HEAD BOARDS);
  report = import (office, intake);
  g_assert_cmpuint (report.files, ==, 2);
  g_assert_cmpuint (report.added, ==, 3);
  g_assert_cmpuint (report.new_enterprises, ==, 3);
  office_assert_label (office, "导入附件2：周市镇、张浦镇 3 家");
  g_assert_cmpint (count (office, "revision"), ==, revisions + 1);
  g_assert_cmpint (xyb_intake_file_state (g_ptr_array_index (intake->files, 0)), ==,
                   XYB_INTAKE_IMPORTED);

  assert_names (office, ZHOUSHI, "昆山示例精密机械有限公司 昆山示例模具有限公司");
  assert_names (office, ZHANGPU, "昆山示例电路板有限公司");
  rows = office_list_nominations (office, ZHANGPU);
  row = rows->pdata[0];
  g_assert_cmpint (row->revenue_fen, ==, G_GINT64_CONSTANT (12000000000));
  g_assert_cmpint (row->headcount, ==, 230);
  g_assert_cmpstr (row->contact, ==, "孙示例");
  g_assert_cmpstr (row->phone, ==, "0512-55550003");
  submission = xyb_submission_store_get (office->store, 2020, ZHOUSHI, &error);
  g_assert_no_error (error);
  g_assert_cmpint (submission->state, ==, XYB_SUBMISSION_RECEIVED);
  g_assert_cmpstr (submission->received_on, ==, "2020-04-14");
  g_assert_cmpstr (submission->officer, ==, "王示例");
  g_assert_cmpstr (submission->officer_phone, ==, "0512-57000001");

  /* One undo takes all of it back, enterprises and search too; redo brings it again. */
  full = fixture_dump (office->store);
  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
  back = fixture_dump (office->store);
  g_assert_cmpstr (back, ==, empty);
  xyb_store_redo (office->store, NULL, &error);
  g_assert_no_error (error);
  again = fixture_dump (office->store);
  g_assert_cmpstr (again, ==, full);
}

/* What a row of the log says is what a clerk did: not where each cell came from. */
static void
test_log_leaves_origins_out (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) revisions = NULL;
  const XybRevision *revision;

  import_one (office, "附件2 周市镇.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  revisions = xyb_store_list_revisions (office->store, 1, 0, TRUE, NULL);
  revision = revisions->pdata[0];
  /* Two enterprises, two rows, the file, the submission. */
  g_assert_cmpint (revision->records, ==, 6);
  for (guint i = 0; i < revision->changes->len; i++)
    {
      const XybChange *change = revision->changes->pdata[i];

      g_assert_cmpstr (change->table_name, !=, "nomination_origin");
      g_assert_cmpstr (change->table_name, !=, "returned_sheet");
    }
  g_assert_cmpint (count (office, "nomination_origin"), ==, 2);
  g_assert_cmpint (
    fixture_query (office->store,
                   "SELECT count(*) FROM revision_record WHERE table_name = 'nomination_origin'"),
    ==, 0);
}

static void
test_known_enterprises_are_not_made_twice (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 known = office_add_enterprise (office, "昆山示例精密机械有限公司", ZHOUSHI);
  XybIntakeReport report = import_one (office, "附件2.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  g_autoptr (GPtrArray) rows = office_list_nominations (office, ZHOUSHI);

  g_assert_cmpuint (report.new_enterprises, ==, 1);
  g_assert_cmpint (((XybNomination *) rows->pdata[0])->enterprise_id, ==, known);
  g_assert_cmpint (count (office, "enterprise"), ==, 2);
}

/* ---- the same again, and a second version ---- */

static void
test_same_file_changes_nothing (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  const char *content = ZHOUSHI_HEAD MACHINES MOULDS;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint64 revisions;
  XybIntakeReport report;

  import_one (office, "附件2.csv", content);
  first = fixture_dump (office->store);
  revisions = count (office, "revision");
  report = import_one (office, "附件2 再发一次.csv", content);
  g_assert_cmpuint (report.added + report.changed + report.removed, ==, 0);
  second = fixture_dump (office->store);
  g_assert_cmpstr (second, ==, first);
  g_assert_cmpint (count (office, "revision"), ==, revisions);
}

static void
test_second_version (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  XybIntakeReport report;

  import_one (office, "附件2.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  report = import_one (office, "附件2 更正.csv",
                       ZHOUSHI_HEAD BOARDS
                       "2,昆山示例模具有限公司,注塑模具,3600万元,42,钱示例,0512-55550002\n");
  g_assert_cmpuint (report.added, ==, 1);
  g_assert_cmpuint (report.changed, ==, 1);
  g_assert_cmpuint (report.removed, ==, 1);
  assert_names (office, ZHOUSHI, "昆山示例电路板有限公司 昆山示例模具有限公司");
  rows = office_list_nominations (office, ZHOUSHI);
  g_assert_cmpint (((XybNomination *) rows->pdata[1])->revenue_fen, ==,
                   G_GINT64_CONSTANT (3600000000));
  files = xyb_intake_store_list_files (office->store, 2020, ZHOUSHI, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_cmpstr (((XybReturnedFile *) files->pdata[0])->name, ==, "附件2 更正.csv");
  g_assert_cmpstr (((XybReturnedFile *) files->pdata[1])->name, ==, "附件2.csv");
  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
  assert_names (office, ZHOUSHI, "昆山示例精密机械有限公司 昆山示例模具有限公司");
}

static void
test_refused_changes_stay_out (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  XybIntakeFile *file;
  XybIntakeReport report;

  import_one (office, "附件2.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  file = add_file (office, intake, "附件2 更正.csv",
                   ZHOUSHI_HEAD BOARDS
                   "2,昆山示例模具有限公司,注塑模具,3600万元,42,钱示例,0512-55550002\n");
  for (guint i = 0; i < file->changes->len; i++)
    ((XybReturnChange *) file->changes->pdata[i])->refused = TRUE;
  report = import (office, intake);
  g_assert_cmpuint (report.added + report.changed + report.removed, ==, 0);
  assert_names (office, ZHOUSHI, "昆山示例模具有限公司 昆山示例精密机械有限公司");
}

/* ---- doubtful rows ---- */

static void
test_open_rows_wait (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybSubmission) submission = NULL;
  g_autoptr (GError) error = NULL;
  XybIntakeReport report;

  office_add_enterprise (office, "昆山市示例模具股份有限公司", ZHANGPU);
  report = import_one (office, "附件2.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  g_assert_cmpuint (report.added, ==, 1);
  g_assert_cmpuint (report.open, ==, 1);
  assert_names (office, ZHOUSHI, "昆山示例精密机械有限公司");
  submission = xyb_submission_store_get (office->store, 2020, ZHOUSHI, &error);
  g_assert_cmpint (submission->state, ==, XYB_SUBMISSION_QUESTIONS);
}

/* Decided once, it is known: in the next file, and of another 区镇, and next year. */
static void
test_decisions_are_remembered (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 known = office_add_enterprise (office, "昆山市示例模具股份有限公司", ZHANGPU);
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  g_autoptr (XybIntake) next = xyb_intake_new (2020);
  g_autoptr (GPtrArray) rows = NULL;
  XybIntakeFile *file = add_file (office, intake, "附件2.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  const XybReturnNote *note;

  answer (intake, file, 1, XYB_NOTE_ALIKE, XYB_ANSWER_SAME);
  import (office, intake);
  rows = office_list_nominations (office, ZHOUSHI);
  g_assert_cmpint (((XybNomination *) rows->pdata[1])->enterprise_id, ==, known);
  g_assert_cmpint (count (office, "return_decision"), ==, 1);

  file = add_file (office, next, "更正.csv", ZHOUSHI_HEAD MACHINES MOULDS BOARDS);
  note = question_of (row_at (file, 1), XYB_NOTE_ALIKE);
  g_assert_cmpint (note->decision.answer, ==, XYB_ANSWER_SAME);
  g_assert_true (note->decision.recalled);
  g_assert_cmpint (xyb_return_row_fate (row_at (file, 1)), ==, XYB_FATE_TAKEN);
  import (office, next);
  assert_names (office, ZHOUSHI,
                "昆山示例精密机械有限公司 昆山市示例模具股份有限公司 昆山示例电路板有限公司");
  g_assert_cmpint (count (office, "return_decision"), ==, 1);
}

/* What was decided of one sum says nothing of another. */
static void
test_decisions_are_of_what_was_seen (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  g_autoptr (XybIntake) same = xyb_intake_new (2020);
  g_autoptr (XybIntake) other = xyb_intake_new (2020);
  XybIntakeFile *file
    = add_file (office, intake, "附件2.csv",
                ZHOUSHI_HEAD
                "1,昆山示例精密机械有限公司,精密零件,不便透露,86,张示例,0512-55550001\n");

  answer (intake, file, 0, XYB_NOTE_BAD_REVENUE, XYB_ANSWER_BLANK);
  import (office, intake);
  file = add_file (office, same, "再发.csv",
                   ZHOUSHI_HEAD
                   "1,昆山示例精密机械有限公司,精密零件,不便透露,88,张示例,0512-55550001\n");
  g_assert_cmpint (xyb_return_row_fate (row_at (file, 0)), ==, XYB_FATE_TAKEN);
  file = add_file (office, other, "又一份.csv",
                   ZHOUSHI_HEAD
                   "1,昆山示例精密机械有限公司,精密零件,过后再报,86,张示例,0512-55550001\n");
  g_assert_cmpint (xyb_return_row_fate (row_at (file, 0)), ==, XYB_FATE_OPEN);
}

/* ---- what stands in the way ---- */

static void
test_cancelled (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *files_before = NULL;
  g_autofree char *files_after = NULL;
  g_autoptr (GError) error = NULL;
  XybIntakeFile *file = add_file (office, intake, "附件2.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  XybIntakeReport report;

  before = fixture_dump (office->store);
  files_before = fixture_list (office->folder);
  g_cancellable_cancel (cancellable);
  g_assert_false (
    xyb_intake_store_import (office->store, intake, NULL, NULL, cancellable, &report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = fixture_dump (office->store);
  g_assert_cmpstr (after, ==, before);
  files_after = fixture_list (office->folder);
  g_assert_cmpstr (files_after, ==, files_before);
  g_assert_false (file->imported);
}

static void
test_changed_file_is_refused (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  XybIntakeFile *file;

  add_file (office, intake, "附件2 张浦镇.csv", ZHANGPU_HEAD BOARDS);
  file = add_file (office, intake, "附件2.csv", ZHOUSHI_HEAD MACHINES);
  fixture_write (file->path, ZHOUSHI_HEAD MOULDS, strlen (ZHOUSHI_HEAD MOULDS));
  assert_refused (office, intake, XYB_STORE_ERROR_CONFLICT, "附件2.csv");
}

static void
test_list_changed_since_is_refused (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);

  add_file (office, intake, "附件2.csv", ZHOUSHI_HEAD MOULDS);
  import_one (office, "别处.csv", ZHOUSHI_HEAD MACHINES);
  assert_refused (office, intake, XYB_STORE_ERROR_CONFLICT, "周市镇");
}

/* Between the preview and the import a colleague has registered it, or put it forward. */
static void
test_duplicates_are_looked_for_inside (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybIntake) registered = xyb_intake_new (2020);
  g_autoptr (XybIntake) nominated = xyb_intake_new (2020);

  office_add_enterprise (office, "昆山示例模具有限公司", ZHOUSHI);
  add_file (office, registered, "附件2.csv", ZHOUSHI_HEAD MACHINES);
  add_file (office, nominated, "周市镇.csv", ZHOUSHI_HEAD MOULDS);
  office_add_enterprise (office, "昆山示例精密机械有限公司", ZHANGPU);
  assert_refused (office, registered, XYB_STORE_ERROR_CONFLICT, "第 5 行");
  import_one (office, "张浦镇.csv", ZHANGPU_HEAD MOULDS);
  assert_refused (office, nominated, XYB_STORE_ERROR_EXISTS, "张浦镇");
}

/* A firm that is closed in the register is asked about; one that was closed since is not taken. */
static void
test_closed_enterprise_is_refused (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  gint64 id = office_add_enterprise (office, "昆山示例模具有限公司", ZHOUSHI);
  g_autoptr (XybEnterprise) enterprise = office_get_enterprise (office, id);
  g_autoptr (GError) error = NULL;

  add_file (office, intake, "附件2.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  enterprise->closed = TRUE;
  xyb_enterprise_store_save (office->store, enterprise, NULL, &error);
  g_assert_no_error (error);
  assert_refused (office, intake, XYB_STORE_ERROR_INVALID, "昆山示例模具有限公司");
}

static void
test_nothing_to_do (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  g_autoptr (XybIntake) unknown = xyb_intake_new (2020);

  assert_refused (office, intake, XYB_STORE_ERROR_NOTHING, "文件");
  add_file (office, unknown, "附件2.csv", HEAD COLUMNS MACHINES);
  assert_refused (office, unknown, XYB_STORE_ERROR_NOTHING, "文件");
}

/* ---- two 区镇, one enterprise ---- */

static void
test_moves_here (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  XybIntakeFile *file;
  XybIntakeReport report;

  import_one (office, "张浦镇.csv", ZHANGPU_HEAD MOULDS BOARDS);
  file = add_file (office, intake, "周市镇.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  answer (intake, file, 1, XYB_NOTE_ELSEWHERE, XYB_ANSWER_HERE);
  report = import (office, intake);
  g_assert_cmpuint (report.moved, ==, 1);
  g_assert_cmpuint (report.added, ==, 1);
  assert_names (office, ZHOUSHI, "昆山示例精密机械有限公司 昆山示例模具有限公司");
  assert_names (office, ZHANGPU, "昆山示例电路板有限公司");
  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
  assert_names (office, ZHOUSHI, "");
  assert_names (office, ZHANGPU, "昆山示例模具有限公司 昆山示例电路板有限公司");
}

/* Both in one batch, the one it goes to first. */
static void
test_moves_within_a_batch (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  XybIntakeFile *file;

  import_one (office, "张浦镇.csv", ZHANGPU_HEAD MOULDS BOARDS);
  file = add_file (office, intake, "周市镇.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  add_file (office, intake, "张浦镇 更正.csv", ZHANGPU_HEAD BOARDS);
  answer (intake, file, 1, XYB_NOTE_ELSEWHERE, XYB_ANSWER_HERE);
  import (office, intake);
  assert_names (office, ZHOUSHI, "昆山示例精密机械有限公司 昆山示例模具有限公司");
  assert_names (office, ZHANGPU, "昆山示例电路板有限公司");
}

static void
test_one_enterprise_of_two_files (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  XybIntakeFile *file;

  add_file (office, intake, "周市镇.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  file = add_file (office, intake, "张浦镇.csv", ZHANGPU_HEAD MOULDS BOARDS);
  answer (intake, file, 0, XYB_NOTE_ELSEWHERE, XYB_ANSWER_HERE);
  import (office, intake);
  assert_names (office, ZHOUSHI, "昆山示例精密机械有限公司");
  assert_names (office, ZHANGPU, "昆山示例模具有限公司 昆山示例电路板有限公司");
  g_assert_cmpint (count (office, "enterprise"), ==, 3);
}

/* ---- the kept copy ---- */

static void
test_copy_is_kept (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  const char *content = ZHOUSHI_HEAD MACHINES;
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  g_autofree char *kept = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  const XybReturnedFile *file;
  gsize length;

  import_one (office, "附件2 周市镇.csv", content);
  files = xyb_intake_store_list_files (office->store, 2020, 0, &error);
  g_assert_no_error (error);
  file = files->pdata[0];
  g_assert_cmpstr (file->sha256, ==, expected);
  g_assert_cmpstr (file->name, ==, "附件2 周市镇.csv");
  g_assert_cmpstr (file->format, ==, "csv");
  g_assert_cmpstr (file->district, ==, "周市镇");
  g_assert_cmpint (file->bytes, ==, strlen (content));
  kept = xyb_attachment_store_dup_path (office->store, file->sha256);
  bytes = fixture_read (kept, &length);
  g_assert_cmpmem (bytes, length, content, strlen (content));
}

/* B-12: sheets and hidden columns are asked about once a year for each 区镇. */
static void
test_choices_are_remembered (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybReturnChoices) known = xyb_return_choices_new ();
  g_autoptr (XybReturnChoices) other = xyb_return_choices_new ();
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  g_autoptr (XybIntake) again = xyb_intake_new (2020);
  g_autoptr (GError) error = NULL;
  XybIntakeFile *file = add_file (office, intake, "附件2.csv", ZHOUSHI_HEAD MACHINES);
  gboolean changed;

  g_hash_table_insert (file->choices->sheets, g_strdup ("2019"), GINT_TO_POINTER (XYB_ANSWER_TAKE));
  g_hash_table_insert (file->choices->columns, g_strdup ("G!Sheet1"),
                       GINT_TO_POINTER (XYB_ANSWER_LEAVE));
  import (office, intake);
  file = add_file (office, again, "附件2 新.csv", ZHOUSHI_HEAD MOULDS);
  g_hash_table_insert (file->choices->sheets, g_strdup ("2019"),
                       GINT_TO_POINTER (XYB_ANSWER_LEAVE));
  import (office, again);
  g_assert_cmpint (count (office, "return_decision"), ==, 2);

  g_hash_table_insert (known->columns, g_strdup ("G!Sheet1"), GINT_TO_POINTER (XYB_ANSWER_TAKE));
  g_assert_true (xyb_choice_store_recall (office->store, 2020, ZHOUSHI, known, &changed, &error));
  g_assert_true (changed);
  g_assert_cmpint (xyb_return_choices_get_sheet (known, "2019"), ==, XYB_ANSWER_LEAVE);
  g_assert_cmpint (xyb_return_choices_get_column (known, "Sheet1", 6), ==, XYB_ANSWER_TAKE);
  g_assert_true (xyb_choice_store_recall (office->store, 2020, ZHANGPU, other, &changed, &error));
  g_assert_false (changed);
  g_assert_true (xyb_choice_store_recall (office->store, 2019, ZHOUSHI, other, &changed, &error));
  g_assert_false (changed);
}

/* ---- afterwards ---- */

static const XybOriginValue *
value_at (const GPtrArray *origins, guint i, guint field)
{
  return ((XybOrigin *) origins->pdata[i])->values->pdata[field];
}

static GPtrArray *
origins_of (Office *office, const XybNomination *row)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *origins = xyb_origin_store_list (office->store, row->enterprise_id, &error);

  g_assert_no_error (error);
  return origins;
}

/* Each value with its file, sheet, row, column and the very text, whatever becomes of it later. */
static void
test_origin_of_each_value (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) origins = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  const XybOrigin *origin;
  XybNomination *row;

  import_one (office, "附件2 张浦镇.csv", ZHANGPU_HEAD MACHINES BOARDS);
  rows = office_list_nominations (office, ZHANGPU);
  row = rows->pdata[1];
  origins = origins_of (office, row);
  g_assert_cmpuint (origins->len, ==, 1);
  origin = origins->pdata[0];
  g_assert_cmpint (origin->year, ==, 2020);
  g_assert_cmpstr (origin->district, ==, "张浦镇");
  g_assert_cmpstr (origin->file, ==, "附件2 张浦镇.csv");
  g_assert_cmpuint (origin->row, ==, 6);
  g_assert_cmpstr (value_at (origins, 0, 0)->field, ==, "企业名称");
  g_assert_cmpstr (value_at (origins, 0, 0)->cell, ==, "B6");
  g_assert_cmpstr (value_at (origins, 0, 2)->field, ==, "去年销售收入");
  g_assert_cmpstr (value_at (origins, 0, 2)->cell, ==, "D6");
  g_assert_cmpstr (value_at (origins, 0, 2)->raw, ==, "1.2亿元");
  g_assert_cmpstr (value_at (origins, 0, 2)->now, ==, "1.2亿元");
  g_assert_false (value_at (origins, 0, 2)->changed);

  row->revenue_fen = G_GINT64_CONSTANT (13000000000);
  row->signed_on = g_strdup ("2020-05-01");
  xyb_nomination_store_save (office->store, row, &error);
  g_assert_no_error (error);
  later = origins_of (office, row);
  g_assert_cmpstr (value_at (later, 0, 2)->raw, ==, "1.2亿元");
  g_assert_cmpstr (value_at (later, 0, 2)->now, ==, "1.3亿元");
  g_assert_true (value_at (later, 0, 2)->changed);
  g_assert_cmpstr (value_at (later, 0, 2)->then, ==, "1.2亿元");
  g_assert_false (value_at (later, 0, 3)->changed);

  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
  again = origins_of (office, row);
  g_assert_false (value_at (again, 0, 2)->changed);
}

/* A corrected return says where the values come from now; the first one stays to be seen. */
static void
test_origin_of_a_second_version (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) origins = NULL;

  import_one (office, "附件2.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  import_one (office, "更正.csv",
              ZHOUSHI_HEAD MACHINES
              "2,昆山示例模具有限公司,注塑模具,3600万元,42,钱示例,0512-55550002\n");
  rows = office_list_nominations (office, ZHOUSHI);
  origins = origins_of (office, rows->pdata[1]);
  g_assert_cmpuint (origins->len, ==, 2);
  g_assert_cmpstr (((XybOrigin *) origins->pdata[0])->file, ==, "更正.csv");
  g_assert_false (((XybOrigin *) origins->pdata[0])->replaced);
  g_assert_false (value_at (origins, 0, 2)->changed);
  g_assert_true (((XybOrigin *) origins->pdata[1])->replaced);
  g_assert_cmpstr (value_at (origins, 1, 2)->raw, ==, "3500万元");
  g_ptr_array_unref (origins);
  origins = origins_of (office, rows->pdata[0]);
  g_assert_cmpuint (origins->len, ==, 1);
  g_assert_cmpstr (((XybOrigin *) origins->pdata[0])->file, ==, "附件2.csv");
}

/* A row that is taken out of 附件2, or whose enterprise goes, takes its origin along; undo has it.
 */
static void
test_origin_goes_with_its_row (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  import_one (office, "附件2.csv", ZHOUSHI_HEAD MACHINES MOULDS);
  before = fixture_dump (office->store);
  rows = office_list_nominations (office, ZHOUSHI);
  xyb_nomination_store_remove (office->store, ((XybNomination *) rows->pdata[0])->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (office, "nomination_origin"), ==, 1);
  xyb_enterprise_store_remove (office->store, ((XybNomination *) rows->pdata[0])->enterprise_id,
                               &error);
  g_assert_no_error (error);
  xyb_store_undo (office->store, NULL, &error);
  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
  after = fixture_dump (office->store);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_setenv ("XYB_TODAY", "2020-04-14", TRUE);
  g_test_init (&argc, &argv, NULL);
  office_test ("/intake/one-revision-undone-and-done-again", test_one_revision);
  office_test ("/intake/log-leaves-origins-out", test_log_leaves_origins_out);
  office_test ("/intake/known-enterprises-are-not-made-twice",
               test_known_enterprises_are_not_made_twice);
  office_test ("/intake/same-file-changes-nothing", test_same_file_changes_nothing);
  office_test ("/intake/second-version-is-a-difference", test_second_version);
  office_test ("/intake/refused-changes-stay-out", test_refused_changes_stay_out);
  office_test ("/intake/open-rows-wait", test_open_rows_wait);
  office_test ("/intake/decisions-are-remembered", test_decisions_are_remembered);
  office_test ("/intake/decisions-are-of-what-was-seen", test_decisions_are_of_what_was_seen);
  office_test ("/intake/choices-are-remembered", test_choices_are_remembered);
  office_test ("/intake/cancelled-leaves-nothing", test_cancelled);
  office_test ("/intake/file-changed-since-the-preview", test_changed_file_is_refused);
  office_test ("/intake/list-changed-since-the-preview", test_list_changed_since_is_refused);
  office_test ("/intake/duplicates-are-looked-for-inside", test_duplicates_are_looked_for_inside);
  office_test ("/intake/enterprise-closed-since-the-preview", test_closed_enterprise_is_refused);
  office_test ("/intake/nothing-to-do", test_nothing_to_do);
  office_test ("/intake/moves-here", test_moves_here);
  office_test ("/intake/moves-within-a-batch", test_moves_within_a_batch);
  office_test ("/intake/one-enterprise-of-two-files", test_one_enterprise_of_two_files);
  office_test ("/intake/copy-is-kept", test_copy_is_kept);
  office_test ("/intake/origin-of-each-value", test_origin_of_each_value);
  office_test ("/intake/origin-of-a-second-version", test_origin_of_a_second_version);
  office_test ("/intake/origin-goes-with-its-row", test_origin_goes_with_its_row);
  return g_test_run ();
}
