/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-merge-dialog.h"

#include <inttypes.h>

#include "xyb-company-name.h"
#include "xyb-date.h"
#include "xyb-enterprise-picker.h"
#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-merge-row.h"

struct _XybMergeDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkWidget *merge_button;
  GtkLabel *keep_name;
  GtkLabel *keep_caption;
  GtkLabel *gone_name;
  GtkLabel *gone_caption;
  GtkWidget *list_box;
  GtkListBox *list;
  GtkWidget *same;
  GtkLabel *sentence;
  GtkWidget *problem_box;
  GtkLabel *problem;

  /* owned */
  XybOffice *office;
  XybMerge *merge;
};

G_DEFINE_FINAL_TYPE (XybMergeDialog, xyb_merge_dialog, ADW_TYPE_WINDOW)

/* ---- choices ---- */

static void
update (XybMergeDialog *self)
{
  g_autofree char *sentence = xyb_merge_describe (self->merge);
  g_autoptr (GError) error = NULL;
  gboolean decided = xyb_merge_is_decided (self->merge, &error);

  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->problem, decided ? "" : error->message);
  gtk_widget_set_visible (self->problem_box, !decided);
  gtk_widget_set_sensitive (self->merge_button, decided);
}

static void
field_changed_cb (XybMergeRow *row, XybMergeDialog *self)
{
  XybMergeField field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "field"));

  if (xyb_merge_row_get_side (row) == XYB_MERGE_SIDE_GONE)
    self->merge->take |= XYB_MERGE_BIT (field);
  else
    self->merge->take &= ~XYB_MERGE_BIT (field);
  update (self);
}

static void
year_changed_cb (XybMergeRow *row, XybMergeDialog *self)
{
  int year = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "year"));

  xyb_merge_choose_year (self->merge, year, xyb_merge_row_get_side (row));
  update (self);
}

static void
add_field (XybMergeDialog *self, XybMergeField field)
{
  g_autofree char *of_keep = xyb_merge_field_text (self->merge->keep, field);
  g_autofree char *of_gone = xyb_merge_field_text (self->merge->gone, field);
  gboolean takes = (self->merge->take & XYB_MERGE_BIT (field)) != 0;
  XybMergeRow *row = xyb_merge_row_new (xyb_merge_field_name (field), of_keep, of_gone,
                                        takes ? XYB_MERGE_SIDE_GONE : XYB_MERGE_SIDE_KEEP);

  g_object_set_data (G_OBJECT (row), "field", GUINT_TO_POINTER (field));
  g_signal_connect (row, "changed", G_CALLBACK (field_changed_cb), self);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
}

static char *
describe_row (const XybNomination *row)
{
  return g_strdup_printf (_ ("%s第 %" PRId64 " 行 · %s"), row->unit_name, row->position,
                          xyb_stage_name (xyb_stage_of (row)));
}

static void
add_year (XybMergeDialog *self, const XybMergeYear *year)
{
  g_autofree char *name = g_strdup_printf (_ ("%d 年留哪一行"), year->year);
  g_autofree char *of_keep = describe_row (year->keep);
  g_autofree char *of_gone = describe_row (year->gone);
  XybMergeRow *row = xyb_merge_row_new (name, of_keep, of_gone, year->stays);

  g_object_set_data (G_OBJECT (row), "year", GINT_TO_POINTER (year->year));
  g_signal_connect (row, "changed", G_CALLBACK (year_changed_cb), self);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
}

/* ---- showing ---- */

static void
show_head (GtkLabel *name, GtkLabel *caption, const XybEnterprise *enterprise)
{
  g_autofree char *code = xyb_merge_field_text (enterprise, XYB_MERGE_CODE);
  g_autofree char *words
    = g_strdup_printf ("%s · %s",
                       enterprise->unit_name != NULL ? enterprise->unit_name : _ ("未填区镇"),
                       code != NULL ? code : _ ("未填代码"));

  gtk_label_set_label (name, enterprise->name);
  gtk_label_set_label (caption, words);
}

static void
show_merge (XybMergeDialog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  show_head (self->keep_name, self->keep_caption, self->merge->keep);
  show_head (self->gone_name, self->gone_caption, self->merge->gone);
  for (XybMergeField field = 0; field < XYB_N_MERGE_FIELDS; field++)
    if (xyb_merge_field_differs (self->merge->keep, self->merge->gone, field))
      add_field (self, field);
  for (guint i = 0; i < self->merge->years->len; i++)
    add_year (self, self->merge->years->pdata[i]);
  child = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  gtk_window_set_focus (GTK_WINDOW (self),
                        child != NULL ? GTK_WIDGET (
                          xyb_merge_row_get_button (XYB_MERGE_ROW (child), XYB_MERGE_SIDE_KEEP))
                                      : self->merge_button);
  gtk_widget_set_visible (self->list_box, child != NULL);
  gtk_widget_set_visible (self->same, child == NULL);
  update (self);
}

static gboolean
load (XybMergeDialog *self, gint64 keep_id, gint64 gone_id, GError **error)
{
  XybMerge *merge = xyb_merge_load (xyb_office_get_store (self->office), keep_id, gone_id, error);

  if (merge == NULL)
    return FALSE;
  xyb_merge_free (self->merge);
  self->merge = merge;
  show_merge (self);
  return TRUE;
}

static void
show_problem (XybMergeDialog *self, const GError *error)
{
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (self->problem_box, TRUE);
}

static void
swap_clicked_cb (GtkButton *button, XybMergeDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!load (self, self->merge->gone->id, self->merge->keep->id, &error))
    show_problem (self, error);
}

/* ---- doing it ---- */

static void
merge_clicked_cb (GtkButton *button, XybMergeDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *today = xyb_date_today ();
  gint64 keep_id = self->merge->keep->id;
  g_autoptr (GError) error = NULL;

  if (!xyb_enterprise_store_merge (xyb_office_get_store (self->office), self->merge, today, &error))
    {
      show_problem (self, error);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.go-to", "(sx)", "enterprise", keep_id);
}

static void
xyb_merge_dialog_dispose (GObject *object)
{
  XybMergeDialog *self = XYB_MERGE_DIALOG (object);

  g_clear_pointer (&self->merge, xyb_merge_free);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_merge_dialog_parent_class)->dispose (object);
}

static void
xyb_merge_dialog_class_init (XybMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_merge_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XybMergeDialog, merge_button);
  gtk_widget_class_bind_template_child (widget_class, XybMergeDialog, keep_name);
  gtk_widget_class_bind_template_child (widget_class, XybMergeDialog, keep_caption);
  gtk_widget_class_bind_template_child (widget_class, XybMergeDialog, gone_name);
  gtk_widget_class_bind_template_child (widget_class, XybMergeDialog, gone_caption);
  gtk_widget_class_bind_template_child (widget_class, XybMergeDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, XybMergeDialog, list);
  gtk_widget_class_bind_template_child (widget_class, XybMergeDialog, same);
  gtk_widget_class_bind_template_child (widget_class, XybMergeDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, XybMergeDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, XybMergeDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, merge_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_merge_dialog_init (XybMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_merge_open:
 * @parent: the window
 * @office: the office
 * @keep_id: the entry to stay
 * @gone_id: the entry to go into it
 *
 * Shows the two side by side; says why where they cannot be merged.
 */
void
xyb_merge_open (GtkWindow *parent, XybOffice *office, gint64 keep_id, gint64 gone_id)
{
  XybMergeDialog *self = g_object_new (XYB_TYPE_MERGE_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GError) error = NULL;

  self->office = g_object_ref (office);
  if (load (self, keep_id, gone_id, &error))
    {
      gtk_window_present (GTK_WINDOW (self));
      return;
    }
  xyb_office_report (office, error);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---- which other one ---- */

static void
other_chosen_cb (XybEnterprisePicker *picker, gint64 other_id, gpointer user_data)
{
  gint64 *keep_id = g_object_get_data (G_OBJECT (picker), "keep-id");
  XybOffice *office = g_object_get_data (G_OBJECT (picker), "office");

  xyb_merge_open (GTK_WINDOW (user_data), office, *keep_id, other_id);
}

/* Somebody else of nearly the same name is most likely meant. */
static void
propose_others (XybEnterprisePicker *picker, XybStore *store, gint64 keep_id)
{
  g_autoptr (XybEnterprise) keep = xyb_enterprise_store_get (store, keep_id, NULL);
  g_autoptr (GPtrArray) same
    = keep != NULL ? xyb_enterprise_store_find_same (store, keep->name, NULL) : NULL;
  g_autofree char *core = keep != NULL ? xyb_company_name_core (keep->name) : NULL;

  if (same != NULL && same->len > 1 && *core != '\0')
    xyb_enterprise_picker_search (picker, core);
}

/**
 * xyb_merge_ask:
 * @parent: the window
 * @office: the office
 * @keep_id: the entry to stay
 *
 * Lets the clerk choose the other entry, then shows both.
 */
void
xyb_merge_ask (GtkWindow *parent, XybOffice *office, gint64 keep_id)
{
  XybEnterprisePicker *picker = xyb_enterprise_picker_new (parent, office, 0);

  xyb_enterprise_picker_set_title (picker, _ ("与哪一家合并？"), _ ("看两家"));
  xyb_enterprise_picker_refuse (picker, keep_id);
  propose_others (picker, xyb_office_get_store (office), keep_id);
  g_object_set_data_full (G_OBJECT (picker), "keep-id", g_memdup2 (&keep_id, sizeof keep_id),
                          g_free);
  g_object_set_data_full (G_OBJECT (picker), "office", g_object_ref (office), g_object_unref);
  g_signal_connect_object (picker, "chosen", G_CALLBACK (other_chosen_cb), parent, 0);
  gtk_window_present (GTK_WINDOW (picker));
}
