/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-snapshot-window.h"

#include "xyb-assessment-dialogs.h"
#include "xyb-date.h"
#include "xyb-frozen-sheet-model.h"
#include "xyb-i18n.h"
#include "xyb-print-preview.h"
#include "xyb-sheet.h"
#include "xyb-window-private.h"

struct _XybSnapshotWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *window_title;
  GtkListBox *list;
  GtkStack *stack;
  GtkLabel *banner;
  GtkDropDown *with;
  GtkStack *view;
  XybSheet *sheet;
  GtkListBox *changes;
  GtkLabel *changes_head;
  GtkWidget *tools;
  GtkWidget *void_button;

  /* owned */
  XybOffice *office;
  XybFrozenSheetModel *model;
  GPtrArray *snapshots; /* of XybSnapshot, latest first */
  GPtrArray *others;    /* of XybSnapshot, borrowed: what @with lists behind “现在” */

  int year;
  XybUnitKind kind;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybSnapshotWindow, xyb_snapshot_window, ADW_TYPE_WINDOW)

static XybStore *
get_store (XybSnapshotWindow *self)
{
  return xyb_office_get_store (self->office);
}

static const XybSnapshot *
get_selected (XybSnapshotWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? self->snapshots->pdata[gtk_list_box_row_get_index (row)] : NULL;
}

static XybAssessment *
load (XybSnapshotWindow *self)
{
  g_autoptr (GError) error = NULL;
  XybAssessment *assessment
    = xyb_assessment_store_load (get_store (self), self->year, self->kind, &error);

  if (assessment == NULL)
    xyb_office_report (self->office, error);
  return assessment;
}

/* ---- comparing ---- */

static const char *
direction_sign (XybChangeDirection direction)
{
  switch (direction)
    {
    case XYB_CHANGE_BETTER:
      return "↑";
    case XYB_CHANGE_WORSE:
      return "↓";
    case XYB_CHANGE_OTHER:
    default:
      return "·";
    }
}

static GtkWidget *
change_row_new (const XybTableChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *sign = gtk_label_new (direction_sign (change->direction));
  g_autofree char *sentence = xyb_table_change_sentence (change);
  GtkWidget *words = gtk_label_new (sentence);

  gtk_widget_add_css_class (sign, change->direction == XYB_CHANGE_BETTER  ? "done"
                                  : change->direction == XYB_CHANGE_WORSE ? "loss"
                                                                          : "secondary");
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "change-body");
  return box;
}

static void
fill_changes (XybSnapshotWindow *self,
              const XybAssessmentTable *before,
              const XybAssessmentTable *after)
{
  g_autoptr (GPtrArray) changes = xyb_assessment_table_compare (before, after);
  g_autofree char *head = NULL;
  guint better = 0;
  guint worse = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->changes))) != NULL)
    gtk_list_box_remove (self->changes, child);
  for (guint i = 0; i < changes->len; i++)
    {
      const XybTableChange *change = changes->pdata[i];

      better += change->direction == XYB_CHANGE_BETTER;
      worse += change->direction == XYB_CHANGE_WORSE;
      gtk_list_box_append (self->changes, change_row_new (change));
    }
  head = changes->len > 0 ? g_strdup_printf (_ ("共 %u 处不同：↑ 变好 %u 处，↓ 变差 %u 处"),
                                             changes->len, better, worse)
                          : g_strdup (_ ("两张表印出来完全一样。"));
  gtk_label_set_label (self->changes_head, head);
}

/* The earlier table comes first, whichever is looked at. */
static void
compare (XybSnapshotWindow *self)
{
  guint place = gtk_drop_down_get_selected (self->with);
  const XybSnapshot *selected = get_selected (self);
  const XybAssessmentTable *shown = xyb_frozen_sheet_model_get_table (self->model);
  g_autoptr (XybAssessment) assessment = NULL;
  g_autoptr (XybAssessmentTable) other = NULL;
  g_autoptr (GError) error = NULL;
  gboolean other_first;

  gtk_stack_set_visible_child_name (self->view, place == 0 ? "sheet" : "changes");
  if (place == 0 || selected == NULL || shown == NULL)
    return;
  assessment = load (self);
  if (assessment == NULL)
    return;
  other_first
    = place > 1 && ((XybSnapshot *) self->others->pdata[place - 2])->issue < selected->issue;
  if (place == 1)
    {
      g_autofree char *today = xyb_date_today ();

      other = xyb_assessment_print (assessment, XYB_PHASE_INTERIM, today);
    }
  else
    other
      = xyb_assessment_store_get_snapshot (get_store (self), assessment->scheme,
                                           ((XybSnapshot *) self->others->pdata[place - 2])->issue,
                                           &error);
  if (other == NULL)
    xyb_office_report (self->office, error);
  else
    fill_changes (self, other_first ? other : shown, other_first ? shown : other);
}

static void
with_changed_cb (GtkDropDown *choice, GParamSpec *pspec, XybSnapshotWindow *self)
{
  if (!self->filling)
    compare (self);
}

static void
fill_with (XybSnapshotWindow *self, const XybSnapshot *selected)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);

  self->filling = TRUE;
  g_ptr_array_set_size (self->others, 0);
  gtk_string_list_append (strings, _ ("看这一期"));
  gtk_string_list_append (strings, _ ("与现在比较"));
  for (guint i = 0; i < self->snapshots->len; i++)
    {
      XybSnapshot *snapshot = self->snapshots->pdata[i];
      g_autofree char *label = g_strdup_printf (_ ("与第 %d 期比较"), snapshot->issue);

      if (snapshot == selected || snapshot->voided_on != NULL)
        continue;
      gtk_string_list_append (strings, label);
      g_ptr_array_add (self->others, snapshot);
    }
  gtk_drop_down_set_model (self->with, G_LIST_MODEL (strings));
  gtk_drop_down_set_selected (self->with, 0);
  self->filling = FALSE;
}

/* ---- one of them ---- */

static void
say_what (XybSnapshotWindow *self, const XybSnapshot *snapshot)
{
  g_autofree char *day = xyb_date_format (snapshot->taken_on);
  g_autofree char *sentence = NULL;

  if (snapshot->voided_on != NULL)
    sentence = g_strdup_printf (_ ("第 %d 期快照（%s）已作废：%s"), snapshot->issue, day,
                                snapshot->void_reason != NULL ? snapshot->void_reason : "");
  else
    sentence = g_strdup_printf (_ ("第 %d 期快照（%s，%s），只能看，不能改。"), snapshot->issue,
                                day, xyb_phase_name (snapshot->phase));
  gtk_label_set_label (self->banner, sentence);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, XybSnapshotWindow *self)
{
  const XybSnapshot *selected = get_selected (self);
  g_autoptr (XybAssessment) assessment = NULL;
  g_autoptr (GError) error = NULL;
  XybAssessmentTable *table = NULL;

  if (selected == NULL || self->filling)
    return;
  assessment = load (self);
  if (assessment != NULL && selected->voided_on == NULL)
    table = xyb_assessment_store_get_snapshot (get_store (self), assessment->scheme,
                                               selected->issue, &error);
  if (error != NULL)
    xyb_office_report (self->office, error);
  xyb_frozen_sheet_model_fill (self->model, table);
  say_what (self, selected);
  fill_with (self, selected);
  gtk_stack_set_visible_child_name (self->view, "sheet");
  gtk_widget_set_sensitive (self->tools, table != NULL);
  gtk_widget_set_visible (self->void_button, !xyb_office_is_read_only (self->office));
}

/* ---- the list ---- */

static gint
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const XybSnapshot *left = *(XybSnapshot *const *) a;
  const XybSnapshot *right = *(XybSnapshot *const *) b;

  return right->issue != left->issue ? right->issue - left->issue
                                     : (right->id > left->id) - (right->id < left->id);
}

static GtkWidget *
snapshot_row_new (const XybSnapshot *snapshot)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *day = xyb_date_format (snapshot->taken_on);
  g_autofree char *name = g_strdup_printf (_ ("第 %d 期"), snapshot->issue);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *caption = gtk_label_new (NULL);
  g_autofree char *words
    = g_strdup_printf ("%s · %s", day,
                       snapshot->voided_on != NULL ? _ ("已作废")
                                                   : xyb_phase_name (snapshot->phase));

  gtk_label_set_label (GTK_LABEL (caption), words);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "secondary");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_add_css_class (box, "snapshot-row");
  return box;
}

static void
fill_list (XybSnapshotWindow *self)
{
  g_autoptr (XybAssessment) assessment = load (self);
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  self->filling = TRUE;
  g_ptr_array_set_size (self->others, 0);
  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  if (assessment != NULL)
    self->snapshots
      = xyb_assessment_store_list_snapshots (get_store (self), assessment->scheme, &error);
  if (error != NULL)
    xyb_office_report (self->office, error);
  if (self->snapshots == NULL)
    self->snapshots = g_ptr_array_new ();
  g_ptr_array_sort (self->snapshots, compare_latest_first);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->snapshots->len; i++)
    gtk_list_box_append (self->list, snapshot_row_new (self->snapshots->pdata[i]));
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, self->snapshots->len > 0 ? "snapshot" : "empty");
  if (self->snapshots->len > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
office_changed_cb (XybOffice *office, const char *const *tables, XybSnapshotWindow *self)
{
  static const char *const wanted[] = { "assessment_snapshot", NULL };

  if (xyb_page_touches (tables, wanted))
    fill_list (self);
}

/* ---- putting out ---- */

static XybExportSpec
spec_of (XybSnapshotWindow *self, const XybSnapshot *snapshot)
{
  return (XybExportSpec){ .kind = XYB_EXPORT_ASSESSMENT,
                          .year = self->year,
                          .unit_kind = self->kind,
                          .issue = snapshot->issue };
}

static void
export_clicked_cb (GtkButton *button, XybSnapshotWindow *self)
{
  const XybSnapshot *snapshot = get_selected (self);
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  XybExportSpec spec;

  if (snapshot == NULL || !XYB_IS_WINDOW (window))
    return;
  spec = spec_of (self, snapshot);
  xyb_window_ask_export (XYB_WINDOW (window), &spec);
}

static void
print_clicked_cb (GtkButton *button, XybSnapshotWindow *self)
{
  const XybSnapshot *snapshot = get_selected (self);
  g_autofree char *label = NULL;
  XybPrintChoice choice;

  if (snapshot == NULL)
    return;
  label = g_strdup_printf (_ ("第 %d 期"), snapshot->issue);
  choice = (XybPrintChoice){ label, spec_of (self, snapshot) };
  xyb_print_preview_open (GTK_WIDGET (self), self->office, &choice, 1);
}

static void
void_clicked_cb (GtkButton *button, XybSnapshotWindow *self)
{
  const XybSnapshot *snapshot = get_selected (self);
  g_autoptr (XybAssessment) assessment = NULL;
  g_autoptr (XybAssessmentState) state = NULL;

  if (snapshot == NULL || snapshot->voided_on != NULL)
    return;
  assessment = load (self);
  if (assessment == NULL)
    return;
  state = xyb_assessment_state_new (g_steal_pointer (&assessment));
  xyb_void_snapshot_dialog_open (GTK_WIDGET (self), self->office, state, snapshot->issue);
}

/* ---- the widget ---- */

static void
xyb_snapshot_window_dispose (GObject *object)
{
  XybSnapshotWindow *self = XYB_SNAPSHOT_WINDOW (object);

  if (self->sheet != NULL)
    xyb_sheet_set_model (self->sheet, NULL);
  self->sheet = NULL;
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_data (self->office, self);
  g_clear_object (&self->office);
  g_clear_object (&self->model);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_snapshot_window_parent_class)->dispose (object);
}

static void
xyb_snapshot_window_class_init (XybSnapshotWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_snapshot_window_dispose;
  g_type_ensure (XYB_TYPE_SHEET);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/assessment/xyb-snapshot-window.ui");
  gtk_widget_class_bind_template_child (widget_class, XybSnapshotWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, XybSnapshotWindow, list);
  gtk_widget_class_bind_template_child (widget_class, XybSnapshotWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, XybSnapshotWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, XybSnapshotWindow, with);
  gtk_widget_class_bind_template_child (widget_class, XybSnapshotWindow, view);
  gtk_widget_class_bind_template_child (widget_class, XybSnapshotWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, XybSnapshotWindow, changes);
  gtk_widget_class_bind_template_child (widget_class, XybSnapshotWindow, changes_head);
  gtk_widget_class_bind_template_child (widget_class, XybSnapshotWindow, tools);
  gtk_widget_class_bind_template_child (widget_class, XybSnapshotWindow, void_button);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, with_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, void_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_snapshot_window_init (XybSnapshotWindow *self)
{
  self->others = g_ptr_array_new ();
  self->snapshots = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  self->model = xyb_frozen_sheet_model_new ();
  xyb_sheet_set_model (self->sheet, XYB_SHEET_MODEL (self->model));
}

/**
 * xyb_snapshot_window_open:
 * @parent: a widget of the window
 * @office: the office
 * @state: the table
 *
 * Returns: (transfer none): the window, on screen
 */
XybSnapshotWindow *
xyb_snapshot_window_open (GtkWidget *parent, XybOffice *office, const XybAssessmentState *state)
{
  XybSnapshotWindow *self = g_object_new (XYB_TYPE_SNAPSHOT_WINDOW, "transient-for",
                                          GTK_WINDOW (gtk_widget_get_root (parent)), NULL);
  g_autofree char *subtitle = g_strdup_printf (_ ("%d 年 · %s"), state->scheme->year,
                                               xyb_unit_kind_name (state->scheme->kind));

  self->office = g_object_ref (office);
  self->year = state->scheme->year;
  self->kind = state->scheme->kind;
  adw_window_title_set_subtitle (self->window_title, subtitle);
  g_signal_connect (office, "changed", G_CALLBACK (office_changed_cb), self);
  fill_list (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * xyb_snapshot_window_show_issue:
 * @self: the window
 * @issue: 第 N 期
 */
void
xyb_snapshot_window_show_issue (XybSnapshotWindow *self, int issue)
{
  g_return_if_fail (XYB_IS_SNAPSHOT_WINDOW (self));

  for (guint i = 0; i < self->snapshots->len; i++)
    if (((XybSnapshot *) self->snapshots->pdata[i])->issue == issue)
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
}

/**
 * xyb_snapshot_window_compare_with:
 * @self: the window
 * @place: 0: with nothing, 1: with now, from 2: with another issue
 */
void
xyb_snapshot_window_compare_with (XybSnapshotWindow *self, guint place)
{
  g_return_if_fail (XYB_IS_SNAPSHOT_WINDOW (self));

  gtk_drop_down_set_selected (self->with, place);
}

/**
 * xyb_snapshot_window_dup_changes:
 * @self: the window
 *
 * Returns: (transfer full): how many differences, in words
 */
char *
xyb_snapshot_window_dup_changes (XybSnapshotWindow *self)
{
  g_return_val_if_fail (XYB_IS_SNAPSHOT_WINDOW (self), NULL);

  return g_strdup (gtk_label_get_label (self->changes_head));
}
