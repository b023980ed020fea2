/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the tables the Python tests read: write-samples KIND PATH [ARGUMENT]. A refusal goes to
 * stderr as "domain code sentence". */

#include <locale.h>
#include <string.h>

#include "xyb-enterprise.h"
#include "xyb-export.h"
#include "xyb-return-mark.h"
#include "xyb-return-reader.h"

#define TITLE "2020年昆山市信用管理贯标企业汇总表"

static const char *const districts[] = {
  "昆山开发区", "昆山高新区", "花桥经济开发区", "张浦镇", "周市镇", "陆家镇",
  "巴城镇",     "千灯镇",     "淀山湖镇",       "周庄镇", "锦溪镇",
};

typedef struct
{
  const char *name, *products;
  gint64 fen;
  XybMoneyUnit unit;
  gint64 headcount;
  const char *contact, *phone;
} Line;

#define WAN G_GINT64_CONSTANT (1000000)

/* The enterprises of the printed sample form. */
static const Line sample[] = {
  { "昆山示例精密机械有限公司", "精密零部件", 12000 * WAN, XYB_MONEY_UNIT_WAN, 180, "张示例",
    "0512-55550101转8012" },
  { "昆山示例模具有限公司", "注塑模具", 12000 * WAN, XYB_MONEY_UNIT_YI, 150, "陈示例",
    "0512-55550102" },
  { "昆山示例自动化科技有限公司", "工装夹具", 3000 * WAN, XYB_MONEY_UNIT_WAN, 64, "王示例",
    "0512-55550103" },
  { "昆山示例塑料制品有限公司", "注塑件", 1234500000, XYB_MONEY_UNIT_WAN, 52, "赵示例",
    "13800000004" },
  { "昆山示例冷链物流有限公司", "仓储配送", 8600 * WAN, XYB_MONEY_UNIT_WAN, 210, "钱示例",
    "0512-55550105" },
  { "昆山示例五金制品有限公司", "冲压件", 5400 * WAN, XYB_MONEY_UNIT_YUAN, 96, "周示例",
    "0512-55550107" },
  { "昆山示例电路板有限公司", "印制电路板", 46000 * WAN, XYB_MONEY_UNIT_WAN, 530, "孙示例",
    "0512-55550106" },
  { "昆山示例检测技术有限公司", "计量检测服务", 2600 * WAN, XYB_MONEY_UNIT_WAN, 75, "吴示例",
    "0512-55550108" },
};

/* What a sheet must survive. */
static const Line nasty[] = {
  { "=1+1", "=HYPERLINK(\"http://example.com\")", XYB_UNSAID, 0, XYB_UNSAID, "@SUM(A1)", "00123" },
  { "http://example.com", "mailto:a@example.com", 1, XYB_MONEY_UNIT_YUAN, 0, "+1", "-1" },
  { "昆山“示例”<有限>&公司'\"", "𬭎䶮😀", 123456789, XYB_MONEY_UNIT_YUAN, 1, "", NULL },
  { "控制\x01\x1f符\x7f\xc2\x85\r\n两行\t\xef\xbf\xbf", "_x0041_ _x000D_", 0, XYB_MONEY_UNIT_WAN, 2,
    "　前后空白　", " 13800000000 " },
  { "internal:Sheet1!A1", "坏\xff字节", G_GINT64_CONSTANT (9999999999) * WAN, XYB_MONEY_UNIT_YI, 3,
    "external:a.xlsx", "0512-55550101、0512-55550102" },
};

static void
add_line (GPtrArray *rows, const char *district, const Line *line)
{
  XybNomination *row = xyb_nomination_new ();

  row->unit_name = g_strdup (district);
  row->enterprise_name = g_strdup (line->name);
  row->products = g_strdup (line->products);
  row->revenue_fen = line->fen;
  row->revenue_unit = line->unit;
  row->headcount = line->headcount;
  row->contact = g_strdup (line->contact);
  row->phone = g_strdup (line->phone);
  g_ptr_array_add (rows, row);
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);
}

static XybNominationTable *
new_table (const char *sheet_name, gboolean merged, GPtrArray *rows)
{
  XybNominationTable *table = g_new0 (XybNominationTable, 1);

  table->merged = merged;
  table->label = g_strdup ("附件2");
  table->title = g_strdup (TITLE);
  table->sheet_name = g_strdup (sheet_name);
  table->district = g_strdup ("");
  table->officer = g_strdup ("");
  table->officer_phone = g_strdup ("");
  table->min_rows = XYB_NOMINATION_MIN_ROWS;
  table->rows = rows;
  return table;
}

static XybNominationTable *
new_district_table (const char *district, const Line *lines, guint n_lines)
{
  GPtrArray *rows = new_rows ();
  XybNominationTable *table = new_table (district, FALSE, rows);

  for (guint i = 0; i < n_lines; i++)
    add_line (rows, district, lines + i);
  g_free (table->district);
  g_free (table->officer);
  g_free (table->officer_phone);
  table->district = g_strdup (district);
  table->officer = g_strdup ("李示例");
  table->officer_phone = g_strdup ("0512-55550100");
  return table;
}

static XybNominationTable *
new_merged_table (guint n_rows)
{
  GPtrArray *rows = new_rows ();

  for (guint i = 0; i < n_rows; i++)
    {
      Line line = sample[i % G_N_ELEMENTS (sample)];
      g_autofree char *name = g_strdup_printf ("%s%u", line.name, i + 1);

      line.name = name;
      add_line (rows, districts[i * G_N_ELEMENTS (districts) / n_rows], &line);
    }
  return new_table ("全市", TRUE, rows);
}

static gboolean
write_tables (GPtrArray *tables, const char *path, GCancellable *cancellable, GError **error)
{
  return xyb_export_nominations_xlsx ((XybNominationTable *const *) tables->pdata, tables->len,
                                      path, NULL, NULL, cancellable, error);
}

static XybQuotaTable *
read_quota_table (const char *tsv, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  XybQuotaTable *table;

  if (!g_file_get_contents (tsv, &text, NULL, error))
    return NULL;
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  table = g_new0 (XybQuotaTable, 1);
  table->label = g_strdup ("附件1");
  table->title = g_strdup ("2020年昆山市企业信用管理贯标考核指标分解表");
  table->rows = g_ptr_array_new ();
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      XybQuotaTableRow *row;
      gint64 numbers[2];

      for (guint k = 0; k < XYB_QUOTA_TABLE_COLUMNS && i == 0; k++)
        table->heads[k] = g_intern_string (cells[k]);
      for (guint k = 0; k < 2; k++)
        numbers[k]
          = cells[k + 1][0] != '\0' ? g_ascii_strtoll (cells[k + 1], NULL, 10) : XYB_UNSAID;
      if (lines[i + 1] == NULL)
        {
          table->total_accreditation = numbers[0];
          table->total_city_model = numbers[1];
        }
      else if (i > 0)
        {
          row = g_new0 (XybQuotaTableRow, 1);
          row->name = g_strdup (cells[0]);
          row->accreditation = numbers[0];
          row->city_model = numbers[1];
          g_ptr_array_add (table->rows, row);
        }
    }
  return table;
}

static gboolean
write_quota (const char *kind, const char *path, const char *tsv, GError **error)
{
  XybQuotaTable *table = read_quota_table (tsv, error);
  gboolean ok;

  if (table == NULL)
    return FALSE;
  if (g_str_equal (kind, "quota-note"))
    table->note = g_strdup ("注：各区镇贯标企业数合计 65 家，与方案目标 66 家相差 1 家。");
  ok = xyb_export_quota_xlsx (table, path, error);
  for (guint i = 0; i < table->rows->len; i++)
    {
      XybQuotaTableRow *row = g_ptr_array_index (table->rows, i);

      g_free (row->name);
      g_free (row);
    }
  g_ptr_array_unref (table->rows);
  g_free (table->label);
  g_free (table->title);
  g_free (table->note);
  g_free (table);
  return ok;
}

static void
add_named_sheets (GPtrArray *tables)
{
  static const char *const names[]
    = { "[周市]:镇*?/\\",
        "周市镇",
        "周市镇",
        "'引号'",
        "History",
        "一个长得不能再长的名字一个长得不能再长的名字一个长得不能再长的名字",
        "ABC",
        "abc",
        "" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (tables, new_table (names[i], FALSE, new_rows ()));
}

/* ---- the marked copy of a returned file ---- */

static void
add_item (GPtrArray *items, int sheet, guint row, int column, const char *correction)
{
  XybReturnLetterItem *item = g_new0 (XybReturnLetterItem, 1);

  item->sheet = sheet;
  item->row = row;
  item->column = column;
  item->correction = (char *) correction;
  item->sentence = g_strdup_printf ("第 %u 行：%s", row, correction);
  g_ptr_array_add (items, item);
}

static void
free_item (gpointer data)
{
  g_free (((XybReturnLetterItem *) data)->sentence);
  g_free (data);
}

/* A cell twice, a whole row, a cell past the last row, the file as a whole: in no order. */
static GPtrArray *
make_items (const XybReturn *read)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);

  add_item (items, -1, 0, -1, "没有写区镇，请注明");
  for (guint i = 0; i < read->sheets->len; i++)
    {
      const XybReturnSheet *sheet = g_ptr_array_index (read->sheets, i);

      if (sheet->header_row == 0)
        continue;
      add_item (items, i, sheet->header_row + 40, sheet->columns[XYB_RETURN_PHONE], "请补填");
      add_item (items, i, sheet->header_row + 2, -1, "与第 1 行重复，请只保留一行");
      add_item (items, i, sheet->header_row + 1, sheet->columns[XYB_RETURN_REVENUE],
                "没有写单位，请注明万元或元");
      add_item (items, i, sheet->header_row + 1, sheet->columns[XYB_RETURN_REVENUE],
                "=1+1 不是公式");
    }
  return items;
}

static gboolean
write_marked (const char *path, const char *original, GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  XybReturnOptions options = { .districts = none, .usual = XYB_MONEY_UNIT_WAN };
  g_autoptr (XybReturn) read = xyb_return_read (original, &options, NULL, error);
  g_autoptr (GPtrArray) items = read != NULL ? make_items (read) : NULL;

  return items != NULL && xyb_return_mark_xlsx (read, items, original, path, NULL, error);
}

static gboolean
write_kind (const char *kind, const char *path, const char *argument, GError **error)
{
  g_autoptr (GPtrArray) tables
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_table_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  if (g_str_has_prefix (kind, "quota"))
    return write_quota (kind, path, argument, error);
  if (g_str_equal (kind, "marked"))
    return write_marked (path, argument, error);
  if (g_str_equal (kind, "blank"))
    g_ptr_array_add (tables, new_table ("附件2", FALSE, new_rows ()));
  else if (g_str_equal (kind, "district"))
    g_ptr_array_add (tables, new_district_table ("周市镇", sample, G_N_ELEMENTS (sample)));
  else if (g_str_equal (kind, "nasty"))
    g_ptr_array_add (tables, new_district_table ("周市镇", nasty, G_N_ELEMENTS (nasty)));
  else if (g_str_equal (kind, "districts"))
    for (guint i = 0; i < G_N_ELEMENTS (districts); i++)
      g_ptr_array_add (tables, new_district_table (districts[i], sample, i % 9));
  else if (g_str_equal (kind, "names"))
    add_named_sheets (tables);
  else if (g_str_equal (kind, "merged") || g_str_equal (kind, "cancelled"))
    g_ptr_array_add (tables, new_merged_table (g_ascii_strtoull (argument, NULL, 10)));
  else if (g_str_equal (kind, "long"))
    {
      g_autofree char *name = g_strnfill (g_ascii_strtoull (argument, NULL, 10), 'x');
      Line line = { name, "", XYB_UNSAID, 0, XYB_UNSAID, "", "" };

      g_ptr_array_add (tables, new_district_table ("周市镇", &line, 1));
    }
  else
    g_error ("unknown kind %s", kind);
  if (g_str_equal (kind, "cancelled"))
    g_cancellable_cancel (cancellable);
  return write_tables (tables, path, cancellable, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 3)
    return 2;
  if (write_kind (argv[1], argv[2], argc > 3 ? argv[3] : "0", &error))
    return 0;
  g_printerr ("%s %d %s\n", g_quark_to_string (error->domain), error->code, error->message);
  return 1;
}
