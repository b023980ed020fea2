/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <string.h>

#include "sheet-fixture.h"

/* What a clerk knows from Excel and WPS, key by key. */

#define ROWS 6
#define COLUMNS 4

typedef struct
{
  SheetFixture base;
  char *sentence; /* of the last refusal */
} Fixture;

static void
refused_cb (XybSheet *sheet, const char *sentence, Fixture *fixture)
{
  g_free (fixture->sentence);
  fixture->sentence = g_strdup (sentence);
}

static void
open_sheet (Fixture *fixture, guint n_rows, guint n_columns)
{
  sheet_fixture_open (&fixture->base, n_rows, n_columns);
  g_signal_connect (fixture->base.sheet, "refused", G_CALLBACK (refused_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_sheet (fixture, ROWS, COLUMNS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sheet_fixture_close (&fixture->base);
  g_free (fixture->sentence);
}

/* As the keyboard: first the sheet's own look at the key; what it leaves is the text's. */
static gboolean
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers
    = gtk_widget_observe_controllers (GTK_WIDGET (fixture->base.sheet));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  sheet_fixture_settle ();
  return handled;
}

/* As an input method: the text arrives in the text widget. */
static void
write_text (Fixture *fixture, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (xyb_sheet_get_text (fixture->base.sheet));
  int position = gtk_editable_get_position (editable);

  gtk_editable_insert_text (editable, text, -1, &position);
  gtk_editable_set_position (editable, position);
  sheet_fixture_settle ();
}

static const char *
cell (Fixture *fixture, guint row, guint column)
{
  return memory_model_get (fixture->base.model, row, column);
}

static void
go (Fixture *fixture, guint row, guint column)
{
  g_assert_true (xyb_sheet_set_cursor (fixture->base.sheet, row, column));
}

static void
select_cells (Fixture *fixture, guint row, guint column, guint n_rows, guint n_columns)
{
  const XybSheetRange range = { row, column, n_rows, n_columns };

  g_assert_true (xyb_sheet_select_range (fixture->base.sheet, &range));
}

#define assert_cursor(fixture, expected_row, expected_column)                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint row_;                                                                                    \
    guint column_;                                                                                 \
                                                                                                   \
    xyb_sheet_get_cursor ((fixture)->base.sheet, &row_, &column_);                                 \
    g_assert_cmpuint (row_, ==, expected_row);                                                     \
    g_assert_cmpuint (column_, ==, expected_column);                                               \
  }                                                                                                \
  G_STMT_END

#define assert_range(fixture, row_1, column_1, n_rows_1, n_columns_1)                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    XybSheetRange range_;                                                                          \
                                                                                                   \
    xyb_sheet_get_range ((fixture)->base.sheet, &range_);                                          \
    g_assert_cmpuint (range_.row, ==, row_1);                                                      \
    g_assert_cmpuint (range_.column, ==, column_1);                                                \
    g_assert_cmpuint (range_.n_rows, ==, n_rows_1);                                                \
    g_assert_cmpuint (range_.n_columns, ==, n_columns_1);                                          \
  }                                                                                                \
  G_STMT_END

/* ---- going about ---- */

static void
test_keys_move (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state;
    guint row;
    guint column;
  } moves[] = {
    { GDK_KEY_Right, 0, 0, 1 },
    { GDK_KEY_Down, 0, 1, 1 },
    { GDK_KEY_Left, 0, 1, 0 },
    { GDK_KEY_Left, 0, 1, 0 }, /* arrows stop at the edge */
    { GDK_KEY_Up, 0, 0, 0 },
    { GDK_KEY_Up, 0, 0, 0 },
    { GDK_KEY_Return, 0, 1, 0 },
    { GDK_KEY_KP_Enter, 0, 2, 0 },
    { GDK_KEY_Return, GDK_SHIFT_MASK, 1, 0 },
    { GDK_KEY_Tab, 0, 1, 1 },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, 1, 0 },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, 0, 3 }, /* reading order */
    { GDK_KEY_Tab, 0, 1, 0 },
    { GDK_KEY_End, 0, 1, 3 },
    { GDK_KEY_Home, 0, 1, 0 },
    { GDK_KEY_End, GDK_CONTROL_MASK, ROWS - 1, COLUMNS - 1 },
    { GDK_KEY_Home, GDK_CONTROL_MASK, 0, 0 },
    { GDK_KEY_Page_Down, 0, ROWS - 1, 0 },
    { GDK_KEY_Page_Up, 0, 0, 0 },
  };

  assert_cursor (fixture, 0, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_assert_true (press (fixture, moves[i].keyval, moves[i].state));
      assert_cursor (fixture, moves[i].row, moves[i].column);
    }
}

static void
test_keys_select (Fixture *fixture, gconstpointer data)
{
  go (fixture, 1, 1);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_range (fixture, 1, 1, 2, 2);
  assert_cursor (fixture, 1, 1);
  press (fixture, GDK_KEY_Home, GDK_SHIFT_MASK);
  assert_range (fixture, 1, 0, 2, 2);
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_range (fixture, 1, 1, ROWS - 1, COLUMNS - 1);
  press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  assert_range (fixture, 0, 0, ROWS, COLUMNS);
  assert_cursor (fixture, 1, 1);
  press (fixture, GDK_KEY_Escape, 0);
  assert_range (fixture, 1, 1, 1, 1);
  press (fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Left, 0);
  assert_range (fixture, 1, 0, 1, 1);
}

/* Ctrl+arrow: to the end of what is filled, then over the blanks. */
static void
test_keys_jump (Fixture *fixture, gconstpointer data)
{
  memory_model_set (fixture->base.model, 2, 0, NULL);
  memory_model_set (fixture->base.model, 3, 0, NULL);
  press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_cursor (fixture, 1, 0);
  press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_cursor (fixture, 4, 0);
  press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_cursor (fixture, 5, 0);
  press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_range (fixture, 5, 0, 1, COLUMNS);
}

/* Tab goes only where something can be filled in. */
static void
test_tab_skips_locked (Fixture *fixture, gconstpointer data)
{
  fixture->base.model->locked_column = 1;
  press (fixture, GDK_KEY_Tab, 0);
  assert_cursor (fixture, 0, 2);
}

static void
test_tab_leaves (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = fixture->base.window;

  go (fixture, ROWS - 1, COLUMNS - 1);
  g_assert_false (press (fixture, GDK_KEY_Tab, 0));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == fixture->base.after);
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (fixture->base.sheet)));
  go (fixture, 0, 0);
  g_assert_false (press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == fixture->base.before);
}

/* ---- typing ---- */

static void
test_typing_replaces (Fixture *fixture, gconstpointer data)
{
  g_assert_false (press (fixture, GDK_KEY_7, 0)); /* the key is the text widget's */
  write_text (fixture, "7");
  g_assert_cmpstr (xyb_sheet_get_draft (fixture->base.sheet, NULL, NULL), ==, "7");
  g_assert_true (xyb_sheet_is_dirty (fixture->base.sheet));
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "1.1");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "7");
  g_assert_cmpuint (fixture->base.model->n_revisions, ==, 1);
  g_assert_null (fixture->base.model->what);
  assert_cursor (fixture, 1, 0);
  g_assert_false (xyb_sheet_is_dirty (fixture->base.sheet));
}

static void
test_arrow_stores_what_is_typed (Fixture *fixture, gconstpointer data)
{
  write_text (fixture, "8");
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "8");
  assert_cursor (fixture, 0, 1);
}

static void
test_f2_keeps_the_text (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_F2, 0);
  g_assert_false (xyb_sheet_is_dirty (fixture->base.sheet));
  write_text (fixture, "9");
  g_assert_cmpstr (xyb_sheet_get_draft (fixture->base.sheet, NULL, NULL), ==, "1.19");
  g_assert_false (press (fixture, GDK_KEY_Left, 0)); /* within the text */
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "1.19");
  assert_cursor (fixture, 0, 1);
}

static void
test_escape_restores (Fixture *fixture, gconstpointer data)
{
  write_text (fixture, "7");
  press (fixture, GDK_KEY_Escape, 0);
  g_assert_null (xyb_sheet_get_draft (fixture->base.sheet, NULL, NULL));
  press (fixture, GDK_KEY_Down, 0);
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "1.1");
  g_assert_cmpuint (fixture->base.model->n_revisions, ==, 0);
}

/* F2 and Enter without a change is no change. */
static void
test_unchanged_is_no_revision (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_F2, 0);
  press (fixture, GDK_KEY_Return, 0);
  write_text (fixture, "2.1");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->base.model->n_revisions, ==, 0);
}

static void
test_refusal_keeps_the_cursor (Fixture *fixture, gconstpointer data)
{
  write_text (fixture, "坏");
  press (fixture, GDK_KEY_Return, 0);
  assert_cursor (fixture, 0, 0);
  g_assert_cmpstr (fixture->sentence, ==, "第 1 行不能是坏");
  g_assert_cmpstr (xyb_sheet_get_refusal (fixture->base.sheet), ==, "第 1 行不能是坏");
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "1.1");
  g_assert_false (xyb_sheet_set_cursor (fixture->base.sheet, 3, 3));
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  assert_cursor (fixture, 0, 0);
  write_text (fixture, "了"); /* mending takes the sentence away */
  g_assert_null (xyb_sheet_get_refusal (fixture->base.sheet));
  press (fixture, GDK_KEY_Escape, 0);
  press (fixture, GDK_KEY_Down, 0);
  assert_cursor (fixture, 1, 0);
}

static void
test_leaving_stores (Fixture *fixture, gconstpointer data)
{
  write_text (fixture, "7");
  gtk_widget_grab_focus (fixture->base.after);
  sheet_fixture_settle ();
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "7");
}

/* While 「zhou」 is being composed, Enter, Esc, arrows and v are the input method's. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  GtkText *text = xyb_sheet_get_text (fixture->base.sheet);

  g_signal_emit_by_name (text, "preedit-changed", "zhou");
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (press (fixture, GDK_KEY_Down, 0));
  g_assert_false (press (fixture, GDK_KEY_v, 0));
  g_signal_emit_by_name (text, "preedit-changed", "");
  write_text (fixture, "周市镇");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "周市镇");
}

static void
test_one_key_marks (Fixture *fixture, gconstpointer data)
{
  g_assert_true (press (fixture, GDK_KEY_v, 0));
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "√");
  g_assert_cmpuint (fixture->base.model->n_revisions, ==, 1);
  select_cells (fixture, 1, 1, 2, 2);
  press (fixture, GDK_KEY_v, 0);
  g_assert_cmpstr (cell (fixture, 2, 2), ==, "√");
  g_assert_cmpuint (fixture->base.model->n_revisions, ==, 2);
}

static void
test_locked_cell_says_so (Fixture *fixture, gconstpointer data)
{
  fixture->base.model->locked_column = 1;
  go (fixture, 2, 1);
  g_assert_false (xyb_sheet_start_edit (fixture->base.sheet));
  g_assert_true (press (fixture, GDK_KEY_7, 0));
  g_assert_nonnull (strstr (fixture->sentence, "3.1"));
  g_assert_cmpstr (cell (fixture, 2, 1), ==, "3.2");
}

/* Where everything is locked no other cell is recommended. */
static void
test_locked_sheet_says_so (Fixture *fixture, gconstpointer data)
{
  fixture->base.model->n_foot = fixture->base.model->n_rows;
  go (fixture, 2, 1);
  g_assert_true (press (fixture, GDK_KEY_7, 0));
  g_assert_nonnull (strstr (fixture->sentence, "只能看"));
  g_assert_null (strstr (fixture->sentence, "白色"));
}

static void
activated_cb (XybSheet *sheet, guint row, guint column, guint *out_sum)
{
  *out_sum += 10 * row + column;
}

static void
test_enter_activates_locked (Fixture *fixture, gconstpointer data)
{
  guint sum = 0;

  fixture->base.model->locked_column = 1;
  go (fixture, 2, 1);
  press (fixture, GDK_KEY_Return, 0);
  assert_cursor (fixture, 3, 1); /* nobody listens: as everywhere */
  g_signal_connect (fixture->base.sheet, "activated", G_CALLBACK (activated_cb), &sum);
  press (fixture, GDK_KEY_Return, 0);
  assert_cursor (fixture, 3, 1);
  g_assert_cmpuint (sum, ==, 31);
}

/* Where the page shows more about every cell Enter asks for it, and F2 still edits. */
static void
test_activates (Fixture *fixture, gconstpointer data)
{
  guint sum = 0;

  g_signal_connect (fixture->base.sheet, "activated", G_CALLBACK (activated_cb), &sum);
  g_object_set (fixture->base.sheet, "activates", TRUE, NULL);
  go (fixture, 1, 1);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (sum, !=, 0);
  assert_cursor (fixture, 1, 1);
  sum = 0;
  write_text (fixture, "8");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (sum, ==, 0);
  g_assert_cmpstr (cell (fixture, 1, 1), ==, "8");
  assert_cursor (fixture, 2, 1);
  press (fixture, GDK_KEY_F2, 0);
  g_assert_true (xyb_sheet_is_open (fixture->base.sheet));
}

/* The screen reader hears row, column and what stands there. */
static void
test_label (Fixture *fixture, gconstpointer data)
{
  GtkWidget *text = GTK_WIDGET (xyb_sheet_get_text (fixture->base.sheet));

  go (fixture, 2, 1);
  gtk_test_accessible_assert_role (text, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL, "3.1，栏目：3.2");
}

/* ---- many cells ---- */

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  fixture->base.model->locked_column = 2;
  select_cells (fixture, 1, 1, 2, 3);
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpstr (cell (fixture, 1, 1), ==, "");
  g_assert_cmpstr (cell (fixture, 2, 3), ==, "");
  g_assert_cmpstr (cell (fixture, 1, 2), ==, "2.3"); /* not hers */
  g_assert_cmpstr (cell (fixture, 3, 1), ==, "4.2");
  g_assert_cmpuint (fixture->base.model->n_revisions, ==, 1);
  g_assert_cmpstr (fixture->base.model->what, ==, "清除");
}

static void
test_fill (Fixture *fixture, gconstpointer data)
{
  select_cells (fixture, 0, 1, 3, 2);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpstr (cell (fixture, 2, 1), ==, "1.2");
  g_assert_cmpstr (cell (fixture, 2, 2), ==, "1.3");
  g_assert_cmpuint (fixture->base.model->n_revisions, ==, 1);
  g_assert_cmpstr (fixture->base.model->what, ==, "向下填充");
  go (fixture, 3, 1); /* one cell takes what stands above it */
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpstr (cell (fixture, 3, 1), ==, "1.2");
  select_cells (fixture, 5, 0, 1, 4);
  press (fixture, GDK_KEY_r, GDK_CONTROL_MASK);
  g_assert_cmpstr (cell (fixture, 5, 3), ==, "6.1");
}

static void
test_control_enter (Fixture *fixture, gconstpointer data)
{
  select_cells (fixture, 1, 1, 2, 2);
  write_text (fixture, "5");
  press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  for (guint row = 1; row < 3; row++)
    for (guint column = 1; column < 3; column++)
      g_assert_cmpstr (cell (fixture, row, column), ==, "5");
  g_assert_cmpuint (fixture->base.model->n_revisions, ==, 1);
  g_assert_null (xyb_sheet_get_draft (fixture->base.sheet, NULL, NULL));
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  go (fixture, 1, 1);
  g_assert_true (xyb_sheet_paste_text (fixture->base.sheet, "a\tb\r\nc\td\r\n"));
  g_assert_cmpstr (cell (fixture, 1, 1), ==, "a");
  g_assert_cmpstr (cell (fixture, 2, 2), ==, "d");
  g_assert_cmpuint (fixture->base.model->n_revisions, ==, 1);
  g_assert_cmpuint (fixture->base.model->n_changes, ==, 4);
  g_assert_cmpstr (fixture->base.model->what, ==, "粘贴");
  assert_range (fixture, 1, 1, 2, 2);
}

static void
test_paste_one_into_range (Fixture *fixture, gconstpointer data)
{
  select_cells (fixture, 0, 0, 3, 2);
  g_assert_true (xyb_sheet_paste_text (fixture->base.sheet, "x"));
  g_assert_cmpstr (cell (fixture, 2, 1), ==, "x");
  g_assert_cmpuint (fixture->base.model->n_changes, ==, 6);
}

static void
test_paste_refused (Fixture *fixture, gconstpointer data)
{
  go (fixture, 4, 1);
  g_assert_false (xyb_sheet_paste_text (fixture->base.sheet, "1\n2\n3"));
  g_assert_nonnull (strstr (fixture->sentence, "5.1")); /* where */
  g_assert_nonnull (strstr (fixture->sentence, "2 行"));
  go (fixture, 0, 3);
  g_assert_false (xyb_sheet_paste_text (fixture->base.sheet, "1\t2"));
  g_assert_nonnull (strstr (fixture->sentence, "1 列"));
  go (fixture, 0, 0);
  g_assert_false (xyb_sheet_paste_text (fixture->base.sheet, "好\n坏\n好"));
  g_assert_cmpstr (fixture->sentence, ==, "第 2 行不能是坏");
  fixture->base.model->locked_column = 1;
  g_assert_false (xyb_sheet_paste_text (fixture->base.sheet, "好\t好"));
  g_assert_nonnull (strstr (fixture->sentence, "1.1"));
  g_assert_cmpuint (fixture->base.model->n_revisions, ==, 0);
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "1.1");
}

/* Names copied together with numbers are no obstacle where they stand already. */
static void
test_paste_over_same_locked (Fixture *fixture, gconstpointer data)
{
  fixture->base.model->locked_column = 0;
  go (fixture, 0, 0);
  g_assert_true (xyb_sheet_paste_text (fixture->base.sheet, "1.1\t10\n2.1\t20"));
  g_assert_cmpstr (cell (fixture, 1, 1), ==, "20");
  g_assert_cmpuint (fixture->base.model->n_changes, ==, 2);
}

static void
paste_and_wait (Fixture *fixture)
{
  guint before = fixture->base.model->n_revisions;

  press (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  while (fixture->base.model->n_revisions == before)
    g_main_context_iteration (NULL, TRUE);
}

/* Through the real clipboard. */
static void
test_copy_and_paste (Fixture *fixture, gconstpointer data)
{
  memory_model_set (fixture->base.model, 0, 0, "两\n行，“引号”\"x\"");
  memory_model_set (fixture->base.model, 0, 1, "制\t表");
  select_cells (fixture, 0, 0, 2, 2);
  press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  go (fixture, 3, 1);
  paste_and_wait (fixture);
  for (guint row = 0; row < 2; row++)
    for (guint column = 0; column < 2; column++)
      g_assert_cmpstr (cell (fixture, row + 3, column + 1), ==, cell (fixture, row, column));
  g_assert_cmpuint (fixture->base.model->n_revisions, ==, 1);
}

static void
test_cut (Fixture *fixture, gconstpointer data)
{
  go (fixture, 0, 0);
  press (fixture, GDK_KEY_x, GDK_CONTROL_MASK);
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "");
  g_assert_cmpstr (fixture->base.model->what, ==, "剪切");
  go (fixture, 4, 0);
  paste_and_wait (fixture);
  g_assert_cmpstr (cell (fixture, 4, 0), ==, "1.1");
}

/* Word and web pages may offer a table only as HTML. */
static void
test_paste_html (Fixture *fixture, gconstpointer data)
{
  static const char html[] = "<html><body><table><tr><td>甲<br>乙</td><td>8</td></tr></table>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/html", bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->base.sheet)), provider);
  go (fixture, 0, 0);
  paste_and_wait (fixture);
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "甲\n乙");
  g_assert_cmpstr (cell (fixture, 0, 1), ==, "8");
}

/* Shift+F10 opens the menu; the window may close with it, or right behind it. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sheet = GTK_WIDGET (fixture->base.sheet);

  press (fixture, GDK_KEY_F10, GDK_SHIFT_MASK);
  g_assert_true (GTK_IS_POPOVER_MENU (gtk_widget_get_last_child (sheet)));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_last_child (sheet)));
  sheet_fixture_settle ();
  g_assert_false (GTK_IS_POPOVER_MENU (gtk_widget_get_last_child (sheet)));
  gtk_widget_activate_action (sheet, "sheet.clear", NULL);
  g_assert_cmpstr (cell (fixture, 0, 0), ==, "");
  press (fixture, GDK_KEY_Menu, 0);
}

/* ---- size ---- */

static void
draw (Fixture *fixture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->base.window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, 1000, 600);
  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_pointer (&node, gsk_render_node_unref);
}

/* However many rows there are, only those in view and the page around them are asked for. */
static void
test_large (void)
{
  Fixture fixture = { 0 };
  guint at_start;
  guint after_moves;

  open_sheet (&fixture, 1000, 30);
  draw (&fixture);
  at_start = fixture.base.model->n_filled;
  g_assert_cmpuint (at_start, >, 0);
  g_assert_cmpuint (at_start, <, 2 * 40 * 16);
  press (&fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_cursor (&fixture, 999, 29);
  draw (&fixture);
  after_moves = fixture.base.model->n_filled;
  g_assert_cmpuint (after_moves - at_start, <, 4 * 40 * 16);
  /* Between two cells only their rows are drawn anew. */
  press (&fixture, GDK_KEY_Up, 0);
  draw (&fixture);
  g_assert_cmpuint (fixture.base.model->n_filled - after_moves, <=, 2 * 30);
  tear_down (&fixture, NULL);
}

static void
test_foot_stays (Fixture *fixture, gconstpointer data)
{
  fixture->base.model->n_foot = 1;
  xyb_sheet_model_reset (XYB_SHEET_MODEL (fixture->base.model));
  go (fixture, ROWS - 1, 1);
  g_assert_false (xyb_sheet_start_edit (fixture->base.sheet));
  go (fixture, ROWS - 2, 1);
  g_assert_false (xyb_sheet_paste_text (fixture->base.sheet, "1\n2"));
  g_assert_cmpstr (cell (fixture, ROWS - 1, 1), ==, "6.2");
}

/* A link from another page moves the cursor before the sheet is on screen. */
static void
test_cursor_before_size (void)
{
  g_autoptr (MemoryModel) model = memory_model_new (200, 4);
  GtkWidget *sheet = xyb_sheet_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GtkAdjustment) adjustment = NULL;

  xyb_sheet_set_model (XYB_SHEET (sheet), XYB_SHEET_MODEL (model));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), sheet);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  g_assert_true (xyb_sheet_set_cursor (XYB_SHEET (sheet), 199, 0));
  gtk_window_present (GTK_WINDOW (window));
  sheet_fixture_settle ();
  g_object_get (sheet, "vadjustment", &adjustment, NULL);
  while (gtk_adjustment_get_value (adjustment) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     gtk_adjustment_get_upper (adjustment)
                       - gtk_adjustment_get_page_size (adjustment));
  gtk_window_destroy (GTK_WINDOW (window));
  sheet_fixture_settle ();
}

/* The number of rows changes under the cursor. */
static void
test_reset (Fixture *fixture, gconstpointer data)
{
  go (fixture, ROWS - 1, COLUMNS - 1);
  write_text (fixture, "7");
  fixture->base.model->n_foot = 0;
  fixture->base.model->n_rows = 2;
  xyb_sheet_model_reset (XYB_SHEET_MODEL (fixture->base.model));
  assert_cursor (fixture, 1, COLUMNS - 1);
  g_assert_null (xyb_sheet_get_draft (fixture->base.sheet, NULL, NULL));
  draw (fixture);
  fixture->base.model->n_rows = 0;
  xyb_sheet_model_reset (XYB_SHEET_MODEL (fixture->base.model));
  draw (fixture);
  g_assert_false (press (fixture, GDK_KEY_Down, 0));
  fixture->base.model->n_rows = ROWS;
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/sheet/keys-move", test_keys_move);
  ADD ("/sheet/keys-select", test_keys_select);
  ADD ("/sheet/control-arrow-jumps", test_keys_jump);
  ADD ("/sheet/tab-goes-where-something-can-be-filled", test_tab_skips_locked);
  ADD ("/sheet/tab-leaves-at-the-ends", test_tab_leaves);
  ADD ("/sheet/typing-replaces", test_typing_replaces);
  ADD ("/sheet/an-arrow-stores-what-is-typed", test_arrow_stores_what_is_typed);
  ADD ("/sheet/f2-keeps-the-text", test_f2_keeps_the_text);
  ADD ("/sheet/escape-restores", test_escape_restores);
  ADD ("/sheet/no-change-is-no-revision", test_unchanged_is_no_revision);
  ADD ("/sheet/a-refusal-keeps-the-cursor", test_refusal_keeps_the_cursor);
  ADD ("/sheet/leaving-stores", test_leaving_stores);
  ADD ("/sheet/composing-keys-are-the-input-methods", test_composing);
  ADD ("/sheet/one-key-sets-a-mark", test_one_key_marks);
  ADD ("/sheet/a-locked-cell-says-so", test_locked_cell_says_so);
  ADD ("/sheet/a-locked-sheet-says-so", test_locked_sheet_says_so);
  ADD ("/sheet/enter-activates-a-locked-cell", test_enter_activates_locked);
  ADD ("/sheet/the-screen-reader-hears-the-cell", test_label);
  ADD ("/sheet/delete-clears-the-range", test_delete);
  ADD ("/sheet/fill-down-and-right", test_fill);
  ADD ("/sheet/control-enter-fills-the-range", test_control_enter);
  ADD ("/sheet/a-pasted-block-is-one-revision", test_paste);
  ADD ("/sheet/one-cell-fills-the-range", test_paste_one_into_range);
  ADD ("/sheet/a-refused-paste-changes-nothing", test_paste_refused);
  ADD ("/sheet/locked-cells-that-say-the-same-are-no-obstacle", test_paste_over_same_locked);
  ADD ("/sheet/what-is-copied-comes-back", test_copy_and_paste);
  ADD ("/sheet/cut-moves", test_cut);
  ADD ("/sheet/a-table-of-html-is-pasted", test_paste_html);
  ADD ("/sheet/the-menu-opens-by-keyboard", test_menu);
  ADD ("/sheet/enter-asks-for-more-where-the-page-has-more", test_activates);
  g_test_add_func ("/sheet/only-what-is-in-view-is-asked-for", test_large);
  g_test_add_func ("/sheet/the-cursor-is-in-view-from-the-start", test_cursor_before_size);
  ADD ("/sheet/the-foot-is-not-filled", test_foot_stays);
  ADD ("/sheet/other-rows", test_reset);
  return g_test_run ();
}
