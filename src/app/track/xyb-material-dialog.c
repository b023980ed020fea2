/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-material-dialog.h"

#include "xyb-attachment-file.h"
#include "xyb-compat.h"
#include "xyb-date.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-materials-job.h"
#include "xyb-progress-store.h"
#include "xyb-text.h"

struct _XybMaterialDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *window_title;
  GtkWidget *accept_button;
  GtkLabel *name;
  GtkLabel *requirement;
  GtkLabel *hint;
  GtkToggleButton *missing;
  GtkToggleButton *received;
  GtkToggleButton *returned;
  GtkToggleButton *complete;
  XybFieldRow *received_row;
  XybFieldRow *issued_row;
  XybFieldRow *valid_row;
  XybFieldRow *note_row;
  GtkWidget *file_row;
  GtkLabel *file_name;
  GtkWidget *open_button;
  GtkWidget *export_button;
  GtkButton *choose_button;
  GtkWidget *remove_button;
  GtkWidget *problem_box;
  GtkLabel *problem;
  XybJobBar *bar;

  /* owned */
  XybTrackPlace *place;
  XybPlan *plan;               /* of the year, as it was when the form was opened */
  XybMaterial *material;       /* with the scan that is kept */
  char *path;                  /* a scan chosen now */
  const XybPlanMaterial *item; /* borrowed from @plan */
};

G_DEFINE_FINAL_TYPE (XybMaterialDialog, xyb_material_dialog, ADW_TYPE_WINDOW)

static void
show_problem (XybMaterialDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

/* ---- the state ---- */

static XybMaterialState
get_state (XybMaterialDialog *self)
{
  if (gtk_toggle_button_get_active (self->received))
    return XYB_MATERIAL_RECEIVED;
  if (gtk_toggle_button_get_active (self->returned))
    return XYB_MATERIAL_RETURNED;
  if (gtk_toggle_button_get_active (self->complete))
    return XYB_MATERIAL_COMPLETE;
  return XYB_MATERIAL_MISSING;
}

static GtkToggleButton *
button_of (XybMaterialDialog *self, XybMaterialState state)
{
  switch (state)
    {
    case XYB_MATERIAL_RECEIVED:
      return self->received;
    case XYB_MATERIAL_RETURNED:
      return self->returned;
    case XYB_MATERIAL_COMPLETE:
      return self->complete;
    case XYB_MATERIAL_MISSING:
    default:
      return self->missing;
    }
}

static gboolean
has_dates (XybMaterialDialog *self)
{
  return self->item->has_validity || self->material->issued_on != NULL
         || self->material->valid_until != NULL;
}

/* What is missing has no dates, no reason and no scan. */
static void
update_fields (XybMaterialDialog *self)
{
  XybMaterialState state = get_state (self);
  gboolean here = state != XYB_MATERIAL_MISSING;

  gtk_widget_set_visible (GTK_WIDGET (self->received_row), here);
  gtk_widget_set_visible (GTK_WIDGET (self->issued_row), here && has_dates (self));
  gtk_widget_set_visible (GTK_WIDGET (self->valid_row), here && has_dates (self));
  gtk_widget_set_visible (GTK_WIDGET (self->note_row), here);
  gtk_widget_set_visible (self->file_row, here);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note_row),
                                 state == XYB_MATERIAL_RETURNED ? _ ("退回原因") : _ ("备注"));
}

static void
state_toggled_cb (GtkToggleButton *button, XybMaterialDialog *self)
{
  if (!gtk_toggle_button_get_active (button) || self->item == NULL)
    return;
  show_problem (self, NULL);
  update_fields (self);
}

/* ---- the fields ---- */

static void
edited_cb (XybFieldRow *row, XybMaterialDialog *self)
{
  show_problem (self, NULL);
}

static gboolean
read_date (XybFieldRow *row, char **out_iso, GError **error)
{
  return xyb_form_read_date (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                             xyb_field_row_get_text (row), out_iso, error);
}

/* What the form says, as it would be stored. @reason stands in while no reason was given yet. */
static XybMaterial *
read_form (XybMaterialDialog *self, const char *reason, GError **error)
{
  g_autoptr (XybMaterial) material = xyb_material_new (self->item->id);
  const char *note = xyb_field_row_get_text (self->note_row);
  g_autofree char *today = xyb_date_today ();

  material->state = get_state (self);
  if (material->state == XYB_MATERIAL_MISSING)
    return g_steal_pointer (&material);
  if (!read_date (self->received_row, &material->received_on, error)
      || !read_date (self->issued_row, &material->issued_on, error)
      || !read_date (self->valid_row, &material->valid_until, error))
    return NULL;
  material->note = g_strdup (xyb_text_is_blank (note) ? reason : note);
  material->sha256 = g_strdup (self->material->sha256);
  material->file_name = g_strdup (self->material->file_name);
  if (!xyb_material_validate (material, self->item, today, error))
    return NULL;
  return g_steal_pointer (&material);
}

/* Left, it is looked at: by itself, and beside the other dates. */
static void
date_commit_cb (XybFieldRow *row, const char *text, XybMaterialDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybMaterial) material = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *shown = NULL;

  /* The cursor leaves a dying form. */
  if (self->item == NULL)
    return;
  if (!read_date (row, &iso, &error))
    {
      xyb_field_row_refuse (row, error->message);
      return;
    }
  shown = xyb_date_format (iso);
  xyb_field_row_set_value (row, shown);
  material = read_form (self, "—", &error);
  if (material == NULL)
    xyb_field_row_set_message (row, XYB_FIELD_ERROR, error->message, NULL);
}

static void
note_commit_cb (XybFieldRow *row, const char *text, XybMaterialDialog *self)
{
  xyb_field_row_set_value (row, text);
}

/* ---- the scan ---- */

static void
show_file (XybMaterialDialog *self)
{
  g_autofree char *chosen = self->path != NULL ? g_filename_display_basename (self->path) : NULL;
  const char *kept = self->material->file_name;
  gboolean any = chosen != NULL || self->material->sha256 != NULL;
  gboolean is_kept = chosen == NULL && self->material->sha256 != NULL;

  gtk_label_set_label (self->file_name, chosen != NULL ? chosen
                                        : any          ? kept
                                              : _ ("没有附件，可以把扫描件拖到这里"));
  gtk_widget_set_css_classes (GTK_WIDGET (self->file_name),
                              (const char *[]){ any ? "file" : "secondary", NULL });
  gtk_widget_set_visible (self->open_button, is_kept);
  gtk_widget_set_visible (self->export_button, is_kept);
  gtk_widget_set_visible (self->remove_button, any);
  gtk_button_set_label (self->choose_button, any ? _ ("替换…") : _ ("添加…"));
}

/**
 * xyb_material_dialog_choose_file:
 * @self: the form
 * @path: (nullable): a scan, kept with 「记下」
 */
void
xyb_material_dialog_choose_file (XybMaterialDialog *self, const char *path)
{
  g_return_if_fail (XYB_IS_MATERIAL_DIALOG (self));

  if (path == NULL)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  show_problem (self, NULL);
  show_file (self);
}

static void
file_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (XybMaterialDialog) self = user_data;

  if (self->item != NULL)
    xyb_material_dialog_choose_file (self, path);
}

static void
choose_clicked_cb (GtkButton *button, XybMaterialDialog *self)
{
  xyb_compat_choose_open (GTK_WINDOW (self), _ ("选择扫描件"), NULL, NULL, file_chosen_cb,
                          g_object_ref (self));
}

/* The one chosen now first: then the one that is kept is there again. */
static void
remove_clicked_cb (GtkButton *button, XybMaterialDialog *self)
{
  if (self->path == NULL)
    {
      g_clear_pointer (&self->material->sha256, g_free);
      g_clear_pointer (&self->material->file_name, g_free);
    }
  g_clear_pointer (&self->path, g_free);
  show_file (self);
}

static void
open_clicked_cb (GtkButton *button, XybMaterialDialog *self)
{
  xyb_attachment_file_open (GTK_WIDGET (self), self->place->office, self->bar,
                            self->material->sha256, self->material->file_name);
}

static void
export_clicked_cb (GtkButton *button, XybMaterialDialog *self)
{
  xyb_attachment_file_export (GTK_WIDGET (self), self->place->office, self->bar,
                              self->material->sha256, self->material->file_name);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, XybMaterialDialog *self)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    return FALSE;
  if (files->next != NULL)
    {
      show_problem (self, _ ("一项材料只留一个附件，请先合成一个文件，再拖过来。"));
      return TRUE;
    }
  xyb_material_dialog_choose_file (self, path);
  return TRUE;
}

/* ---- keeping ---- */

static void
saved_cb (GObject *owner, gpointer data, const GError *error)
{
  XybMaterialDialog *self = XYB_MATERIAL_DIALOG (owner);

  gtk_widget_set_sensitive (self->accept_button, TRUE);
  if (error == NULL)
    {
      xyb_materials_job_say (self->place->office);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, _ ("已停止，什么都没有改。"));
  else
    show_problem (self, error->message);
}

static void
save_with_file (XybMaterialDialog *self, XybMaterial *material)
{
  XybMaterialsJob *job = xyb_materials_job_new (self->place);

  xyb_materials_job_add (job, material, self->path);
  gtk_widget_set_sensitive (self->accept_button, FALSE);
  xyb_materials_job_run (job, self->bar, self->place->office, self, saved_cb);
}

static gboolean
save (XybMaterialDialog *self, XybMaterial *material, GError **error)
{
  XybStore *store = xyb_office_get_store (self->place->office);
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybTrackCase) now = xyb_track_place_read (self->place, &plan, error);

  return now != NULL
         && xyb_progress_store_set_material (store, plan, now->record, material, NULL, now->today,
                                             error);
}

/**
 * xyb_material_dialog_accept:
 * @self: the form
 *
 * What 「记下」 does.
 */
void
xyb_material_dialog_accept (XybMaterialDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybMaterial) material = NULL;

  g_return_if_fail (XYB_IS_MATERIAL_DIALOG (self));

  if (xyb_job_bar_is_busy (self->bar))
    return;
  show_problem (self, NULL);
  material = read_form (self, NULL, &error);
  if (material != NULL && self->path != NULL && material->state != XYB_MATERIAL_MISSING)
    save_with_file (self, g_steal_pointer (&material));
  else if (material != NULL && save (self, material, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_problem (self, error->message);
}

static void
accept_clicked_cb (GtkButton *button, XybMaterialDialog *self)
{
  xyb_material_dialog_accept (self);
}

/**
 * xyb_material_dialog_set_state:
 * @self: the form
 * @state: as if its button was pressed
 */
void
xyb_material_dialog_set_state (XybMaterialDialog *self, XybMaterialState state)
{
  g_return_if_fail (XYB_IS_MATERIAL_DIALOG (self));

  gtk_toggle_button_set_active (button_of (self, state), TRUE);
}

/**
 * xyb_material_dialog_get_problem:
 * @self: the form
 *
 * Returns: (transfer none): why it was not kept, or ""
 */
const char *
xyb_material_dialog_get_problem (XybMaterialDialog *self)
{
  g_return_val_if_fail (XYB_IS_MATERIAL_DIALOG (self), NULL);

  return gtk_label_get_label (self->problem);
}

/**
 * xyb_material_dialog_is_busy:
 * @self: the form
 *
 * Returns: whether a file is being copied
 */
gboolean
xyb_material_dialog_is_busy (XybMaterialDialog *self)
{
  g_return_val_if_fail (XYB_IS_MATERIAL_DIALOG (self), FALSE);

  return xyb_job_bar_is_busy (self->bar);
}

/* ---- the window ---- */

static void
xyb_material_dialog_dispose (GObject *object)
{
  XybMaterialDialog *self = XYB_MATERIAL_DIALOG (object);

  self->item = NULL;
  g_clear_pointer (&self->material, xyb_material_free);
  g_clear_pointer (&self->plan, xyb_plan_free);
  g_clear_pointer (&self->place, xyb_track_place_free);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (xyb_material_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-material-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, name);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, requirement);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, received);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, returned);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, complete);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, received_row);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, issued_row);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, valid_row);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, file_name);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialDialog, bar);
}

static void
xyb_material_dialog_class_init (XybMaterialDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_material_dialog_dispose;
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  g_type_ensure (XYB_TYPE_JOB_BAR);
  bind_template (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_material_dialog_init (XybMaterialDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_css_class (self->file_row, "drop-area");
  gtk_widget_add_controller (self->file_row, GTK_EVENT_CONTROLLER (target));
}

/* ---- opening ---- */

static const XybMaterialLine *
find_line (const XybMaterialList *list, gint64 material_id)
{
  for (guint i = 0; i < list->lines->len; i++)
    if (((XybMaterialLine *) list->lines->pdata[i])->item->id == material_id)
      return list->lines->pdata[i];
  return NULL;
}

/* AMB-09: the same form in two states. */
static char *
words_of_link (const XybMaterialList *list, const XybMaterialLine *line)
{
  const XybMaterialLine *other
    = line->item->linked_id != 0 ? find_line (list, line->item->linked_id) : NULL;

  if (other == NULL)
    return NULL;
  return g_strdup_printf (
    _ (
      "与第 %u 项是同一张表：一份企业填好，一份市信用办初审盖章；两份都要收。第 %u 项现在是“%s”。"),
    other->number, other->number, xyb_material_state_name (other->state));
}

static void
show_head (XybMaterialDialog *self, const XybTrackCase *now, const XybMaterialLine *line)
{
  g_autofree char *title = g_strdup_printf (_ ("第 %u 项材料"), line->number);
  g_autofree char *link = words_of_link (now->list, line);
  const char *asked = line->item->requirement;
  g_autofree char *requirement
    = asked == NULL
        ? g_strdup (line->item->required ? _ ("必需") : _ ("不是必需"))
        : g_strdup_printf (line->item->required ? _ ("必需 · %s") : _ ("不是必需 · %s"), asked);
  const char *hint = line->warning != NULL ? line->warning : link;

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, now->enterprise->name);
  gtk_label_set_label (self->name, line->item->name);
  gtk_label_set_label (self->requirement, requirement);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

static void
turn_material (XybMaterial *material,
               const XybMaterialLine *line,
               XybMaterialTurn turn,
               const char *today)
{
  switch (turn)
    {
    case XYB_MATERIAL_TAKE_IN:
      if (line->validity == XYB_VALIDITY_EXPIRED)
        xyb_material_renew (material, today);
      else
        xyb_material_turn (material, XYB_MATERIAL_RECEIVED, today);
      break;
    case XYB_MATERIAL_LOOK_OVER:
      xyb_material_turn (material, XYB_MATERIAL_COMPLETE, today);
      break;
    case XYB_MATERIAL_SEND_BACK:
      xyb_material_turn (material, XYB_MATERIAL_RETURNED, today);
      break;
    case XYB_MATERIAL_AS_IT_IS:
    default:
      if (line->state == XYB_MATERIAL_MISSING)
        xyb_material_turn (material, XYB_MATERIAL_RECEIVED, today);
    }
}

static void
set_date (XybFieldRow *row, const char *iso)
{
  g_autofree char *shown = xyb_date_format (iso);

  xyb_field_row_reset (row, shown);
}

static void
show_material (XybMaterialDialog *self)
{
  const XybMaterial *material = self->material;

  set_date (self->received_row, material->received_on);
  set_date (self->issued_row, material->issued_on);
  set_date (self->valid_row, material->valid_until);
  xyb_field_row_reset (self->note_row, material->note);
  xyb_material_dialog_set_state (self, material->state);
  update_fields (self);
  show_file (self);
}

/* An office that is open read-only has a form to look at. */
static void
lock (XybMaterialDialog *self)
{
  XybFieldRow *const rows[]
    = { self->received_row, self->issued_row, self->valid_row, self->note_row };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    xyb_field_row_set_editable (rows[i], FALSE);
  gtk_widget_set_sensitive (gtk_widget_get_parent (GTK_WIDGET (self->missing)), FALSE);
  gtk_widget_set_visible (self->accept_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->choose_button), FALSE);
  gtk_widget_set_visible (self->remove_button, FALSE);
}

/* Where the first thing has to be typed. */
static XybFieldRow *
first_field (XybMaterialDialog *self)
{
  if (self->material->state == XYB_MATERIAL_RETURNED)
    return self->note_row;
  if (has_dates (self) && self->material->issued_on == NULL)
    return self->issued_row;
  return has_dates (self) && self->material->valid_until == NULL ? self->valid_row
                                                                 : self->received_row;
}

/**
 * xyb_material_dialog_open:
 * @parent: a widget of the window
 * @place: whose material
 * @material_id: of XybPlanMaterial
 * @turn: how the form begins
 *
 * Returns: (transfer none) (nullable): the form; %NULL, said to the clerk, where there is no such
 *   material any more
 */
XybMaterialDialog *
xyb_material_dialog_open (GtkWidget *parent,
                          const XybTrackPlace *place,
                          gint64 material_id,
                          XybMaterialTurn turn)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybTrackCase) now = xyb_track_place_read (place, &plan, &error);
  const XybMaterialLine *line = now != NULL ? find_line (now->list, material_id) : NULL;
  XybMaterialDialog *self;

  if (line == NULL)
    {
      if (error != NULL)
        xyb_office_report (place->office, error);
      return NULL;
    }
  self
    = g_object_new (XYB_TYPE_MATERIAL_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->place = xyb_track_place_copy (place);
  self->material
    = line->material != NULL ? xyb_material_copy (line->material) : xyb_material_new (material_id);
  turn_material (self->material, line, turn, now->today);
  show_head (self, now, line);
  self->item = line->item;
  show_material (self);
  if (xyb_office_is_read_only (place->office))
    lock (self);
  gtk_window_set_focus (GTK_WINDOW (self),
                        GTK_WIDGET (xyb_field_row_get_text_widget (first_field (self))));
  g_clear_pointer (&now, xyb_track_case_free);
  self->plan = g_steal_pointer (&plan);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
