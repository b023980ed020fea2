/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-fonts-private.h"

#define LATIN_ONLY "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

static void
test_every_role_has_a_chinese_face (void)
{
  static const char *const names[XYB_N_FONT_ROLES] = { "小标宋", "仿宋", "黑体", "楷体", "宋体" };

  for (guint i = 0; i < XYB_N_FONT_ROLES; i++)
    {
      const char *family = xyb_font_role_family (i, NULL);

      g_assert_cmpstr (xyb_font_role_name (i), ==, names[i]);
      g_assert_true (xyb_fonts_have_face (xyb_fonts_get_config (), family));
    }
}

static void
test_description_is_of_the_chosen_face (void)
{
  for (guint i = 0; i < XYB_N_FONT_ROLES; i++)
    {
      PangoFontDescription *description = xyb_font_role_describe (i, 10.5);

      g_assert_cmpstr (pango_font_description_get_family (description), ==,
                       xyb_font_role_family (i, NULL));
      g_assert_cmpint (pango_font_description_get_size (description), ==, 10752);
      pango_font_description_free (description);
    }
}

static void
test_note_names_every_stand_in_and_no_other (void)
{
  g_autofree char *note = xyb_fonts_substitution_note ();
  gboolean any = FALSE;

  for (guint i = 0; i < XYB_N_FONT_ROLES; i++)
    {
      gboolean substituted;
      const char *family = xyb_font_role_family (i, &substituted);
      g_autofree char *part = g_strdup_printf ("%s 以 %s 代替", xyb_font_role_name (i), family);

      any |= substituted;
      g_assert_cmpint (note != NULL && strstr (note, part) != NULL, ==, substituted);
    }
  g_assert_cmpint (note != NULL, ==, any);
}

/* What the clerk chose is what is printed; what is not there is not. */
static void
test_a_chosen_face_is_used (void)
{
  g_auto (GStrv) families = xyb_fonts_list_families ();
  g_autofree char *own = g_strdup (xyb_font_role_family (XYB_FONT_KAI, NULL));
  PangoFontDescription *description;
  const char *other = NULL;

  for (guint i = 0; families[i] != NULL && other == NULL; i++)
    if (g_strcmp0 (families[i], own) != 0)
      other = families[i];
  g_assert_false (xyb_font_role_choose (XYB_FONT_KAI, "没有这种字体"));
  g_assert_cmpstr (xyb_font_role_family (XYB_FONT_KAI, NULL), ==, own);
  if (other == NULL)
    {
      g_test_skip ("one Chinese face only");
      return;
    }
  g_assert_true (xyb_font_role_choose (XYB_FONT_KAI, other));
  g_assert_cmpstr (xyb_font_role_family (XYB_FONT_KAI, NULL), ==, other);
  description = xyb_font_role_describe (XYB_FONT_KAI, 12);
  g_assert_cmpstr (pango_font_description_get_family (description), ==, other);
  pango_font_description_free (description);
  g_assert_true (xyb_font_role_choose (XYB_FONT_KAI, NULL));
  g_assert_cmpstr (xyb_font_role_family (XYB_FONT_KAI, NULL), ==, own);
}

static void
test_every_listed_family_can_set_a_table (void)
{
  g_auto (GStrv) families = xyb_fonts_list_families ();

  g_assert_nonnull (families[0]);
  for (guint i = 0; families[i] != NULL; i++)
    g_assert_true (xyb_fonts_have_face (xyb_fonts_get_config (), families[i]));
}

/* A face without simplified characters is there and yet no candidate. */
static void
test_face_without_simplified_characters_is_refused (void)
{
  FcConfig *config;

  if (!g_file_test (LATIN_ONLY, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("fonts-dejavu-core, a face without Chinese, is not installed");
      return;
    }
  config = FcConfigCreate ();
  g_assert_true (FcConfigAppFontAddFile (config, (const FcChar8 *) LATIN_ONLY));
  g_assert_false (xyb_fonts_have_face (config, "DejaVu Sans"));
  FcConfigDestroy (config);
}

static void
test_unknown_face_is_not_there (void)
{
  g_assert_false (xyb_fonts_have_face (xyb_fonts_get_config (), "没有这种字体"));
}

static void
test_face_is_found_in_any_case (void)
{
  const char *family = xyb_font_role_family (XYB_FONT_HEAD, NULL);
  g_autofree char *lower = g_utf8_strdown (family, -1);

  g_assert_true (xyb_fonts_have_face (xyb_fonts_get_config (), lower));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fonts/every-role-has-a-chinese-face", test_every_role_has_a_chinese_face);
  g_test_add_func ("/fonts/description-is-of-the-chosen-face",
                   test_description_is_of_the_chosen_face);
  g_test_add_func ("/fonts/note-names-every-stand-in-and-no-other",
                   test_note_names_every_stand_in_and_no_other);
  g_test_add_func ("/fonts/a-chosen-face-is-used", test_a_chosen_face_is_used);
  g_test_add_func ("/fonts/every-listed-family-can-set-a-table",
                   test_every_listed_family_can_set_a_table);
  g_test_add_func ("/fonts/face-without-simplified-characters-is-refused",
                   test_face_without_simplified_characters_is_refused);
  g_test_add_func ("/fonts/unknown-face-is-not-there", test_unknown_face_is_not_there);
  g_test_add_func ("/fonts/face-is-found-in-any-case", test_face_is_found_in_any_case);
  return g_test_run ();
}
