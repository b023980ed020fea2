/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-exchange-sentences.h"
#include "xyb-workbook-backend.h"
#include "xyb-xlsx-sheet.h"

#define MAX_SHEETS 1000
#define MAX_CELLS G_GUINT64_CONSTANT (3000000)
#define MAX_TEXT_BYTES (G_GUINT64_CONSTANT (512) << 20)

/* One line of a .rels part. */
typedef struct
{
  char *id;
  char *type;   /* last step of the type's address: worksheet, styles … */
  char *target; /* part name without leading slash */
} Relation;

typedef struct
{
  XybWorkbook parent;
  XybZip *zip;
  char *workbook_part;
  GPtrArray *relations;   /* of Relation, of the workbook */
  GPtrArray *sheet_parts; /* of char *, beside parent.sheets */
  XybXlsxStrings *strings;
  XybXlsxStyles *styles;
  gboolean epoch_1904;
  guint64 cells_left;
  guint64 bytes_left;
} Xlsx;

typedef struct
{
  GPtrArray *relations;
  const char *folder; /* of the part the relations belong to */
} RelationsReader;

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

/* Package paths: "/xl/worksheets/sheet1.xml", or relative to the folder of the source part. */
static char *
resolve_target (const char *folder, const char *target)
{
  g_autofree char *joined
    = target[0] == '/' ? g_strdup (target + 1) : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) steps = g_strsplit (g_strdelimit (joined, "\\", '/'), "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (char **step = steps; *step != NULL; step++)
    {
      if (g_str_equal (*step, "..") && kept->len > 0)
        g_ptr_array_set_size (kept, kept->len - 1);
      else if (!g_str_equal (*step, "..") && !g_str_equal (*step, ".") && **step != '\0')
        g_ptr_array_add (kept, *step);
    }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

static void
on_relation (XybXmlInput *input,
             const char *name,
             const XybXmlAttributes *attributes,
             gpointer user_data)
{
  RelationsReader *reader = user_data;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  g_autofree char *mode = NULL;
  const char *slash;
  Relation *relation;

  if (strcmp (name, "Relationship") != 0)
    return;
  type = xyb_xml_dup (attributes, "Type");
  target = xyb_xml_dup (attributes, "Target");
  mode = xyb_xml_dup (attributes, "TargetMode");
  /* Nothing outside of the file is ever followed (B-17). */
  if (type == NULL || target == NULL || g_strcmp0 (mode, "External") == 0)
    return;
  slash = strrchr (type, '/');
  relation = g_new0 (Relation, 1);
  relation->id = xyb_xml_dup (attributes, "Id");
  relation->type = g_strdup (slash != NULL ? slash + 1 : type);
  relation->target = resolve_target (reader->folder, target);
  g_ptr_array_add (reader->relations, relation);
}

static void
ignore_end (XybXmlInput *input, const char *name, gpointer user_data)
{
}

static gboolean
read_relations (XybZip *zip, const char *part, GPtrArray *relations, GError **error)
{
  static const XybXmlHandler handler = { on_relation, ignore_end, NULL };
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);
  g_autofree char *rels = g_strconcat (folder, "/_rels/", base, ".rels", NULL);
  RelationsReader reader = { relations, folder };

  if (part[0] == '\0')
    {
      reader.folder = "";
      return xyb_xml_read_part (zip, "_rels/.rels", &handler, &reader, NULL, error);
    }
  return xyb_xml_read_part (zip, rels, &handler, &reader, NULL, error);
}

static const Relation *
find_relation (GPtrArray *relations, const char *id, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);

      if ((id == NULL || g_strcmp0 (relation->id, id) == 0)
          && (type == NULL || g_str_equal (relation->type, type)))
        return relation;
    }
  return NULL;
}

static void
add_sheet (Xlsx *self, XybXmlInput *input, const XybXmlAttributes *attributes)
{
  g_autofree char *name = xyb_xml_dup (attributes, "name");
  g_autofree char *state = xyb_xml_dup (attributes, "state");
  g_autofree char *id = xyb_xml_dup (attributes, "id"); /* r:id */
  const Relation *relation = id != NULL ? find_relation (self->relations, id, NULL) : NULL;

  if (name == NULL || relation == NULL || !xyb_zip_has_part (self->zip, relation->target))
    {
      xyb_xml_input_fail_damaged (input);
      return;
    }
  /* Chart sheets and dialogs hold no rows. */
  if (!g_str_equal (relation->type, "worksheet"))
    return;
  if (self->parent.sheets->len >= MAX_SHEETS)
    {
      xyb_xml_input_fail_limit (input);
      return;
    }
  xyb_workbook_add_sheet (&self->parent, name, g_strcmp0 (state, "hidden") == 0,
                          g_strcmp0 (state, "veryHidden") == 0);
  g_ptr_array_add (self->sheet_parts, g_strdup (relation->target));
}

static void
on_workbook (XybXmlInput *input,
             const char *name,
             const XybXmlAttributes *attributes,
             gpointer user_data)
{
  Xlsx *self = user_data;

  if (strcmp (name, "sheet") == 0)
    add_sheet (self, input, attributes);
  else if (strcmp (name, "workbookPr") == 0)
    self->epoch_1904 = xyb_xml_true (attributes, "date1904");
}

static gboolean
read_workbook_part (Xlsx *self, GError **error)
{
  static const XybXmlHandler handler = { on_workbook, ignore_end, NULL };
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func (relation_free);
  const Relation *relation;

  if (!read_relations (self->zip, "", roots, error))
    return FALSE;
  relation = find_relation (roots, NULL, "officeDocument");
  self->workbook_part = g_strdup (relation != NULL ? relation->target : "xl/workbook.xml");
  if (!read_relations (self->zip, self->workbook_part, self->relations, error)
      || !xyb_xml_read_part (self->zip, self->workbook_part, &handler, self, NULL, error))
    return FALSE;
  if (self->parent.sheets->len > 0)
    return TRUE;
  g_propagate_error (error, xyb_sentence_damaged (self->parent.shown));
  return FALSE;
}

static gboolean
read_shared_parts (Xlsx *self, GError **error)
{
  const Relation *strings = find_relation (self->relations, NULL, "sharedStrings");
  const Relation *styles = find_relation (self->relations, NULL, "styles");

  if (strings != NULL && xyb_zip_has_part (self->zip, strings->target)
      && !xyb_xlsx_strings_read (self->strings, self->zip, strings->target, NULL, error))
    return FALSE;
  return styles == NULL || !xyb_zip_has_part (self->zip, styles->target)
         || xyb_xlsx_styles_read (self->styles, self->zip, styles->target, NULL, error);
}

static void
xlsx_free (XybWorkbook *workbook)
{
  Xlsx *self = (Xlsx *) workbook;

  g_clear_pointer (&self->zip, xyb_zip_free);
  g_free (self->workbook_part);
  g_ptr_array_unref (self->relations);
  g_ptr_array_unref (self->sheet_parts);
  xyb_xlsx_strings_free (self->strings);
  xyb_xlsx_styles_free (self->styles);
  g_free (self);
}

static XybXlsxContext
make_context (Xlsx *self)
{
  return (XybXlsxContext){
    .zip = self->zip,
    .strings = self->strings,
    .styles = self->styles,
    .epoch_1904 = self->epoch_1904,
    .cells_left = &self->cells_left,
    .bytes_left = &self->bytes_left,
  };
}

static gboolean
xlsx_read_sheet (XybWorkbook *workbook,
                 guint sheet,
                 XybRowFunc func,
                 gpointer user_data,
                 XybSheetSummary *summary,
                 GCancellable *cancellable,
                 GError **error)
{
  Xlsx *self = (Xlsx *) workbook;
  XybXlsxContext context = make_context (self);

  return xyb_xlsx_sheet_read (&context, g_ptr_array_index (self->sheet_parts, sheet),
                              xyb_workbook_get_sheet (workbook, sheet)->name, func, user_data,
                              summary, cancellable, error);
}

static gboolean
xlsx_tally_sheet (XybWorkbook *workbook,
                  guint sheet,
                  XybSheetTally *tally,
                  GCancellable *cancellable,
                  GError **error)
{
  Xlsx *self = (Xlsx *) workbook;
  XybXlsxContext context = make_context (self);

  return xyb_xlsx_sheet_tally (&context, g_ptr_array_index (self->sheet_parts, sheet),
                               xyb_workbook_get_sheet (workbook, sheet)->name, tally, cancellable,
                               error);
}

static const XybWorkbookBackend backend = {
  .format = "xlsx",
  .free = xlsx_free,
  .read_sheet = xlsx_read_sheet,
  .tally_sheet = xlsx_tally_sheet,
};

/**
 * xyb_xlsx_workbook_open:
 * @path: a zip with the parts of a workbook
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Reads the list of sheets, the shared strings and the styles. Sheets are streamed when asked for.
 *
 * Returns: (transfer full): the workbook, or %NULL on error
 */
XybWorkbook *
xyb_xlsx_workbook_open (const char *path, GError **error)
{
  Xlsx *self = g_new0 (Xlsx, 1);

  xyb_workbook_init (&self->parent, &backend, path);
  self->relations = g_ptr_array_new_with_free_func (relation_free);
  self->sheet_parts = g_ptr_array_new_with_free_func (g_free);
  self->strings = xyb_xlsx_strings_new ();
  self->styles = xyb_xlsx_styles_new ();
  self->cells_left = MAX_CELLS;
  self->bytes_left = MAX_TEXT_BYTES;
  self->zip = xyb_zip_open (path, error);
  if (self->zip == NULL || !read_workbook_part (self, error) || !read_shared_parts (self, error))
    {
      xyb_workbook_free (&self->parent);
      return NULL;
    }
  self->parent.macros = find_relation (self->relations, NULL, "vbaProject") != NULL;
  return &self->parent;
}
