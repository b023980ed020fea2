/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "fixed-clock.h"
#include "picture.h"
#include "scenes.h"

/* A walk through everything the window shows: what the keyboard reaches has a name a screen reader
 * can say, and what stands there is Chinese. */

typedef struct
{
  const Scene *scene;
  GHashTable *said; /* the same widget is wrong once, not in every scene */
  guint n_reached;
} Walk;

/* ---- words ---- */

static gboolean
has_chinese (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

/* Keys of the keyboard and kinds of files are called so in Chinese too. */
static gboolean
is_known_word (const char *word)
{
  static const char *const known[]
    = { "Ctrl",      "Shift", "Alt",  "Esc",  "Tab", "Enter", "Delete",
        "Backspace", "Home",  "End",  "Page", "Up",  "Down",  "Excel",
        "WPS",       "PDF",   "xlsx", "xyb",  "OA",  "GB",    NULL };

  return g_strv_contains (known, word);
}

static gboolean
is_lower_word (const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    if (g_ascii_islower (*p))
      return TRUE;
  return FALSE;
}

/* Words of Latin letters and no Chinese: a string nobody translated. Codes are capitals and
 * figures; an address is the clerk's. */
static gboolean
is_english (const char *text)
{
  g_auto (GStrv) words = NULL;

  if (has_chinese (text) || strchr (text, '@') != NULL || strstr (text, "://") != NULL)
    return FALSE;
  words = g_strsplit_set (text, " \t\n.,:;/+-_()0123456789…·<>\"'", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > 1 && is_lower_word (words[i]) && !is_known_word (words[i]))
      return TRUE;
  return FALSE;
}

/* ---- names ---- */

static char *
dup_path (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

      if (path->len > 0)
        g_string_prepend (path, " > ");
      if (id != NULL && *id != '\0')
        g_string_prepend (path, id);
      g_string_prepend (path, id != NULL && *id != '\0' ? "#" : "");
      g_string_prepend (path, G_OBJECT_TYPE_NAME (widget));
    }
  return g_string_free (path, FALSE);
}

static void
complain (Walk *walk, GtkWidget *widget, const char *what, const char *text)
{
  g_autofree char *path = dup_path (widget);
  g_autofree char *sentence = g_strdup_printf ("%s “%s”: %s", what, text, path);

  if (!g_hash_table_add (walk->said, g_strdup (sentence)))
    return;
  g_test_message ("%s: %s", walk->scene->name, sentence);
  g_test_fail ();
}

/* What GTK gives to the screen reader, or NULL; of another widget's name that it stands there. */
static char *
dup_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *name = NULL;

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    name = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  if (name != NULL && *name != '\0')
    return g_steal_pointer (&name);
  if (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return g_strdup ("（另有标签）");
  return NULL;
}

/* A row is read with what stands in it. */
static gboolean
is_read_by_content (GtkWidget *widget)
{
  switch ((int) gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_LIST_ITEM:
    case GTK_ACCESSIBLE_ROLE_OPTION:
    case GTK_ACCESSIBLE_ROLE_ROW:
    case GTK_ACCESSIBLE_ROLE_GRID_CELL:
    case GTK_ACCESSIBLE_ROLE_WINDOW:
    case GTK_ACCESSIBLE_ROLE_DIALOG:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
has_text (GtkWidget *widget)
{
  g_autofree char *name = NULL;

  if (GTK_IS_LABEL (widget) || GTK_IS_INSCRIPTION (widget))
    name = dup_name (widget);
  if (name != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && has_text (child))
      return TRUE;
  return FALSE;
}

/* Not for the screen reader: the inside of an entry, whose outside has the name. */
static gboolean
is_hidden (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return role == GTK_ACCESSIBLE_ROLE_NONE || role == GTK_ACCESSIBLE_ROLE_PRESENTATION;
}

/* Of a drop-down's list, which opens when its button is pressed: what is in the button is said with
 * it. A row with a choice shows the chosen one in a list of one line, which is said with the row. */
static gboolean
is_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL)
    return TRUE;
  return parent != NULL && !GTK_IS_DROP_DOWN (parent)
         && gtk_widget_get_ancestor (parent, GTK_TYPE_DROP_DOWN) != NULL;
}

static gboolean
is_reached (GtkWidget *widget)
{
  /* The version in the about window is libadwaita's own button. */
  if (ADW_IS_ABOUT_WINDOW (gtk_widget_get_root (widget)))
    return FALSE;
  return gtk_widget_get_focusable (widget) && !GTK_IS_SCROLLED_WINDOW (widget) && !is_part (widget)
         && !is_hidden (widget);
}

static void
check_name (Walk *walk, GtkWidget *widget)
{
  g_autofree char *name = NULL;

  if (!is_reached (widget))
    return;
  walk->n_reached++;
  name = dup_name (widget);
  if (name == NULL && !(is_read_by_content (widget) && has_text (widget)))
    complain (walk, widget, "without a name", "");
  else if (name != NULL && is_english (name))
    complain (walk, widget, "not Chinese", name);
}

static void
check_words (Walk *walk, GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_LABEL (widget) && is_english (gtk_label_get_text (GTK_LABEL (widget))))
    complain (walk, widget, "not Chinese", gtk_label_get_text (GTK_LABEL (widget)));
  if (tooltip != NULL && is_english (tooltip))
    complain (walk, widget, "tooltip not Chinese", tooltip);
}

static void
walk_through (Walk *walk, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  check_name (walk, widget);
  check_words (walk, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk_through (walk, child);
}

static void
walk_windows (Walk *walk)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window))
        walk_through (walk, window);
    }
}

static void
test_scene (gconstpointer data)
{
  static GHashTable *said;
  Walk walk = { .scene = data };
  AppFixture fixture;

  if (said == NULL)
    said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk.said = said;
  scene_enter (walk.scene, &fixture);
  walk_windows (&walk);
  g_assert_cmpuint (walk.n_reached, >, 3);
  scene_leave (&fixture);
}

static void
test_words (void)
{
  g_assert_true (is_english ("GtkToggleButton"));
  g_assert_true (is_english ("Close"));
  g_assert_true (is_english ("12 rows"));
  g_assert_false (is_english ("12"));
  g_assert_false (is_english ("Ctrl+F"));
  g_assert_false (is_english ("91320583MA1MXN6Q9A"));
  g_assert_false (is_english ("导出 Excel 工作簿…"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  fixed_clock_check ();
  g_setenv ("XYB_TODAY", FIXED_TODAY, TRUE);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/accessible/words", test_words);
  for (guint i = 0; i < n_scenes; i++)
    {
      g_autofree char *path = g_strdup_printf ("/accessible/%s", scenes[i].name);

      g_test_add_data_func (path, &scenes[i], test_scene);
    }
  return g_test_run ();
}
