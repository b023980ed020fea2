/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-unit-view.h"

#include <inttypes.h>
#include <string.h>

#include "xyb-date.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-list-tab.h"
#include "xyb-text.h"
#include "xyb-unit-row.h"
#include "xyb-unit-store.h"

struct _XybUnitView
{
  AdwBin parent_instance;

  /* template widgets */
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *caption;
  GtkWidget *up_button;
  GtkWidget *down_button;
  GtkWidget *retire_button;
  GtkWidget *remove_button;
  XybFieldRow *name_row;
  XybFieldRow *full_name_row;
  XybFieldRow *from_row;
  XybFieldRow *until_row;
  XybFieldRow *note_row;
  GtkListBox *alias_list;
  GtkEntry *alias_entry;
  GtkCheckButton *alias_former;
  GtkWidget *alias_button;
  GtkLabel *alias_problem;

  /* owned */
  XybOffice *office;
  GPtrArray *units; /* of XybUnit */
  gint64 selected;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybUnitView, xyb_unit_view, ADW_TYPE_BIN)

static XybStore *
get_store (XybUnitView *self)
{
  return xyb_office_get_store (self->office);
}

static XybUnit *
find_selected (XybUnitView *self)
{
  for (guint i = 0; self->units != NULL && i < self->units->len; i++)
    if (((XybUnit *) self->units->pdata[i])->id == self->selected)
      return self->units->pdata[i];
  return NULL;
}

/* ---- the list ---- */

static const XybUnit *
unit_of (XybUnitView *self, GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  /* GTK asks for headers even while the list is being taken apart. */
  if (self->units == NULL || index < 0 || (guint) index >= self->units->len)
    return NULL;
  return self->units->pdata[index];
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  XybUnitView *self = user_data;
  const XybUnit *unit = unit_of (self, row);
  const XybUnit *above = before != NULL ? unit_of (self, before) : NULL;
  GtkWidget *header;

  if (unit == NULL || (above != NULL && above->kind == unit->kind))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = gtk_label_new (xyb_unit_kind_name (unit->kind));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "unit-kind");
  gtk_widget_add_css_class (header, "caption-heading");
  gtk_list_box_row_set_header (row, header);
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  XybUnitView *self = user_data;
  const XybUnit *unit = unit_of (self, row);
  g_autofree char *wanted = xyb_text_key (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *aliases = unit != NULL ? xyb_unit_row_dup_aliases (unit) : g_strdup ("");
  g_autofree char *all = g_strconcat (unit != NULL ? unit->name : "", "、", aliases, NULL);
  g_autofree char *key = xyb_text_key (all);

  return strstr (key, wanted) != NULL;
}

static void
search_changed_cb (GtkSearchEntry *entry, XybUnitView *self)
{
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static void
fill_list (XybUnitView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->units->len; i++)
    {
      const XybUnit *unit = self->units->pdata[i];

      gtk_list_box_append (self->list, xyb_unit_row_new (unit));
      if (unit->id == self->selected)
        gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
    }
}

/* ---- aliases ---- */

static void
alias_removed_cb (GtkButton *button, XybUnitView *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "alias");
  g_autoptr (GError) error = NULL;

  if (!xyb_unit_store_remove_alias (get_store (self), *id, &error))
    xyb_office_report (self->office, error);
}

static void
former_toggled_cb (GtkCheckButton *button, XybUnitView *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "alias");
  g_autoptr (GError) error = NULL;

  if (!xyb_unit_store_set_alias_former (get_store (self), *id, gtk_check_button_get_active (button),
                                        &error))
    xyb_office_report (self->office, error);
}

static void
add_alias_widgets (XybUnitView *self, GtkWidget *row, const XybUnitAlias *alias)
{
  GtkWidget *former = gtk_check_button_new_with_label (_ ("曾用名"));
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("移除别名 %s"), alias->name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (former), alias->former);
  gtk_widget_set_tooltip_text (remove, name);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (former), "alias", g_memdup2 (&alias->id, sizeof alias->id),
                          g_free);
  g_object_set_data_full (G_OBJECT (remove), "alias", g_memdup2 (&alias->id, sizeof alias->id),
                          g_free);
  g_signal_connect_object (former, "toggled", G_CALLBACK (former_toggled_cb), self, 0);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (alias_removed_cb), self, 0);
  gtk_widget_set_sensitive (former, !xyb_office_is_read_only (self->office));
  gtk_widget_set_sensitive (remove, !xyb_office_is_read_only (self->office));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), former);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
}

static GtkWidget *
alias_row_new (XybUnitView *self, const XybUnitAlias *alias)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *until
    = alias->valid_until != NULL ? g_strdup_printf (_ ("用到 %s"), alias->valid_until) : NULL;
  const char *note = alias->note != NULL ? alias->note : until;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), alias->name);
  if (note != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note);
  add_alias_widgets (self, row, alias);
  return row;
}

static void
fill_aliases (XybUnitView *self, const XybUnit *unit)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->alias_list))) != NULL)
    gtk_list_box_remove (self->alias_list, child);
  for (guint i = 0; i < unit->aliases->len; i++)
    gtk_list_box_append (self->alias_list, alias_row_new (self, unit->aliases->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->alias_list), unit->aliases->len > 0);
}

/* While it is typed: a name that already means another unit is said to, by name (§1.5). */
static void
alias_changed_cb (GtkEditable *editable, XybUnitView *self)
{
  const char *text = gtk_editable_get_text (editable);
  g_autoptr (GError) error = NULL;
  gboolean free_name;

  if (self->office == NULL || self->selected == 0)
    return;
  free_name = xyb_unit_store_check_alias (get_store (self), self->selected, text, &error);
  gtk_label_set_label (self->alias_problem, free_name ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->alias_problem), !free_name);
  gtk_widget_set_sensitive (self->alias_button, free_name && !xyb_text_is_blank (text)
                                                  && !xyb_office_is_read_only (self->office));
}

static void
alias_add_cb (GtkWidget *widget, XybUnitView *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->alias_entry)));
  gboolean former = gtk_check_button_get_active (self->alias_former);
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->alias_button))
    return;
  if (!xyb_unit_store_add_alias (get_store (self), self->selected, text, former, NULL, &error))
    {
      gtk_label_set_label (self->alias_problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->alias_problem), TRUE);
      return;
    }
  gtk_check_button_set_active (self->alias_former, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->alias_entry), "");
}

/* ---- the form ---- */

static void
set_date (XybFieldRow *row, const char *iso, gboolean other)
{
  g_autofree char *text = iso != NULL ? xyb_date_format (iso) : NULL;

  if (other)
    xyb_field_row_reset (row, text);
  else
    xyb_field_row_set_value (row, text);
}

static void
set_text (XybFieldRow *row, const char *text, gboolean other)
{
  if (other)
    {
      xyb_field_row_reset (row, text);
      xyb_field_row_set_message (row, XYB_FIELD_PLAIN, NULL, NULL);
    }
  else
    xyb_field_row_set_value (row, text);
}

/* @other: another unit than before, so what is being typed goes. */
static void
fill_form (XybUnitView *self, gboolean other)
{
  const XybUnit *unit = find_selected (self);
  gboolean writable = !xyb_office_is_read_only (self->office);
  XybFieldRow *rows[]
    = { self->name_row, self->full_name_row, self->from_row, self->until_row, self->note_row };
  g_autofree char *caption = NULL;

  gtk_stack_set_visible_child_name (self->stack, unit != NULL ? "unit" : "nothing");
  if (unit == NULL)
    return;
  caption = g_strdup_printf (_ ("%s · 机构排序第 %" PRId64 " 位"), xyb_unit_kind_name (unit->kind),
                             unit->position);
  gtk_label_set_label (self->title, unit->name);
  gtk_label_set_label (self->caption, caption);
  set_text (self->name_row, unit->name, other);
  set_text (self->full_name_row, unit->full_name, other);
  set_date (self->from_row, unit->valid_from, other);
  set_date (self->until_row, unit->valid_until, other);
  set_text (self->note_row, unit->note, other);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    xyb_field_row_set_editable (rows[i], writable);
  gtk_button_set_label (GTK_BUTTON (self->retire_button),
                        unit->valid_until == NULL ? _ ("停用") : _ ("重新启用"));
  gtk_widget_set_sensitive (self->retire_button, writable);
  gtk_widget_set_sensitive (self->remove_button, writable);
  gtk_widget_set_sensitive (self->up_button, writable);
  gtk_widget_set_sensitive (self->down_button, writable);
  fill_aliases (self, unit);
  if (other)
    gtk_editable_set_text (GTK_EDITABLE (self->alias_entry), "");
}

static gboolean
take_field (XybUnitView *self, XybFieldRow *row, const char *text, XybUnit *unit, GError **error)
{
  if (row == self->from_row)
    return xyb_form_read_date (_ ("启用日期"), text, &unit->valid_from, error);
  if (row == self->until_row)
    return xyb_form_read_date (_ ("停用日期"), text, &unit->valid_until, error);
  xyb_form_set_string (row == self->name_row        ? &unit->name
                       : row == self->full_name_row ? &unit->full_name
                                                    : &unit->note,
                       text);
  return TRUE;
}

static gboolean
save (XybUnitView *self, XybUnit *unit, GError **error)
{
  g_autofree char *today = xyb_date_today ();

  return xyb_unit_store_save (get_store (self), unit, today, error);
}

static void
field_commit_cb (XybFieldRow *row, const char *text, XybUnitView *self)
{
  const XybUnit *selected = find_selected (self);
  g_autoptr (XybUnit) unit = selected != NULL ? xyb_unit_copy (selected) : NULL;
  g_autoptr (GError) error = NULL;

  if (unit == NULL)
    return;
  if (!take_field (self, row, text, unit, &error) || !save (self, unit, &error))
    {
      xyb_field_row_refuse (row, error->message);
      return;
    }
  xyb_field_row_set_message (row, XYB_FIELD_PLAIN, NULL, NULL);
  /* What was kept may be written otherwise than what was typed. */
  fill_form (self, FALSE);
  if (row == self->from_row || row == self->until_row)
    set_date (row, row == self->from_row ? unit->valid_from : unit->valid_until, FALSE);
  else
    xyb_field_row_set_value (row, text);
}

/* ---- buttons ---- */

static void
move (XybUnitView *self, int steps)
{
  g_autoptr (GError) error = NULL;

  if (!xyb_unit_store_move (get_store (self), self->selected, steps, &error))
    xyb_office_report (self->office, error);
}

static void
up_clicked_cb (GtkButton *button, XybUnitView *self)
{
  move (self, -1);
}

static void
down_clicked_cb (GtkButton *button, XybUnitView *self)
{
  move (self, 1);
}

static void
retire_clicked_cb (GtkButton *button, XybUnitView *self)
{
  const XybUnit *selected = find_selected (self);
  g_autoptr (XybUnit) unit = selected != NULL ? xyb_unit_copy (selected) : NULL;
  g_autofree char *today = xyb_date_today ();
  g_autoptr (GError) error = NULL;

  if (unit == NULL)
    return;
  xyb_form_set_string (&unit->valid_until, unit->valid_until == NULL ? today : NULL);
  if (!save (self, unit, &error))
    xyb_office_report (self->office, error);
}

static void
remove_clicked_cb (GtkButton *button, XybUnitView *self)
{
  g_autoptr (GError) error = NULL;

  if (!xyb_unit_store_remove (get_store (self), self->selected, &error))
    xyb_office_report (self->office, error);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, XybUnitView *self)
{
  const XybUnit *unit = row != NULL && !self->filling ? unit_of (self, row) : NULL;

  if (unit == NULL || unit->id == self->selected)
    return;
  self->selected = unit->id;
  fill_form (self, TRUE);
}

/* ---- a new one ---- */

/**
 * xyb_unit_view_add:
 * @self: the view
 * @kind: its kind
 * @name: its name
 *
 * Adds a unit and shows it; says why where it cannot be.
 */
void
xyb_unit_view_add (XybUnitView *self, XybUnitKind kind, const char *name)
{
  g_autoptr (XybUnit) unit = xyb_unit_new ();
  g_autoptr (GError) error = NULL;

  g_return_if_fail (XYB_IS_UNIT_VIEW (self));

  unit->kind = kind;
  unit->name = g_strdup (name);
  if (save (self, unit, &error))
    xyb_unit_view_select (self, unit->id);
  else
    xyb_office_report (self->office, error);
}

/* ---- the widget ---- */

static void
xyb_unit_view_dispose (GObject *object)
{
  XybUnitView *self = XYB_UNIT_VIEW (object);

  self->filling = TRUE;
  g_clear_object (&self->office);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_unit_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, search);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, list);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, stack);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, title);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, caption);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, up_button);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, down_button);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, retire_button);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, remove_button);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, name_row);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, full_name_row);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, from_row);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, until_row);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, note_row);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, alias_list);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, alias_entry);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, alias_former);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, alias_button);
  gtk_widget_class_bind_template_child (widget_class, XybUnitView, alias_problem);
}

static void
xyb_unit_view_class_init (XybUnitViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_unit_view_dispose;
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/data/xyb-unit-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, retire_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, alias_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, alias_add_cb);
}

static void
xyb_unit_view_init (XybUnitView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  xyb_list_tab_leaves (self->list);
}

/**
 * xyb_unit_view_set_office:
 * @self: the view
 * @office: whose units to show
 *
 * Done once, before the first reload.
 */
void
xyb_unit_view_set_office (XybUnitView *self, XybOffice *office)
{
  g_return_if_fail (XYB_IS_UNIT_VIEW (self) && self->office == NULL);

  self->office = g_object_ref (office);
}

/**
 * xyb_unit_view_reload:
 * @self: the view
 *
 * Reads the units anew; the selected one stays selected.
 */
void
xyb_unit_view_reload (XybUnitView *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *units = xyb_unit_store_list (get_store (self), 0, &error);

  if (units == NULL)
    {
      xyb_office_report (self->office, error);
      return;
    }
  self->filling = TRUE;
  g_clear_pointer (&self->units, g_ptr_array_unref);
  self->units = units;
  if (find_selected (self) == NULL && units->len > 0)
    self->selected = ((XybUnit *) units->pdata[0])->id;
  fill_list (self);
  self->filling = FALSE;
  fill_form (self, FALSE);
}

/**
 * xyb_unit_view_select:
 * @self: the view
 * @unit_id: a unit; an unknown one changes nothing
 *
 * Shows it.
 */
void
xyb_unit_view_select (XybUnitView *self, gint64 unit_id)
{
  g_return_if_fail (XYB_IS_UNIT_VIEW (self));

  if (self->units == NULL)
    xyb_unit_view_reload (self);
  for (guint i = 0; self->units != NULL && i < self->units->len; i++)
    if (((XybUnit *) self->units->pdata[i])->id == unit_id)
      {
        gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
        gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)));
      }
}

/**
 * xyb_unit_view_start_edit:
 * @self: the view
 *
 * Returns: whether the cursor stands in the name of the unit in view now
 */
gboolean
xyb_unit_view_start_edit (XybUnitView *self)
{
  g_return_val_if_fail (XYB_IS_UNIT_VIEW (self), FALSE);

  return find_selected (self) != NULL
         && gtk_widget_grab_focus (GTK_WIDGET (xyb_field_row_get_text_widget (self->name_row)));
}
