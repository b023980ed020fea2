/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-pane.h"

#include "xyb-enterprise-picker.h"
#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-nomination-dialog.h"
#include "xyb-nomination-question.h"

struct _XybNominationPane
{
  AdwBin parent_instance;

  /* template widgets */
  XybSheet *sheet;
  GtkLabel *hint;
  GtkWidget *tools;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GMenuModel *row_menu;

  /* owned */
  XybOffice *office;
  XybNominationSheetModel *model;
  gint64 unit_id;
};

G_DEFINE_FINAL_TYPE (XybNominationPane, xyb_nomination_pane, ADW_TYPE_BIN)

static guint company_opened_signal;

static GtkWindow *
get_window (XybNominationPane *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
is_whole_city (XybNominationPane *self)
{
  return self->unit_id == 0;
}

/* ---- which rows are meant ---- */

/* Rows of the range that have a company; FALSE where none has. */
static gboolean
get_rows (XybNominationPane *self, XybSheetRange *out_range)
{
  guint companies
    = self->model != NULL ? xyb_nomination_sheet_model_get_n_companies (self->model) : 0;

  if (companies == 0)
    return FALSE;
  xyb_sheet_get_range (self->sheet, out_range);
  if (out_range->row >= companies)
    return FALSE;
  out_range->n_rows = MIN (out_range->n_rows, companies - out_range->row);
  return TRUE;
}

static const XybNomination *
get_current (XybNominationPane *self)
{
  guint row;
  guint column;

  if (self->model == NULL)
    return NULL;
  xyb_sheet_get_cursor (self->sheet, &row, &column);
  return xyb_nomination_sheet_model_get_row (self->model, row);
}

static void
update_actions (XybNominationPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable
    = self->office != NULL && !xyb_office_is_read_only (self->office) && !is_whole_city (self);
  XybSheetRange range;
  gboolean any = get_rows (self, &range);
  guint companies = any ? xyb_nomination_sheet_model_get_n_companies (self->model) : 0;

  gtk_widget_action_set_enabled (widget, "nomination.add", editable);
  gtk_widget_action_set_enabled (widget, "nomination.remove", editable && any);
  gtk_widget_action_set_enabled (widget, "nomination.move-up", editable && any && range.row > 0);
  gtk_widget_action_set_enabled (widget, "nomination.move-down",
                                 editable && any && range.row + range.n_rows < companies);
  gtk_widget_action_set_enabled (widget, "nomination.details", get_current (self) != NULL);
  gtk_widget_action_set_enabled (widget, "nomination.show-enterprise", get_current (self) != NULL);
}

/* ---- what is done to rows ---- */

static void
report (XybNominationPane *self, const GError *error)
{
  if (error != NULL)
    xyb_office_report (self->office, error);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybNominationPane *self = XYB_NOMINATION_PANE (widget);
  g_autoptr (GError) error = NULL;
  XybSheetRange range;

  if (xyb_sheet_commit (self->sheet) && get_rows (self, &range))
    xyb_nomination_sheet_model_remove (self->model, range.row, range.n_rows, &error);
  report (self, error);
}

static void
move (XybNominationPane *self, int by)
{
  g_autoptr (GError) error = NULL;
  XybSheetRange range;

  if (!xyb_sheet_commit (self->sheet) || !get_rows (self, &range))
    return;
  if (xyb_nomination_sheet_model_move (self->model, range.row, range.n_rows, by, &error))
    {
      range.row = (guint) ((int) range.row + by);
      xyb_sheet_select_range (self->sheet, &range);
    }
  report (self, error);
}

static void
move_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (XYB_NOMINATION_PANE (widget), -1);
}

static void
move_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (XYB_NOMINATION_PANE (widget), 1);
}

/* ---- other windows ---- */

static void
open_dialog (XybNominationPane *self, const XybNomination *nomination)
{
  gtk_window_present (
    GTK_WINDOW (xyb_nomination_dialog_new (get_window (self), self->office, nomination,
                                           xyb_office_get_year (self->office))));
}

static void
details_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybNominationPane *self = XYB_NOMINATION_PANE (widget);
  const XybNomination *nomination;

  if (!xyb_sheet_commit (self->sheet))
    return;
  nomination = get_current (self);
  if (nomination != NULL)
    open_dialog (self, nomination);
}

static void
show_enterprise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const XybNomination *nomination = get_current (XYB_NOMINATION_PANE (widget));

  if (nomination != NULL)
    gtk_widget_activate_action (widget, "win.go-to", "(sx)", "enterprise",
                                nomination->enterprise_id);
}

/* What the clerk chose goes the way of a name that was typed: the register says the rest. */
static void
chosen_cb (XybEnterprisePicker *picker, gint64 id, XybNominationPane *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise
    = xyb_enterprise_store_get (xyb_office_get_store (self->office), id, &error);

  if (enterprise != NULL)
    xyb_nomination_sheet_model_add (self->model, enterprise, &error);
  report (self, error);
  xyb_nomination_pane_go_to_company (self, id);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybNominationPane *self = XYB_NOMINATION_PANE (widget);
  XybEnterprisePicker *picker;

  if (!xyb_sheet_commit (self->sheet))
    return;
  picker = xyb_enterprise_picker_new (get_window (self), self->office, self->unit_id);
  g_signal_connect_object (picker, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (picker));
}

/* ---- the sheet ---- */

static void
show_problem (XybNominationPane *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

static void
sheet_draft_changed_cb (XybSheet *sheet, XybNominationPane *self)
{
  const char *refusal = xyb_sheet_get_refusal (sheet);

  show_problem (self, refusal != NULL && *refusal != '\0' ? refusal : NULL);
}

/* A block that was not taken has to be read about; a cell stays open and says why below. */
static void
sheet_refused_cb (XybSheet *sheet, const char *sentence, XybNominationPane *self)
{
  g_autoptr (GError) error = NULL;

  if (xyb_sheet_get_refusal (sheet) != NULL)
    return;
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, sentence);
  report (self, error);
}

static void
sheet_moved_cb (XybSheet *sheet, XybNominationPane *self)
{
  update_actions (self);
}

static void
sheet_activated_cb (XybSheet *sheet, guint row, guint column, XybNominationPane *self)
{
  const XybNomination *nomination
    = self->model != NULL ? xyb_nomination_sheet_model_get_row (self->model, row) : NULL;

  if (nomination == NULL)
    return;
  if (is_whole_city (self))
    g_signal_emit (self, company_opened_signal, 0, nomination->unit_id, nomination->enterprise_id);
  else
    open_dialog (self, nomination);
}

/* ---- the model ---- */

static void
question_cb (XybNominationSheetModel *model,
             const XybNominationQuestion *question,
             XybNominationPane *self)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    xyb_nomination_question_ask (get_window (self), model, question);
  else
    xyb_nomination_sheet_model_give_up (model);
}

/* The cursor goes along with what moved up. */
static void
placed_cb (XybNominationSheetModel *model, guint from, guint to, XybNominationPane *self)
{
  guint row;
  guint column;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  if (row >= from)
    xyb_sheet_set_cursor (self->sheet, row - (from - to), column);
}

static void
set_office (XybNominationPane *self, XybOffice *office)
{
  if (self->office == office)
    return;
  g_set_object (&self->office, office);
  g_clear_object (&self->model);
  self->model = xyb_nomination_sheet_model_new (office);
  g_signal_connect_object (self->model, "question", G_CALLBACK (question_cb), self, 0);
  g_signal_connect_object (self->model, "placed", G_CALLBACK (placed_cb), self, 0);
}

static void
update_words (XybNominationPane *self)
{
  gboolean city = is_whole_city (self);

  gtk_widget_set_visible (self->tools, !city);
  gtk_label_set_label (self->hint, city ? _ ("双击一行，到它的区镇里修改")
                                   : xyb_office_is_read_only (self->office)
                                     ? _ ("只能看，不能改")
                                     : _ ("在空行接着填，或从 Excel、WPS 粘贴"));
  xyb_sheet_set_extra_menu (self->sheet, self->row_menu);
}

/**
 * xyb_nomination_pane_show:
 * @self: the pane
 * @office: the office
 * @unit_id: a 区镇, or 0 for the whole city
 * @error: return location
 *
 * Shows what is stored of it now, in the year in view. What is being typed into another list is
 * stored first, or dropped where it cannot be.
 *
 * Returns: %FALSE where it cannot be read
 */
gboolean
xyb_nomination_pane_show (XybNominationPane *self,
                          XybOffice *office,
                          gint64 unit_id,
                          GError **error)
{
  gboolean other;

  g_return_val_if_fail (XYB_IS_NOMINATION_PANE (self), FALSE);

  other = self->office != office || self->unit_id != unit_id;
  if (other && !xyb_sheet_commit (self->sheet))
    xyb_sheet_forget (self->sheet);
  set_office (self, office);
  self->unit_id = unit_id;
  if (!xyb_nomination_sheet_model_show (self->model, unit_id, error))
    return FALSE;
  if (xyb_sheet_get_model (self->sheet) == NULL)
    xyb_sheet_set_model (self->sheet, XYB_SHEET_MODEL (self->model));
  if (other)
    xyb_sheet_set_cursor (self->sheet, 0, xyb_nomination_sheet_model_get_name_column (self->model));
  update_words (self);
  update_actions (self);
  return TRUE;
}

static gboolean
go_to_row (XybNominationPane *self, guint row)
{
  if (!xyb_sheet_set_cursor (self->sheet, row,
                             xyb_nomination_sheet_model_get_name_column (self->model)))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  return TRUE;
}

/**
 * xyb_nomination_pane_go_to_company:
 * @self: the pane
 * @enterprise_id: a company
 *
 * Puts the cursor on it.
 *
 * Returns: whether it stands in the list
 */
gboolean
xyb_nomination_pane_go_to_company (XybNominationPane *self, gint64 enterprise_id)
{
  guint row;

  g_return_val_if_fail (XYB_IS_NOMINATION_PANE (self), FALSE);

  row = self->model != NULL ? xyb_nomination_sheet_model_find_company (self->model, enterprise_id)
                            : G_MAXUINT;
  return row != G_MAXUINT && go_to_row (self, row);
}

/**
 * xyb_nomination_pane_go_to_blank:
 * @self: the pane
 *
 * Puts the cursor where the next company is typed.
 *
 * Returns: %FALSE where nothing can be typed
 */
gboolean
xyb_nomination_pane_go_to_blank (XybNominationPane *self)
{
  g_return_val_if_fail (XYB_IS_NOMINATION_PANE (self), FALSE);

  return self->model != NULL && !is_whole_city (self) && !xyb_office_is_read_only (self->office)
         && go_to_row (self, xyb_nomination_sheet_model_get_n_companies (self->model));
}

/**
 * xyb_nomination_pane_grab_sheet:
 * @self: the pane
 *
 * Puts the keyboard into the sheet.
 */
void
xyb_nomination_pane_grab_sheet (XybNominationPane *self)
{
  g_return_if_fail (XYB_IS_NOMINATION_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

/**
 * xyb_nomination_pane_get_sheet:
 * @self: the pane
 *
 * Returns: (transfer none): its sheet
 */
XybSheet *
xyb_nomination_pane_get_sheet (XybNominationPane *self)
{
  g_return_val_if_fail (XYB_IS_NOMINATION_PANE (self), NULL);

  return self->sheet;
}

/* ---- the widget ---- */

/* Before the sheet's text takes them for its own; while a cell is open they are its own. */
static gboolean
row_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  XybNominationPane *self = XYB_NOMINATION_PANE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sheet))
         && !xyb_sheet_is_open (self->sheet)
         && gtk_widget_activate_action (widget, user_data, NULL);
}

static void
add_keys (XybNominationPane *self)
{
  static const char *const keys[][2] = {
    { "<Control>Delete", "nomination.remove" }, { "<Control>KP_Delete", "nomination.remove" },
    { "<Alt>Up", "nomination.move-up" },        { "<Alt>Down", "nomination.move-down" },
    { "<Alt>Return", "nomination.details" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i][0]),
                        gtk_callback_action_new (row_key_cb, (gpointer) keys[i][1], NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
xyb_nomination_pane_dispose (GObject *object)
{
  XybNominationPane *self = XYB_NOMINATION_PANE (object);

  if (self->sheet != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->sheet, self);
      xyb_sheet_set_model (self->sheet, NULL);
      self->sheet = NULL;
    }
  g_clear_object (&self->model);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_nomination_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "nomination.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "nomination.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "nomination.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "nomination.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (widget_class, "nomination.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "nomination.show-enterprise", NULL,
                                   show_enterprise_cb);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybNominationPane, name)

static void
xyb_nomination_pane_class_init (XybNominationPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_nomination_pane_dispose;
  /**
   * XybNominationPane::company-opened:
   * @unit_id: its 区镇
   * @enterprise_id: a company of the whole city's list
   */
  company_opened_signal
    = g_signal_new ("company-opened", XYB_TYPE_NOMINATION_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  g_type_ensure (XYB_TYPE_SHEET);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/nomination/xyb-nomination-pane.ui");
  BIND (sheet);
  BIND (hint);
  BIND (tools);
  BIND (problem_box);
  BIND (problem);
  BIND (row_menu);
  gtk_widget_class_bind_template_callback (widget_class, sheet_draft_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_activated_cb);
  install_actions (widget_class);
}

static void
xyb_nomination_pane_init (XybNominationPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  update_actions (self);
}
