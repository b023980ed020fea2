/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "print-fixtures.h"

#define NOMINATION_TITLE "2020年昆山市信用管理贯标企业汇总表"

static const struct
{
  const char *name;
  gint64 quota;
} quotas_2020[] = {
  { "昆山开发区", 10 }, { "昆山高新区", 10 }, { "花桥经济开发区", 6 }, { "张浦镇", 8 },
  { "周市镇", 8 },      { "陆家镇", 5 },      { "巴城镇", 6 },         { "千灯镇", 5 },
  { "淀山湖镇", 3 },    { "周庄镇", 2 },      { "锦溪镇", 3 },
};

static const struct
{
  const char *name;
  const char *products;
  gint64 revenue_fen;
  gint64 headcount;
  const char *contact;
  const char *phone;
} companies[] = {
  { "昆山示例精密机械有限公司", "精密零部件", 12000000000, 180, "张示例", "0512-55550101转8012" },
  { "昆山示例模具有限公司", "注塑模具", 12000000000, 150, "陈示例", "0512-55550102" },
  { "昆山示例自动化科技有限公司", "工装夹具", 3000000000, 64, "王示例", "0512-55550103" },
  { "昆山示例塑料制品有限公司", "注塑件", 1234500000, 52, "赵示例", "13800000004" },
  { "昆山示例冷链物流有限公司", "仓储配送", 8600000000, 210, "钱示例", "0512-55550105" },
  { "昆山示例五金制品有限公司", "冲压件", 5400000000, 96, "周示例", "0512-55550107" },
  { "昆山示例电路板有限公司", "印制电路板", 46000000000, 530, "孙示例", "0512-55550106" },
  { "昆山示例检测技术有限公司", "计量检测服务", 2600000000, 75, "吴示例", "0512-55550108" },
};

static void
row_free (XybQuotaTableRow *row)
{
  g_free (row->name);
  g_free (row);
}

static void
add_quota (XybQuotaTable *table, const char *name, gint64 quota)
{
  XybQuotaTableRow *row = g_new0 (XybQuotaTableRow, 1);

  row->name = g_strdup (name);
  row->accreditation = quota;
  row->city_model = XYB_UNSAID;
  g_ptr_array_add (table->rows, row);
}

XybQuotaTable *
fixture_quota_table (guint n_units, const char *note)
{
  XybQuotaTable *table = g_new0 (XybQuotaTable, 1);

  table->label = g_strdup ("附件1");
  table->title = g_strdup ("2020年昆山市企业信用管理贯标考核指标分解表");
  table->heads[0] = "区镇名称";
  table->heads[1] = "贯标企业数";
  table->heads[2] = "示范企业数";
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (guint i = 0; i < n_units; i++)
    add_quota (table, quotas_2020[i % G_N_ELEMENTS (quotas_2020)].name,
               quotas_2020[i % G_N_ELEMENTS (quotas_2020)].quota);
  table->total_accreditation = 66;
  table->total_city_model = 6;
  table->note = g_strdup (note);
  return table;
}

static XybNominationTable *
new_table (const char *district)
{
  XybNominationTable *table = g_new0 (XybNominationTable, 1);

  table->label = g_strdup ("附件2");
  table->title = g_strdup (NOMINATION_TITLE);
  table->sheet_name = g_strdup ("附件2");
  table->district = g_strdup (district);
  table->officer = g_strdup ("");
  table->officer_phone = g_strdup ("");
  table->min_rows = 15;
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);
  return table;
}

static XybNomination *
add_company (XybNominationTable *table, guint index, const char *unit)
{
  guint which = index % G_N_ELEMENTS (companies);
  XybNomination *row = xyb_nomination_new ();

  row->unit_name = g_strdup (unit);
  row->enterprise_name
    = index < G_N_ELEMENTS (companies)
        ? g_strdup (companies[which].name)
        : g_strdup_printf ("昆山示例%u%s", index, companies[which].name + strlen ("昆山示例"));
  row->products = g_strdup (companies[which].products);
  row->revenue_fen = companies[which].revenue_fen;
  row->revenue_unit = XYB_MONEY_UNIT_WAN;
  row->headcount = companies[which].headcount;
  row->contact = g_strdup (companies[which].contact);
  row->phone = g_strdup (companies[which].phone);
  g_ptr_array_add (table->rows, row);
  return row;
}

XybNominationTable *
fixture_nomination_table (guint n_rows)
{
  XybNominationTable *table = new_table ("周市镇");

  g_free (table->officer);
  table->officer = g_strdup ("李示例");
  g_free (table->officer_phone);
  table->officer_phone = g_strdup ("0512-55550100");
  for (guint i = 0; i < n_rows; i++)
    add_company (table, i, "周市镇");
  return table;
}

XybNominationTable *
fixture_merged_table (guint n_rows)
{
  XybNominationTable *table = new_table ("");
  guint n_units = G_N_ELEMENTS (quotas_2020);

  table->merged = TRUE;
  for (guint i = 0; i < n_rows; i++)
    add_company (table, i, quotas_2020[(guint) ((guint64) i * n_units / n_rows)].name);
  return table;
}

XybNominationTable *
fixture_blank_table (void)
{
  return new_table ("");
}

static void
rename_company (XybNomination *row, const char *name)
{
  g_free (row->enterprise_name);
  row->enterprise_name = g_strdup (name);
}

/* Names as bad as they come: long, rare characters, emoji, quotes, control characters, right to
 * left, ten thousand characters without a break. */
XybNominationTable *
fixture_strange_table (void)
{
  XybNominationTable *table = fixture_nomination_table (9);
  g_autoptr (GString) endless = g_string_new (NULL);
  XybNomination *blank;

  for (guint i = 0; i < 5000; i++)
    g_string_append (endless, "贯标");
  rename_company (table->rows->pdata[0], "昆山示例䶮𬭎精密机械有限公司");
  rename_company (table->rows->pdata[1], "昆山示例😀科技👨‍👩‍👧有限公司");
  rename_company (table->rows->pdata[2], "=1+1");
  rename_company (table->rows->pdata[3], "昆山\"示例\"'单引号'&<b>有限公司");
  rename_company (table->rows->pdata[4], "昆山\001示例\t控制\033字符有限公司");
  rename_company (
    table->rows->pdata[5],
    "昆山示例国际精密自动化智能制造装备科技发展（江苏）股份有限公司昆山开发区第一分公司");
  rename_company (table->rows->pdata[6], "AVAVAVAVAVAV-KUNSHAN-EXAMPLE-INTERNATIONAL-TRADING-CO");
  rename_company (table->rows->pdata[7], "昆山示例 שלום مرحبا 有限公司");
  rename_company (table->rows->pdata[8], endless->str);
  blank = xyb_nomination_new ();
  g_ptr_array_add (table->rows, blank);
  return table;
}

static XybDocument *
quota_document (guint n_units, const char *note)
{
  g_autoptr (XybQuotaTable) table = fixture_quota_table (n_units, note);

  return xyb_document_new_quota (table);
}

static XybDocument *
nomination_document (XybNominationTable *table)
{
  g_autoptr (XybNominationTable) owned = table;

  return xyb_document_new_nominations (&owned, 1);
}

static XybDocument *
set_document (void)
{
  g_autoptr (XybNominationTable) first = fixture_nomination_table (8);
  g_autoptr (XybNominationTable) second = fixture_nomination_table (20);
  g_autoptr (XybNominationTable) third = fixture_blank_table ();
  XybNominationTable *tables[] = { first, second, third };

  return xyb_document_new_nominations (tables, G_N_ELEMENTS (tables));
}

XybDocument *
fixture_document (const char *scenario)
{
  if (g_str_equal (scenario, "quota"))
    return quota_document (11, NULL);
  if (g_str_equal (scenario, "quota-note"))
    return quota_document (11, "注：各区镇贯标企业数合计 65 家，与方案目标 66 家相差 1 家。");
  if (g_str_equal (scenario, "quota-16"))
    return quota_document (16, "注：各区镇贯标企业数合计 65 家，与方案目标 66 家相差 1 家。");
  if (g_str_equal (scenario, "quota-60"))
    return quota_document (60, NULL);
  if (g_str_equal (scenario, "district"))
    return nomination_document (fixture_nomination_table (8));
  if (g_str_equal (scenario, "blank"))
    return nomination_document (fixture_blank_table ());
  if (g_str_equal (scenario, "strange"))
    return nomination_document (fixture_strange_table ());
  if (g_str_equal (scenario, "set"))
    return set_document ();
  if (g_str_has_prefix (scenario, "merged:"))
    return nomination_document (
      fixture_merged_table ((guint) g_ascii_strtoull (scenario + strlen ("merged:"), NULL, 10)));
  return NULL;
}
