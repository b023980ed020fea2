/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-scheme-editor.h"

#include "xyb-completion.h"
#include "xyb-i18n.h"
#include "xyb-scheme-fields.h"
#include "xyb-scheme-sheet-model.h"
#include "xyb-scheme-store.h"
#include "xyb-text.h"
#include "xyb-unit-store.h"

#define N_PARTS 3

static const char *const part_names[N_PARTS] = { "indicators", "units", "notes" };

struct _XybSchemeEditor
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkEditable *title_entry;
  GtkEditable *unit_head;
  GtkEditable *floor_entry;
  GtkDropDown *mode;
  GtkDropDown *open_becomes;
  GtkDropDown *explained_becomes;
  GtkCheckButton *sum_in_remark;
  XybSheet *sheets[N_PARTS];
  GtkLabel *check;
  GtkWidget *row_tools;
  GtkWidget *add_button;
  GtkDropDown *unit_choice;
  GtkWidget *problem_box;
  GtkLabel *problem;

  /* owned */
  XybOffice *office;
  XybScheme *stored;
  XybScheme *scheme; /* being edited */
  XybSchemeSheetModel *models[N_PARTS];
  GPtrArray *units; /* of XybUnit: those that may be added, as the choice lists them */
};

G_DEFINE_FINAL_TYPE (XybSchemeEditor, xyb_scheme_editor, ADW_TYPE_WINDOW)

static void
refuse (XybSchemeEditor *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

/* ---- title and way of counting ---- */

static void
fill_basics (XybSchemeEditor *self)
{
  const XybScheme *scheme = self->scheme;
  g_autofree char *floor = scheme->floor != XYB_UNSAID ? xyb_points_format (scheme->floor) : NULL;

  gtk_editable_set_text (self->title_entry, scheme->title);
  gtk_editable_set_text (self->unit_head, scheme->unit_head);
  gtk_editable_set_text (self->floor_entry, floor != NULL ? floor : "");
  gtk_drop_down_set_selected (self->mode, scheme->mode - XYB_SCHEME_DEDUCT);
  gtk_drop_down_set_selected (self->open_becomes, scheme->open_becomes - XYB_SETTLE_DONE);
  gtk_drop_down_set_selected (self->explained_becomes, scheme->explained_becomes - XYB_SETTLE_DONE);
  gtk_check_button_set_active (self->sum_in_remark, scheme->sum_in_remark);
}

static gboolean
read_basics (XybSchemeEditor *self, GError **error)
{
  XybScheme *scheme = self->scheme;

  if (!xyb_scheme_points_parse (_ ("得分下限"), gtk_editable_get_text (self->floor_entry),
                                XYB_UNSAID, &scheme->floor, error))
    return FALSE;
  g_free (scheme->title);
  g_free (scheme->unit_head);
  scheme->title = xyb_text_clean (gtk_editable_get_text (self->title_entry));
  scheme->unit_head = xyb_text_clean (gtk_editable_get_text (self->unit_head));
  scheme->mode = XYB_SCHEME_DEDUCT + gtk_drop_down_get_selected (self->mode);
  scheme->open_becomes = XYB_SETTLE_DONE + gtk_drop_down_get_selected (self->open_becomes);
  scheme->explained_becomes
    = XYB_SETTLE_DONE + gtk_drop_down_get_selected (self->explained_becomes);
  scheme->sum_in_remark = gtk_check_button_get_active (self->sum_in_remark);
  return TRUE;
}

static GListModel *
settling_names (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (XybSettling settling = XYB_SETTLE_DONE; settling <= XYB_SETTLE_LOST; settling++)
    gtk_string_list_append (names, xyb_settling_name (settling));
  return G_LIST_MODEL (names);
}

static void
fill_choices (XybSchemeEditor *self)
{
  g_autoptr (GtkStringList) modes = gtk_string_list_new (NULL);
  g_autoptr (GListModel) open = settling_names ();
  g_autoptr (GListModel) explained = settling_names ();

  gtk_string_list_append (modes, xyb_scheme_mode_name (XYB_SCHEME_DEDUCT));
  gtk_string_list_append (modes, xyb_scheme_mode_name (XYB_SCHEME_EARN));
  gtk_drop_down_set_model (self->mode, G_LIST_MODEL (modes));
  gtk_drop_down_set_model (self->open_becomes, open);
  gtk_drop_down_set_model (self->explained_becomes, explained);
}

/* ---- what is wrong, what has changed ---- */

static void
append_list (GString *out, const char *head, const GPtrArray *sentences, const char *none)
{
  g_string_append_printf (out, "%s<b>%s</b>\n", out->len > 0 ? "\n\n" : "", head);
  if (sentences->len == 0)
    g_string_append (out, none);
  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *sentence = g_markup_escape_text (sentences->pdata[i], -1);

      g_string_append_printf (out, "%s• %s", i > 0 ? "\n" : "", sentence);
    }
}

static void
append_errors (XybSchemeEditor *self, GString *out)
{
  g_autoptr (GPtrArray) sentences = xyb_scheme_check_notes (self->scheme);
  g_autoptr (GError) error = NULL;

  if (!xyb_scheme_check (self->scheme, &error))
    g_ptr_array_insert (sentences, 0, g_strdup (error->message));
  append_list (out, _ ("检查"), sentences, _ ("✓ 分值、规则和说明里写的一致。"));
}

/* The latest other year: what a new scheme was copied from. */
static void
append_other_year (XybSchemeEditor *self, GString *out)
{
  g_autoptr (GArray) years
    = xyb_scheme_store_list_years (xyb_office_get_store (self->office), self->scheme->kind, NULL);
  g_autoptr (XybScheme) other = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *head = NULL;
  int year = 0;

  for (guint i = 0; years != NULL && i < years->len; i++)
    if (g_array_index (years, int, i) != self->scheme->year
        && (g_array_index (years, int, i) < self->scheme->year || year == 0))
      year = g_array_index (years, int, i);
  if (year == 0)
    return;
  other
    = xyb_scheme_store_get (xyb_office_get_store (self->office), year, self->scheme->kind, NULL);
  if (other == NULL)
    return;
  differences = xyb_scheme_compare (other, self->scheme);
  head = g_strdup_printf (_ ("与%d年方案不同之处"), year);
  append_list (out, head, differences, _ ("没有不同。"));
}

static void
fill_check (XybSchemeEditor *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_basics (self, &error))
    refuse (self, error->message);
  changes = xyb_scheme_compare (self->stored, self->scheme);
  append_errors (self, out);
  append_list (out, _ ("这次改了什么"), changes, _ ("还没有改动。"));
  append_other_year (self, out);
  gtk_label_set_markup (self->check, out->str);
}

/* ---- rows ---- */

static int
get_part (XybSchemeEditor *self)
{
  for (int i = 0; i < N_PARTS; i++)
    if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), part_names[i]) == 0)
      return i;
  return -1;
}

static void
fill_unit_choice (XybSchemeEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_clear_pointer (&self->units, g_ptr_array_unref);
  self->units = xyb_unit_store_list (xyb_office_get_store (self->office), self->scheme->kind, NULL);
  for (guint i = self->units != NULL ? self->units->len : 0; i > 0; i--)
    if (xyb_scheme_find_unit (self->scheme, ((XybUnit *) self->units->pdata[i - 1])->id) != NULL)
      g_ptr_array_remove_index (self->units, i - 1);
  for (guint i = 0; self->units != NULL && i < self->units->len; i++)
    gtk_string_list_append (names, ((XybUnit *) self->units->pdata[i])->name);
  gtk_drop_down_set_model (self->unit_choice, G_LIST_MODEL (names));
}

/* A unit is chosen before it is added; where all are in there is nothing to add. */
static void
update_tools (XybSchemeEditor *self)
{
  gboolean units = get_part (self) == XYB_SCHEME_UNITS;
  gboolean any = self->units != NULL && self->units->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->unit_choice), units && any);
  gtk_widget_set_sensitive (self->add_button, !units || any);
}

static void
part_changed_cb (GtkStack *stack, GParamSpec *pspec, XybSchemeEditor *self)
{
  int part = get_part (self);

  if (self->scheme == NULL)
    return;
  gtk_widget_set_visible (self->row_tools, part >= 0);
  if (part == XYB_SCHEME_UNITS)
    {
      /* Indicators may have come and gone. */
      xyb_scheme_sheet_model_fill (self->models[part], self->scheme);
      fill_unit_choice (self);
    }
  update_tools (self);
  if (part < 0 && g_strcmp0 (gtk_stack_get_visible_child_name (stack), "check") == 0)
    fill_check (self);
}

static void
add_clicked_cb (GtkButton *button, XybSchemeEditor *self)
{
  int part = get_part (self);
  guint row;

  if (part < 0 || !xyb_sheet_commit (self->sheets[part]))
    return;
  if (part == XYB_SCHEME_UNITS)
    {
      guint selected = gtk_drop_down_get_selected (self->unit_choice);
      const XybUnit *unit = selected < self->units->len ? self->units->pdata[selected] : NULL;

      if (unit != NULL)
        xyb_scheme_sheet_model_add_unit (self->models[part], unit->id, unit->name);
      row = self->scheme->units->len - 1;
      fill_unit_choice (self);
      update_tools (self);
    }
  else
    row = xyb_scheme_sheet_model_add_row (self->models[part]);
  xyb_sheet_set_cursor (self->sheets[part], row, part == XYB_SCHEME_INDICATORS ? 0 : 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheets[part]));
}

static void
remove_clicked_cb (GtkButton *button, XybSchemeEditor *self)
{
  int part = get_part (self);
  guint row;
  guint column;

  if (part < 0)
    return;
  xyb_sheet_forget (self->sheets[part]);
  xyb_sheet_get_cursor (self->sheets[part], &row, &column);
  xyb_scheme_sheet_model_remove_row (self->models[part], row);
  if (part != XYB_SCHEME_UNITS)
    return;
  fill_unit_choice (self);
  update_tools (self);
}

static void
move (XybSchemeEditor *self, int by)
{
  int part = get_part (self);
  guint row;
  guint column;

  if (part < 0 || !xyb_sheet_commit (self->sheets[part]))
    return;
  xyb_sheet_get_cursor (self->sheets[part], &row, &column);
  if (xyb_scheme_sheet_model_move_row (self->models[part], row, by))
    xyb_sheet_set_cursor (self->sheets[part], (guint) ((int) row + by), column);
}

static void
up_clicked_cb (GtkButton *button, XybSchemeEditor *self)
{
  move (self, -1);
}

static void
down_clicked_cb (GtkButton *button, XybSchemeEditor *self)
{
  move (self, 1);
}

static void
refused_cb (XybSheet *sheet, const char *sentence, XybSchemeEditor *self)
{
  refuse (self, sentence);
}

static void
changed_cb (XybSchemeSheetModel *model, XybSchemeEditor *self)
{
  refuse (self, NULL);
}

/* ---- storing ---- */

/**
 * xyb_scheme_editor_save:
 * @self: the editor
 *
 * What 「保存」 does: stores the scheme as one revision and closes, or says why not.
 *
 * Returns: whether it is stored
 */
gboolean
xyb_scheme_editor_save (XybSchemeEditor *self)
{
  g_autoptr (XybScheme) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (XYB_IS_SCHEME_EDITOR (self), FALSE);

  for (int i = 0; i < N_PARTS; i++)
    if (!xyb_sheet_commit (self->sheets[i]))
      return FALSE;
  if (!read_basics (self, &error))
    {
      refuse (self, error->message);
      return FALSE;
    }
  /* Storing cleans what it gets: a refused one stays as it was typed. */
  copy = xyb_scheme_copy (self->scheme);
  if (!xyb_scheme_store_save (xyb_office_get_store (self->office), copy, &error))
    {
      refuse (self, error->message);
      return FALSE;
    }
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
save_clicked_cb (GtkButton *button, XybSchemeEditor *self)
{
  xyb_scheme_editor_save (self);
}

/* ---- the widget ---- */

static void
xyb_scheme_editor_dispose (GObject *object)
{
  XybSchemeEditor *self = XYB_SCHEME_EDITOR (object);

  for (int i = 0; i < N_PARTS; i++)
    {
      if (self->sheets[i] != NULL)
        xyb_sheet_set_model (self->sheets[i], NULL);
      self->sheets[i] = NULL;
      g_clear_object (&self->models[i]);
    }
  g_clear_object (&self->office);
  g_clear_pointer (&self->scheme, xyb_scheme_free);
  g_clear_pointer (&self->stored, xyb_scheme_free);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_scheme_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const sheets[N_PARTS] = { "indicator_sheet", "unit_sheet", "note_sheet" };

  for (guint i = 0; i < N_PARTS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, sheets[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (XybSchemeEditor, sheets)
                                                         + i * sizeof (XybSheet *)));
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, window_title);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, title_entry);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, unit_head);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, floor_entry);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, mode);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, open_becomes);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, explained_becomes);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, sum_in_remark);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, check);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, row_tools);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, unit_choice);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, problem_box);
  gtk_widget_class_bind_template_child (widget_class, XybSchemeEditor, problem);
}

static void
xyb_scheme_editor_class_init (XybSchemeEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_scheme_editor_dispose;
  g_type_ensure (XYB_TYPE_SHEET);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/assessment/xyb-scheme-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
xyb_scheme_editor_init (XybSchemeEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  for (int i = 0; i < N_PARTS; i++)
    {
      self->models[i] = xyb_scheme_sheet_model_new ((XybSchemePart) i);
      g_signal_connect_object (self->models[i], "changed", G_CALLBACK (changed_cb), self, 0);
      xyb_sheet_set_model (self->sheets[i], XYB_SHEET_MODEL (self->models[i]));
    }
}

/**
 * xyb_scheme_editor_open:
 * @parent: a widget of the window
 * @office: the office
 * @kind: whose scheme of the office's year
 *
 * Returns: (transfer none) (nullable): the editor, on screen; %NULL where there is no scheme
 */
XybSchemeEditor *
xyb_scheme_editor_open (GtkWidget *parent, XybOffice *office, XybUnitKind kind)
{
  g_autoptr (GError) error = NULL;
  XybScheme *scheme = xyb_scheme_store_get (xyb_office_get_store (office),
                                            xyb_office_get_year (office), kind, &error);
  XybSchemeEditor *self;
  g_autofree char *subtitle = NULL;

  if (scheme == NULL)
    {
      xyb_office_report (office, error);
      return NULL;
    }
  self = g_object_new (XYB_TYPE_SCHEME_EDITOR, "transient-for",
                       GTK_WINDOW (gtk_widget_get_root (parent)), NULL);
  self->office = g_object_ref (office);
  self->stored = scheme;
  self->scheme = xyb_scheme_copy (scheme);
  subtitle = g_strdup_printf (_ ("%d 年 · %s"), scheme->year, xyb_unit_kind_name (kind));
  adw_window_title_set_subtitle (self->window_title, subtitle);
  fill_basics (self);
  for (int i = 0; i < N_PARTS; i++)
    xyb_scheme_sheet_model_fill (self->models[i], self->scheme);
  part_changed_cb (self->stack, NULL, self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * xyb_scheme_editor_show_part:
 * @self: the editor
 * @part: basics, indicators, units, notes or check
 */
void
xyb_scheme_editor_show_part (XybSchemeEditor *self, const char *part)
{
  g_return_if_fail (XYB_IS_SCHEME_EDITOR (self));

  gtk_stack_set_visible_child_name (self->stack, part);
}

/**
 * xyb_scheme_editor_get_sheet:
 * @self: the editor
 *
 * Returns: (transfer none) (nullable): the sheet of the part in view
 */
XybSheet *
xyb_scheme_editor_get_sheet (XybSchemeEditor *self)
{
  int part;

  g_return_val_if_fail (XYB_IS_SCHEME_EDITOR (self), NULL);

  part = get_part (self);
  return part >= 0 ? self->sheets[part] : NULL;
}

/**
 * xyb_scheme_editor_get_problem:
 * @self: the editor
 *
 * Returns: (transfer none): why it is not stored, or what the check says where that is in view
 */
const char *
xyb_scheme_editor_get_problem (XybSchemeEditor *self)
{
  g_return_val_if_fail (XYB_IS_SCHEME_EDITOR (self), NULL);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "check") == 0)
    return gtk_label_get_label (self->check);
  return gtk_label_get_label (self->problem);
}
