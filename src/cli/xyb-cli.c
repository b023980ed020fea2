/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include <libintl.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>

#include "xyb-config.h"
#include "xyb-credit-code.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

G_DEFINE_QUARK (xyb_cli_error_quark, xyb_cli_error)

#define MAX_OPERATOR 50

struct _XybCli
{
  char *office;
  char *operator_name;
  gboolean json;
  gboolean help;
  char **arguments; /* what stands after the options of the command */
  const XybCliCommand *command;
  XybStore *written; /* the office, where the command may change it */
};

const XybCliCommand *const xyb_cli_command_lists[] = {
  xyb_cli_office_commands,
  xyb_cli_overview_commands,
  xyb_cli_plan_commands,
  xyb_cli_plan_row_commands,
  xyb_cli_rollover_commands,
  xyb_cli_quota_commands,
  xyb_cli_enterprise_commands,
  xyb_cli_merge_commands,
  xyb_cli_nomination_commands,
  xyb_cli_nomination_list_commands,
  xyb_cli_return_commands,
  xyb_cli_intake_commands,
  xyb_cli_submission_commands,
  xyb_cli_progress_commands,
  xyb_cli_progress_record_commands,
  xyb_cli_material_commands,
  xyb_cli_material_list_commands,
  xyb_cli_award_commands,
  xyb_cli_list_commands,
  xyb_cli_award_import_commands,
  xyb_cli_milestone_commands,
  xyb_cli_scheme_commands,
  xyb_cli_assessment_commands,
  xyb_cli_assessment_mark_commands,
  xyb_cli_assessment_freeze_commands,
  xyb_cli_assessment_export_commands,
  xyb_cli_export_commands,
  xyb_cli_document_commands,
  xyb_cli_unit_commands,
  xyb_cli_journal_commands,
  NULL,
};

const char *
xyb_cli_get_office (XybCli *self)
{
  return self->office;
}

const char *
xyb_cli_get_operator (XybCli *self)
{
  return self->operator_name;
}

const char *
xyb_cli_get_argument (XybCli *self, guint index)
{
  return index < xyb_cli_get_n_arguments (self) ? self->arguments[index] : NULL;
}

guint
xyb_cli_get_n_arguments (XybCli *self)
{
  return self->arguments == NULL ? 0 : g_strv_length (self->arguments);
}

gboolean
xyb_cli_wants_json (XybCli *self)
{
  return self->json;
}

/**
 * xyb_cli_print:
 *
 * Writes UTF-8 to standard output as it is, whatever the locale's character set.
 */
void
xyb_cli_print (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  fputs (text, stdout);
}

/**
 * xyb_cli_usage_error:
 *
 * Sets an error that ends the program with status 2.
 *
 * Returns: %FALSE
 */
gboolean
xyb_cli_usage_error (GError **error, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, XYB_CLI_ERROR, XYB_CLI_ERROR_USAGE, text);
  return FALSE;
}

static XybStore *
open_with (XybCli *self, XybStoreOpenFlags flags, GError **error)
{
  XybStore *store = xyb_store_open (self->office, flags, error);

  if (store == NULL)
    return NULL;
  if (self->operator_name != NULL)
    xyb_store_set_operator (store, self->operator_name);
  if (xyb_store_get_notice (store) != NULL)
    g_printerr ("%s\n", xyb_store_get_notice (store));
  return store;
}

/**
 * xyb_cli_open:
 *
 * Returns: (transfer full): the office, to be written; %NULL with the store's sentence
 */
XybStore *
xyb_cli_open (XybCli *self, GError **error)
{
  XybStore *store = open_with (self, XYB_STORE_OPEN_DEFAULT, error);

  if (store != NULL)
    g_set_object (&self->written, store);
  return store;
}

/* Of an older program: it climbs, with a backup, where this program may write it. */
static gboolean
bring_up_to_date (XybCli *self)
{
  g_autoptr (XybStore) store = xyb_store_open (self->office, XYB_STORE_OPEN_DEFAULT, NULL);

  return store != NULL;
}

/**
 * xyb_cli_open_to_read:
 *
 * Returns: (transfer full): the office, read-only, also while the window has it
 */
XybStore *
xyb_cli_open_to_read (XybCli *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  XybStore *store = open_with (self, XYB_STORE_OPEN_READ_ONLY, &local);

  if (g_error_matches (local, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY)
      && bring_up_to_date (self))
    {
      g_clear_error (&local);
      store = open_with (self, XYB_STORE_OPEN_READ_ONLY, &local);
    }
  if (store == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return store;
}

gboolean
xyb_cli_need_year (const char *text, int *out_year, GError **error)
{
  if (text == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --year 给出年度，例如 --year 2020。"));
  return xyb_year_parse (text, out_year, error);
}

gboolean
xyb_cli_need_track (const char *text, XybTrack *out_track, GError **error)
{
  if (text == NULL)
    return xyb_cli_usage_error (
      error, _ ("请用 --track 给出类别：accreditation（贯标）、city_model（市级示范）或 "
                "province_model（省级示范）。"));
  *out_track = xyb_track_from_key (text);
  if (*out_track == 0)
    return xyb_cli_usage_error (
      error,
      _ ("没有类别「%s」，可用：accreditation（贯标）、city_model（市级示范）、"
         "province_model（省级示范）。"),
      text);
  return TRUE;
}

/* Those of @ids whose name or code is @text and nothing more. */
static GArray *
keep_exact (XybStore *store, GArray *ids, const char *text, GError **error)
{
  g_autoptr (GPtrArray) hits
    = xyb_enterprise_store_get_many (store, (const gint64 *) ids->data, ids->len, error);
  g_autofree char *key = xyb_text_key (text);
  g_autofree char *code = xyb_credit_code_normalise (text);
  GArray *exact;

  if (hits == NULL)
    return NULL;
  exact = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < hits->len; i++)
    {
      XybEnterprise *one = g_ptr_array_index (hits, i);
      g_autofree char *name_key = xyb_text_key (one->name);

      if (g_str_equal (name_key, key) || g_strcmp0 (one->credit_code, code) == 0)
        g_array_append_val (exact, one->id);
    }
  return exact;
}

static XybEnterprise *
take_only_hit (XybStore *store, const char *text, GError **error)
{
  XybEnterpriseQuery query = { .text = text, .include_closed = TRUE };
  g_autoptr (GArray) ids = xyb_enterprise_store_query (store, &query, error);
  g_autoptr (GArray) exact = NULL;

  if (ids == NULL)
    return NULL;
  /* A full name or code wins over others that merely contain it. */
  exact = keep_exact (store, ids, text, error);
  if (exact == NULL)
    return NULL;
  if (exact->len == 1)
    return xyb_enterprise_store_get (store, g_array_index (exact, gint64, 0), error);
  if (ids->len == 1)
    return xyb_enterprise_store_get (store, g_array_index (ids, gint64, 0), error);
  g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
               ids->len == 0 ? _ ("企业库里没有「%s」，请先用 xyb enterprise add 登记。")
                             : _ ("「%s」对应多家企业，请给出全名、统一社会信用代码或编号。"),
               text);
  return NULL;
}

/**
 * xyb_cli_find_enterprise:
 * @text: an id, a credit code, a name, or a part of a name that only one enterprise has
 *
 * Returns: (transfer full): the one enterprise meant; %NULL with a sentence
 */
XybEnterprise *
xyb_cli_find_enterprise (XybStore *store, const char *text, GError **error)
{
  gint64 id;

  /* An id and an all-digit code may both have 18 digits: what is an id is taken as one. */
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    {
      g_autoptr (GError) local = NULL;
      XybEnterprise *enterprise = xyb_enterprise_store_get (store, id, &local);

      if (enterprise != NULL)
        return enterprise;
      if (!g_error_matches (local, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }
  return take_only_hit (store, text, error);
}

/* ---- finding and running the command ---- */

/* 「plan show …」 or 「undo …」: how many words the command's name takes, 0 if none fits. */
static guint
find_command (int argc, char **argv, const XybCliCommand **out_command)
{
  for (const XybCliCommand *const *list = xyb_cli_command_lists; *list != NULL; list++)
    for (const XybCliCommand *c = *list; c->name != NULL; c++)
      {
        g_auto (GStrv) words = g_strsplit (c->name, " ", 0);
        guint n = g_strv_length (words);
        guint i = 0;

        while (i < n && (int) i + 1 < argc && g_str_equal (argv[i + 1], words[i]))
          i++;
        if (i == n)
          {
            *out_command = c;
            return n;
          }
      }
  return 0;
}

/* 「xyb --office F undo」 means 「xyb undo --office F」: options in front go behind the command. */
static void
rotate_leading_options (int argc, char **argv)
{
  static const char *const with_value[] = { "--office", "--operator", NULL };
  int n = 1;

  while (n < argc && g_str_has_prefix (argv[n], "--"))
    n += g_strv_contains (with_value, argv[n]) ? 2 : 1;
  if (n <= 1 || n >= argc)
    return;
  for (int moved = 1; moved < n; moved++)
    {
      char *option = argv[1];

      memmove (&argv[1], &argv[2], (argc - 2) * sizeof *argv);
      argv[argc - 1] = option;
    }
}

/* GLib's own words come in the system's language; the clerk reads Chinese. */
static gboolean
option_error (const GError *from, const char *command, GError **error)
{
  const char *found = strstr (from->message, "-");
  gsize length = found == NULL ? 0 : strcspn (found, " \n");
  g_autofree char *option = g_strndup (found != NULL ? found : "", length);

  if (g_error_matches (from, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    return xyb_cli_usage_error (error, _ ("不认识选项 %s，请看 xyb %s --help。"), option, command);
  if (g_error_matches (from, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE))
    return xyb_cli_usage_error (error, _ ("选项 %s 缺少值或值不对，请看 xyb %s --help。"), option,
                                command);
  return xyb_cli_usage_error (error,
                              _ ("命令行里有不能识别的字符（不是 UTF-8），请看 xyb %s --help。"),
                              command);
}

static gboolean
parse_options (XybCli *self, int argc, char **argv, GError **error)
{
  const XybCliCommand *command = self->command;
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) local = NULL;
  const GOptionEntry common[] = {
    { "office", 0, 0, G_OPTION_ARG_FILENAME, &self->office, N_ ("办公数据文件"), N_ ("文件") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("输出 JSON"), NULL },
    { "operator", 0, 0, G_OPTION_ARG_STRING, &self->operator_name, N_ ("操作人，记入操作日志"),
      N_ ("姓名") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->help, N_ ("显示这份说明"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->arguments, NULL, NULL },
    { NULL },
  };

  /* GLib's own help has its headings in the system's language. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &local))
    return option_error (local, command->name, error);
  if (self->help)
    xyb_cli_print_help (command, common);
  return TRUE;
}

static gboolean
check_arguments (XybCli *self, GError **error)
{
  guint n = xyb_cli_get_n_arguments (self);

  if (n < self->command->min_arguments)
    return xyb_cli_usage_error (error, _ ("「xyb %s」还要给出：%s。"), self->command->name,
                                _ (self->command->arguments));
  if (n > self->command->max_arguments)
    return xyb_cli_usage_error (error, _ ("「xyb %s」不认识「%s」，请看 xyb %s --help。"),
                                self->command->name, self->arguments[self->command->max_arguments],
                                self->command->name);
  return TRUE;
}

/* The name stands in every line of the log: like every name, no control characters, no essay. */
static gboolean
check_operator (XybCli *self, GError **error)
{
  char *clean;

  if (self->operator_name == NULL)
    return TRUE;
  clean = xyb_text_check_field (_ ("操作人"), self->operator_name, MAX_OPERATOR, error);
  if (clean == NULL)
    return FALSE;
  g_free (self->operator_name);
  self->operator_name = clean;
  if (*clean == '\0')
    g_clear_pointer (&self->operator_name, g_free);
  return TRUE;
}

static int
report (const GError *error)
{
  g_printerr ("%s\n", error->message);
  return g_error_matches (error, XYB_CLI_ERROR, XYB_CLI_ERROR_USAGE) ? 2 : 1;
}

/* The window makes the daily backup when it opens an office; here the first change of a day does.
 * The change is done and said by then: a backup that fails is a remark. */
static void
keep_daily_backup (XybCli *self)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *today = xyb_date_today ();

  if (self->written == NULL)
    return;
  backups = xyb_store_list_backups (xyb_store_get_path (self->written), NULL);
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      XybBackup *backup = g_ptr_array_index (backups, i);

      if (g_str_has_prefix (backup->time, today) && g_str_equal (backup->reason, "每日"))
        return;
    }
  if (!xyb_store_backup_daily (self->written, NULL, NULL, &error))
    g_printerr (_ ("没有做成每日备份：%s\n"), error->message);
}

static gboolean
flush_output (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_printerr ("%s\n", _ ("不能写到标准输出：磁盘已满或管道已关闭。"));
  return FALSE;
}

static int
run_command (XybCli *self, int argc, char **argv, guint n_words)
{
  g_autoptr (GError) error = NULL;

  /* The words of the name go; argv[0] stays for GOption. */
  for (int i = 1; i + (int) n_words <= argc; i++)
    argv[i] = i + (int) n_words < argc ? argv[i + n_words] : NULL;
  if (!parse_options (self, argc - (int) n_words, argv, &error))
    return report (error);
  if (self->help)
    return flush_output () ? 0 : 1;
  if (!check_arguments (self, &error) || !check_operator (self, &error))
    return report (error);
  if (self->office == NULL)
    self->office = xyb_store_default_path ();
  if (!self->command->run (self, &error))
    return report (error);
  if (!flush_output ())
    return 1;
  keep_daily_backup (self);
  return 0;
}

/* GLib would turn Chinese into question marks where no UTF-8 locale is set: a bare system, cron. */
static void
write_out (const char *text)
{
  fputs (text, stdout);
}

static void
write_error (const char *text)
{
  fputs (text, stderr);
}

static void
clear_cli (XybCli *self)
{
  g_free (self->office);
  g_free (self->operator_name);
  g_strfreev (self->arguments);
  g_clear_object (&self->written);
}

/**
 * xyb_cli_main:
 *
 * Runs one command.
 *
 * Returns: the exit status: 0 done, 1 refused, 2 wrong usage
 */
int
xyb_cli_main (int argc, char **argv)
{
  XybCli self = { 0 };
  guint n_words;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, XYB_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_set_prgname ("xyb");
  g_set_print_handler (write_out);
  g_set_printerr_handler (write_error);

  if (argc >= 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "help")))
    {
      xyb_cli_print_command_list (stdout);
      return 0;
    }
  if (argc >= 2 && g_str_equal (argv[1], "--version"))
    {
      xyb_cli_print ("xyb %s\n", XYB_VERSION);
      return 0;
    }
  rotate_leading_options (argc, argv);
  n_words = find_command (argc, argv, &self.command);
  if (n_words == 0)
    {
      if (argc >= 2)
        g_printerr (_ ("没有命令「%s」。\n"), argv[1]);
      xyb_cli_print_command_list (stderr);
      return 2;
    }
  status = run_command (&self, argc, argv, n_words);
  clear_cli (&self);
  return status;
}
