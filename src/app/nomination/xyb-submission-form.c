/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-submission-form.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-intake-store.h"
#include "xyb-moment.h"
#include "xyb-nomination-store.h"
#include "xyb-submission-bar.h"
#include "xyb-submission-words.h"
#include "xyb-tag.h"

struct _XybSubmissionForm
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *name;
  XybTag *gap;
  GtkLabel *caption;
  GtkMenuButton *template_button;
  GtkMenuButton *export_button;
  XybSubmissionBar *bar;
  XybNominationPane *pane;

  /* owned */
  XybOffice *office;
  gint64 unit_id;
  gint64 menu_unit;     /* the menu is of; -1 for none */
  gint64 template_unit; /* likewise of 下发模板 */
  guint template_count; /* of last year, as that menu says */
};

G_DEFINE_FINAL_TYPE (XybSubmissionForm, xyb_submission_form, ADW_TYPE_BIN)

/* ---- the heading ---- */

static void
fill_gap (XybSubmissionForm *self, gint64 rows, gint64 quota)
{
  g_autofree char *words = xyb_submission_gap_words (rows, quota);

  gtk_widget_set_visible (GTK_WIDGET (self->gap), words != NULL);
  if (words == NULL)
    return;
  if (rows < quota)
    xyb_tag_set (self->gap, "warning", "alarm-symbolic", words);
  else if (rows > quota)
    xyb_tag_set (self->gap, "accent", "list-add-symbolic", words);
  else
    xyb_tag_set (self->gap, "success", "object-select-symbolic", words);
}

static char *
count_words (gint64 rows, gint64 quota, gboolean city)
{
  if (quota == XYB_UNSAID)
    return g_strdup_printf (_ ("表内 %" PRId64 " 家 · 没有指标"), rows);
  return g_strdup_printf (city ? _ ("表内 %" PRId64 " 家 · 方案目标 %" PRId64 " 家")
                               : _ ("表内 %" PRId64 " 家 · 指标 %" PRId64 " 家"),
                          rows, quota);
}

static gint64
city_target (XybSubmissionForm *self)
{
  const XybPlan *plan = xyb_office_get_plan (self->office);

  return plan != NULL ? plan->targets[XYB_TRACK_ACCREDITATION - 1] : XYB_UNSAID;
}

/* Which returned file the list came from; @out_all names every version, the latest first. */
static char *
dup_origin (XybSubmissionForm *self, char **out_all)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *today = xyb_date_today ();
  g_autofree char *latest = NULL;

  if (self->unit_id != 0)
    files = xyb_intake_store_list_files (store, xyb_office_get_year (self->office), self->unit_id,
                                         NULL);
  if (files == NULL || files->len == 0)
    return NULL;
  for (guint i = 0; i < files->len; i++)
    {
      const XybReturnedFile *file = files->pdata[i];
      g_autofree char *time = xyb_moment_words (file->imported_on, today);

      g_string_append_printf (all, _ ("%s“%s”，%s 导入"), i > 0 ? "\n" : "", file->name, time);
    }
  *out_all = g_string_free (g_steal_pointer (&all), FALSE);
  return g_strdup_printf (_ ("来自“%s”"), ((XybReturnedFile *) files->pdata[0])->name);
}

static void
fill (XybSubmissionForm *self)
{
  const XybUnit *district = xyb_office_find_district (self->office, self->unit_id);
  XybSheetModel *model = xyb_sheet_get_model (xyb_nomination_pane_get_sheet (self->pane));
  gint64 rows = xyb_nomination_sheet_model_get_n_companies (XYB_NOMINATION_SHEET_MODEL (model));
  gint64 quota = self->unit_id == 0
                   ? city_target (self)
                   : xyb_plan_quota_of (xyb_office_get_plan (self->office), self->unit_id);

  g_autofree char *counts = count_words (rows, quota, self->unit_id == 0);
  g_autofree char *origins = NULL;
  g_autofree char *origin = dup_origin (self, &origins);
  g_autofree char *caption
    = origin != NULL ? g_strdup_printf (_ ("%s · %s"), counts, origin) : g_strdup (counts);

  gtk_label_set_label (self->name, district != NULL ? district->name : _ ("全市"));
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caption), origins);
  fill_gap (self, rows, quota);
}

/* ---- exports of this list ---- */

static void
add_export_item (GMenu *menu, const char *label, const char *format, gint64 unit_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.export-nominations", "(ssx)",
                                     unit_id != 0 ? "district" : "merged", format, unit_id);
  g_menu_append_item (menu, item);
}

/* ---- 下发模板 ---- */

static void
add_template_item (GMenu *menu, const char *label, gboolean prefill, gint64 unit_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.export-template", "(bx)", prefill, unit_id);
  g_menu_append_item (menu, item);
}

/* What cannot be chosen is not offered: @prefilled is NULL where nobody is left of last year. */
static void
add_template_section (GMenu *menu, const char *label, const char *prefilled, gint64 unit_id)
{
  g_autoptr (GMenu) section = g_menu_new ();

  add_template_item (section, _ ("空白表…"), FALSE, unit_id);
  if (prefilled != NULL)
    add_template_item (section, prefilled, TRUE, unit_id);
  g_menu_append_section (menu, label, G_MENU_MODEL (section));
}

static guint
count_unfinished (XybSubmissionForm *self)
{
  g_autoptr (GPtrArray) rows
    = xyb_nomination_store_list_unfinished (xyb_office_get_store (self->office),
                                            xyb_office_get_year (self->office), self->unit_id,
                                            NULL);

  return rows != NULL ? rows->len : 0;
}

/* Of the 区镇 in view first; a folder full of all of them is the same two choices. */
static void
fill_template_menu (XybSubmissionForm *self)
{
  const XybUnit *district = xyb_office_find_district (self->office, self->unit_id);
  guint count = district != NULL ? count_unfinished (self) : 0;
  g_autofree char *prefilled
    = count > 0 ? g_strdup_printf (_ ("带上年未贯标企业（%u 家）…"), count) : NULL;
  g_autoptr (GMenu) menu = NULL;

  if (self->template_unit == self->unit_id && self->template_count == count)
    return;
  self->template_unit = self->unit_id;
  self->template_count = count;
  menu = g_menu_new ();
  if (district != NULL)
    add_template_section (menu, district->name, prefilled, self->unit_id);
  add_template_section (menu, _ ("各区镇（每个区镇一个文件）"), _ ("带上年未贯标企业…"), 0);
  gtk_menu_button_set_menu_model (self->template_button, G_MENU_MODEL (menu));
}

static void
fill_menu (XybSubmissionForm *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->menu_unit == self->unit_id)
    return;
  self->menu_unit = self->unit_id;
  add_export_item (menu, _ ("导出 Excel 工作簿…"), "xlsx", self->unit_id);
  add_export_item (menu, _ ("导出 PDF…"), "pdf", self->unit_id);
  gtk_menu_button_set_menu_model (self->export_button, G_MENU_MODEL (menu));
  gtk_menu_button_set_label (self->export_button,
                             self->unit_id != 0 ? _ ("导出本区镇") : _ ("导出全市合并"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->export_button), self->unit_id != 0
                                                                   ? _ ("只导出这个区镇的附件2")
                                                                   : _ ("全市合并成一张表"));
}

/**
 * xyb_submission_form_show:
 * @self: the form
 * @office: the office
 * @unit_id: a 区镇, or 0 for the whole city
 *
 * Shows what is stored of it now, in the year in view.
 */
void
xyb_submission_form_show (XybSubmissionForm *self, XybOffice *office, gint64 unit_id)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (XYB_IS_SUBMISSION_FORM (self));

  g_set_object (&self->office, office);
  self->unit_id = unit_id;
  gtk_widget_set_visible (GTK_WIDGET (self->bar), unit_id != 0);
  if ((unit_id != 0 && !xyb_submission_bar_show (self->bar, office, unit_id, &error))
      || !xyb_nomination_pane_show (self->pane, office, unit_id, &error))
    {
      xyb_office_report (office, error);
      return;
    }
  fill (self);
  fill_template_menu (self);
  fill_menu (self);
}

/**
 * xyb_submission_form_get_pane:
 * @self: the form
 *
 * Returns: (transfer none): where its 附件2 is
 */
XybNominationPane *
xyb_submission_form_get_pane (XybSubmissionForm *self)
{
  g_return_val_if_fail (XYB_IS_SUBMISSION_FORM (self), NULL);

  return self->pane;
}

/* ---- the widget ---- */

static void
xyb_submission_form_dispose (GObject *object)
{
  g_clear_object (&XYB_SUBMISSION_FORM (object)->office);
  G_OBJECT_CLASS (xyb_submission_form_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybSubmissionForm, name)

static void
xyb_submission_form_class_init (XybSubmissionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_submission_form_dispose;
  g_type_ensure (XYB_TYPE_NOMINATION_PANE);
  g_type_ensure (XYB_TYPE_SUBMISSION_BAR);
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/nomination/xyb-submission-form.ui");
  BIND (name);
  BIND (gap);
  BIND (caption);
  BIND (template_button);
  BIND (export_button);
  BIND (bar);
  BIND (pane);
}

static void
xyb_submission_form_init (XybSubmissionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->menu_unit = -1;
  self->template_unit = -1;
}
