/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include <sys/stat.h>

#include "xyb-fonts.h"
#include "xyb-i18n.h"

/* --out: where the files of an export go, and what is said of them. */

XybCliOut xyb_cli_out;

static gboolean
format_by_ending (const char *name, XybCliFormat *out, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".xlsx"))
    *out = XYB_CLI_XLSX;
  else if (g_str_has_suffix (lower, ".pdf"))
    *out = XYB_CLI_PDF;
  else
    return xyb_cli_usage_error (error,
                                _ ("不知道「%s」要什么格式：文件名请以 .xlsx 或 .pdf "
                                   "结尾，导出到文件夹时请加 --format xlsx 或 pdf。"),
                                name);
  return TRUE;
}

/**
 * xyb_cli_out_format:
 *
 * For a folder: --format, or the ending the folder's own name happens to have.
 */
gboolean
xyb_cli_out_format (XybCliFormat *out, GError **error)
{
  g_autofree char *ending
    = xyb_cli_out.format == NULL ? NULL : g_strconcat (".", xyb_cli_out.format, NULL);

  return format_by_ending (ending != NULL ? ending : xyb_cli_out.out, out, error);
}

/* --format is for folders; beside a file it may only say the same. */
static gboolean
check_format_agrees (XybCliFormat format, GError **error)
{
  XybCliFormat said;

  if (xyb_cli_out.format == NULL)
    return TRUE;
  if (!xyb_cli_out_format (&said, error))
    return FALSE;
  return said == format
         || xyb_cli_usage_error (error,
                                 _ ("--format %s 与文件名「%s」的结尾不一致，请改其中一个。"),
                                 xyb_cli_out.format, xyb_cli_out.out);
}

/* Whatever the office file is called: a table never takes its place. */
gboolean
xyb_cli_out_check_not_office (XybCli *cli, GError **error)
{
  struct stat out, office;

  if (stat (xyb_cli_out.out, &out) != 0 || stat (xyb_cli_get_office (cli), &office) != 0
      || out.st_ino != office.st_ino || out.st_dev != office.st_dev)
    return TRUE;
  g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
               _ ("「%s」就是这份办公数据，不能用导出的表替换它，请换一个文件名。"),
               xyb_cli_out.out);
  return FALSE;
}

/**
 * xyb_cli_out_resolve:
 * @proposed: the office's own file name, without ending
 *
 * --out: a file by its ending, or an existing folder, which gets the office's own file name.
 */
gboolean
xyb_cli_out_resolve (XybCli *cli,
                     const char *proposed,
                     char **out_path,
                     XybCliFormat *out_format,
                     GError **error)
{
  g_autofree char *name = NULL;

  if (xyb_cli_out.out == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --out 给出要写的文件。"));
  if (!g_file_test (xyb_cli_out.out, G_FILE_TEST_IS_DIR))
    {
      *out_path = g_strdup (xyb_cli_out.out);
      return format_by_ending (xyb_cli_out.out, out_format, error)
             && check_format_agrees (*out_format, error)
             && xyb_cli_out_check_not_office (cli, error);
    }
  if (!xyb_cli_out_format (out_format, error))
    return FALSE;
  name = g_strconcat (proposed, *out_format == XYB_CLI_PDF ? ".pdf" : ".xlsx", NULL);
  *out_path = g_build_filename (xyb_cli_out.out, name, NULL);
  return TRUE;
}

/**
 * xyb_cli_out_say:
 *
 * Each file is said when it is there; as JSON they are listed together at the end.
 */
void
xyb_cli_out_say (XybCli *cli, const char *path)
{
  if (xyb_cli_out.written == NULL)
    xyb_cli_out.written = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (xyb_cli_out.written, g_filename_display_name (path));
  if (!xyb_cli_wants_json (cli))
    xyb_cli_print (_ ("已写出：%s\n"), path);
}

/**
 * xyb_cli_out_end:
 *
 * What is said once, however many files are written.
 */
void
xyb_cli_out_end (XybCli *cli, XybCliFormat format, const char *warning)
{
  g_autofree char *note = format == XYB_CLI_PDF ? xyb_fonts_substitution_note () : NULL;
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (note != NULL)
    g_printerr (_ ("字体：%s。\n"), note);
  if (warning != NULL)
    g_printerr ("%s\n", warning);
  if (!xyb_cli_wants_json (cli))
    return;
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "files");
  json_builder_begin_array (json);
  for (guint i = 0; i < xyb_cli_out.written->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (xyb_cli_out.written, i));
  json_builder_end_array (json);
  xyb_cli_json_text (json, "warning", warning);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

/**
 * xyb_cli_out_resolve_pdf:
 * @proposed: the office's own file name, without ending
 *
 * As xyb_cli_out_resolve(), for what is only printed.
 */
gboolean
xyb_cli_out_resolve_pdf (XybCli *cli, const char *proposed, char **out_path, GError **error)
{
  XybCliFormat format = XYB_CLI_XLSX;

  if (xyb_cli_out.out != NULL && xyb_cli_out.format == NULL
      && g_file_test (xyb_cli_out.out, G_FILE_TEST_IS_DIR))
    xyb_cli_out.format = g_strdup ("pdf");
  if (!xyb_cli_out_resolve (cli, proposed, out_path, &format, error))
    return FALSE;
  return format == XYB_CLI_PDF
         || xyb_cli_usage_error (error, _ ("这份材料只能写成 PDF，请把文件名的结尾改成 .pdf。"));
}

/**
 * xyb_cli_out_check_xlsx:
 * @folder: whether several files are to be written
 *
 * --out of what is only a workbook: a folder that is there, or for one file a name ending in .xlsx.
 */
gboolean
xyb_cli_out_check_xlsx (XybCli *cli, gboolean folder, GError **error)
{
  XybCliFormat format;

  if (xyb_cli_out.out == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --out 给出要写的文件。"));
  if (g_file_test (xyb_cli_out.out, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (folder)
    return xyb_cli_usage_error (
      error, _ ("每个区镇一个文件，要写到一个已有的文件夹里：没有「%s」这个文件夹。"),
      xyb_cli_out.out);
  if (!format_by_ending (xyb_cli_out.out, &format, error)
      || !xyb_cli_out_check_not_office (cli, error))
    return FALSE;
  return format == XYB_CLI_XLSX
         || xyb_cli_usage_error (error,
                                 _ ("模板只能写成 Excel 工作簿，请把文件名的结尾改成 .xlsx。"));
}
