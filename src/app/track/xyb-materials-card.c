/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-materials-card.h"

#include "xyb-attachment-file.h"
#include "xyb-compat.h"
#include "xyb-i18n.h"
#include "xyb-job-bar.h"
#include "xyb-material-dialog.h"
#include "xyb-material-row.h"
#include "xyb-materials-assign.h"
#include "xyb-materials-job.h"
#include "xyb-progress-store.h"

struct _XybMaterialsCard
{
  GtkBox parent_instance;

  /* template widgets */
  GtkLabel *title;
  GtkWidget *all_button;
  GtkLabel *count;
  GtkListBox *list;
  GtkWidget *drop_row;
  XybJobBar *bar;

  /* owned */
  XybTrackPlace *place; /* NULL: nothing shown yet */
  GtkWidget *menu;
};

static void card_init (XybTrackCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybMaterialsCard,
                               xyb_materials_card,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_TRACK_CARD, card_init))

/* ---- what is there now ---- */

static const XybMaterialLine *
find_line (const XybTrackCase *track_case, gint64 material_id)
{
  for (guint i = 0; i < track_case->list->lines->len; i++)
    {
      const XybMaterialLine *line = track_case->list->lines->pdata[i];

      if (line->item->id == material_id)
        return line;
    }
  return NULL;
}

/* The one line that is meant, read anew; what cannot be read is said. */
static XybTrackCase *
read_line (XybMaterialsCard *self,
           gint64 material_id,
           XybPlan **out_plan,
           const XybMaterialLine **out_line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybTrackCase) now
    = self->place != NULL ? xyb_track_place_read (self->place, out_plan, &error) : NULL;

  *out_line = now != NULL ? find_line (now, material_id) : NULL;
  if (error != NULL)
    xyb_office_report (self->place->office, error);
  return *out_line != NULL ? g_steal_pointer (&now) : NULL;
}

static XybMaterial *
material_of (const XybMaterialLine *line)
{
  return line->material != NULL ? xyb_material_copy (line->material)
                                : xyb_material_new (line->item->id);
}

/* ---- states by key and menu ---- */

static XybMaterialTurn
turn_of (XybMaterialState state)
{
  switch (state)
    {
    case XYB_MATERIAL_RECEIVED:
      return XYB_MATERIAL_TAKE_IN;
    case XYB_MATERIAL_COMPLETE:
      return XYB_MATERIAL_LOOK_OVER;
    case XYB_MATERIAL_RETURNED:
      return XYB_MATERIAL_SEND_BACK;
    case XYB_MATERIAL_MISSING:
    default:
      return XYB_MATERIAL_AS_IT_IS;
    }
}

/* Sent back without a reason, or in without the day it holds until, it would be half a record. */
static gboolean
needs_form (const XybMaterialLine *line, XybMaterialState state)
{
  if (state == XYB_MATERIAL_RETURNED)
    return TRUE;
  return line->item->has_validity && state != XYB_MATERIAL_MISSING
         && line->validity != XYB_VALIDITY_VALID && line->validity != XYB_VALIDITY_NEAR;
}

static void
set_state_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybMaterialsCard *self = XYB_MATERIALS_CARD (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybTrackCase) now = NULL;
  g_autoptr (XybMaterial) material = NULL;
  const XybMaterialLine *line = NULL;
  const char *key = NULL;
  XybMaterialState state;
  gint64 id = 0;

  g_variant_get (parameter, "(x&s)", &id, &key);
  state = xyb_material_state_from_key (key);
  now = read_line (self, id, &plan, &line);
  if (now == NULL || line->state == state)
    return;
  if (needs_form (line, state))
    {
      xyb_material_dialog_open (widget, self->place, id, turn_of (state));
      return;
    }
  material = material_of (line);
  xyb_material_turn (material, state, now->today);
  if (!xyb_progress_store_set_material (xyb_office_get_store (self->place->office), plan,
                                        now->record, material, NULL, now->today, &error))
    xyb_office_report (self->place->office, error);
}

static gboolean
can_be_complete (const XybMaterialLine *line)
{
  return line->state == XYB_MATERIAL_RECEIVED && line->validity != XYB_VALIDITY_EXPIRED
         && line->validity != XYB_VALIDITY_UNSAID;
}

/* Of what is received everything was looked over: one revision. */
static void
complete_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybMaterialsCard *self = XYB_MATERIALS_CARD (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybTrackCase) now
    = self->place != NULL ? xyb_track_place_read (self->place, &plan, &error) : NULL;
  g_autoptr (GPtrArray) materials
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_material_free);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (XybMaterialEdit));

  for (guint i = 0; now != NULL && i < now->list->lines->len; i++)
    {
      const XybMaterialLine *line = now->list->lines->pdata[i];
      XybMaterialEdit edit;

      if (!can_be_complete (line))
        continue;
      edit = (XybMaterialEdit){ material_of (line), NULL };
      xyb_material_turn (edit.material, XYB_MATERIAL_COMPLETE, now->today);
      g_ptr_array_add (materials, edit.material);
      g_array_append_val (edits, edit);
    }
  if (edits->len > 0)
    xyb_progress_store_set_materials (xyb_office_get_store (self->place->office), plan, now->record,
                                      (const XybMaterialEdit *) edits->data, edits->len, now->today,
                                      NULL, NULL, NULL, &error);
  if (error != NULL)
    xyb_office_report (self->place->office, error);
}

/* ---- scans ---- */

static void
taken_cb (GObject *owner, gpointer data, const GError *error)
{
  XybMaterialsCard *self = XYB_MATERIALS_CARD (owner);

  if (error == NULL)
    xyb_materials_job_say (self->place->office);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xyb_office_say (self->place->office, _ ("已停止，什么都没有改"));
  else
    xyb_office_report (self->place->office, error);
}

/* A scan of what is missing or was sent back brings it in; of what has expired it is a new one. */
static void
take_one (XybMaterialsCard *self, gint64 id, const char *path)
{
  g_autoptr (XybPlan) plan = NULL;
  const XybMaterialLine *line = NULL;
  g_autoptr (XybTrackCase) now = read_line (self, id, &plan, &line);
  g_autoptr (XybMaterial) material = NULL;
  XybMaterialsJob *job;

  if (now == NULL)
    return;
  material = material_of (line);
  if (line->validity == XYB_VALIDITY_EXPIRED)
    xyb_material_renew (material, now->today);
  else if (!xyb_material_is_in (material))
    xyb_material_turn (material, XYB_MATERIAL_RECEIVED, now->today);
  job = xyb_materials_job_new (self->place);
  xyb_materials_job_add (job, g_steal_pointer (&material), path);
  xyb_materials_job_run (job, self->bar, self->place->office, self, taken_cb);
}

static void
take_files_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybMaterialsCard *self = XYB_MATERIALS_CARD (widget);
  gint64 id = 0;
  g_auto (GStrv) paths = NULL;

  g_variant_get (parameter, "(x^as)", &id, &paths);
  if (self->place == NULL || paths[0] == NULL)
    return;
  if (xyb_office_is_read_only (self->place->office))
    xyb_office_say (self->place->office, _ ("这份办公数据是以只读方式打开的，不能收材料"));
  else if (xyb_job_bar_is_busy (self->bar))
    xyb_office_say (self->place->office, _ ("上一个附件还在保存，请稍等再拖"));
  else if (id != 0 && paths[1] == NULL)
    take_one (self, id, paths[0]);
  else
    xyb_materials_assign (widget, self->place, (const char *const *) paths, self->bar);
}

typedef struct
{
  XybMaterialsCard *card;
  gint64 id; /* 0: whichever they are of */
} Choosing;

static void
files_chosen_cb (GListModel *files, gpointer user_data)
{
  g_autofree Choosing *choosing = user_data;
  g_autoptr (XybMaterialsCard) self = choosing->card;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  gtk_widget_activate_action (GTK_WIDGET (self), "material.take-files", "(x^as)", choosing->id,
                              paths);
}

static void
file_chosen_cb (const char *path, gpointer user_data)
{
  g_autofree Choosing *choosing = user_data;
  g_autoptr (XybMaterialsCard) self = choosing->card;
  const char *const paths[] = { path, NULL };

  gtk_widget_activate_action (GTK_WIDGET (self), "material.take-files", "(x^as)", choosing->id,
                              paths);
}

static Choosing *
choosing_new (XybMaterialsCard *self, gint64 id)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->card = g_object_ref (self);
  choosing->id = id;
  return choosing;
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_compat_choose_open (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("选择扫描件"), NULL, NULL,
                          file_chosen_cb,
                          choosing_new (XYB_MATERIALS_CARD (widget),
                                        g_variant_get_int64 (parameter)));
}

typedef void (*FileFunc) (GtkWidget *parent,
                          XybOffice *office,
                          XybJobBar *bar,
                          const char *sha256,
                          const char *name);

static void
with_file (XybMaterialsCard *self, GVariant *parameter, FileFunc func)
{
  g_autoptr (XybPlan) plan = NULL;
  const XybMaterialLine *line = NULL;
  g_autoptr (XybTrackCase) now = read_line (self, g_variant_get_int64 (parameter), &plan, &line);

  if (now != NULL && line->material != NULL && line->material->sha256 != NULL)
    func (GTK_WIDGET (self), self->place->office, self->bar, line->material->sha256,
          line->material->file_name);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  with_file (XYB_MATERIALS_CARD (widget), parameter, xyb_attachment_file_open);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  with_file (XYB_MATERIALS_CARD (widget), parameter, xyb_attachment_file_export);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybMaterialsCard *self = XYB_MATERIALS_CARD (widget);

  if (self->place != NULL)
    xyb_material_dialog_open (widget, self->place, g_variant_get_int64 (parameter),
                              XYB_MATERIAL_AS_IT_IS);
}

/* ---- the menu ---- */

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static void
append_state (GMenu *menu, const char *label, gint64 id, XybMaterialState state, const char *accel)
{
  append (menu, label, "material.set-state",
          g_variant_new ("(xs)", id, xyb_material_state_key (state)), accel);
}

static GMenuModel *
menu_new (const XybMaterialLine *line, gboolean writable)
{
  gint64 id = line->item->id;
  gboolean has_file = line->material != NULL && line->material->sha256 != NULL;
  g_autoptr (GMenu) states = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append_state (states, _ ("收"), id, XYB_MATERIAL_RECEIVED, "s");
  append_state (states, _ ("齐"), id, XYB_MATERIAL_COMPLETE, "q");
  append_state (states, _ ("退…"), id, XYB_MATERIAL_RETURNED, "t");
  append_state (states, _ ("缺"), id, XYB_MATERIAL_MISSING, "Delete");
  if (has_file)
    {
      append (files, _ ("打开附件"), "material.open", g_variant_new_int64 (id), NULL);
      append (files, _ ("附件另存为…"), "material.export", g_variant_new_int64 (id), NULL);
    }
  if (writable)
    append (files, has_file ? _ ("替换附件…") : _ ("添加附件…"), "material.attach",
            g_variant_new_int64 (id), NULL);
  append (more, writable ? _ ("修改…") : _ ("查看…"), "material.edit", g_variant_new_int64 (id),
          "Return");
  if (writable)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

static void
menu_wanted_cb (XybMaterialRow *row, double x, double y, XybMaterialsCard *self)
{
  g_autoptr (XybPlan) plan = NULL;
  const XybMaterialLine *line = NULL;
  g_autoptr (XybTrackCase) now = read_line (self, xyb_material_row_get_id (row), &plan, &line);
  g_autoptr (GMenuModel) menu = NULL;

  if (now == NULL)
    return;
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  menu = menu_new (line, !xyb_office_is_read_only (self->place->office));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self), x, y, &x, &y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, XybMaterialsCard *self)
{
  if (XYB_IS_MATERIAL_ROW (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "material.edit", "x",
                                xyb_material_row_get_id (XYB_MATERIAL_ROW (row)));
  else
    xyb_compat_choose_several (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                               _ ("选择扫描件"), NULL, NULL, files_chosen_cb,
                               choosing_new (self, 0));
}

/* ---- the card ---- */

/* The rows stay, with the cursor in them; the one to drop on is the last. */
static void
make_room (XybMaterialsCard *self, guint n)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < n; i++)
    if (!XYB_IS_MATERIAL_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)))
      {
        GtkWidget *added = xyb_material_row_new ();

        g_signal_connect (added, "menu-wanted", G_CALLBACK (menu_wanted_cb), self);
        gtk_list_box_insert (self->list, added, (int) i);
      }
  while (XYB_IS_MATERIAL_ROW (row = gtk_list_box_get_row_at_index (self->list, (int) n)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_head (XybMaterialsCard *self, const XybTrackCase *track_case, gboolean writable)
{
  const XybMaterialList *list = track_case->list;
  const char *title
    = track_case->record->track == XYB_TRACK_ACCREDITATION ? _ ("验收材料") : _ ("申报材料");
  g_autofree char *count = g_strdup_printf (_ ("%u/%u 可用"), list->usable, list->wanted);
  guint n = 0;

  for (guint i = 0; i < list->lines->len; i++)
    n += can_be_complete (list->lines->pdata[i]) ? 1 : 0;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->all_button, writable && n > 1);
  gtk_widget_set_visible (self->drop_row, writable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

static void
show (XybTrackCard *card, XybOffice *office, const XybTrackCase *track_case, gboolean other)
{
  XybMaterialsCard *self = XYB_MATERIALS_CARD (card);
  const GPtrArray *lines = track_case->list->lines;

  xyb_track_place_free (self->place);
  self->place = xyb_track_place_new (office, track_case);
  if (other)
    xyb_job_bar_cancel (self->bar);
  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0);
  make_room (self, lines->len);
  for (guint i = 0; i < lines->len; i++)
    xyb_material_row_show (XYB_MATERIAL_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)),
                           lines->pdata[i]);
  show_head (self, track_case, !xyb_office_is_read_only (office));
}

static gboolean
act (XybTrackCard *card, XybActKind kind, gint64 id)
{
  XybMaterialsCard *self = XYB_MATERIALS_CARD (card);

  return kind == XYB_ACT_MATERIAL && self->place != NULL
         && xyb_material_dialog_open (GTK_WIDGET (self), self->place, id, XYB_MATERIAL_TAKE_IN)
              != NULL;
}

static void
card_init (XybTrackCardInterface *iface)
{
  iface->show = show;
  iface->act = act;
}

/* ---- the widget ---- */

static void
xyb_materials_card_dispose (GObject *object)
{
  XybMaterialsCard *self = XYB_MATERIALS_CARD (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->place, xyb_track_place_free);
  G_OBJECT_CLASS (xyb_materials_card_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "material.set-state", "(xs)", set_state_action);
  gtk_widget_class_install_action (widget_class, "material.complete-all", NULL,
                                   complete_all_action);
  gtk_widget_class_install_action (widget_class, "material.take-files", "(xas)", take_files_action);
  gtk_widget_class_install_action (widget_class, "material.attach", "x", attach_action);
  gtk_widget_class_install_action (widget_class, "material.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "material.export", "x", export_action);
  gtk_widget_class_install_action (widget_class, "material.edit", "x", edit_action);
}

static void
xyb_materials_card_class_init (XybMaterialsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_materials_card_dispose;
  g_type_ensure (XYB_TYPE_JOB_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-materials-card.ui");
  gtk_widget_class_bind_template_child (widget_class, XybMaterialsCard, title);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialsCard, all_button);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialsCard, count);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialsCard, list);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialsCard, drop_row);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialsCard, bar);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  install_actions (widget_class);
}

static void
xyb_materials_card_init (XybMaterialsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_material_row_add_drop_target (self->drop_row);
}

/**
 * xyb_materials_card_new:
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
XybTrackCard *
xyb_materials_card_new (void)
{
  return g_object_new (XYB_TYPE_MATERIALS_CARD, NULL);
}

/**
 * xyb_materials_card_is_busy:
 * @self: a card
 *
 * Returns: whether files are being copied
 */
gboolean
xyb_materials_card_is_busy (XybMaterialsCard *self)
{
  g_return_val_if_fail (XYB_IS_MATERIALS_CARD (self), FALSE);

  return xyb_job_bar_is_busy (self->bar);
}
